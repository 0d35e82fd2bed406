"""What every screen shows on which something is looked for by words."""

from __future__ import annotations

from kiosk.services.common.searching import Search
from kiosk.services.common.views import keypad
from screens.i18n.words import Words
from screens.view import Choice, Notice


def search_fields(sought: Search, choices: tuple[Choice, ...], words: Words) -> dict[str, object]:
    """What was typed, and what was found."""
    nothing = bool(sought.typed.strip()) and not choices
    return {
        "question": words("search.question"),
        "lead": words("search.lead"),
        "typed": sought.typed,
        "hint": words("search.hint"),
        "choices": choices,
        "notice": words.notice("info", "info", "search.none") if nothing else Notice(),
        "keypad": keypad(words),
        "space": words("search.space"),
    }
