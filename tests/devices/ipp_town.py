"""A real IPP printer (`ippeveprinter` of CUPS) with the bus and the DNS-SD that it asks for, all on loopback.

Nothing of the machine's own is used: each of the three has its own settings and its own sockets, and is ended
by its process number. No other avahi-daemon may run on the machine meanwhile, and `localhost` must be known.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx

READY_WITHIN = 30.0
OTHERS_WITHIN = 300.0
PATH = f"{os.environ['PATH']}:/usr/sbin:/sbin"
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*"/>
<allow receive_sender="*"/></policy></busconfig>
"""
NAMES = """[server]
host-name=zona-blava-tests
use-ipv4=yes
use-ipv6=no
allow-interfaces=lo
[publish]
publish-workstation=no
"""
ENGINE = """#!/bin/sh
cd "{folder}" || exit 9
env | grep '^IPP_' >asked
touch running
while :; do
  if [ -f say ]; then mv say saying && cat saying >&2 && mv saying said; fi
  if [ -f end ]; then exit "$(cat end)"; fi
  sleep 0.05
done
"""
"""What stands for the printing itself: it says what it is told to say, and ends when it is told to."""


def until(true: Callable[[], bool], what: str, within: float = READY_WITHIN) -> None:
    """Wait for `true()`, looked at twenty times a second."""
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline, f"{what}: not within {within} s"
        threading.Event().wait(0.05)


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def listens(port: int) -> bool:
    """Somebody takes connections there."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


@contextmanager
def running(command: list[str], log: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is ended with this."""
    found = shutil.which(command[0], path=PATH)
    assert found is not None, f"{command[0]} is not here; packaging/setup.sh test puts it there"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [found, *command[1:]], stdout=out, stderr=subprocess.STDOUT, env={**os.environ, **environment}
        )
    try:
        yield process
    finally:
        # Asked first: avahi-daemon leaves its process number behind where it is killed.
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(timeout=READY_WITHIN)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """A machine has one avahi-daemon, whatever its settings: other tests wait until this one's has ended."""
    with Path(tempfile.gettempdir(), f"zona-blava-names-{os.getuid()}.lock").open("w") as lock:

        def taken() -> bool:
            with suppress(BlockingIOError):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
            return False

        until(taken, "the other tests' DNS-SD", OTHERS_WITHIN)
        yield


@contextmanager
def names() -> Iterator[dict[str, str]]:
    """Bus and DNS-SD; the answer is the environment of those who use them."""
    # The path of a socket is at most 107 bytes long.
    with one_at_a_time(), tempfile.TemporaryDirectory(prefix="ipp-") as short:
        folder = Path(short)
        (folder / "bus.conf").write_text(BUS.format(folder=folder))
        (folder / "names.conf").write_text(NAMES)
        environment = {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/bus"}
        bus = ["dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork", "--nopidfile"]
        avahi = [
            "avahi-daemon",
            "-f",
            f"{folder}/names.conf",
            "--no-drop-root",
            "--no-chroot",
            "--no-rlimits",
        ]
        log = folder / "names.log"
        with running(bus, folder / "bus.log", environment):
            until((folder / "bus").exists, "the bus")
            with running(avahi, log, environment):
                until(lambda: "startup complete" in log.read_text(), "DNS-SD")
                yield environment


REASONS = (b"media-empty", b"media-needed", b"media-jam", b"cover-open")


class _Stern(BaseHTTPRequestHandler):
    """Hands on what is asked and answered; what the printer calls a warning or a report becomes an error."""

    protocol_version = "HTTP/1.1"
    port = 0

    def do_POST(self) -> None:
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        answer = httpx.post(
            f"http://localhost:{self.port}{self.path}",
            content=asked,
            headers={"Content-Type": "application/ipp"},
            timeout=READY_WITHIN,
        )
        said = answer.content
        for reason in REASONS:
            for severity in (b"-warning", b"-report"):
                said = said.replace(_counted(reason + severity), _counted(reason + b"-error"))
        self.send_response(answer.status_code)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def _counted(word: bytes) -> bytes:
    return len(word).to_bytes(2, "big") + word


class IppTown:
    """One printer, and the hands at its engine."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.port = free_port()
        self.spool = folder / "spool"
        self._folder = folder
        self._environment = environment
        self._engine = folder / "engine"
        self.keys = folder / "keys"
        """Where the printer makes a certificate for itself."""
        self.spool.mkdir()
        self.keys.mkdir()
        self._engine.write_text(ENGINE.format(folder=folder))
        self._engine.chmod(0o755)

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"ipp://localhost:{self.port}/ipp/print"

    @contextmanager
    def on(self, formats: str = "application/pdf") -> Iterator[subprocess.Popen[bytes]]:
        """Switched on."""
        command = ["ippeveprinter", "-v", "-n", "localhost", "-p", str(self.port), "-f", formats, "-k"]
        command += [
            "-d",
            str(self.spool),
            "-K",
            str(self.keys),
            "-c",
            str(self._engine),
            f"Zona Blava {self.port}",
        ]
        with running(command, self._folder / "printer.log", self._environment) as process:
            until(lambda: listens(self.port), "the printer")
            try:
                yield process
            finally:
                # An engine outlives a printer that is killed.
                self.end()

    @contextmanager
    def stern(self) -> Iterator[str]:
        """The address of the same printer as one that calls a fault an error: this one never does."""
        with ThreadingHTTPServer(("127.0.0.1", 0), type("Stern", (_Stern,), {"port": self.port})) as server:
            server.daemon_threads = True
            serving = threading.Thread(target=server.serve_forever, daemon=True)
            serving.start()
            try:
                yield f"ipp://127.0.0.1:{server.server_port}/ipp/print"
            finally:
                server.shutdown()
                serving.join()

    def arrived(self) -> list[bytes]:
        """The documents that it was given whole."""
        return [file.read_bytes() for file in sorted(self.spool.glob("*.pdf"))]

    def prints(self) -> bool:
        """Its engine runs."""
        return (self._folder / "running").exists()

    def cancelled(self) -> bool:
        """Somebody asked it to cancel a job."""
        return self.heard("Cancel-Job") > 0

    def heard(self, operation: str) -> int:
        """How often its log names that operation: where it grows, somebody asked for it."""
        return (self._folder / "printer.log").read_text(errors="replace").count(operation)

    def asked(self) -> dict[str, str]:
        """What the job asked for."""
        lines = (self._folder / "asked").read_text().splitlines()
        return {name: value for name, _, value in (line.partition("=") for line in lines)}

    def say(self, *lines: str) -> None:
        """Have the engine say something: `STATE: +media-empty-error`, `ATTR: job-impressions-completed=1`."""
        (self._folder / "said").unlink(missing_ok=True)
        (self._folder / "saying.new").write_text("".join(f"{line}\n" for line in lines))
        (self._folder / "saying.new").rename(self._folder / "say")
        until((self._folder / "said").exists, "the engine")

    def end(self, status: int = 0) -> None:
        """Have the engine end, and each that comes after it."""
        (self._folder / "end.new").write_text(str(status))
        (self._folder / "end.new").rename(self._folder / "end")
