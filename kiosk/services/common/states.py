"""What happens on the spine without leaving a screen: language, availability, the opinion."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from types import FunctionType
from typing import Protocol, TypeVar, cast

from statemachine import State

from config.welcome import Welcome
from kiosk.services.person.memory import Reason
from kiosk.session import Session
from kiosk.seu.models import Assurance
from screens.i18n.words import LANGUAGES

F = TypeVar("F", bound=Callable[..., object])

_numbers = count()

MOST_REASONS = 2


@dataclass(frozen=True)
class Facts:
    """What guards may know of the house: nothing of a person."""

    off: Mapping[str, str] = field(default_factory=dict)
    """Services that cannot be had now, with the key of the sentence that says why."""
    identity: Mapping[str, Assurance | None] = field(default_factory=dict)
    """What a person has to have shown before a service begins."""
    queues: tuple[str, ...] = ()
    """The subjects that a turn may be for."""
    priority: bool = False
    """Whether there are people who go before others."""
    scanner: bool = False
    """Whether codes can be scanned here."""
    assisted: bool = False
    """Whether a person of the office sits beside."""
    handover: bool = False
    """Whether turns take along what a person was doing."""
    welcome: Welcome | None = None
    """The questions of this kiosk, where it welcomes people."""

    def asks(self, service: str) -> Assurance | None:
        """The same for one service; one that the catalogue does not name asks for no less than others."""
        return self.identity.get(service, Assurance.SUBSTANTIAL)


def set_language(model: Session, data: str) -> None:
    """From now on the kiosk speaks this."""
    model.language = data


def is_spoken(data: str) -> bool:
    """A language that the kiosk has words for."""
    return data in LANGUAGES


def remember_screen(model: Session) -> None:
    """To return to it when the language was chosen."""
    model.spine.before_language = model.screen


def returning_to(screen: State | None) -> Callable[[Session, str], bool]:
    """A guard: the language was changed from that screen, or for None, chosen for the first time."""

    def came_from(model: Session, data: str) -> bool:
        return is_spoken(data) and model.spine.before_language == (screen.id if screen else "")

    return _named(came_from)


def resuming(state: State) -> Callable[[Session], bool]:
    """A guard: trying again means that state."""

    def resumes(model: Session) -> bool:
        return model.spine.resume == state.id

    return _named(resumes)


def because(reason: Reason) -> Callable[[Session], None]:
    """Remember why the person is led to a person; a new reason is a new turn."""

    def lead(model: Session) -> None:
        model.person.lead(reason)

    return _named(lead)


def _named(callback: F) -> F:
    """The chart tells callbacks apart by their names, so each has its own.

    A state of the chart's own class body has no id before that class is made: callbacks ask when called.
    """
    function = cast(FunctionType, callback)
    function.__name__ = function.__qualname__ = f"{function.__name__}_{next(_numbers)}"
    return callback


def is_open(data: str, facts: Facts) -> bool:
    """The service can be had now."""
    return data not in facts.off


def wants(service: str) -> Callable[[Session, str, Facts], bool]:
    """A guard: that service, by somebody who has shown what it asks for."""

    def wants_it(model: Session, data: str, facts: Facts) -> bool:
        return data == service and is_open(data, facts) and model.identity.has(facts.asks(data))

    return _named(wants_it)


def wants_first(service: str) -> Callable[[Session, str, Facts], bool]:
    """A guard: that service, by somebody who has to be identified first."""

    def wants_it_first(model: Session, data: str, facts: Facts) -> bool:
        return data == service and is_open(data, facts) and not model.identity.has(facts.asks(data))

    return _named(wants_it_first)


class _Chart(Protocol):
    """What runs the states, as a callback may ask for it."""

    def send(self, event: str, *, data: str, facts: Facts) -> object: ...


def as_at_menu(machine: _Chart, data: str, facts: Facts) -> None:
    """A service that is chosen on another screen begins as it does at the menu, whatever it begins with."""
    machine.send("choose_service", data=data, facts=facts)


def as_appointments(machine: _Chart, facts: Facts) -> None:
    """Appointments begin as they do at the menu."""
    as_at_menu(machine, "appointments", facts)


def wants_turn(data: str, facts: Facts) -> bool:
    """A turn for the desk."""
    return data == "turn" and is_open(data, facts)


def choose_service(model: Session, data: str, facts: Facts) -> None:
    """Remember what identification is for."""
    model.spine.service = data
    model.identity.wanted = facts.asks(data)
    model.identity.back_to, model.identity.asked_from = data, ""


def asking(
    wanted: Callable[[Session], Assurance | None], *, on_the_way_to: State, at: State | None = None
) -> Callable[[Session], None]:
    """What was chosen at one screen, or for None at the menu, asks for more than the person has shown."""

    def ask(model: Session) -> None:
        model.identity.wanted = wanted(model)
        model.identity.back_to, model.identity.asked_from = on_the_way_to.id, at.id if at else ""

    return _named(ask)


def going_on_to(state: State) -> Callable[[Session], bool]:
    """A guard: they were asked who they are on the way to that state."""

    def goes_on(model: Session) -> bool:
        return model.identity.back_to == state.id

    return _named(goes_on)


def asked_at(screen: State) -> Callable[[Session], bool]:
    """A guard: it was that screen that asked who they are."""

    def was_asked(model: Session) -> bool:
        return model.identity.asked_from == screen.id

    return _named(was_asked)


def choose_face(model: Session, data: str) -> None:
    """A face; its reasons depend on whether it is a glad one."""
    if data in {"1", "2", "3", "4", "5"}:
        model.spine.face = data
        model.spine.reasons.clear()


def toggle_reason(model: Session, data: str) -> None:
    """At most two; a third takes the place of the first."""
    reasons = model.spine.reasons
    if data in reasons:
        reasons.remove(data)
    else:
        reasons.append(data)
        del reasons[:-MOST_REASONS]


def send_opinion(model: Session) -> None:
    """The person wants it sent."""
    model.spine.opinion_sent = True


def face_chosen(model: Session) -> bool:
    """There is an opinion to send."""
    return bool(model.spine.face)
