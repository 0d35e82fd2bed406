"""The screens on which an appointment is made, seen, moved and cancelled."""

from __future__ import annotations

from typing import ClassVar

from screens import keyed
from screens.common.views import Trouble
from screens.view import Button, Choice, Keypad, Notice, View


class AppointmentsProcedure(View):
    """What it is for: groups of procedures, and those of one group."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset(
        {"choose_group", "other_topics", "choose_procedure", "more_procedures", "search", "my_appointments"}
    )

    groups: tuple[Choice, ...]
    """At most six at a time."""
    other_topics: Button | None
    """More groups, where there are."""
    procedures: tuple[Choice, ...]
    """At most four at a time."""
    more: Button | None
    """More procedures, where there are."""
    search: Button
    mine: Button
    notice: Notice


class AppointmentsSearch(keyed.SearchView):
    """Procedures that are like what is typed."""

    room: ClassVar = "appointments"
    acts: ClassVar = keyed.SearchView.acts | {"choose_procedure"}


class AppointmentsOfficeSearch(keyed.SearchView):
    """What is typed, and the offices that fit it."""

    room: ClassVar = "appointments"
    acts: ClassVar = keyed.SearchView.acts | {"choose_office"}


class AppointmentsOffice(View):
    """At which office."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset({"choose_office", "search", "other_page"})

    offices: tuple[Choice, ...]
    """At most eight at a time."""
    search: Button | None
    """By name or street, where they are on several pages."""
    other_page: Button | None


class AppointmentsDay(View):
    """A fortnight with the room of each day, the hours of one day, and the hour that is held."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset(
        {"earlier_weeks", "later_weeks", "choose_day", "choose_hour", "more_hours", "reserve"}
    )

    period: str
    earlier: Button
    later: Button
    weekdays: tuple[str, ...]
    days: tuple[Choice, ...]
    """One week after another, each with as many days as `weekdays`; one without an id is blank.

    `title` is the number; `about` its room; `off` why it cannot be had.
    """
    hours_question: str
    hours: tuple[Choice, ...]
    """At most eight."""
    more_hours: Button
    """The next hours; without a label where all are there."""
    held: str
    """For how long the chosen hour is held, as marked words; empty where none is."""
    notice: Notice
    send: Button


class AppointmentsPhone(keyed.PhoneView):
    """Type one's own phone, to which a code is sent."""

    room: ClassVar = "appointments"
    acts: ClassVar = keyed.PhoneView.acts | {"by_document"}

    document: Button
    """Without a label where the kiosk reads none."""


class AppointmentsReminder(View):
    """How to be reminded."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset({"choose_reminder"})

    choices: tuple[Choice, ...]
    held: str


class AppointmentsEmail(View):
    """Type an address."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset({"character", "correct", "clear", "send_email"})

    typed: str
    hint: str
    """Stands where nothing was typed yet."""
    wrong: Notice
    keypad: Keypad
    endings: tuple[str, ...]
    """What one wide key types each."""
    send: Button


class AppointmentsAddress(View):
    """The address, to be read once more."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset({"use_address", "correct_address"})

    mailbox: str
    domain: str
    """With the sign before it."""
    held: str
    correct: Button
    send: Button


class AppointmentsContact(keyed.PhoneView):
    """Type the phone to which the reminder goes."""

    room: ClassVar = "appointments"


class AppointmentsCode(keyed.CodeView):
    """The code that shows whose the phone is."""

    room: ClassVar = "appointments"
    acts: ClassVar = keyed.CodeView.acts | {"by_document"}

    document: Button
    """Without a label where the kiosk reads none."""


class AppointmentsConfirm(View):
    """Everything once more, before it is booked or moved."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset({"change_reminder", "confirm"})

    facts: tuple[Choice, ...]
    """`title` stands before `about`."""
    bring: str
    change: Button
    """Of the reminder; without a label where it is moved, for then it stays as it was."""
    held: str
    send: Button


class AppointmentsDone(View):
    """It is booked, moved, or printed again; what to bring, and what the printer said."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset({"print_again", "done"})

    facts: tuple[Choice, ...]
    bring: str
    notice: Notice
    again: Button
    done: Button


class AppointmentsList(View):
    """What one has booked."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset(
        {"choose_appointment", "other_page", "by_phone", "by_document", "book_another"}
    )

    appointments: tuple[Choice, ...]
    """At most four at a time."""
    other_page: Button | None
    notice: Notice
    other: Button
    """What else they may be looked for by; without a label where there is nothing else."""
    other_act: str
    another: Button


class AppointmentsOne(View):
    """One of them, to be moved, cancelled or printed."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset({"move_it", "cancel_it", "print_it"})

    facts: tuple[Choice, ...]
    bring: str
    move: Button
    cancel: Button
    another_paper: Button


class AppointmentsExpired(Trouble):
    """The hour is not held any more."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset({"choose_again", "go_home"})


class AppointmentsAlready(Trouble):
    """The person has one for this procedure."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset({"my_appointments", "by_document", "go_home"})


class AppointmentsUnsure(Trouble):
    """No answer came: it may be done or not."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset({"retry", "take_turn"})


class AppointmentsWithdrawn(Trouble):
    """The town hall does not offer it any more."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset({"choose_again", "go_home"})


class AppointmentsGiveup(Trouble):
    """Is it to be cancelled?"""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset({"confirm", "keep_it"})


class AppointmentsCancelled(Trouble):
    """It is cancelled."""

    room: ClassVar = "appointments"
    acts: ClassVar = frozenset({"done"})
