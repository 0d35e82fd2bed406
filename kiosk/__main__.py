"""The command line."""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from config.store import Loaded, Refused, load
from devices.card.pkcs11.conversation import CHILD
from kiosk.desk import commands_of_the_desk, say, say_refused
from kiosk.paper.press import DOCUMENT_CHILD

DEMO_TOKEN = "demo-kiosk"
"""Opens nothing but a demo seu that was started without a token of its own, on loopback."""


def main(given: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the exit status."""
    words = sys.argv[1:] if given is None else given
    if words[:1] == [CHILD]:  # how a frozen kiosk starts itself to hold a PKCS#11 module
        from devices.card.pkcs11.child import main as hold_module

        return hold_module(words[1:])
    if words[:1] == [DOCUMENT_CHILD]:  # and to make a document ready
        from kiosk.paper.document_child import main as make_ready

        return make_ready()
    chosen = _parser().parse_args(words)
    answer: int = chosen.run(chosen)
    return answer


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk", description="A self-service kiosk for a town hall's blue zone."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="run the kiosk")
    run.add_argument("--config", type=Path, metavar="FILE", help="settings (TOML)")
    run.add_argument("--windowed", action="store_true", help="in a window, not over the whole screen")
    run.add_argument("--trace", type=Path, metavar="FILE", help="write events and states as JSON lines")
    run.set_defaults(run=_run)

    demo = commands.add_parser("demo", help="run the kiosk in the demo town hall")
    demo.add_argument("--profile", default="demo", metavar="NAME")
    demo.add_argument("--windowed", action="store_true", help="in a window, not over the whole screen")
    demo.add_argument("--no-dock", action="store_true", help="without the panel that operates the demo")
    demo.add_argument("--trace", type=Path, metavar="FILE", help="write events and states as JSON lines")
    demo.set_defaults(run=_demo)

    tour = commands.add_parser("tour", help="play journeys through the real window")
    tour.add_argument("names", nargs="*", metavar="NAME")
    tour.add_argument("--out", type=Path, metavar="DIR", help="folder for pictures, paper and trace")
    tour.add_argument("--language", default="ca", choices=("ca", "es", "en"))
    tour.add_argument("--size", default="1080x1920", metavar="WIDTHxHEIGHT")
    tour.add_argument("--list", action="store_true", help="name the tours")
    tour.set_defaults(run=_tour)

    commands_of_the_desk(commands)

    seu = commands.add_parser("seu", help="the seu's side").add_subparsers(required=True, metavar="WHAT")
    serve = seu.add_parser("serve", help="the demo town hall's seu alone")
    serve.add_argument("--port", type=int, default=8080)
    serve.add_argument("--token-file", type=Path, metavar="FILE", help="the token that a kiosk must show")
    serve.set_defaults(run=_seu_serve)
    asked = seu.add_parser("check", help="does that server keep the contract?")
    asked.add_argument("url")
    asked.add_argument("--token-file", type=Path, metavar="FILE", help="the kiosk's own token")
    asked.add_argument("--kiosk", default="ZB-01", metavar="NAME", help="the kiosk's own name")
    asked.add_argument(
        "--acts", action="store_true", help="also what leaves something behind, a turn for one"
    )
    asked.set_defaults(run=_seu_check)
    return parser


def _run(chosen: argparse.Namespace) -> int:
    return _open(load(chosen.config), chosen.windowed, chosen.trace)


def _open(loaded: Loaded | Refused, windowed: bool, trace: Path | None) -> int:
    from config.settings import Settings
    from kiosk.app import Opening, run
    from kiosk.logs import start

    if isinstance(loaded, Refused):
        say_refused(loaded)
        refused = tuple(str(problem) for problem in loaded.problems)
        return run(Opening(Settings(), refused, windowed, trace))
    start(loaded.settings.logs)
    return run(Opening(loaded.settings, (), windowed, trace))


def _demo(chosen: argparse.Namespace) -> int:
    from demo.open import with_town

    def opened(environment: dict[str, str]) -> int:
        os.environ.update(environment)
        return _open(load(None, profile=chosen.profile), chosen.windowed, chosen.trace)

    return with_town(opened, dock=not chosen.no_dock, assisted=chosen.profile == "assisted")


def _tour(chosen: argparse.Namespace) -> int:
    from kiosk.tour.journeys import JOURNEYS

    if chosen.list:
        for journey in JOURNEYS.values():
            say(f"{journey.name:28} {journey.about}")
        return 0
    unknown = [name for name in chosen.names if name not in JOURNEYS]
    if unknown or not chosen.names or chosen.out is None:
        sys.stderr.write("kiosk tour NAME… --out DIR; kiosk tour --list names them\n")
        return 2
    if len(chosen.names) > 1:
        return max(_tour_apart(name, chosen) for name in chosen.names)
    from demo.town import Town
    from kiosk.tour.run import tour

    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    width, height = (int(side) for side in chosen.size.split("x"))
    journey = JOURNEYS[chosen.names[0]]
    town = partial(Town, presenter=journey.presenter)
    return tour(journey, chosen.out, town, say, language=chosen.language, width=width, height=height)


def _tour_apart(name: str, chosen: argparse.Namespace) -> int:
    """One of several, in a process of its own: Qt and the smart card service are looked up once a process."""
    command = [sys.executable, "-m", "kiosk", "tour", name, "--out", str(chosen.out / name)]
    return subprocess.call([*command, "--language", chosen.language, "--size", chosen.size])


def _seu_serve(chosen: argparse.Namespace) -> int:
    from demo.seu.server import serve

    token = _token(chosen.token_file)
    if chosen.token_file is None:
        say(f"any kiosk on this machine may ask, with the token {token}")
    serve(chosen.port, token=token)
    return 0


def _token(file: Path | None) -> str:
    return file.read_text(encoding="utf-8").strip() if file else DEMO_TOKEN


def _seu_check(chosen: argparse.Namespace) -> int:
    from kiosk.seu.check import check
    from kiosk.seu.identity import Token

    token = Token(_token(chosen.token_file))
    findings = asyncio.run(check(chosen.url, token, kiosk=chosen.kiosk, acts=chosen.acts))
    for finding in findings:
        say(str(finding))
    if not findings:
        say("it keeps the contract" + ("" if chosen.acts else ", as far as is seen without --acts"))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
