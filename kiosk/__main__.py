"""The command line."""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from config.store import Loaded, Refused, load
from devices.card.pkcs11.conversation import CHILD
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

    check = commands.add_parser("check", help="settings, devices and seu, a line each")
    check.add_argument("--config", type=Path, metavar="FILE", help="settings (TOML)")
    check.set_defaults(run=_check)

    config = commands.add_parser("config", help="settings").add_subparsers(required=True, metavar="WHAT")
    config.add_parser("schema", help="every setting, as JSON Schema").set_defaults(run=_config_schema)
    show = config.add_parser("show", help="what is in force, and who said it")
    show.add_argument("--config", type=Path, metavar="FILE")
    show.set_defaults(run=_config_show)
    validate = config.add_parser("validate", help="what is wrong with a file")
    validate.add_argument("file", type=Path)
    validate.set_defaults(run=_config_validate)

    paper = commands.add_parser("paper", help="what staff say of it").add_subparsers(
        required=True, metavar="WHAT"
    )
    waiting = paper.add_parser("list", help="what waits for staff, a line each")
    waiting.set_defaults(run=_paper_list)
    confirm = paper.add_parser("confirm", help="nothing is left in the printer and its slot")
    confirm.set_defaults(run=_paper_confirm)
    settle = paper.add_parser("settle", help="what became of an uncertain copy")
    settle.add_argument("copy", help="its number, as `kiosk paper list` says it")
    settle.add_argument("outcome", choices=("printed", "not_printed"))
    settle.set_defaults(run=_paper_settle)
    for one in (waiting, confirm, settle):
        one.add_argument("--config", type=Path, metavar="FILE", help="settings (TOML)")

    trust = commands.add_parser("trust", help="the country signers by which documents are judged")
    trusts = trust.add_subparsers(required=True, metavar="WHAT")
    take_in = trusts.add_parser("import", help="a master list, certificates or revocation lists")
    take_in.add_argument("file", type=Path)
    take_in.set_defaults(run=_trust_import)
    listed = trusts.add_parser("list", help="what was imported, a line each")
    listed.set_defaults(run=_trust_list)
    for one in (take_in, listed):
        one.add_argument("--config", type=Path, metavar="FILE", help="settings (TOML)")
        one.add_argument("--folder", type=Path, metavar="DIR", help="this one, not the one of settings")

    insight = commands.add_parser("insight", help="how it went in the last four weeks, in numbers of nobody")
    insight.add_argument("--json", action="store_true", help="for a program")
    insight.add_argument("--config", type=Path, metavar="FILE", help="settings (TOML)")
    insight.set_defaults(run=_insight)

    admin = commands.add_parser("admin", help="the technician's screens").add_subparsers(
        required=True, metavar="WHAT"
    )
    pin = admin.add_parser("pin", help="choose the PIN that opens them; asks for it twice")
    pin.add_argument("file", type=Path, help="where its hash is written: admin.pin_file of settings")
    pin.set_defaults(run=_admin_pin)

    diagram = commands.add_parser("diagram", help="the session's chart, or the welcome zone's questions")
    diagram.add_argument("what", nargs="?", default="session", choices=("session", "welcome"))
    diagram.add_argument("--file", type=Path, metavar="FILE", help="the questions of a welcome zone (TOML)")
    diagram.set_defaults(run=_diagram)

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


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _run(chosen: argparse.Namespace) -> int:
    return _open(load(chosen.config), chosen.windowed, chosen.trace)


def _open(loaded: Loaded | Refused, windowed: bool, trace: Path | None) -> int:
    from config.settings import Settings
    from kiosk.app import Opening, run
    from kiosk.logs import start

    if isinstance(loaded, Refused):
        _refused(loaded)
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
            _say(f"{journey.name:28} {journey.about}")
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
    return tour(journey, chosen.out, town, _say, language=chosen.language, width=width, height=height)


def _tour_apart(name: str, chosen: argparse.Namespace) -> int:
    """One of several, in a process of its own: Qt and the smart card service are looked up once a process."""
    command = [sys.executable, "-m", "kiosk", "tour", name, "--out", str(chosen.out / name)]
    return subprocess.call([*command, "--language", chosen.language, "--size", chosen.size])


def _check(chosen: argparse.Namespace) -> int:
    from kiosk.checkup import checkup

    return asyncio.run(checkup(load(chosen.config), _say))


def _config_schema(chosen: argparse.Namespace) -> int:
    from config.describe import schema

    _say(schema())
    return 0


def _config_show(chosen: argparse.Namespace) -> int:
    from config.store import show

    loaded = load(chosen.config)
    if isinstance(loaded, Refused):
        return _refused(loaded)
    sys.stdout.write(show(loaded))
    return 0


def _config_validate(chosen: argparse.Namespace) -> int:
    from config.store import validate

    problems = validate(chosen.file)
    for problem in problems:
        _say(str(problem))
    return 1 if problems else 0


def _paper_list(chosen: argparse.Namespace) -> int:
    from kiosk.paper_desk import list_waiting

    return _with_journal(chosen, lambda file: list_waiting(file, _say))


def _paper_confirm(chosen: argparse.Namespace) -> int:
    from kiosk.paper_desk import confirm

    return _with_journal(chosen, lambda file: confirm(file, _say))


def _paper_settle(chosen: argparse.Namespace) -> int:
    from kiosk.paper_desk import settle

    return _with_journal(chosen, lambda file: settle(file, chosen.copy, chosen.outcome, _say))


def _with_journal(chosen: argparse.Namespace, work: Callable[[Path], int]) -> int:
    from kiosk.journal_file import FILE_NAME

    loaded = load(chosen.config)
    if isinstance(loaded, Refused):
        return _refused(loaded)
    return work(loaded.settings.kiosk.state_folder / FILE_NAME)


def _trust_import(chosen: argparse.Namespace) -> int:
    from kiosk.trust import import_file

    folder = _country_signers(chosen)
    return _refused(folder) if isinstance(folder, Refused) else import_file(chosen.file, folder, _say)


def _trust_list(chosen: argparse.Namespace) -> int:
    from kiosk.trust import list_signers

    folder = _country_signers(chosen)
    return _refused(folder) if isinstance(folder, Refused) else list_signers(folder, _say)


def _country_signers(chosen: argparse.Namespace) -> Path | Refused:
    if chosen.folder:
        return Path(chosen.folder)
    loaded = load(chosen.config)
    return loaded if isinstance(loaded, Refused) else loaded.settings.identity.country_signers


def _insight(chosen: argparse.Namespace) -> int:
    from kiosk.clock import WallClock
    from kiosk.insight.desk import show
    from kiosk.insight.shelf import FILE_NAME

    loaded = load(chosen.config)
    if isinstance(loaded, Refused):
        return _refused(loaded)
    kiosk = loaded.settings.kiosk
    today = WallClock(kiosk.time_zone).now().date()
    return show(kiosk.state_folder / FILE_NAME, today, _say, as_json=chosen.json)


def _admin_pin(chosen: argparse.Namespace) -> int:
    from getpass import getpass

    from kiosk.admin.command import set_pin

    return set_pin(chosen.file, getpass, _say)


def _refused(refused: Refused) -> int:
    for problem in refused.problems:
        sys.stderr.write(f"{problem}\n")
    return 1


def _diagram(chosen: argparse.Namespace) -> int:
    if chosen.what == "welcome":
        return _diagram_welcome(chosen.file)
    from kiosk.flow import SessionChart

    _say(format(SessionChart, "mermaid"))
    return 0


def _diagram_welcome(file: Path | None) -> int:
    """The questions as Mermaid, or all that is wrong with them."""
    from config.welcome import diagram, read_welcome
    from screens.icons import icons

    answer = read_welcome(file, icons())
    if isinstance(answer, tuple):
        for problem in answer:
            _say(str(problem))
        return 1
    _say(diagram(answer))
    return 0


def _seu_serve(chosen: argparse.Namespace) -> int:
    from demo.seu.server import serve

    token = _token(chosen.token_file)
    if chosen.token_file is None:
        _say(f"any kiosk on this machine may ask, with the token {token}")
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
        _say(str(finding))
    if not findings:
        _say("it keeps the contract" + ("" if chosen.acts else ", as far as is seen without --acts"))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
