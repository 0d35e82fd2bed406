"""Three tiny charts that live as long as the application: house, attention, help."""

from __future__ import annotations

from statemachine import State, StateChart


class AdminStates(State.Compound):
    """The technician's screens; nobody comes here from a citizen's session."""

    admin_pin = State(initial=True)
    admin_check = State()
    admin_overview = State()
    admin_use = State()

    admin_pin.to(admin_check, event="admin_send")
    admin_check.to(admin_pin, event="admin_refused")
    admin_check.to(admin_overview, event="admin_entered")
    admin_overview.to(admin_use, event="tab_use")
    admin_use.to(admin_overview, event="tab_overview")


class HouseChart(StateChart[None]):
    """Whether somebody is being served, or the technician is there."""

    catch_errors_as_events = False

    starting = State(initial=True)
    attract = State()
    in_session = State()
    wiping = State()
    goodbye = State()
    broken = State()
    out_of_service = State()
    admin = AdminStates

    starting.to(attract, event="opened")
    attract.to(in_session, event="start")
    in_session.to(wiping, event="session_over")
    wiping.to(goodbye, event="wiped")
    wiping.to(broken, event="wiped_after_fault")
    goodbye.to(attract, event="rested home finish")
    broken.to(attract, event="rested home finish go_home")
    starting.to(out_of_service, event="closed")
    attract.to(out_of_service, event="closed")
    out_of_service.to(attract, event="opened")
    attract.to(admin, event="admin_ask")
    out_of_service.to(admin, event="admin_ask")
    admin.to(attract, event="opened")
    admin.to(out_of_service, event="closed")


class AttentionChart(StateChart[None]):
    """Whether the person is still there."""

    catch_errors_as_events = False

    here = State(initial=True)
    warned = State()
    away = State(final=True)

    here.to(warned, event="silence")
    warned.to(here, event="sign_of_life")
    here.to(None, event="sign_of_life")
    warned.to(away, event="silence")


class HelpChart(StateChart[None]):
    """Whether staff were called, and are coming."""

    catch_errors_as_events = False

    quiet = State(initial=True)
    calling = State()
    unheard = State()
    """The seu cannot be reached; it is tried again."""
    called = State()
    again = State()
    """Nobody answered for a while, and more people were told."""
    lost = State()
    """Called, and then the line was cut: nobody here knows whether somebody comes."""
    coming = State()
    ended = State()
    """By staff."""
    failed = State()

    quiet.to(calling, event="call")
    ended.to(calling, event="call")
    failed.to(calling, event="call")
    calling.to(unheard, event="call_unheard")
    calling.to(failed, event="call_refused")
    unheard.to(failed, event="call_refused")
    for waiting in (calling, unheard, lost):
        waiting.to(called, event="call_heard")
    for waiting in (called, lost):
        waiting.to(again, event="called_again")
    for waiting in (calling, unheard, called, again, lost):
        waiting.to(coming, event="staff_coming")
    for waiting in (called, again):
        waiting.to(lost, event="line_lost")
    for waiting in (quiet, calling, unheard, called, again, lost, coming):
        waiting.to(ended, event="call_ended")
    for state in (calling, unheard, called, again, lost, coming, ended, failed):
        state.to(quiet, event="call_over")
