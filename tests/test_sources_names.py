"""Names: the full one for the short one, titles and slips of spelling."""

from __future__ import annotations

import pytest
from marked_text import names, resolved

from quotetrack.model import Document, Span
from quotetrack.sources import Mention, resolve
from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Emmanuel Macron a reçu Angela Merkel. « C'est un bon accord », a dit [[Macron]]. [[Mme "
            "Merkel]] a parlé d'« un pas ».",
            ["Emmanuel Macron", "Angela Merkel"],
        ),
        (
            "Dominique de Villepin s'oppose au projet. [[M. de Villepin]] l'a jugé « inutile ». "
            "[[Villepin]] a dit qu'il voterait contre.",
            ["Dominique de Villepin"] * 2,
        ),
        (
            "Marine Le Pen et Jean-Luc Mélenchon débattaient. « Vous mentez », a lancé [[Le Pen]]. "
            "[[Mélenchon]] a répondu qu'elle avait tort.",
            ["Marine Le Pen", "Jean-Luc Mélenchon"],
        ),
        (
            "Ursula von der Leyen a tranché. « Nous paierons », a promis [[Mme von der Leyen]].",
            ["Ursula von der Leyen"],
        ),
        (
            "L'historien J.-P. Rioux publie un livre. « C'est une somme », dit [[M. Rioux]].",
            ["J.-P. Rioux"],
        ),
        (
            "François Hollande et Ségolène Royal se sont parlé. [[Mme Royal]] a dit « non ». [[M. "
            "Hollande]] a dit « oui ».",
            ["Ségolène Royal", "François Hollande"],
        ),
        (
            "Pierre Durand et Jeanne Durand tiennent la ferme. « On vend », dit [[Mme Durand]]. [[M. "
            "Durand]] affirme le contraire.",
            ["Jeanne Durand", "Pierre Durand"],
        ),
        (
            "Vladimir Poutine a parlé. Selon [[le président russe]], « tout va bien ». [[Poutine]] a "
            "ajouté que la paix viendrait.",
            ["Vladimir Poutine"] * 2,
        ),
        (
            "Le secrétaire général de la CGT, Philippe Martinez, a appelé à la grève. « On ira au bout "
            "», a dit [[le leader syndical]].",
            ["Philippe Martinez"],
        ),
        (
            "Kylian Mbappé a marqué deux fois. « Je suis heureux », a dit [[l'attaquant]].",
            ["Kylian Mbappé"],
        ),
        (
            "Nikola Karabatic et Luka Karabatic ont gagné. « On l'a fait », a crié [[Luka Karabatic]].",
            ["Luka Karabatic"],
        ),
        (
            "Le maire de Lyon, Grégory Doucet, a inauguré le pont. « Il est beau », a dit [[Grégory "
            "Doucet]], qui fêtait ses 50 ans.",
            ["Grégory Doucet"],
        ),
        (
            "Selon [[Me Sophie Martin]], son client est innocent. « Il dort mal », ajoute [[l'avocate]].",
            ["Sophie Martin"] * 2,
        ),
        (
            "Abdel Fattah al-Sissi a reçu Benyamin Netanyahou. « La paix est proche », a dit [[M. Sissi]].",
            ["Abdel Fattah al-Sissi"],
        ),
    ],
)
def test_names(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[[Le docteur Paul Martin]] soigne les enfants. « Ils vont mieux », assure [[le médecin]].",
            ["Paul Martin"] * 2,
        ),
        (
            "[[Le Pr Didier Raoult]] a parlé. « C'est fini », jure [[l'infectiologue]].",
            ["Didier Raoult"] * 2,
        ),
        (
            "[[Le pape François]] a prié pour la paix. [[Le souverain pontife]] a dit sa « douleur ».",
            ["François"] * 2,
        ),
        (
            "[[Le colonel Jean Roux]] dirige l'opération. [[L'officier]] a précisé que six hommes "
            "étaient morts.",
            ["Jean Roux"] * 2,
        ),
        (
            "[[L'ancien ministre de la Culture Jack Lang]] a jugé le projet « absurde ».",
            ["Jack Lang"],
        ),
        (
            "[[Le Premier ministre Manuel Valls]] était à Nantes. « On tiendra », a dit [[le Premier "
            "ministre]].",
            ["Manuel Valls"] * 2,
        ),
        (
            "[[Laurent Berger (CFDT)]] a dit non. [[Philippe Martinez (CGT)]] aussi : « Jamais ! »",
            ["Laurent Berger", "Philippe Martinez"],
        ),
        (
            "« J'ai tout perdu », raconte [[Christelle, 34 ans]]. [[Elle]] dit dormir dans sa voiture.",
            ["Christelle"] * 2,
        ),
        (
            "« On y croit », sourit [[Hugo]], 12 ans.",
            ["Hugo"],
        ),
        (
            "L'avocat de la famille, [[Me Dupond-Moretti]], a dénoncé « une mascarade ».",
            ["Dupond-Moretti"],
        ),
        (
            "[[Mgr Aupetit]] a demandé pardon.",
            ["Aupetit"],
        ),
        (
            "Selon [[Christine Lagarde, la présidente de la BCE,]] l'inflation va baisser. [[La "
            "patronne de la BCE]] reste prudente : « Rien n'est acquis. »",
            ["Christine Lagarde"] * 2,
        ),
    ],
)
def test_titles(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected


def test_a_name_is_known_without_a_parse() -> None:
    assert names("Jean Roux a parlé. « Non », a dit [[M. Roux]].", None) == ["Jean Roux"]


def test_two_of_one_last_name_are_two() -> None:
    found = resolved("Paul Roux accuse Jean Roux. [[Paul Roux]] dit non, [[Jean Roux]] dit oui.", None)
    assert [s.name for s in found if s] == ["Paul Roux", "Jean Roux"]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Fatmir Sejdiu", "Fatmir Sedjiu", True),
        ("Boris Tadic", "Boris Tadić", True),
        ("Paul Martin", "Paule Martin", False),
        ("Jean Roux", "Jean Doux", False),
        ("Marie Durand", "Mario Durand", False),
    ],
)
def test_slips_of_spelling(left: str, right: str, same: bool) -> None:
    text = f"{left} et {left} sont venus. [[{left}]] dit non. {right} est parti. [[{right}]] dit oui."
    first, second = names(text, None)
    assert (first == second) is same


def test_what_is_known_of_a_source() -> None:
    text = "« Nous agirons », a dit [[la ministre de la Santé, Agnès Buzyn]]. [[Mme Buzyn]] a promis une loi."
    first, second = resolved(text, None)
    assert first == second
    assert first is not None
    assert (first.name, first.kind, first.gender) == ("Agnès Buzyn", "person", "f")
    assert first.role == "ministre de la Santé"
    assert "Buzyn" in first.aliases


def test_no_gender_without_evidence() -> None:
    (source,) = resolved("« Non », a dit [[Dominique Tran]].", None)
    assert source is not None
    assert source.gender is None


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("le Kremlin", "place"),
        ("Paris", "place"),
        ("le ministère de l'Intérieur", "organisation"),
        ("l'AFP", "organisation"),
        ("une étude de l'Insee", "document"),
        ("un proche du dossier", "anonymous"),
        ("les syndicats", "group"),
        ("le préfet", "person"),
        ("les Européens", "group"),
    ],
)
def test_kinds(mention: str, kind: str) -> None:
    (source,) = resolved(f"Selon [[{mention}]], la route rouvrira lundi.", None)
    assert source is not None
    assert source.kind == kind


def test_the_power_behind_a_place() -> None:
    (source,) = resolved("[[Le Kremlin]] dément.", None)
    assert source is not None
    assert (source.name, source.role) == ("Kremlin", "présidence russe")


def test_a_document_without_words_has_no_sources() -> None:
    document = Document("empty", "…", Span(0, 0))
    assert resolve(document, [], [Mention(Span(0, 1))], []) == [None]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le porte-parole, Damantang Albert Camara, a réagi. « Rien ne presse », a dit [[Camara]].",
            ["Damantang Albert Camara"],
        ),
        ("« Rien ne presse », a dit [[le ministre Ravo Pierre Olo]].", ["Ravo Pierre Olo"]),
        ("Ravo Pierre Olo est sorti. « Rien ne presse », a dit [[M. Olo]].", ["Ravo Pierre Olo"]),
        ("« Rien ne presse », a dit [[le directeur d'Efilor Michel Balan]].", ["Michel Balan"]),
        ("« Rien ne presse », a dit [[la ministre de la Santé Agnès Brun]].", ["Agnès Brun"]),
    ],
)
def test_a_first_name_in_the_middle_parts_a_name_only_from_a_thing(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Di Marco est sorti. « Rien à dire », a-t-[[il]] dit.", ["Di Marco"]),
        ("Van Houten est sorti. « Rien à dire », a-t-[[il]] dit.", ["Van Houten"]),
        ("Ben Salah est sorti. « Rien à dire », a-t-[[il]] dit.", ["Ben Salah"]),
        ("De loin, Paul Roux sourit. « Rien à dire », dit-[[il]].", ["Paul Roux"]),
        ("Les Nantais sont sortis. « Rien à dire », ont-[[ils]] dit.", ["Nantais"]),
    ],
)
def test_a_particle_may_begin_a_sentence_unless_it_is_an_article(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "La ministre du Plan et porte-parole du gouvernement est venue. « Non », dit [[la porte-parole]].",
            ["ministre du Plan"],
        ),
        (
            "Lise Mora, avocate et présidente du club, est venue. « Non », dit [[la présidente]].",
            ["Lise Mora"],
        ),
        ("Le maire et président du club est venu. « Non », dit [[le président]].", ["maire"]),
        (
            "Le maire et le président du club sont venus. « Non », dit [[le président]].",
            ["président du club"],
        ),
        ("L'entraineur Luc Roux est venu. « Non », dit [[l'entraineur]].", ["Luc Roux"]),
    ],
)
def test_a_second_role_without_an_article_is_the_same_persons(
    marked: str, expected: list[str | None], parser: Parser
) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Le ministre ukrainien des Affaires étrangères, Dmytro Koval, est venu. « Non », a dit [[le chef de la "
            "diplomatie ukrainienne]].",
            ["Dmytro Koval"],
        ),
        (
            "Selon [[le maire]], le président de l'Association des pompiers Ronald Marin, a été vu dans la rue.",
            ["maire"],
        ),
        (
            "D'après [[la ministre]], la directrice du port Lise Amar, a menti.",
            ["ministre"],
        ),
        ("[[Le patron de la NSA, le général Keith Alban]], s'est tu.", ["Keith Alban"]),
        (
            "« Tant pis », explique [[M. Otis]].\n\nAppelé à commenter, M. Sylvain n'a pas voulu s'étendre. « Nos gens "
            "souffrent », indique-t-[[il]].",
            ["Otis", "Sylvain"],
        ),
    ],
)
def test_whose_title_or_turn_it_is(marked: str, expected: list[str | None], parser: Parser) -> None:
    assert names(marked, parser) == expected
