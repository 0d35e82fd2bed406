"""Lays profile, file and environment over the defaults, and remembers who said what."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from config.describe import BETWEEN, PREFIX, variable
from config.migrate import migrate
from config.problem import Problem

ENVIRONMENT = "the environment"
PROFILES = Path(__file__).parent / "profiles"


@dataclass(frozen=True, slots=True)
class Layer:
    """What one source says, and how a technician calls that source."""

    where: str
    table: Mapping[str, object]


def _leaves(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def put(table: dict[str, object], path: str, value: object) -> None:
    """Set `path` in a tree of tables; a value where a table should be stays there, to be refused later."""
    *above, name = path.split(".")
    for key in above:
        below = table.setdefault(key, {})
        if not isinstance(below, dict):
            return
        table = below
    table[name] = value


def read_file(file: Path, *, versioned: bool = True) -> Layer | Problem:
    """A TOML file in the present shape."""
    try:
        table: dict[str, object] = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as trouble:
        missing = isinstance(trouble, FileNotFoundError)
        why = "this file does not exist" if missing else "this file cannot be read"
        return Problem("", why, "the path of a readable file", str(file))
    except UnicodeDecodeError:
        return Problem("", "this file is not written in UTF-8", "a text file in UTF-8", str(file))
    except tomllib.TOMLDecodeError as trouble:
        # The error's own words may repeat what stands in the file; its place does not.
        place = re.search(r"at (line \d+, column \d+|end of document)", str(trouble))
        why = f"this is not TOML, {place[0]}" if place else "this is not TOML"
        return Problem("", why, 'lines like name = "ZB-01"', str(file))
    if versioned and (problem := migrate(table)) is not None:
        return Problem(problem.field, problem.why, problem.right, str(file))
    return Layer(str(file), table)


def read_profile(name: str) -> Layer | Problem:
    """The settings that a kind of kiosk has in common."""
    file = PROFILES / f"{name}.toml"
    if not re.fullmatch(r"[a-z]+", name) or not file.is_file():
        known = ", ".join(sorted(path.stem for path in PROFILES.glob("*.toml")))
        return Problem("kiosk.profile", "there is no profile of this name", f"one of {known}")
    return read_file(file, versioned=False)


def from_environment(environ: Mapping[str, str]) -> Layer:
    """What the variables that begin with KIOSK_ say."""
    table: dict[str, object] = {}
    for name in sorted(environ):
        if name.startswith(PREFIX):
            put(table, name.removeprefix(PREFIX).lower().replace(BETWEEN, "."), environ[name])
    return Layer(ENVIRONMENT, table)


def lay(layers: Sequence[Layer]) -> tuple[dict[str, object], dict[str, str]]:
    """One tree, the later over the earlier; and for each path who had the last word."""
    whole: dict[str, object] = {}
    said: dict[str, str] = {}
    for layer in layers:
        for path, value in _leaves(layer.table):
            put(whole, path, value)
            said[path] = variable(path) if layer.where == ENVIRONMENT else layer.where
    return whole, said
