"""Takes country signers in: checks what can be checked of a technician's file, and says what could not be.

A technician who imports a file says that its country signers are to be believed. What is checked here keeps
out what contradicts itself; whose file it is, only its fingerprint from another way can tell.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from devices.card.trust.certificate import DIGITAL_SIGNATURE, Certificate
from devices.card.trust.chain import Standing, standing
from devices.card.trust.der import oid
from devices.card.trust.doubt import Contradiction, NotKnown
from devices.card.trust.offered import MASTER_LIST, MasterList, Unread, offered_in
from devices.card.trust.revocation import RevocationList
from devices.card.trust.signed_data import check_content, check_signature, signers_certificate
from devices.card.trust.store import (
    CountrySigners,
    Entry,
    add,
    entries,
    entry_of_certificate,
    entry_of_revocations,
)

MASTER_LIST_SIGNER = oid("2.23.136.1.1.3")  # extended key usage: ICAO 9303-12, 9.1


@dataclass(slots=True)
class Intake:
    """What came of a file."""

    sha256: str
    """Of the file: to be compared with what its publisher says."""
    new: int = 0
    known: int = 0
    """Those that the folder had already."""
    refused: list[str] = field(default_factory=list)
    not_checked: list[str] = field(default_factory=list)
    checked: list[str] = field(default_factory=list)


def take_in(octets: bytes, source: str, folder: Path, today: date) -> Intake:
    """Put what may be believed of the file named `source` into `folder`; raises OSError."""
    intake = Intake(hashlib.sha256(octets).hexdigest())
    offered = list(offered_in(octets))
    signers = CountrySigners(folder)
    certificates: dict[bytes, Certificate] = {}
    for one in offered:
        match one:
            case Certificate():
                certificates[one.whole] = one
            case MasterList():
                if _check_list(one, signers, today, intake):
                    certificates |= {found.whole: found for found in one.certificates}
            case Unread(why):
                intake.refused.append(why)
            case RevocationList():
                pass
    taken = [one for one in certificates.values() if _check_certificate(one, intake)]
    if taken:
        intake.checked.append(
            f"{len(taken)} country signers: what they may be used for, and roots by themselves"
        )
        intake.not_checked.append(
            "whether they are their countries': compare the file's fingerprint by another way"
        )
    have = {entry.sha256 for entry in entries(folder)}
    entered = {
        entry.sha256: (entry, one.whole) for one in taken for entry in [entry_of_certificate(one, source)]
    }
    _put(folder, entered, have, intake)
    _links(taken, signers, today, intake)
    lists = [one for one in offered if isinstance(one, RevocationList)]
    listed = {
        entry.sha256: (entry, one.whole)
        for one in lists
        if _check_revocations(one, signers, today, intake)
        for entry in [entry_of_revocations(one, source)]
    }
    _put(folder, listed, have, intake)
    return intake


def _put(folder: Path, found: dict[str, tuple[Entry, bytes]], have: set[str], intake: Intake) -> None:
    """Already known ones are written again only where their file was lost or changed."""
    intake.new += len(found.keys() - have)
    intake.known += len(found.keys() & have)
    if found:
        add(folder, list(found.values()))


def _check_list(one: MasterList, signers: CountrySigners, today: date, intake: Intake) -> bool:
    """Whether a master list may be believed as far as it can be checked."""
    try:
        signer = signers_certificate(one.data)
        check_content(one.data, MASTER_LIST)
        if MASTER_LIST_SIGNER not in signer.extended_usages or signer.is_authority:
            raise Contradiction("signed by a key that is not for master lists")
        if signer.key_usage is not None and DIGITAL_SIGNATURE not in signer.key_usage:
            raise Contradiction("signed by a key that is not for signing")
        check_signature(one.data, signer)
    except Contradiction as why:
        intake.refused.append(f"the master list: {why}")
        return False
    except NotKnown as why:
        intake.not_checked.append(f"the master list's own signature: {why}")
    else:
        found = f"master list with {len(one.certificates)} country signers, whole as it was signed"
        intake.checked.append(found)
        _check_list_signer(signer, signers, today, intake)
    if one.unread:
        intake.refused.append(f"{one.unread} certificates of the master list that cannot be read")
    return True


def _check_list_signer(signer: Certificate, signers: CountrySigners, today: date, intake: Intake) -> None:
    try:
        known = standing(signer, signers, today) is Standing.TRUSTED
        why = "no country signer known before stands behind it; compare the fingerprint of the file"
    except (Contradiction, NotKnown) as doubt:
        known, why = False, str(doubt)
    if not signer.valid_on(today):
        known, why = False, "its certificate is not valid today"
    if known:
        intake.checked.append(
            f"the master list's signer, by a country signer known before: {signer.subject.text}"
        )
    else:
        intake.not_checked.append(f"the master list's signer ({signer.subject.text}): {why}")


def _check_certificate(one: Certificate, intake: Intake) -> bool:
    """Whether this can be a country signer."""
    label = f"{one.subject.text} (serial {one.serial:x})"
    if not one.may_certify:
        intake.refused.append(f"{label}: not a country signer, it may not sign certificates")
        return False
    if len(one.subject.country) != 2:
        intake.refused.append(f"{label}: it names no country")
        return False
    if one.self_issued:
        try:
            one.check_signed_by(one)
        except Contradiction as why:
            intake.refused.append(f"{label}: {why}")
            return False
        except NotKnown as why:
            intake.not_checked.append(f"{label}: {why}; documents of its signers will not be verified")
    return True


def _links(taken: Sequence[Certificate], signers: CountrySigners, today: date, intake: Intake) -> None:
    """Link certificates: does their predecessor stand behind them?"""
    for one in taken:
        if one.self_issued:
            continue
        try:
            trusted = standing(one, signers, min(today, one.not_after.date())) is Standing.TRUSTED
            why = "its predecessor is not known"
        except (Contradiction, NotKnown) as doubt:
            trusted, why = False, str(doubt)
        if not trusted:
            label = f"{one.subject.text} (serial {one.serial:x})"
            intake.not_checked.append(f"{label}: a link certificate, {why}; it will not be believed")


def _check_revocations(one: RevocationList, signers: CountrySigners, today: date, intake: Intake) -> bool:
    """Whether a revocation list may be kept: not where a key of its issuer that is known did not sign it."""
    label = f"revocation list of {one.issuer.text}, {one.this_update.date().isoformat()}"
    if len(one.issuer.country) != 2:
        intake.refused.append(f"{label}: it names no country")
        return False
    known = [authority for authority in signers.of(one.issuer.country) if authority.subject == one.issuer]
    for authority in known:
        try:
            one.check_signed_by(authority)
        except (Contradiction, NotKnown):
            continue
        break
    else:
        intake.not_checked.append(
            f"{label}: no country signer known stands behind it; it will not be believed yet"
        )
    if one.next_update and one.next_update.date() < today:
        intake.not_checked.append(f"{label}: a newer one was due; what it takes back stays taken back")
    return True
