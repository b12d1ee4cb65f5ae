"""Names that their surroundings tell: local papers, names in marks, one of several, nicknames, the sitting judge."""

from __future__ import annotations

import pytest
from marked_text import names, resolved

from quotetrack.syntax.stanza_parser import Parser

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Il se tait. Selon [[L'Écho de la Vezouze]], il ment.", ["L'Écho de la Vezouze"]),
        (
            "Selon [[La Gazette du Val]], il ment. [[Le journal]] le répète.",
            ["Gazette du Val", "Gazette du Val"],
        ),
        (
            "Interrogée par L'Écho de la Vezouze, la préfète, Anne Roux, a dit non. [[La représentante de l'État]] "
            "exige un plan.",
            ["Anne Roux"],
        ),
        # An echo, a voice and a person are no papers.
        ("[[La voix de Marie]] tremble.", ["voix de Marie"]),
        ("« Non », dit [[Jean Courrier]].", ["Jean Courrier"]),
    ],
)
def test_local_papers(marked: str, expected: list[str], parser: Parser) -> None:
    found = names(marked, parser)
    assert [n and n.removeprefix("La ") for n in found] == expected


def test_a_local_paper_is_an_organisation(parser: Parser) -> None:
    (paper,) = resolved("Rien ne va plus. Selon [[Le Courrier de Mende]], il ment.", parser)
    assert paper is not None
    assert paper.kind == "organisation"
    assert paper.name.endswith("Courrier de Mende")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("« J'ai couru », raconte [[l'un des rescapés, Andreï]], qui a demandé l'anonymat.", ["Andreï"]),
        (
            "« Oui », a dit [[une de ses adjointes, Lise Roux]]. [[L'adjointe]] sourit.",
            ["Lise Roux", "Lise Roux"],
        ),
        (
            "« J'ai couru », raconte [[l'un des rescapés, Andreï]]. [[Le jeune homme de 24 ans]] ajoute qu'il tremble.",
            ["Andreï", "Andreï"],
        ),
        ("« Non », a dit [[l'un des maires]].", ["l'un des maires"]),
        (
            "Selon [[l'un des rescapés]], Andreï Popov a couru.",
            ["l'un des rescapés"],
        ),
    ],
)
def test_one_of_several_with_a_name(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Focus se tait. [[Le magazine « Spiegel »]] l'avait écrit.", ["Spiegel"]),
        ("[[L'association « Rivages »]] s'indigne.", ["Rivages"]),
        ("Le maire se tait. [[Le collectif « Lauzon »]] dit non.", ["Lauzon"]),
        ("[[Le journal]] « Sillons » n'existe plus ; [[le patron]] « Momo » rit.", ["Sillons", "patron"]),
        ("[[Le magazine]] parle d'un « Spiegel » brisé.", ["magazine"]),
    ],
)
def test_names_in_marks_behind_an_organisation(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[[Son buteur, le Fidjien Semi Tora]], rit.", ["Semi Tora"]),
        ("[[Le Croate Dejan Perisic]] a dit non.", ["Dejan Perisic"]),
        (
            "Le président, Guy Lacombe, rit. « Ils pleurent », a plaisanté « [[le Grand Guy]] ».",
            ["Guy Lacombe"],
        ),
        ("[[La Banque Postale Asset]] a dit non.", ["Banque Postale Asset"]),
        ("Guy Roux et Guy Petit rient. « Ils pleurent », a dit « [[le Grand Guy]] ».", ["Grand Guy"]),
    ],
)
def test_where_from_before_an_unlisted_first_name_and_nicknames(
    marked: str, expected: list[str], parser: Parser
) -> None:
    assert names(marked, parser) == expected


TRIAL = "Le procès s'ouvre au tribunal, le prévenu est dans le box. "


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            TRIAL + "La présidente, Anne Delorme, l'interroge. « Onze ? », relève [[la magistrate]].",
            ["Anne Delorme"],
        ),
        (TRIAL + "Le président, Luc Delorme, soupire. [[Le magistrat]] a dit que non.", ["Luc Delorme"]),
        (
            TRIAL + "La présidente du tribunal, Anne Delorme, soupire. [[La magistrate]] a dit que non.",
            ["Anne Delorme"],
        ),
        ("La présidente, Anne Delorme, parle. « Non », dit [[la magistrate]].", ["magistrate"]),
        (
            TRIAL + "La présidente de l'association, Anne Delorme, est là. [[La magistrate]] a dit que non.",
            ["magistrate"],
        ),
    ],
)
def test_the_judge_who_presides(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Fabien Guellec, 47 ans, est accusé d'avoir volé. Le juge parle. [[L'accusé]] a dit qu'il dormait.",
            ["Fabien Guellec"],
        ),
        (
            "Loïc Kervé, 41 ans, a été secouru hier. Le maire, Hervé Tanguy, rit. [[Le rescapé]] se dit modeste.",
            ["Loïc Kervé"],
        ),
        (
            "Anne Roux est soupçonnée d'avoir menti. Le maire se tait. [[La suspecte]] nie tout.",
            ["Anne Roux"],
        ),
        (
            "Loïc Kervé a été secouru. Luc Petit a été repêché. Le maire, Hervé Tanguy, rit. [[Le rescapé]] se dit "
            "modeste.",
            ["rescapé"],
        ),
        ("Fabien Guellec accuse le maire. Le juge parle. [[L'accusé]] a dit qu'il dormait.", ["accusé"]),
    ],
)
def test_the_accused_and_the_rescued(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Mette Holm et Inga Berg ont pesé les pales. Selon les deux chercheuses, c'est fini. L'analyste Sofia "
            "Lund rit. « Non », dit-elle. Mme Berg rejette cela. « Si », dit [[la chercheuse]].",
            ["Inga Berg"],
        ),
        (
            "Luc Roux et Marc Petit protestent. Les deux médecins quittent la salle. M. Petit revient. [[Le médecin]] "
            "dit qu'il regrette.",
            ["Marc Petit"],
        ),
        (
            "Luc Roux et Marc Petit protestent. Les deux avocats quittent la salle. M. Roux revient. [[L'avocat]] "
            "dit qu'il regrette.",
            ["Luc Roux"],
        ),
        (
            "Luc Roux et Marc Petit protestent. Les deux médecins quittent la salle. M. Petit revient. [[L'avocat du "
            "barreau]] dit non.",
            ["avocat du barreau"],
        ),
        (
            "Luc Roux et Marc Petit protestent. Les deux hommes quittent la salle. [[Le médecin]] dit non.",
            ["médecin"],
        ),
    ],
)
def test_what_two_are_called_each_is_called(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[[Le préfet du Grand Est]] a dit non.", ["préfet du Grand Est"]),
        (
            "[[Le président du Grand Est, Luc Roux]], est venu. [[L'élu du Grand Est]] rit.",
            ["Luc Roux", "Luc Roux"],
        ),
        ("[[La maire du Grand Paris]] est venue.", ["maire du Grand Paris"]),
        ("[[Le grand chef]] est parti.", ["grand chef"]),
        ("Le petit Luc est là. [[Luc]] est parti.", ["Luc"]),
    ],
)
def test_regions_with_a_small_word_in_their_name(marked: str, expected: list[str], parser: Parser) -> None:
    assert names(marked, parser) == expected


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        ("« Non », avait dit la veille [[Paul Roux]].", None),
        ("« Non », avait lancé le matin [[Paul Roux]].", None),
        ("« Non », a répété la semaine dernière [[Paul Roux]].", None),
        ("« Non », a dit [[le vigile Paul Roux]].", "vigile"),
        ("« Non », a dit [[la kayakiste Anne Roux]].", "kayakiste"),
    ],
)
def test_when_somebody_said_it_is_not_what_he_is(marked: str, role: str | None, parser: Parser) -> None:
    (found,) = resolved(marked, parser)
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "« Non », a dit [[Ali Hamo]], un chef de groupe. « Jamais », a dit [[Yasser Yous]]. Ils réagissaient à "
            "l'annonce par Sergueï Lavrov d'un départ. [[Les deux responsables]] ont dit qu'ils restaient.",
            "Ali Hamo et Yasser Yous",
        ),
        (
            "« Non », a dit [[Luc Roux]]. « Si », a dit [[Anne Petit]]. Le rapport cite Marc Vidal. [[Les deux "
            "experts]] "
            "ont dit que c'était faux.",
            "Luc Roux et Anne Petit",
        ),
        (
            "« Non », a dit [[Luc Roux]]. « Si », a dit [[Anne Petit]]. La loi vise Marc Vidal. [[Les deux "
            "élus]] ont dit "
            "qu'ils voteraient.",
            "Luc Roux et Anne Petit",
        ),
        (
            "« Non », a dit [[Luc Roux]]. Emmanuel Macron a vu Vladimir Poutine. [[Les deux hommes]] ont dit oui.",
            "Emmanuel Macron et Vladimir Poutine",
        ),
        (
            "Paul Morel et Anne Petit dirigent l'usine. [[Les deux responsables]] ont dit oui.",
            "Paul Morel et Anne Petit",
        ),
    ],
)
def test_the_two_who_spoke(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "La présidente du Parlement, Anna Puig, a parlé. De l'avis de [[la dirigeante du Parti populaire, Carmen "
            "Soler]], la présidente du Parlement « se cache ». [[La conservatrice]] veut un vote.",
            "Carmen Soler",
        ),
        (
            "« Un feu n'est pas un hasard, s'est emporté [[François Arizzo]]. Je suis en colère. Il faut punir. "
            "Il faut "
            "chercher. » Car l'élu n'a plus de doute. « On saura », lance-t-[[il]].",
            "François Arizzo",
        ),
        (
            "Avec sa collègue danoise Mette Holm, Inga Berg a pesé les pales. « Non », tempère [[la Danoise]]. "
            "« Si », dit "
            "[[la Norvégienne]].",
            "Inga Berg",
        ),
        (
            "La présidente du Parlement, Anna Puig, a vu la ministre, Carmen Soler. [[La conservatrice]] veut un vote.",
            "conservatrice",
        ),
        (
            "La collègue danoise Mette Holm a vu la patronne danoise Inga Berg. [[La Norvégienne]] a dit non.",
            "Norvégienne",
        ),
    ],
)
def test_of_two_the_one_whom_a_word_fits(marked: str, expected: str, parser: Parser) -> None:
    assert names(marked, parser)[-1] == expected
