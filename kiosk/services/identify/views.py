"""What each screen of identification shows: pure functions of what is remembered."""

from __future__ import annotations

from datetime import datetime

from devices.contracts import ReaderState, ReadStep
from kiosk.house import House
from kiosk.services.common.views import cells, keypad, places
from kiosk.services.identify import mrz_views
from kiosk.services.identify.keyed_views import code_fields, digits_send, hinted, phone_fields
from kiosk.services.identify.states import CAN_DIGITS, CODES, can_complete, code_complete
from kiosk.session import Session
from kiosk.seu.models import ProofName
from screens.i18n.words import Words, split_strong
from screens.identify import views
from screens.view import Button, Choice, Notice, WaitStep

READ_SHARE = {ReadStep.OPENING: 0, ReadStep.OPENED: 30, ReadStep.DATA: 30, ReadStep.CHECKING: 90}
"""Where each step of a read begins, in per cent of its usual time; the data fill their share by bytes."""

STEPS = (
    ("reading.opened", ReadStep.OPENING),
    ("reading.can", ReadStep.OPENED),
    ("reading.data", ReadStep.DATA),
    ("reading.check", ReadStep.CHECKING),
)

PROOFS = {
    ProofName.IDCAT_MOBIL_CODE: ("proof.idcat", "device-mobile"),
    ProofName.CARD_PLUS_MUNICIPAL_CODE: ("proof.municipal", "buildings"),
    ProofName.DNIE_PIN: ("proof.pin", "password"),
}


def identify_card(session: Session, house: House, words: Words) -> views.IdentifyCard:
    """Where the document goes, and what is read from it and why."""
    side = house.settings.devices.reader_side
    problem = session.identity.problem
    protection = house.catalogue.data_protection if house.catalogue else None
    privacy = words(
        "card.privacy",
        controller=protection.controller if protection else "",
        contact=protection.contact if protection else "",
    )
    strong, text = split_strong(privacy)
    return views.IdentifyCard(
        question=words("card.question"),
        lead=words(f"card.lead.{side}"),
        here=words("card.here"),
        places=places(house),
        problem=words.notice("care", "warning", problem) if problem else Notice(),
        leave=words.notice("info", "hand-palm", "card.leave"),
        privacy=Notice(icon="shield-check", strong=strong, text=text),
        none=Button(label=words("card.none"), icon="question"),
    )


def identify_can(session: Session, house: House, words: Words) -> views.IdentifyCan:
    """Six cells and a keypad."""
    identity = session.identity
    missing = CAN_DIGITS - len(identity.typed)
    return views.IdentifyCan(
        question=words("can.question"),
        lead=words("can.lead"),
        digits=cells(identity.typed, CAN_DIGITS),
        wrong=words.notice("fault", "warning-octagon", "can.wrong") if identity.can_wrong else Notice(),
        keypad=keypad(words),
        none=Button(label=words("can.none"), icon="question"),
        send=digits_send(words, missing, whole=can_complete(session)),
    )


def identify_reading(session: Session, house: House, words: Words) -> views.IdentifyReading:
    """The steps of a read and how far it has come."""
    identity = session.identity
    progress = identity.progress
    now = progress.step if progress else ReadStep.OPENING
    order = [step for _, step in STEPS]
    position = order.index(now)
    percent = READ_SHARE[now]
    if progress and now is ReadStep.DATA:
        percent += int(progress.done * (READ_SHARE[ReadStep.CHECKING] - READ_SHARE[ReadStep.DATA]))
    return views.IdentifyReading(
        question=words("reading.question"),
        lead=words("reading.left", n=identity.reading_left) if identity.reading_left else "",
        title=words("reading.title"),
        percent=percent,
        steps=tuple(
            WaitStep(
                text=words(reading_key(key, identity.lines.reading)),
                state="done" if index < position else "now" if index == position else "todo",
            )
            for index, (key, _) in enumerate(STEPS)
        ),
        notice=words.notice("info", "shield-check", "reading.wipe"),
        stop=Button(label=words("reading.stop"), icon="x"),
    )


def reading_key(key: str, by_lines: bool) -> str:
    """What opened the document is called by its name."""
    return "reading.mrz" if by_lines and key == "reading.can" else key


def identify_proof(session: Session, house: House, words: Words) -> views.IdentifyProof:
    """The proofs that the seu accepts and this kiosk can take, and the way to a person."""
    identity = session.identity
    phones = set(identity.proofs) <= set(CODES)
    ways = tuple(
        Choice(id=proof, title=words(key), about=words(f"{key}.about"), icon=icon)
        for proof in identity.proofs
        for key, icon in (PROOFS[proof],)
    )
    staff = Choice(
        id=ProofName.STAFF,
        title=words("proof.staff" if phones else "proof.staff.none"),
        about=words("proof.staff.about"),
        icon="hand-waving",
    )
    return views.IdentifyProof(
        question=words("proof.question"),
        lead=words("proof.lead.more" if identity.proven else "proof.lead"),
        choices=(*ways, staff),
    )


def identify_phone(session: Session, house: House, words: Words) -> views.IdentifyPhone:
    """The phone as it is typed."""
    identity = session.identity
    municipal = identity.proof is ProofName.CARD_PLUS_MUNICIPAL_CODE
    return views.IdentifyPhone(
        question=words("phone.question"),
        lead=words("phone.lead.municipal" if municipal else "phone.lead.idcat"),
        **phone_fields(identity.phone, words, "phone.send"),
        none=Button(label=words("code.nophone"), icon="question"),
    )


def identify_code(session: Session, house: House, words: Words) -> views.IdentifyCode:
    """Six cells, a keypad, and the way out for who got no code."""
    identity = session.identity
    return views.IdentifyCode(
        lead=words("code.lead", phone=hinted(identity.code.phone_hint) if identity.code else ""),
        **code_fields(
            words,
            identity.typed,
            identity.code.digits if identity.code else CAN_DIGITS,
            notice=identity.code_notice,
            tries_left=identity.tries_left,
            resend_in=identity.resend_in,
            whole=code_complete(session),
        ),
    )


def identify_done(session: Session, house: House, words: Words) -> views.IdentifyDone:
    """A greeting, the last access (ENS op.acc.5), and the document that can be taken back."""
    proven = session.identity.proven
    by_slot = house.signing_card.state is ReaderState.CARD
    last = proven.last_access if proven else None
    return views.IdentifyDone(
        question=words("done.question"),
        lead=words("done.lead", name=proven.name if proven else ""),
        by_slot=by_slot,
        last_access=_last_access(words, last.at.astimezone(house.clock.now().tzinfo))
        if last
        else words.notice("info", "info", "done.first"),
        take_card=words.notice("care", "identification-card", "done.signer" if by_slot else "done.card"),
        go_on=Button(label=words("act.continue"), icon="arrow-right"),
    )


def _last_access(words: Words, at: datetime) -> Notice:
    return words.notice("info", "clock", "done.last", day=words.day(at), hour=words.hour_said(at))


VIEWS = (
    identify_card,
    identify_can,
    *mrz_views.VIEWS,
    identify_reading,
    identify_proof,
    identify_phone,
    identify_code,
    identify_done,
)
WAITS = ("identify_ask", "identify_send", "identify_check")
DOCUMENT_SCREENS = (
    "identify_card",
    "identify_can",
    "identify_mrz_number",
    "identify_mrz_birth",
    "identify_mrz_expiry",
    "identify_reading",
    "identify_ask",
)
"""A step on the way of a service: the document says who it is."""
PROOF_SCREENS = (
    "identify_proof",
    "identify_step_up",
    "identify_contact",
    "identify_tries",
    "identify_risk",
    "identify_pin",
    "identify_sign",
    "identify_phone",
    "identify_send",
    "identify_code",
    "identify_check",
    "identify_done",
)
"""The step after it: a code or a signature says that it is them."""
