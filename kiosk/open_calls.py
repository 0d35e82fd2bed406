"""The calls for help that the seu may have heard of, so that a kiosk that was ended amid one takes it back.

A small file in the state folder, with nothing of a person: service, reason, since when, key and id.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from kiosk.seu.client import Seu
from kiosk.seu.models import Failed, HelpCall

FILE_NAME = "help-calls.json"


@dataclass(frozen=True, slots=True)
class OpenCall:
    """One call, the same however often it is said."""

    service: str
    reason: str
    key: str
    since: datetime | None = None
    call: str = ""
    """The seu's id of it, once it has answered."""


_CALLS: Final = TypeAdapter(tuple[OpenCall, ...])


async def say(seu: Seu, call: OpenCall) -> HelpCall | Failed:
    """Ask a person to come."""
    return await seu.help.call(call.service, call.reason, call.key, call.since)


async def take_back(seu: Seu, call: OpenCall) -> Failed | None:
    """Nobody needs to come. A call whose answer never came is said once more: then its id is known."""
    if call.call:
        return await seu.help.cancel(call.call)
    answer = await say(seu, call)
    return answer if isinstance(answer, Failed) else await seu.help.cancel(answer.call)


class OpenCalls:
    """Those of this run, and those of the run before. Without a `folder` nothing outlives this run."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = folder / FILE_NAME if folder else None
        self.left = self._read()
        """Those that the run before left open."""
        self._open = {call.key: call for call in self.left}

    def add(self, call: OpenCall) -> None:
        """It is about to be said, or more is known of it."""
        self._open[call.key] = call
        self._write()

    def over(self, key: str) -> None:
        """Nobody comes for that one any more."""
        if self._open.pop(key, None) is not None:
            self._write()

    def _read(self) -> tuple[OpenCall, ...]:
        """What cannot be read is as if it were not there."""
        with suppress(OSError, ValidationError):
            return _CALLS.validate_json(self._file.read_bytes()) if self._file else ()
        return ()

    def _write(self) -> None:
        # A kiosk that cannot write serves nobody for other reasons; the call itself goes on.
        if self._file is not None:
            new = self._file.with_suffix(".new")
            with suppress(OSError):
                new.write_bytes(_CALLS.dump_json(tuple(self._open.values())))
                new.replace(self._file)
