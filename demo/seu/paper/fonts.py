"""The faces of the paper: those of the kiosk's theme where their files are there, else Helvetica."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

# Found by path: the demo town hall has no part of the kiosk's code.
_THEME = Path(__file__).resolve().parents[3] / "screens" / "theme" / "fonts"


@dataclass(frozen=True, slots=True)
class Faces:
    """Names by which the PDF maker knows each face."""

    text: str = "Helvetica"
    strong: str = "Helvetica-Bold"
    title: str = "Helvetica-Bold"
    heading: str = "Helvetica-Bold"
    code: str = "Helvetica-Bold"
    """For the CSV: figures with a slashed zero."""


@cache
def faces() -> Faces:
    """Register the fonts once a process."""
    files = {
        "text": "AtkinsonHyperlegibleNext-Medium",
        "strong": "AtkinsonHyperlegibleNext-SemiBold",
        "title": "BricolageGrotesque-ExtraBold",
        "heading": "BricolageGrotesque-Bold",
        "code": "AtkinsonHyperlegibleNextOriginal-SemiBold",
    }
    paths = {role: _THEME / f"{name}.ttf" for role, name in files.items()}
    if not all(path.is_file() for path in paths.values()):
        return Faces()
    for role, path in paths.items():
        registerFont(TTFont(files[role], path))
    return Faces(**files)
