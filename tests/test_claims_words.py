"""Folding, relations and differences: what counts as the same words, and what a difference is about."""

from __future__ import annotations

import pytest
from archive_examples import version

from quotetrack.claims.alignment import relate
from quotetrack.claims.differences import difference
from quotetrack.claims.folding import fold
from quotetrack.claims.shingles import shingles
from quotetrack.claims.touched import is_conditional
from quotetrack.claims.versions import informative_key, versions
from quotetrack.model import Document, Extraction, Quote, Source, Span


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("L’Élysée a versé 1\u202f000 €", "l elysee a verse 1000 euros"),
        ("l'elysee A VERSE 1.000 euros !", "l elysee a verse 1000 euros"),
        ("cœur, e\u0301te\u0301, au\u00adjourd’hui", "coeur ete aujourd hui"),
        ("vingt-deux pour cent", "22 %"),
        ("quatre-vingt-dix-sept", "97"),
        ("cent vingt-trois mille", "123000"),
        ("soixante et onze, deux mille vingt", "71 2020"),
        ("quatre, cinq", "4 5"),
        ("un homme et une femme", "un homme et une femme"),
        ("3,50 % et 3.5 %", "3,5 % et 3,5 %"),
        ("Il [le ministre] part", "il part"),
        ("Il part [sic] lundi (sic)", "il part lundi"),
    ],
)
def test_typography_case_accents_and_spelled_numbers_do_not_count(printed: str, folded: str) -> None:
    assert " ".join(word.form for word in fold(printed)) == folded


def test_a_folded_word_knows_where_it_stands_and_what_was_left_out_before_it() -> None:
    text = "Nous irons […] à Vingt-Deux lieues. Demain"
    words = fold(text)
    assert [text[word.start : word.end] for word in words] == [
        "Nous",
        "irons",
        "à",
        "Vingt-Deux",
        "lieues",
        "Demain",
    ]
    assert [word.form for word in words if word.gap] == ["a"]
    assert [word.form for word in words if word.capital] == ["22"]
    assert not any(word.gap for word in fold("Il part [sic] lundi"))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("rouvriront", "rouvriraient"), "rouvr"),
        (("fini", "finies", "finie"), "fini"),
        (("2020",), "2020"),
        (("ne", "pas", "serait", "pourra", "les"), ""),
    ],
)
def test_conjugated_forms_share_a_key_and_function_words_have_none(words: tuple[str, ...], key: str) -> None:
    assert {informative_key(word) for word in words} == {key}


SCHOOLS = "Les écoles rouvriront lundi dans tout le pays"


@pytest.mark.parametrize(
    ("one", "other", "same_mouth", "two_mouths"),
    [
        (SCHOOLS, "les ecoles rouvriront LUNDI, dans tout le pays.", "same", "same"),
        (SCHOOLS, "que les écoles rouvriraient lundi dans tout le pays", "altered", "altered"),
        (SCHOOLS, "Je le dis : les écoles rouvriront lundi dans tout le pays, et les lycées aussi", *["contained"] * 2),
        ("Nous livrerons des chars […] avant Noël à Kiev", "Nous livrerons des chars lourds et neufs avant Noël à Kiev",
         "contained", "contained"),
        ("Il n'y aura pas de hausse des impôts", "Il y aura une hausse des impôts", "altered", "unrelated"),
        ("Nous avons livré 12 chars à Kiev", "Nous avons livré trente chars à Kiev", "altered", "unrelated"),
        ("un jeu dangereux", "La Turquie joue un jeu dangereux en Libye", "contained", "unrelated"),
        ("un jeu dangereux", "un jeu dangereux", "same", "unrelated"),
        ("Nous sommes en guerre", "Nous sommes en guerre", "same", "unrelated"),
        ("Chacun doit prendre ses responsabilités", "Chacun doit prendre ses responsabilités", "same", "unrelated"),
        # Another name is another word, another name and another thing make another statement.
        ("Nous fermerons le lycée public de Brest avant janvier, pour faire des économies immédiates",
         "Nous fermerons le lycée public de Caen avant janvier, pour faire des économies immédiates",
         "altered", "altered"),
        ("Nous fermerons le lycée public de Brest avant janvier, pour faire des économies immédiates",
         "Nous fermerons la piscine publique de Caen avant janvier, pour faire des économies immédiates",
         "unrelated", "unrelated"),
        ("la sécurité des Français", "Je veux la sécurité des Français et celle de leurs enfants", "contained",
         "unrelated"),
        ("Les hôpitaux manquent de lits dans tout le pays", SCHOOLS, "unrelated", "unrelated"),
        ("Les écoles fermeront mardi dans toute la région", SCHOOLS, "unrelated", "unrelated"),
    ],
)  # fmt: skip
def test_two_quotes_are_one_claim_when_enough_words_agree(
    one: str, other: str, same_mouth: str, two_mouths: str
) -> None:
    first, second, stranger = version(one), version(other), version(other, "Jean Castex")
    assert relate(first, second).kind == same_mouth
    assert relate(first, stranger).kind == two_mouths
    assert relate(second, first) == relate(first, second)
    assert relate(stranger, first) == relate(first, stranger)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Macron", "Emmanuel Macron", True),
        ("M. Macron", "Emmanuel Macron", True),
        ("Jean-Marie Le Pen", "Marine Le Pen", False),
        ("Emmanuel Macron", "Emmanuel Valls", False),
    ],
)
def test_a_speaker_is_known_by_part_of_the_name(one: str, other: str, same: bool) -> None:
    fragment = "un jeu dangereux"
    assert (relate(version(fragment, one), version(fragment, other)).kind == "same") is same


def test_anonymous_speakers_are_nobody_in_particular() -> None:
    one, other = (
        version("un jeu dangereux", "un diplomate", speaker_kind="anonymous", depth=n) for n in (0, 1)
    )
    assert relate(one, other).kind == "unrelated"


@pytest.mark.parametrize(
    ("one", "other", "changes"),
    [
        ("Nous ne livrerons pas d'armes à la Libye", "Nous livrerons des armes à la Libye", {"negation"}),
        ("C'est pas une bonne idée de fermer les écoles", "Ce n'est pas une bonne idée de fermer les écoles", set()),
        ("Il n'y a plus d'argent dans les caisses", "Il y a plus d'argent dans les caisses", {"negation"}),
        ("Nous ne voulons plus payer pour les banques", "Nous voulons payer pour les banques", {"negation"}),
        ("L'État n'achètera pas la digue de Brest", "L'État n'a pas acheté la digue de Brest", set()),
        ("Nous ne fermons plus la digue de Brest", "Nous n'avons plus fermé la digue de Brest", {"wording"}),
        ("Nous devons agir contre la misère", "Nous pouvons agir contre la misère", {"modality"}),
        ("Le vaccin sera prêt pour tous les soignants", "Le vaccin serait prêt pour tous les soignants", {"modality"}),
        ("Nous avons livré 12 chars à Kiev", "Nous avons livré trente chars à Kiev", {"number"}),
        ("Avec 2 000 lits de plus, Brest respire", "Avec 2 001 lits de plus, Brest respire", {"number"}),
        ("Il faut plus de lits dans la région", "Il faut moins de lits dans la région", {"number"}),
        ("Tous les élus de la région partiront", "Certains élus de la région partiront", {"number"}),
        ("Il ouvrira le 12 mars pour les soignants", "Il ouvrira le 14 mars pour les soignants", {"date"}),
        ("Le plan de mai 2020 est prêt pour Lille", "Le plan de mai 2021 est prêt pour Lille", {"date"}),
        ("Je remercie Angela Merkel de son soutien constant", "Je remercie Olaf Merkel de son soutien constant",
         {"name"}),
        ("La guerre est finie", "La guerre était finie", {"form"}),
        ("Ils jouent un rôle trouble dans cette affaire", "Ils jouent un jeu trouble dans cette affaire", {"wording"}),
        (SCHOOLS, "Je le dis : " + SCHOOLS + " et en Corse", set()),
        ("Nous livrerons des chars […] avant Noël à Kiev", "Nous livrerons des chars neufs avant Noël à Kiev", set()),
    ],
)  # fmt: skip
def test_a_difference_says_what_it_touches(one: str, other: str, changes: set[str]) -> None:
    assert set(difference(version(one), version(other)).touched) - {"form"} == changes - {"form"}
    if changes == {"form"}:
        assert difference(version(one), version(other)).touched == ("form",)


def test_a_change_is_verbatim_only_inside_quotation_marks_on_both_sides() -> None:
    words = "Nous avons livré 12 chars à Kiev", "Nous avons livré 30 chars à Kiev"
    (quoted,) = difference(version(words[0]), version(words[1])).changes
    (loose,) = difference(version(words[0]), version(words[1], verbatim=False)).changes
    assert (quoted.before, quoted.after) == ((3, 4), (3, 4))
    assert quoted.verbatim and not loose.verbatim


@pytest.mark.parametrize(
    "verb", ["serait", "pourraient", "rouvriraient", "devrait", "viendrait", "mettrait", "irait"]
)
def test_a_conditional_is_recognised(verb: str) -> None:
    assert is_conditional(verb)


@pytest.mark.parametrize(
    "verb", ["esperait", "tirait", "entrait", "etait", "considerait", "preparait", "francais"]
)
def test_an_imperfect_is_no_conditional(verb: str) -> None:
    assert not is_conditional(verb)


def test_an_exact_cut_shares_all_its_shingles_with_the_whole() -> None:
    whole = version(
        "Nous voulons bâtir ensemble une école gratuite, moderne et ouverte dans chaque commune rurale"
    )
    cut = version("bâtir ensemble une école gratuite, moderne et ouverte")
    for of_cut, of_whole in zip(shingles(cut), shingles(whole), strict=True):
        assert of_cut <= of_whole


def test_who_passes_words_on_claims_only_what_is_his_own() -> None:
    text = "Le Kremlin a dit que Poutine a répondu : « Nous ne céderons rien à personne »"
    inner = Span(text.index("Nous"), len(text) - 2)
    frame = Quote(
        "a", "indirect", Span(text.index("Poutine"), len(text)), speaker=Source("Kremlin", "organisation")
    )
    words = Quote("b", "direct", inner, (inner,), speaker=Source("Vladimir Poutine", "person"), via="a")
    found = dict(versions(Extraction(Document("d", text, Span(0, len(text))), (frame, words))))
    assert [quote.id for quote in found] == ["b"]
    assert found[words].depth == 1
