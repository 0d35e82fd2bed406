"""What the screens show on which a document's lines are copied."""

from __future__ import annotations

from datetime import date

from kiosk.house import House
from kiosk.services.common.views import cells, keypad
from kiosk.services.identify.lines import (
    DATE,
    NUMBER,
    Fit,
    confuses_letters,
    date_of,
    fit_of_date,
    fit_of_number,
)
from kiosk.session import Session
from screens.i18n.words import Words
from screens.identify import views
from screens.view import Button, Notice, NoticeKind

NOTICES: dict[str, tuple[NoticeKind, str]] = {
    "mrz.needed": ("info", "info"),
    "mrz.scan": ("info", "info"),
    "mrz.unread": ("care", "warning"),
    "mrz.refused": ("fault", "warning-octagon"),
}


def identify_mrz_number(session: Session, house: House, words: Words) -> views.IdentifyMrzNumber:
    """The document number as it is printed, with its digit, and a keypad with letters."""
    lines = session.identity.lines
    fit = fit_of_number(lines.number)
    goes_on = len(lines.number) >= NUMBER and fit is Fit.MORE
    count = max(NUMBER, len(lines.number) + goes_on)
    return views.IdentifyMrzNumber(
        question=words("mrz.number.question"),
        lead=words(f"mrz.number.lead.{_kind(session)}"),
        document=_kind(session),
        run=cells(lines.number, count),
        wrong=_about_number(session, house, words, fit),
        bad=fit is Fit.WRONG,
        keypad=keypad(words),
        change=Button(label=words("mrz.passport" if lines.card else "mrz.card"), icon="identification-card"),
        none=Button(label=words("mrz.none"), icon="question"),
        send=_send(words, fit, count - len(lines.number), "mrz.more", "mrz.look"),
    )


def identify_mrz_birth(session: Session, house: House, words: Words) -> views.IdentifyMrzBirth:
    """The date of birth as it is printed in the lines, with its digit."""
    run = session.identity.lines.birth
    fit = fit_of_date(run)
    return views.IdentifyMrzBirth(
        question=words("mrz.birth.question"),
        lead=words(f"mrz.birth.lead.{_kind(session)}"),
        document=_kind(session),
        run=cells(run, DATE),
        wrong=_about_date(session, words, run, past=house.clock.now().date()),
        bad=fit is Fit.WRONG,
        keypad=keypad(words),
        none=Button(label=words("mrz.none"), icon="question"),
        send=_send(words, fit, DATE - len(run), "can.more", "mrz.look.digits"),
    )


def identify_mrz_expiry(session: Session, house: House, words: Words) -> views.IdentifyMrzExpiry:
    """The date of expiry as it is printed in the lines, with its digit."""
    run = session.identity.lines.expiry
    fit = fit_of_date(run)
    return views.IdentifyMrzExpiry(
        question=words("mrz.expiry.question"),
        lead=words(f"mrz.expiry.lead.{_kind(session)}"),
        document=_kind(session),
        run=cells(run, DATE),
        wrong=_about_date(session, words, run),
        bad=fit is Fit.WRONG,
        keypad=keypad(words),
        none=Button(label=words("mrz.none"), icon="question"),
        send=_send(words, fit, DATE - len(run), "can.more", "mrz.look.digits"),
    )


def _kind(session: Session) -> views.Printed:
    return "card" if session.identity.lines.card else "passport"


def _about_number(session: Session, house: House, words: Words, fit: Fit) -> Notice:
    if fit is Fit.WRONG:
        alike = confuses_letters(session.identity.lines.number)
        return words.notice("fault", "warning-octagon", "mrz.number.alike" if alike else "mrz.number.wrong")
    reads_lines = house.settings.scanner.kind != "none" and house.settings.scanner.lines
    return _last_try(session, words, "mrz.scan" if reads_lines else "")


def _about_date(session: Session, words: Words, run: str, past: date | None = None) -> Notice:
    """A date that fits is said as people say it, so that a wrong one is seen."""
    match fit_of_date(run):
        case Fit.WRONG:
            return words.notice("fault", "warning-octagon", "mrz.date.wrong")
        case Fit.RIGHT:
            return Notice(kind="done", icon="check-circle", text=words.date(date_of(run, past=past)))
        case Fit.MORE:
            return _last_try(session, words)


def _last_try(session: Session, words: Words, otherwise: str = "") -> Notice:
    key = session.identity.lines.notice or otherwise
    return words.notice(*NOTICES[key], key) if key else Notice()


def _send(words: Words, fit: Fit, missing: int, more: str, look: str) -> Button:
    match fit:
        case Fit.RIGHT:
            return Button(label=words("act.continue"), icon="check")
        case Fit.WRONG:
            return Button(label=words(look), ready=False)
        case Fit.MORE:
            return Button(label=words(more, n=missing), ready=False)


VIEWS = (identify_mrz_number, identify_mrz_birth, identify_mrz_expiry)
