"""Makes the icon fonts of kiosk and dock, with the icons used only: `python packaging/fonts/icons.py`."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from npm import Package, fetch

PHOSPHOR = Package(
    "@phosphor-icons/web",
    "2.1.2",
    "rPAR9o/bEcp4Cw4DEeZHXf+nlGCMNGkNDRizYHM47NLxz9vvEHp/Tt6FMK1NcWadzw/pFDPnRBGi/ofRya958A==",
)
ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "screens" / "theme"
DOCK = ROOT / "demo" / "dock" / "icons"
EPOCH_1904 = 2082844800

BOLD = [
    "airplane-tilt",
    "arrow-clockwise",
    "arrow-left",
    "arrow-line-down",
    "arrow-line-up",
    "arrow-right",
    "backspace",
    "bell-ringing",
    "books",
    "briefcase",
    "buildings",
    "bus",
    "calendar-check",
    "calendar-plus",
    "caret-left",
    "caret-right",
    "chart-bar",
    "chat-circle-text",
    "check",
    "circle-half",
    "clock",
    "clock-counter-clockwise",
    "coins",
    "device-mobile",
    "door",
    "dots-three-circle",
    "envelope-simple",
    "eye-slash",
    "file-text",
    "gauge",
    "globe",
    "graduation-cap",
    "hand-coins",
    "hand-palm",
    "hand-tap",
    "hand-waving",
    "hands-clapping",
    "headphones",
    "house",
    "identification-card",
    "info",
    "keyboard",
    "lifebuoy",
    "lock-key",
    "map-pin",
    "map-trifold",
    "password",
    "phone",
    "plus",
    "printer",
    "prohibit",
    "qr-code",
    "question",
    "receipt",
    "seal-check",
    "shield-check",
    "sign-out",
    "sim-card",
    "text-aa",
    "ticket",
    "timer",
    "trash",
    "user",
    "user-check",
    "users",
    "users-three",
    "warning",
    "wheelchair",
    "wrench",
    "x",
]
FILL = ["check-circle", "info", "warning", "warning-octagon"]
DOCK_BOLD = [
    "arrow-counter-clockwise",
    "calendar-check",
    "chat-text",
    "check",
    "files",
    "hand-waving",
    "identification-card",
    "printer",
    "qr-code",
    "receipt",
    "ticket",
    "user",
    "wifi-high",
]


def subset(source: Path, family: str, codes: dict[str, int], out: Path) -> None:
    font = TTFont(source)
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes.values())
    subsetter.subset(font)
    missing = set(codes.values()) - set(font.getBestCmap())
    if missing:
        raise ValueError(f"{source.name} has no {sorted(missing)}")
    for name in font.getGlyphOrder():
        # Phosphor's bearings are all 0: whoever obeys them moves every icon to the left.
        glyph = font["glyf"][name]
        glyph.expand(font["glyf"])
        glyph.recalcBounds(font["glyf"])
        if glyph.numberOfContours:
            font["hmtx"][name] = (font["hmtx"][name][0], glyph.xMin)
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
    for number, text in ((1, family), (2, "Regular"), (3, out.stem), (4, family), (6, out.stem)):
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 400
    font["head"].macStyle = 0
    font["head"].created = font["head"].modified = EPOCH_1904
    font.recalcTimestamp = False
    font.save(out)


def codes(folder: Path, style: str, names: list[str]) -> dict[str, int]:
    """Phosphor's own code points, by the icon's name without the style."""
    icons = json.loads((folder / "src" / style / "selection.json").read_text())["icons"]
    found = {
        name.strip().removesuffix(f"-{style}"): icon["properties"]["code"]
        for icon in icons
        for name in icon["properties"]["name"].split(",")  # an icon that was renamed has both names
    }
    return {name: found[name] for name in names}


def main() -> int:
    with tempfile.TemporaryDirectory() as temporary:
        folder = fetch(PHOSPHOR, Path(temporary))
        bold, fill = codes(folder, "bold", BOLD), codes(folder, "fill", FILL)
        fonts = THEME / "fonts"
        subset(folder / "src/bold/Phosphor-Bold.ttf", "Zona Blava Icons", bold, fonts / "ZonaBlavaIcons.ttf")
        subset(
            folder / "src/fill/Phosphor-Fill.ttf",
            "Zona Blava Icons Fill",
            fill,
            fonts / "ZonaBlavaIconsFill.ttf",
        )
        shutil.copyfile(folder / "LICENSE", fonts / "Phosphor-MIT.txt")
        dock = codes(folder, "bold", DOCK_BOLD)
        subset(
            folder / "src/bold/Phosphor-Bold.ttf",
            "Zona Blava Dock Icons",
            dock,
            DOCK / "ZonaBlavaDockIcons.ttf",
        )
        shutil.copyfile(folder / "LICENSE", DOCK / "Phosphor-MIT.txt")
    told = json.dumps({"bold": bold, "fill": fill}, indent=2)
    (THEME / "icons.json").write_text(told + "\n")
    (THEME / "Icons.js").write_text(
        "// Written by packaging/fonts/icons.py: an icon's name and its code point in the two icon fonts.\n"
        f".pragma library\n\nconst codes = {told}\n\n"
        "function glyph(name, filled) {\n"
        "    // Bindings of one icon are set one after the other: for a moment name and weight may not fit.\n"
        "    const code = (filled ? codes.fill : codes.bold)[name] ?? codes.fill[name] ?? codes.bold[name]\n"
        "    if (code === undefined)\n"
        '        throw new Error("no icon named " + name)\n'
        "    return String.fromCodePoint(code)\n"
        "}\n"
    )
    (DOCK / "Icons.js").write_text(
        "// Written by packaging/fonts/icons.py: an icon's name and its code point in the dock's icon font.\n"
        f".pragma library\n\nconst codes = {json.dumps(dock, indent=2)}\n\n"
        "function glyph(name) {\n"
        "    return String.fromCodePoint(codes[name])\n"
        "}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
