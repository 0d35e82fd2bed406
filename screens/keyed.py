"""Screens of which there are several, each for something else: a phone, a code, or words are typed."""

from __future__ import annotations

from typing import ClassVar

from screens.view import Button, Choice, Keypad, Notice, View


class PhoneView(View):
    """Type a phone."""

    acts: ClassVar = frozenset({"digit", "correct", "clear", "change_prefix", "no_phone", "send_phone"})

    prefix: str
    number: str
    """Already grouped for reading."""
    wrong: Notice
    keypad: Keypad
    change_prefix: Button
    none: Button
    send: Button


class CodeView(View):
    """Type the one-time code that came by SMS."""

    acts: ClassVar = frozenset({"digit", "correct", "clear", "resend", "no_phone", "send_code"})

    digits: tuple[str, ...]
    wrong: Notice
    keypad: Keypad
    resend: Button
    none: Button
    send: Button


class SearchView(View):
    """Type what is looked for, and see what fits it."""

    acts: ClassVar = frozenset({"character", "correct", "clear", "other_page"})

    typed: str
    hint: str
    """Stands in the field while nothing was typed."""
    choices: tuple[Choice, ...]
    """At most four at a time, or three and the way to the others; the best first."""
    other_page: Button | None
    notice: Notice
    keypad: Keypad
    space: str
