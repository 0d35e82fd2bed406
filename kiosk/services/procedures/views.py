"""What the screens show on which procedures are looked up."""

from __future__ import annotations

from kiosk.house import House
from kiosk.services.common.from_home import NEEDS
from kiosk.services.common.house_views import qr_picture
from kiosk.services.common.paging import page_of, turning
from kiosk.services.common.search_views import search_fields
from kiosk.services.common.views import SERVICES, panel, places
from kiosk.services.procedures.facts import Facts, facts_of
from kiosk.services.procedures.shelf import Shelf
from kiosk.session import Session
from kiosk.seu.models import Procedure, in_language
from screens.i18n.words import Words, split_strong
from screens.procedures import views
from screens.view import Button, Choice, Notice, NoticeKind

ICONS = {
    "padro": "identification-card",
    "taxes": "coins",
    "family": "users",
    "school": "graduation-cap",
    "housing": "buildings",
    "business": "briefcase",
    "street": "bus",
}
"""Of the groups that the contract names; another one has the icon of them all."""
OTHER_ICON = "books"
GROUPS_A_PAGE, PROCEDURES_A_PAGE = 7, 6
LINES_OF_A_FACT, LETTERS_A_LINE = 7, 38
"""What the smallest screen has room for between a notice and the buttons."""

TICKETS: dict[str, tuple[NoticeKind, str]] = {
    "procedures.printing": ("info", "printer"),
    "procedures.printed": ("done", "check-circle"),
    "procedures.notprinted": ("care", "warning"),
}


def _shelf(session: Session) -> Shelf:
    if session.procedures.shelf is None:
        raise RuntimeError("showed procedures that were never told")
    return session.procedures.shelf


def _procedure(session: Session) -> Procedure:
    if (procedure := session.procedures.procedure) is None:
        raise RuntimeError("showed a procedure that is not there")
    return procedure


def _stale(session: Session, words: Words) -> str:
    """That what is shown may not hold any more; empty where the seu has just said it."""
    if not session.procedures.stale:
        return ""
    told = _shelf(session).told_at
    return words("procedures.stale", day=words.day(told), hour=words.hour_said(told))


def procedures_groups(session: Session, house: House, words: Words) -> views.ProceduresGroups:
    """By groups, or by words."""
    shelf = _shelf(session)
    groups = [group for group in shelf.procedures.groups if shelf.procedures.of_group(group.id)]
    page = page_of(groups, session.procedures.page, GROUPS_A_PAGE)
    return views.ProceduresGroups(
        question=words("procedures.question"),
        lead=_stale(session, words) or words("procedures.lead"),
        search=Button(label=words("procedures.search"), icon="keyboard"),
        choices=tuple(
            Choice(
                id=group.id,
                title=in_language(group.name, words.language),
                icon=ICONS.get(group.id, OTHER_ICON),
            )
            for group in page.things
        ),
        other_page=turning(words, page),
    )


def procedures_list(session: Session, house: House, words: Words) -> views.ProceduresList:
    """The procedures of a group."""
    look, shelf = session.procedures, _shelf(session)
    names = {group.id: in_language(group.name, words.language) for group in shelf.procedures.groups}
    page = page_of(shelf.procedures.of_group(look.group), look.page, PROCEDURES_A_PAGE)
    return views.ProceduresList(
        question=names.get(look.group, ""),
        lead=words("procedures.list.lead"),
        choices=tuple(
            Choice(
                id=procedure.id,
                title=in_language(procedure.name, words.language),
                about=in_language(procedure.about, words.language),
            )
            for procedure in page.things
        ),
        other_page=turning(words, page),
    )


def procedures_search(session: Session, house: House, words: Words) -> views.ProceduresSearch:
    """What was typed, and at once what fits it; a procedure that is not done any more says so."""
    known = {procedure.id: procedure for procedure in _shelf(session).procedures.procedures}

    def choice_of(name: str) -> Choice:
        procedure = known[name]
        about = in_language(procedure.about, words.language)
        return Choice(
            id=name,
            title=in_language(procedure.name, words.language),
            about=words("procedures.withdrawn") if procedure.withdrawn else about,
        )

    fields = search_fields(session.procedures.search, words, choice_of)
    return views.ProceduresSearch.model_validate(fields)


def procedures_show(session: Session, house: House, words: Words) -> views.ProceduresShow:
    """All that is to be known of it, a part at a time, and where it leads on."""
    procedure = _procedure(session)
    notice = _notice(session, procedure, words)
    told = _told(facts_of(procedure, _shelf(session).procedures, words), words)
    facts = [piece for fact in told for piece in divided(fact)]
    first = session.procedures.first if session.procedures.first < len(facts) else 0
    can_print = house.ticket_printer.status.can_print
    return views.ProceduresShow(
        question=in_language(procedure.name, words.language),
        lead=in_language(procedure.about, words.language),
        notice=notice,
        facts=tuple(facts[first:]),
        first=first,
        more=Button(label=words("procedures.more"), icon="arrow-right"),
        restart=Button(label=words("page.restart"), icon="arrow-left"),
        services=_services(procedure, house, words),
        phone=Button(label=words("procedures.phone"), icon="device-mobile")
        if procedure.channels.home
        else None,
        send=Button(
            label=words("procedures.print" if can_print else "procedures.noprinter"),
            icon="printer",
            ready=can_print,
        ),
    )


def _notice(session: Session, procedure: Procedure, words: Words) -> Notice:
    if stale := _stale(session, words):
        strong, text = split_strong(stale)
        return Notice(kind="care", icon="warning", strong=strong, text=text)
    if not procedure.note:
        return Notice()
    return Notice(kind="info", icon="info", text=in_language(procedure.note, words.language))


def _services(procedure: Procedure, house: House, words: Words) -> tuple[Choice, ...]:
    """What this kiosk itself can do about it now: the procedure, an appointment, a turn."""
    channels, off = procedure.channels, house.facts().off
    wanted = (
        channels.here,
        "appointments" if channels.appointment else None,
        "turn" if channels.desk and not channels.appointment else None,
    )
    return tuple(
        Choice(id=name, title=words(f"menu.{name}"), icon=icon)
        for name, icon in SERVICES
        if name in wanted and name not in off
    )


def _told(facts: Facts, words: Words) -> tuple[views.Fact, ...]:
    told = [
        ("procedures.needs", "check", facts.needs),
        ("procedures.cost", "coins", facts.costs),
        ("procedures.deadline", "calendar-check", facts.deadline),
        ("procedures.takes", "clock", facts.takes),
        ("procedures.ways", "hand-tap", facts.ways),
        *(
            ("procedures.where", "map-pin", (place.name, place.address, place.hours, place.phone))
            for place in facts.places
        ),
    ]
    return tuple(
        views.Fact(title=words(key), icon=icon, lines=tuple(line for line in lines if line))
        for key, icon, lines in told
        if any(lines)
    )


def divided(fact: views.Fact) -> list[views.Fact]:
    """One that is too long for any screen, in pieces that are not."""
    pieces = [fact.model_copy(update={"lines": ()})]
    room = LINES_OF_A_FACT
    for line in fact.lines:
        lines = -(-len(line) // LETTERS_A_LINE)
        if pieces[-1].lines and lines > room:
            pieces.append(fact.model_copy(update={"lines": ()}))
            room = LINES_OF_A_FACT
        pieces[-1] = pieces[-1].model_copy(update={"lines": (*pieces[-1].lines, line)})
        room -= lines
    return pieces


def procedures_phone(session: Session, house: House, words: Words) -> views.ProceduresPhone:
    """The code of the procedure's address, large enough for a telephone at arm's length."""
    procedure = _procedure(session)
    address = procedure.channels.home
    if address is None:
        raise RuntimeError("showed the address of a procedure that has none")
    return views.ProceduresPhone(
        question=words("procedures.phone.question"),
        lead=words("procedures.phone.lead"),
        title=in_language(procedure.name, words.language),
        needs=words(NEEDS[procedure.identity] if procedure.identity else "home.needs.nothing"),
        address=address.removeprefix("https://"),
        qr=qr_picture(address),
        done=Button(label=words("procedures.done"), icon="check"),
    )


def procedures_print(session: Session, house: House, words: Words) -> views.ProceduresPrint:
    """What the printer said of the leaflet."""
    ticket = session.procedures.ticket
    kind, icon = TICKETS[ticket]
    return views.ProceduresPrint(
        question=words("procedures.print.question"),
        lead=in_language(_procedure(session).name, words.language),
        places=None if kind == "care" else places(house),
        notice=words.notice(kind, icon, ticket),
        again=Button(label=words("procedures.again"), icon="printer", ready=ticket != "procedures.printing"),
        done=Button(label=words("procedures.done"), icon="check"),
    )


def procedures_gone(session: Session, house: House, words: Words) -> views.ProceduresGone:
    """It was there a moment ago, or is still there and says that it is not done any more."""
    procedure = session.procedures.procedure
    note = in_language(procedure.note, words.language) if procedure and procedure.note else ""
    return views.ProceduresGone(
        question=words("procedures.gone"),
        panels=(
            panel("what", words("trouble.what"), words("procedures.gone.what")),
            panel("notdone", words("procedures.gone.instead"), note or words("procedures.gone.ask")),
            panel("now", words("trouble.now"), words("procedures.gone.now")),
        ),
        primary=Button(label=words("procedures.gone.back"), icon="books"),
        primary_act="see_procedures",
        secondary=Button(label=words("act.home"), icon="house"),
        secondary_act="go_home",
    )


VIEWS = (
    procedures_groups,
    procedures_list,
    procedures_search,
    procedures_show,
    procedures_phone,
    procedures_print,
    procedures_gone,
)
WAITS = ("procedures_ask", "procedures_open")
