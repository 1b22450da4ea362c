"""What a configuration file may say: `preview = true`, `[rule."exercises.end-date"]`, `[[sources]]`.

The fields of `Settings` are the keys, with a dash for each underscore, and named as ruff names its own; their
descriptions are what messages, the JSON Schema and docs/configuration.md say of them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator

from checker.model import Severity, Tier
from checker.rulebook.globs import Glob
from checker.rulebook.mappingkeys import COLUMNS, SUBJECT, Columns, OfRows

TABLE = ("tool", "checker")  # of pyproject.toml; in checker.toml the keys stand at the top
ANEW = ("rules", "extend-rules", "select", "extend-select")  # what naming the rules instead does away with


def key(field: str) -> str:
    """The key of a field: `extend_rules` is written `extend-rules`."""
    return field.replace("_", "-")


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=key)


Text = Annotated[str, Field(min_length=1)]
Texts = tuple[Text, ...]
Globs = tuple[Glob, ...]


def _holds_settings(value: object) -> bool:
    """Whether settings of a rule stand in there, at any depth: `{end-date = {severity = "note"}}`."""
    if not isinstance(value, dict):
        return False
    return bool(value.keys() & {"severity", "params"}) or any(map(_holds_settings, value.values()))


class RuleSettings(_Table):
    """`[rule."exercises.end-date"]`: what one rule does otherwise here."""

    severity: Severity | None = Field(None, description="instead of the rule's own: error, warning or note")
    params: dict[str, Any] = Field(
        default_factory=dict, description="other values for parameters that the rule has: {fiscal_year_starts = 7}"
    )

    @model_validator(mode="before")
    @classmethod
    def _whole_id(cls, value: object) -> object:
        """TOML takes `[rule.exercises.end-date]` for a table in a table; a misspelt `parms = {…}` holds no settings."""
        if isinstance(value, dict) and any(name != "params" and _holds_settings(value[name]) for name in value):
            raise ValueError('the id of a rule has a dot and so needs quotes: [rule."exercises.end-date"]')
        return value


class SourceSettings(_Table):
    """`[[sources]]`: how far some sources are trusted. Of several entries that fit a source, the last counts."""

    paths: Annotated[Globs, Field(min_length=1)] = Field(description='patterns of the sources: ["curated/**"]')
    tier: Tier = Field(description="reference, primary, secondary (every other source) or draft")


class DatasetSettings(OfRows):
    """`[[datasets]]`: how the wide rows of some datasets are read: by a mapping file, or as is said here. Of several
    entries that fit a dataset, the last counts."""

    paths: Annotated[Globs, Field(min_length=1)] = Field(description='patterns of the datasets: ["data/*.csv"]')
    mapping: Text | None = Field(None, description='the mapping file: "data/events.mapping.yml"')
    subject: Text | None = Field(None, description=SUBJECT)
    columns: Columns | None = Field(None, description=COLUMNS)

    @model_validator(mode="after")
    def _mapped_once(self) -> DatasetSettings:
        own = self.model_fields_set - {"paths", "mapping", "tier"}
        if self.mapping and own:
            raise ValueError(f"mapping names a file that says all of it; take out {', '.join(sorted(own))} here")
        if not self.mapping and not (self.subject and self.columns):
            raise ValueError("a dataset needs a mapping: the name of a mapping file, or subject and columns")
        return self


class OverrideSettings(_Table):
    """`[[overrides]]`: what holds for some sources only: those that fit `paths` and `tiers`, where both are given."""

    paths: Globs = Field((), description='patterns of the sources: ["drafts/**", "*.jsonl"]')
    tiers: tuple[Tier, ...] = Field((), description='tiers of the sources: ["draft"]')
    ignore: Texts = Field((), description='rules, packs or tags that do not see these sources: ["facts"]')
    severity: dict[str, Severity] = Field(
        default_factory=dict,
        description="the most that a finding counts whose outlier stands in these sources only: {facts = 'note'}",
    )

    @model_validator(mode="after")
    def _for_some_sources(self) -> OverrideSettings:
        if not self.paths and not self.tiers:
            raise ValueError("an override needs paths or tiers: which sources is it for?")
        if not self.ignore and not self.severity:
            raise ValueError("an override needs ignore or severity: what is other for these sources?")
        if self.severity and not self.ignore and {*self.severity.values()} == {Severity.error}:
            raise ValueError('an override only lowers a severity: "error" changes nothing')
        return self


class Settings(_Table):
    """One configuration file: `checker.toml`, or the table `[tool.checker]` of pyproject.toml."""

    extends: Texts = Field((), description='configuration files that this one builds on: ["../checker.toml"]')
    rules: Texts | None = Field(
        None, description='rule files, folders or packs instead of the shipped ones: ["my-rules/", "exercises"]'
    )
    extend_rules: Texts = Field((), description='rule files, folders or packs besides the others: ["my-rules/"]')
    names: Texts = Field((), description='files that say which names are the same: ["names.yml"]')
    select: Texts | None = Field(None, description='only these rules, packs or tags: ["exercises", "tag:dates"]')
    extend_select: Texts = Field((), description='these rules, packs or tags too: ["strict"]')
    ignore: Texts = Field((), description='not these rules, packs or tags: ["facts.figure"]')
    preview: StrictBool | None = Field(None, description="true: rules that are still being tried run too")
    rule: dict[str, RuleSettings] = Field(
        default_factory=dict, description='single rules: [rule."exercises.end-date"] with severity and params'
    )
    sources: tuple[SourceSettings, ...] = Field((), description="how far sources are trusted: paths and a tier each")
    datasets: tuple[DatasetSettings, ...] = Field((), description="how wide rows are read: paths and a mapping each")
    overrides: tuple[OverrideSettings, ...] = Field((), description="what holds for some sources only")
    exclude: Globs | None = Field(None, description='files and folders that are not walked into: ["archive/"]')
    extend_exclude: Globs = Field((), description='these too: ["*.bak.md"]')
    force_exclude: StrictBool | None = Field(
        None, description="true: excluded files are left out even if they are named on the command line"
    )
    fail_on: Literal["error", "warning", "note", "never"] | None = Field(
        None, description='the least severity that exits with 1: "error", "warning", "note" or "never"'
    )
    min_severity: Severity | None = Field(None, description='the least severity that is reported: "note"')
    output_format: Text | None = Field(None, description='"full" (for people), "concise", "json", "sarif", …')
    coverage: StrictBool | None = Field(None, description="true: say how much was compared, and why the rest was not")
    require_coverage: StrictBool | None = Field(None, description="true: a rule that met nothing to judge exits with 3")
    waivers: Text | None = Field(None, description='the file of waivers: ".checker/waivers.yml"')
    baseline: Text | None = Field(None, description='the findings that were there before: ".checker/baseline.json"')
    strict_waivers: StrictBool | None = Field(
        None, description="true: waivers that have expired or lapsed, or that nothing needs any more, exit with 1"
    )


# What holds where no file and no option says anything. The rules are those of every shipped pack.
DEFAULTS: dict[str, Any] = {
    "preview": False,
    "force-exclude": False,
    "fail-on": "error",
    "min-severity": "note",
    "output-format": "full",
    "coverage": False,
    "require-coverage": False,
    "strict-waivers": False,
}


def config_schema() -> dict[str, Any]:
    """The JSON Schema of checker.toml, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Settings.model_json_schema(by_alias=True),
        "title": "Configuration of claim-consistency",
    }
