"""The screens by which a padró document is chosen."""

from __future__ import annotations

from typing import ClassVar

from screens.view import Button, Choice, Notice, View


class PadroChoose(View):
    """Four of the eight documents at a time: those of today, or the historic ones.

    A touch on one that is given at the desk leads to a person, with a turn.
    """

    room: ClassVar = "padro"
    acts: ClassVar = frozenset({"choose_document", "other_page"})

    choices: tuple[Choice, ...]
    """Always four, always in the same places; `off` is the one sentence for what is given at the desk."""
    other_page: Button
    notice: Notice


class PadroPurpose(View):
    """What the document is for, and its language."""

    room: ClassVar = "padro"
    acts: ClassVar = frozenset({"choose_purpose", "choose_document_language", "print_document"})

    purposes: tuple[Choice, ...]
    language_question: str
    languages: tuple[Choice, ...]
    least: str
    send: Button
