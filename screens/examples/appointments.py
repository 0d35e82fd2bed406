"""Examples of the screens on which an appointment is made."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from screens.appointments import views
from screens.examples.pieces import searched
from screens.i18n.words import Words
from screens.view import Button, Choice, Keypad, Notice, View

GROUPS = {
    "ca": ("Casa i padró", "Impostos i ajuts", "Família i escola", "Carrer i comerç"),
    "es": ("Casa y padrón", "Impuestos y ayudas", "Familia y escuela", "Calle y comercio"),
    "en": ("Home and register", "Taxes and benefits", "Family and school", "Street and trade"),
}
GROUP_ICONS = ("house", "coins", "users-three", "map-trifold")
PROCEDURES = {
    "ca": ("Alta al padró", "Impost sobre l’habitatge (IBI)", "Informe per a estrangeria", "Casament civil"),
    "es": ("Alta en el padrón", "Impuesto sobre la vivienda (IBI)", "Informe para extranjería", "Boda civil"),
    "en": ("Joining the register", "Property tax (IBI)", "Report for immigration", "Civil wedding"),
}
OFFICES = {
    "ca": ("Oficina central", "Oficina de la Florida"),
    "es": ("Oficina central", "Oficina de La Florida"),
    "en": ("Main office", "La Florida office"),
}
BRING = {
    "ca": "el DNI, NIE o passaport i el contracte de lloguer",
    "es": "el DNI, NIE o pasaporte y el contrato de alquiler",
    "en": "your DNI, NIE or passport and your rental contract",
}
FEAST = {"ca": "La Immaculada", "es": "La Inmaculada", "en": "Immaculate Conception"}
PHONE = "600\u00a000\u00a001\u00a058"
MONDAY = date(2026, 11, 23)
AT = datetime.combine(date(2026, 11, 26), time(10, 30))
FREE = (0, 0, 3, 12, 8, 9, 4, 0, 11, 6)
HOURS = ((9, 0), (9, 20), (9, 40), (10, 30), (11, 10), (12, 0), (12, 40), (13, 20))
MANY = tuple((9 + number // 3, number % 3 * 20) for number in range(12))


def held(say: Words) -> str:
    return say("appt.held", left=say("appt.left", m="4", s="52"))


def bring(say: Words) -> str:
    return f"{say('paper.appointment.bring', what=BRING[say.language])} {say('appt.late', n=10)}"


def cards(say: Words, titles: tuple[str, ...], icon: str = "", about: str = "") -> tuple[Choice, ...]:
    return tuple(
        Choice(id=f"one{n}", title=title, icon=icon, about=about or say("appt.minutes.id", n=20))
        for n, title in enumerate(titles)
    )


def other(say: Words) -> Button:
    return Button(label=say("page.next", n=1, m="5"), icon="arrow-right")


def narrow(say: Words) -> Button:
    return Button(label=say("page.next.narrow", n=1, m="5"), icon="arrow-right")


def groups(say: Words) -> tuple[Choice, ...]:
    return tuple(
        Choice(id=icon.replace("-", "_"), title=title, icon=icon, chosen=icon == "house")
        for title, icon in zip(GROUPS[say.language], GROUP_ICONS, strict=True)
    )


def beside(say: Words) -> dict[str, object]:
    return {
        "search": Button(label=say("appt.search"), icon="keyboard"),
        "mine": Button(label=say("appt.mine"), icon="calendar-check"),
        "notice": Notice(),
    }


def facts(say: Words) -> tuple[Choice, ...]:
    place = f"{OFFICES[say.language][0]}, Carrer de Girona, 10"
    return (
        Choice(id="procedure", title=say("paper.appointment.what"), about=PROCEDURES[say.language][2]),
        Choice(id="day", title=say("appt.day"), about=say.day_and_year(AT)),
        Choice(id="hour", title=say("appt.hour.label"), about=say.hour_said(AT)),
        Choice(id="place", title=say("paper.appointment.where"), about=place),
        Choice(id="number", title=say("paper.appointment.number"), about="4Q7M-2K9X"),
    )


def _day(say: Words, number: int) -> Choice:
    day, free = MONDAY + timedelta(days=number + 2 * (number >= 5)), FREE[number]
    off = "" if free else say("appt.today" if number == 0 else "appt.full")
    room = say("appt.free", n=free) if free else ""
    return Choice(id=day.isoformat(), title=str(day.day), about=room, off=off, chosen=number == 3)


def day(
    say: Words, hours: tuple[tuple[int, int], ...], chosen: time | None, notice: Notice
) -> views.AppointmentsDay:
    times = [time(*hour) for hour in hours]
    months = f"{say.month(MONDAY)} – {say.month(MONDAY + timedelta(days=11))}"
    order = say("appt.book", day=say.day_short(AT), hour=say.hour_said(AT))
    return views.AppointmentsDay(
        question=say("appt.question"),
        lead=say("appt.about", procedure=PROCEDURES[say.language][2], office=OFFICES[say.language][0]),
        period=months[0].upper() + months[1:],
        earlier=Button(label=say("appt.earlier"), icon="caret-left", ready=False),
        later=Button(label=say("appt.later"), icon="caret-right"),
        weekdays=tuple(say.weekday(MONDAY + timedelta(days=number)) for number in range(5)),
        days=tuple(_day(say, number) for number in range(10)),
        hours_question=say("appt.hour", day=say.day_of_month(AT)),
        hours=tuple(Choice(id=f"{at}", title=say.hour(at), chosen=at == chosen) for at in times[:8]),
        more_hours=Button(label=say("appt.hours.more") if len(hours) > 8 else "", icon="caret-right"),
        held=held(say) if chosen else "",
        notice=notice,
        send=Button(label=order if chosen else say("appt.missing"), ready=chosen is not None),
    )


def typing(say: Words, typed: str) -> dict[str, object]:
    return {
        "prefix": "+34",
        "number": typed,
        "wrong": Notice(),
        "keypad": Keypad(clear=say("pad.clear"), correct=say("pad.correct")),
        "change_prefix": Button(label=say("phone.abroad"), icon="globe"),
    }


def done(say: Words, kind: str) -> views.AppointmentsDone:
    printed = kind == "printed"
    return views.AppointmentsDone(
        question=say("appt.done.question"),
        lead=say("appt.done.email" if printed else "appt.done.sms"),
        facts=facts(say),
        bring=bring(say),
        notice=say.notice(
            "done" if printed else "care", "check-circle" if printed else "warning", f"appt.paper.{kind}"
        ),
        again=Button(label=say("appt.print.again"), icon="printer"),
        done=Button(label=say("turn.done"), icon="check"),
    )


def booking(say: Words) -> dict[str, View]:
    names = PROCEDURES[say.language]
    gone = say.notice("care", "warning", "appt.gone")
    feast = say("appt.feast", day=say.day(date(2026, 12, 8)), reason=FEAST[say.language])
    office_search = {
        "question": say("appt.office.question"),
        "lead": say("appt.office.search.lead"),
        "hint": say("appt.office.search.hint"),
    }
    return {
        "appointments-procedure": views.AppointmentsProcedure(
            question=say("appt.procedure.question"),
            lead=say("appt.procedure.lead"),
            groups=groups(say),
            other_topics=None,
            procedures=cards(say, names),
            more=None,
            **beside(say),
        ),
        "appointments-procedure-many": views.AppointmentsProcedure(
            question=say("appt.procedure.question"),
            lead=say("appt.procedure.lead"),
            groups=(*groups(say), Choice(id="other", title=GROUPS[say.language][0], icon="calendar-plus")),
            other_topics=narrow(say),
            procedures=cards(say, names),
            more=narrow(say),
            **beside(say),
        ),
        "appointments-search": views.AppointmentsSearch.model_validate(searched(say, "", ())),
        "appointments-found": views.AppointmentsSearch.model_validate(
            searched(say, "padro", cards(say, names[:3]), other(say))
        ),
        "appointments-not-found": views.AppointmentsSearch.model_validate(searched(say, "xyz" * 8, ())),
        "appointments-office-search": views.AppointmentsOfficeSearch.model_validate(
            searched(say, "", ()) | office_search
        ),
        "appointments-office-found": views.AppointmentsOfficeSearch.model_validate(
            searched(say, "girona", cards(say, OFFICES[say.language], "", "Carrer de Girona, 10"), other(say))
            | office_search
        ),
        "appointments-office": views.AppointmentsOffice(
            question=say("appt.office.question"),
            lead=names[0],
            offices=cards(say, OFFICES[say.language], "map-pin", "Carrer de Girona, 10"),
            search=None,
            other_page=None,
        ),
        "appointments-offices": views.AppointmentsOffice(
            question=say("appt.office.question"),
            lead=names[0],
            offices=cards(say, OFFICES[say.language] * 4, "", "Carrer de Girona, 10"),
            search=Button(label=say("appt.office.search"), icon="keyboard"),
            other_page=other(say),
        ),
        "appointments-day": day(say, HOURS, None, Notice()),
        "appointments-day-feast": day(say, HOURS, None, Notice(icon="info", text=f"{feast} {feast}")),
        "appointments-day-held": day(say, HOURS, time(10, 30), Notice()),
        "appointments-day-gone": day(say, MANY, time(10, 20), gone),
        "appointments-done": done(say, "printed"),
        "appointments-done-unprinted": done(say, "notprinted"),
    }


def examples(say: Words) -> dict[str, View]:
    return booking(say)
