"""One file for what is counted and for opinions that wait; written by one thread, each act a transaction.

Neither file nor tables keep an order: what was written first cannot be told from what was written last. That
is why there are no row numbers, and no log of writes beside the file once an act is done.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

FILE_NAME = "insight.sqlite"

VERSION = 1
_SCHEMA = """
CREATE TABLE counter (
    day TEXT NOT NULL, about TEXT NOT NULL, kind TEXT NOT NULL, cell TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (day, about, kind, cell)
) STRICT, WITHOUT ROWID;
CREATE TABLE told (day TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE waiting (
    id BLOB PRIMARY KEY, opinion TEXT NOT NULL, hour INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE batch (key TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID;
"""


class Shelf:
    """The file, open. Every act raises sqlite3.Error where the disk is full or broken."""

    def __init__(self, path: Path) -> None:
        """Raises sqlite3.Error, also where a later version wrote it."""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="insight")
        try:
            self._file = self._thread.submit(_open, path).result()
        except BaseException:
            self._thread.shutdown()
            raise

    async def do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """All of it or nothing, whoever is cancelled meanwhile."""

        def done() -> T:
            with self._file:
                return work(self._file)

        return await asyncio.shield(asyncio.wrap_future(self._thread.submit(done)))

    async def close(self) -> None:
        """Do what was asked for, and close the file."""
        await asyncio.shield(asyncio.wrap_future(self._thread.submit(self._file.close)))
        self._thread.shutdown(wait=False)


def _open(path: Path) -> sqlite3.Connection:
    file = sqlite3.connect(path)
    try:
        file.execute("PRAGMA secure_delete = ON")
        (version,) = file.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise sqlite3.DatabaseError("written by a later version of the kiosk")
        if version == 0:
            file.executescript(f"BEGIN;{_SCHEMA}PRAGMA user_version = {VERSION};COMMIT;")
    except sqlite3.Error:
        file.close()
        raise
    return file
