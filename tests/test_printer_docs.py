"""The page about printers names tests and models that there are."""

from __future__ import annotations

import re
from pathlib import Path

from devices.printer.models import FIGURES

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/printers.md").read_text(encoding="utf-8")


def test_every_test_that_the_page_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    written = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "tests/demo").glob("test_printer*.py")
    )

    assert len(named) >= 15
    assert [name for name in named if f"def {name}(" not in written] == []


def test_every_figure_of_a_model_is_explained() -> None:
    assert [name for name in FIGURES if f"`{name}`" not in PAGE] == []
