"""The states in which an appointment is made, seen, moved and cancelled."""

from __future__ import annotations

from statemachine import State

from kiosk.services.appointments import (
    choices,
    lookup_choices as lookup,
    reminder_choices as reminder,
    search_choices as sought,
)
from kiosk.services.appointments.memory import Act, Listed
from kiosk.services.common.searching import searches
from kiosk.services.identify.typed_phone import types_phone


def _chooses_procedure(screen: State, days: State, office: State) -> None:
    """Where there is one office only, it is not asked for."""
    for place, offices in ((days, choices.has_one_office), (office, choices.has_offices)):
        screen.to(
            place,
            event="choose_procedure",
            cond=[offices, choices.is_shown_enough],
            on=choices.choose_procedure,
        )


def _goes_on(asking: State, days: State, office: State) -> None:
    """What was chosen at another kiosk, before a turn was taken, is not asked for again."""
    for place, had in ((days, choices.had_one_office), (office, choices.had_offices)):
        shown = [had, choices.is_still_shown]
        asking.to(place, event="procedures_known", cond=shown, on=choices.choose_again)


def _may_be_done(asking: State, unsure: State, act: Act) -> None:
    """No answer came: whether it was done is learnt by asking for the very same again."""
    asking.to(unsure, event="not_answered")
    unsure.to(asking, event="retry", cond=choices.wants(act))


class AppointmentsStates(State.Compound):
    """From the procedure, or from one's own appointments, to the paper in a hand."""

    appointments_ask = State(initial=True)
    appointments_procedure = State()
    appointments_search = State()
    appointments_office = State()
    appointments_office_search = State()
    appointments_days = State()
    appointments_hours = State()
    appointments_day = State()
    appointments_hold = State()
    appointments_reminder = State()
    appointments_contact = State()
    appointments_email = State()
    appointments_address = State()
    appointments_confirm = State()
    appointments_book = State()
    appointments_move = State()
    appointments_done = State()

    appointments_expired = State()
    appointments_already = State()
    appointments_unsure = State()
    appointments_withdrawn = State()

    appointments_phone = State()
    appointments_send = State()
    appointments_code = State()
    appointments_check = State()
    appointments_mine = State()
    appointments_list = State()
    appointments_one = State()
    appointments_giveup = State()
    appointments_cancel = State()
    appointments_cancelled = State()

    # --- the procedure and its office ---

    _goes_on(appointments_ask, appointments_days, appointments_office)
    appointments_ask.to(
        appointments_days, event="procedures_known", cond=choices.can_book_again, on=choices.book_again
    )
    appointments_ask.to(
        appointments_procedure,
        event="procedures_known",
        cond=choices.had_nothing,
        unless=choices.must_show_again,
        on=choices.forget_again,
    )

    appointments_procedure.to(None, event="choose_group", on=choices.choose_group)
    appointments_procedure.to(None, event="other_topics", on=choices.turn_page(Listed.TOPICS))
    appointments_procedure.to(None, event="more_procedures", on=choices.turn_page(Listed.PROCEDURES))
    appointments_procedure.to(appointments_search, event="search", on=sought.begin_search)
    appointments_procedure.to(appointments_mine, event="my_appointments", cond=lookup.is_known)
    appointments_procedure.to(
        appointments_phone, event="my_appointments", unless=lookup.is_known, on=lookup.begin_for_own
    )

    searches(appointments_search, sought.sought_procedure_to_book)
    appointments_search.to(appointments_procedure, event="back")

    _chooses_procedure(appointments_procedure, appointments_days, appointments_office)
    _chooses_procedure(appointments_search, appointments_days, appointments_office)

    appointments_office.to(None, event="other_page", on=choices.turn_page(Listed.OFFICES))
    appointments_office.to(appointments_office_search, event="search", on=sought.begin_office_search)
    appointments_office.to(
        appointments_days, event="choose_office", cond=choices.is_its_office, on=choices.choose_office
    )
    appointments_office.to(appointments_procedure, event="back")

    searches(appointments_office_search, sought.sought_office)
    appointments_office_search.to(
        appointments_days, event="choose_office", cond=choices.is_its_office, on=choices.choose_office
    )
    appointments_office_search.to(appointments_office, event="back")

    # --- the day and the hour ---

    appointments_days.to(appointments_day, event="days_known")
    appointments_hours.to(appointments_day, event="hours_known")
    appointments_hours.to(appointments_days, event="day_gone")
    appointments_hold.to(appointments_day, event="hour_held")
    appointments_hold.to(appointments_days, event="hour_gone")

    appointments_day.to(None, event="earlier_weeks", on=choices.turn_weeks(-1))
    appointments_day.to(None, event="later_weeks", on=choices.turn_weeks(1))
    appointments_day.to(None, event="more_hours", on=choices.turn_page(Listed.HOURS))
    appointments_day.to(
        appointments_hours, event="choose_day", cond=choices.is_open_day, on=choices.choose_day
    )
    appointments_day.to(
        appointments_hold, event="choose_hour", cond=choices.is_free_hour, on=choices.choose_hour
    )
    appointments_day.to(appointments_confirm, event="reserve", cond=[choices.is_held, choices.is_moving])
    appointments_day.to(
        appointments_phone,
        event="reserve",
        cond=choices.is_held,
        unless=[choices.is_moving, lookup.is_known],
        on=lookup.begin_for_order,
    )
    appointments_day.to(
        appointments_reminder,
        event="reserve",
        cond=[choices.is_held, lookup.has_shown_document],
        unless=choices.is_moving,
    )
    appointments_day.to(
        appointments_confirm,
        event="reserve",
        cond=[choices.is_held, lookup.has_shown_phone],
        unless=[choices.is_moving, lookup.has_shown_document],
    )
    appointments_day.to(appointments_one, event="back", cond=choices.is_moving)
    appointments_day.to(appointments_procedure, event="back", unless=choices.is_moving)

    # --- the reminder and the order ---

    appointments_reminder.to(
        appointments_confirm,
        event="choose_reminder",
        cond=reminder.wants_sms,
        unless=lookup.has_shown_document,
        on=reminder.by_sms,
    )
    appointments_reminder.to(
        appointments_contact, event="choose_reminder", cond=[reminder.wants_sms, lookup.has_shown_document]
    )
    appointments_reminder.to(appointments_email, event="choose_reminder", cond=reminder.wants_email)
    appointments_reminder.to(
        appointments_confirm, event="choose_reminder", cond=reminder.wants_none, on=reminder.not_at_all
    )
    appointments_reminder.to(appointments_day, event="back", cond=lookup.has_shown_document)
    appointments_reminder.to(appointments_confirm, event="back", unless=lookup.has_shown_document)

    types_phone(appointments_contact, reminder.contact, reminder.contact_is_bad)
    appointments_contact.to(
        appointments_confirm, event="send_phone", unless=reminder.contact_is_bad, on=reminder.by_sms
    )
    appointments_contact.to(appointments_confirm, event="no_phone", on=reminder.not_at_all)
    appointments_contact.to(appointments_reminder, event="back")

    appointments_email.to(None, event="character", on=reminder.type_sign)
    appointments_email.to(None, event="correct", on=reminder.correct_sign)
    appointments_email.to(None, event="clear", on=reminder.clear_signs)
    appointments_email.to(None, event="send_email", cond=reminder.address_is_bad, on=reminder.tell_slip)
    appointments_email.to(appointments_address, event="send_email", unless=reminder.address_is_bad)
    appointments_email.to(appointments_reminder, event="back")
    appointments_address.to(appointments_confirm, event="use_address", on=reminder.by_email)
    appointments_address.to(appointments_email, event="back correct_address")

    appointments_confirm.to(appointments_reminder, event="change_reminder", unless=choices.is_moving)
    appointments_confirm.to(appointments_move, event="confirm", cond=choices.is_moving)
    appointments_confirm.to(appointments_book, event="confirm", unless=choices.is_moving)
    appointments_confirm.to(
        appointments_reminder, event="back", cond=lookup.has_shown_document, unless=choices.is_moving
    )
    appointments_confirm.to(appointments_day, event="back", cond=choices.is_moving)
    appointments_confirm.to(appointments_day, event="back", unless=lookup.has_shown_document)

    appointments_book.to(appointments_done, event="booked", on=choices.print_anew)
    appointments_move.to(appointments_done, event="moved", on=choices.print_anew)
    appointments_book.to(appointments_already, event="booked_before")
    appointments_done.to(None, event="paper_known")
    appointments_done.to(
        appointments_done, event="print_again", cond=choices.paper_is_known, on=choices.print_anew
    )

    appointments_day.to(appointments_expired, event="hold_ended")
    appointments_reminder.to(appointments_expired, event="hold_ended")
    appointments_contact.to(appointments_expired, event="hold_ended")
    appointments_email.to(appointments_expired, event="hold_ended")
    appointments_address.to(appointments_expired, event="hold_ended")
    appointments_phone.to(appointments_expired, event="hold_ended")
    appointments_code.to(appointments_expired, event="hold_ended")
    appointments_confirm.to(appointments_expired, event="hold_ended")
    appointments_book.to(appointments_expired, event="hold_ended")
    appointments_move.to(appointments_expired, event="hold_ended")
    appointments_expired.to(appointments_days, event="choose_again")

    appointments_days.to(appointments_withdrawn, event="withdrawn")
    appointments_hours.to(appointments_withdrawn, event="withdrawn")
    appointments_hold.to(appointments_withdrawn, event="withdrawn")
    appointments_book.to(appointments_withdrawn, event="withdrawn")
    appointments_withdrawn.to(appointments_ask, event="choose_again")

    _may_be_done(appointments_book, appointments_unsure, Act.BOOK)
    _may_be_done(appointments_move, appointments_unsure, Act.MOVE)
    _may_be_done(appointments_cancel, appointments_unsure, Act.CANCEL)

    # --- a code to a phone, for the order or for what one has booked ---

    types_phone(appointments_phone, lookup.looked_up, lookup.looked_up_is_bad)
    appointments_phone.to(
        appointments_send, event="send_phone", unless=lookup.looked_up_is_bad, on=lookup.new_lookup
    )
    appointments_phone.to(appointments_day, event="back", cond=lookup.is_for_order)
    appointments_phone.to(appointments_procedure, event="back", unless=lookup.is_for_order)

    appointments_send.to(appointments_code, event="code_sent")
    appointments_code.to(None, event="digit", on=lookup.type_code)
    appointments_code.to(None, event="correct", on=lookup.correct_code)
    appointments_code.to(None, event="clear", on=lookup.clear_code)
    appointments_code.to(appointments_send, event="resend", cond=lookup.may_send_again, on=lookup.new_lookup)
    appointments_code.to(appointments_check, event="send_code", cond=lookup.code_is_whole)
    appointments_code.to(appointments_phone, event="back")
    appointments_check.to(appointments_code, event="code_wrong code_expired")
    appointments_check.to(appointments_confirm, event="code_accepted", cond=lookup.is_for_order)
    appointments_check.to(appointments_mine, event="code_accepted", unless=lookup.is_for_order)

    # --- what one has booked ---

    appointments_mine.to(
        appointments_one, event="mine_known", cond=lookup.is_only_one, on=lookup.choose_only_one
    )
    appointments_mine.to(appointments_list, event="mine_known", unless=lookup.is_only_one)
    appointments_already.to(appointments_mine, event="my_appointments")
    appointments_list.to(None, event="other_page", on=choices.turn_page(Listed.MINE))
    appointments_list.to(
        appointments_one, event="choose_appointment", cond=lookup.is_mine, on=lookup.choose_mine
    )
    appointments_list.to(
        appointments_phone, event="by_phone", unless=lookup.has_shown_phone, on=lookup.begin_for_own
    )
    appointments_list.to(
        appointments_mine, event="by_phone", cond=lookup.has_shown_phone, on=lookup.look_by_phone
    )
    appointments_list.to(
        appointments_mine, event="by_document", cond=lookup.has_shown_document, on=lookup.look_by_document
    )
    appointments_list.to(appointments_procedure, event="back book_another")

    appointments_one.to(
        appointments_days, event="move_it", cond=lookup.is_still_offered, on=lookup.begin_move
    )
    appointments_one.to(appointments_giveup, event="cancel_it", on=lookup.begin_cancel)
    appointments_one.to(appointments_done, event="print_it", on=lookup.begin_print)
    appointments_one.to(appointments_list, event="back")

    appointments_giveup.to(appointments_cancel, event="confirm")
    appointments_giveup.to(appointments_one, event="back keep_it")
    appointments_cancel.to(appointments_cancelled, event="cancelled")
    appointments_move.to(appointments_mine, event="not_there")
    appointments_cancel.to(appointments_mine, event="not_there")
