"""Makes the kiosk's static text fonts from the variable ones on npm: `python packaging/fonts/build.py`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.misc.transform import Scale
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options as SubsetOptions, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.varLib.instancer import instantiateVariableFont
from npm import Package, fetch

DISPLAY = Package(
    "@fontsource-variable/bricolage-grotesque",
    "5.3.0",
    "TLi9Q4hJjS2UvoTMRSS2nHu6c4R56lAw60NR9QYtVRCHn0XtsFpiEhNffZ8Glsoxu6wEEwLKBP8lb94J52PNBA==",
)
TEXT = Package(
    "@fontsource-variable/atkinson-hyperlegible-next",
    "5.3.0",
    "UnLzNUy1RWoLDfydAatP4NaRm99X/WbQEph7q/PymJnCFIOOwKOx3pBmp5ys8trO0dM+CKGuJgeZP9fAR4mQpA==",
)
ARABIC = Package(
    "@fontsource-variable/noto-sans-arabic",
    "5.3.0",
    "Rz8+DBzza3//cmN+DBQajJhx3x+Dx12eUgnQsTOgPWbOT0+In6APmE8z4I/QQnUWfAx+s8l93+60qDT5vJH1sA==",
)
OUT = Path(__file__).resolve().parents[2] / "screens" / "theme" / "fonts"

OPTICAL_SIZE = 32
"""The counters stay open even where the display family is drawn larger."""
ARABIC_LETTERS = (
    *range(0x0621, 0x063B),
    *range(0x0640, 0x0656),
    *range(0x0660, 0x066E),
    *range(0x06F0, 0x06FA),
    *(0x060C, 0x061B, 0x061F, 0x0670, 0x0671),
    *(0x0679, 0x067E, 0x0686, 0x0688, 0x0691, 0x0698, 0x06A9, 0x06AF, 0x06BA, 0x06BE, 0x06C1, 0x06C2, 0x06C3),
    *(0x06CC, 0x06D2, 0x06D3, 0x06D4, 0x06D5),
)
"""What Arabic, Persian and Urdu are written with. No name is reserved: a part of the font may keep it."""
FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
EPOCH_1904 = 2082844800
"""Seconds between the epoch of the `head` table and that of Unix; a fixed date makes builds repeatable."""


@dataclass(frozen=True)
class Cut:
    """One static font to make. `bold`: it is what a family's words in bold are drawn with."""

    family: str
    style: str
    weight: int
    bold: bool = False

    @property
    def file(self) -> str:
        return f"{self.family.replace(' ', '')}-{self.style}.ttf"


def static(folder: Path, stem: str, axes: dict[str, float]) -> TTFont:
    """The latin and latin-ext subsets at one place of the design space, joined."""
    parts = []
    for subset in ("latin", "latin-ext"):
        font = TTFont(
            folder / "files" / f"{stem}-{subset}-{'opsz' if 'opsz' in axes else 'wght'}-normal.woff2"
        )
        instantiateVariableFont(font, axes, inplace=True, overlap=1)
        font.flavor = None
        part = folder / f"{subset}.ttf"
        font.save(part)
        parts.append(str(part))
    joined = Merger(options=Options(drop_tables=["STAT", "MVAR", "prep", "gasp"])).merge(parts)
    for subset_file in parts:
        Path(subset_file).unlink()
    return joined


def arabic(folder: Path, weight: int) -> TTFont:
    """Noto's Arabic letters with all their joined forms, at one weight."""
    font = TTFont(folder / "files" / "noto-sans-arabic-arabic-wght-normal.woff2")
    instantiateVariableFont(font, {"wght": weight}, inplace=True, overlap=1)
    font.flavor = None
    unused = ["STAT", "MVAR", "prep", "gasp", "fpgm", "cvt "]
    part = Subsetter(options=SubsetOptions(layout_features=["*"], drop_tables=unused))
    part.populate(unicodes=[0x20, 0xA0, *ARABIC_LETTERS])
    part.subset(font)
    return font


def scaled(source: TTFont, glyph: str, factor: float) -> tuple[object, tuple[int, int]]:
    """A glyph's outline, without overlaps of components, and its advance and left bearing."""
    pen = TTGlyphPen(None)
    glyphs = source.getGlyphSet()
    glyphs[glyph].draw(TransformPen(pen, Scale(factor)))
    outline = pen.glyph()
    advance = round(source["hmtx"][glyph][0] * factor)
    return outline, (advance, round(source["hmtx"][glyph][1] * factor))


def take_figures(text: TTFont, display: TTFont) -> None:
    """The ten figures of the display family, proportional and tabular, instead of the text one."""
    factor = text["OS/2"].sCapHeight / display["OS/2"].sCapHeight
    for figure in (f"{name}{suffix}" for name in FIGURES for suffix in ("", ".tf")):
        text["glyf"][figure], text["hmtx"][figure] = scaled(display, figure, factor)
    forget_kerning_of_figures(text)


def forget_kerning_of_figures(font: TTFont) -> None:
    """The pairs were measured on other shapes."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            if isinstance(table, otTables.PairPos) and table.Format == 2:
                table.Coverage.glyphs = [g for g in table.Coverage.glyphs if g not in FIGURES]
                for classes in (table.ClassDef1.classDefs, table.ClassDef2.classDefs):
                    for figure in FIGURES:
                        classes.pop(figure, None)


def name(font: TTFont, cut: Cut) -> None:
    """Two cuts of a family are linked as its regular and its bold one, whatever their weights.

    Without the flag in `OS/2` and `head`, FreeType's users thicken the bold one a second time.
    """
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 5, 13, 14)]
    linked = cut.bold or cut.weight < 600
    for number, text in (
        (1, cut.family if linked else f"{cut.family} {cut.style}"),
        (2, "Bold" if cut.bold else "Regular"),
        (3, cut.file.removesuffix(".ttf")),
        (4, f"{cut.family} {cut.style}"),
        (6, cut.file.removesuffix(".ttf")),
        (16, cut.family),
        (17, cut.style),
    ):
        table.setName(text, number, 3, 1, 0x409)
    thick = cut.weight >= 600
    font["OS/2"].usWeightClass = cut.weight
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if thick else 0x40)
    font["head"].macStyle = 1 if thick else 0
    font["head"].created = font["head"].modified = EPOCH_1904


def save(font: TTFont, cut: Cut) -> None:
    name(font, cut)
    font.recalcTimestamp = False
    font.save(OUT / cut.file)
    print(f"{cut.file}: {len(font.getBestCmap())} characters")


def main() -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        display_files = fetch(DISPLAY, Path(temporary))
        text_files = fetch(TEXT, Path(temporary))

        def display(weight: int) -> TTFont:
            return static(display_files, "bricolage-grotesque", {"wght": weight, "opsz": OPTICAL_SIZE})

        def text(weight: int) -> TTFont:
            return static(text_files, "atkinson-hyperlegible-next", {"wght": weight})

        for cut in (
            Cut("Bricolage Grotesque", "Bold", 700, bold=True),
            Cut("Bricolage Grotesque", "ExtraBold", 800),
        ):
            save(display(cut.weight), cut)
        for style, weight, bold in (("Medium", 500, False), ("SemiBold", 650, True)):
            save(text(weight), Cut("Atkinson Hyperlegible Next Original", style, weight, bold))
            merged = text(weight)
            take_figures(merged, display(weight))
            save(merged, Cut("Atkinson Hyperlegible Next", style, weight, bold))
        arabic_files = fetch(ARABIC, Path(temporary))
        for cut in (
            Cut("Noto Sans Arabic", "Medium", 500),
            Cut("Noto Sans Arabic", "Bold", 700, bold=True),
        ):
            save(arabic(arabic_files, cut.weight), cut)
        shutil.copyfile(arabic_files / "LICENSE", OUT / "NotoSansArabic-OFL.txt")
        shutil.copyfile(display_files / "LICENSE", OUT / "BricolageGrotesque-OFL.txt")
        shutil.copyfile(text_files / "LICENSE", OUT / "AtkinsonHyperlegibleNext-OFL.txt")
    return 0


if __name__ == "__main__":
    sys.exit(main())
