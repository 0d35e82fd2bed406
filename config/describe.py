"""Describes every setting once; the commented defaults, the technician's page and the schema come from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Literal, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from config.settings import VERSION, Settings

PREFIX = "KIOSK_"
BETWEEN = "__"

Plain = str | int | float | bool | list[str]
"""What TOML can say of a setting."""


@dataclass(frozen=True, slots=True)
class Described:
    """One setting, for a reader."""

    path: str
    title: str
    sentence: str
    right: str
    """What would be taken, with its unit."""
    value: Plain
    """The default, or what is in force."""

    @property
    def section(self) -> str:
        """The table that it stands in; empty at the top."""
        return self.path.rpartition(".")[0]

    @property
    def name(self) -> str:
        """Its key in that table."""
        return self.path.rpartition(".")[2]

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return variable(self.path)


def variable(path: str) -> str:
    """The name in the environment of the setting at `path`."""
    return PREFIX + path.replace(".", BETWEEN).upper()


def plain(value: object) -> Plain:
    """A setting as TOML can say it; what is not set is an empty text."""
    if value is None:
        return ""
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, tuple | list):
        return [str(part) for part in value]
    return str(value)


def in_toml(value: Plain) -> str:
    """The value in TOML's own spelling, which for these is JSON's."""
    return json.dumps(value, ensure_ascii=False)


def _extra(info: FieldInfo, key: str) -> str:
    extra = info.json_schema_extra
    return str(extra[key]) if isinstance(extra, dict) and key in extra else ""


def _kind(annotation: object) -> str:
    if get_origin(annotation) is Literal:
        choices = [str(choice) for choice in get_args(annotation)]
        return choices[0] if len(choices) == 1 else "one of " + ", ".join(choices)
    if get_origin(annotation) is tuple:
        return "a list with " + _kind(get_args(annotation)[0]).removeprefix("one of ")
    if NoneType in get_args(annotation):
        return "the path of a file, or empty"
    assert isinstance(annotation, type)
    kinds = {bool: "true or false", int: "a whole number", float: "a number", Path: "a path", str: "text"}
    return kinds[annotation]


def _right(info: FieldInfo) -> str:
    if said := _extra(info, "right"):
        return said
    words = [_kind(info.annotation)]
    least = [bound.ge for bound in info.metadata if isinstance(bound, Ge)]
    most = [bound.le for bound in info.metadata if isinstance(bound, Le)]
    if least and most:
        words.append(f"from {least[0]} to {most[0]}")
    if unit := _extra(info, "unit"):
        words.append(f"in {unit}")
    return " ".join(words)


def _walk(node: BaseModel, prefix: str) -> Iterator[Described]:
    for name, info in type(node).model_fields.items():
        value: object = getattr(node, name)
        if isinstance(value, BaseModel):
            yield from _walk(value, f"{prefix}{name}.")
        else:
            yield Described(
                prefix + name, info.title or name, info.description or "", _right(info), plain(value)
            )


def settings_described(settings: Settings | None = None) -> tuple[Described, ...]:
    """Every setting in the file's order, with the values of `settings` or the defaults."""
    return tuple(_walk(settings or Settings(), ""))


@cache
def right_by_path() -> dict[str, str]:
    """What would be taken for each setting."""
    return {setting.path: setting.right for setting in settings_described()}


@cache
def sections() -> dict[str, str]:
    """Every table of the file, with its sentence."""
    found: dict[str, str] = {}

    def walk(node: BaseModel, prefix: str) -> None:
        for name in type(node).model_fields:
            value: object = getattr(node, name)
            if isinstance(value, BaseModel):
                found[prefix + name] = (type(value).__doc__ or "").strip()
                walk(value, f"{prefix}{name}.")

    walk(Settings(), "")
    return found


def defaults_toml() -> str:
    """The whole default configuration, commented: what stands in `config/defaults.toml`."""
    lines = [
        "# Every setting with its default. A kiosk's own file needs `version` and only what differs.",
        "# Written from the model by `python -m config`; do not edit.",
        "",
        f"version = {VERSION}",
    ]
    section = ""
    for setting in settings_described():
        if setting.section != section:
            section = setting.section
            lines += ["", f"# {sections()[section]}", f"[{section}]"]
        if setting.section:
            lines += [f"# {setting.title}. {setting.sentence}", f"# Right: {setting.right}."]
            lines += [f"{setting.name} = {in_toml(setting.value)}"]
    return "\n".join(lines) + "\n"


INTRODUCTION = f"""# Configuration

<!-- Written from the model by `python -m config`; do not edit. -->

A kiosk reads its settings in this order, the later over the earlier: the defaults, the profile
(`config/profiles/`), its own TOML file (`--config FILE`), the environment. Its file begins with
`version = {VERSION}` and needs only what differs from the defaults. In the environment a setting's
name begins with `{PREFIX}` and has `{BETWEEN}` between levels; a list is written with commas.

A setting that cannot be taken is never guessed: the kiosk says which, why and what would be right, and
starts out of service. `kiosk config validate FILE` says the same beforehand; `kiosk config show` says
what is in force and where it comes from. Tokens, keys and PINs have files of their own (mode 0600);
settings hold their paths."""


def configuration_md() -> str:
    """The page for technicians: what stands in `docs/configuration.md`."""
    lines = [INTRODUCTION]
    section = "none yet"
    for setting in settings_described():
        if not setting.section:
            continue
        if setting.section != section:
            section = setting.section
            lines += ["", f"## `[{section}]`", "", sections()[section], ""]
            lines += ["| setting | default | right | what it is | in the environment |"]
            lines += ["|---|---|---|---|---|"]
        default = f"`{in_toml(setting.value)}`"
        cells = (f"`{setting.name}`", default, setting.right, f"**{setting.title}.** {setting.sentence}")
        lines.append("| " + " | ".join((*cells, f"`{setting.variable}`")) + " |")
    return "\n".join(lines) + "\n"


def schema() -> str:
    """The JSON Schema of the file."""
    return json.dumps(Settings.model_json_schema(), indent=2, ensure_ascii=False) + "\n"
