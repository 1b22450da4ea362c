"""`checker rules schema -o rules/schema.json`: what may stand in a rule file, for the editor that it is written in."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Annotated, Literal

import typer

from checker.cli.options import OutputFile
from checker.cli.output import write


def rules_schema(
    of: Annotated[
        Literal["rules", "config", "mapping", "decisions"],
        typer.Option(help="Rule and names files, checker.toml, mapping files of datasets, or waivers and decisions."),
    ] = "rules",
    output_file: OutputFile = None,
) -> int:
    """Print the JSON Schema of rule files, of the configuration, of mapping files or of decisions. With it an editor
    completes and checks them as they are typed: a file that begins with "# yaml-language-server: $schema=PATH" is
    checked against the schema that is saved there."""
    from checker.claims import kinds
    from checker.compare import comparators
    from checker.decisions import decisions_schema
    from checker.rulebook import Surroundings, config_schema, mapping_schema, schema

    around = Surroundings(kinds(), comparators())
    match of:
        case "rules":
            found = schema(around)
        case "mapping":
            from checker import pipeline

            shipped = pipeline.load_rules().kinds  # with those that the shipped rules define
            found = mapping_schema(replace(around, kinds=shipped))
        case "config":
            found = config_schema()
        case "decisions":
            found = decisions_schema()
    write(json.dumps(found, indent=1) + "\n", output_file)
    return 0
