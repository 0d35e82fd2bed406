"""The states of the welcome zone. An answer is told by its number; the town hall's tree says the rest."""

from __future__ import annotations

from statemachine import State

from config.welcome import Answer, Place, Welcome
from kiosk.services.common.states import Facts
from kiosk.session import Session

SERVICE = "welcome"


def is_welcome(facts: Facts) -> bool:
    """This kiosk stands in the welcome zone."""
    return facts.welcome is not None


def begin(model: Session, facts: Facts) -> None:
    """The first question."""
    model.spine.service = SERVICE
    model.welcome.asked, model.welcome.place = [_tree(facts).start], ""


def answered(model: Session, data: str, facts: Facts) -> Answer | None:
    """The answer of that number to the question on the screen."""
    answers = _tree(facts).questions[model.welcome.asked[-1]].answers
    return answers[int(data)] if data.isdecimal() and int(data) < len(answers) else None


def leads_on(model: Session, data: str, facts: Facts) -> bool:
    """To another question."""
    answer = answered(model, data, facts)
    return answer is not None and bool(answer.to)


def leads_to_a_place(model: Session, data: str, facts: Facts) -> bool:
    """To where somebody is helped."""
    answer = answered(model, data, facts)
    return answer is not None and bool(answer.place)


def follow(model: Session, data: str, facts: Facts) -> None:
    """Go where the answer leads."""
    answer = answered(model, data, facts)
    if answer is not None and answer.to:
        model.welcome.asked.append(answer.to)
    elif answer is not None:
        model.welcome.place = answer.place


def go_back(model: Session) -> None:
    """The question before this one; from a place, the one that led to it."""
    if model.welcome.place:
        model.welcome.place = ""
    else:
        model.welcome.asked.pop()


def is_not_the_first(model: Session) -> bool:
    """There is a question before this one."""
    return len(model.welcome.asked) > 1


def came_from_here(model: Session) -> bool:
    """The questions led to what is on the screen now."""
    return model.spine.service == SERVICE


def place(model: Session, facts: Facts) -> Place:
    """Where the answers led."""
    return _tree(facts).places[model.welcome.place]


def starts_here(model: Session, facts: Facts) -> bool:
    """They go on at this machine."""
    return place(model, facts).next == "start"


def takes_turn_there(model: Session, facts: Facts) -> bool:
    """They wait for somebody, with a turn on paper."""
    return place(model, facts).next == "turn" and "turn" not in facts.off


def its_queue(model: Session, facts: Facts) -> None:
    """The turn is in the queue of that place."""
    model.person.queue = place(model, facts).queue


def _tree(facts: Facts) -> Welcome:
    if facts.welcome is None:
        raise RuntimeError("asked the questions of another zone")
    return facts.welcome


class WelcomeStates(State.Compound):
    """One question after another, then the place."""

    welcome_ask = State(initial=True)
    welcome_place = State()

    welcome_ask.to(None, event="answer", cond=leads_on, on=follow)
    welcome_ask.to(welcome_place, event="answer", cond=leads_to_a_place, on=follow)
    welcome_ask.to(None, event="back", cond=is_not_the_first, on=go_back)
    welcome_place.to(welcome_ask, event="back", on=go_back)
