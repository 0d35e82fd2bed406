"""How often a PIN may still be wrong, as far as the flags of a token tell (PKCS#11 2.40, 3.2)."""

from __future__ import annotations

from devices.card.pkcs11.cryptoki import CKF_USER_PIN_COUNT_LOW, CKF_USER_PIN_FINAL_TRY, CKF_USER_PIN_LOCKED
from devices.contracts import PinTries


def told_by(flags: int) -> PinTries | None:
    """None where no flag is set, which says nothing: all tries are left, or the module does not know."""
    if flags & CKF_USER_PIN_LOCKED:
        return PinTries.BLOCKED
    if flags & CKF_USER_PIN_FINAL_TRY:
        return PinTries.LAST
    if flags & CKF_USER_PIN_COUNT_LOW:
        return PinTries.SEVERAL
    return None
