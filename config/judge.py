"""Judges what the layers say: settings that may be acted on, or what is wrong with each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from config.describe import right_by_path, sections, settings_described, variable
from config.layers import ENVIRONMENT, Layer, lay
from config.problem import Problem
from config.secret_files import file_problem
from config.settings import Settings

SECRETS = ("seu.token_file", "seu.client_certificate", "admin.pin_file")
"""Settings that name a file which nobody but the kiosk may read."""
PLAIN_FILES = ("seu.ca_file", "seu.seal_roots")
"""Settings that name a file with nothing secret in it."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings that may be acted on."""

    settings: Settings
    said: Mapping[str, str] = field(default_factory=dict)
    """For each setting that is not a default: the file or the environment variable that says it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Settings that may not: the kiosk starts out of service and shows these to a technician."""

    problems: tuple[Problem, ...]


def judge(layers: Sequence[Layer]) -> Loaded | Refused:
    """The layers over the defaults, the later over the earlier."""
    unknown = tuple(problem for layer in layers for problem in _unknown(layer))
    defaults = Layer("defaults", Settings().model_dump(mode="json"))
    tree, _ = lay([defaults, *layers])
    _, said = lay(layers)
    try:
        settings = Settings.model_validate(tree)
    except ValidationError as error:
        found = [_problem(one, said) for one in error.errors(include_url=False, include_input=False)]
        return Refused(unknown + tuple(problem for problem in found if problem is not None))
    problems = unknown + tuple(_unfit(settings, said))
    return Refused(problems) if problems else Loaded(settings, said)


def _unknown(layer: Layer) -> Iterator[Problem]:
    known = (*sections(), *right_by_path())

    def walk(table: Mapping[str, object], above: str) -> Iterator[Problem]:
        for key, value in table.items():
            path = f"{above}.{key}" if above else key
            if path not in known:
                beside = [one for one in known if one.rpartition(".")[0] == above]
                near = get_close_matches(path, beside, n=1) or get_close_matches(path, known, n=1)
                right = near[0] if near else "one of " + ", ".join(one.rpartition(".")[2] for one in beside)
                where = layer.where
                if where == ENVIRONMENT:
                    where = variable(path)
                    right = variable(near[0]) if near else right
                yield Problem(path, "there is no setting of this name", right, where)
            elif isinstance(value, Mapping):
                yield from walk(value, path)

    yield from walk(layer.table, "")


_WHY = {
    "missing": "it is missing",
    "literal_error": "this value is not known",
    "greater_than_equal": "the value is too small",
    "less_than_equal": "the value is too large",
    "finite_number": "the value is too large",
    "string_pattern_mismatch": "it is not written in this way",
    "string_too_short": "it is empty",
    "string_too_long": "it is too long",
    "too_short": "the list is empty",
}


def _problem(error: ErrorDetails, said: Mapping[str, str]) -> Problem | None:
    """A technician's words for one of pydantic's errors; None for what `_unknown` has already said."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return None
    path = ".".join(part for part in error["loc"] if isinstance(part, str))
    if kind == "setting":
        path = str(context["field"]) or path
        return Problem(path, str(context["why"]), str(context["right"]), said.get(path, ""))
    right = right_by_path().get(path, f"a table [{path}]")
    return Problem(path, _WHY.get(kind, "the value is of another kind"), right, said.get(path, ""))


def _unfit(settings: Settings, said: Mapping[str, str]) -> Iterator[Problem]:
    """What no single value can tell: what must be set, and the files that are named."""
    if not settings.seu.base_url:
        yield Problem("seu.base_url", "nobody said where the seu stands", right_by_path()["seu.base_url"])
    for setting in settings_described(settings):
        if setting.path in (*SECRETS, *PLAIN_FILES) and setting.value:
            secret = setting.path in SECRETS
            problem = file_problem(Path(str(setting.value)), setting.path, secret=secret)
            if problem is not None:
                yield Problem(problem.field, problem.why, problem.right, said.get(setting.path, ""))
