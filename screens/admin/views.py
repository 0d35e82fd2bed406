"""The technician's screens: the way in, how the kiosk is, and how it is used."""

from __future__ import annotations

from typing import ClassVar

from screens.view import Button, Keypad, Notice, NoticeKind, Piece, View


class Tab(Piece):
    """One of the rooms behind the PIN, or the way out; stands where the footer is for everybody else."""

    event: str
    label: str
    icon: str
    chosen: bool = False


class Bar(Piece):
    """So many of one kind."""

    name: str
    figure: str
    """The number; of a hidden one, that it is hidden."""
    share: float
    """From 0 to 1, of the largest one of the chart."""
    hidden: bool = False
    spoken: str
    """All of it in words, for who does not see it."""


class BarChart(Piece):
    """Numbers beside one another."""

    title: str
    about: str
    upright: bool
    """Columns that stand in an order of their own, where there is room; else rows."""
    bars: tuple[Bar, ...]


class Interval(Piece):
    """A share, and between which shares the true one lies."""

    name: str
    figure: str
    range: str
    """The interval in words; empty where it is hidden."""
    share: float
    low: float
    high: float
    """From 0 to 1."""
    hidden: bool = False
    spoken: str


class IntervalChart(Piece):
    """Shares beside one another, from none to all."""

    title: str
    about: str
    rows: tuple[Interval, ...]


class Finding(Piece):
    """How one part of the kiosk is."""

    name: str
    value: str
    icon: str
    kind: NoticeKind
    todo: str
    """What to do about it; empty where it is well."""
    spoken: str


class AdminPin(View):
    """The technician's PIN. What was typed is told as dots, and as how many."""

    room: ClassVar = "admin"
    acts: ClassVar = frozenset({"digit", "correct", "clear", "admin_send", "admin_leave"})

    run: tuple[str, ...]
    typed: str
    wrong: Notice
    keypad: Keypad
    send: Button
    leave: Button


class AdminOverview(View):
    """Whether the kiosk is well, and what to do: `question` answers the one, `lead` the other."""

    room: ClassVar = "admin"
    acts: ClassVar = frozenset({"tab_overview", "tab_use", "admin_leave"})

    tabs: tuple[Tab, ...]
    findings: tuple[Finding, ...]
    for_staff: tuple[str, ...]
    """What keeps the kiosk out of service: the field, why, and what would be right."""


class AdminUse(View):
    """How the kiosk was used, a page at a time. `question` is what the page is about."""

    room: ClassVar = "admin"
    acts: ClassVar = frozenset({"page_before", "page_after", "tab_overview", "tab_use", "admin_leave"})

    tabs: tuple[Tab, ...]
    notice: Notice
    """Instead of charts, where there is nothing to be drawn."""
    bars: tuple[BarChart, ...]
    intervals: tuple[IntervalChart, ...]
    place: str
    """Which page of how many; empty where there is one alone."""
    before: Button
    after: Button
