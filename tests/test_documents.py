import io
import json
import os
import sys
from pathlib import Path

import pytest

from quotetrack.documents import (
    Failure,
    paragraphs,
    parse_document,
    read_document,
    read_documents,
    record_document,
)
from quotetrack.header import iso_date
from quotetrack.model import Document, QuotetrackError


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def body(text: str) -> str:
    return parse_document("example", text).body.of(text)


def split(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(parse_document("example", text))]


def message(path: Path, **options: int) -> str:
    with pytest.raises(QuotetrackError) as error:
        read_document(path, **options)
    return str(error.value)


def test_the_text_is_what_the_file_holds(tmp_path: Path) -> None:
    text = "\ufeffIl dit\u00a0: «\u202foui\u200b\u202f».\r\nUn\u00adchangé.\rFin.\n"
    path = written(tmp_path, "article.txt", text)
    document = read_document(path)
    assert document.text == path.read_bytes().decode("utf-8") == text
    assert (document.name, document.path) == ("article", str(path))
    assert paragraphs(document)[0].of(text).startswith("Il dit")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date: 2020-06-27\nLe texte.", ("2020-06-27", None, None, None)),
        ("\ufeffDate : 2020-06\r\n\r\nLe texte.", ("2020-06", None, None, None)),
        ("DATE 2020-06\nLe texte.", ("2020-06", None, None, None)),
        ("date: 27/06/2020\nLe texte.", ("2020-06-27", None, None, None)),
        ("date : 1er juin 2020\nLe texte.", ("2020-06-01", None, None, None)),
        ("Titre : Une « hausse »\nLe texte.", (None, "Une « hausse »", None, None)),
        ("title: Une hausse\nsource: Le Matin\nLe texte.", (None, "Une hausse", "Le Matin", None)),
        (
            "outlet: Le Matin\nurl: https://exemple.fr/a\n\nLe texte.",
            (None, None, "Le Matin", "https://exemple.fr/a"),
        ),
        (
            '---\ntitle: "Une hausse"\ntags: a\ndate: 2020-06-27\n---\n\nLe texte.',
            ("2020-06-27", '"Une hausse"', None, None),
        ),
    ],
)
def test_header_lines_are_no_part_of_the_body(text: str, expected: tuple[str | None, ...]) -> None:
    document = parse_document("example", text)
    assert (document.date, document.title, document.outlet, document.url) == expected
    assert document.body.of(text) == "Le texte."


def test_the_article_may_follow_the_date_on_its_line() -> None:
    text = " date 2020-06 Le maire est confiant. Il l'a dit.\n\nFin."
    document = parse_document("example", text)
    assert document.date == "2020-06"
    assert document.body.of(text) == "Le maire est confiant. Il l'a dit.\n\nFin."


@pytest.mark.parametrize(
    "text",
    [
        "Date limite : le 27 juin 2020.",
        "Date : le 27 juin, a dit le maire.",
        "Date 2020 du concert annulée.",
        "date: 2020-13-45\nLe texte.",
        "Source : le ministère a dit que non.",
        "Titre provisoire : Une hausse",
        "url: pas une adresse",
        "Le maire a parlé.\nTitre : Une hausse\ndate: 2020-06",
        "---\nIl a parlé. Puis il est parti.\n---\nFin.",
    ],
)
def test_sentences_that_look_like_a_header_stay_in_the_body(text: str) -> None:
    document = parse_document("example", text)
    assert document.body.of(text) == text
    assert document.date is None


def test_what_the_caller_gives_goes_before_the_header() -> None:
    document = parse_document(
        "a", "title: Un\ndate: 2020\n\nLe texte.", title="Deux", date="3 mai 2021", outlet="Le Matin"
    )
    assert (document.title, document.date, document.outlet) == ("Deux", "2021-05-03", "Le Matin")
    with pytest.raises(QuotetrackError, match=r"'hier' is not a date.*2020-06-27"):
        parse_document("a", "Le texte.", date="hier")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("La hausse continue\n\nLes prix ont monté. Encore.", "La hausse continue"),
        ("# La hausse\u00a0continue\n\nLes prix ont monté.", "La hausse continue"),
        ("Que faire ?\n\nLes prix ont monté.", "Que faire ?"),
        ("Les prix ont monté.\n\nEncore.", None),
        ("« Les prix ont monté. »\n\nEncore.", None),
        ("— Que faire ?\n\n— Rien.", None),
        ("La hausse continue", None),
        ("Très long " * 30 + "\n\nEncore.", None),
    ],
)
def test_a_short_first_paragraph_is_the_title_and_stays_in_the_body(text: str, title: str | None) -> None:
    assert parse_document("example", text).title == title
    assert body(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un.\n\nDeux.", ["Un.", "Deux."]),
        ("Un,\ndeux.\n\nTrois.", ["Un,\ndeux.", "Trois."]),
        ("\ufeff\r\nUn.\r\n \u00a0\u200b\r\nDeux. \r\n", ["Un.", "Deux."]),
        (
            "Titre\nUne phrase entière.\nUne autre phrase.",
            ["Titre", "Une phrase entière.", "Une autre phrase."],
        ),
        (
            "Le maire a dit que la piscine\nne rouvrirait pas avant\nle printemps prochain.",
            ["Le maire a dit que la piscine\nne rouvrirait pas avant\nle printemps prochain."],
        ),
        (
            "Il entre.\n— Qui est là ?\n— Moi.\n\nIl sort.",
            ["Il entre.", "— Qui est là ?", "— Moi.", "Il sort."],
        ),
        ("Le maire\n– arrivé hier – parle.\n\nFin.", ["Le maire\n– arrivé hier – parle.", "Fin."]),
        ("# Titre\nUne phrase.\n\nFin.", ["# Titre", "Une phrase.", "Fin."]),
        ("A\n\n" + "Long " * 40 + "fin.\nAutre.", ["A", "Long " * 40 + "fin.", "Autre."]),
        ("Un.\u2029Deux.", ["Un.", "Deux."]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020", "2020"),
        ("2020-06", "2020-06"),
        ("2020-06-27T08:30:00+02:00", "2020-06-27"),
        ("27.6.2020", "2020-06-27"),
        ("samedi 27 août 2022", "2022-08-27"),
        ("févr. 2020", "2020-02"),
        ("20200627", "2020-06-27"),
        ("27-06-2020", "2020-06-27"),
        ("27/06/2020 14:30", "2020-06-27"),
        ("27/06/2020 à 14h", "2020-06-27"),
        ("le 27 juin 2020 à 14h30", "2020-06-27"),
        ("samedi 27 juin 2020, 14 h 30", "2020-06-27"),
        ("Le 1er juin 2020", "2020-06-01"),
        ("27/06-2020", None),
        ("27 juin 2020 à Paris", None),
        ("27 juin 2020 à", None),
        ("le 27 juin", None),
        ("Sat, 27 Jun 2020 08:30:00 +0200", "2020-06-27"),
        ("27 Jun 20 08:30 GMT", "2020-06-27"),
        ("Sat, 27 Dez 2020 08:30:00 +0200", None),
        ("20201327", None),
        ("2020-02-29", "2020-02-29"),
        ("2021-02-29", None),
        ("2020-02-30", None),
        ("31/04/2020", None),
        ("hier", None),
    ],
)
def test_dates(value: str, expected: str | None) -> None:
    assert iso_date(value) == expected


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n\xc2\xa0", "is empty"),
        (b"Un\0deux", "binary file (NUL at byte 2)"),
        ("Été".encode("utf-16"), "iconv -f UTF-16"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "a PDF, not plain text"),
        (b"PK\x03\x04\x14\0\x08\0", "such as .docx"),
        ("L'été".encode("cp1252"), "byte 2 is 0xE9"),
        ("L'été".encode()[:-1], "cut off in the middle of a character, at byte 5"),
    ],
)
def test_unreadable_files_say_why_and_what_to_do(tmp_path: Path, content: bytes, said: str) -> None:
    path = written(tmp_path, "article.txt", content)
    assert said in message(path)
    assert str(path) in message(path)


def test_missing_files_folders_and_large_files_say_so(tmp_path: Path) -> None:
    assert "no such file" in message(tmp_path / "absent.txt")
    assert "a folder" in message(tmp_path)
    assert "larger than 10 bytes" in message(written(tmp_path, "a.txt", "x" * 11), max_bytes=10)
    assert read_document(written(tmp_path, "b.txt", "x" * 10), max_bytes=10).text == "x" * 10


def test_a_batch_goes_on_after_a_failure_in_the_order_of_names(tmp_path: Path) -> None:
    written(tmp_path, "b.txt", "Deux.")
    written(tmp_path, "a.MD", "Un.")
    written(tmp_path, "sub/c.txt", b"\xff")
    written(tmp_path, "sub/d.txt", "Quatre.")
    written(tmp_path, "image.png", b"\0")
    written(tmp_path, ".hidden/e.txt", "Caché.")
    found = list(read_documents([tmp_path, tmp_path / "absent.txt"], outlet="Le Matin"))
    assert [item.name if isinstance(item, Document) else Path(item.path).name for item in found] == [
        *("a", "b", "c.txt", "d", "absent.txt")
    ]
    assert [isinstance(item, Failure) for item in found] == [False, False, True, False, True]
    assert isinstance(found[0], Document) and found[0].outlet == "Le Matin"


def test_a_folder_without_articles_is_a_failure(tmp_path: Path) -> None:
    written(tmp_path, "image.png", b"\0")
    (failure,) = read_documents([tmp_path])
    assert isinstance(failure, Failure)
    assert "no article in this folder" in failure.message


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tube.txt")
    (tmp_path / "z.txt").write_text("Il pleut.\n", encoding="utf-8")
    pipe, article = read_documents([tmp_path])
    assert isinstance(pipe, Failure) and "a pipe or a device" in pipe.message
    assert isinstance(article, Document)


def test_links_that_lead_back_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Il pleut.\n", encoding="utf-8")
    (tmp_path / "boucle").symlink_to(tmp_path)
    assert len(list(read_documents([tmp_path]))) == 1


def test_documents_are_read_one_at_a_time(tmp_path: Path) -> None:
    first = written(tmp_path, "a.txt", "Un.")
    second = written(tmp_path, "b.txt", "Deux.")
    documents = read_documents([tmp_path])
    assert next(documents).path == str(first)  # type: ignore[union-attr]
    second.write_text("Changé.", encoding="utf-8")
    document = next(documents)
    assert isinstance(document, Document) and document.text == "Changé."


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("L'été.\r\n".encode())))
    (document,) = read_documents(["-"])
    assert isinstance(document, Document)
    assert (document.name, document.text, document.path) == ("stdin", "L'été.\r\n", None)


def test_json_lines(tmp_path: Path) -> None:
    records = [
        {
            "id": 12,
            "text": "Un.",
            "title": "T",
            "date": "2020-06-27T10:00:00Z",
            "source": "Le Matin",
            "url": "u",
        },
        {"text": "date: 2019\n\nDeux.", "outlet": "Le Soir", "date": "inconnue"},
    ]
    lines = [json.dumps(record) for record in records]
    path = written(tmp_path, "corpus.jsonl", "\ufeff" + lines[0] + "\r\n\n" + lines[1])
    one, two = read_documents([path])
    assert isinstance(one, Document) and isinstance(two, Document)
    assert (one.name, one.text, one.title, one.date, one.outlet, one.url) == (
        *("12", "Un.", "T", "2020-06-27", "Le Matin", "u"),
    )
    assert (two.date, two.outlet, two.body.of(two.text)) == ("2019", "Le Soir", "Deux.")
    assert one.path == str(path)


def test_a_record_without_an_id_is_called_by_its_text_wherever_it_stands(tmp_path: Path) -> None:
    monday = written(tmp_path, "corpus.jsonl", '{"text": "Un."}\n{"text": "Deux."}\n')
    first = {d.text: d.name for d in read_documents([monday]) if isinstance(d, Document)}
    tuesday = written(tmp_path, "corpus.jsonl", '{"text": "Trois."}\n{"text": "Un."}\n')
    second = {d.text: d.name for d in read_documents([tuesday]) if isinstance(d, Document)}
    assert second["Un."] == first["Un."]
    assert second["Trois."] not in first.values()
    assert all(name.startswith("corpus-") for name in first.values())


def test_json_lines_with_fields_of_other_names(tmp_path: Path) -> None:
    path = written(tmp_path, "corpus.jsonl", '{"contenu": "Un.", "no": "x"}\n')
    (document,) = read_documents([path], fields={"text": "contenu", "name": "no"})
    assert isinstance(document, Document)
    assert (document.name, document.text) == ("x", "Un.")
    with pytest.raises(QuotetrackError, match="'author'"):
        read_documents([path], fields={"author": "auteur"})


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{nothing", "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b"[1]", "not a JSON object"),
        (b'{"titre": "x"}', "no text in the field 'text'"),
        (
            b'{"titre": "x", "contenu": "Deux."}',
            "The fields are: titre, contenu. Say which",
        ),
        (b'{"text": 3.5}', "no text"),
        (b'{"text": "\xe9"}', "not UTF-8"),
        (b'{"text": "a\\ud800"}', "halves of characters"),
        (b'{"text": "' + b"x" * 300_000 + b'"}', "longer than 200,000 bytes"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, line: bytes, said: str) -> None:
    path = written(tmp_path, "corpus.jsonl", b'{"text": "Un."}\n' + line + b'\n{"text": "Trois."}\n')
    one, bad, three = read_documents([path], max_bytes=200_000)
    assert isinstance(one, Document) and isinstance(three, Document) and isinstance(bad, Failure)
    assert (one.text, three.text) == ("Un.", "Trois.")
    assert bad.path == f"{path}:2"
    assert said in bad.message and f"{path}:2" in bad.message


PAGE = """<html><head><title>Une hausse</title><meta property="og:site_name" content="Le Matin"></head><body>
<nav><a href="/">Accueil</a></nav><article><h1>Une hausse</h1>
<p>Les prix de l'énergie ont encore augmenté cette année, au grand dam des ménages modestes.</p>
<p>« Nous n'y sommes pour rien », a déclaré le directeur de la compagnie, interrogé mardi à Lyon.</p>
<p>La prochaine hausse, annoncée pour le printemps, doit être approuvée par le régulateur.</p>
</article></body></html>"""


def test_html(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').encode("iso-8859-1")
    document = read_document(written(tmp_path, "page.html", page), date="2020")
    assert (document.title, document.outlet, document.date) == ("Une hausse", "Le Matin", "2020")
    spoken = [span.of(document.text) for span in paragraphs(document) if "«" in span.of(document.text)]
    assert spoken == [
        "« Nous n'y sommes pour rien », a déclaré le directeur de la compagnie, interrogé mardi à Lyon."
    ]
    assert "Accueil" not in document.text


@pytest.mark.parametrize("name", ["page.htm", "page.XHTML", "page.txt", "page"])
def test_a_web_page_is_one_whatever_its_file_is_called(tmp_path: Path, name: str) -> None:
    pytest.importorskip("trafilatura")
    document = read_document(written(tmp_path, name, "\ufeff<!-- copie -->\n<!DOCTYPE html>\n" + PAGE))
    assert (document.title, document.outlet) == ("Une hausse", "Le Matin")
    assert "<" not in document.text


def test_a_web_page_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    document = read_document("-")
    assert (document.name, document.title, document.path) == ("stdin", "Une hausse", None)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"text": "« Oui », dit-elle."}', "Put one object a line into a .jsonl file"),
        ('\ufeff[\n {"id": 1, "text": "« Oui », dit-elle."}]', "JSON, not the text of an article"),
        ("{\\rtf1\\ansi Il pleut.}", "RTF, not plain text"),
    ],
)
def test_other_formats_are_not_taken_for_the_words_of_an_article(
    tmp_path: Path, content: str, said: str
) -> None:
    assert said in message(written(tmp_path, "article.json", content))


@pytest.mark.parametrize("text", ["[« Oui », dit-elle.]", "{Il pleut.}", "<3 %, dit-elle."])
def test_an_article_may_begin_with_a_bracket(tmp_path: Path, text: str) -> None:
    assert read_document(written(tmp_path, "article.txt", text)).text == text


def test_lines_of_json_by_their_other_name(tmp_path: Path) -> None:
    written(tmp_path, "corpus.ndjson", '{"text": "Un."}\n')
    assert [document.text for document in read_documents([tmp_path]) if isinstance(document, Document)] == [
        "Un."
    ]


def test_html_without_its_library_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert "pip install 'quotetrack[html]'" in message(written(tmp_path, "page.html", PAGE))


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("builtins.open", refuse)
    (failure,) = read_documents([tmp_path / "a.txt"])
    assert isinstance(failure, Failure)
    assert "no permission" in failure.message


@pytest.mark.parametrize(
    ("said", "given", "date", "warned"),
    [
        ("2024-02-27", {}, "2024-02-27", False),
        ("l'an dernier", {}, None, True),
        ("l'an dernier", {"date": "2024"}, "2024", False),
    ],
)
def test_a_date_that_cannot_be_read_is_told(
    said: str, given: dict[str, str], date: str | None, warned: bool
) -> None:
    record = {"text": "Le maire de Vars est venu.", "date": said}
    document = record_document(record, "articles.jsonl:1", "articles.jsonl", given=given)
    assert document.date == date
    assert [said in warning for warning in document.warnings] == [True] * warned
