"""Every screen, at three sizes and in three languages: nothing cut, nothing colliding, every target large."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from screens.examples import drawings, examples
from screens.examples.shell import overlays
from screens.gallery import PX_PER_MM
from screens.i18n.words import LANGUAGES, SOURCE, words
from tests.screens.conftest import Bench
from tests.screens.scan import content_faults, target_faults, text_faults

SIZES = list(PX_PER_MM)
NARROW = "768x1366"
LONG = pytest.mark.long
# Where there is least room, in every language; elsewhere in the town's own, and the rest in the long run.
ROOMS = [
    pytest.param(size, language, marks=[] if size == NARROW or language == SOURCE else LONG)
    for size in SIZES
    for language in LANGUAGES
]


def faults(bench: Bench, size: str) -> list[str]:
    root = bench.stage.window.contentItem().childItems()[0]
    return [
        *text_faults(root),
        *content_faults(root),
        *target_faults(bench.stage.targets(), PX_PER_MM[size]),
    ]


@pytest.mark.parametrize(("size", "language"), ROOMS)
def test_every_screen_has_room(size: str, language: str, benches: Callable[[str], Bench]) -> None:
    bench = benches(size)
    found = {}
    for name, (view, variant) in drawings(language).items():
        bench.put(view, language, variant=variant)
        if wrong := faults(bench, size):
            found[name] = wrong
    assert not found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_every_sheet_from_below_has_room(size: str, language: str, benches: Callable[[str], Bench]) -> None:
    bench = benches(size)
    for name, change in overlays(words(language)).items():
        bench.put(examples(language)["choose"], language, **change)
        targets = bench.stage.targets()
        assert targets
        assert not target_faults(targets, PX_PER_MM[size]), name


@pytest.mark.parametrize(
    "theme", ["black", pytest.param("dark", marks=LONG), pytest.param("white", marks=LONG)]
)
def test_the_other_themes_have_room_too(theme: str, benches: Callable[[str], Bench]) -> None:
    bench = benches(NARROW)
    found = {}
    for name, (view, variant) in drawings("es").items():
        bench.put(view, "es", variant=variant, theme=theme)
        if wrong := faults(bench, NARROW):
            found[name] = wrong
    assert not found
