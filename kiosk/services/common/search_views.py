"""What every screen shows on which something is looked for by words."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.services.common.paging import page_of, turning
from kiosk.services.common.searching import Search
from kiosk.services.common.views import keypad
from screens.i18n.words import Words
from screens.view import Choice, Notice

PLACES = 4
"""Above the keyboard."""


def search_fields(sought: Search, words: Words, choice_of: Callable[[str], Choice]) -> dict[str, object]:
    """What was typed, and the page of what was found that was turned to."""
    found = sought.found
    nothing = bool(sought.typed.strip()) and not found
    # The way to the others has the place of one.
    page = page_of(found, sought.turned, PLACES - (len(found) > PLACES))
    return {
        "question": words("search.question"),
        "lead": words("search.lead"),
        "typed": sought.typed,
        "hint": words("search.hint"),
        "choices": tuple(choice_of(name) for name in page.things),
        "other_page": turning(words, page),
        "notice": words.notice("info", "info", "search.none") if nothing else Notice(),
        "keypad": keypad(words),
        "space": words("search.space"),
    }
