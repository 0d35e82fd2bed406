"""The demo printer judged by receiptio, a host for ESC/POS printers that nobody here wrote."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.devices.simulated_printer import Simulated, simulated

RECEIPTIO = Path(__file__).parents[2] / ".tools/npm/node_modules/receiptio/bin/cli.js"
RECEIPT = "^^^TORN\n\nA042\n---\n{code:A042;option:qrcode}\n"
PORT = 9100
"""Receiptio's only one; so each process of tests has a printer at another address of loopback."""
HOST = f"127.91.{os.getpid() // 250 % 250}.{1 + os.getpid() % 250}"

pytestmark = pytest.mark.skipif(
    not RECEIPTIO.exists() or shutil.which("node") is None, reason="packaging/setup.sh test puts it there"
)


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[Simulated]:
    with simulated(tmp_path, "--host", HOST, "--port", str(PORT)) as peer:
        yield peer


def receiptio(*options: str) -> str:
    ended = subprocess.run(
        ["node", str(RECEIPTIO), "-d", HOST, "-p", "escpos", *options],
        input=RECEIPT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return ended.stderr.strip()


def test_a_receipt_is_printed_and_said_to_be(printer: Simulated) -> None:
    assert receiptio("-q", "printer") == "online"
    assert receiptio("-c", "42") == "success"
    assert len(printer.sheets()) == 1


@pytest.mark.parametrize(
    ("dial", "said"),
    [("cover_open", "coveropen"), ("paper_out", "paperempty"), ("cutter_error", "error")],
)
def test_what_is_wrong_is_said_in_its_word(printer: Simulated, dial: str, said: str) -> None:
    printer.turn(**{dial: True})

    assert receiptio("-q", "printer") == said
    assert receiptio("-c", "42") == said
    assert printer.sheets() == []


def test_a_printer_that_another_keeps_busy_is_offline_and_one_off_the_network_is_gone(
    printer: Simulated,
) -> None:
    with socket.create_connection((HOST, PORT)):
        assert receiptio("-c", "42") == "offline"
    printer.turn(offline=True)
    assert receiptio("-c", "42") == "disconnect"
