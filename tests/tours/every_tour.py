"""What holds of every tour: as its journey says, by the contract, nothing of anybody left.

Each file of tours takes these tests in, so that the files may be played beside one another.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from tests.privacy.scan import Scanner, values_of_residents
from tests.tours.decoder import commands, dots_by_npos, sheets, strip_rows
from tests.tours.toured import Toured

NPOS = Path(".tools/npm/node_modules/npos").resolve()
WHOLE = {"padro-volant", "paper-out", "padro-seu-down"}
"""The tours out of which a whole volant comes, as the first paper, and a receipt as the second."""


def test_it_goes_as_its_journey_says(toured: Toured) -> None:
    assert toured.answer["status"] == 0, toured.answer["said"]


def test_all_that_went_by_keeps_the_contract(toured: Toured) -> None:
    assert toured.answer["contract"] == []


def test_nothing_of_anybody_is_left_in_files_logs_and_standard_error(toured: Toured) -> None:
    assert toured.answer["leaks"] == []
    secrets = toured.answer["secrets"]
    assert isinstance(secrets, list)
    assert Scanner(values_of_residents() | set(secrets)).in_bytes("standard error", toured.stderr) == []


def rows_of(picture: Path) -> tuple[int, list[bytes]]:
    """Width and rows of a sheet's picture, a set bit for a black dot, without white rows at its ends."""
    image = Image.open(picture).convert("1")
    stride = image.width // 8
    white_is_one = image.tobytes()
    content = bytes(byte ^ 0xFF for byte in white_is_one)
    return image.width, trimmed([content[at : at + stride] for at in range(0, len(content), stride)])


def trimmed(rows: list[bytes]) -> list[bytes]:
    black = [index for index, row in enumerate(rows) if any(row)]
    return rows[black[0] : black[-1] + 1] if black else []


@pytest.mark.parametrize(
    ("stream", "picture"), [("printed.bin", "paper-1.png"), ("printed-ticket.bin", "paper-2.png")]
)
def test_the_bytes_are_the_dots_that_came_out(toured: Toured, stream: str, picture: str) -> None:
    if toured.name not in WHOLE:
        pytest.skip("no whole volant comes out of this tour")
    width, rows = rows_of(toured.out / picture)
    [sheet] = sheets(commands((toured.out / stream).read_bytes()), width)
    assert trimmed(sheet) == rows


def test_a_decoder_that_nobody_here_wrote_sees_the_same_dots(toured: Toured) -> None:
    if toured.name not in WHOLE:
        pytest.skip("no receipt comes out of this tour")
    if not NPOS.exists():
        pytest.skip("npos is not here; make test puts it there")
    stream = toured.out / "printed-ticket.bin"
    assert dots_by_npos(NPOS, stream) == strip_rows(commands(stream.read_bytes()))


def test_the_volant_says_where_it_can_be_checked(toured: Toured) -> None:
    if toured.name not in WHOLE:
        pytest.skip("no whole volant comes out of this tour")
    secrets = toured.answer["secrets"]
    assert isinstance(secrets, list)
    [address] = [secret for secret in secrets if secret.startswith("https://seu.exemple.cat/csv")]
    codes = zxingcpp.read_barcodes(Image.open(toured.out / "paper-1.png").convert("L"))
    assert [code.text for code in codes] == [address]


def test_the_half_that_came_out_when_somebody_left_cannot_be_checked(toured: Toured) -> None:
    if toured.name != "paper-left":
        pytest.skip("nobody leaves a page behind in this tour")
    assert not zxingcpp.read_barcodes(Image.open(toured.out / "paper-1.png").convert("L"))


def test_the_receipt_says_how_to_do_it_from_home_and_nothing_of_the_person(toured: Toured) -> None:
    if toured.name not in WHOLE:
        pytest.skip("no receipt comes out of this tour")
    [code] = zxingcpp.read_barcodes(Image.open(toured.out / "paper-2.png").convert("L"))
    assert code.text.startswith("https://")
    assert not Scanner(values_of_residents()).in_bytes("the receipt's QR", code.text.encode())
