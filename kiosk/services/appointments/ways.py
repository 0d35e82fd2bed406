"""How the appointments' states are joined to the spine."""

from __future__ import annotations

from collections.abc import Callable

from statemachine import State

from kiosk.services.appointments import lookup_choices as lookup
from kiosk.services.appointments.choices import (
    book_again,
    choose_again,
    choose_hour_anew,
    choose_procedure,
    had_offices,
    had_one_office,
    has_offices,
    has_one_office,
    is_nobody_yet,
    is_shown_enough,
    is_still_shown,
    must_show_again,
    paper_is_known,
    wanted,
)
from kiosk.services.appointments.states import AppointmentsStates
from kiosk.services.common import states as spine
from kiosk.services.common.ways import Spine
from kiosk.services.person.memory import Reason

Act = Callable[..., None]
Guard = Callable[..., bool]


def join(appointments: type[AppointmentsStates], to: Spine) -> None:
    """From the menu to the paper; by way of identification where a procedure asks for it."""
    person = to.person
    to.menu.to(
        appointments, event="choose_service", cond=spine.wants("appointments"), on=spine.choose_service
    )
    to.menu.to(
        to.identify, event="choose_service", cond=spine.wants_first("appointments"), on=spine.choose_service
    )
    to.identifies(on=appointments)
    _asks_who_it_is(appointments, to)

    appointments.appointments_procedure.to(to.menu, event="back")
    appointments.appointments_phone.to(person, event="no_phone", on=spine.because(Reason.PHONE))
    appointments.appointments_code.to(person, event="no_phone", on=spine.because(Reason.PHONE))
    for asking in (appointments.appointments_send, appointments.appointments_check):
        asking.to(person, event="not_accepted", on=spine.because(Reason.REFUSED))
    appointments.appointments_done.to(to.more, event="done", cond=paper_is_known)
    appointments.appointments_cancelled.to(to.more, event="done")
    for trouble in (
        appointments.appointments_expired,
        appointments.appointments_already,
        appointments.appointments_withdrawn,
    ):
        trouble.to(to.menu, event="go_home")
    appointments.appointments_unsure.to(person.person_ask, event="take_turn", on=spine.because(Reason.TURN))

    to.tries_again(
        appointments.appointments_ask,
        appointments.appointments_days,
        appointments.appointments_hours,
        appointments.appointments_hold,
        appointments.appointments_book,
        appointments.appointments_move,
        appointments.appointments_send,
        appointments.appointments_check,
        appointments.appointments_mine,
        appointments.appointments_cancel,
    )
    to.goes_home(appointments)
    to.changes_language(
        appointments.appointments_procedure,
        appointments.appointments_office,
        appointments.appointments_office_search,
        appointments.appointments_day,
        appointments.appointments_reminder,
        appointments.appointments_contact,
        appointments.appointments_email,
        appointments.appointments_address,
        appointments.appointments_confirm,
        appointments.appointments_phone,
        appointments.appointments_code,
        appointments.appointments_list,
        appointments.appointments_one,
    )


def _asks_who_it_is(appointments: type[AppointmentsStates], to: Spine) -> None:
    """A procedure may ask for it, and so do one's own appointments, of which a document is another way."""
    days, office = appointments.appointments_days, appointments.appointments_office
    procedure, search = appointments.appointments_procedure, appointments.appointments_search
    here = "choose_procedure", choose_procedure, is_shown_enough
    for screen in (procedure, search):
        for place, offices in ((days, has_one_office), (office, has_offices)):
            _asks_for_more(screen, here, offices, place, screen, to)
    before = "procedures_known", choose_again, is_still_shown
    for place, had in ((days, had_one_office), (office, had_offices)):
        _asks_for_more(appointments.appointments_ask, before, had, place, procedure, to)
    appointments.appointments_already.to(
        to.identify,
        event="by_document",
        unless=lookup.has_shown_document,
        on=[
            choose_hour_anew,
            spine.asking(
                lookup.by_code,
                on_the_way_to=appointments.appointments_days,
                at=appointments.appointments_already,
            ),
        ],
    )
    again = [
        book_again,
        spine.asking(
            wanted, on_the_way_to=appointments.appointments_days, at=appointments.appointments_procedure
        ),
    ]
    appointments.appointments_ask.to(
        to.identify, event="procedures_known", cond=[must_show_again, is_nobody_yet], on=again
    )
    appointments.appointments_ask.to(
        to.identify.identify_step_up, event="procedures_known", cond=must_show_again, on=again
    )
    to.identifies(
        appointments.appointments_procedure,
        appointments.appointments_already,
        on=appointments.appointments_days,
    )
    to.identifies(appointments.appointments_search, on=appointments.appointments_office)
    mine, reminder = appointments.appointments_mine, appointments.appointments_reminder
    by_code = appointments.appointments_phone, appointments.appointments_code
    for screen in (*by_code, appointments.appointments_list):
        screen.to(
            to.identify,
            event="by_document",
            unless=[lookup.is_for_order, lookup.has_shown_document],
            on=[lookup.look_by_document, spine.asking(lookup.by_code, on_the_way_to=mine, at=screen)],
        )
    for screen in by_code:
        screen.to(mine, event="by_document", cond=lookup.has_shown_document, on=lookup.look_by_document)
        screen.to(
            to.identify,
            event="by_document",
            cond=lookup.is_for_order,
            on=[lookup.look_by_document, spine.asking(lookup.by_code, on_the_way_to=reminder, at=screen)],
        )
    to.identifies(on=reminder)
    to.identifies(*by_code, appointments.appointments_list, on=mine)


def _asks_for_more(
    asking: State, chosen: tuple[str, Act, Guard], offices: Guard, place: State, back: State, to: Spine
) -> None:
    """By event, what it does, and whether enough was shown: who has to show more does so on the way there."""
    event, choose, is_enough = chosen
    more = [choose, spine.asking(wanted, on_the_way_to=place, at=back)]
    asking.to(to.identify, event=event, cond=[offices, is_nobody_yet], unless=is_enough, on=more)
    asking.to(
        to.identify.identify_step_up, event=event, cond=offices, unless=[is_enough, is_nobody_yet], on=more
    )
