"""The screens by which a person proves who they are."""

from __future__ import annotations

from typing import ClassVar, Literal

from screens import keyed
from screens.common.views import Trouble
from screens.view import Button, Choice, Keypad, Notice, Places, View, WaitStep

Printed = Literal["passport", "card"]
"""What the lines are printed on, and so where in them each run stands."""


class IdentifyCard(View):
    """Put the document on the reader; says first what is collected, by whom and why (GDPR, article 13)."""

    room: ClassVar = "identify"
    acts: ClassVar = frozenset({"no_document"})

    here: str
    places: Places
    problem: Notice
    """What went wrong the last time, if anything; empty otherwise."""
    leave: Notice
    privacy: Notice
    none: Button


class IdentifyCan(View):
    """Type the six digits of the card access number."""

    room: ClassVar = "identify"
    acts: ClassVar = frozenset({"digit", "correct", "clear", "send_can", "no_can"})

    digits: tuple[str, ...]
    """Six cells; an empty string is one still to come."""
    wrong: Notice
    keypad: Keypad
    none: Button
    send: Button


class IdentifyMrzNumber(View):
    """Copy the document number from the machine readable zone, with the digit that checks it."""

    room: ClassVar = "identify"
    acts: ClassVar = frozenset({"character", "correct", "clear", "change_document", "no_mrz", "send_number"})

    document: Printed
    run: tuple[str, ...]
    """The cells of what is copied; an empty string is one still to come."""
    wrong: Notice
    bad: bool
    """What is in the cells cannot be right."""
    keypad: Keypad
    change: Button
    none: Button
    send: Button


class IdentifyMrzBirth(View):
    """Copy the date of birth from the machine readable zone, with the digit that checks it."""

    room: ClassVar = "identify"
    acts: ClassVar = frozenset({"digit", "correct", "clear", "no_mrz", "send_birth"})

    document: Printed
    run: tuple[str, ...]
    wrong: Notice
    """What is wrong; or, where it is right, the date as people say it."""
    bad: bool
    keypad: Keypad
    none: Button
    send: Button


class IdentifyMrzExpiry(View):
    """Copy the date of expiry from the machine readable zone, with the digit that checks it."""

    room: ClassVar = "identify"
    acts: ClassVar = frozenset({"digit", "correct", "clear", "no_mrz", "send_expiry"})

    document: Printed
    run: tuple[str, ...]
    wrong: Notice
    bad: bool
    keypad: Keypad
    none: Button
    send: Button


class IdentifyReading(View):
    """The chip is being read."""

    room: ClassVar = "identify"
    acts: ClassVar = frozenset({"stop_reading"})

    title: str
    percent: int
    steps: tuple[WaitStep, ...]
    notice: Notice
    stop: Button


class IdentifyProof(View):
    """Which proof the person can give; the seu says which it accepts."""

    room: ClassVar = "identify"
    acts: ClassVar = frozenset({"choose_proof"})

    choices: tuple[Choice, ...]


class IdentifyContact(View):
    """Put the card that signs into its slot."""

    room: ClassVar = "identify"
    acts: ClassVar = frozenset({"no_pin"})

    problem: Notice
    leave: Notice
    none: Button


class IdentifyRisk(Trouble):
    """The next wrong PIN may block the card: told before any is sent."""

    room: ClassVar = "identify"
    acts: ClassVar = frozenset({"insist", "no_pin"})


class IdentifyPin(View):
    """Type the PIN of one's own card; dots stand for what was typed."""

    room: ClassVar = "identify"
    acts: ClassVar = frozenset({"character", "correct", "clear", "change_keys", "no_pin", "send_pin"})

    run: tuple[str, ...]
    """The cells: a dot for what was typed, an empty string for what is still to come."""
    wrong: Notice
    bad: bool
    rows: tuple[str, ...]
    """The keys, a row each."""
    change: str
    """What the key says that shows other keys."""
    keypad: Keypad
    none: Button
    send: Button


class IdentifyPhone(keyed.PhoneView):
    """Type the phone that is already registered; it can match one, never become one."""

    room: ClassVar = "identify"


class IdentifyCode(keyed.CodeView):
    """The code that says who it is."""

    room: ClassVar = "identify"


class IdentifyDone(View):
    """Who the person is is known now; shows the last access, and that the document can be taken back."""

    room: ClassVar = "identify"
    acts: ClassVar = frozenset({"go_on"})

    by_slot: bool
    """The document is in the slot of the reader with contacts, and not on the other."""
    last_access: Notice
    take_card: Notice
    go_on: Button
