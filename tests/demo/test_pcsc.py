"""The private smart card service starts beside any other, comes back after a crash, and leaves nothing."""

from __future__ import annotations

import json
import os
import select
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo.pcsc import READER, PcscMissing, PcscUnavailable, PrivatePcsc
from tests.demo.pcsc_client import client

ROOT = Path(__file__).parents[2]
PATIENCE = 10.0
"""Seconds after which something that was to happen has not happened."""


@pytest.fixture
def service() -> Iterator[PrivatePcsc]:
    service = PrivatePcsc()
    try:
        service.start()
    except PcscMissing as why:
        pytest.skip(f"no smart card service: {why}")
    yield service
    service.stop()


def folder_of(service: PrivatePcsc) -> Path:
    return Path(service.environment["PCSCLITE_CSOCK_NAME"]).parent


def test_it_offers_one_reader_with_two_slots_by_name(service: PrivatePcsc) -> None:
    with client(service.environment) as someone:
        assert someone.readers() == [f"{READER} 00 00", f"{READER} 00 01"]


def test_after_a_crash_it_comes_back_at_the_same_address(service: PrivatePcsc) -> None:
    address, port = service.environment, service.vpcd_port
    service.kill()
    with client(address) as someone:
        assert not someone.readers()
    service.start()
    assert (service.environment, service.vpcd_port) == (address, port)
    with client(address) as someone:
        assert someone.readers()


def test_it_leaves_no_file(service: PrivatePcsc) -> None:
    folder = folder_of(service)
    assert folder.exists()
    service.stop()
    assert not folder.exists()


def test_it_can_be_started_again_after_a_stop(service: PrivatePcsc) -> None:
    service.stop()
    service.start()
    with client(service.environment) as someone:
        assert someone.readers()


def test_a_process_has_one_at_a_time(service: PrivatePcsc) -> None:
    with pytest.raises(PcscUnavailable, match="one already"):
        PrivatePcsc().start()
    assert folder_of(service).exists()


def test_a_port_that_is_taken_is_said_and_nothing_stays(service: PrivatePcsc) -> None:
    folder = folder_of(service)
    service.stop()
    with socket.socket() as other:
        other.bind(("", service.vpcd_port))
        other.listen()
        with pytest.raises(PcscUnavailable, match="did not open its reader"):
            service.start()
    assert not folder.exists()


PARENT = """
import json, sys
from demo.pcsc import PrivatePcsc
service = PrivatePcsc().start()
print(json.dumps([service._daemon.pid, service.environment["PCSCLITE_CSOCK_NAME"]]), flush=True)
sys.stdin.read()
"""


def ended(pid_descriptor: int) -> bool:
    return bool(select.select([pid_descriptor], [], [], PATIENCE)[0])


def test_it_ends_with_a_parent_that_is_killed_and_takes_its_files_along(service: PrivatePcsc) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout
        pid, address = json.loads(parent.stdout.readline())
        daemon = os.pidfd_open(pid)
        folder = os.open(Path(address).parent, os.O_RDONLY)
        parent.kill()
    assert ended(daemon)
    until_unlinked(folder)
    os.close(daemon)
    os.close(folder)


def until_unlinked(folder: int) -> None:
    """The sweeper removes the folder a moment after the service has ended."""
    for _ in range(1000):
        if not os.fstat(folder).st_nlink:
            return
        select.select([], [], [], PATIENCE / 1000)
    raise AssertionError("the folder stays")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_it_works_for_a_user_without_rights(service: PrivatePcsc) -> None:
    program = (
        "from demo.pcsc import PrivatePcsc\n"
        "import os, sys\n"
        "assert os.geteuid() == 65534\n"
        "with PrivatePcsc() as service:\n"
        "    os.environ.update(service.environment)\n"
        "    from smartcard.System import readers\n"
        "    print(*readers(), sep=',')\n"
    )
    as_nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    done = subprocess.run(
        [*as_nobody, sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == f"{READER} 00 00,{READER} 00 01", done.stderr


def test_it_needs_neither_qt_nor_pydantic_nor_any_driver() -> None:
    program = (
        "import sys, demo.pcsc, demo.card.__main__, demo.card.personalisation\n"
        "rooms = {name.split('.')[0] for name in sys.modules}\n"
        "print(sorted(rooms & {'PySide6', 'pydantic', 'devices', 'kiosk', 'screens', 'smartcard'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_signal_from_the_keyboard_does_not_reach_it(service: PrivatePcsc) -> None:
    """Ctrl-C goes to the whole foreground group: the one who started it decides when it ends."""
    assert service._daemon
    assert os.getpgid(service._daemon.pid) != os.getpgid(0)
