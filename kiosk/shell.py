"""What stands around every screen, worked out from where the session and the house are."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.cast import BUSY, EVENTS, ROUTES
from kiosk.help import CALLING
from kiosk.house import House
from kiosk.look import THEMES
from kiosk.services.common.views import keypad, place_name
from kiosk.seu.models import in_language
from kiosk.staff import LEAST, StaffDesk
from screens.i18n.words import NAMES, Words
from screens.shell.view import HelpSheet, IdleSheet, Route, ShellView, StaffSheet, ThemeName
from screens.view import Button, Notice

HELP_LABELS = {
    "calling": "frame.help.calling",
    "unheard": "frame.help.calling",
    "called": "frame.help.called",
    "again": "frame.help.called",
    "lost": "frame.help.called",
    "coming": "frame.help.coming",
}
"""What the footer's button says while somebody is called; otherwise it says that one may need help."""
NO_ANSWER = ("unheard", "again", "lost", "failed")
"""States in which one is told where the desk is."""


@dataclass(frozen=True, slots=True)
class Around:
    """All that the shell depends on."""

    house_state: str
    screen: str
    """The session's screen, or empty outside a session."""
    service: str
    """The service that the person is in, or empty."""
    theme: ThemeName
    help_open: bool
    help_state: str
    staff: StaffDesk
    idle_left: int | None
    """Seconds of the countdown, where it runs."""
    idle_total: int


def shell_view(around: Around, house: House, words: Words) -> ShellView:
    """Header, route, footer and sheets."""
    means = EVENTS.get(around.screen, frozenset())
    in_session = bool(around.screen)
    admin = around.house_state.startswith("admin_")
    farewell = around.house_state in ("goodbye", "broken")
    return ShellView(
        town=house.settings.kiosk.name if admin else house.settings.kiosk.town,
        kiosk=words("admin.title") if admin else place_name(house, words),
        clock=words.hour(house.clock.now()),
        theme="admin" if admin and around.theme == THEMES[0] else around.theme,
        right_to_left=False,
        calm=house.settings.screen.calm,
        route=_route(around, words),
        pills=admin or (in_session and around.screen != "language"),
        contrast=Button(label=words("access.contrast"), icon="circle-half"),
        language=Button(label=NAMES[words.language], icon="globe", ready=admin or "change_language" in means),
        footer=in_session or farewell,
        back=Button(label=words("frame.back"), icon="arrow-left", ready="back" in means),
        home=Button(label=words("frame.home"), icon="house", ready="home" in means or farewell),
        help=Button(
            label=words(HELP_LABELS.get(around.help_state, "frame.help")),
            icon="bell-ringing" if around.help_state in HELP_LABELS else "hand-waving",
            ready=in_session,
        ),
        finish=Button(label=words("frame.finish"), icon="sign-out", ready="finish" in means or farewell),
        idle=_idle(around, words),
        help_sheet=_help(around, house, words) if around.help_open and not around.staff.open else None,
        staff_sheet=_staff(around.staff, words) if around.help_open and around.staff.open else None,
    )


def _route(around: Around, words: Words) -> Route | None:
    steps = ROUTES.get(around.service, ())
    for step, screens in enumerate(steps, start=1):
        if name := screens.get(around.screen):
            label = words("frame.step", n=step, m=str(len(steps)), name=words(name))
            return Route(step=step, steps=len(steps), label=label)
    return None


def _idle(around: Around, words: Words) -> IdleSheet | None:
    if around.idle_left is None or around.screen in BUSY:
        return None
    return IdleSheet(
        seconds=around.idle_left,
        total=around.idle_total,
        question=words("idle.question"),
        lead=words("idle.lead", n=around.idle_left),
        stay=words("idle.continue"),
        more_time=words("idle.moretime"),
        finish=words("idle.finish"),
    )


def _help(around: Around, house: House, words: Words) -> HelpSheet:
    called = around.help_state in CALLING
    can_change = "change_language" in EVENTS.get(around.screen, frozenset())
    close = Button(label=words("help.close"), icon="arrow-left")
    return HelpSheet(
        question=words("help.question"),
        notice=_help_notice(around.help_state, house, words),
        primary=close if called else Button(label=words("help.call"), icon="hand-waving"),
        primary_act="close_help" if called else "call_person",
        contrast=Button(label=words("access.contrast"), icon="circle-half"),
        language=Button(label=NAMES[words.language], icon="globe", ready=can_change),
        secondary=Button(label=words("help.cancel"), icon="x") if called else close,
        secondary_act="cancel_call" if called else "close_help",
        staff=Button(label=words("staff.open"), icon="user") if called and around.staff.exists else None,
    )


def _staff(staff: StaffDesk, words: Words) -> StaffSheet:
    complete = staff.typed >= LEAST and not staff.busy
    return StaffSheet(
        question=words("staff.question"),
        notice=words.notice("care", "warning", staff.problem)
        if staff.problem
        else words.notice("info", "lock-key", "staff.asking" if staff.busy else "staff.lead"),
        run=tuple("•" if cell < staff.typed else "" for cell in range(max(LEAST, staff.typed + 1))),
        keypad=keypad(words),
        send=Button(label=words("staff.send"), icon="check" if complete else "", ready=complete),
        close=Button(label=words("help.close"), icon="arrow-left"),
    )


def _help_notice(state: str, house: House, words: Words) -> Notice:
    """How the call stands; where nobody answers, also where the desk is."""
    if state == "quiet":
        return Notice()
    sentence = words(f"help.{state}")
    desk = house.catalogue.office.desk if house.catalogue else None
    if desk and state in NO_ANSWER:
        sentence = f"{sentence} {words('help.desk', desk=in_language(desk, words.language))}"
    return Notice(kind="care" if state in NO_ANSWER else "info", icon="bell-ringing", text=sentence)
