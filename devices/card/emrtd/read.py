"""The whole read of a document: open the chip, read what identifies its holder, compare the hashes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from devices.card.emrtd import bac, files, lds, mrz, pace
from devices.card.emrtd.apdu import SHORT_MOST, select_application
from devices.card.emrtd.channel import Channel, ExtendedRefused, Link, Stopped
from devices.card.emrtd.document import document
from devices.card.emrtd.files import COM, DG1, DG11, DG13, DG14, SOD, ElementaryFile
from devices.card.emrtd.tlv import Malformed
from devices.contracts import (
    Can,
    CardReading,
    ChipEvidence,
    ChipFiles,
    ChipProof,
    Judge,
    Mrz,
    ReadFailure,
    ReadProgress,
    ReadStep,
)

EMRTD_APPLICATION = bytes.fromhex("A0000002471001")  # ICAO 9303-10, 3.6

TYPICAL = {COM: 24, DG1: 95, SOD: 1900, DG11: 150, DG13: 250, DG14: 150}
"""Bytes of each file in common documents: they stand in the progress until the file declares its own."""

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
    try:
        try:
            return _read(link, asked, extended=True)
        except ExtendedRefused:
            link.reset()
            return _read(link, asked, extended=False)
    except Stopped as stopped:
        return stopped.failure
    except Malformed:
        return ReadFailure.UNREADABLE


def _read(link: Link, asked: Asked, extended: bool) -> CardReading:
    report = asked.report
    report(ReadProgress(ReadStep.OPENING, 0.0))
    channel = Channel(link)
    _open(channel, asked.secret, extended)
    report(ReadProgress(ReadStep.OPENED, 0.0))

    counted = Counted(report)
    com = files.read(channel, COM, counted.of(COM))
    listed = lds.groups_in(com) if com else frozenset({1, 11, 13})
    counted.expect([DG1, SOD] + [DG11] * (11 in listed) + [DG13] * (13 in listed) + [DG14] * (14 in listed))
    dg1, sod = _need(channel, DG1, counted), _need(channel, SOD, counted)
    fields = mrz.parse(lds.zone_in(dg1), date.today())
    groups = {1: dg1}
    names = None
    if 11 in listed and (dg11 := files.read(channel, DG11, counted.of(DG11))):
        groups[11] = dg11
        names = lds.names_in_dg11(dg11)
    # DG13 is the issuing state's own affair: only the Spanish one is known. It holds far more than names.
    in_dg13 = names is None and fields.issuer == "ESP" and 13 in listed
    if in_dg13 and (dg13 := files.read(channel, DG13, counted.of(DG13))):
        groups[13] = dg13
        names = lds.names_in_dg13(dg13)

    if 14 in listed and (dg14 := files.read(channel, DG14, counted.of(DG14))):
        groups[14] = dg14

    report(ReadProgress(ReadStep.CHECKING, 1.0))
    agree = lds.hashes_in(sod).agree(groups)
    chip = ChipFiles(groups, sod, ChipProof.NONE, fields.expiry_date, fields.issuer)
    return CardReading(
        document=document(fields, names),
        evidence=ChipEvidence(dg1, sod),
        hashes_agree=agree,
        proof=chip.proof,
        verdict=asked.judge.verdict(chip, date.today()),
    )


def _open(channel: Channel, secret: Can | Mrz, extended: bool) -> None:
    """EF.CardAccess, then PACE, else BAC (ICAO 9303-11, 4.2): a session stands in the eMRTD application."""
    card_access = files.read(channel, files.CARD_ACCESS, _unheard)
    offers = pace.offers(card_access) if card_access else ()
    longest = files.longest_response(channel) if extended else SHORT_MOST
    if offers:
        channel.session = pace.open_session(channel, offers[0], secret)
    if not channel.send(select_application(EMRTD_APPLICATION)).ok:
        raise Stopped(ReadFailure.NOT_A_DOCUMENT)
    if not offers:
        if isinstance(secret, Can):
            raise Stopped(ReadFailure.MRZ_NEEDED)
        channel.session = bac.open_session(channel, secret)
    channel.longest_response = longest


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


def _unheard(got: int, declared: int) -> None:
    """EF.CardAccess is too short to be told of."""
