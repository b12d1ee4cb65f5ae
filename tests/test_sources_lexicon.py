"""What the lexicon of sources knows: roles, names of persons, places that speak."""

from __future__ import annotations

import pytest

from quotetrack.lexicon.institutions import country_of, institution, is_nationality, medium
from quotetrack.lexicon.people import first_name_gender, is_first_name, is_title, office_holders, title_gender
from quotetrack.lexicon.roles import noun_form, office


@pytest.mark.parametrize(
    ("words", "lemma", "kind", "gender", "plural"),
    [
        (["directrice"], "directeur", "person", "f", False),
        (["directrices", "générales"], "directeur général", "person", "f", True),
        (["porte-parole"], "porte-parole", "person", None, False),
        (["secrétaire", "d'", "Etat"], "secrétaire d'État", "person", None, False),
        (["journaux"], "journal", "organisation", "m", True),
        (["agence", "de", "presse"], "agence de presse", "organisation", "f", False),
        (["étude"], "étude", "document", "f", False),
        (["sources"], "source", "anonymous", "f", True),
        (["médecin-conseil"], "médecin", "person", None, False),
    ],
)
def test_nouns_of_sources(words: list[str], lemma: str, kind: str, gender: str | None, plural: bool) -> None:
    form = noun_form(words, 0)
    assert form is not None
    assert (form.entry.lemma, form.entry.kind, form.gender, form.plural) == (lemma, kind, gender, plural)


@pytest.mark.parametrize("words", [["suspecté"], ["pomme"], ["enquêté"]])
def test_other_words_name_no_source(words: list[str]) -> None:
    assert noun_form(words, 0) is None


@pytest.mark.parametrize(
    ("head", "complement", "expected"),
    [
        ("chef", "État", "head-of-state"),
        ("patron", "diplomatie américaine", "foreign-minister"),
        ("ministre", "affaires étrangères", "foreign-minister"),
        ("garde des Sceaux", "", "justice-minister"),
        ("chef", "", None),
        ("patron", "socialistes", None),
    ],
)
def test_offices_by_their_many_names(head: str, complement: str, expected: str | None) -> None:
    assert office(head, complement) == expected


def test_first_names_and_titles() -> None:
    assert first_name_gender("Agnès") == "f"
    assert first_name_gender("Jean-Éric") == "m"
    assert first_name_gender("Dominique") is None
    assert is_first_name("Dominique")
    assert not is_first_name("Selon")
    assert title_gender("Mme") == "f"
    assert title_gender("Me") is None
    assert is_title("Me")
    assert not is_title("me")


def test_places_that_stand_for_a_power_and_the_country_behind() -> None:
    place = institution("Maison-Blanche")
    assert place is not None
    assert (place.kind, place.stands_for) == ("place", "présidence américaine")
    assert country_of("Paris") == country_of("françaises") == country_of("France") == "France"
    assert is_nationality("Serbes")
    assert not is_nationality("Belgrade")
    assert country_of("Monsieur") is None


def test_media_with_their_own_article_or_without() -> None:
    for printed in ("Le Monde", "Monde", "L'Express", "Express"):
        assert medium(printed) is not None
    assert medium("Gazette de nulle part") is None


def test_office_holders_tell_by_whom_an_office_was_held_and_when() -> None:
    (holder,) = office_holders("Hollande")
    assert (holder.office, holder.country, holder.since, holder.until) == (
        "head-of-state",
        "France",
        2012,
        2017,
    )
    assert office_holders("Personne") == ()
