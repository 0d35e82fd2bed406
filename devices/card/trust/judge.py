"""Passive authentication and what follows from it (ICAO 9303-11, 5.1; docs/identity.md): the verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from devices.card.emrtd import lds, tlv
from devices.card.trust import der
from devices.card.trust.certificate import DIGITAL_SIGNATURE, Certificate
from devices.card.trust.chain import Standing, standing
from devices.card.trust.countries import signing_countries
from devices.card.trust.doubt import Contradiction, NotKnown
from devices.card.trust.security_object import (
    LDS_SECURITY_OBJECT,
    SECURITY_INFOS,
    SecurityObject,
    has_chip_key,
    security_object,
)
from devices.card.trust.signed_data import (
    SignedData,
    check_content,
    check_signature,
    signed_data,
    signers_certificate,
)
from devices.card.trust.store import CountrySigners
from devices.contracts import ChipFiles, ChipProof, Verdict

WORST_FIRST = (
    Verdict.FORGED,
    Verdict.CLONED,
    Verdict.ISSUER_UNKNOWN,
    Verdict.NOT_VERIFIED,
    Verdict.GENUINE_EXPIRED,
)
SOD_TAG = 0x77
DG1, DG14, DG15 = 1, 14, 15
LARGEST = 1 << 17
"""Bytes of EF.SOD and of EF.CardSecurity that are looked at; an elementary file has fewer."""


class PassiveAuthentication:
    """A `Judge` with a folder of country signers."""

    def __init__(self, signers: CountrySigners) -> None:
        self._signers = signers

    def verdict(self, files: ChipFiles, today: date) -> Verdict:
        """Never raises, whatever the bytes are."""
        found = set(self._doubts(files, today))
        return next((verdict for verdict in WORST_FIRST if verdict in found), Verdict.GENUINE)

    def _doubts(self, files: ChipFiles, today: date) -> Iterator[Verdict]:
        """Everything that speaks against it; each check is made whatever the others found."""
        if files.expiry_date < today:
            yield Verdict.GENUINE_EXPIRED
        if self._signers.none_at_all:
            yield Verdict.NOT_VERIFIED
        declared: SecurityObject | None = None
        try:
            sod = signed_data(_within(der.only(_within(files.sod), SOD_TAG).value))
            declared = security_object(sod.content)
        except (Contradiction, NotKnown) as doubt:
            yield _verdict_of(doubt)
        else:
            yield from _failing(lambda: _check_groups(declared, files))
            yield from self._doubts_of_signed(sod, LDS_SECURITY_OBJECT, files, today)
        if files.card_security:
            try:
                card_security = signed_data(_within(files.card_security))
            except (Contradiction, NotKnown) as doubt:
                yield _verdict_of(doubt)
            else:
                yield from self._doubts_of_signed(card_security, SECURITY_INFOS, files, today)
        if _may_be_a_copy(files, declared):
            yield Verdict.CLONED

    def _doubts_of_signed(
        self, data: SignedData, content_type: bytes, files: ChipFiles, today: date
    ) -> Iterator[Verdict]:
        yield from _failing(lambda: check_content(data, content_type))
        try:
            signer = signers_certificate(data)
        except (Contradiction, NotKnown) as doubt:
            yield _verdict_of(doubt)
            return
        day = min(today, files.expiry_date)  # a signer is valid as long as its last document
        yield from _failing(lambda: check_signature(data, signer))
        yield from _failing(lambda: _check_signer(signer, day))
        yield from _failing(lambda: _check_document_type(signer, files))
        yield from self._doubts_of_issuer(signer, files, day)

    def _doubts_of_issuer(self, signer: Certificate, files: ChipFiles, day: date) -> Iterator[Verdict]:
        countries = signing_countries(files.issuer.rstrip("<"))
        if not countries:
            yield Verdict.ISSUER_UNKNOWN
        elif signer.issuer.country not in countries:
            yield Verdict.FORGED
        if self._signers.none_at_all:
            return
        try:
            if standing(signer, self._signers, day) is Standing.STRANGER:
                yield Verdict.ISSUER_UNKNOWN
        except (Contradiction, NotKnown) as doubt:
            yield _verdict_of(doubt)


def _failing(check: Callable[[], None]) -> Iterator[Verdict]:
    """What follows where `check` does not pass."""
    try:
        check()
    except (Contradiction, NotKnown) as doubt:
        yield _verdict_of(doubt)


def _verdict_of(doubt: Contradiction | NotKnown) -> Verdict:
    return Verdict.FORGED if isinstance(doubt, Contradiction) else Verdict.NOT_VERIFIED


def _within(octets: bytes) -> bytes:
    if len(octets) > LARGEST:
        raise Contradiction("more bytes than a file can have")
    return octets


def _check_groups(declared: SecurityObject, files: ChipFiles) -> None:
    """Every data group that was read has its hash, and DG1 is among them: it is what the screen shows."""
    if DG1 not in files.groups or not declared.agrees(files.groups):
        raise Contradiction("a data group that is not the one that was signed")


def _check_signer(signer: Certificate, day: date) -> None:
    """A document signer by its certificate profile (ICAO 9303-12, 7.1.1 and table 6), and valid on `day`."""
    if signer.is_authority or signer.key_usage is None or DIGITAL_SIGNATURE not in signer.key_usage:
        raise Contradiction("a key that is not for signing documents")
    if signer.extended_usages:
        raise Contradiction("a key for something else: lists, seals, servers")
    if signer.subject.country not in ("", signer.issuer.country):
        raise Contradiction("a signer of another country than its country signer")
    if not signer.valid_on(day):
        raise Contradiction("a signer that is too new or too old")
    if signer.unknown_critical:
        raise NotKnown("a critical extension of a signer")


def _check_document_type(signer: Certificate, files: ChipFiles) -> None:
    """The signer may sign documents of this code, where it is bound to some (ICAO 9303-12, 7.1.1.6)."""
    allowed = signer.document_types
    if allowed is None:
        return
    try:
        code = lds.zone_in(files.groups.get(DG1, b""))[:2].rstrip("<").encode()
    except tlv.Malformed:
        raise NotKnown("a document without its code") from None
    if not {code, code[:1]} & {one.rstrip(b"<") for one in allowed}:
        raise Contradiction("a signer of documents of another kind")


def _may_be_a_copy(files: ChipFiles, declared: SecurityObject | None) -> bool:
    """The chip did not show a key that its signed files declare, or keeps back the file that holds it."""
    signed = set(declared.hashes) if declared else set(files.groups)
    match files.proof:
        case ChipProof.FAILED:
            return True
        case ChipProof.NONE:
            kept_back = DG14 in signed and DG14 not in files.groups
            return DG15 in signed or kept_back or _declares_key(files.groups.get(DG14, b""))
        case ChipProof.CHIP_AUTHENTICATION:
            return DG14 not in files.groups
        case ChipProof.ACTIVE_AUTHENTICATION:
            return DG15 not in files.groups
        case ChipProof.PACE_CAM:
            return not _holds_key(files.card_security)


def _declares_key(dg14: bytes) -> bool:
    try:
        return has_chip_key(tlv.only(dg14, 0x6E)) if dg14 else False
    except (tlv.Malformed, Contradiction):
        return False


def _holds_key(card_security: bytes) -> bool:
    try:
        return has_chip_key(signed_data(_within(card_security)).content)
    except (Contradiction, NotKnown):
        return False
