"""What the screens of the spine show, and the pieces that several screens share."""

from __future__ import annotations

from config.settings import Role
from kiosk.house import House
from kiosk.services.common.memory import TroubleKind
from kiosk.session import Session
from screens.common import views
from screens.i18n.words import NAMES, NAMES_IN_SOURCE, SOURCE, Words, split_strong, words as words_of
from screens.view import Button, Choice, Keypad, Notice, Panel, Places

SERVICES = (
    ("handover", "users"),
    ("arrival", "qr-code"),
    ("padro", "identification-card"),
    ("appointments", "calendar-plus"),
    ("turn", "ticket"),
    ("procedures", "books"),
    ("consent", "seal-check"),
)
"""The services of this kiosk with their icons, in the order of the menu."""

AT_THE_DESKS = frozenset({"arrival", "turn"})
"""Those of a kiosk that stands beside the desks."""

WITH_AN_OFFICIAL = frozenset({"consent", "handover"})
"""Those that are of use only with a person of the office beside."""

GOOD_REASONS = ("fast", "clear", "helped", "noqueue")
BAD_REASONS = ("lost", "notfound", "slow", "broken")
FACES = ("smiley-sad", "smiley-nervous", "smiley-meh", "smiley", "smiley-wink")
LAST_BAD_FACE = 3


def place_name(house: House, words: Words) -> str:
    """What this kiosk is called, in its header and on its tickets."""
    role = house.settings.kiosk.role
    return words("frame.kiosk" if role == "blue" else f"frame.kiosk.{role}")


def keypad(words: Words) -> Keypad:
    """The two word keys."""
    return Keypad(clear=words("pad.clear"), correct=words("pad.correct"))


def cells(typed: str, count: int) -> tuple[str, ...]:
    """One for each of `count` characters; those still to come are empty."""
    return tuple(typed[index : index + 1] for index in range(count))


def places(house: House) -> Places:
    """Where reader and slot are, from settings."""
    devices = house.settings.devices
    return Places(reader=devices.reader_side, slot=devices.slot_side)


def panel(kind: str, title: str, sentence: str) -> Panel:
    """One part of a trouble; words between two double asterisks at the start stand out."""
    strong, text = split_strong(sentence)
    return Panel.model_validate({"kind": kind, "title": title, "strong": strong, "text": text})


def panels(words: Words, what: str, safe: str, now: str, *, kept: bool = False) -> tuple[Panel, ...]:
    """The three parts of a trouble, in sentences; `safe` is what was not done, or what was `kept`."""
    second = "kept" if kept else "notdone"
    return (
        panel("what", words("trouble.what"), what),
        panel(second, words(f"trouble.{second}"), safe),
        panel("now", words("trouble.now"), now),
    )


def wait(session: Session, house: House, words: Words) -> views.Wait:
    """The seu is being asked."""
    return views.Wait(question=words("wait.question"), text=words("wait.text"))


def language(session: Session, house: House, words: Words) -> views.Language:
    """The languages that the kiosk speaks, each by its own name."""
    others = [code for code in house.settings.languages.offered if code != words.language]
    return views.Language(
        question=words("language.question"),
        lead="\n".join(words_of(code)("language.question") for code in others),
        choices=tuple(
            Choice(
                id=code,
                title=NAMES[code],
                about="" if code == SOURCE else NAMES_IN_SOURCE[code],
                chosen=code == words.language,
            )
            for code in house.settings.languages.offered
        ),
        other=Button(label=words("language.other"), icon="hand-waving"),
        official=words("language.official"),
        contrast=Button(label=words("access.contrast"), icon="circle-half"),
    )


def menu(session: Session, house: House, words: Words) -> views.Menu:
    """The services, and why one cannot be had now."""
    facts = house.facts()
    off = facts.off
    return views.Menu(
        question=words("menu.question"),
        lead=words("menu.lead"),
        choices=tuple(
            Choice(
                id=name,
                title=words(f"menu.{name}"),
                about=words(f"menu.{name}.about"),
                icon=icon,
                off=words(off[name]) if name in off else "",
            )
            for name, icon in SERVICES
            if _is_here(name, house.settings.kiosk.role) and (name != "handover" or facts.handover)
        ),
    )


def _is_here(service: str, role: Role) -> bool:
    """A kiosk in that role has that service."""
    if role == "arrival":
        return service in AT_THE_DESKS
    return role == "assisted" or service not in WITH_AN_OFFICIAL


UNSURE = {"person_ask": "seudown.unsure.turn", "arrival_ask": "seudown.unsure.arrival"}
"""By the state that is tried again: what may have been done all the same, where the answer alone was lost."""


def trouble(session: Session, house: House, words: Words) -> views.Trouble:
    """What happened, what was not done, what to do now."""
    kind = session.spine.trouble or TroubleKind.SEU_DOWN
    if kind is TroubleKind.NOT_READ:
        title, what, notdone, now = "notread.title", "notread.what", "notread.notdone", "notread.now"
    else:
        what = {
            TroubleKind.SEU_DOWN: "seudown.what",
            TroubleKind.SEU_SLOW: "seudown.slow",
            TroubleKind.SEU_WRONG: "seudown.wrong",
        }[kind]
        title, now = "seudown.title", "seudown.now"
        notdone = UNSURE.get(session.spine.resume, "seudown.notdone")
    return views.Trouble(
        question=words(title),
        panels=panels(words, words(what), words(notdone), words(now)),
        primary=Button(label=words("act.retry"), icon="arrow-clockwise"),
        primary_act="retry",
        secondary=Button(label=words("act.home"), icon="house"),
        secondary_act="go_home",
    )


def more(session: Session, house: House, words: Words) -> views.More:
    """Anything else? Who is identified stays so."""
    card_there, turn = house.reader_has_card, session.person.turn
    return views.More(
        question=words("more.question"),
        yes=Choice(
            id="yes",
            title=words("more.yes"),
            about=words("more.yes.about") if session.identified else "",
            icon="plus",
        ),
        no=Choice(id="no", title=words("more.no"), about=words("more.no.about"), icon="door"),
        turn=Button(label=words("more.turn", number=turn.number), icon="x")
        if turn and session.person.waits
        else None,
        notice=words.notice("care", "identification-card", "more.card") if card_there else Notice(),
    )


def opinion(session: Session, house: House, words: Words) -> views.Opinion:
    """Five faces, then at most two reasons that fit the face."""
    face, chosen = session.spine.face, session.spine.reasons
    glad = face and int(face) > LAST_BAD_FACE
    reasons = () if not face else GOOD_REASONS if glad else BAD_REASONS
    return views.Opinion(
        question=words("opinion.question"),
        lead=words("opinion.anonymous"),
        faces=tuple(
            Choice(id=str(number), title=words(f"opinion.{number}"), icon=icon, chosen=face == str(number))
            for number, icon in enumerate(FACES, start=1)
        ),
        reasons_question="" if not face else words("opinion.good" if glad else "opinion.bad"),
        reasons=tuple(
            Choice(id=name, title=words(f"opinion.{name}"), chosen=name in chosen) for name in reasons
        ),
        skip=Button(label=words("opinion.skip")),
        send=Button(label=words("opinion.send"), ready=bool(face)),
    )


VIEWS = (language, menu, trouble, more, opinion)
