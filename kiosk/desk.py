"""The commands of whoever looks after a kiosk: they need no window, and the kiosk need not run."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from config.store import Refused, load

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def commands_of_the_desk(commands: Commands) -> None:
    """Add them to the command line; each sets `run`, which returns the exit status."""
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
    diagram.add_argument("--svg", action="store_true", help="draw those questions as a picture")
    diagram.set_defaults(run=_diagram)


def say(line: str) -> None:
    """Print it, for programs and people."""
    sys.stdout.write(line + "\n")


def say_refused(refused: Refused) -> int:
    """What is wrong with settings, a line each; the exit status."""
    for problem in refused.problems:
        sys.stderr.write(f"{problem}\n")
    return 1


def _check(chosen: argparse.Namespace) -> int:
    from kiosk.checkup import checkup

    return asyncio.run(checkup(load(chosen.config), say))


def _config_schema(chosen: argparse.Namespace) -> int:
    from config.describe import schema

    say(schema())
    return 0


def _config_show(chosen: argparse.Namespace) -> int:
    from config.store import show

    loaded = load(chosen.config)
    if isinstance(loaded, Refused):
        return say_refused(loaded)
    sys.stdout.write(show(loaded))
    return 0


def _config_validate(chosen: argparse.Namespace) -> int:
    from config.store import validate

    problems = validate(chosen.file)
    for problem in problems:
        say(str(problem))
    return 1 if problems else 0


def _paper_list(chosen: argparse.Namespace) -> int:
    from kiosk.paper_desk import list_waiting

    return _with_journal(chosen, lambda file: list_waiting(file, say))


def _paper_confirm(chosen: argparse.Namespace) -> int:
    from kiosk.paper_desk import confirm

    return _with_journal(chosen, lambda file: confirm(file, say))


def _paper_settle(chosen: argparse.Namespace) -> int:
    from kiosk.paper_desk import settle

    return _with_journal(chosen, lambda file: settle(file, chosen.copy, chosen.outcome, say))


def _with_journal(chosen: argparse.Namespace, work: Callable[[Path], int]) -> int:
    from kiosk.journal_file import FILE_NAME

    loaded = load(chosen.config)
    if isinstance(loaded, Refused):
        return say_refused(loaded)
    return work(loaded.settings.kiosk.state_folder / FILE_NAME)


def _trust_import(chosen: argparse.Namespace) -> int:
    from kiosk.trust import import_file

    folder = _country_signers(chosen)
    return say_refused(folder) if isinstance(folder, Refused) else import_file(chosen.file, folder, say)


def _trust_list(chosen: argparse.Namespace) -> int:
    from kiosk.trust import list_signers

    folder = _country_signers(chosen)
    return say_refused(folder) if isinstance(folder, Refused) else list_signers(folder, say)


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
        return say_refused(loaded)
    kiosk = loaded.settings.kiosk
    today = WallClock(kiosk.time_zone).now().date()
    return show(kiosk.state_folder / FILE_NAME, today, say, as_json=chosen.json)


def _admin_pin(chosen: argparse.Namespace) -> int:
    from getpass import getpass

    from kiosk.admin.command import set_pin

    return set_pin(chosen.file, getpass, say)


def _diagram(chosen: argparse.Namespace) -> int:
    if chosen.what == "welcome":
        return _diagram_welcome(chosen.file, as_picture=chosen.svg)
    from kiosk.flow import SessionChart

    say(format(SessionChart, "mermaid"))
    return 0


def _diagram_welcome(file: Path | None, *, as_picture: bool) -> int:
    """The questions as Mermaid or SVG, or all that is wrong with them."""
    from config.welcome import read_welcome
    from config.welcome_pictures import diagram, picture
    from screens.icons import icons

    answer = read_welcome(file, icons())
    if isinstance(answer, tuple):
        for problem in answer:
            say(str(problem))
        return 1
    say(picture(answer) if as_picture else diagram(answer))
    return 0
