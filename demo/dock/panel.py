"""What the dock shows, decided from what was seen; plain data for QML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from demo.dock.dials import (
    DNIE_PIN,
    NETWORK,
    NONE_LEFT,
    PIN,
    PRINTER,
    PROCEDURES,
    RIVAL,
    SCANNER,
    SHORT_HOLD,
    SHORT_HOLD_S,
    TICKET,
    TURNS,
    WITHDRAWN,
    set_now,
)
from demo.dock.seen import (
    Card,
    Contact,
    HelpCall,
    Message,
    Network,
    Overview,
    Paper,
    Printer,
    Proofs,
    Reader,
    Scanner,
    Seen,
    Sms,
)
from demo.dock.words import Words

ROWS_A_MM = 8
A4_ROWS = 297 * ROWS_A_MM

_FIXED = (
    "title", "fictional", "cards", "scanner", "messages", "document", "ticket", "network", "turns",
    "turn_page", "procedures", "person", "paper", "paper_empty", "sheet_close", "afresh", "coming", "ended",
)  # fmt: skip
PAGES = ("person", "hall")
SHOWN_MESSAGES = 3


@dataclass(frozen=True, slots=True)
class Dial:
    """One button of a row."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Peer:
    """The line of a peer: what is said of it, whether it answers, which of its dials stands."""

    said: str
    on: bool
    dial: str = ""
    beside: list[str] = field(default_factory=list)
    """What is switched on beside the dial."""


@dataclass(frozen=True, slots=True)
class CardShown:
    id: str
    label: str
    about: str
    contact: str
    """What is said of putting it into the reader with contacts; empty where it has none."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that came out: its name on the dock, what it is called, its picture, width to height."""

    name: str
    spoken: str
    picture: str
    ratio: float
    wide: bool
    """Of the A4 printer."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything that changes."""

    cards: tuple[CardShown, ...]
    extras: tuple[CardShown, ...]
    """The cards of nobody in particular."""
    inserted: str
    contact: str
    """The card in the reader with contacts."""
    printed: str
    """What is read on the card in the reader, and the phone of whoever holds it."""
    reader: Peer
    code: str
    code_said: str
    document: Peer
    ticket: Peer
    scanner: Peer
    messages: tuple[str, ...]
    """The last ones, newest first."""
    messages_said: str
    turns: Peer
    turn_page: str
    """The address of the public page of the turn that was given last; empty where there is none."""
    procedures: Peer
    network: Peer
    help: Peer
    staff: str
    """What is said of the card of staff, which goes into the reader with contacts."""
    papers: tuple[Sheet, ...]
    papers_said: str


def fixed(words: Words) -> dict[str, object]:
    """What does not change while the dock is open: its words, and the dials of each row."""
    rows = {
        "document": [Dial(name, words(f"printer.{name}")) for name in PRINTER],
        "ticket": [Dial(name, words(f"printer.{name}")) for name in TICKET],
        "network": [Dial(name, words(f"network_dial.{name}")) for name in (*NETWORK, PIN)],
        "scanner": [Dial(name, words(f"scanner_dial.{name}")) for name in SCANNER],
        "turns": [Dial(name, words(f"turns_dial.{name}")) for name in TURNS],
        "procedures": [Dial(name, words(f"procedures_dial.{name}", n=SHORT_HOLD_S)) for name in PROCEDURES],
        "page": [Dial(name, words(f"page.{name}")) for name in PAGES],
    }
    return {
        "words": {key: words(key) for key in _FIXED},
        "dials": {row: [asdict(dial) for dial in dials] for row, dials in rows.items()},
    }


def panel(seen: Seen, words: Words) -> Panel:
    """Decide what is shown."""
    code, code_said = _code(seen.sms, words)
    inserted = seen.reader.card if seen.reader else None
    contact = seen.contact.card if seen.contact else None
    return Panel(
        cards=_cards(seen.cards, words, resident=True),
        extras=_cards(seen.cards, words, resident=False),
        inserted=inserted or "",
        contact=contact or "",
        printed=_printed(seen.cards, inserted, contact, words),
        reader=_reader(seen, seen.reader, words),
        code=code,
        code_said=code_said,
        document=_printer(seen.printers, "document", words),
        ticket=_printer(seen.printers, "ticket", words),
        scanner=_scanner(seen.scanner, words),
        messages=(written := _messages(seen.overview, words)),
        messages_said="" if written else words("said.none"),
        turns=_turns(seen.overview, words),
        turn_page=seen.overview.turn.page if seen.overview and seen.overview.turn else "",
        procedures=_procedures(seen.overview, words),
        network=_network(seen.network, seen.proofs, words),
        help=_help(seen.calls, words),
        staff=_staff(seen.contact, words),
        papers=tuple(_sheet(paper, words) for paper in seen.papers),
        papers_said=words("said.papers", n=len(seen.papers)) if seen.papers else words("said.none"),
    )


def _code(sms: Sms | None, words: Words) -> tuple[str, str]:
    """The code in two halves, as it is read out; and to whom it went."""
    if sms is None or sms.code is None:
        return "", words("sms_none")
    middle = len(sms.code) // 2
    return f"{sms.code[:middle]} {sms.code[middle:]}", words("sms", n=sms.phone_ending or "")


def _cards(cards: Sequence[Card], words: Words, *, resident: bool) -> tuple[CardShown, ...]:
    return tuple(
        CardShown(card.id, card.label, card.about, words("contact", who=card.label) if card.pin else "")
        for card in cards
        if card.resident is resident
    )


def _printed(cards: Sequence[Card], inserted: str | None, contact: str | None, words: Words) -> str:
    """What one needs to play a holder, in the groups in which it is typed; the contact card goes first."""
    held = next((card for card in cards if card.id == contact), None)
    card = next((card for card in cards if card.id == inserted), None)
    if held and held.pin:
        return words("printed.pin", who=held.label.split()[0], n=held.pin)
    if card is None:
        return words("printed_none")
    parts = []
    if card.can:
        parts.append(words("printed.can", n=f"{card.can[:3]}\u00a0{card.can[3:]}"))
    if card.zone:
        typed = (card.zone[:10], card.zone[10:17], card.zone[17:])
        parts.append(words("printed.zone", n="\u00a0\u00a0".join(typed)))
    if card.phone:
        phone = "\u00a0".join(card.phone[at : at + 3] for at in range(0, len(card.phone), 3))
        parts.append(words("printed.phone", n=phone))
    elif card.resident:
        parts.append(words("printed.no_phone"))
    return " · ".join(parts) or card.about


def _reader(seen: Seen, reader: Reader | None, words: Words) -> Peer:
    if reader is None:
        return Peer(words("said.silent"), on=False)
    labels = [card.label for card in seen.cards if card.id == reader.card]
    if not labels:
        return Peer(words("said.reader_empty"), on=True)
    return Peer(words("said.reader", who=labels[0].split()[0]), on=True)


def _printer(printers: Mapping[str, Printer], name: str, words: Words) -> Peer:
    state = printers.get(name)
    if state is None:
        return Peer(words("said.silent"), on=False)
    dial = set_now(state.causes, state.dials.speed_mm_s)
    if state.printing:
        return Peer(_progress(name, state.rows, words), on=True, dial=dial)
    said = "said.fault" if not dial else "said.ready" if dial in ("fine", "slow") else f"said.{dial}"
    return Peer(words(said), on=True, dial=dial)


def _progress(printer: str, rows: int, words: Words) -> str:
    """How much of an A4 page is out; of a ticket nobody knows how long it will be."""
    if printer == "document":
        return words("said.printing", n=min(100, 100 * rows // A4_ROWS))
    return words("said.printing_mm", n=rows // ROWS_A_MM)


def _network(network: Network | None, proofs: Proofs | None, words: Words) -> Peer:
    if network is None:
        return Peer(words("said.silent"), on=False)
    pin = [PIN] if proofs and DNIE_PIN in proofs.proofs else []
    said = words(f"said.network_{network.mode}", n=f"{network.seconds:g}")
    return Peer(said, on=True, dial=network.mode, beside=pin)


def _scanner(scanner: Scanner | None, words: Words) -> Peer:
    if scanner is None:
        return Peer(words("said.silent"), on=False)
    return Peer(words("said.scanner_heard" if scanner.heard else "said.scanner_alone"), on=scanner.heard)


def _messages(overview: Overview | None, words: Words) -> tuple[str, ...]:
    newest = reversed(overview.messages if overview else ())
    return tuple(_written(message, words) for message in newest)[:SHOWN_MESSAGES]


def _written(message: Message, words: Words) -> str:
    return f"{words(f'message.{message.kind}', n=message.to)}: {message.text}"


def _turns(overview: Overview | None, words: Words) -> Peer:
    """What became of the turn that was given last."""
    if overview is None:
        return Peer(words("said.silent"), on=False)
    beside = [] if overview.turns_left else [NONE_LEFT]
    match overview.turn:
        case None:
            said = words("said.turn_none")
        case turn if turn.state == "waiting":
            said = words("said.turn_waiting", n=turn.number, ahead=turn.ahead)
        case turn if turn.state == "called":
            said = words("said.turn_called", n=turn.number, desk=turn.desk)
        case turn:
            said = words("said.turn_gone", n=turn.number)
    return Peer(said, on=True, beside=beside)


def _procedures(overview: Overview | None, words: Words) -> Peer:
    if overview is None:
        return Peer(words("said.silent"), on=False)
    standing = {
        RIVAL: overview.rival,
        SHORT_HOLD: overview.hold_seconds == SHORT_HOLD_S,
        WITHDRAWN: overview.withdrawn,
    }
    return Peer("", on=True, beside=[dial for dial, on in standing.items() if on])


def _staff(contact: Contact | None, words: Words) -> str:
    return words("staff", n=contact.staff_pin if contact else "…")


def _help(calls: Sequence[HelpCall] | None, words: Words) -> Peer:
    """Whether somebody asks; the dial is what staff can do of it: come, and then end it."""
    if calls is None:
        return Peer(words("said.silent"), on=False)
    states = {call.state for call in calls}
    open_call = next((state for state in ("called", "coming") if state in states), "none")
    louder = open_call == "called" and max(call.level for call in calls if call.state == "called") > 1
    said = "said.call_again" if louder else f"said.call_{open_call}"
    return Peer(words(said), on=open_call != "none", dial="ended" if open_call == "coming" else "coming")


def _sheet(paper: Paper, words: Words) -> Sheet:
    return Sheet(
        name=f"{paper.printer}-{paper.number}",
        spoken=words("sheet", n=paper.number, printer=words(paper.printer)),
        picture=paper.file.as_uri(),
        ratio=paper.width / max(1, paper.rows),
        wide=paper.printer == "document",
    )
