"""What several examples share."""

from __future__ import annotations

from screens.i18n.words import Words, split_strong
from screens.view import Button, Choice, Keypad, Notice, Panel, Places

PLACES = Places(reader="right", slot="left")
MIRRORED = Places(reader="left", slot="right")


def keypad(say: Words) -> Keypad:
    return Keypad(clear=say("pad.clear"), correct=say("pad.correct"))


def cells(typed: str) -> tuple[str, ...]:
    return (*typed, *("" for _ in range(6 - len(typed))))


def send(say: Words, typed: str) -> Button:
    left = 6 - len(typed)
    if left:
        return Button(label=say("can.more", n=left), ready=False)
    return Button(label=say("act.continue"), icon="check")


def what(say: Words, key: str) -> Panel:
    return said_as("what", say("trouble.what"), say(key))


def kept(say: Words, key: str) -> Panel:
    return said_as("kept", say("trouble.kept"), say(key))


def notdone(say: Words, key: str) -> Panel:
    return said_as("notdone", say("trouble.notdone"), say(key))


def now(say: Words, key: str) -> Panel:
    return said_as("now", say("trouble.now"), say(key))


def now_said(say: Words, sentence: str) -> Panel:
    return said_as("now", say("trouble.now"), sentence)


def said_as(kind: str, title: str, sentence: str) -> Panel:
    strong, text = split_strong(sentence)
    return Panel.model_validate({"kind": kind, "title": title, "strong": strong, "text": text})


def searched(
    say: Words, typed: str, choices: tuple[Choice, ...], other_page: Button | None = None
) -> dict[str, object]:
    """What a search shows of what was typed."""
    return {
        "question": say("search.question"),
        "lead": say("search.lead"),
        "typed": typed,
        "hint": say("search.hint"),
        "choices": choices,
        "other_page": other_page,
        "notice": say.notice("info", "info", "search.none") if typed and not choices else Notice(),
        "keypad": keypad(say),
        "space": say("search.space"),
    }
