"""Every event that the kiosk may log: its weight, its fields, what it means, and what to do about it.

Fields take values of closed kinds only, so that nothing of a person fits into one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from devices.contracts import PrinterStatus, ReaderState

Value = str | int | float | bool


class Kind(Protocol):
    """What a field may hold."""

    @property
    def said(self) -> str:
        """For the page."""

    def fits(self, value: Value) -> bool:
        """Whether `value` is of this kind."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few texts."""

    choices: tuple[str, ...]

    @property
    def said(self) -> str:
        """For the page."""
        return "one of " + ", ".join(self.choices)

    def fits(self, value: Value) -> bool:
        """Whether `value` is of this kind."""
        return isinstance(value, str) and value in self.choices


@dataclass(frozen=True, slots=True)
class Written:
    """A short text of a shape in which no name, number or address of a person can be written."""

    said: str
    shape: re.Pattern[str]

    def fits(self, value: Value) -> bool:
        """Whether `value` is of this kind."""
        return isinstance(value, str) and self.shape.fullmatch(value) is not None


@dataclass(frozen=True, slots=True)
class Number:
    """A number within bounds that no identity number, phone or card number fits."""

    most: int
    unit: str = ""

    @property
    def said(self) -> str:
        """For the page."""
        return f"a number from 0 to {self.most}" + (f", in {self.unit}" if self.unit else "")

    def fits(self, value: Value) -> bool:
        """Whether `value` is of this kind."""
        return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= self.most


WORD = Written("a word of the program, in small letters", re.compile(r"[a-z][a-z_]{0,59}"))
CODE_NAME = Written(
    "a name of the code", re.compile(r"[A-Za-z_][A-Za-z_0-9]{0,59}(\.[A-Za-z_][A-Za-z_0-9]{0,59}){0,7}")
)
PLACE = Written("module and line", re.compile(CODE_NAME.shape.pattern + r":[0-9]{1,5}|"))
VERSION = Written("a version", re.compile(r"[0-9]{1,3}(\.[0-9]{1,3}){1,3}"))
_STEP = r"([A-Za-z_?]{1,40}|[0-9]{1,3})"
REFUSALS = (
    "different", "unreadable", "unsealed", "altered", "untrusted", "too_wide", "too_long", "too_slow",
)  # fmt: skip
"""Why a document is not printed; see `kiosk.paper.refusal`, which the catalogue need not load."""

SEU_DETAIL = Written(
    "an exception, an HTTP status, or the rule of the contract that the answer breaks",
    re.compile(
        r"[A-Z][A-Za-z]{2,39}(, TLS)?|status [0-9]{3}(, [a-z][a-z -]{0,59})?"
        rf"|{_STEP}(/{_STEP}){{0,9}}: [a-z_]{{1,40}}|deadline of the call|content (type|encoding)|too large"
        r"|no Seu-Contract|Seu-Contract is no version|Seu-Contract [0-9.]{1,9}, and this kiosk keeps [0-9]"
    ),
)
COPY = Written("the random number of a printed copy", re.compile(r"[0-9a-f]{16}"))
PRINTER = OneOf(("document", "ticket"))


class Event(StrEnum):
    """Everything that the kiosk says of itself."""

    KIOSK_STARTED = "kiosk_started"
    SESSION_STARTED = "session_started"
    SESSION_ENDED = "session_ended"
    OPINION_GIVEN = "opinion_given"
    INSIGHT_FAILED = "insight_failed"
    ADMIN_ENTERED = "admin_entered"
    ADMIN_REFUSED = "admin_refused"
    ADMIN_LEFT = "admin_left"
    ADMIN_TRIES_FAILED = "admin_tries_failed"
    PRINTER_STATUS = "printer_status"
    JOB_OF_EARLIER_RUN = "job_of_earlier_run"
    JOURNAL_FAILED = "journal_failed"
    WELCOME_QUEUE_UNKNOWN = "welcome_queue_unknown"
    READER_STATE = "reader_state"
    SEU_FAILED = "seu_failed"
    DOCUMENT_REFUSED = "document_refused"
    ACTIVITY_BROKE = "activity_broke"
    ACTIVITY_STUCK = "activity_stuck"
    UNCAUGHT = "uncaught"
    LIBRARY_SPOKE = "library_spoke"
    LOG_VALUE_REFUSED = "log_value_refused"
    LOG_FILE_FAILED = "log_file_failed"


LEVELS = ("debug", "info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one event is."""

    level: str
    sentence: str
    todo: str = ""
    """What a technician does about it; empty where there is nothing to do."""
    fields: Mapping[str, Kind] = field(default_factory=dict)


CATALOGUE: Mapping[Event, Entry] = {
    Event.KIOSK_STARTED: Entry("info", "The kiosk starts.", fields={"version": VERSION}),
    Event.SESSION_STARTED: Entry("info", "Somebody touched the screen and a session began."),
    Event.SESSION_ENDED: Entry(
        "info",
        "A session ended and nothing of it is left.",
        fields={"why": OneOf(("finished", "away", "broken"))},
    ),
    Event.OPINION_GIVEN: Entry("info", "Somebody gave an opinion; it goes to the seu with others, later."),
    Event.INSIGHT_FAILED: Entry(
        "warning",
        "What is counted, or an opinion, cannot be written; people are served all the same.",
        "Is the disk full or broken, may the kiosk write into its state folder?",
    ),
    Event.ADMIN_ENTERED: Entry("info", "Somebody entered the technician's screens with the PIN."),
    Event.ADMIN_REFUSED: Entry(
        "warning",
        "Somebody asked for the technician's screens and did not enter.",
        "`wrong`, often: who stands at the kiosk? `file`: `kiosk check` says what is wrong with it.",
        {"why": OneOf(("wrong", "file"))},
    ),
    Event.ADMIN_LEFT: Entry(
        "info",
        "The technician's screens were left, or closed by themselves.",
        fields={"why": OneOf(("left", "silence", "fault"))},
    ),
    Event.ADMIN_TRIES_FAILED: Entry(
        "warning",
        "Wrong PINs cannot be written down; they count until the kiosk starts again.",
        "Is the disk full or broken, may the kiosk write into its state folder?",
    ),
    Event.PRINTER_STATUS: Entry(
        "info",
        "A printer says something else of itself than before.",
        "Where it is not `ready` or `paper_low`: paper, cover, cable, as the word says.",
        {"printer": PRINTER, "status": OneOf(tuple(PrinterStatus))},
    ),
    Event.JOB_OF_EARLIER_RUN: Entry(
        "warning",
        "An earlier run ended in the middle of this job; the printer was asked what became of it.",
        "`kiosk paper list` says what is known of it, and what to do.",
        {"printer": PRINTER, "copy": COPY},
    ),
    Event.JOURNAL_FAILED: Entry(
        "error",
        "The journal of print jobs cannot be written; no document is printed until it can.",
        "Is the disk full or broken, may the kiosk write into its state folder?",
    ),
    Event.WELCOME_QUEUE_UNKNOWN: Entry(
        "warning",
        "Places of the welcome zone lead to a queue that the seu does not have.",
        "`kiosk check` names them, and the queues that there are.",
        {"places": Number(1000)},
    ),
    Event.READER_STATE: Entry(
        "info",
        "Something else lies on the card reader than before.",
        "Where it stays `gone`: is the reader plugged in, does `systemctl status pcscd` run?",
        {"state": OneOf(tuple(ReaderState))},
    ),
    Event.SEU_FAILED: Entry(
        "warning",
        "The seu did not answer as the contract says.",
        "`kiosk seu check URL` tells whether it can be reached and keeps the contract.",
        {"operation": CODE_NAME, "kind": WORD, "detail": SEU_DETAIL},
    ),
    Event.DOCUMENT_REFUSED: Entry(
        "error",
        "A document of the seu was not printed, since it is not as it has to be. The seu was told.",
        "`too_wide`, `too_long`: does it fit this printer? `untrusted`: does `seu.seal_roots` hold the root"
        " of its seal? Else tell the town hall at once: somebody may have altered its documents.",
        {"why": OneOf(REFUSALS)},
    ),
    Event.ACTIVITY_BROKE: Entry(
        "error",
        "A fault of the program; the session was ended and wiped.",
        "Report it with the place.",
        {"state": WORD, "error": CODE_NAME, "place": PLACE},
    ),
    Event.ACTIVITY_STUCK: Entry(
        "warning",
        "What ran behind a screen did not end in time when the screen was left.",
        "Report it with the state; restart the kiosk where a device no longer answers.",
        {"state": WORD},
    ),
    Event.UNCAUGHT: Entry(
        "error",
        "A fault of the program that nothing caught.",
        "Report it with the place.",
        {"error": CODE_NAME, "place": PLACE},
    ),
    Event.LIBRARY_SPOKE: Entry(
        "warning",
        "A library warned. Its words are dropped, since they may hold personal data.",
        "Report it with the place, where it comes again.",
        {"logger": CODE_NAME, "weight": OneOf(("warning", "error")), "error": CODE_NAME, "place": PLACE},
    ),
    Event.LOG_VALUE_REFUSED: Entry(
        "warning",
        "A value did not fit its field and was not written.",
        "Report it.",
        {"about": WORD, "field": WORD},
    ),
    Event.LOG_FILE_FAILED: Entry(
        "error",
        "The log's file cannot be written; the log goes to standard error instead.",
        "Does its folder exist, may the kiosk write there, is the disk full?",
    ),
}


def events_md() -> str:
    """The page for technicians: what stands in `docs/events.md`."""
    lines = [
        "# Events",
        "",
        "<!-- Written from the catalogue by `python -m kiosk.log_catalogue`; do not edit. -->",
        "",
        "The kiosk writes one JSON object a line: `time` (UTC), `level`, `event`, and the event's fields.",
        "Nothing else can be written: nothing of a person fits a field. With `logs.file` empty the",
        "lines go to standard error; a file is added to, so `logrotate` needs `copytruncate`.",
        "",
        "| event | level | what it means | fields | what to do |",
        "|---|---|---|---|---|",
    ]
    for event, entry in CATALOGUE.items():
        fields = "<br>".join(f"`{name}`: {kind.said}" for name, kind in entry.fields.items())
        lines.append(f"| `{event}` | {entry.level} | {entry.sentence} | {fields} | {entry.todo} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    from pathlib import Path

    page = Path(__file__).parents[1] / "docs" / "events.md"
    page.write_text(events_md(), encoding="utf-8")
