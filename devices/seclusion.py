"""What a process of the kiosk's does first where it holds a person's secrets and somebody else's C."""

from __future__ import annotations

import ctypes
import resource
import signal

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4  # prctl(2)


def seclude() -> None:
    """No memory of this process reaches a file or another process, and none of it outlives the kiosk."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    libc = ctypes.CDLL(None)
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
