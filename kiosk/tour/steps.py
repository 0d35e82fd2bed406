"""What a journey is made of: screens expected, things touched, and what the town does meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class At:
    """Wait for this screen, and take its picture."""

    state: str


@dataclass(frozen=True, slots=True)
class Until:
    """Wait for this event in the trace, and take a picture, unless the screen looks as it did before."""

    event: str
    picture: bool = True


@dataclass(frozen=True, slots=True)
class Seen:
    """Wait until the screen says the sentence of that key."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Touch:
    """Touch the item of that name in its middle."""

    item: str


@dataclass(frozen=True, slots=True)
class TypeCan:
    """Type the CAN printed on somebody's document; `wrong` types another."""

    resident: str
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class CopyNumber:
    """Copy the document number from the lines of somebody's document; `wrong` changes its last character."""

    resident: str
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class CopyBirth:
    """Copy the date of birth from the lines of somebody's document; `wrong` changes its last digit."""

    resident: str
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class CopyExpiry:
    """Copy the date of expiry from the lines of somebody's document."""

    resident: str


@dataclass(frozen=True, slots=True)
class ScanLines:
    """Pull somebody's document through the scanner, which reads its lines."""

    resident: str


@dataclass(frozen=True, slots=True)
class ScanCode:
    """Hold a code before the scanner."""

    code: str


@dataclass(frozen=True, slots=True)
class Booked:
    """An appointment so many minutes from now, perhaps in somebody's name, at an office of the town.

    Without a procedure it is of none that can be booked again.
    """

    minutes: int
    resident: str = ""
    office: str = "central"
    procedure: str = ""


@dataclass(frozen=True, slots=True)
class TurnElsewhere:
    """Somebody takes a turn at the blue kiosk; `handover` goes along, by the members of the contract."""

    language: str
    handover: dict[str, str]


@dataclass(frozen=True, slots=True)
class ScanAppointment:
    """Hold the code of the appointment that was booked last before the scanner.

    `which` may be another that the demo knows: `another_town`, `damaged`, `other`.
    """

    which: str = "last"


@dataclass(frozen=True, slots=True)
class TypePhone:
    """Type somebody's registered phone."""

    resident: str


@dataclass(frozen=True, slots=True)
class TypeCode:
    """Type the code that came by SMS; `wrong` types another."""

    wrong: bool = False


@dataclass(frozen=True, slots=True)
class PutCard:
    """Put somebody's document on the reader; `pulled_after` takes it away after so many commands."""

    card: str
    pulled_after: int = 0


@dataclass(frozen=True, slots=True)
class TakeCard:
    """Take the document away."""


@dataclass(frozen=True, slots=True)
class PutSigner:
    """Put somebody's DNI into the reader with contacts."""

    resident: str


@dataclass(frozen=True, slots=True)
class TakeSigner:
    """Take it out."""


@dataclass(frozen=True, slots=True)
class TypePin:
    """Type the PIN of somebody's DNI; `wrong` types another."""

    resident: str
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class TypeWords:
    """Type words on the keyboard of the screen."""

    text: str


@dataclass(frozen=True, slots=True)
class HoldMark:
    """Hold the mark in the header, until the kiosk asks for the technician's PIN."""


@dataclass(frozen=True, slots=True)
class TypeTechnicianPin:
    """Type the technician's PIN; `wrong` types another."""

    wrong: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """So many sessions went before: rows of the kiosk's counters (about, kind, cell, count), of today."""

    rows: tuple[tuple[str, str, str, int], ...]


@dataclass(frozen=True, slots=True)
class SeuDial:
    """Turn a dial of the seu: `proofs`, `documents`, `assurance`, `procedures`."""

    dial: str
    stand: dict[str, object]


@dataclass(frozen=True, slots=True)
class Dial:
    """Turn dials of a simulated printer."""

    printer: str
    dials: dict[str, bool | int | str]


@dataclass(frozen=True, slots=True)
class Printing:
    """Wait until a simulated printer moves paper."""

    printer: str


@dataclass(frozen=True, slots=True)
class TakePaper:
    """Take the sheet that a simulated printer holds out."""

    printer: str


@dataclass(frozen=True, slots=True)
class HoldRecords:
    """Somebody else holds the kiosk's records, and nothing can be written down; or lets them go."""

    held: bool


@dataclass(frozen=True, slots=True)
class Network:
    """Turn the dial of the seu's network: fine, slow, down, error_500, garbage."""

    mode: str


Copying = CopyNumber | CopyBirth | CopyExpiry
Signing = PutSigner | TakeSigner
Typing = TypeCan | TypePhone | TypeCode | TypePin | TypeTechnicianPin | TypeWords | Copying
Scanning = ScanLines | ScanCode | ScanAppointment
Step = (
    At
    | Until
    | Seen
    | Touch
    | HoldMark
    | Typing
    | Scanning
    | PutCard
    | TakeCard
    | Signing
    | Dial
    | Printing
    | TakePaper
    | HoldRecords
    | Counted
    | SeuDial
    | Booked
    | TurnElsewhere
    | Network
)


@dataclass(frozen=True, slots=True)
class Journey:
    """One way through the kiosk, and how it is judged from outside."""

    name: str
    about: str
    steps: tuple[Step, ...]
    states: tuple[str, ...]
    """Every state of the trace, in order, each once as long as it lasts."""
    requests: tuple[str, ...]
    """What the seu saw that changes something, by operation, in order."""
    papers: dict[str, int]
    """Sheets that came out, by printer."""
    evidence: dict[str, str] = field(default_factory=dict)
    """What the seu was told of the document that was read last, as far as it matters."""
    settings: dict[str, str] = field(default_factory=dict)
    """Environment settings that this journey needs."""
    assisted: bool = False
    """It is played at the kiosk in the pink zone, which has a name and a token of its own."""
    presenter: bool = False
    """The document printer has a presenter that sees a sheet taken."""
    calls: tuple[str, ...] = ()
    """Why the kiosk itself called staff, in the order of the alphabet."""
    waiting: tuple[str, ...] = ()
    """The states of what `kiosk paper list` shows staff at the end."""
