"""The recipe of the embedded models: what it makes of sentences, and a run of seconds from treebanks to a package."""

import random
from pathlib import Path

import pytest

from training.build import main
from training.harmony import harmonised
from training.lists import SAYING
from training.masked import masked
from training.paragraphs import labelled
from training.quoted import constituent_quoted, quoted
from training.rawtext import words
from training.reported import reported
from training.scores import relations
from training.treebanks import RecipeError, texts
from training.trees import Tree, conllu, is_tree, read
from training.typography import STYLES, restyled, retyped, with_apostrophes
from training.vectors import Vectors, joined, read_vectors, store

BRIDGE = """
1-2	Au	_	_	_	_	_	_	_	_
1	À	à	ADP	_	_	3	case	_	_
2	le	le	DET	_	Definite=Def|Gender=Masc|Number=Sing|PronType=Art	3	det	_	_
3	nord	nord	NOUN	_	Gender=Masc|Number=Sing	7	obl:mod	_	SpaceAfter=No
4	,	,	PUNCT	_	_	3	punct	_	_
5	l'	le	DET	_	Definite=Def|Number=Sing|PronType=Art	6	det	_	SpaceAfter=No
6	écluse	écluse	NOUN	_	Gender=Fem|Number=Sing	7	nsubj	_	_
7	rouvrira	rouvrir	VERB	_	Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin	0	root	_	_
8	lundi	lundi	NOUN	_	Gender=Masc|Number=Sing	7	obl:mod	_	SpaceAfter=No
9	.	.	PUNCT	_	_	7	punct	_	_
"""
QUOTED = """
1	"	"	PUNCT	_	_	4	punct	_	SpaceAfter=No
2	La	le	DET	_	Definite=Def|Gender=Fem|Number=Sing|PronType=Art	3	det	_	_
3	digue	digue	NOUN	_	Gender=Fem|Number=Sing	4	nsubj	_	_
4	tient	tenir	VERB	_	Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin	8	parataxis	_	SpaceAfter=No
5	"	"	PUNCT	_	_	4	punct	_	SpaceAfter=No
6	,	,	PUNCT	_	_	8	punct	_	_
7	a	avoir	AUX	_	Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin	8	aux:tense	_	_
8	dit	dire	VERB	_	Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part	0	root	_	_
9	Anna	Anna	PROPN	_	_	8	nsubj	_	SpaceAfter=No
10	.	.	PUNCT	_	_	8	punct	_	_
"""


def block(rows: str, name: str, text: str) -> str:
    return f"# sent_id = {name}\n# text = {text}\n{rows.strip()}\n\n"


BRIDGE_TEXT = "Au nord, l'écluse rouvrira lundi."
QUOTED_TEXT = '"La digue tient", a dit Anna.'


@pytest.fixture
def treebanks(tmp_path: Path) -> Path:
    folder = tmp_path / "treebanks"
    folder.mkdir()
    both = [(BRIDGE, BRIDGE_TEXT), (QUOTED, QUOTED_TEXT)]
    for name in ("sequoia-ud-train", "sequoia-ud-dev", "sequoia-ud-test", "gsd-ud-dev", "pud-ud-test"):
        lines = [block(rows, f"{name}-{i}", text) for i in range(6) for rows, text in both]
        (folder / f"fr_{name}.conllu").write_text("".join(lines), encoding="utf-8")
    return folder


def tree(tmp_path: Path, rows: str, text: str, prefix: str = "gsd:") -> Tree:
    path = tmp_path / "one.conllu"
    path.write_text(block(rows, "s1", text), encoding="utf-8")
    return read(path, prefix)[0]


def heads(found: Tree) -> dict[str, tuple[str, str]]:
    form = {word.key: word.form for word in found.words}
    return {word.form: (form.get(word.head, "root"), word.deprel) for word in found.words}


def test_what_is_read_is_written(tmp_path: Path) -> None:
    lines = list(conllu(tree(tmp_path, BRIDGE, BRIDGE_TEXT, "")))
    assert "\n".join(lines) + "\n\n" == block(BRIDGE, "s1", BRIDGE_TEXT)


def test_a_missing_treebank_is_named_with_where_it_is_published(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match=r"UD_French-GSD \(CC BY-SA 4.0, needed\): https://github.com/Univ"):
        texts(tmp_path)


def test_the_training_part_of_gsd_is_used_where_it_is_there(treebanks: Path) -> None:
    dev = treebanks / "fr_gsd-ud-dev.conllu"
    (treebanks / "fr_gsd-ud-train.conllu").write_text(dev.read_text(encoding="utf-8"), encoding="utf-8")
    assert {(bank.name, part) for bank, part, _ in texts(treebanks).used} >= {
        ("GSD", "train"),
        ("GSD", "dev"),
    }


def test_the_test_parts_are_never_learned_from(treebanks: Path) -> None:
    assert not any("test" in t.name for t in texts(treebanks).written if not t.name.startswith("pud"))


def test_the_verb_of_saying_of_pud_hangs_under_what_is_said(tmp_path: Path) -> None:
    found = heads(harmonised([tree(tmp_path, QUOTED, QUOTED_TEXT, "pud:")])[0])
    assert found["tient"] == ("root", "root")
    assert found["dit"] == ("tient", "parataxis:insert")
    assert found["Anna"] == ("dit", "nsubj")
    assert found["."] == ("tient", "punct")


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (STYLES[0], "« La digue tient », a dit Anna."),
        (STYLES[1], "«\u202fLa digue tient\u202f», a dit Anna."),
        (STYLES[4], "«La digue tient», a dit Anna."),
        (STYLES[5], "“La digue tient”, a dit Anna."),
    ],
)
def test_quotation_marks_of_every_style(tmp_path: Path, style, text: str) -> None:
    assert restyled(tree(tmp_path, QUOTED, QUOTED_TEXT), style).text == text


def test_apostrophes(tmp_path: Path) -> None:
    found = tree(tmp_path, BRIDGE, BRIDGE_TEXT)
    assert with_apostrophes(found, "’").text == "Au nord, l’écluse rouvrira lundi."
    assert "’" in retyped(found, random.Random(1)).text


def test_a_quotation_is_masked_as_the_extractor_masks_it(tmp_path: Path) -> None:
    found = masked(harmonised([tree(tmp_path, QUOTED, QUOTED_TEXT, "pud:")])[0])
    assert found is not None
    assert found.text == '"cela est vrai", a dit Anna.'
    assert heads(found)["dit"] == ("vrai", "parataxis:insert")
    assert is_tree(found)


def test_a_sentence_in_guillemets(tmp_path: Path) -> None:
    found = tree(tmp_path, BRIDGE, BRIDGE_TEXT)
    opened = quoted(found, random.Random(0), closed=False)
    assert opened is not None
    assert opened.text == "« Au nord, l'écluse rouvrira lundi."
    assert is_tree(opened)


@pytest.mark.parametrize("seed", range(8))
def test_a_constituent_in_guillemets_is_still_a_tree(tmp_path: Path, seed: int) -> None:
    found = constituent_quoted(tree(tmp_path, BRIDGE, BRIDGE_TEXT), random.Random(seed))
    assert found is not None
    assert is_tree(found)
    assert "« écluse »" in found.text or "«" in found.text


@pytest.mark.parametrize("seed", range(40))
def test_reported_speech_is_a_tree_with_a_verb_of_saying(tmp_path: Path, seed: int) -> None:
    found = reported(tree(tmp_path, BRIDGE, BRIDGE_TEXT), random.Random(seed))
    if found is None:
        return
    assert is_tree(found)
    assert any(w.lemma in SAYING | {"avancer", "dénoncer"} and w.upos == "VERB" for w in found.words)
    assert heads(found)["rouvrira"][1] in ("root", "ccomp")
    numbered = [
        line.split("\t") for line in conllu(found) if line[:1].isdigit() and "-" not in line.split("\t")[0]
    ]
    assert all(int(row[6]) <= len(numbered) for row in numbered)


def test_every_character_of_a_paragraph_has_its_label(tmp_path: Path) -> None:
    found = tree(tmp_path, BRIDGE, BRIDGE_TEXT)
    labelled([[found, found]], tmp_path / "tokens")
    text = (tmp_path / "tokens.txt").read_text(encoding="utf-8")
    labels = (tmp_path / "tokens.labels").read_text(encoding="utf-8")
    assert text == f"{BRIDGE_TEXT} {BRIDGE_TEXT}\n\n"
    of_each_token = ("03", "0", "0001", "1", "0", "01", "000001", "0", "00000001", "0", "00001", "2")
    assert labels[: len(BRIDGE_TEXT)] == "".join(of_each_token)
    assert len(labels) == len(text)


def test_raw_text_is_cut_as_the_treebanks_are() -> None:
    assert words("S’agit-il du pont ?") == ["s'", "agit", "-il", "de", "le", "pont", "?"]


def test_vectors_stand_side_by_side_and_what_is_missing_is_expected(tmp_path: Path) -> None:
    rng = random.Random(0)
    known = [f"mot{'abcdefghij'[i % 10]}{'klmnopqrst'[i // 10]}" for i in range(60)]
    first = {word: [rng.random(), rng.random()] for word in known}
    text = "\n".join(f"{word} {a} {b}" for word, (a, b) in first.items())
    (tmp_path / "first.txt").write_text(f"60 2\n{text}\n", encoding="utf-8")
    doubled = "\n".join(f"{word} {20 * a}" for word, (a, _) in list(first.items())[:50])
    (tmp_path / "second.txt").write_text(f"50 1\n{doubled}\n", encoding="utf-8")
    found = joined([read_vectors(tmp_path / name) for name in ("first.txt", "second.txt")], [0, 0], 60)
    assert found.table.shape == (60, 3)
    assert found.table[59][2] > found.table[58][2] or first[known[59]][0] < first[known[58]][0]


def test_stored_vectors_know_both_apostrophes_and_all_marks(tmp_path: Path) -> None:
    import numpy as np

    store(Vectors(("l'", "«"), np.eye(2)), tmp_path / "pretrain.pt")
    again = read_vectors(tmp_path / "pretrain.pt")
    assert again.words[:2] == ("l'", "«")
    assert {"“", '"'} <= set(again.words)


def test_another_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("Le ciel est, par-dessus le toit", encoding="utf-8")
    with pytest.raises(RecipeError, match=r"poem.txt: not word2vec text"):
        read_vectors(tmp_path / "poem.txt")


def test_relations_of_reported_speech_are_scored() -> None:
    gold = block(QUOTED, "s1", QUOTED_TEXT)
    assert relations(gold, gold)["subject of a verb of saying"] == (100.0, 1)
    worse = gold.replace("8\tnsubj", "4\tnsubj")
    assert relations(gold, worse)["subject of a verb of saying"] == (0.0, 1)


def test_what_is_missing_ends_with_a_message(tmp_path: Path, capsys) -> None:
    assert main(["--treebanks", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "UD_French-Sequoia" in capsys.readouterr().err


@pytest.mark.models
def test_a_run_of_seconds_from_treebanks_to_a_package(treebanks: Path, tmp_path: Path, capsys) -> None:
    from quotetrack.syntax.stanza_parser import StanzaParser

    vectors = tmp_path / "vectors.txt"
    forms = ("l'", "le", "écluse", "lundi", "dit", "tient", "«", "nord", "digue")
    lines = [f"{form} " + " ".join(str((i * j) % 7 - 3) for j in range(1, 9)) for i, form in enumerate(forms)]
    vectors.write_text(f"{len(forms)} 8\n" + "\n".join(lines) + "\n", encoding="utf-8")
    out = tmp_path / "out"
    order = ["--treebanks", str(treebanks), "--out", str(out), "--vectors", str(vectors), "--steps", "smoke"]
    assert main(order) == 0
    assert capsys.readouterr().out.strip() == str(out / "stanza_resources")
    card = (out / "CARD.md").read_text(encoding="utf-8")
    assert "UD_French-Sequoia test" in card
    assert "CC BY-SA 3.0" in card
    assert "Sentences of press articles" in card
    assert (out / "scores.json").exists()
    written = (out / "stanza_resources" / "fr" / "depparse" / "quotetrack.pt").stat().st_mtime
    assert main(order) == 0, "what is there already is not made again"
    assert (out / "stanza_resources" / "fr" / "depparse" / "quotetrack.pt").stat().st_mtime == written
    parser = StanzaParser(out / "stanza_resources", "quotetrack")
    assert [len(found) > 0 for found in parser.parse([BRIDGE_TEXT, QUOTED_TEXT])] == [True, True]
