"""The whole tree of settings: each has a type, a unit, a title, and a sentence for the technician.

Values come from the defaults of the sections, then profile, TOML file, environment (`config.store`).
Secrets are not here: settings hold the paths of their files (`config.secret_files`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, model_validator

from config.addresses import seu_address
from config.device_settings import (
    CardReader,
    ContactReader,
    Devices,
    DocumentPrinter,
    Printer,
    Printers,
    Scanner,
    StaffCard,
    TicketPrinter,
)
from config.hours import known_time_zone
from config.laboratory_settings import Experiment, Experiments
from config.problem import refuse
from config.screen_settings import FileLanguage, Help, Identity, Languages, Screen, Session
from config.section import Minutes, OptionalFile, Seconds, Section

__all__ = [
    "VERSION",
    "Admin",
    "CardReader",
    "ContactReader",
    "Devices",
    "DocumentPrinter",
    "Experiment",
    "Experiments",
    "FileLanguage",
    "Help",
    "Identity",
    "Kiosk",
    "Languages",
    "Logs",
    "Printer",
    "Printers",
    "Scanner",
    "Screen",
    "Section",
    "Session",
    "Settings",
    "Seu",
    "StaffCard",
    "TicketPrinter",
]

VERSION: Final = 1
"""Of the file's shape. A change of shape adds a step to `config.migrate`."""

Profile = Literal["blue", "demo", "welcome", "arrival", "assisted"]
Role = Literal["blue", "welcome", "arrival", "assisted"]


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
        description="blue: all services. welcome: asks, and says where to go. arrival: check-in and turns. "
        "assisted: all services beside a person of the office, and the consent sheet.",
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
        description="File (mode 0600) with the hash of the technician's PIN, of `kiosk admin pin`; "
        "empty: nobody enters.",
    )
    idle_minutes: Minutes = Field(
        10,
        title="Silence",
        description="Without a touch for so long, the technician's screens close by themselves.",
        ge=1,
        le=60,
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
    help: Help = Help()
    identity: Identity = Identity()
    languages: Languages = Languages()
    devices: Devices = Devices()
    experiments: Experiments = Experiments()
    logs: Logs = Logs()
    admin: Admin = Admin()
