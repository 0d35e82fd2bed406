"""Freed memory is kept for the next page, and given back when a person goes; seen from outside."""

from __future__ import annotations

import json
import platform
import subprocess
import sys

import pytest

PROGRAM = """
import json
from pathlib import Path
from kiosk import heap

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 >> 20

heap.keep()
pieces = [bytes(b"1") * (4 << 20) for _ in range(6)]
last = bytes(b"1") * 1000  # above them, so that they are inside the heap
full = megabytes()
del pieces
freed = megabytes()
heap.give_back()
print(json.dumps([full, freed, megabytes()]))
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc is told")
def test_what_is_freed_is_kept_until_it_is_given_back() -> None:
    said = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True).stdout
    full, freed, given_back = json.loads(said)

    assert full - freed <= 4
    assert freed - given_back >= 16
