"""Evaluation: an invented article, its gold annotation, and predictions that are wrong in one way each."""

import json
from pathlib import Path

import pytest

from quotetrack.evaluation import evaluate, gate, read_baseline, tracked_scores, write_baseline
from quotetrack.evaluation.annotation import derived_kind, read_annotation
from quotetrack.evaluation.comparison import name_words
from quotetrack.model import QuotetrackError, Span

ARTICLE = (
    "« Le pont rouvrira lundi », a annoncé la maire sans étiquette, Anne Verdier. "
    "Selon le préfet, les digues tiendront « jusqu'au printemps ». "
    "Le suspect aurait quitté le pays. "
    "Le festival « Nuits d'hiver » est maintenu."
)


def at(words: str, text: str = ARTICLE) -> list[int]:
    """Return the offsets of some words of the article."""
    start = text.index(words)
    return [start, start + len(words)]


def quote(identifier: str, content: str, **fields: object) -> dict[str, object]:
    return {"id": identifier, "content": at(content), "verbatim": [], **fields}


BRIDGE = quote(
    "pont",
    "Le pont rouvrira lundi",
    verbatim=[at("Le pont rouvrira lundi")],
    cue=at("a annoncé"),
    source=at("la maire sans étiquette, Anne Verdier"),
    source_name="Anne Verdier",
    source_kind="person",
    rule="incise",
)
DYKES = quote(
    "digues",
    "les digues tiendront « jusqu'au printemps",
    verbatim=[at("jusqu'au printemps")],
    cue=at("Selon"),
    source=at("le préfet"),
    source_name="préfet",
    source_kind="person",
    rule="marker",
)
RUMOUR = quote("fuite", "Le suspect aurait quitté le pays", stance="hearsay", rule="conditional")
GOLD = {
    "quotes": [BRIDGE, DYKES, RUMOUR],
    "non_speech": [{"span": at("Nuits d'hiver"), "why": "title"}],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "pont.txt").write_bytes(ARTICLE.encode())
    (folder / "pont.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


def scores(gold: Path, *quotes: dict[str, object]) -> dict[str, object]:
    """Return the scores that the gate follows, for these predicted quotes."""
    return tracked_scores(evaluate(gold, {"pont": {"quotes": list(quotes)}}))


def test_the_gold_annotation_scores_full_marks_against_itself(gold: Path) -> None:
    report = evaluate(gold, gold)
    scores = tracked_scores(report)
    assert scores.pop("misattributed") == 0
    assert scores.pop("via") == 0  # no quote of this article stands inside another
    assert set(scores.values()) == {1.0}
    assert report.errors == []


def test_nothing_predicted_is_nothing_found(gold: Path) -> None:
    report = evaluate(gold, {})
    assert report.as_dict()["content_relaxed"]["all"] == {
        "p": 0,
        "r": 0,
        "f1": 0,
        "gold": 3,
        "pred": 0,
        "tp": 0,
    }
    assert [error.what for error in report.errors] == ["SEGMENT-", "SEGMENT-", "QUOTE-", "QUOTE-", "QUOTE-"]
    assert str(report.errors[2]) == (
        "pont: QUOTE- pont direct <a annoncé> "
        "« [[Le pont rouvrira lundi]] », a annoncé la maire sans étiquette, A"
    )


def test_quotation_marks_and_full_stops_at_the_edge_of_a_span_do_not_matter(gold: Path) -> None:
    wider = {**RUMOUR, "content": at("Le suspect aurait quitté le pays. ")}
    assert scores(gold, wider)["content exact F1"] == pytest.approx(2 * 1 * (1 / 3) / (4 / 3))


def test_a_quote_is_found_when_half_of_it_is(gold: Path) -> None:
    half = {**RUMOUR, "content": at("Le suspect aurait")}
    less = {**RUMOUR, "content": at("Le suspect")}
    assert evaluate(gold, {"pont": {"quotes": [half]}}).as_dict()["content_relaxed"]["indirect"]["tp"] == 1
    assert evaluate(gold, {"pont": {"quotes": [less]}}).as_dict()["content_relaxed"]["indirect"]["tp"] == 0


def test_coverage_counts_characters_of_the_gold_quote(gold: Path) -> None:
    half = {**RUMOUR, "content": at("Le suspect aurait")}  # 17 of 32 characters
    report = evaluate(gold, {"pont": {"quotes": [half]}}).as_dict()
    assert report["coverage"]["0.3"]["tp"] == 1
    assert report["coverage"]["0.8"]["tp"] == 0
    assert report["mean_iou"] == pytest.approx((3 / 6) / 3)


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("la maire sans étiquette, Anne Verdier", True),
        ("la maire", False),
        ("Anne Verdier", True),
        ("Verdier", True),  # the last name of the person is enough
        ("Anne", False),
        ("le préfet", False),
    ],
)
def test_a_source_is_right_when_the_mention_shares_its_head(gold: Path, source: str, right: bool) -> None:
    predicted = {**BRIDGE, "source": at(source), "source_name": None}
    report = evaluate(gold, {"pont": {"quotes": [predicted]}}).as_dict()
    assert report["source"]["ok"] == right
    assert report["attribution"]["tp"] == right
    assert report["misattributed"] == {"acc": 1.0 - right, "ok": 1 - right, "n": 1}


@pytest.mark.parametrize(
    ("name", "right"),
    [("anne verdier", True), ("Mme Verdier", True), ("Anne", False), ("Paul Verdier", False), (None, False)],
)
def test_a_name_is_right_when_its_words_agree_and_the_last_name_is_there(
    gold: Path, name: str | None, right: bool
) -> None:
    report = evaluate(gold, {"pont": {"quotes": [{**BRIDGE, "source_name": name}]}}).as_dict()
    assert report["source_name"] == {"acc": right / 2, "ok": right, "n": 2}


def test_without_a_mention_the_name_decides_who_was_credited(gold: Path) -> None:
    report = evaluate(gold, {"pont": {"quotes": [{**BRIDGE, "source": None}]}}).as_dict()
    assert report["attribution"]["tp"] == 1


def test_marked_words_that_nobody_says_are_counted_as_false_alarms(gold: Path) -> None:
    title = quote("festival", "Nuits d'hiver", verbatim=[at("Nuits d'hiver")])
    report = evaluate(gold, {"pont": {"quotes": [title]}})
    segments = report.as_dict()["segments"]
    assert segments["fp_on_non_speech"] == 1
    assert segments["non_speech_kept"] == {"acc": 0.0, "ok": 0, "n": 1}
    assert report.errors[0].shown.startswith("(non-speech) ")


def test_what_is_optional_is_neither_required_nor_penalised(gold: Path) -> None:
    record = {"quotes": [BRIDGE, {**RUMOUR, "optional": True}], "non_speech": []}
    (gold / "pont.json").write_text(json.dumps(record), encoding="utf-8")
    assert scores(gold, BRIDGE, RUMOUR)["content relaxed F1, all"] == 1.0
    assert scores(gold, BRIDGE)["content relaxed F1, all"] == 1.0


def test_a_via_link_must_lead_to_the_right_outer_quote(gold: Path) -> None:
    record = {"quotes": [BRIDGE, {**RUMOUR, "via": "pont"}]}
    (gold / "pont.json").write_text(json.dumps(record), encoding="utf-8")
    assert scores(gold, {**BRIDGE, "id": "a"}, {**RUMOUR, "via": "a"})["via"] == 1.0
    assert scores(gold, {**BRIDGE, "id": "a"}, {**RUMOUR, "via": "b"})["via"] == 0.0


def test_constructions_are_judged_each_by_itself(gold: Path) -> None:
    wrong = quote("rien", "Le festival", source=at("Le festival"), rule="incise")
    rules = evaluate(gold, {"pont": {"quotes": [BRIDGE, DYKES, wrong]}}).by_rule()
    assert rules["incise"] == {"predicted": 2, "found": 0.5, "exact": 0.5, "sourced": 2, "attributed": 0.5}
    assert rules["marker"]["attributed"] == 1.0


@pytest.mark.parametrize(
    ("text", "content", "verbatim", "cue", "kind"),
    [
        ("il viendra", "il viendra", [], None, "indirect"),
        ("« il viendra »", "il viendra", ["il viendra"], None, "direct"),
        ("il viendra « lundi »", "il viendra « lundi »", ["lundi"], None, "mixed"),
        ("« oui » et « non »", "oui » et « non", ["oui", "non"], None, "direct"),
        ("« oui » sans « non »", "oui » sans « non", ["oui", "non"], None, "mixed"),
        ("« oui », dit-elle, « non »", "oui », dit-elle, « non", ["oui", "non"], "dit", "direct"),
    ],
)
def test_the_kind_follows_from_what_stands_between_marks(
    text: str, content: str, verbatim: list[str], cue: str | None, kind: str
) -> None:
    spans = [Span(*at(words, text)) for words in verbatim]
    found = derived_kind(text, Span(*at(content, text)), spans, Span(*at(cue, text)) if cue else None)
    assert found == kind


def test_spans_that_are_none_are_left_out() -> None:
    record = {"quotes": [{"content": [5, 5]}, {"content": None}, {"content": [0, 1, 2]}, {"content": [0, 1]}]}
    assert [act.id for act in read_annotation("« oui »", record).acts] == []
    assert [act.id for act in read_annotation("oui", record).acts] == ["#4"]


def test_names_are_compared_without_diacritics_articles_and_titles() -> None:
    assert name_words("M. Élie Lebœuf") == ["elie", "leboeuf"]
    assert name_words("la Maison de l'Œil") == ["maison", "oeil"]
    assert name_words("le") == ["le"]


def test_the_gate_names_each_score_that_fell(gold: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    write_baseline(evaluate(gold, gold), baseline)
    assert gate(evaluate(gold, gold), read_baseline(baseline)) == []
    worse = evaluate(gold, {"pont": {"quotes": [{**BRIDGE, "source": at("le préfet")}, DYKES, RUMOUR]}})
    assert gate(worse, read_baseline(baseline)) == [
        "source: 0.5000, worse than the baseline 1.0000 by 0.5000",
        "attribution F1: 0.5000, worse than the baseline 1.0000 by 0.5000",
        "misattributed: 0.5000, worse than the baseline 0.0000 by 0.5000",
    ]


def test_the_gate_lets_a_score_fall_by_no_more_than_the_tolerance(gold: Path) -> None:
    report = evaluate(gold, {"pont": {"quotes": [BRIDGE, DYKES]}})
    f1 = tracked_scores(report)["content relaxed F1, all"]
    assert gate(report, {"content relaxed F1, all": f1 + 0.0019}) == []
    assert len(gate(report, {"content relaxed F1, all": f1 + 0.0021})) == 1
    assert gate(report, {"a score of old": 0.5}) == [
        "a score of old: in the baseline (0.5000), but not measured any more"
    ]


def test_the_page_names_every_measure_and_shows_the_errors(gold: Path) -> None:
    page = evaluate(gold, {"pont": {"quotes": [BRIDGE]}}).as_text(by_document=True, by_rule=True, errors=True)
    assert "verbatim speech             1.000  0.500  0.667      2      1" in page
    assert "misattributed               0.000  (0 of 1)" in page
    assert "incise             1   1.000   1.000        1   1.000" in page
    assert "pont: QUOTE- digues mixed <Selon>" in page


def test_offsets_count_every_carriage_return(tmp_path: Path) -> None:
    text = "Le maire :\r\n\r\n« Non. »\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    record = {"quotes": [{"content": at("Non", text), "verbatim": [at("Non", text)]}]}
    (tmp_path / "a.json").write_text(json.dumps(record), encoding="utf-8")
    assert evaluate(tmp_path, {"a": record}).as_dict()["segments"]["f1"] == 1.0


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "no gold annotation there"),
        ({"a.json": "{}"}, "no gold annotation there"),
        ({"a.json": "[]", "a.txt": "x"}, "not a JSON object"),
        ({"a.json": "{", "a.txt": "x"}, "not JSON"),
        ({"a.json": '{"quotes": ["x"]}', "a.txt": "x"}, "“quotes” is not a list of JSON objects"),
        ({"a.json": '{"non_speech": {"span": [0, 1]}}', "a.txt": "x"}, "“non_speech” is not a list"),
        ({"a.json": "{}", "a.txt": b"\xab oui \xbb"}, "a.txt: not UTF-8 .byte 0"),
    ],
)
def test_a_folder_that_is_no_gold_annotation_is_refused(
    tmp_path: Path, files: dict[str, str | bytes], message: str
) -> None:
    for name, content in files.items():
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(QuotetrackError, match=message):
        evaluate(tmp_path, {})


def test_missing_folders_and_baselines_are_named(gold: Path, tmp_path: Path) -> None:
    with pytest.raises(QuotetrackError, match="no such folder of gold"):
        evaluate(tmp_path / "nowhere", {})
    with pytest.raises(QuotetrackError, match="no such folder of predictions"):
        evaluate(gold, tmp_path / "nowhere")
    with pytest.raises(QuotetrackError, match="--update-baseline"):
        read_baseline(tmp_path / "nowhere.json")
