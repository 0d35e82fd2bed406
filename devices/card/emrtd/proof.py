"""Whether the chip holds the private keys that its document declares, or is a copy of its files."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from devices.card.emrtd import active_authentication, chip_authentication, pace, security_infos
from devices.card.emrtd.access import Opened
from devices.card.emrtd.channel import Channel
from devices.card.emrtd.pace import ChipMapping
from devices.card.emrtd.public_key import EcKey, RsaKey
from devices.card.emrtd.security_infos import SecurityInfo
from devices.card.emrtd.tlv import Malformed
from devices.contracts import ChipProof

WITH_KEYS = (14, 15)
"""Data groups in which keys of the chip stand."""


@dataclass(frozen=True, slots=True)
class Proven:
    """How the chip proved itself, and its signature where it made one."""

    proof: ChipProof
    signature: bytes = field(default=b"", repr=False)


def prove(
    channel: Channel,
    opened: Opened,
    groups: Mapping[int, bytes],
    declared: Collection[int],
    challenge: bytes,
) -> Proven:
    """Have the chip prove itself in every way that its document declares; this ends the session.

    `groups` are those that were read, a broken one empty; `declared` the numbers that the security object
    lists. EF.COM is not signed: a file that it does not mention, and the security object does, is kept back.
    PACE with chip authentication mapping makes chip authentication needless where DG14 holds the same key.
    Active authentication is always asked for: its signature is the one proof that others can check.
    """
    infos = _infos(groups.get(14))
    held = all(groups.get(number) for number in WITH_KEYS if number in declared)
    mapped = _mapped(opened) if opened.chip else None
    signature, signed = _sign(channel, _active_key(groups.get(15)), infos, challenge)
    chip = None if _bound(opened.chip, infos) else chip_authentication.offered(infos)
    agreed = chip_authentication.shows_its_key(channel, chip) if chip else None

    shown = {  # the best first; None is what was not tried
        ChipProof.PACE_CAM: mapped,
        ChipProof.CHIP_AUTHENTICATION: agreed,
        ChipProof.ACTIVE_AUTHENTICATION: signed,
    }
    best = next((proof for proof, was_shown in shown.items() if was_shown), None)
    if not held or False in shown.values() or (best is None and _could_map(infos)):
        return Proven(ChipProof.FAILED, signature)
    return Proven(best or ChipProof.NONE, signature)


def _infos(dg14: bytes | None) -> tuple[SecurityInfo, ...]:
    """What cannot be read in DG14 declares nothing: if it was changed, its hash tells."""
    try:
        return security_infos.in_dg14(dg14) if dg14 else ()
    except Malformed:
        return ()


def _active_key(dg15: bytes | None) -> EcKey | RsaKey | None:
    try:
        return active_authentication.key_in(dg15) if dg15 else None
    except Malformed:
        return None


def _sign(
    channel: Channel, key: EcKey | RsaKey | None, infos: tuple[SecurityInfo, ...], challenge: bytes
) -> tuple[bytes, bool | None]:
    """The signature, and whether it is one; nothing where there is no key."""
    if key is None:
        return b"", None
    signature = active_authentication.sign(channel, key, challenge)
    return signature, active_authentication.verifies(key, infos, challenge, signature)


def _mapped(opened: Opened) -> bool:
    """Whether the mapping was done with a key of EF.CardSecurity."""
    try:
        infos = security_infos.in_card_security(opened.card_security)
        return _bound(opened.chip, infos)
    except Malformed:
        return False


def _bound(chip: ChipMapping | None, infos: tuple[SecurityInfo, ...]) -> bool:
    """Whether it was a key of these that the mapping showed.

    Where DG14 does not hold it, another document's chip may have answered: EF.CardSecurity is not in the SOD.
    """
    return chip is not None and any(
        chip.shown_by(key.curve, key.point) for key in chip_authentication.keys(infos)
    )


def _could_map(infos: tuple[SecurityInfo, ...]) -> bool:
    """Whether DG14, which is signed, has the mapping that EF.CardAccess, which is not, may leave out."""
    return any(info.mapping is pace.Mapping.CHIP_AUTHENTICATION for info in pace.known(infos))
