"""A whole read of a chip that opens as it should, and whose files hold anything: a reading or a failure.

The bytes are its files, in the order of `FILES`, each with its length in two bytes before it.
"""

from __future__ import annotations

from datetime import date

from demo.card import lds
from demo.card.chip import Access, Chip, Document, File
from demo.card.curve import BRAINPOOL_P256R1, P256
from demo.card.holders import read_holders
from demo.card.issuer import Issuer
from demo.card.keys import AgreementKey, EcdsaKey, Keys
from demo.card.suites import DES3
from devices.card.emrtd.read import Asked, read_document
from devices.card.trust.unjudged import UNJUDGED
from devices.contracts import CardReading, Mrz, ReadFailure

FILES = (lds.EF_COM, 0x0101, lds.EF_SOD, 0x010B, 0x010D, 0x010E, 0x010F)
INFORMATION = "L898902C<369080619406236"  # ICAO 9303-11, appendix D
SECRET = Mrz("L898902C", date(1969, 8, 6), date(1994, 6, 23))
KEYS = Keys(AgreementKey(BRAINPOOL_P256R1, 4711, DES3), EcdsaKey(P256, 4712))


def _whole() -> bytes:
    """The files of a genuine document."""
    holder = next(holder for holder in read_holders() if holder.kind == "dni")
    assert KEYS.active
    groups = lds.data_groups(holder, KEYS.infos(), KEYS.active.public())
    files = {lds.data_group_file(number): group for number, group in groups.items()}
    files |= {lds.EF_COM: lds.common(groups), lds.EF_SOD: Issuer(holder.issuer).security_object(groups)}
    return b"".join(len(files[number]).to_bytes(2) + files[number] for number in FILES)


SEEDS = (_whole(),)


class Link:
    """To a chip in this process."""

    def __init__(self, chip: Chip) -> None:
        self._chip = chip

    def transmit(self, command: bytes) -> bytes:
        return self._chip.answer(command)

    def reset(self) -> None:
        self._chip.reset()


def one(data: bytes) -> None:
    application = {}
    for number in FILES:
        length = int.from_bytes(data[:2])
        application[number] = File(data[2 : 2 + length], Access.OPENED)
        data = data[2 + length :]
    chip = Chip(Document(b"\x3b", {}, application, (), {}, INFORMATION, 256, KEYS))
    outcome = read_document(Link(chip), Asked(SECRET, bytes(8), lambda progress: None, UNJUDGED))
    assert isinstance(outcome, CardReading | ReadFailure)
