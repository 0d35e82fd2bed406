"""The whole tree of settings: each has a type, a unit, a title, and a sentence for the technician.

Values come from the defaults below, then profile, then TOML file, then environment (`config.store`).
Secrets are not here: settings hold the paths of their files (`config.secret_files`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from config.addresses import (
    IPP_RIGHT,
    PRINTER_RIGHT,
    document_printer_address,
    printer_address,
    seu_address,
)
from config.hours import known_time_zone
from config.problem import refuse

VERSION: Final = 1
"""Of the file's shape. A change of shape adds a step to `config.migrate`."""

Profile = Literal["blue", "demo", "welcome", "arrival"]
Role = Literal["blue", "welcome", "arrival"]
Language = Literal["ca", "es", "en"]
Side = Literal["left", "right"]

Seconds = Annotated[float, Field(json_schema_extra={"unit": "s"})]
Pixels = Annotated[int, Field(json_schema_extra={"unit": "px"})]
OptionalFile = Annotated[Path | None, BeforeValidator(lambda given: None if given == "" else given)]


def _whole(given: object) -> object:
    """A number as the environment writes it."""
    return int(given) if isinstance(given, str) and given.isascii() and given.isdecimal() else given


def _split(given: object) -> object:
    """A list as the environment writes it: `ca,es`."""
    return [part.strip() for part in given.split(",")] if isinstance(given, str) else given


class Section(BaseModel):
    """A table of the file. What is not known is refused, and errors never repeat what was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Kiosk(Section):
    """This machine."""

    name: str = Field(
        "ZB-01",
        title="Name",
        description="What staff and the seu call this machine; it stands on tickets and in logs.",
        pattern=r"^[A-Z0-9][A-Z0-9-]{1,15}$",
        json_schema_extra={"right": "2 to 16 capital letters, digits and hyphens, like ZB-01"},
    )
    town: str = Field(
        "Ajuntament",
        title="Town",
        description="Its short name, as it stands on every screen and ticket.",
        min_length=1,
        max_length=60,
    )
    time_zone: Annotated[str, AfterValidator(known_time_zone)] = Field(
        "Europe/Madrid",
        title="Time zone",
        description="Of the hours on screen and paper, whatever this machine's own is.",
        json_schema_extra={"right": "a name of the IANA time zone database, like Europe/Madrid"},
    )
    profile: Profile = Field(
        "blue",
        title="Profile",
        description="The kind of kiosk: its file in config/profiles is read before this one.",
    )
    role: Role = Field(
        "blue",
        title="Role",
        description="blue: all services. welcome: asks, and says where to go. arrival: check-in and turns.",
    )
    welcome_file: OptionalFile = Field(
        None,
        title="Welcome file",
        description="The questions of the welcome zone; empty means those that come with the kiosk.",
    )
    state_folder: Path = Field(
        Path("/var/lib/zona-blava"),
        title="State folder",
        description="Where the journal of printed sheets is kept; it must survive a power cut.",
    )


class Seu(Section):
    """The town hall's electronic office, and who this kiosk is to it."""

    base_url: Annotated[str, AfterValidator(seu_address)] = Field(
        "",
        title="Address",
        description="Where the seu's API stands. Plain http is allowed to this very machine only.",
        json_schema_extra={"right": "https://HOST/PATH, or http://127.0.0.1:PORT for a seu on this machine"},
    )
    token_file: OptionalFile = Field(
        None,
        title="Token file",
        description="File (mode 0600) with the token that the town hall gave to this kiosk.",
    )
    client_certificate: OptionalFile = Field(
        None,
        title="Client certificate",
        description="PEM file (mode 0600) with this kiosk's certificate and its key, instead of a token.",
    )
    ca_file: OptionalFile = Field(
        None,
        title="Authorities",
        description="PEM file with the authorities that may vouch for the seu; empty means the system's.",
    )
    connect_seconds: Seconds = Field(
        3,
        title="Time to connect",
        description="How long the seu may take to accept a connection.",
        ge=0.1,
        le=60,
    )
    read_seconds: Seconds = Field(
        5,
        title="Time to answer",
        description="How long the seu may be silent until it counts as down.",
        ge=0.1,
        le=120,
    )
    seal_roots: OptionalFile = Field(
        None,
        title="Roots of the seal",
        description="PEM file with the roots that the organ's seal on a certificate must lead to.",
    )

    @model_validator(mode="after")
    def _known_to_the_seu(self) -> Seu:
        if self.base_url.startswith("https:") and self.token_file is None and self.client_certificate is None:
            raise refuse(
                "over https the seu must know which kiosk is asking",
                "the path of a file with the token, here or as client_certificate",
                field="seu.token_file",
            )
        return self


class Printer(Section):
    """One printer."""

    enabled: bool = Field(True, title="In use", description="Whether this kiosk has the printer at all.")
    address: Annotated[str, AfterValidator(printer_address)] = Field(
        title="Address",
        description="Where the printer is: network, USB, serial line or device file.",
        json_schema_extra={"right": PRINTER_RIGHT},
    )
    model: str = Field(
        title="Model",
        description="Its entry in devices/printer/models.toml; a printer that is reached by IPP needs none.",
        pattern=r"^[a-z0-9-]+$",
        json_schema_extra={"right": "a model's name, like generic-80"},
    )


class DocumentPrinter(Printer):
    """The printer of A4 documents."""

    address: Annotated[str, AfterValidator(document_printer_address)] = Field(
        title="Address",
        description="Where the printer is: network, USB, serial line or device file; or IPP.",
        json_schema_extra={"right": IPP_RIGHT},
    )


class TicketPrinter(Printer):
    """The printer of tickets and receipts."""


class Printers(Section):
    """What puts words on paper."""

    document: DocumentPrinter = DocumentPrinter(address="tcp://127.0.0.1:9101", model="generic-216")
    ticket: TicketPrinter = TicketPrinter(address="tcp://127.0.0.1:9100", model="generic-80")


class CardReader(Section):
    """The contactless reader for identity documents."""

    enabled: bool = Field(True, title="In use", description="Whether this kiosk has a card reader at all.")
    name: str = Field(
        "",
        title="Name",
        description="Part of the reader's name as `kiosk check` shows it; empty: the first contactless one.",
        max_length=120,
    )


class ContactReader(Section):
    """The reader into which a DNI is put, to sign with its PIN."""

    enabled: bool = Field(False, title="In use", description="Whether this kiosk has such a reader at all.")
    name: str = Field(
        "",
        title="Name",
        description="Part of the reader's name as `kiosk check` shows it, of its contact slot alone.",
        max_length=120,
    )
    module: Path = Field(
        Path("/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so"),
        title="Module",
        description="The PKCS#11 library that knows the cards.",
    )
    counts_tries: bool = Field(
        False,
        title="Counts tries",
        description="Only where a test showed that the module tells of every lost try; OpenSC does not.",
    )

    @model_validator(mode="after")
    def _named_where_in_use(self) -> ContactReader:
        if self.enabled and not self.name:
            raise refuse(
                "without a name it could be the contactless reader",
                "a part of the contact reader's name",
                field="contact_reader.name",
            )
        return self


class StaffCard(Section):
    """The card by which staff prove who they are."""

    authorities: OptionalFile = Field(
        None,
        title="Authorities",
        description="PEM file with the authorities that issue staff cards. No screen asks for one yet.",
    )


class Scanner(Section):
    """The scanner of QR codes, barcodes and the lines of a document."""

    kind: Literal["none", "serial", "keyboard"] = Field(
        "none",
        title="Kind",
        description="serial: on a port of its own. keyboard: types what it reads into this machine.",
    )
    device: Path = Field(
        Path("/dev/ttyACM0"),
        title="Device",
        description="The port of a serial scanner; its name below /dev/serial/by-id never changes.",
    )
    baud: Annotated[Literal[9600, 19200, 38400, 57600, 115200], BeforeValidator(_whole)] = Field(
        9600,
        title="Speed",
        description="Of a serial port, in bits a second; of no account where the scanner is on USB.",
    )
    lines: bool = Field(
        False,
        title="Reads lines",
        description="It reads the lines of a document; people are then told to pass theirs through it.",
    )
    layout: Literal["same", "us"] = Field(
        "same",
        title="Keyboard layout",
        description="us: a keyboard scanner types as on a US keyboard, and this machine has another layout.",
    )
    key_gap: Annotated[int, Field(json_schema_extra={"unit": "ms"})] = Field(
        30,
        title="Between keys",
        description="What comes faster is a keyboard scanner, what comes slower is a person.",
        ge=5,
        le=100,
    )


class Screen(Section):
    """The glass."""

    width: Pixels = Field(
        0, title="Width", description="Of the picture; 0 means the screen's own.", ge=0, le=8192
    )
    height: Pixels = Field(
        0, title="Height", description="Of the picture; 0 means the screen's own.", ge=0, le=8192
    )
    fullscreen: bool = Field(True, title="Full screen", description="Without a frame, over everything else.")
    px_per_mm: float = Field(
        0,
        title="Density",
        description="Measure the picture's width with a ruler; 0 means what the screen says of itself.",
        ge=0,
        le=40,
        json_schema_extra={"unit": "px/mm"},
    )
    software_rendering: Literal["auto", "always", "never"] = Field(
        "auto",
        title="Drawing without a graphics card",
        description="auto tries the graphics card first.",
    )
    calm: bool = Field(False, title="Calm", description="Nothing moves: every movement becomes a cut.")


class Session(Section):
    """How long a screen waits for a person."""

    idle_seconds: Seconds = Field(
        60,
        title="Idle",
        description="Without a touch, until the kiosk asks whether somebody is there.",
        ge=1,
        le=600,
    )
    # EN 301 549, 9.2.2.1 (WCAG 2.2.1): a person gets at least 20 seconds to ask for more time.
    idle_countdown_seconds: Seconds = Field(
        30, title="Countdown", description="From that question to the end of the session.", ge=1, le=300
    )
    take_paper_seconds: Seconds = Field(
        30,
        title="Take your paper",
        description="How long that screen stays when nothing is touched.",
        ge=1,
        le=300,
    )
    goodbye_seconds: Seconds = Field(
        8,
        title="Goodbye",
        description="How long goodbye stays before the kiosk is free again.",
        ge=0.1,
        le=60,
    )


class Identity(Section):
    """Proving who one is."""

    can_tries: int = Field(
        3,
        title="Tries of the card's number",
        description="Wrong ones, of the CAN and of the lines, until a person is asked to help.",
        ge=1,
        le=10,
    )
    country_signers: Path = Field(
        Path("/var/lib/zona-blava/country-signers"),
        title="Country signers",
        description="Folder into which `kiosk trust import` puts them; documents are judged by these alone.",
        json_schema_extra={"right": "the path of a folder"},
    )


class Languages(Section):
    """What the kiosk speaks."""

    offered: Annotated[tuple[Language, ...], BeforeValidator(_split)] = Field(
        ("ca", "es", "en"), title="Offered", description="In the order of the screen.", min_length=1
    )
    first: Language = Field(
        "ca", title="First", description="The language of a kiosk that nobody has touched."
    )

    @model_validator(mode="after")
    def _first_is_offered_and_none_twice(self) -> Languages:
        if len(set(self.offered)) != len(self.offered):
            raise refuse("a language stands there twice", "each language once", field="languages.offered")
        if self.first not in self.offered:
            offered = ", ".join(self.offered)
            raise refuse("this language is not offered", f"one of {offered}", field="languages.first")
        return self


class Devices(Section):
    """Where things stand, seen by the person in front; the drawings on the screen show it."""

    reader_side: Side = Field("right", title="Card reader", description="The side on which a card is put.")
    slot_side: Side = Field("left", title="Paper", description="The side on which documents come out.")


class Logs(Section):
    """What the kiosk writes of itself; never of a person."""

    file: OptionalFile = Field(
        None, title="File", description="JSON lines are added to it; empty means standard error."
    )
    level: Literal["debug", "info", "warning", "error"] = Field(
        "info", title="From", description="The least weight that is written."
    )


class Admin(Section):
    """The technician's own screens."""

    pin_file: OptionalFile = Field(
        None,
        title="PIN file",
        description="File (mode 0600) with the hash of the technician's PIN; empty: nobody enters.",
    )


class Settings(Section):
    """Everything that a technician may change."""

    version: Literal[1] = Field(
        VERSION, title="Version", description="Of the file's shape; older ones are migrated."
    )
    kiosk: Kiosk = Kiosk()
    seu: Seu = Seu()
    printers: Printers = Printers()
    card_reader: CardReader = CardReader()
    contact_reader: ContactReader = ContactReader()
    staff_card: StaffCard = StaffCard()
    scanner: Scanner = Scanner()
    screen: Screen = Screen()
    session: Session = Session()
    identity: Identity = Identity()
    languages: Languages = Languages()
    devices: Devices = Devices()
    logs: Logs = Logs()
    admin: Admin = Admin()
