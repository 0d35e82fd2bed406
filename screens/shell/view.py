"""What stands around every screen: header, route, footer, and the two sheets that come from below."""

from __future__ import annotations

from typing import Literal

from screens.view import Button, Keypad, Notice, Piece

ThemeName = Literal["light", "dark", "black", "white", "admin"]


class Route(Piece):
    """Where one is in a procedure."""

    step: int
    """From 1."""
    steps: int
    label: str
    """Pas 3 de 5 · Document"""


class IdleSheet(Piece):
    """Are you still there? Any touch counts as being here and does nothing else."""

    seconds: int
    total: int
    question: str
    lead: str
    stay: str
    more_time: str
    finish: str


class HelpSheet(Piece):
    """How can we help? Lies over the same screen, at hand height."""

    question: str
    notice: Notice
    """Whether somebody was called and is coming; empty before a call."""
    primary: Button
    primary_act: Literal["call_person", "close_help"]
    """Once somebody is called the way back stands there, so that a second tap takes nothing back."""
    contrast: Button
    language: Button
    secondary: Button
    secondary_act: Literal["close_help", "cancel_call"]
    staff: Button | None
    """For staff who have come, where this kiosk knows their cards."""


class StaffSheet(Piece):
    """Staff type the PIN of their card. Lies over the same screen, in the place of the other."""

    question: str
    notice: Notice
    run: tuple[str, ...]
    """A dot for each character typed."""
    keypad: Keypad
    send: Button
    close: Button


class ShellView(Piece):
    """Everything around the screen. Changes without touching the screen in the middle."""

    town: str
    kiosk: str
    clock: str
    theme: ThemeName
    right_to_left: bool
    calm: bool
    route: Route | None
    pills: bool
    """Whether contrast and language stand in the header; without them and the footer nobody is there."""
    contrast: Button
    language: Button
    footer: bool
    back: Button
    home: Button
    help: Button
    finish: Button
    idle: IdleSheet | None
    help_sheet: HelpSheet | None
    staff_sheet: StaffSheet | None
