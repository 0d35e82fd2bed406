"""Examples of every view in the kiosk's own words: for the gallery and the tests, never for a citizen."""

from __future__ import annotations

from functools import cache

from screens.drawings import variants
from screens.examples import (
    admin,
    appointments,
    arrival,
    common,
    consent,
    handover,
    identify,
    own_appointments,
    padro,
    paper,
    procedures,
    reminder,
    signature,
    turns,
    welcome,
)
from screens.i18n.words import words
from screens.view import View


@cache
def examples(language: str) -> dict[str, View]:
    """Every example by its name."""
    say = words(language)
    return {
        **common.examples(say),
        **identify.examples(say),
        **signature.examples(say),
        **padro.examples(say),
        **appointments.examples(say),
        **own_appointments.examples(say),
        **reminder.examples(say),
        **paper.examples(say),
        **procedures.examples(say),
        **turns.examples(say),
        **arrival.examples(say),
        **welcome.examples(say),
        **consent.examples(say),
        **handover.examples(say),
        **admin.examples(say),
    }


@cache
def drawings(language: str) -> dict[str, tuple[View, str]]:
    """Every example as it is drawn, and in each variant of its screen."""
    found = {name: (view, "") for name, view in examples(language).items()}
    for name, view in examples(language).items():
        for screen, variant in variants():
            if screen == type(view).__name__:
                found[f"{name}.{variant}"] = view, variant
    return found
