"""Commands that measure: evaluate, models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotetrack.cli.options import DeviceOption, FormatOption, ModelOption
from quotetrack.cli.output import Format, as_json, print_rows, print_text, progress, tell, write_csv
from quotetrack.model import QuotetrackError

if TYPE_CHECKING:
    from quotetrack.evaluation import Report

models = typer.Typer(
    help="The French models: what is installed, what it scores.", invoke_without_command=True
)


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of NAME.txt with NAME.json.")],
    predictions: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PRED_DIR]",
            help="Folder of predicted NAME.json; without it, the texts are extracted now.",
        ),
    ] = None,
    model: ModelOption = "embedded",
    device: DeviceOption = "cpu",
    form: FormatOption = Format.TABLE,
    errors: Annotated[bool, typer.Option("--errors", help="Show every disagreement in its context.")] = False,
    by_doc: Annotated[bool, typer.Option("--by-doc", help="Add the scores of each document.")] = False,
    by_rule: Annotated[
        bool, typer.Option("--by-rule", help="Add how often each construction is right.")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Scores that must not fall; status 1 when one does."),
    ] = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Write the scores to the baseline instead.")
    ] = False,
) -> None:
    """Measure extraction against gold annotation: precision, recall, F1, by kind and by construction.

    Everything is compared on words. A quote is found when it shares half of its words with a prediction; an
    attribution is right when the quote is found and its source is the right one.
    """
    from quotetrack.evaluation import evaluate as score

    if update_baseline and baseline is None:
        raise QuotetrackError("--update-baseline writes the scores to a file: name it with --baseline FILE.")
    if form is Format.CSV and (errors or by_doc or by_rule):
        raise QuotetrackError("--errors, --by-doc and --by-rule go with --format table or json.")
    report = score(gold, predictions or dict(_extracted(gold, model, device)))
    if form is Format.JSON:
        page = {"documents": len(report.documents), "total": report.as_dict()}
        if by_doc:
            page["by_doc"] = report.by_document()
        if by_rule:
            page["by_rule"] = report.by_rule()
        if errors:
            page["errors"] = [str(error) for error in report.errors]
        print_text(as_json(page, indent=1))
    elif form is Format.CSV:
        _print_scores(report)
    else:
        print_text(report.as_text(by_document=by_doc, by_rule=by_rule, errors=errors))
    if baseline is not None:
        _keep_to_baseline(report, baseline, update_baseline)


@models.callback()
def list_models(context: typer.Context, form: FormatOption = Format.TABLE) -> None:
    """Show the French models: where they are, and what they score on test sets that they never saw.

    The score is LAS (labelled attachment), end to end from raw text, on UD_French-GSD and -Sequoia. What the
    extraction as a whole scores is measured by `quotetrack evaluate`.
    """
    if context.invoked_subcommand is None:
        columns = {"name": "Model", "state": "State", "las": "LAS", "licence": "Licence", "path": "Where"}
        print_rows(_installed(), form, columns, empty="No models.")


@models.command()
def download(name: Annotated[str, typer.Argument(metavar="official")]) -> None:
    """Fetch Stanza's own French models, for --model official. The only command that uses the network."""
    from quotetrack.syntax.stanza_parser import PROCESSORS, official_folder

    if name != "official":
        raise QuotetrackError(f"{name}: only the models called 'official' can be downloaded.")
    folder = official_folder()
    tell(f"Downloading Stanza's French models into {folder} …")
    import stanza

    try:
        stanza.download("fr", model_dir=str(folder), processors=PROCESSORS, verbose=False)
    except (OSError, ValueError) as error:
        raise QuotetrackError(
            f"Stanza's French models could not be downloaded ({error}). "
            "Check the network, or use the embedded ones (--model embedded)."
        ) from error
    print_text(str(folder))


def _extracted(gold: Path, model: str, device: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield name and predicted record of each gold text."""
    from quotetrack.documents import parse_document
    from quotetrack.evaluation import gold_documents
    from quotetrack.export.records import document_record
    from quotetrack.extraction import Extractor, load_parser

    texts = [(name, text) for name, text, _ in gold_documents(gold)]
    extractor = Extractor(load_parser(model, device))
    with progress("document") as shown:
        for name, text in texts:
            yield name, document_record(extractor.extract(parse_document(name, text)))
            shown.done(name)


def _print_scores(report: Report) -> None:
    from quotetrack.evaluation import tracked_scores

    rows = [{"measure": name, "score": round(score, 4)} for name, score in tracked_scores(report).items()]
    write_csv(rows, ["measure", "score"])


def _keep_to_baseline(report: Report, path: Path, update: bool) -> None:
    from quotetrack.evaluation import gate, read_baseline, write_baseline

    if update:
        write_baseline(report, path)
        tell(f"{path}: written.")
        return
    failures = gate(report, read_baseline(path))
    for failure in failures:
        tell(failure)
    if failures:
        tell(f"Worse than {path}. If that is meant, run again with --update-baseline.")
        raise typer.Exit(1)
    tell(f"No score is below {path}.")


def _installed() -> list[dict[str, Any]]:
    from quotetrack.syntax.stanza_parser import EMBEDDED, official_folder

    scores = json.loads((EMBEDDED.parent / "scores.json").read_text(encoding="utf-8"))
    official = official_folder()
    there = (official / "fr" / "depparse").is_dir()
    return [
        {
            "name": "embedded",
            "state": f"installed, {_megabytes(EMBEDDED):.1f} MB",
            "las": _las(scores),
            "licence": "CC BY-SA 4.0",
            "path": str(EMBEDDED),
            "scores": scores,
        },
        {
            "name": "official",
            "state": f"installed, {_megabytes(official / 'fr'):.1f} MB"
            if there
            else "missing; run: quotetrack models download official",
            "las": None,
            "licence": "those of Stanza's models",
            "path": str(official),
            "scores": None,
        },
    ]


def _las(scores: dict[str, dict[str, float]]) -> str:
    return ", ".join(
        f"{measures['LAS']:.1f} ({treebank.split('-')[1]})" for treebank, measures in scores.items()
    )


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
