"""The dock as a process: it ends when it is told to, and never outlives who started it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from demo.dock.peers import PEERS

ROOT = Path(__file__).parents[2]
PATIENCE = 30


@pytest.fixture
def asked() -> Iterator[tuple[str, Event]]:
    """A peer that answers nothing of use: its address, and whether it was asked, as an open dock does."""
    heard = Event()

    class Peer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.set()
            self.send_error(404)

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Peer)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", heard
    server.shutdown()
    server.server_close()


@contextmanager
def opened(asked: tuple[str, Event], folder: Path, *more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A dock that has looked at its peers."""
    address, heard = asked
    peers = [f"--{name}={address}" for name in PEERS]
    command = [sys.executable, "-m", "demo.dock", f"--papers={folder}", *peers, *more]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT) as dock:
        try:
            assert heard.wait(PATIENCE), "the dock did not open"
            yield dock
        finally:
            dock.kill()


def wrote(dock: subprocess.Popen[bytes]) -> list[str]:
    """Until its end; but for what the platform without a screen says of itself."""
    assert dock.stdout is not None
    lines = dock.stdout.read().decode().splitlines()
    return [line for line in lines if "plugin does not support" not in line]


def test_it_ends_in_silence_when_it_is_told_to(asked: tuple[str, Event], tmp_path: Path) -> None:
    with opened(asked, tmp_path, "--geometry=350x960+10+20", "--language=en") as dock:
        dock.terminate()
        assert (dock.wait(PATIENCE), wrote(dock)) == (0, [])


def test_it_ends_with_who_started_it(asked: tuple[str, Event], tmp_path: Path) -> None:
    with opened(asked, tmp_path, "--die-with-parent") as dock:
        assert dock.stdin is not None
        dock.stdin.close()
        assert (dock.wait(PATIENCE), wrote(dock)) == (0, [])
