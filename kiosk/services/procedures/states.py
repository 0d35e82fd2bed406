"""The states in which somebody looks for a procedure, and reads it."""

from __future__ import annotations

from statemachine import State

from kiosk.services.common.searching import Search, searches
from kiosk.session import Session


def choose_group(model: Session, data: str) -> None:
    """What is listed."""
    model.procedures.group = data
    model.procedures.page = 0


def is_group(model: Session, data: str) -> bool:
    """A group of the catalogue."""
    shelf = model.procedures.shelf
    return shelf is not None and any(group.id == data for group in shelf.procedures.groups)


def turn_page(model: Session) -> None:
    """The next page; the view begins again after the last one."""
    model.procedures.page += 1


def first_page(model: Session) -> None:
    """Of the groups."""
    model.procedures.page = 0


def sought_procedure(model: Session) -> Search:
    """By words."""
    return model.procedures.search


def begin_search(model: Session) -> None:
    """With nothing typed."""
    model.procedures.search.look_for("")


def choose(model: Session, data: str) -> None:
    """One procedure of the list."""
    look = model.procedures
    look.chosen, look.searched, look.first = data, False, 0


def choose_found(model: Session, data: str) -> None:
    """One procedure of those that were found."""
    choose(model, data)
    model.procedures.searched = True


def was_read(model: Session) -> bool:
    """At another kiosk, and it is there."""
    shelf = model.procedures.shelf
    return (
        shelf is not None and shelf.procedures.procedure(model.handover.choice_in("procedures")) is not None
    )


def read_again(model: Session) -> None:
    """What had been read there; Back leads to those beside it."""
    choose(model, model.handover.choice_in("procedures"))
    model.handover.come_to()
    if model.procedures.procedure is not None:
        choose_group(model, model.procedures.procedure.group)


def was_searched(model: Session) -> bool:
    """It was found by words."""
    return model.procedures.searched


def turn_part(model: Session, data: str) -> None:
    """The facts from that one on; how many have room only the screen knows."""
    model.procedures.first = int(data) if data.isdecimal() else 0


def want_leaflet(model: Session) -> None:
    """Whatever became of the one before."""
    model.procedures.ticket = "procedures.printing"


class ProceduresStates(State.Compound):
    """Groups or words, then a procedure, which may be taken along."""

    procedures_ask = State(initial=True)
    procedures_groups = State()
    procedures_list = State()
    procedures_search = State()
    procedures_open = State()
    procedures_show = State()
    procedures_phone = State()
    procedures_print = State()
    procedures_gone = State()

    procedures_ask.to(procedures_open, event="procedures_known", cond=was_read, on=read_again)
    procedures_ask.to(procedures_groups, event="procedures_known", on=first_page)

    procedures_groups.to(None, event="other_page", on=turn_page)
    procedures_groups.to(procedures_list, event="choose_group", cond=is_group, on=choose_group)
    procedures_groups.to(procedures_search, event="search", on=begin_search)

    procedures_list.to(None, event="other_page", on=turn_page)
    procedures_list.to(procedures_open, event="choose_procedure", on=choose)
    procedures_list.to(procedures_groups, event="back", on=first_page)

    searches(procedures_search, sought_procedure)
    procedures_search.to(procedures_open, event="choose_procedure", on=choose_found)
    procedures_search.to(procedures_groups, event="back", on=first_page)

    procedures_open.to(procedures_show, event="procedure_there")
    procedures_open.to(procedures_gone, event="procedure_gone")

    procedures_show.to(None, event="other_part", on=turn_part)
    procedures_show.to(procedures_phone, event="take_on_phone")
    procedures_show.to(procedures_print, event="print_leaflet", on=want_leaflet)
    procedures_show.to(procedures_search, event="back", cond=was_searched)
    procedures_show.to(procedures_list, event="back", unless=was_searched)

    procedures_phone.to(procedures_show, event="back")
    procedures_print.to(procedures_print, event="print_leaflet", on=want_leaflet)
    procedures_print.to(procedures_show, event="back")

    procedures_gone.to(procedures_groups, event="back see_procedures", on=first_page)
