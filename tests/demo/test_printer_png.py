"""The paper is drawn as it would lie in the hand, read back by a decoder that nobody here wrote."""

from __future__ import annotations

import io

from PIL import Image

from demo.printer import dots
from demo.printer.parser import Raster, Rows
from demo.printer.png import picture


def black_dots(png: bytes) -> set[tuple[int, int]]:
    with Image.open(io.BytesIO(png)) as image:
        assert image.mode == "1"
        width, height = image.size
        return {(x, y) for y in range(height) for x in range(width) if not image.getpixel((x, y))}


def test_a_one_is_a_black_dot_and_the_highest_bit_is_the_leftmost() -> None:
    assert black_dots(picture(16, b"\x80\x01\x00\x18")) == {(0, 0), (15, 0), (11, 1), (12, 1)}


def test_a_picture_has_the_size_of_the_paper() -> None:
    with Image.open(io.BytesIO(picture(1728, bytes(216 * 2376)))) as image:
        assert image.size == (1728, 2376)
        assert [round(dpi, 1) for dpi in image.info["dpi"]] == [203.2, 203.2]


def test_an_empty_page_is_a_white_row() -> None:
    assert black_dots(picture(8, b"")) == set()


def rows(stride: int, content: bytes, *, wide: bool = False, tall: bool = False) -> Rows:
    return Rows(Raster(stride, len(content) // stride, wide=wide, tall=tall), content)


def test_a_narrow_row_is_filled_with_white_and_a_wide_one_loses_its_end() -> None:
    assert dots.raster(rows(1, b"\xff\x01"), stride=2, offset=0) == b"\xff\x00\x01\x00"
    assert dots.raster(rows(3, b"\x01\x02\x03"), stride=2, offset=0) == b"\x01\x02"


def test_rows_move_aside_by_single_dots() -> None:
    assert dots.raster(rows(1, b"\xff"), stride=3, offset=3) == b"\x1f\xe0\x00"
    assert dots.raster(rows(1, b"\xff"), stride=2, offset=8) == b"\x00\xff"


def test_a_doubled_raster_is_twice_as_wide_and_twice_as_tall() -> None:
    assert dots.raster(rows(1, b"\xa0", wide=True), stride=2, offset=0) == b"\xcc\x00"
    assert dots.raster(rows(1, b"\x81", tall=True), stride=1, offset=0) == b"\x81\x81"


def test_a_character_is_a_box() -> None:
    line = dots.line(b"a b", stride=5, offset=0)
    assert len(line) == 5 * dots.CELL_HEIGHT
    assert line[5 * 10 : 5 * 11] == bytes.fromhex("7f e0 00 7f e0")
