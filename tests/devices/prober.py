"""`python -m tests.devices.prober`: tells each moment at which a PC/SC call succeeds again after it failed.

A process of its own, which knows nothing of the watcher: a recovery counts from what it tells.
"""

from __future__ import annotations

import select
import sys
import time

from smartcard import scard

EVERY = 0.005


def main() -> None:
    """One line for each: seconds of the machine's monotonic clock. Ends when its standard input closes."""
    was_there = False
    while not select.select([sys.stdin], [], [], EVERY)[0]:
        result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
        is_there = result == scard.SCARD_S_SUCCESS
        if is_there:
            scard.SCardReleaseContext(context)
        if is_there and not was_there:
            sys.stdout.write(f"{time.monotonic()}\n")
            sys.stdout.flush()
        was_there = is_there


if __name__ == "__main__":
    main()
