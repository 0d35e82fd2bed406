"""Runs one target in this process, or each in a process of its own, over atheris."""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
from pathlib import Path
from typing import Protocol, cast

HERE = Path(__file__).parent
FOUND = HERE.parent / "build" / "fuzz"
MOST_BYTES = 40_000
"""A file of a chip is shorter; longer input says nothing new."""
SLOW = 5
"""Seconds after which one input is too slow."""


class Target(Protocol):
    """A module of `fuzz.targets`."""

    def one(self, data: bytes) -> None:
        """Raises where something is wrong."""


def names() -> list[str]:
    """Every target."""
    return sorted(path.stem for path in (HERE / "targets").glob("*.py") if path.stem != "__init__")


def load(name: str) -> Target:
    """The target of this name."""
    return cast(Target, importlib.import_module(f"fuzz.targets.{name}"))


def seeds(target: Target) -> tuple[bytes, ...]:
    """What it begins with."""
    return cast("tuple[bytes, ...]", getattr(target, "SEEDS", ()))


def main() -> int:
    parser = argparse.ArgumentParser(prog="fuzz", description="Fuzz the parsers.")
    parser.add_argument("target", nargs="?", choices=names(), help="one of them; without it, all in turn")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--again", type=Path, help="give the target these bytes once")
    options = parser.parse_args()
    if options.again:
        if not options.target:
            parser.error("--again: for which target?")
        load(options.target).one(options.again.read_bytes())
        return 0
    if options.target:
        return fuzz(options.target, options.seconds)
    for name in names():
        sys.stdout.write(f"fuzz: {name}, {options.seconds} s\n")
        sys.stdout.flush()
        command = [sys.executable, "-m", "fuzz", name, "--seconds", str(options.seconds)]
        if code := subprocess.run(command, check=False).returncode:
            sys.stderr.write(f"fuzz: {name} found something; see build/fuzz/{name}\n")
            return code
    return 0


def fuzz(name: str, seconds: int) -> int:
    """Fuzz one target. Where atheris is there, this ends the process."""
    try:
        import atheris
    except ImportError:
        sys.stderr.write(
            "fuzz: atheris has no build for this machine and Python; the suite's own fuzzing runs\n"
        )
        return 0
    with atheris.instrument_imports(include=["devices", "asn1crypto"]):
        target = load(name)
    corpus = FOUND / name / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (corpus / f"seed-{number}").write_bytes(seed)
    flags = [f"-max_total_time={seconds}", f"-max_len={MOST_BYTES}", f"-timeout={SLOW}"]
    flags += [f"-artifact_prefix={FOUND / name}/", "-print_final_stats=1", "-verbosity=0"]
    # The peak that the kernel tells is also that of whoever started this: a single piece is limited instead.
    flags += ["-rss_limit_mb=0", "-malloc_limit_mb=2048"]
    atheris.Setup([sys.argv[0], *flags, str(corpus)], target.one)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
