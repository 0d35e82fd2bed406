"""What every screen shows on which a phone is typed, or a code that came by SMS; whatever it is for."""

from __future__ import annotations

from kiosk.services.common.views import cells, keypad
from kiosk.services.identify import phone
from kiosk.services.identify.typed_phone import TypedPhone
from screens.i18n.words import Words
from screens.view import Button, Notice


def phone_fields(typed: TypedPhone, words: Words, act: str) -> dict[str, object]:
    """The phone as it is typed, and the order `act`, or how much is missing."""
    whole = typed.possible
    return {
        "prefix": f"+{typed.prefix}",
        "number": phone.grouped(typed.number),
        "wrong": words.notice("care", "warning", "phone.bad") if typed.bad else Notice(),
        "keypad": keypad(words),
        "change_prefix": Button(label=words("phone.abroad" if typed.prefix else "phone.home"), icon="globe"),
        "send": Button(
            label=words(act if whole else "phone.more.short"), icon="check" if whole else "", ready=whole
        ),
    }


def hinted(hint: str) -> str:
    """What the seu shows of a phone, on one line."""
    return hint.replace(" ", "\u00a0")


def code_fields(
    words: Words, typed: str, count: int, *, notice: str, tries_left: int, resend_in: int, whole: bool
) -> dict[str, object]:
    """Its `count` cells, what was wrong with the last one, and when another may be sent.

    `notice` is the key of a sentence, or empty; `resend_in` is in seconds.
    """
    again = words("code.resend.wait", n=resend_in) if resend_in else words("code.resend")
    return {
        "question": words("code.question"),
        "digits": cells(typed, count),
        "wrong": words.notice("fault", "warning-octagon", notice, n=tries_left or None)
        if notice
        else Notice(),
        "keypad": keypad(words),
        "resend": Button(label=again, icon="timer", ready=resend_in == 0),
        "none": Button(label=words("code.nophone")),
        "send": digits_send(words, count - len(typed), whole=whole),
    }


def digits_send(words: Words, missing: int, *, whole: bool) -> Button:
    """The order to go on, or how many digits are missing."""
    label = words("act.continue") if whole else words("can.more", n=missing)
    return Button(label=label, icon="check" if whole else "", ready=whole)
