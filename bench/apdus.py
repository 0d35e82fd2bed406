"""A file of 20 kB from chips that allow answers of several lengths: how many commands, how long on air."""

from __future__ import annotations

from bench.air import RATES, Exchange, seconds
from bench.links import ChipInHand, NotingLink, card_with
from bench.samples import tell
from demo.card.chip import Chip
from devices.card.emrtd.read import Asked, read_document
from devices.card.trust.unjudged import UNJUDGED
from devices.contracts import Can, CardReading

SIZE = 20_000
LENGTHS = (256, 512, 1024, 2048, 4096, 8192, 16384)
USUAL = 2048
"""Of the demo's cards."""
DG11_SHORT = 0x0B
BLOCK = 16


def least(longest: int) -> int:
    """The fewest answers of `longest` bytes that bring the file, each in secure messaging (9303-11, 9.8)."""
    most = max(plain for plain in range(1, longest) if wrapped(plain) <= longest)
    return -(-SIZE // most)


def wrapped(plain: int) -> int:
    """Bytes of an answer with `plain` ones in it: 87 with indicator and cryptogram, 99, 8E; no status."""
    value = 1 + (plain // BLOCK + 1) * BLOCK
    length = 1 if value < 0x80 else 2 if value < 0x100 else 3
    return 1 + length + value + 4 + 10


def exchanges(longest: int) -> list[Exchange]:
    """What brought the file."""
    card, can = card_with(SIZE, longest)
    link = NotingLink(ChipInHand(Chip(card)))
    reading = read_document(link, Asked(Can(can), bytes(8), lambda progress: None, UNJUDGED))
    if not isinstance(reading, CardReading):
        raise RuntimeError(f"not read: {reading}")
    return link.of_file(DG11_SHORT)


def main() -> None:
    usual = exchanges(USUAL)
    tell(
        {
            "card_apdus_vs_least": [len(exchanges(length)) / least(length) for length in LENGTHS],
            **{f"card_20_kb_at_{kbit}": [1000 * seconds(usual, kbit)] for kbit in RATES},
        }
    )


if __name__ == "__main__":
    main()
