"""Loads settings, saves them whole or not at all, shows what is in force, and keeps the last known good."""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping
from pathlib import Path

from config.atomic import write_atomically
from config.describe import Plain, in_toml, settings_described
from config.judge import Loaded, Refused, judge
from config.layers import Layer, from_environment, lay, read_file, read_profile
from config.migrate import migrate
from config.problem import Problem
from config.settings import VERSION, Settings

__all__ = ["Loaded", "Problem", "Refused", "load", "save", "show", "validate"]

MODE = 0o644


def load(
    file: Path | None = None, environ: Mapping[str, str] | None = None, profile: str | None = None
) -> Loaded | Refused:
    """Defaults, then profile, then `file`, then environment; `profile` overrules what they say of it."""
    own = read_file(file) if file is not None else Layer("", {})
    if isinstance(own, Problem):
        return Refused((own,))
    return _with_profile(own, from_environment(os.environ if environ is None else environ), profile)


def validate(file: Path, environ: Mapping[str, str] | None = None) -> tuple[Problem, ...]:
    """What is wrong with a file; nothing where the kiosk would start with it."""
    answer = load(file, environ)
    return answer.problems if isinstance(answer, Refused) else ()


def show(loaded: Loaded) -> str:
    """Defaults, profile, `file`, environment; the argument `profile` overrules what they say of it."""
    lines = [f"version = {VERSION}"]
    section = ""
    for setting in settings_described(loaded.settings):
        if not setting.section:
            continue
        if setting.section != section:
            section = setting.section
            lines += ["", f"[{section}]"]
        source = loaded.said.get(setting.path, "default")
        lines.append(f"{setting.name} = {in_toml(setting.value)}  # {source}")
    return "\n".join(lines) + "\n"


def save(
    file: Path, changes: Mapping[str, Plain], environ: Mapping[str, str] | None = None
) -> Loaded | Refused:
    """Write `changes` (path to value) into `file`, keeping its comments; what would be wrong is not written.

    What stood there is kept beside as the last known good, where it was good.
    Raises OSError, and the old file then stands.
    """
    import tomlkit  # late: a kiosk seldom saves, and always starts

    environ = os.environ if environ is None else environ
    there = file.exists()
    if there and isinstance(own := read_file(file), Problem):
        return Refused((own,))
    before = load(file, environ) if there else None
    document = tomlkit.parse(file.read_text(encoding="utf-8") if there else f"version = {VERSION}\n")
    migrate(document)
    for path, value in changes.items():
        *above, name = path.split(".")
        table: MutableMapping[str, object] = document
        for key in above:
            below = table.setdefault(key, tomlkit.table())
            if not isinstance(below, MutableMapping):
                return Refused(
                    (Problem(".".join(above), "no table stands there", f"a table [{key}]", str(file)),)
                )
            table = below
        table[name] = value
    after = _with_profile(Layer(str(file), document.unwrap()), from_environment(environ), None)
    if isinstance(after, Loaded):
        if isinstance(before, Loaded):
            keep_last_good(file)
        write_atomically(file, tomlkit.dumps(document).encode(), MODE)
    return after


def last_good(file: Path) -> Path:
    """Where the last known good of `file` is kept."""
    return file.with_name(f"{file.name}.last-good")


def keep_last_good(file: Path) -> None:
    """Remember `file` as it stands, for instance when the kiosk came into service with it. Raises OSError."""
    content = file.read_bytes()
    kept = last_good(file)
    if not kept.exists() or kept.read_bytes() != content:
        write_atomically(kept, content, MODE)


def restore_last_good(file: Path, environ: Mapping[str, str] | None = None) -> Loaded | Refused:
    """Put the last known good in the place of `file`, where it still validates. Raises OSError."""
    answer = load(last_good(file), environ)
    if isinstance(answer, Loaded):
        write_atomically(file, last_good(file).read_bytes(), MODE)
    return answer


def _with_profile(own: Layer, environment: Layer, profile: str | None) -> Loaded | Refused:
    asked, said = lay([own, environment])
    kiosk = asked.get("kiosk")
    name = profile or str((kiosk if isinstance(kiosk, dict) else {}).get("profile", Settings().kiosk.profile))
    shared = read_profile(name)
    if isinstance(shared, Problem):
        where = "" if profile else said.get(shared.field, "")
        return Refused((Problem(shared.field, shared.why, shared.right, where),))
    over = [Layer(f"profile {profile}", {"kiosk": {"profile": profile}})] if profile else []
    return judge([shared, own, environment, *over])
