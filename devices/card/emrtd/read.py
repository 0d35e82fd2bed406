"""The whole read of a document: open the chip, read what identifies its holder, compare the hashes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from devices.card.emrtd import access, files, lds, mrz
from devices.card.emrtd.channel import Channel, Link, Stopped
from devices.card.emrtd.document import document
from devices.card.emrtd.files import COM, DG1, DG11, DG13, DG14, DG15, SOD, BrokenFile, ElementaryFile
from devices.card.emrtd.lds import NO_HASHES, DeclaredHashes, Names
from devices.card.emrtd.mrz import MrzFields
from devices.card.emrtd.proof import prove
from devices.card.emrtd.tlv import Malformed
from devices.contracts import (
    Can,
    CardReading,
    ChipEvidence,
    ChipFiles,
    Judge,
    Mrz,
    ReadFailure,
    ReadProgress,
    ReadStep,
)

TYPICAL = {COM: 24, DG1: 95, SOD: 1900, DG14: 330, DG15: 170, DG11: 150, DG13: 250}
"""Bytes of each file in common documents: they stand in the progress until the file declares its own."""

OPTIONAL = {11: DG11, 13: DG13, 14: DG14, 15: DG15}
"""Data groups that are read where a document has them."""

Report = Callable[[ReadProgress], None]


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """What a read needs of whoever asks for it."""

    secret: Can | Mrz
    challenge: bytes
    """8 bytes, new for this read (ICAO 9303-11, 6.1)."""
    report: Report
    judge: Judge

    def __repr__(self) -> str:
        return "Asked(…)"


def read_document(link: Link, asked: Asked) -> CardReading | ReadFailure:
    """Read the document at `link`. Whatever the chip sends, the answer is a reading or a failure."""
    return access.attempt(link, lambda channel: _read(channel, asked))


def _read(channel: Channel, asked: Asked) -> CardReading:
    report = asked.report
    report(ReadProgress(ReadStep.OPENING, 0.0))
    opened = access.open_chip(channel, asked.secret)
    report(ReadProgress(ReadStep.OPENED, 0.0))

    counted = Counted(report)
    com = _optional(channel, COM, counted)
    dg1, sod = _need(channel, DG1, counted), _need(channel, SOD, counted)
    declared = _declared(sod)
    groups = {1: dg1}
    fields = _fields(dg1, declared)
    there = declared.of_groups.keys() | _listed(com)
    wanted = [
        number
        for number in OPTIONAL
        if number in there
        # DG13 is the issuing state's own affair: only the Spanish one is known. It holds far more than names.
        if number != 13 or fields.issuer == "ESP"
    ]
    counted.expect([OPTIONAL[number] for number in wanted])
    names = None
    for number in wanted:
        if number == 13 and names:
            continue
        content = _optional(channel, OPTIONAL[number], counted)
        if content is not None:
            groups[number] = content
            names = names or _names(number, content)

    report(ReadProgress(ReadStep.CHECKING, 1.0))
    proven = prove(channel, opened, groups, declared.of_groups.keys(), asked.challenge)
    chip = ChipFiles(
        groups, sod, proven.proof, fields.expiry_date, fields.issuer, card_security=opened.card_security
    )
    return CardReading(
        document=document(fields, names),
        evidence=ChipEvidence(dg1, sod, groups.get(14, b""), groups.get(15, b""), proven.signature),
        hashes_agree=declared.agree(groups),
        proof=proven.proof,
        verdict=asked.judge.verdict(chip, date.today()),
    )


def _declared(sod: bytes) -> DeclaredHashes:
    """A security object that cannot be read declares nothing; the judge says what is to be thought of it."""
    try:
        return lds.hashes_in(sod)
    except Malformed:
        return NO_HASHES


def _fields(dg1: bytes, declared: DeclaredHashes) -> MrzFields:
    """What the zone says. One that says nothing, and is not the one that was signed, was tampered with."""
    try:
        return mrz.parse(lds.zone_in(dg1), date.today())
    except Malformed:
        if declared.of_groups and not declared.agree({1: dg1}):
            raise Stopped(ReadFailure.FORGED) from None
        raise


def _optional(channel: Channel, file: ElementaryFile, counted: Counted) -> bytes | None:
    """A broken file is as good as an empty one: its hash tells, and the document is judged by that."""
    try:
        return files.read(channel, file, counted.of(file))
    except BrokenFile:
        return b""


def _listed(com: bytes | None) -> frozenset[int]:
    """What EF.COM lists. It is not signed: where it is broken or absent, the security object says enough."""
    try:
        return lds.groups_in(com) if com else frozenset()
    except Malformed:
        return frozenset()


def _names(number: int, content: bytes) -> Names | None:
    """The names with their letters in DG11 or DG13. Where the file is broken, its hash tells."""
    readers = {11: lds.names_in_dg11, 13: lds.names_in_dg13}
    try:
        return readers[number](content) if number in readers else None
    except Malformed:
        return None


def _need(channel: Channel, file: ElementaryFile, counted: Counted) -> bytes:
    content = files.read(channel, file, counted.of(file))
    if content is None:
        raise Malformed("a document without one of its files")
    return content


class Counted:
    """Turns bytes of files into progress that never goes back."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._sizes = dict(TYPICAL)
        self._got: dict[ElementaryFile, int] = {}
        self._done = 0.0

    def expect(self, to_come: list[ElementaryFile]) -> None:
        """Only these are still to be read."""
        self._sizes = {file: size for file, size in self._sizes.items() if file in (*to_come, *self._got)}

    def of(self, file: ElementaryFile) -> files.Heard:
        """What `files.read` tells of `file`."""

        def heard(got: int, declared: int) -> None:
            self._got[file], self._sizes[file] = got, declared
            self._done = max(self._done, sum(self._got.values()) / sum(self._sizes.values()))
            self._report(ReadProgress(ReadStep.DATA, self._done))

        return heard
