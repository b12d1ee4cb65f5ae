"""Who speaks where one verb of saying governs another, and where two speakers share a sentence."""

from __future__ import annotations

import pytest
from test_attribution import Found, found_in

from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models

ROWS: list[tuple[str, Found]] = [
    # Whoever is accused said it.
    (
        "Le syndicat accuse la préfète d'avoir affirmé que le stock suffirait.",
        [
            ("Le syndicat", "accuse", "avoir affirmé que le stock suffirait"),
            ("la préfète", "avoir affirmé", "le stock suffirait"),
        ],
    ),
    (
        "Elle reproche au maire d'avoir annoncé que la piscine fermerait.",
        [
            ("Elle", "reproche", "avoir annoncé que la piscine fermerait"),
            ("maire", "avoir annoncé", "la piscine fermerait"),
        ],
    ),
    # Whoever is asked or promises to say something has not said it.
    (
        "Elle demande même au nouveau recteur nommé hier de l'inviter à parler.",
        [("Elle", "demande", "l'inviter à parler")],
    ),
    (
        "La mairesse a promis de dénoncer « ces abus » au conseil.",
        [("La mairesse", "a promis", "dénoncer « ces abus » au conseil")],
    ),
    # Each has his own words.
    (
        '"Nous paierons", a promis le ministre - "Personne ne paiera", a rétorqué la banquière.',
        [
            ("le ministre", "a promis", "Nous paierons"),
            ("la banquière", "a rétorqué", "Personne ne paiera"),
        ],
    ),
    (
        "« Nous partons », a dit Anne, « dès demain ».",
        [("Anne", "a dit", "Nous partons », a dit Anne, « dès demain")],
    ),
    # « Selon qui »
    (
        "L'avis a été remis au maire, selon qui la digue cédera.",
        [("maire", "selon", "la digue cédera")],
    ),
    ("Tout change selon qui gagne.", []),
    # What is told of the source is no part of what it says.
    (
        "Pour Farid, 32 ans, cariste, la réforme est « une punition ».",
        [("Farid", "Pour", "la réforme est « une punition")],
    ),
    (
        "D'après une enquête de la mairie publiée mardi, le pont bouge.",
        [("une enquête de la mairie", "D'après", "le pont bouge")],
    ),
    (
        "Selon le préfet, le pont, fermé lundi, tremblait.",
        [("le préfet", "Selon", "le pont, fermé lundi, tremblait")],
    ),
    # Whoever asks does not say.
    ("Interrogé par la presse, le suspect s'est tu.", []),
    (
        "Il a dénoncé une « mise en scène », avant d'avertir que son pays « saura répondre ».",
        [("Il", "a dénoncé", "mise en scène"), ("Il", "avertir", "son pays « saura répondre")],
    ),
    # An agency is no part of a name, nor the speaker.
    (
        '"C\'est un coup dur", a dit à Reuters Karim Dahmani, délégué CFDT.',
        [("Karim Dahmani", "a dit", "C'est un coup dur")],
    ),
    (
        "Un avertissement aux frondeurs, dont le chef, Bruno Salvan, juge le texte « mort-né ».",
        [("le chef, Bruno Salvan", "juge", "le texte « mort-né")],
    ),
    (
        "Le quotidien s'est interrogé « sur la voirie » avant de suggérer qu'un vote « serait sage ».",
        [
            ("Le quotidien", "s'est interrogé", "sur la voirie"),
            ("Le quotidien", "suggérer", "un vote « serait sage"),
        ],
    ),
    # What was told on is part of what was told.
    (
        "Anne Petit a confié que Jean Vernier lui avait dit : « Personne ne paiera. »",
        [
            ("Anne Petit", "a confié", "Jean Vernier lui avait dit : « Personne ne paiera."),
            ("Jean Vernier", "lui avait dit", "Personne ne paiera."),
        ],
    ),
    # To each source its figure.
    (
        "Ils étaient 5 000 à défiler, selon la police, 9 000 selon les organisateurs.",
        [("la police", "selon", "Ils étaient 5 000 à défiler"), ("les organisateurs", "selon", "9 000")],
    ),
    (
        "Le bilan est de douze morts selon les secours et de quinze selon l'armée.",
        [("les secours", "selon", "Le bilan est de douze morts"), ("l'armée", "selon", "quinze")],
    ),
    (
        "Selon le maire, la digue tient, mais selon l'ingénieure, elle cédera.",
        [("le maire", "Selon", "la digue tient"), ("l'ingénieure", "selon", "elle cédera")],
    ),
    # What closes the sentence is said of all of it.
    (
        "C'est un projet qui n'a pas été voté par le conseil, selon la préfecture.",
        [("la préfecture", "selon", "C'est un projet qui n'a pas été voté par le conseil")],
    ),
    # « Il faut » in somebody's words is not the author's.
    (
        "« C'est long. Il faut tenir bon, lance-t-elle. On y croit. »",
        [("elle", "lance-t-elle", "C'est long. Il faut tenir bon, lance-t-elle. On y croit.")],
    ),
    ("Il faut dire que la mer était forte.", []),
    # Without a space in front of the mark, as in Quebec.
    (
        "On n'en peut plus! affirme la mairesse. Où va-t-on? demande-t-elle.",
        [("la mairesse", "affirme", "On n'en peut plus!"), ("elle", "demande-t-elle", "Où va-t-on?")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_speaks(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected
