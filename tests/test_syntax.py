"""Parsing: offsets, masked frames, CoNLL-U."""

from __future__ import annotations

import pytest

from quotetrack.documents import paragraphs, parse_document
from quotetrack.model import QuotetrackError, Span
from quotetrack.passages import find_passages
from quotetrack.syntax.conllu import read_conllu, write_conllu
from quotetrack.syntax.masking import STAND_IN, Frame, frames, restore
from quotetrack.syntax.stanza_parser import EMBEDDED, StanzaParser, load_parser
from quotetrack.syntax.tree import Sentence, Word


def frames_of(text: str, mask: bool = True) -> list[Frame]:
    document = parse_document("x", text)
    stretches = paragraphs(document)
    return frames(text, stretches, find_passages(text, stretches), lambda _: True, mask)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("« Le pont rouvrira lundi », a dit la maire.", f"« {STAND_IN} », a dit la maire."),
        (
            "Elle a dit : « Il rouvre. » Puis elle est partie.",
            f"Elle a dit : « {STAND_IN}. » Puis elle est partie.",
        ),
        ("Le maire évoque un « jeu dangereux » en ville.", "Le maire évoque un « jeu dangereux » en ville."),
        ("Il a de son côté appelé au calme.", "Il a appelé au calme."),
        (
            "L'exposition « n'a d'autre but que de plaire. Elle est gratuite », dit-il.",
            "L'exposition « n'a d'autre but que de plaire », dit-il.",
        ),
    ],
)
def test_a_sentence_in_marks_is_replaced_a_fragment_stays(text: str, frame: str) -> None:
    assert frames_of(text)[0].text == frame


def test_without_masking_the_paragraph_is_parsed_as_it_is() -> None:
    text = "« Le pont rouvrira lundi », a dit la maire."
    assert [f.text for f in frames_of(text, mask=False)] == [text]


def test_the_inside_of_a_masked_passage_is_parsed_for_itself() -> None:
    text = "« Nous partirons, a dit le maire. Il est tard. »"
    assert [f.text for f in frames_of(text)][1:] == ["Nous partirons, a dit le maire. Il est tard."]


def test_a_paragraph_without_a_letter_is_not_parsed() -> None:
    text = "Le pont est fermé.\n\n« « » 12 … »\n\n« Oui »"
    assert [f.text for f in frames_of(text)] == ["Le pont est fermé.", "« Oui »"]


@pytest.mark.models
@pytest.mark.parametrize(
    "text",
    [
        "« Le pont rouvrira lundi », a-t-il dit au préfet du Rhône.",
        "Le maire a de son côté réclamé « un pont\u202f» aux élus.",
        "L\u2019élu\u00a0: «\u00a0Les routes, c\u2019est fini. Place au train\u00a0», dit\u200b-il.",
        "\ufeffD\u2019après la mairie, les travaux du lycée «\u202favancent\u202f».",
    ],
)
def test_every_word_is_found_where_it_stands(parser: StanzaParser, text: str) -> None:
    for frame in frames_of(text):
        for sentence in restore(frame, parser.parse([frame.text], [frame.start])[0]):
            for word in sentence.words:
                printed = text[word.start : word.end].replace("\u2019", "'")
                if word.stand_in:
                    assert word.text in (*STAND_IN.split(), ".")
                elif printed.lower() not in {"au", "aux", "du", "des"}:
                    assert printed.lower() == word.text.lower()


@pytest.mark.models
def test_a_contraction_gives_two_words_in_one_place(parser: StanzaParser) -> None:
    (sentence,) = parser.parse(["Il parle du pont."])[0]
    de, le = sentence.words[2:4]
    assert (de.text, le.text) == ("de", "le")
    assert de.span == le.span == Span(9, 11)


@pytest.mark.models
def test_paragraphs_are_parsed_apart_and_come_back_in_order(parser: StanzaParser) -> None:
    parsed = parser.parse(["Le train arrive à l'heure ce matin.", "", "Il pleut."])
    assert [len(sentences) for sentences in parsed] == [1, 0, 1]
    assert parsed[2][0].words[0].text == "Il"


@pytest.mark.parametrize("direct", [True, False])
def test_offsets_are_counted_from_where_a_paragraph_begins(direct: bool) -> None:
    texts = ["Le train arrive.", "Il pleut du nord."]
    parser = StanzaParser(EMBEDDED, "quotetrack", direct=direct)
    counted, moved = parser.parse(texts), parser.parse(texts, [0, 100])
    assert moved[0] == counted[0]
    assert [(w.start, w.end) for w in moved[1][0].words] == [
        (100 + w.start, 100 + w.end) for w in counted[1][0].words
    ]


@pytest.mark.models
def test_conllu_gives_back_what_was_written(parser: StanzaParser) -> None:
    text = "Il parle du pont. « Il rouvre », dit-elle."
    frame = frames_of(text)[0]
    sentences = restore(frame, parser.parse([frame.text], [frame.start])[0])
    written = write_conllu(sentences, text)
    assert "3-4\tdu" in written
    assert read_conllu(written) == sentences


def test_conllu_without_offsets_takes_them_from_its_forms() -> None:
    source = (
        "1\tIl\til\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tpleut\tpleuvoir\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n\n"
    )
    (sentence,) = read_conllu(source)
    assert [(w.start, w.end) for w in sentence.words] == [(0, 2), (3, 8)]


@pytest.mark.parametrize(
    "line", ["1\tIl\til", "1\tIl\til\tPRON\t_\t_\tx\tnsubj\t_\t_", "1\tIl\til\tPRON\t_\t_\t9\tnsubj\t_\t_"]
)
def test_what_is_not_conllu_is_named_by_its_line(line: str) -> None:
    with pytest.raises(QuotetrackError, match="line 1"):
        read_conllu(line + "\n\n")


def test_a_sentence_knows_its_tree() -> None:
    words = (
        Word(1, "Le", "le", "DET", "", 2, "det", 0, 2),
        Word(2, "maire", "maire", "NOUN", "", 3, "nsubj", 3, 8),
        Word(3, "parle", "parler", "VERB", "Mood=Ind", 0, "root", 9, 14),
    )
    sentence = Sentence(words)
    assert sentence.root is words[2]
    assert sentence.subtree(words[1]) == [words[0], words[1]]
    assert list(sentence.ancestors(words[0])) == [words[1], words[2]]
    assert sentence.child(words[2], "nsubj") is words[1]
    assert words[2].feat("Mood") == "Ind"


@pytest.mark.parametrize("model", ["/nowhere/at/all", "fixtures"])
def test_a_folder_without_models_is_refused(model: str) -> None:
    with pytest.raises(QuotetrackError, match=r"resources\.json"):
        load_parser(model)


def test_missing_official_models_say_what_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path))
    with pytest.raises(QuotetrackError, match="quotetrack models download official"):
        load_parser("official")


def test_halves_without_end_are_not_joined() -> None:
    words = (Word(i, "mot", "mot", "NOUN", "", i - 1, "dep", 4 * i - 4, 4 * i - 1) for i in range(1, 101))
    half = Sentence(tuple(words))
    frame = frames_of("mot " * 900)[0]
    assert [len(s.words) for s in restore(frame, [half] * 8)] == [300, 300, 200]


@pytest.mark.parametrize("device", ["cuda:99", "toaster"])
def test_a_device_that_is_not_there_is_told(device: str) -> None:
    with pytest.raises(QuotetrackError, match=f"--device {device}: not on this machine .*Use cpu"):
        load_parser("embedded", device)
