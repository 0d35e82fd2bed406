"""Three tiny charts that live as long as the application: house, attention, help."""

from __future__ import annotations

from statemachine import State, StateChart


class HouseChart(StateChart[None]):
    """Whether somebody is being served."""

    catch_errors_as_events = False

    starting = State(initial=True)
    attract = State()
    in_session = State()
    wiping = State()
    goodbye = State()
    broken = State()
    out_of_service = State()

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
    called = State()
    coming = State()
    failed = State()

    quiet.to(calling, event="call")
    failed.to(calling, event="call")
    calling.to(called, event="call_heard")
    calling.to(failed, event="call_failed")
    called.to(coming, event="staff_coming")
    called.to(quiet, event="call_ended")
    coming.to(quiet, event="call_ended")
    calling.to(quiet, event="call_ended")
    failed.to(quiet, event="call_ended")
