"""`python -m demo.dock`: the panel that operates the demo town, until it is closed or told to end."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from demo.dock.peers import PEERS, Places
from demo.dock.place import Place, beside, geometry
from demo.dock.words import LANGUAGES, words_of


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m demo.dock", description=__doc__)
    for name in PEERS:
        parser.add_argument(f"--{name}", required=True, metavar="URL", help=f"control port of the {name}")
    parser.add_argument(
        "--papers", type=Path, required=True, metavar="DIR", help="where each printer has its folder of paper"
    )
    parser.add_argument(
        "--geometry",
        type=geometry,
        metavar="WxH+X+Y",
        help="of the window (default: at the right, as high as the screen)",
    )
    parser.add_argument("--language", choices=LANGUAGES, default="ca")
    parser.add_argument("--die-with-parent", action="store_true", help="end when standard input ends")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> int:
    """The exit status."""
    chosen = _arguments(given)
    if not Path("/dev/dri").exists() or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        # An emulated graphics card is slower than Qt's own software renderer.
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from PySide6.QtCore import QSocketNotifier
    from PySide6.QtGui import QGuiApplication

    from demo.dock.window import Dock

    application = QGuiApplication(["zona-blava-dock"])
    free = application.primaryScreen().availableGeometry()
    places = Places(
        chosen.seu, chosen.card, chosen.scanner, chosen.document, chosen.ticket, chosen.papers.resolve()
    )
    dock = Dock(
        places,
        words_of(chosen.language),
        chosen.geometry or beside(Place(free.x(), free.y(), free.width(), free.height())),
    )

    # Qt's loop runs no Python by which a signal would be noticed: it comes through a socket.
    told, tell = socket.socketpair()
    for end in (told, tell):
        end.setblocking(False)
    signal.set_wakeup_fd(tell.fileno())
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: application.quit())
    hearing = QSocketNotifier(told.fileno(), QSocketNotifier.Type.Read)
    hearing.activated.connect(lambda: told.recv(16))

    if chosen.die_with_parent:
        parent = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        parent.activated.connect(lambda: os.read(sys.stdin.fileno(), 4096) or application.quit())

    dock.open()
    status = application.exec()
    dock.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
