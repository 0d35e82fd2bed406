"""`python -m demo.seu`: the demo town hall by itself."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from pathlib import Path

from demo.seu.server import KIOSK, serve

TOKEN_VARIABLE = "KIOSK_DEMO_TOKEN"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m demo.seu", description="The demo town hall.")
    parser.add_argument("--port", type=int, default=0, help="of the contract (0: a free one)")
    parser.add_argument("--control-port", type=int, default=0, help="of the operator's side (0: a free one)")
    parser.add_argument("--data", default=":memory:", help="folder of the database (default: in memory)")
    parser.add_argument("--token-file", type=Path, help=f"holds the token (default: ${TOKEN_VARIABLE})")
    parser.add_argument("--assisted-token-file", type=Path, help="that of a second kiosk, in the pink zone")
    parser.add_argument("--kiosk", default=KIOSK, help="name of the kiosk that the token is of")
    parser.add_argument("--die-with-parent", action="store_true", help="end when standard input ends")
    chosen = parser.parse_args()
    if chosen.die_with_parent:
        threading.Thread(target=_outlive, daemon=True).start()
    if chosen.token_file is None:
        token = os.environ.get(TOKEN_VARIABLE, "")
    else:
        token = chosen.token_file.read_text(encoding="utf-8").strip()
    if not token:
        sys.stderr.write(f"seu: no token: give --token-file or ${TOKEN_VARIABLE}\n")
        return 2
    second = chosen.assisted_token_file
    assisted = second.read_text(encoding="utf-8").strip() if second else ""
    folder = None if chosen.data == ":memory:" else Path(chosen.data)
    ports = chosen.port, chosen.control_port
    serve(*ports, token=token, assisted_token=assisted, folder=folder, kiosk=chosen.kiosk)
    return 0


def _outlive() -> None:
    while sys.stdin.buffer.read(4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())
