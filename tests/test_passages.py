import random
import time
from itertools import combinations

import pytest

from quotetrack.documents import paragraphs, parse_document
from quotetrack.marks import EDGE
from quotetrack.model import Passage, Span
from quotetrack.passages import find_passages


def passages(text: str) -> list[Passage]:
    return find_passages(text, paragraphs(parse_document("example", text)))


def words(text: str) -> list[str]:
    return [passage.inner.of(text) for passage in passages(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Oui », dit-il.", ["Oui"]),
        ("«Oui», dit-il.", ["Oui"]),
        ("«\u00a0Oui\u202f», dit-il.", ["Oui"]),
        ("«\u200b\u2009Oui\ufeff», dit-il.", ["Oui"]),
        ("“Oui”, dit-il.", ["Oui"]),
        ('"Oui", dit-il.', ["Oui"]),
        ('" Oui ", dit-il.', ["Oui"]),
        ("‹ Oui ›, dit-il.", ["Oui"]),
        ("„Oui“, dit-il.", ["Oui"]),
        ("„Oui”, dit-il.", ["Oui"]),
        ("”Oui”, dit-il.", ["Oui"]),
        ("<< Oui >>, dit-il.", ["Oui"]),
        ("<<Oui>>, dit-il.", ["Oui"]),
        ("''Oui'', dit-il.", ["Oui"]),
        ("‘‘Oui’’, dit-il.", ["Oui"]),
        ("‘‘L’eau monte’‘, dit-il. ‘’Partez’’, dit-elle.", ["L’eau monte", "Partez"]),
        ("’’Oui’’, dit-il. ‘‘Non‘‘, dit-elle.", ["Oui", "Non"]),
        ("‘‘ Oui ’‘ a-t-il dit.", ["Oui"]),
        ("” Oui “, dit-il. Il ajoute : ” Non “.", ["Oui", "Non"]),
        ("Il dit : ” L'eau monte “.", ["L'eau monte"]),
        ("“ Oui ” et “ non ”, dit-il.", ["Oui", "non"]),
        ("Il dit “ oui ” puis “ non ”.", ["oui", "non"]),
        ("``Oui'', dit-il.", ["Oui"]),
        ("L’‘ami’ de l’été, les années ‘70.", ["ami"]),
        ("Le mot ‘oui’ suffit.", ["oui"]),
        ("'On n'a pas d'argent', dit-il. Un 'accord', l'été.", ["On n'a pas d'argent", "accord"]),
        ("Le film 'L'Été' et le 'p'tit Luc'.", ["L'Été", "p'tit Luc"]),
        ("Rock 'n' roll, les années '70, c'est l' enfer, d' où un écran de 15'.", []),
        ("Le mot 'oui suffit.", []),
        ('Il crie:"Oui!"et part.', ["Oui!"]),
        ('("Oui"), ("non")', ["Oui", "non"]),
        ('**"Oui"**, dit-il, _« non »_.', ["Oui", "non"]),
        (
            'En "démocratie, il y a des délais", dit-il, "certains".',
            ["démocratie, il y a des délais", "certains"],
        ),
        ("«» « » “\u202f” « Oui »", ["Oui"]),
        ("Aucune citation ici.", []),
    ],
)
def test_every_kind_of_mark_with_any_kind_of_space(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Le “grand débat” est clos »", [("Le “grand débat” est clos", 0), ("grand débat", 1)]),
        ("« Le « débat » est clos »", [("Le « débat » est clos", 0), ("débat", 1)]),
        ('"Le "débat" est clos"', [('Le "débat" est clos', 0), ("débat", 1)]),
        ('"Il est "grand"", dit-il.', [('Il est "grand"', 0), ("grand", 1)]),
        ("“Il dit ‘oui’ à l’été”", [("Il dit ‘oui’ à l’été", 0), ("oui", 1)]),
        ("\"Il m'a dit: 'Pas d'eau'.\"", [("Il m'a dit: 'Pas d'eau'.", 0), ("Pas d'eau", 1)]),
        (
            "« Un “deux ‘trois’” » et « un »",
            [("Un “deux ‘trois’”", 0), ("deux ‘trois’", 1), ("trois", 2), ("un", 0)],
        ),
    ],
)
def test_passages_nest(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(p.inner.of(text), p.depth) for p in passages(text)] == expected


def test_a_passage_knows_its_marks_and_its_place() -> None:
    text = "Il dit «\u00a0oui\u00a0»."
    assert passages(text) == [Passage(Span(7, 14), Span(9, 12), "«", "»")]


@pytest.mark.parametrize(
    "text",
    [
        "L'été d’aujourd'hui, c’est l’ ami.",
        "Les années ‘70 et l‘été.",
        "Il mesure 5'10\" et court en 3'42\".",
        'Un écran de 15" et un autre de 17" ont été vendus.',
        "Par 48° 51' 24\" nord, 2° 21' 07'' est.",
        'Il a vu l"été et aujourd"hui.',
        "Accueil » Politique » Élections",
        "Un guillemet perdu » ne prouve rien. Ni un autre” ici.",
        "a << 3 <<< b",
        '"',
        "« ",
    ],
)
def test_signs_that_are_no_quotation_marks(text: str) -> None:
    assert words(text) == []


def test_inches_and_seconds_do_not_end_a_quotation() -> None:
    assert words('"Elle a couru en 3\'42" hier", dit-il.') == ["Elle a couru en 3'42\" hier"]
    assert words('"Il avait 15 ans en 2010", dit-il.') == ["Il avait 15 ans en 2010"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Opened by one kind and closed by another.
        ('Il dit: "Je sais. » Le Kremlin a parlé.', [("Je sais.", "mismatched")]),
        ('« Je sais", a-t-il dit. Il est "sûr".', [("Je sais", "mismatched"), ("sûr", None)]),
        ('“Je sais", dit-il, “vraiment”.', [("Je sais", "mismatched"), ("vraiment", None)]),
        ("Le « mot« et « l'autre ».", [("mot", "mismatched"), ("l'autre", None)]),
        ("»Texte» dit-il.", [("Texte", "mismatched")]),
        ("Elle avoua » qu'elle pleurait », et sortit.", [("qu'elle pleurait", "mismatched")]),
        # Spaces on the wrong side.
        ('Le "mot "et puis "autre mot" ici.', [("mot", None), ("autre mot", None)]),
        ('Il dit" je pars", et sort.', [("je pars", None)]),
        # Never closed.
        ("Il dit : « Je pars. Je viens.", [("Je pars. Je viens.", "unclosed")]),
        ("Il se dit « prêt à tout. La séance est levée.", [("prêt à tout.", "unclosed")]),
        ("Il dit « je pars. Elle dit « je reste ».", [("je pars.", "unclosed"), ("je reste", None)]),
        (
            '"Je pars. Puis elle dit "oui" et rit.',
            [("Je pars.", "unclosed"), ("oui", None)],
        ),
        ("« Il dit “oui ».", [("Il dit “oui", None), ("oui", "unclosed")]),
        # Opened twice.
        ("C'est « un « un gaspillage du temps ».", [("un gaspillage du temps", "stray")]),
        ("« « Bonjour », dit-il.", [("Bonjour", "stray")]),
        # One mark ends two levels.
        ("« Il parle de « réforme », dit-on.", [("Il parle de « réforme", "unclosed"), ("réforme", None)]),
        # Never opened.
        ('La France remonte. Elle va vite", analyse X.', [("La France remonte. Elle va vite", "stray")]),
        (
            "Il est « prêt ». Demain, nous partons », assure-t-elle.",
            [("prêt", None), ("Demain, nous partons", "stray")],
        ),
        ("Nous partons » a-t-elle dit.", [("Nous partons", "stray")]),
        ("« Oui » », dit X.", [("Oui", None)]),
    ],
)
def test_broken_marks_are_mended_where_the_extent_is_evident(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(p.inner.of(text), p.repaired) for p in passages(text)] == expected


def test_a_mark_that_is_never_closed_does_not_swallow_the_article() -> None:
    text = "Il dit : « Nous verrons.\n\nLe reste.\n\n« Oui », dit-elle. " + "Rien de plus. " * 300
    assert words(text) == ["Nous verrons.", "Oui"]
    text = "« Nous verrons. " + "Rien de plus. " * 300 + "Elle dit « non »."
    assert "non" in words(text)


@pytest.mark.parametrize(
    ("opening", "again", "closing"),
    [("« ", "« ", " »"), ("« ", "» ", " »"), ('"', '"', '"'), ("“", "“", "”")],
)
def test_a_quotation_over_several_paragraphs(opening: str, again: str, closing: str) -> None:
    text = f"{opening}Un.\n\n{again}Deux.\n\n{again}Trois{closing}, dit-il. Il est {opening}sûr{closing}."
    found = passages(text)
    assert [(p.inner.of(text), p.continues, p.repaired) for p in found] == [
        ("Un.", False, None),
        ("Deux.", True, None),
        ("Trois", True, None),
        ("sûr", False, None),
    ]
    assert [p.closing for p in found] == ["", "", closing.strip(), closing.strip()]


def test_a_quotation_that_does_not_repeat_its_mark() -> None:
    text = "« Un.\n\nDeux.\n\nTrois », dit-il.\n\nFin."
    assert [(p.inner.of(text), p.continues) for p in passages(text)] == [
        ("Un.", False),
        ("Deux.", True),
        ("Trois", True),
    ]


def test_a_nested_passage_in_a_quotation_that_goes_on() -> None:
    text = "« Il y a le « mot » et la chose.\n\n« La chose », dit-il."
    assert [(p.inner.of(text), p.depth, p.continues) for p in passages(text)] == [
        ("Il y a le « mot » et la chose.", 0, False),
        ("mot", 1, False),
        ("La chose", 0, True),
    ]


def test_turns_of_a_dialogue() -> None:
    text = "— Vous partez ?\n\n— Oui, le « grand » jour.\n\nIl sort."
    assert [(p.inner.of(text), p.opening, p.dialogue, p.depth) for p in passages(text)] == [
        ("Vous partez ?", "—", True, 0),
        ("Oui, le « grand » jour.", "—", True, 0),
        ("grand", "«", False, 1),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Pommes\n- Poires\n- Scoubidous", []),
        ("- Le budget est voté.\n- La séance est levée.", []),
        ("— Vous partez ?\n\nIl est sorti.", []),
        ("- « Une phrase. »\n- « Et vous ? »", ["Une phrase.", "Et vous ?"]),
    ],
)
def test_dashes_that_are_no_dialogue(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_marks_outside_the_paragraphs_are_left_alone() -> None:
    text = "« a » « b »"
    assert [p.inner.of(text) for p in find_passages(text, [Span(6, 11)])] == ["b"]
    assert find_passages(text, []) == []


def test_no_text_fails_and_passages_are_disjoint_or_nested() -> None:
    chosen = random.Random(20)
    pieces = [*"«»“”„‹›\"'‘’", "''", "<<", ">>", "\n", "\n\n", " ", " ", "\u00a0", "\u200b", "- ", "— "]
    pieces += ["mot", "Mot", "l", "a", "5", ".", ",", ":", "?", "je"]
    for _ in range(4000):
        text = "".join(chosen.choices(pieces, k=chosen.randint(1, 40))) + "x"
        spans = paragraphs(parse_document("random", text))
        found = find_passages(text, spans)
        assert [p.span.start for p in found] == sorted(p.span.start for p in found)
        for passage in found:
            inner = passage.inner.of(text)
            assert passage.span.contains(passage.inner)
            assert inner[0] not in EDGE and inner[-1] not in EDGE
            assert any(span.contains(passage.span) for span in spans)
            assert passage.span.of(text).startswith(passage.opening)
            assert passage.span.of(text).endswith(passage.closing)
        for one, other in combinations((p.span for p in found), 2):
            assert not one.overlaps(other) or one.contains(other) or other.contains(one), (text, one, other)
        for passage in found:
            around = [
                p
                for p in found
                if p is not passage and p.span.contains(passage.span) and p.span != passage.span
            ]
            assert passage.depth == len(around), (text, passage)


@pytest.mark.parametrize(
    "piece",
    [
        "«",
        "« ",
        "« a. ",
        "»",
        "a », b ",
        '"',
        '" ',
        "«“",
        "« “B. C” ",
        "''",
        "‘a",
        " 'a' l'",
        "<<",
        "— a\n",
        "« a\n",
        "a »\n",
    ],
)
def test_hopeless_texts_take_no_more_time_than_others(piece: str) -> None:
    text = "x" + piece * (50_000 // len(piece))
    spans = paragraphs(parse_document("hopeless", text))
    start = time.perf_counter()
    find_passages(text, spans)
    # Quadratic time would be minutes.
    assert time.perf_counter() - start < 20
