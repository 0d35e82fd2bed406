"""IPP messages as bytes (RFC 8010): what this kiosk asks, and what a printer answers, read with distrust."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

VERSION = b"\x02\x00"
LONGEST_ANSWER = 1 << 20
"""Bytes; a printer that says more of itself is not believed."""


class Operation(IntEnum):
    """What is asked (RFC 8011, 5.4.15)."""

    CREATE_JOB = 0x0005
    SEND_DOCUMENT = 0x0006
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B


class Tag(IntEnum):
    """Groups and kinds of value (RFC 8010, 3.5)."""

    OPERATION_GROUP = 0x01
    JOB_GROUP = 0x02
    END = 0x03
    NO_VALUE = 0x13
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME_TYPE = 0x49


NUMBERS = (Tag.INTEGER, Tag.ENUM)
FIRST_VALUE_TAG = 0x10
Value = int | bool | str | None
"""None where a printer says that it has no value; other kinds of value are empty texts."""


class BrokenMessage(ValueError):
    """These bytes are no IPP message."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A name with its values, all of one kind."""

    tag: Tag
    name: str
    values: Sequence[int | bool | str]


@dataclass(frozen=True, slots=True)
class Answer:
    """A printer's answer: how it went, and what it says, whichever group it stands in."""

    status: int
    said: Mapping[str, tuple[Value, ...]]

    @property
    def good(self) -> bool:
        """It was done (RFC 8011, B.1.2)."""
        return self.status < 0x0100

    def number(self, name: str) -> int | None:
        """The one number that `name` has; None where it has none."""
        value = self.said.get(name, (None,))[0]
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def words(self, name: str) -> tuple[str, ...]:
        """The texts that `name` has."""
        return tuple(value for value in self.said.get(name, ()) if isinstance(value, str))


def request(
    operation: Operation,
    number: int,
    operation_group: Iterable[Attribute],
    job_group: Sequence[Attribute] = (),
) -> bytes:
    """The head of a request; a document follows it as it is."""
    made = bytearray(VERSION + operation.to_bytes(2, "big") + number.to_bytes(4, "big"))
    made.append(Tag.OPERATION_GROUP)
    for attribute in (
        Attribute(Tag.CHARSET, "attributes-charset", ["utf-8"]),
        Attribute(Tag.LANGUAGE, "attributes-natural-language", ["en"]),
        *operation_group,
    ):
        made += _written(attribute)
    if job_group:
        made.append(Tag.JOB_GROUP)
        for attribute in job_group:
            made += _written(attribute)
    made.append(Tag.END)
    return bytes(made)


def _written(attribute: Attribute) -> bytes:
    made, name = b"", attribute.name.encode()
    for value in attribute.values:
        if isinstance(value, bool):
            data = bytes([value])
        elif isinstance(value, int):
            data = value.to_bytes(4, "big", signed=True)
        else:
            data = value.encode()
        made += bytes([attribute.tag]) + _with_length(name) + _with_length(data)
        name = b""
    return made


def _with_length(data: bytes) -> bytes:
    return len(data).to_bytes(2, "big") + data


def read(message: bytes) -> Answer:
    """The answer in `message`. Raises BrokenMessage."""
    reader = _Reader(message)
    if reader.take(2)[0] not in (1, 2):
        raise BrokenMessage("another version")
    status = reader.number(2)
    reader.take(4)
    said: dict[str, list[Value]] = {}
    name = ""
    while (tag := reader.number(1)) != Tag.END:
        if tag < FIRST_VALUE_TAG:
            name = ""
            continue
        called = reader.take(reader.number(2)).decode("ascii", "replace")
        value = _value(tag, reader.take(reader.number(2)))
        if called:
            # A second attribute of the same name, as of a member of a collection, adds to the first.
            name = called
        elif not name:
            raise BrokenMessage("a value without a name")
        said.setdefault(name, []).append(value)
    return Answer(status, {name: tuple(values) for name, values in said.items()})


def _value(tag: int, data: bytes) -> Value:
    if tag in NUMBERS:
        if len(data) != 4:
            raise BrokenMessage("a number of another length")
        return int.from_bytes(data, "big", signed=True)
    if tag == Tag.BOOLEAN:
        if len(data) != 1:
            raise BrokenMessage("a truth of another length")
        return data != b"\0"
    if FIRST_VALUE_TAG <= tag <= Tag.NO_VALUE:
        return None
    return data.decode("utf-8", "replace") if tag >= 0x40 else ""


class _Reader:
    """Takes bytes from the front, never more than there are."""

    def __init__(self, message: bytes) -> None:
        self._message = message
        self._at = 0

    def take(self, count: int) -> bytes:
        taken = self._message[self._at : self._at + count]
        if len(taken) != count:
            raise BrokenMessage("it ends too early")
        self._at += count
        return taken

    def number(self, count: int) -> int:
        return int.from_bytes(self.take(count), "big")
