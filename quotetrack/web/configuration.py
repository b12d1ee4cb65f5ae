"""What Datasette is told about the database: labels, facets, descriptions, canned queries.

The plugin hands it to a running Datasette; ``python -m quotetrack.web.configuration db`` writes it as the
files ``datasette.yaml`` (Datasette 1.0) and ``metadata.json`` (Datasette 0.65), for those who want to change
it. One source for all uses.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from quotetrack.store.questions import QUESTIONS, Question

Config = dict[str, Any]

TITLE = "Qui dit quoi"
DESCRIPTION = "Les citations de la presse, leurs sources, et ce qu’elles affirment."

_DESCRIBING = frozenset({"description", "columns"})
_TABLES: dict[str, Config] = {
    "documents": {
        "description": "Les articles, avec leur texte exact.",
        "label_column": "name",
        "facets": ["outlet"],
        "sort_desc": "date",
    },
    "quotes": {
        "description": "Les citations : ce que l’article attribue à quelqu’un.",
        "label_column": "text",
        "facets": ["kind", "stance", "source_kind", "outlet"],
        "columns": {
            "kind": "direct : entre guillemets ; mixed : en partie ; indirect : sans guillemets",
            "stance": "asserted, ou hearsay là où le conditionnel de presse rapporte sans source",
            "mention": "les mots par lesquels l’article désigne la source à cet endroit",
            "via": "la citation à l’intérieur de laquelle celle-ci est rapportée",
            "rule": "la construction qui l’a fait trouver",
            "confidence": "part des citations de cette construction qui sont justes sur des articles annotés",
        },
    },
    "verbatim": {"description": "Les mots exacts : les parties d’une citation entre guillemets."},
    "sources": {
        "description": "Qui parle, dans toute la base.",
        "label_column": "name",
        "facets": ["kind", "gender"],
    },
    "source_names": {"description": "Les noms sous lesquels une source est connue.", "facets": ["how"]},
    "source_roles": {"description": "Les fonctions d’une source, avec leurs dates."},
    "reviews": {"description": "Les avis rendus sur des citations.", "facets": ["verdict"]},
    "runs": {"description": "Les extractions : version, modèle, options.", "label_column": "name"},
    "who_said_what": {
        "description": "Qui a dit quoi, à qui, quand, en quels termes, et sur la foi de qui.",
        "facets": ["kind_of_source", "stance", "outlet", "how"],
    },
    "second_hand": {"description": "Les propos de seconde main.", "facets": ["outlet", "stance"]},
    "hearsay": {"description": "Ce qui est écrit au conditionnel.", "facets": ["outlet", "kind_of_source"]},
    "claims": {
        "description": "Les propos : ce qui a été dit, tous articles confondus.",
        "label_column": "text",
        "sort_desc": "versions",
    },
    "findings_in_words": {
        "description": "Ce qui mérite d’être relu, avec les deux citations en regard.",
        "facets": ["check", "severity", "dismissed"],
    },
    "altered_words": {"description": "Entre guillemets des deux côtés, mais pas les mêmes mots."},
    "disputed_speaker": {"description": "Les mêmes mots dans deux bouches."},
    "changed_story": {"description": "La même source, une négation ou un nombre différent."},
    "hearsay_turned_fact": {"description": "Au conditionnel dans un titre, affirmé dans un autre."},
    "paraphrase_made_verbatim": {"description": "Sans guillemets ici, mot pour mot là."},
    "second_hand_chains": {"description": "Connu seulement par ce qu’un autre en rapporte."},
    "hearsay_claims": {"description": "Au conditionnel : personne n’en répond."},
    "anonymous_only": {"description": "Aucune source nommée, nulle part."},
    "single_source": {"description": "Plusieurs articles, une seule bouche."},
    "anonymous": {"description": "Les sources sans nom.", "facets": ["outlet", "how"]},
    **{
        table: {"hidden": True}
        for table in (
            "sightings",
            "decisions",
            "decision_edges",
            "non_speech",
            "claim_versions",
            "claim_quotes",
            "recent_shingles",
            "shingles",
            "kin",
            "findings",
            "dismissals",
            "findings_read",
            "_sqlite_migrations",
        )
    },
}


def table_settings(tables: set[str]) -> dict[str, Config]:
    """Return the configuration of these tables and views, as Datasette spells it."""
    return {name: dict(settings) for name, settings in _TABLES.items() if name in tables}


def canned_queries(tables: set[str]) -> dict[str, Config]:
    """Return the canned queries that a database with these tables can answer."""
    return {question.name: _query(question) for question in QUESTIONS if question.needs in {None, *tables}}


def metadata(database: str, tables: set[str]) -> Config:
    """Return the whole configuration of one database in the shape of Datasette's ``metadata.json``."""
    return {
        "title": TITLE,
        "description": DESCRIPTION,
        "databases": {database: {"tables": table_settings(tables), "queries": canned_queries(tables)}},
    }


def write_files(folder: Path, database: str = "quotetrack") -> list[Path]:
    """Write ``datasette.yaml`` and ``metadata.json`` for all known tables; return their paths."""
    import yaml

    everything = metadata(database, set(_TABLES) | {q.needs for q in QUESTIONS if q.needs})
    yaml_file, json_file = folder / "datasette.yaml", folder / "metadata.json"
    header = (
        "# Written by python -m quotetrack.web.configuration. Datasette 1.0 reads both files:\n"
        "# datasette quotetrack.db -c datasette.yaml -m metadata.json; 0.65 takes metadata.json alone.\n"
    )
    body = yaml.safe_dump(_configuring(everything), allow_unicode=True, sort_keys=False, width=110)
    yaml_file.write_text(header + body, "utf-8")
    json_file.write_text(json.dumps(everything, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return [yaml_file, json_file]


def _query(question: Question) -> Config:
    words = {"title": question.title, "description": question.description}
    return {**words, "sql": question.sql, "hide_sql": True}


def _configuring(everything: Config) -> Config:
    """Return what belongs into ``datasette.yaml``: all that configures, without what merely describes."""
    databases: Config = {}
    for database, settings in everything["databases"].items():
        tables = {
            name: {key: value for key, value in table.items() if key not in _DESCRIBING}
            for name, table in settings["tables"].items()
        }
        databases[database] = {
            "tables": {name: table for name, table in tables.items() if table},
            "queries": settings["queries"],
        }
    return {"databases": databases}


if __name__ == "__main__":
    for path in write_files(Path(sys.argv[1] if len(sys.argv) > 1 else "db")):
        print(path)
