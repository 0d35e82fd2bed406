"""A private smart card service with virtual readers, for demo and tests: Debian's pcscd with vpcd."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

READER = "Zona Blava Demo NFC"
"""The reader's name begins with it; pcscd adds the number of reader and slot."""
CONTACT_READER = "Zona Blava Demo Contact"
"""The second reader, for cards that are put in rather than on."""

SLOTS = 2
"""Places for a card in each reader of vpcd, behind ports one after the other."""

_DAEMON = "/usr/sbin/pcscd"
_DRIVER = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
_TRIES = 5
_DEADLINE = 5.0
"""Seconds for one try to start."""

_FOLDER = Path(tempfile.gettempdir()) / f"zona-blava-pcsc-{secrets.token_hex(6)}"
"""One for a process: libpcsclite reads the address of its service once, so the next one has the same."""

_AS_CHILD = 'LISTEN_PID=$$ exec "$@" 3<&0 </dev/null'
"""The socket comes as standard input and goes on as descriptor 3, where socket activation looks for it."""

_SWEEP = 'read -r _; rm -rf -- "$0"'
"""Waits for the end of its standard input, that is, for a stop or for the end of whoever started it."""


class PcscUnavailable(RuntimeError):
    """There is no private service. Says why."""


class PcscMissing(PcscUnavailable):
    """pcscd or the driver of the virtual reader is not installed."""


class PrivatePcsc:
    """A pcscd of one's own, beside any other on this machine.

    Start it in a thread that lives as long as it should: the service ends with that thread, even where the
    process was killed (prctl(2), PR_SET_PDEATHSIG). Its files go then too.
    """

    def __init__(self, *, contact: bool = False) -> None:
        """With one reader, or with two."""
        self._readers = (READER, CONTACT_READER) if contact else (READER,)
        self._folder = _FOLDER
        self._socket = self._folder / "comm"
        self._log = self._folder / "log"
        self._sweeper: subprocess.Popen[bytes] | None = None
        self._daemon: subprocess.Popen[bytes] | None = None
        self.vpcd_port = 0
        """Where a card connects; known from the first start on, and kept."""

    @property
    def contact_port(self) -> int:
        """Where a card of the second reader connects."""
        return self.vpcd_port + SLOTS

    @property
    def environment(self) -> Mapping[str, str]:
        """What a client needs in its environment before it loads libpcsclite."""
        return {"PCSCLITE_CSOCK_NAME": str(self._socket)}

    def start(self) -> Self:
        """Start, or start again at the same address. Raises `PcscUnavailable`."""
        daemon = shutil.which("pcscd") or shutil.which(_DAEMON)
        if not daemon or not _DRIVER.exists():
            raise PcscMissing("packages pcscd and vsmartcard-vpcd are needed")
        if not self._sweeper:
            if self._folder.exists():
                raise PcscUnavailable("this process has one already: a client could not tell them apart")
            self._folder.mkdir(mode=0o700)
            self._sweeper = subprocess.Popen(
                ["sh", "-c", _SWEEP, self._folder], stdin=subprocess.PIPE, start_new_session=True
            )
        tries = 1 if self.vpcd_port else _TRIES
        for _ in range(tries):
            port = self.vpcd_port or _free_run(SLOTS * len(self._readers))
            self._daemon = self._spawn(daemon, port)
            if self._answers(self._daemon, port):
                self.vpcd_port = port
                return self
            self.kill()
        reason = self._log.read_text(errors="replace").strip().rpartition("\n")[2]
        self.stop()
        raise PcscUnavailable(f"pcscd did not open its reader: {reason or 'it said nothing'}")

    def stop(self) -> None:
        """End the service, politely, and remove its files."""
        if self._daemon:
            self._daemon.terminate()
            self._daemon.wait()
            self._daemon = None
        if self._sweeper:
            self._sweeper.communicate()
            self._sweeper = None

    def kill(self) -> None:
        """End the service as a crash would. `start` brings it back."""
        if self._daemon:
            self._daemon.kill()
            self._daemon.wait()
            _forget_pid(self._daemon.pid)
            self._daemon = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _spawn(self, daemon: str, port: int) -> subprocess.Popen[bytes]:
        readers = self._folder / "readers"
        readers.mkdir(exist_ok=True)
        entries = (self._entry(at, name, port + SLOTS * at) for at, name in enumerate(self._readers))
        (readers / "vpcd").write_text("\n".join(entries))
        self._socket.unlink(missing_ok=True)
        environment = {
            **os.environ,
            "LISTEN_FDS": "1",
            # pcsc-lite 2 looks for drivers of USB readers here: a private service claims no real reader.
            "PCSCLITE_HP_DROPDIR": str(self._folder),
        }
        command = [daemon, "--foreground", "--config", str(readers), *_without_polkit(daemon)]
        with socket.socket(socket.AF_UNIX) as listening, self._log.open("wb") as log:
            listening.bind(str(self._socket))
            listening.listen(16)
            return subprocess.Popen(
                ["setpriv", "--pdeathsig", "TERM", "sh", "-c", _AS_CHILD, "sh", *command],
                stdin=listening.fileno(),
                stdout=log,
                stderr=log,
                env=environment,
                start_new_session=True,
            )

    def _entry(self, at: int, name: str, port: int) -> str:
        """Each reader has a driver of its own: one vpcd tells slots by number alone, and mixes readers."""
        driver = self._folder / f"vpcd-{at}.so"
        if not driver.exists():
            shutil.copyfile(_DRIVER, driver)
        return (
            f'FRIENDLYNAME "{name}"\nDEVICENAME /dev/null:{port:#x}\nLIBPATH {driver}\nCHANNELID {port:#x}\n'
        )

    def _answers(self, daemon: subprocess.Popen[bytes], port: int) -> bool:
        """True as soon as the service listens for cards. Asking by connecting would put a card in."""
        deadline = time.monotonic() + _DEADLINE
        while time.monotonic() < deadline:
            if all(_listens(daemon.pid, at) for at in range(port, port + SLOTS * len(self._readers))):
                return True
            if b"Could not initialize" in self._log.read_bytes():
                return False  # the port was taken meanwhile
            try:
                daemon.wait(0.005)
            except subprocess.TimeoutExpired:
                continue
            return False
        return False


def _without_polkit(daemon: str) -> list[str]:
    """From pcsc-lite 2.0 on polkit is asked about every client; on a machine without a session it refuses."""
    known = subprocess.run([daemon, "--help"], capture_output=True, check=False).stdout
    return ["--disable-polkit"] if b"--disable-polkit" in known else []


def _free_run(length: int) -> int:
    """The first of so many ports that are free, one after the other. Below the ephemeral ports."""
    while True:
        port = 20000 + 2 * secrets.randbelow(6000)
        with contextlib.ExitStack() as held:
            try:
                for at in range(port, port + length):
                    held.enter_context(socket.socket()).bind(("", at))
            except OSError:
                continue
            return port


def _listens(pid: int, port: int) -> bool:
    """True where this very process listens on the port (proc(5): /proc/net/tcp, state 0A)."""
    try:
        lines = Path(f"/proc/{pid}/net/tcp").read_text().splitlines()[1:]
        sockets = {str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()}
    except OSError:
        return False
    rows = (line.split() for line in lines)
    return any(
        row[1].endswith(f":{port:04X}") and row[3] == "0A" and f"socket:[{row[9]}]" in sockets for row in rows
    )


def _forget_pid(pid: int) -> None:
    """A killed pcscd of root leaves its number where the machine's own pcscd keeps one."""
    note = Path("/run/pcscd/pcscd.pid")
    try:
        if note.read_text().strip() == str(pid):
            note.unlink()
    except OSError:
        return
