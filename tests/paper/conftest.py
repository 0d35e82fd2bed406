"""What paper needs: fonts, and eyes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
import zxingcpp
from PySide6.QtGui import QGuiApplication, QImage

from devices.contracts import Dots


@pytest.fixture(scope="session")
def fonts() -> object:
    """Qt writes nothing without an application."""
    return QGuiApplication.instance() or QGuiApplication(["tests"])


@pytest.fixture
def read_codes() -> Callable[[Dots], Sequence[str]]:
    """The texts of the codes on paper, read from its dots by a reader that nobody here wrote."""

    def read(dots: Dots) -> Sequence[str]:
        image = QImage(dots.rows, dots.width, dots.height, dots.stride, QImage.Format.Format_Mono)
        image.setColorTable([0xFFFFFFFF, 0xFF000000])
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        seen = memoryview(bytes(grey.constBits())).cast("B", (grey.height(), grey.bytesPerLine()))
        return [str(code.text) for code in zxingcpp.read_barcodes(seen)]

    return read


@pytest.fixture
def read_code(read_codes: Callable[[Dots], Sequence[str]]) -> Callable[[Dots], str]:
    """The text of the one code on paper."""

    def read(dots: Dots) -> str:
        (text,) = read_codes(dots)
        return text

    return read
