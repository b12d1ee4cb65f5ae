"""Each construction on sentences of our own: who is quoted, by which cue, for which words.

A row is a text and what must come out of it: (source, cue, content) for each quote; « — » stands for nothing there.
The rows of the second table of a construction must be left alone.
"""

from __future__ import annotations

import pytest

from quotetrack.documents import parse_document
from quotetrack.extraction import Extractor

pytestmark = pytest.mark.models
Found = list[tuple[str, str, str]]


Credited = list[tuple[str, str, str, str]]


def credited_in(extractor: Extractor, text: str) -> Credited:
    """Return source, cue, content and name of the source of each quote of a text; « — » for what is not there."""
    return [
        (
            q.source.of(text) if q.source else "—",
            q.cue.of(text) if q.cue else "—",
            q.content.of(text),
            q.speaker.name if q.speaker else "—",
        )
        for q in extractor.extract(parse_document("x", text)).quotes
    ]


def found_in(extractor: Extractor, text: str) -> Found:
    """Return source, cue and content of each quote of a text, in text order."""
    return [(source, cue, content) for source, cue, content, _ in credited_in(extractor, text)]


INCISES = [
    (
        "« Le pont rouvrira lundi », a annoncé la maire.",
        [("la maire", "a annoncé", "Le pont rouvrira lundi")],
    ),
    (
        "« Le pont, a-t-elle dit, rouvrira lundi. »",
        [("elle", "a-t-elle dit", "Le pont, a-t-elle dit, rouvrira lundi.")],
    ),
    ("« Tant pis » soupire le gardien du phare.", [("le gardien du phare", "soupire", "Tant pis")]),
    (
        "« On verra », s'est emporté devant les grilles Julien Carpentier.",
        [("Julien Carpentier", "s'est emporté", "On verra")],
    ),
    (
        "Les travaux, a précisé le préfet, commenceront en mars.",
        [("le préfet", "a précisé", "Les travaux, a précisé le préfet, commenceront en mars")],
    ),
    ("La route est coupée, indique la gendarmerie.", [("la gendarmerie", "indique", "La route est coupée")]),
    (
        "« Il faut partir », a déclaré à la presse un haut responsable de la mairie.",
        [("un haut responsable de la mairie", "a déclaré", "Il faut partir")],
    ),
    (
        "« On part demain, souffle Nadia. Les valises sont prêtes. »",
        [("Nadia", "souffle", "On part demain, souffle Nadia. Les valises sont prêtes.")],
    ),
    (
        "« C'est mieux », fait valoir l'ancien ministre.",
        [("l'ancien ministre", "fait valoir", "C'est mieux")],
    ),
]
NO_INCISES = [
    "Il arrive sur place, constate les dégâts et repart aussitôt.",
    "Le cuisinier, ajoute du sel et remue dix minutes.",
    "La voiture roule vite, dépasse un camion et disparaît.",
]

CLAUSES = [
    ("Le préfet a assuré mardi que la route rouvrirait.", [("Le préfet", "a assuré", "la route rouvrirait")]),
    ("Elle a demandé si le train partait à l'heure.", [("Elle", "a demandé", "le train partait à l'heure")]),
    (
        "Le maire a dit que la salle serait prête et que l'école rouvrirait.",
        [("Le maire", "a dit", "la salle serait prête et que l'école rouvrirait")],
    ),
    (
        "Il a ajouté que le groupe ouvrirait dix magasins et rappelé que la dette baissait.",
        [("Il", "a ajouté", "le groupe ouvrirait dix magasins"), ("Il", "rappelé", "la dette baissait")],
    ),
    (
        "Le ministre a insisté sur le fait que rien n'était signé.",
        [("Le ministre", "a insisté", "rien n'était signé")],
    ),
    (
        "La députée, qui a dénoncé « une honte », a quitté la salle.",
        [("La députée", "a dénoncé", "une honte")],
    ),
    ("Il a tenu à rappeler que la loi s'applique à tous.", [("Il", "rappeler", "la loi s'applique à tous")]),
    (
        "Soulignant que la digue tenait, le maire a exhorté les habitants à rester chez eux.",
        [("le maire", "Soulignant", "la digue tenait"), ("le maire", "a exhorté", "rester chez eux")],
    ),
    (
        "Le syndicat a salué un accord « équilibré », ajoutant que la lutte continuait.",
        [
            ("Le syndicat", "a salué", "un accord « équilibré"),
            ("Le syndicat", "ajoutant", "la lutte continuait"),
        ],
    ),
    ("Il a été annoncé que le stade fermerait.", [("—", "Il a été annoncé", "le stade fermerait")]),
    ("Il prévient : la route sera longue.", [("Il", "prévient", "la route sera longue")]),
]
NO_CLAUSES = [
    "Autant dire que la partie est perdue.",
    "À noter que la piscine ferme à midi.",
    "Le ministre devrait annoncer que la taxe baisse.",
    "Rappelons que la gare date de 1900.",
    "Il faut dire que le temps s'y prête.",
    "Le constructeur a rappelé dix mille voitures.",
    "Elle sait que le temps presse.",
]

INFINITIVES = [
    ("Paris accuse Ankara de jouer un « jeu dangereux ».", [("Paris", "accuse", "jouer un « jeu dangereux")]),
    (
        "Les syndicats appellent à voter contre l'accord.",
        [("Les syndicats", "appellent", "voter contre l'accord")],
    ),
    ("La ville a promis de replanter les arbres.", [("La ville", "a promis", "replanter les arbres")]),
    (
        "L'élu s'est engagé, une fois réélu, à baisser l'impôt.",
        [("L'élu", "s'est engagé", "baisser l'impôt")],
    ),
    ("Les syndicats appellent à la grève.", [("Les syndicats", "appellent", "la grève")]),
    ("Le club se dit prêt à négocier.", [("Le club", "se dit", "prêt à négocier")]),
]
NO_INFINITIVES = [
    "Un incendie s'est déclaré après l'arrivée des secours.",
    "Il cherche à comprendre le plan de la ville.",
    "Le rôle qu'il prétend assumer est mal défini.",
]

MARKERS = [
    (
        "Selon le ministère, les écoles rouvriront lundi.",
        [("le ministère", "Selon", "les écoles rouvriront lundi")],
    ),
    ("La hausse se poursuit, d'après l'Insee.", [("l'Insee", "d'après", "La hausse se poursuit")]),
    (
        "La panne serait due, selon elle, à une erreur.",
        [("elle", "selon", "La panne serait due, selon elle, à une erreur")],
    ),
    (
        "Deux hommes ont été arrêtés, a-t-on appris de source policière.",
        [("source policière", "a-t-on appris", "Deux hommes ont été arrêtés")],
    ),
    (
        "Pour Jean Morvan, maire de Guidel, « la plage est à tout le monde ».",
        [("Jean Morvan, maire de Guidel", "Pour", "la plage est à tout le monde")],
    ),
]
NO_MARKERS = [
    "Selon les tronçons, la digue mesurera deux mètres.",
    "Les prix varient selon les régions.",
    "Pour l'heure, la route reste fermée.",
    "Selon que l'on est riche ou pauvre, on vit mieux.",
    "Pour Lormont, c'est la troisième victoire de rang.",
]

INTRODUCTIONS = [
    ("Le maire a déclaré : « La fête aura lieu. »", [("Le maire", "a déclaré", "La fête aura lieu.")]),
    ("Kerviel : « Je ne regrette rien »", [("Kerviel", "—", "Je ne regrette rien")]),
    (
        "Jeanne Le Bihan se veut rassurante : « Le chantier finira à temps. »",
        [("Jeanne Le Bihan", "se veut rassurante", "Le chantier finira à temps.")],
    ),
    (
        "« Nous partons », a dit le capitaine. Et d'ajouter : « Nous reviendrons. »",
        [("le capitaine", "a dit", "Nous partons"), ("—", "ajouter", "Nous reviendrons.")],
    ),
    (
        "Commentaire du président : « Le but est valable. »",
        [("président", "—", "Le but est valable.")],
    ),
]

HEARSAY = [
    ("Le suspect aurait quitté le pays.", [("—", "—", "Le suspect aurait quitté le pays")]),
    ("Il s'agirait d'un employé de la mairie.", [("—", "—", "Il s'agirait d'un employé de la mairie")]),
    (
        "La bande, qui serait dirigée par un ancien policier, court toujours.",
        [("—", "—", "serait dirigée par un ancien policier")],
    ),
]
NO_HEARSAY = [
    "Il viendrait s'il en avait le temps.",
    "On pourrait croire à une plaisanterie.",
    "Il serait dommage de renoncer.",
    "Sans les pompiers, la ferme aurait brûlé.",
    "Les débuts furent rudes. Elle ne réussirait le concours qu'en 2012.",
]

OBJECTS = [
    ("Le préfet évoque « une situation tendue ».", [("Le préfet", "évoque", "une situation tendue")]),
    ("Elle qualifie le projet d'« absurde ».", [("Elle", "qualifie", "absurde")]),
    ("Le « coup de force » dénoncé par la gauche a surpris.", [("la gauche", "dénoncé", "coup de force")]),
    (
        "Le juge est convaincu que « la vérité finira par sortir ».",
        [("Le juge", "est convaincu", "la vérité finira par sortir")],
    ),
    (
        "La déclaration du préfet selon laquelle tout était calme a fait rire.",
        [("préfet", "déclaration", "tout était calme")],
    ),
]
NO_OBJECTS = [
    "Le programme baptisé « Horizon » démarre lundi.",
    "Il a publié le roman « Les Vagues » en mars.",
    "La « votation » a échoué : cette votation n'intéressait personne.",
    "Le mot « rupture » revient souvent.",
]


FURTHER = [
    (
        "Marcher réduirait le risque. C'est ce que révèle une étude danoise.",
        [("une étude danoise", "révèle", "Marcher réduirait le risque")],
    ),
    (
        "Paris a jugé la mesure « utile », tandis que Berlin appelle à « la prudence ».",
        [("Paris", "a jugé", "la mesure « utile"), ("Berlin", "appelle", "la prudence")],
    ),
    (
        "La banque a jugé « prématuré » de discuter d'un calendrier.",
        [("La banque", "a jugé", "prématuré » de discuter d'un calendrier")],
    ),
    (
        "Le wali a, à cette occasion, appelé les maires à « la fermeté ».",
        [("Le wali", "a, à cette occasion, appelé", "la fermeté")],
    ),
    (
        "Elle dit avoir ouvert une enquête et pourrait infliger une amende.",
        [("Elle", "dit", "avoir ouvert une enquête")],
    ),
    (
        "Quarante maires demandent au préfet d'« user de son autorité ».",
        [("Quarante maires", "demandent", "user de son autorité")],
    ),
    (
        "La présidente des maires ruraux, Mireille Cazaux, qui réclame « un rendez-vous », attend.",
        [("Mireille Cazaux", "réclame", "un rendez-vous")],
    ),
    (
        "Elle a confié à une collègue qu'elle avait « peur du noir ».",
        [("Elle", "a confié", "elle avait « peur du noir")],
    ),
    (
        "« Ça tangue. » Jeudi, un député résumait ainsi l'ambiance.",
        [("un député", "—", "Ça tangue.")],
    ),
]
SIGNATURES = [
    (
        "« La mer donne, la mer reprend. » — Nadia Ferrand",
        [("Nadia Ferrand", "—", "La mer donne, la mer reprend.")],
    ),
    ("« Rien ne se perd. »\n\nPaul Lemoine, maire de Brest", [("Paul Lemoine", "—", "Rien ne se perd.")]),
    ("« Je reviendrai bientôt. » (Marie Le Goff)", [("Marie Le Goff", "—", "Je reviendrai bientôt.")]),
]
NOTHING_FURTHER = [
    "L'usine a répondu aux appels d'une vallée que tout le monde quittait.",
    "La loi obligerait les importateurs à déclarer le pays d'origine.",
    "Il est intéressant de préciser que la pêche recule.",
    "Mieux vaut prévenir que guérir.",
    "Les Verts voudraient lier les quotas au climat.",
    "C'est ce que le public attendait depuis dix ans.",
    "Rien ne dit que la sieste protège le cœur.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    INCISES + CLAUSES + INFINITIVES + MARKERS + INTRODUCTIONS + HEARSAY + OBJECTS + FURTHER,
)
def test_a_construction_finds_who_says_what(extractor: Extractor, text: str, expected: Found) -> None:
    assert found_in(extractor, text) == expected


@pytest.mark.parametrize(
    "text", NO_INCISES + NO_CLAUSES + NO_INFINITIVES + NO_MARKERS + NO_HEARSAY + NO_OBJECTS + NOTHING_FURTHER
)
def test_what_only_looks_like_a_report_is_left_alone(extractor: Extractor, text: str) -> None:
    assert found_in(extractor, text) == []


def test_a_report_inside_a_report_knows_through_whom_it_came(extractor: Extractor) -> None:
    text = "Selon le site de la mairie, le préfet a déclaré : « La place rouvre. »"
    outer, inner = extractor.extract(parse_document("x", text)).quotes
    assert inner.via == outer.id
    assert (outer.kind, inner.kind) == ("indirect", "direct")


def test_one_cue_is_one_quote_over_several_passages(extractor: Extractor) -> None:
    text = "« Nous partons », a dit le capitaine. « La mer est calme. »"
    (quote,) = extractor.extract(parse_document("x", text)).quotes
    assert [v.of(text) for v in quote.verbatim] == ["Nous partons", "La mer est calme."]


def test_a_paragraph_of_quotation_goes_on_with_its_speaker(extractor: Extractor) -> None:
    text = "« Nous partons », a dit le capitaine Arthur Le Goff.\n\n« La mer est calme. Le vent est bon. »"
    first, second = extractor.extract(parse_document("x", text)).quotes
    assert second.source is None and second.speaker == first.speaker
    assert second.speaker is not None and second.speaker.name == "Arthur Le Goff"


def test_below_the_threshold_the_source_is_unknown(extractor: Extractor) -> None:
    strict = Extractor(extractor.parser, threshold=1.0)
    (quote,) = strict.extract(parse_document("x", "« Nous partons », a dit le capitaine.")).quotes
    assert quote.speaker is None and quote.source is None
    assert quote.content.of("« Nous partons », a dit le capitaine.") == "Nous partons"


def test_to_whom_and_where_are_kept_apart(extractor: Extractor) -> None:
    text = "« Je pars », a confié la ministre à l'AFP dans un entretien."
    (quote,) = extractor.extract(parse_document("x", text)).quotes
    assert quote.addressee is not None and quote.addressee.of(text) == "l'AFP"
    assert quote.medium is not None and quote.medium.of(text) == "un entretien"


@pytest.mark.parametrize(
    "text", ["«", "»" * 50, "a-t-il dit", "« » : « »", "— Ah ?\n\n— Oh !", ". . . « ? », dit"]
)
def test_no_text_makes_extraction_fail(extractor: Extractor, text: str) -> None:
    for quote in extractor.extract(parse_document("x", text)).quotes:
        assert 0 <= quote.content.start < quote.content.end <= len(text)


INTERVIEW = """La navigatrice Nadia Ferrand a bouclé son tour du monde lundi.

{asks}Vous êtes rentrée plus tôt que prévu ?

{answers}Le vent était avec moi. J'ai dormi deux heures par nuit.

{asks}Repartirez-vous ?

{answers}Pas avant l'an prochain.
"""


@pytest.mark.parametrize(
    ("asks", "answers"), [("— ", "— "), ("Q. ", "R. "), ("La Gazette : ", "Nadia Ferrand : "), ("- ", "- ")]
)
def test_an_interview_is_answered_by_the_one_it_is_about(
    extractor: Extractor, asks: str, answers: str
) -> None:
    text = INTERVIEW.format(asks=asks, answers=answers)
    extraction = extractor.extract(parse_document("x", text))
    said = {q.content.of(text): q.speaker.name if q.speaker else None for q in extraction.quotes}
    assert said["Pas avant l'an prochain."] == "Nadia Ferrand"
    assert said["Le vent était avec moi. J'ai dormi deux heures par nuit."] == "Nadia Ferrand"
    assert said.get("Repartirez-vous ?") != "Nadia Ferrand"


def test_a_list_of_labels_is_no_interview(extractor: Extractor) -> None:
    text = "Lieu : Brest.\n\nDate : lundi 3 mai.\n\nPrix : dix euros.\n\nContact : la mairie."
    assert found_in(extractor, text) == []


def test_answers_in_marks_behind_questions_are_those_of_the_one_interviewed(extractor: Extractor) -> None:
    turns = "\n\n".join(
        f"{question}\n\n« {answer} »"
        for question, answer in [
            (
                "Comment va votre épaule ?",
                "Elle tient, merci. Le médecin m'a dit que j'avais eu de la chance.",
            ),
            ("Pensez-vous à la finale ?", "Tous les jours."),
            ("Et après ?", "Je verrai. Comme disait mon père, on ne court qu'un lièvre à la fois."),
        ]
    )
    text = f"Le pilier Maxence Fauvel revient de blessure. Maxence Fauvel raconte.\n\n{turns}"
    extraction = extractor.extract(parse_document("x", text))
    answers = [q for q in extraction.quotes if q.kind == "direct"]
    assert [q.speaker.name if q.speaker else None for q in answers] == ["Maxence Fauvel"] * 3
