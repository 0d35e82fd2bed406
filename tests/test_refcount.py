"""The Qt binding gives back what it borrows: None is not used up by calls that return nothing."""

from __future__ import annotations

import sys

import pytest

CALLS = 1000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on None is immortal (PEP 683)")
def test_a_thousand_calls_that_return_nothing_leave_the_references_to_none_as_they_were() -> None:
    from PySide6.QtCore import QObject

    held = QObject()
    held.setObjectName("warm")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        held.setObjectName("x")
    drift = sys.getrefcount(None) - before
    assert abs(drift) < CALLS / 10, f"{drift} references in {CALLS} calls: PySide6 is not fit for this Python"
