"""What in an article's words identifies a source elsewhere, and what does not."""

from __future__ import annotations

import pytest

from quotetrack.model import Source
from quotetrack.sources.identity import (
    acronym_key,
    fold,
    is_proper,
    lookup_key,
    person_key,
    power_key,
    surname,
)
from quotetrack.sources.registry import Edge, Evidence, Identity, Known, Sighting, follow, settle, sight


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Jean-Luc Mélenchon", "jean luc melenchon"),
        ("JEAN‑LUC  MÉLENCHON", "jean luc melenchon"),
        ("Œuvre sociale", "oeuvre sociale"),
        ("l’Élysée", "l elysee"),
        ("A.F.P.", "afp"),
        ("Ma\u00adcron\u200b", "macron"),
        ("E\u0301lyse\u0301e", "elysee"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Emmanuel Macron", "emmanuel macron"),
        ("M. Emmanuel MACRON", "emmanuel macron"),
        ("Mme Marine Le Pen", "marine le pen"),
        ("Me Éric Dupond-Moretti", "eric dupond moretti"),
        ("la ministre Agnès Buzyn", "agnes buzyn"),
        ("l'ancien président Nicolas Sarkozy", "nicolas sarkozy"),
        ("Bruno Le Maire", "bruno le maire"),
        ("Valéry Giscard d’Estaing", "valery giscard d estaing"),
        ("Ursula von der Leyen", "ursula von der leyen"),
        ("Le Pen", None),
        ("de Villepin", None),
        ("van der Leyen", None),
        ("Dupond-Moretti", None),
        ("M. Macron", None),
        ("E. Macron", None),
        ("Pape François", None),
        ("Premier ministre serbe", None),
        ("Premier Ministre", None),
        ("Garde des Sceaux", None),
        ("chef de l'État", None),
        ("maire de Lyon", None),
        ("Jean Dupont, maire de Lyon", None),
        ("", None),
    ],
)
def test_only_a_first_and_a_last_name_identify_a_person(name: str, key: str | None) -> None:
    assert person_key(name) == key


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Marine Le Pen", "le pen"),
        ("M. Jean-Luc Mélenchon", "melenchon"),
        ("Ursula von der Leyen", "von der leyen"),
        ("Macron", None),
    ],
)
def test_surname(name: str, last: str | None) -> None:
    assert surname(name) == last


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("le Kremlin", "kremlin"),
        ("Rassemblement national", "rassemblement national"),
        ("parquet de Paris", "parquet de paris"),
        ("gouvernement", None),
        ("Police", None),
        ("le ministère de la justice", None),
        ("états-majors", None),
    ],
)
def test_a_power_needs_a_name_of_its_own(name: str, key: str | None) -> None:
    assert power_key(name) == key


@pytest.mark.parametrize(
    ("alias", "name", "key"),
    [
        ("RNI", "Rassemblement national des indépendants", "rni"),
        ("R.N.I.", "Rassemblement national des indépendants", "rni"),
        ("Otan", "Organisation du traité de l'Atlantique nord", "otan"),
        ("NSA", "Agence de sécurité nationale", "nsa"),
        ("Rassemblement", "Rassemblement national des indépendants", None),
        ("parti", "Parti socialiste", None),
        ("RNI", "Kremlin", None),
    ],
)
def test_acronyms(alias: str, name: str, key: str | None) -> None:
    assert acronym_key(alias, name) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [("Mme Le Pen", "pen"), ("le pen", "pen"), ("l'Élysée", "elysee"), ("M.", "m"), ("Macron", "macron")],
)
def test_what_a_name_is_looked_up_by(name: str, key: str) -> None:
    assert lookup_key(name) == key


@pytest.mark.parametrize(
    ("words", "proper"), [("Le Pen", True), ("M. de Villepin", True), ("le responsable", False)]
)
def test_names_and_descriptions(words: str, proper: bool) -> None:
    assert is_proper(words) is proper


@pytest.mark.parametrize(
    ("source", "key"),
    [
        (Source("Emmanuel Macron", "person"), "person:emmanuel macron"),
        (Source("Macron", "person", ("Emmanuel Macron", "le président")), "person:emmanuel macron"),
        (Source("Macron", "person", ("Emmanuel Macron", "Brigitte Macron")), "in A:person:Macron"),
        (Source("Macron", "person"), "in A:person:Macron"),
        (Source("Premier ministre serbe", "person"), "in A:person:Premier ministre serbe"),
        (Source("Kremlin", "place"), "power:kremlin"),
        (Source("le Kremlin", "organisation"), "power:kremlin"),
        (Source("PS", "organisation", ("Parti socialiste",)), "power:parti socialiste"),
        (Source("gouvernement", "organisation"), "in A:organisation:gouvernement"),
        (Source("Le Monde", "document"), "document:monde"),
        (Source("communiqué", "document"), "in A:document:communiqué"),
        (Source("source policière", "anonymous"), "in A:anonymous:source policière"),
        (Source("les deux dirigeants", "group"), "in A:group:les deux dirigeants"),
        (Source("Jean Martin", "unknown"), "in A:unknown:Jean Martin"),
    ],
)  # fmt: skip
def test_what_a_source_can_be_known_by(source: Source, key: str) -> None:
    assert sight(source, "A").key == key


ROCHE = Sighting("person:camille roche", "A", "camille roche")
HE, SHE = Known(Identity("wikidata:Q1"), "m"), Known(Identity("wikidata:Q2"), "f")


@pytest.mark.parametrize(
    ("gender", "evidence", "identity"),
    [
        (None, Evidence(), Identity(ROCHE.key)),
        ("m", Evidence(), Identity(ROCHE.key)),
        ("m", Evidence(conflict=True), Identity(ROCHE.key, "m")),
        (None, Evidence(conflict=True), Identity(ROCHE.key, "@A")),
        (None, Evidence(known=(HE,)), HE.identity),
        ("f", Evidence(known=(HE,), conflict=True), Identity(ROCHE.key, "f")),
        ("f", Evidence(known=(HE, SHE), conflict=True), SHE.identity),
        (None, Evidence(known=(HE, SHE), conflict=True), Identity(ROCHE.key, "@A")),
        ("m", Evidence(known=(HE, Known(Identity("wikidata:Q3"), "m"))), Identity(ROCHE.key, "@A")),
        (
            "m",
            Evidence(known=(Known(Identity("wikidata:Q3"), None),), conflict=True),
            Identity(ROCHE.key, "m"),
        ),
    ],
)
def test_who_a_sighting_is(gender: str | None, evidence: Evidence, identity: Identity) -> None:
    sighting = Sighting(ROCHE.key, "A", "camille roche", gender)  # type: ignore[arg-type]
    assert settle(sighting, evidence)[0] == identity


def test_decisions_that_run_in_a_circle_end_at_one_point() -> None:
    a, b = Identity("person:a b"), Identity("person:c d")
    edges = {a.key: [Edge(1, a.key, "", None, b, None)], b.key: [Edge(2, b.key, "", None, a, None)]}
    ends = {follow(start, lambda key: edges.get(key, []), lambda key: False)[0] for start in (a, b)}
    assert len(ends) == 1
