"""The reporting lexicon: what its entries say, that its data are sound, and its quick look at raw text."""

from __future__ import annotations

from importlib import resources

import pytest

from quotetrack.lexicon import (
    CATEGORIES,
    Frame,
    Marker,
    all_expressions,
    expressions,
    find_markers,
    markers,
    may_be_interrupted,
    may_report,
    noun,
    nouns,
    surface_stems,
    verb,
    verb_of,
    verbs,
)

QUE, SI, DIRECT, INCISE, DE_INF, A_INF = (
    Frame(f) for f in ("que", "si", "direct", "incise", "de_inf", "a_inf")
)
INF, OBJ, A_OBJ, DE_OBJ, SUR, ATTR = (Frame(f) for f in ("inf", "obj", "a_obj", "de_obj", "sur", "attr"))


def rows(name: str) -> list[list[str]]:
    text = resources.files("quotetrack.lexicon").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def test_it_covers_the_verbs_of_the_press() -> None:
    assert len({lemma for lemma, _ in verbs()}) >= 800
    assert len(all_expressions()) >= 250
    assert len(nouns()) >= 120
    assert len(markers()) >= 120


@pytest.mark.parametrize(
    ("name", "least", "most", "key"),
    [
        ("verbs.tsv", 3, 4, lambda row: (row[0], "se" in " ".join(row[3:]).split())),
        ("expressions.tsv", 4, 5, lambda row: (row[0], row[1], row[4:])),
        ("nouns.tsv", 3, 3, lambda row: row[0]),
        ("markers.tsv", 3, 4, lambda row: row[0]),
        ("irregular.tsv", 6, 6, lambda row: row[0]),
    ],
)
def test_every_row_is_whole_and_unique(name, least, most, key) -> None:
    seen = []
    for row in rows(name):
        assert least <= len(row) <= most, row
        assert all(cell == cell.strip() for cell in row), row
        seen.append(str(key(row)))
    assert len(seen) == len(set(seen)), sorted(k for k in seen if seen.count(k) > 1)


def test_every_entry_has_a_known_category_and_a_frame() -> None:
    for entry in [*verbs().values(), *all_expressions(), *nouns().values()]:
        assert entry.category in CATEGORIES, entry
        assert entry.frames, entry


def test_flags_and_kinds_are_known() -> None:
    for name, column in (("verbs.tsv", 3), ("expressions.tsv", 4)):
        assert {flag for row in rows(name) for flag in " ".join(row[column:]).split()} == {"se", "marks"}
    assert {marker.kind for marker in markers()} == {"preposition", "after", "source"}
    assert {row[2] for row in rows("markers.tsv")} == {"strong", "weak"}


def test_verbs_of_thought_need_quotation_marks() -> None:
    thinking = [entry for entry in verbs().values() if entry.category == "thinking"]
    assert len(thinking) > 40
    for entry in thinking:
        assert entry.needs_marks or entry.frames <= {DIRECT, INCISE, OBJ, DE_OBJ}, entry


@pytest.mark.parametrize(
    ("lemma", "frames"),
    [
        ("dire", {QUE, DIRECT, INF}),
        ("déclarer", {QUE, DIRECT, INF}),
        ("affirmer", {QUE, DIRECT, INF}),
        ("rappeler", {QUE, DIRECT}),
        ("demander", {QUE, SI, DE_INF}),
        ("promettre", {QUE, DE_INF}),
        ("menacer", {DE_INF}),
        ("accuser", {DE_INF}),
        ("sommer", {DE_INF}),
        ("exhorter", {A_INF}),
        ("appeler", {A_INF, A_OBJ}),
        ("reconnaître", {QUE, INF}),
        ("démentir", {QUE, INF}),
        ("considérer", {QUE}),
        ("insister", {QUE, SUR}),
        ("expliquer", {QUE, SI, DIRECT}),
        ("qualifier", {DE_OBJ}),
        ("dénoncer", {OBJ}),
        ("saluer", {OBJ}),
        ("évoquer", {OBJ}),
        ("parler", {DE_OBJ}),
        ("lancer", {INCISE}),
        ("poursuivre", {INCISE}),
        ("sourire", {INCISE}),
        ("disserter", {INCISE}),
    ],
)
def test_frames_of_a_verb_that_counts_without_marks(lemma, frames) -> None:
    entry = verb(lemma)
    assert entry is not None
    assert frames <= entry.frames
    assert not entry.needs_marks


@pytest.mark.parametrize(
    ("lemma", "frames"),
    [
        ("dire", {ATTR}),
        ("déclarer", {ATTR}),
        ("avouer", {ATTR}),
        ("engager", {A_INF}),
        ("féliciter", {QUE, DE_INF, DE_OBJ}),
        ("étonner", {QUE, DE_OBJ}),
        ("inquiéter", {QUE, DE_OBJ}),
        ("plaindre", {QUE, DE_INF}),
        ("emporter", {INCISE}),
        ("exclamer", {INCISE, DIRECT}),
    ],
)
def test_frames_of_a_reflexive_verb(lemma, frames) -> None:
    entry = verb(lemma, reflexive=True)
    assert entry is not None
    assert entry.reflexive
    assert frames <= entry.frames


@pytest.mark.parametrize(
    "lemma", ["savoir", "penser", "croire", "espérer", "souhaiter", "craindre", "redouter", "vouloir"]
)
def test_thoughts_and_wishes_count_only_with_quoted_words(lemma) -> None:
    entry = verb(lemma)
    assert entry is not None
    assert entry.needs_marks


@pytest.mark.parametrize(
    ("lemma", "frame"),
    [
        ("rappeler", A_OBJ),  # « rappeler à l'ordre »
        ("rappeler", A_INF),
        ("ajouter", OBJ),  # « ajouter du sel »
        ("lancer", OBJ),  # « lancer un satellite »
        ("lancer", QUE),
        ("poursuivre", OBJ),  # « poursuivre une entreprise »
        ("poursuivre", A_INF),
        ("répondre", A_OBJ),  # « répondre à la demande »
        ("inviter", A_OBJ),  # « inviter à la fête »
        ("appeler", QUE),
        ("sourire", QUE),
        ("dénoncer", QUE),  # « les abus que dénonce l'association »
        ("saluer", QUE),
        ("critiquer", QUE),
        ("fustiger", QUE),
        ("vanter", QUE),
        ("décrire", QUE),
        ("qualifier", QUE),
        ("brandir", QUE),
        ("invoquer", QUE),
        ("moquer", QUE),
    ],
)
def test_ordinary_uses_are_kept_out_by_the_frames(lemma, frame) -> None:
    entry = verb(lemma)
    assert entry is not None
    assert frame not in entry.frames


@pytest.mark.parametrize("lemma", ["porter", "manger", "faillir", "devenir"])
def test_ordinary_verbs_have_no_entry(lemma) -> None:
    assert verb(lemma) is None


@pytest.mark.parametrize(
    ("lemma", "reflexive"), [("plaindre", False), ("annoncer", True), ("rapporter", True)]
)
def test_reflexive_and_plain_verbs_never_stand_in_for_each_other(lemma, reflexive) -> None:
    assert verb(lemma, reflexive) is None
    assert verb(lemma, not reflexive) is not None


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("annonça", "annoncer"),
        ("annonçaient", "annoncer"),
        ("exigeait", "exiger"),
        ("rappelle", "rappeler"),
        ("rappellera", "rappeler"),
        ("martèle", "marteler"),
        ("martèlerait", "marteler"),
        ("répète", "répéter"),
        ("concèdent", "concéder"),
        ("suggèrerait", "suggérer"),
        ("relaie", "relayer"),
        ("tonnait", "tonner"),
        ("dit", "dire"),
        ("dirent", "dire"),
        ("diraient", "dire"),
        ("disant", "dire"),
        ("contredit", "contredire"),
        ("promit", "promettre"),
        ("promettait", "promettre"),
        ("soutint", "soutenir"),
        ("soutiennent", "soutenir"),
        ("préviendrait", "prévenir"),
        ("reconnut", "reconnaître"),
        ("reconnaîtra", "reconnaître"),
        ("admises", "admettre"),
        ("écrivait", "écrire"),
        ("décrivirent", "décrire"),
        ("conclut", "conclure"),
        ("conclurait", "conclure"),
        ("répondu", "répondre"),
        ("rétorquant", "rétorquer"),
        ("prétendent", "prétendre"),
        ("avertissait", "avertir"),
        ("garanti", "garantir"),
        ("démentent", "démentir"),
        ("démentit", "démentir"),
        ("craignait", "craindre"),
        ("enjoint", "enjoindre"),
        ("sourit", "sourire"),
        ("veut", "vouloir"),
        ("veux", "vouloir"),
        ("sut", "savoir"),
        ("crurent", "croire"),
        ("apprend", "apprendre"),
        ("apprirent", "apprendre"),
        ("offrit", "offrir"),
        ("poursuit", "poursuivre"),
        ("requiert", "requérir"),
        ("traduisit", "traduire"),
        ("TONNE", "tonner"),
    ],
)
def test_a_form_finds_its_verb_when_the_lemma_is_wrong(form, lemma) -> None:
    found = verb_of("???", form)
    assert found is not None
    assert found.lemma == lemma


@pytest.mark.parametrize(
    "form", ["dix", "pont", "maison", "lundi", "ouverte", "prise", "mangeait", "est", "promenade"]
)
def test_other_words_find_no_verb(form) -> None:
    assert verb_of(form, form) is None


def test_the_lemma_goes_before_the_form() -> None:
    found = verb_of("conter", "conte")
    assert found is not None
    assert found.lemma == "conter"


def test_a_form_with_se_finds_the_reflexive_verb() -> None:
    assert verb_of("???", "plaignait") is None
    found = verb_of("???", "plaignait", reflexive=True)
    assert found is not None
    assert (found.lemma, found.reflexive) == ("plaindre", True)


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("faire", ("savoir",)),
        ("faire", ("valoir",)),
        ("faire", ("remarquer",)),
        ("faire", ("état", "de")),
        ("faire", ("part", "de")),
        ("croire", ("savoir",)),
        ("laisser", ("entendre",)),
        ("mettre", ("en", "garde")),
        ("mettre", ("en", "demeure")),
        ("mettre", ("l'", "accent")),
        ("attirer", ("l'", "attention")),
        ("tirer", ("la", "sonnette", "d'", "alarme")),
        ("enfoncer", ("le", "clou")),
        ("dresser", ("le", "constat")),
        ("renvoyer", ("la", "balle")),
        ("monter", ("au", "créneau")),
        ("prendre", ("la", "parole")),
    ],
)
def test_expressions(head, rest) -> None:
    assert rest in [entry.rest for entry in expressions(head)]


def test_longer_expressions_come_first_and_an_unknown_head_has_none() -> None:
    lengths = [len(entry.rest) for entry in expressions("faire")]
    assert lengths == sorted(lengths, reverse=True)
    assert expressions("manger") == ()


@pytest.mark.parametrize(
    ("lemma", "frame"),
    [
        ("annonce", QUE),
        ("promesse", DE_INF),
        ("appel", A_INF),
        ("question", SI),
        ("rumeur", QUE),
        ("aveu", QUE),
    ],
)
def test_nouns(lemma, frame) -> None:
    entry = noun(lemma)
    assert entry is not None
    assert frame in entry.frames


def test_an_ordinary_noun_reports_nothing() -> None:
    assert noun("pont") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Selon la police, la route est coupée.", ["Selon"]),
        ("D’après le maire, la route est coupée.", ["D’après"]),
        ("La route, d'après\u00a0lui, est coupée.", ["d'après"]),
        ("De l'aveu même des habitants, rien ne va.", ["De l'aveu même des"]),
        ("Aux dires du maire, rien ne va.", ["Aux dires du"]),
        ("A en croire le préfet, tout va bien.", ["A en croire"]),
        ("Il dit qu’à en croire le préfet, tout va bien.", ["à en croire"]),
        ("On indique de source policière que tout va bien.", ["de source"]),
        ("« Tout va bien », dixit le préfet.", ["dixit"]),
        ("Selon la formule de Churchill, tout va bien.", ["Selon la formule de"]),
        ("Selon lui, d'après eux.", ["Selon", "d'après"]),
        ("Selon les besoins du service, on ouvrira.", []),
        ("Tout dépend, selon qu'il pleut ou non.", []),
        ("La peine varie selon\u202fles cas.", []),
        ("Selon toute vraisemblance, il pleuvra.", []),
        ("L'Europe d’après-guerre.", []),
        ("L'année d'après, il partit.", []),
        ("Une centrale de source d'énergie fossile.", []),
        ("Pour l’heure, rien.", []),
        ("Pour autant, rien.", []),
    ],
)
def test_markers_in_a_text(text, found) -> None:
    assert [text[match.start : match.end] for match in find_markers(text)] == found


@pytest.mark.parametrize("marker", markers(), ids=lambda m: " ".join(m.words))
def test_every_marker_is_found_however_it_is_written(marker: Marker) -> None:
    words = " ".join(marker.words).replace("' ", "'")
    for printed in (words, words.upper(), words.capitalize(), words.replace("'", "’")):
        text = f"{printed} Zoé Petit, tout va bien."
        assert next(find_markers(text)).start == 0, text


def test_weak_markers_are_told_apart() -> None:
    strength = {marker.words: marker.weak for marker in markers()}
    assert strength[("pour",)]
    assert strength[("aux", "yeux", "de")]
    assert not strength[("selon",)]
    assert not strength[("d'", "après")]


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a annoncé que le pont rouvrirait.",
        "Il annonça la fermeture.",
        "Les experts avertissent que le fleuve monte.",
        "Elle fit savoir sa décision.",
        "La ministre a mis l’accent sur le climat.",
        "Le président met en garde ses alliés.",
        "D’après la police, la route est coupée.",
        "Pour le maire, la route est coupée.",
        "Le suspect aurait quitté le pays.",
        "La rumeur court.",
        "Les syndicats appellent à la grève.",
        "Le pre\u0301fet a pre\u0301cise\u0301 ce point.",
        "C'est un « jeu dangereux ».",
        'Un "jeu dangereux".',
        "L'ÉLYSÉE A DÉMENTI.",
    ],
)
def test_what_may_report(text) -> None:
    assert may_report(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Le pont a rouvert lundi.",
        "Il est né à Lyon en 1962, dans une famille de dix enfants.",
        "Le train partit pour Lille à midi.",
        "Un portrait orne le hall, et un retrait est possible.",
        "Le prix varie selon les saisons.",
        "Elle a fait ses courses et pris le bus.",
    ],
)
def test_what_cannot_report(text) -> None:
    assert not may_report(text)


@pytest.mark.parametrize(
    "text",
    [
        "J'ai eu honte, poursuit-il. J'avais trente ans.",
        "C'est fini ! s'emporte la patronne. Partez.",
        "On ira – a lancé le capitaine – jusqu'au bout.",
        "C'est une honte, a-t-il encore martelé. Rien de moins.",
    ],
)
def test_words_that_an_incise_may_cut(text) -> None:
    assert may_be_interrupted(text)


@pytest.mark.parametrize(
    "text", ["J'ai trente ans. La mer est belle.", "Le bus, la gare, le train. Tout ferme !"]
)
def test_words_that_nothing_cuts(text) -> None:
    assert not may_be_interrupted(text)


def test_the_stems_include_spelling_changes() -> None:
    assert {"annonc", "annonç", "rappel", "rappell", "répét", "répèt"} <= surface_stems()
