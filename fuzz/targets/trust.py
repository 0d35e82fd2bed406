"""Whatever stands in the files of a chip or of a technician, the judge and the import come to an end."""

from __future__ import annotations

import functools
import tempfile
from datetime import date
from pathlib import Path

from demo.card.forgeries.workshop import genuine, spain
from devices.card.trust.intake import take_in
from devices.card.trust.judge import PassiveAuthentication
from devices.card.trust.offered import offered_in
from devices.card.trust.store import CountrySigners
from devices.contracts import ChipFiles, ChipProof, Verdict

TODAY = date(2026, 11, 26)
HONEST = genuine()
SEEDS = (b"\x03" + HONEST.sod, b"\x01\x00\x10\x02", b"\x02" + HONEST.sod[4:], b"\x00" + spain().certificate)


@functools.cache
def _judge() -> PassiveAuthentication:
    folder = Path(tempfile.mkdtemp(prefix="zona-blava-fuzz-"))
    take_in(spain().certificate, "spain.cer", folder, TODAY)
    return PassiveAuthentication(CountrySigners(folder))


def one(data: bytes) -> None:
    """The first byte says what the others are: a file to import, a part of an EF.SOD, or a whole one."""
    kind, data = data[:1], data[1:]
    if kind == b"\x00":
        list(offered_in(data))
        return
    sod = data
    if kind == b"\x01" and len(data) >= 2:
        at = int.from_bytes(data[:2]) % len(HONEST.sod)
        sod = HONEST.sod[:at] + data[2:] + HONEST.sod[at + len(data) - 2 :]
    proof = ChipProof.PACE_CAM if kind == b"\x02" else ChipProof.NONE
    files = ChipFiles(
        HONEST.groups, sod, proof, HONEST.expiry, HONEST.issuer, data if kind == b"\x02" else b""
    )
    verdict = _judge().verdict(files, TODAY)
    assert verdict is not Verdict.GENUINE or sod == HONEST.sod
