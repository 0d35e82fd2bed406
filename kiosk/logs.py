"""Writes what the kiosk says of itself, as JSON lines: catalogued events and fields, nothing else.

Before `begin` nothing is written. A call with a wrong field is a bug and raises TypeError; a value that does
not fit its field is left out, and that it was is logged.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
from datetime import UTC, datetime
from importlib.metadata import version
from io import RawIOBase
from pathlib import Path
from types import TracebackType

from config.settings import Logs
from kiosk.log_catalogue import CATALOGUE, CODE_NAME, LEVELS, PLACE, Event, Value

__all__ = ["Event", "begin", "end", "log", "place_of", "start"]


class _Lines:
    """Where lines go. Logging never breaks what it tells of: where a file fails, standard error is used."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._file: RawIOBase | None = None
        self._least: int | None = None

    def begin(self, file: Path | None, level: str) -> None:
        self.end()
        self._least = LEVELS.index(level)
        if file is not None:
            try:
                # Unbuffered: a line is written whole, at once, behind what others added.
                self._file = file.open("ab", buffering=0)
            except OSError:
                log(Event.LOG_FILE_FAILED)

    def end(self) -> None:
        self._least = None
        if self._file is not None:
            self._file.close()
            self._file = None

    def write(self, level: str, line: str) -> None:
        failed = False
        with self._lock:
            if self._least is None or LEVELS.index(level) < self._least:
                return
            if self._file is not None:
                try:
                    self._file.write(line.encode())
                except OSError:
                    self._file.close()
                    self._file, failed = None, True
            if self._file is None:
                sys.stderr.write(line)
        if failed:
            log(Event.LOG_FILE_FAILED)


_lines = _Lines()


def begin(file: Path | None, level: str) -> None:
    """Write events of `level` and above to `file` or standard error; of libraries, that they warned."""
    _lines.begin(file, level)
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    if _libraries not in root.handlers:
        root.addHandler(_libraries)


def end() -> None:
    """Write no more."""
    logging.getLogger().removeHandler(_libraries)
    _lines.end()


def log(event: Event, /, **fields: Value) -> None:
    """Write one event. Raises TypeError where the fields are not those of the catalogue."""
    entry = CATALOGUE[event]
    if set(fields) != set(entry.fields):
        wrong = ", ".join(sorted(set(fields) ^ set(entry.fields)))
        raise TypeError(f"{event} has other fields in the catalogue: {wrong}")
    unfit = [name for name, value in fields.items() if not entry.fields[name].fits(value)]
    line = {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "level": entry.level,
        "event": str(event),
        **{name: None if name in unfit else value for name, value in fields.items()},
    }
    _lines.write(entry.level, json.dumps(line) + "\n")
    for name in unfit:
        log(Event.LOG_VALUE_REFUSED, about=str(event), field=name)


def place_of(trace: TracebackType | None) -> str:
    """Module and line of the innermost frame: where, without what."""
    if trace is None:
        return ""
    while trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__', '')}:{trace.tb_lineno}"
    return place if PLACE.fits(place) else ""


def _name(of: type[BaseException] | None) -> str:
    return of.__name__ if of is not None and CODE_NAME.fits(of.__name__) else "Exception"


class _Libraries(logging.Handler):
    """That a library warned, where, and by which exception. Never its words."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno < logging.WARNING:
            return
        kind, _, trace = record.exc_info if record.exc_info else (None, None, None)
        place = place_of(trace) or f"{record.module}:{record.lineno}"
        log(
            Event.LIBRARY_SPOKE,
            logger=record.name if CODE_NAME.fits(record.name) else "other",
            weight="error" if record.levelno >= logging.ERROR else "warning",
            error=_name(kind) if kind is not None else "none",
            place=place if PLACE.fits(place) else "",
        )


_libraries = _Libraries()


def _uncaught(kind: type[BaseException] | None, trace: TracebackType | None) -> None:
    log(Event.UNCAUGHT, error=_name(kind), place=place_of(trace))


def start(chosen: Logs) -> None:
    """Log as settings say. A fault that ends the program or a thread is an event, without its words."""
    begin(chosen.file, chosen.level)
    sys.excepthook = lambda kind, _, trace: _uncaught(kind, trace)
    threading.excepthook = lambda fault: _uncaught(fault.exc_type, fault.exc_traceback)
    sys.unraisablehook = lambda fault: _uncaught(fault.exc_type, fault.exc_traceback)
    logging.captureWarnings(True)
    log(Event.KIOSK_STARTED, version=version("zona-blava"))
