"""Examples of the technician's screens."""

from __future__ import annotations

from datetime import date

from screens.admin.views import (
    AdminOverview,
    AdminPin,
    AdminUse,
    Bar,
    BarChart,
    Finding,
    Interval,
    IntervalChart,
    Tab,
)
from screens.i18n.words import NAMES, Words
from screens.view import Button, Keypad, Notice, NoticeKind, View

FIRST, LAST = date(2026, 10, 30), date(2026, 11, 26)
HOURS = (31, 84, 118, 142, 97, 61, 0, 22, 47, 39, 15, 7)
ENDS = (("finished", 588), ("away", 75), ("broken", None))
HOME = (("taken_along", 51), ("offered", 402), ("not_offered", 210))
SPANS = (7, 24, 61, 143, 188, 152, 71, 17)
OUTCOMES = (("completed", 231), ("to_desk", 38), ("left", 44), ("broken", 0))
LEFT = (("identify_card", 17), ("identify_code", 12), ("padro_choose", 9))
"""The screens at which people left; the others come to the rest."""


def admin_pin(say: Words, *, typed: int = 0, wrong: Notice | None = None, wait: int = 0) -> AdminPin:
    missing = 6 - typed
    send = Button(label=say("admin.pin.send"), icon="check")
    if wait or missing > 0:
        label = say("admin.pin.long", n=wait) if wait else say("admin.pin.missing", n=missing)
        send = Button(label=label, ready=False)
    return AdminPin(
        question=say("admin.pin.question"),
        lead=say("admin.pin.lead"),
        run=tuple("•" if cell < typed else "" for cell in range(max(6, min(12, typed + 1)))),
        typed=say("admin.pin.typed", n=typed),
        wrong=wrong or Notice(),
        keypad=Keypad(clear=say("pad.clear"), correct=say("pad.correct")),
        send=send,
        leave=Button(label=say("admin.pin.leave"), icon="arrow-left"),
    )


PARTS: tuple[tuple[str, str, str, NoticeKind], ...] = (
    ("paper", "file-text", "paper.left", "care"),
    ("document", "printer", "printer.offline", "fault"),
    ("ticket", "receipt", "printer.overheated", "fault"),
    ("reader", "identification-card", "reader.two_cards", "done"),
    ("contact", "sim-card", "reader.empty", "done"),
    ("scanner", "qr-code", "scanner.fault", "fault"),
    ("seu", "buildings", "seu.fault", "fault"),
    ("journal", "file-text", "journal.fault", "fault"),
)


def tabs(say: Words, chosen: str) -> tuple[Tab, ...]:
    return (
        Tab(event="tab_overview", label=say("admin.tab.overview"), icon="gauge", chosen=chosen == "overview"),
        Tab(event="tab_use", label=say("admin.tab.use"), icon="chart-bar", chosen=chosen == "use"),
        Tab(event="admin_leave", label=say("admin.tab.leave"), icon="sign-out"),
    )


def admin_overview(
    say: Words, question: str, lead: str, parts: tuple[tuple[str, str, str, NoticeKind], ...]
) -> AdminOverview:
    found = tuple(
        Finding(
            name=say(f"admin.part.{part}"),
            value=say(f"admin.{value}"),
            icon=icon,
            kind=kind,
            todo="",
            spoken=f"{say(f'admin.part.{part}')}: {say(f'admin.{value}')}",
        )
        for part, icon, value, kind in parts
    )
    return AdminOverview(
        question=question, lead=lead, tabs=tabs(say, "overview"), findings=found, for_staff=()
    )


def bar(say: Words, name: str, count: int | None, most: int) -> Bar:
    figure = say("admin.hidden") if count is None else say.number(count)
    return Bar(
        name=name, figure=figure, share=(count or 0) / most, hidden=count is None, spoken=f"{name}: {figure}"
    )


def chart(
    say: Words, kind: str, about: str, rows: list[tuple[str, int | None]], *, upright: bool = False
) -> BarChart:
    most = max(count or 0 for _, count in rows)
    bars = tuple(bar(say, name, count, most) for name, count in rows)
    return BarChart(title=say(f"admin.kind.{kind}"), about=about, upright=upright, bars=bars)


def use(
    say: Words,
    question: str,
    *,
    bars: tuple[BarChart, ...] = (),
    intervals: tuple[IntervalChart, ...] = (),
    notice: Notice | None = None,
) -> AdminUse:
    drawn = notice is None
    return AdminUse(
        question=question,
        lead=say("admin.use.lead", first=say.day_and_month(FIRST), last=say.day_and_month(LAST), most="4"),
        tabs=tabs(say, "use"),
        notice=notice or Notice(),
        bars=bars,
        intervals=intervals,
        place=say("admin.page", n=3, m="12") if drawn else "",
        before=Button(label=say("admin.page.before"), icon="arrow-left", ready=drawn),
        after=Button(label=say("admin.page.after"), icon="arrow-right", ready=drawn),
    )


def interval(say: Words, arm: str, count: int, of: int, low: float, high: float) -> Interval:
    share = count / of
    figure = say("admin.tried.share", share=say.share(share), count=say.number(count), of=say.number(of))
    between = say("admin.tried.between", low=say.share(low), high=say.share(high))
    name = say(f"admin.tried.{arm}")
    return Interval(
        name=name, figure=figure, range=between, share=share, low=low, high=high, spoken=f"{name}: {figure}"
    )


def hidden(say: Words, arm: str) -> Interval:
    name, said = say(f"admin.tried.{arm}"), say("admin.hidden")
    return Interval(
        name=name, figure=said, range="", share=0, low=0, high=0, hidden=True, spoken=f"{name}: {said}"
    )


def shares(say: Words, what: str, about: str, rows: tuple[Interval, ...]) -> IntervalChart:
    return IntervalChart(title=say(f"admin.tried.{what}"), about=about, rows=rows)


def examples(say: Words) -> dict[str, View]:
    spans = [
        f"admin.seconds.{span}"
        for span in ("to_15", "to_30", "to_60", "to_120", "to_180", "to_300", "to_600")
    ]
    lengths = list(zip([*map(say, spans), say("admin.seconds.over_600")], SPANS, strict=True))
    hours = [(say("admin.hour", hour=str(hour)), count) for hour, count in enumerate(HOURS, start=8)]
    away = say("admin.hidden.together", n=12)
    sessions = f"{say('admin.total.sessions', n=663)} {away}"
    times = f"{say('admin.total.times', n=313)} {away}"
    names = f"{say('admin.total.times', n=44)} {say('admin.use.names')}"
    tried = say("admin.tried.sessions", first="412", second="398")
    return {
        "admin-pin": admin_pin(say),
        "admin-pin-typed": admin_pin(say, typed=7),
        "admin-pin-locked": admin_pin(
            say, wrong=say.notice("care", "warning", "admin.pin.locked", n=60), wait=60
        ),
        "admin-overview": admin_overview(
            say,
            say("admin.warnings", n=1),
            say("admin.now", what=say("admin.todo.paper.left")),
            tuple(part for part in PARTS if part[3] != "fault"),
        ),
        "admin-overview-faults": admin_overview(
            say,
            say("admin.faults", what=say.joined([say(f"admin.part.{part[0]}") for part in PARTS[1:3]])),
            say("admin.now", what=say("admin.todo.offline")),
            PARTS,
        ),
        "admin-overview-out": AdminOverview(
            question=say("out.question"),
            lead="",
            tabs=tabs(say, "overview"),
            findings=(),
            for_staff=(
                "kiosk.state_folder: OperationalError; right would be: a folder in which the kiosk may write",
            ),
        ),
        "admin-use-hours": use(
            say,
            say("admin.use.sessions"),
            bars=(
                chart(
                    say,
                    "hour",
                    sessions,
                    [*hours[:6], (say("admin.hour", hour="14"), None), *hours[7:]],
                    upright=True,
                ),
            ),
        ),
        "admin-use-sessions": use(
            say,
            say("admin.use.ends"),
            bars=(
                chart(say, "end", sessions, [(say(f"admin.end.{end}"), count) for end, count in ENDS]),
                chart(say, "home", sessions, [(say(f"admin.home.{home}"), count) for home, count in HOME]),
            ),
        ),
        "admin-use-service": use(
            say,
            say("admin.service.padro"),
            bars=(
                chart(
                    say, "outcome", times, [(say(f"admin.outcome.{end}"), count) for end, count in OUTCOMES]
                ),
                chart(say, "language", times, list(zip(NAMES.values(), (251, 62, None), strict=True))),
            ),
        ),
        "admin-use-left": use(
            say,
            say("admin.use.left", service=say("admin.service.appointments")),
            bars=(
                chart(say, "left", names, [*LEFT, (say("admin.use.others"), 6)]),
                chart(say, "seconds", times, [*lengths], upright=True),
            ),
        ),
        "admin-use-tried": use(
            say,
            say("admin.tried", name="need"),
            intervals=(
                shares(
                    say,
                    "completed",
                    f"{tried} {say('admin.tried.apart')}",
                    (
                        interval(say, "as_it_is", 206, 412, 0.452, 0.548),
                        interval(say, "variant", 251, 398, 0.582, 0.677),
                    ),
                ),
                shares(
                    say, "glad", say("admin.tried.hidden"), (hidden(say, "as_it_is"), hidden(say, "variant"))
                ),
            ),
        ),
        "admin-use-nothing": use(
            say, say("admin.use"), notice=say.notice("info", "info", "admin.use.nothing")
        ),
        "admin-use-closed": use(say, say("admin.use"), notice=say.notice("info", "info", "admin.use.closed")),
        "admin-use-unread": use(
            say, say("admin.use"), notice=say.notice("care", "warning", "admin.use.unread")
        ),
    }
