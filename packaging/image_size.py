"""Adds up the frozen kiosk's files and puts the sum beside the other figures of `make bench`."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def megabytes(folder: Path) -> float:
    """What the files hold, in MB of a million bytes; a link counts as what it is."""
    return (
        sum(file.lstat().st_size for file in folder.rglob("*") if file.is_symlink() or file.is_file()) / 1e6
    )


def put(figures: Path, name: str, value: float, unit: str) -> None:
    """Write one figure into the file of all of them."""
    told = json.loads(figures.read_text(encoding="utf-8")) if figures.exists() else {}
    told[name] = {"value": value, "unit": unit, "n": 1, "min": value, "max": value}
    figures.parent.mkdir(parents=True, exist_ok=True)
    figures.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    image, figures = map(Path, sys.argv[1:])
    size = round(megabytes(image), 1)
    put(figures, "image_size", size, "MB")
    print(f"image: {image} holds {size} MB")
