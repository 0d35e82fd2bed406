"""What the technician's screens show."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.admin.mode import AdminMode
from kiosk.admin.overview import overview
from kiosk.admin.pin_file import LEAST, MOST
from kiosk.admin.use import Page, pages
from kiosk.insight.hiding import LEAST as LEAST_SHOWN
from kiosk.services.common.views import keypad
from screens.admin.views import AdminOverview, AdminPin, AdminUse, Tab
from screens.common.views import Wait
from screens.i18n.words import Words
from screens.view import Button, Notice, View

TABS = (
    ("tab_overview", "admin.tab.overview", "gauge"),
    ("tab_use", "admin.tab.use", "chart-bar"),
    ("admin_leave", "admin.tab.leave", "sign-out"),
)

A_MINUTE = 60


def admin_pin(mode: AdminMode, words: Words) -> AdminPin:
    """The PIN, as dots; while it is locked, for how long."""
    return AdminPin(
        question=words("admin.pin.question"),
        lead=words("admin.pin.lead"),
        run=tuple("•" if cell < mode.typed else "" for cell in range(min(MOST, max(LEAST, mode.typed + 1)))),
        typed=words("admin.pin.typed", n=mode.typed),
        wrong=_refusal(mode, words),
        keypad=keypad(words),
        send=_send(mode, words),
        leave=Button(label=words("admin.pin.leave"), icon="arrow-left"),
    )


def _refusal(mode: AdminMode, words: Words) -> Notice:
    if mode.locked:
        return words.notice("care", "warning", "admin.pin.locked", n=_minutes(mode.wait))
    return words.notice("care", "warning", mode.problem) if mode.problem else Notice()


def _minutes(seconds: int) -> int:
    return -(-seconds // A_MINUTE)


def _send(mode: AdminMode, words: Words) -> Button:
    if mode.wait > A_MINUTE:
        return Button(label=words("admin.pin.long", n=_minutes(mode.wait)), ready=False)
    if mode.wait:
        return Button(label=words("admin.pin.wait", n=mode.wait), ready=False)
    missing = LEAST - mode.typed
    if missing > 0:
        return Button(label=words("admin.pin.missing", n=missing), ready=False)
    return Button(label=words("admin.pin.send"), icon="check")


def admin_check(mode: AdminMode, words: Words) -> Wait:
    """The PIN is being looked at."""
    return Wait(question=words("wait.question"), text=words("admin.pin.checking"))


def admin_overview(mode: AdminMode, words: Words) -> AdminOverview:
    """Whether the kiosk is well."""
    found = overview(mode.house, mode.for_staff, words)
    return found.model_copy(update={"tabs": tabs("tab_overview", words)})


def admin_use(mode: AdminMode, words: Words) -> AdminUse:
    """One page of charts."""
    lately = mode.lately
    known = pages(lately.figures, words) if lately and lately.figures else ()
    at = mode.page % len(known) if known else 0
    page = known[at] if known else Page(words("admin.use"))
    several = len(known) > 1
    return AdminUse(
        question=page.title,
        lead=words(
            "admin.use.lead",
            first=words.day_and_month(lately.first),
            last=words.day_and_month(lately.last),
            most=str(LEAST_SHOWN - 1),
        )
        if lately
        else "",
        tabs=tabs("tab_use", words),
        notice=_nothing(mode, words) if not known else Notice(),
        bars=page.bars,
        intervals=page.intervals,
        place=words("admin.page", n=at + 1, m=str(len(known))) if several else "",
        before=Button(label=words("admin.page.before"), icon="arrow-left", ready=several),
        after=Button(label=words("admin.page.after"), icon="arrow-right", ready=several),
    )


def _nothing(mode: AdminMode, words: Words) -> Notice:
    """Why nothing is drawn; empty as long as it is being read."""
    if mode.lately is None:
        return Notice()
    if mode.for_staff:
        return words.notice("info", "info", "admin.use.closed")
    if mode.lately.figures is None:
        return words.notice("care", "warning", "admin.use.unread")
    return words.notice("info", "info", "admin.use.nothing")


def tabs(chosen: str, words: Words) -> tuple[Tab, ...]:
    """The rooms that there are; `chosen` is the event of the present one."""
    return tuple(
        Tab(event=event, label=words(key), icon=icon, chosen=event == chosen) for event, key, icon in TABS
    )


VIEWS: Mapping[str, Callable[[AdminMode, Words], View]] = {
    view.__name__: view for view in (admin_pin, admin_check, admin_overview, admin_use)
}
