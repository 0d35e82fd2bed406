"""Settings of what is plugged in: printers, readers, the scanner, and where each stands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from config.addresses import IPP_RIGHT, PRINTER_RIGHT, document_printer_address, printer_address
from config.problem import refuse
from config.section import OptionalFile, Section, whole

Side = Literal["left", "right"]


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
        description="PEM file with the authorities that issue staff cards; such a card ends a call for help.",
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
    baud: Annotated[Literal[9600, 19200, 38400, 57600, 115200], BeforeValidator(whole)] = Field(
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


class Devices(Section):
    """Where things stand, seen by the person in front; the drawings on the screen show it."""

    reader_side: Side = Field("right", title="Card reader", description="The side on which a card is put.")
    slot_side: Side = Field("left", title="Paper", description="The side on which documents come out.")
