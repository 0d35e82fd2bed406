"""The demo town hall as one thing: starts its seu, printers, scanner, card service and cards, and ends them.

Each is a process of its own, spoken to over a real protocol; its dials are on a control port.
"""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from demo import technician
from demo.card.holders import read_holders
from demo.card.softhsm import MODULE, configure
from demo.pcsc import CONTACT_READER, PrivatePcsc

RESIDENTS = Path(__file__).with_name("residents.toml")
HEADS = {"document": 1728, "ticket": 576}
"""Dots of the two printers: A4 and 80 mm at 8 dots a millimetre."""
PRESENTING = "custom-kpm216h"
PRESENTER = ("--dialect", "custom", "--no-process-id", "--presenter")
"""The model of a document printer with a presenter, and what its simulation is started with."""
AFRESH = {
    **dict.fromkeys(("paper_out", "cover_open", "jam", "cutter_error", "overheated", "offline"), False),
    "paper_out_after_rows": None,
    "speed_mm_s": 250.0,
}
"""How the dials of a printer stand before somebody turns them."""
CHIP_MS = 45.0
"""What the demo's chip takes for a command, as a contactless one does (docs/identity.md)."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One process of the town, and where it listens."""

    process: subprocess.Popen[bytes]
    port: int
    control_port: int


class Town:
    """A context: inside it the town is open, and `environment` is what a kiosk needs to find it."""

    def __init__(self, folder: Path, *, presenter: bool = False) -> None:
        """`presenter`: the document printer holds a sheet out, and sees it taken."""
        self.folder = folder
        self._presenter = presenter
        self._contact = folder / "contact"
        self._peers: dict[str, Peer] = {}
        self._pcsc = PrivatePcsc(contact=True)
        self._http = httpx.Client(trust_env=False, timeout=10)
        self._holding: list[sqlite3.Connection] = []
        self.environment: dict[str, str] = {}

    def __enter__(self) -> Town:
        """Start every process; raises RuntimeError where one does not come up."""
        self.folder.mkdir(parents=True, exist_ok=True)
        tokens = [self._make_token(name) for name in ("kiosk", "assisted")]
        self._pcsc.start()
        started = {
            "seu": _start(
                "demo.seu",
                *("--token-file", str(tokens[0]), "--assisted-token-file", str(tokens[1])),
                "--die-with-parent",
            ),
            "card": self._start_cards(),
            "scanner": _start("demo.scanner", "--device", str(self.folder / "scanner")),
            **{name: self._start_printer(name, width) for name, width in HEADS.items()},
        }
        self._peers = {name: _ready(name, process) for name, process in started.items()}
        root = self.folder / "seal-root.pem"
        root.write_bytes(self._get("seu", "/seal-root").content)
        authority = self._get("card", "/contact/authority").content
        (self.folder / "dnie-root.pem").write_bytes(authority)
        self._http.put(self.control("seu") + "/dnie-authorities", content=authority).raise_for_status()
        staff_root = self.folder / "staff-root.pem"
        staff_root.write_bytes(self._get("card", "/contact/staff-authority").content)
        signers = self._import_signers()
        pin = self.folder / "admin.pin"
        technician.write_pin(pin)
        self._post("card", "/speed", {"ms_per_apdu": CHIP_MS})
        self.environment = {
            **self._pcsc.environment,
            "KIOSK_SEU__BASE_URL": f"http://127.0.0.1:{self._peers['seu'].port}",
            "KIOSK_SEU__TOKEN_FILE": str(tokens[0]),
            "KIOSK_SEU__SEAL_ROOTS": str(root),
            "KIOSK_KIOSK__STATE_FOLDER": str(self.folder / "state"),
            "KIOSK_CARD_READER__NAME": "",
            "KIOSK_SCANNER__KIND": "serial",
            "KIOSK_SCANNER__DEVICE": str(self.folder / "scanner"),
            "SOFTHSM2_CONF": str(configure(self._contact, self._contact / "inserted")),
            "KIOSK_CONTACT_READER__ENABLED": "true",
            "KIOSK_CONTACT_READER__NAME": CONTACT_READER,
            "KIOSK_CONTACT_READER__MODULE": str(MODULE),
            "KIOSK_CONTACT_READER__COUNTS_TRIES": "true",
            "KIOSK_STAFF_CARD__AUTHORITIES": str(staff_root),
            "KIOSK_IDENTITY__COUNTRY_SIGNERS": str(signers),
            "KIOSK_ADMIN__PIN_FILE": str(pin),
            "KIOSK_PRINTERS__TICKET__ADDRESS": f"tcp://127.0.0.1:{self._peers['ticket'].port}",
        }
        self._name_printer()
        return self

    def __exit__(self, *raised: object) -> None:
        """End every process that was started here."""
        self._let_go()
        for peer in self._peers.values():
            peer.process.terminate()
        for peer in self._peers.values():
            peer.process.communicate()
        self._pcsc.stop()
        self._http.close()

    @property
    def assisted(self) -> dict[str, str]:
        """What a kiosk in the pink zone needs besides: it is another one to the seu."""
        token = self.folder / "assisted.token"
        return {
            "KIOSK_KIOSK__ROLE": "assisted",
            "KIOSK_KIOSK__NAME": "ZB-02",
            "KIOSK_SEU__TOKEN_FILE": str(token),
        }

    def _make_token(self, name: str) -> Path:
        token = self.folder / f"{name}.token"
        token.touch(mode=0o600)
        token.write_text(secrets.token_urlsafe(32), encoding="utf-8")
        return token

    def _start_cards(self) -> subprocess.Popen[bytes]:
        ports = ("--vpcd-port", str(self._pcsc.vpcd_port), "--contact-port", str(self._pcsc.contact_port))
        return _start("demo.card", *ports, "--contact-folder", str(self._contact))

    def _start_printer(self, name: str, width: int) -> subprocess.Popen[bytes]:
        out = self.folder / name
        out.mkdir(exist_ok=True)
        head = ("--name", name, "--width", str(width), "--out", str(out), "--die-with-parent")
        presents = self._presenter and name == "document"
        return _start("demo.printer", *head, *(PRESENTER if presents else ()))

    def put_printer(self, *, presenter: bool) -> None:
        """Put a document printer with or without a presenter in the place of one that is not so."""
        if presenter is self._presenter:
            return
        self._presenter = presenter
        before = self._peers["document"].process
        before.terminate()
        before.communicate()
        self._peers["document"] = _ready("document", self._start_printer("document", HEADS["document"]))
        self._name_printer()

    def _name_printer(self) -> None:
        """How a kiosk finds the document printer that stands there now."""
        place, model = (f"KIOSK_PRINTERS__DOCUMENT__{what}" for what in ("ADDRESS", "MODEL"))
        self.environment[place] = f"tcp://127.0.0.1:{self._peers['document'].port}"
        self.environment.pop(model, None)
        if self._presenter:
            self.environment[model] = PRESENTING

    def _import_signers(self) -> Path:
        """The country signers of the demo, taken in as a technician would; the answer is their folder."""
        file, folder = self.folder / "country-signers.pem", self.folder / "country-signers"
        file.write_bytes(self._get("card", "/csca").content)
        command = [sys.executable, "-m", "kiosk", "trust", "import", str(file), "--folder", str(folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return folder

    # --- dials --------------------------------------------------------------------------------------------

    def control(self, name: str) -> str:
        """The address of a process's dials."""
        return f"http://127.0.0.1:{self._peers[name].control_port}"

    def _get(self, name: str, path: str) -> httpx.Response:
        return self._http.get(self.control(name) + path).raise_for_status()

    def _post(self, name: str, path: str, body: Mapping[str, object]) -> None:
        self._http.post(self.control(name) + path, json=dict(body)).raise_for_status()

    async def put_card(self, card: str) -> None:
        """Put somebody's document on the reader."""
        await asyncio.to_thread(self._post, "card", "/insert", {"card": card})

    async def take_card(self) -> None:
        """Take it away."""
        await asyncio.to_thread(self._post, "card", "/remove", {})

    async def put_contact_card(self, resident: str) -> None:
        """Put somebody's DNI into the reader with contacts, or a card that is none (`metro`)."""
        await asyncio.to_thread(self._post, "card", "/contact/insert", {"card": resident})

    async def take_contact_card(self) -> None:
        """Take it out."""
        await asyncio.to_thread(self._post, "card", "/contact/remove", {})

    async def pull_card_after(self, commands: int) -> None:
        """Take it away after so many more commands."""
        await asyncio.to_thread(self._post, "card", "/pull_after", {"apdus": commands})

    async def dial(self, printer: str, dials: Mapping[str, bool | int | str]) -> None:
        """Turn dials of a printer."""
        await asyncio.to_thread(self._post, printer, "/dials", dials)

    async def take_paper(self, printer: str) -> None:
        """Take the sheet that a printer holds out."""
        await asyncio.to_thread(self._post, printer, "/take", {})

    async def rows(self, printer: str) -> int:
        """The rows of dots that a printer has put on paper."""
        state = await asyncio.to_thread(self._get, printer, "/state")
        return int(state.json()["rows_printed"])

    async def hold_records(self, held: bool) -> None:
        """Have somebody else hold every database of the kiosk, so that it writes nothing down; or let go."""
        self._let_go()
        if held:
            self._hold()

    @property
    def _state_folder(self) -> Path:
        return Path(self.environment["KIOSK_KIOSK__STATE_FOLDER"])

    def _hold(self) -> None:
        for path in self._state_folder.glob("*.sqlite"):
            self._holding.append(sqlite3.connect(path, isolation_level=None))
            self._holding[-1].execute("BEGIN IMMEDIATE")

    def _let_go(self) -> None:
        while self._holding:
            self._holding.pop().close()

    async def count(self, rows: Sequence[tuple[str, str, str, int]]) -> None:
        """Write into the kiosk's own counters that so much happened today."""
        await asyncio.to_thread(technician.count, self._state_folder / "insight.sqlite", rows)

    async def network(self, mode: str) -> None:
        """Turn the dial of the seu's network."""
        await asyncio.to_thread(self._post, "seu", "/network", {"mode": mode})

    async def seu(self, dial: str, stand: Mapping[str, object]) -> None:
        """Turn another dial of the seu: which proofs or documents it accepts, what a document asks for."""
        await asyncio.to_thread(self._post, "seu", f"/{dial}", stand)

    async def scan(self, text: str) -> None:
        """Hold a code before the scanner, or pull lines through it."""
        await asyncio.to_thread(self._post, "scanner", "/read", {"text": text})

    async def booked(self, minutes: int, resident: str, office: str, procedure: str) -> None:
        """Make an appointment so many minutes from now, perhaps of something that can be booked again."""
        made = {"minutes": minutes, "resident": resident, "office": office, "procedure": procedure}
        await asyncio.to_thread(self._post, "seu", "/arrivals/appointment", made)

    async def code_shown(self, which: str) -> str:
        """What stands in the code of the appointment made last, or in another of `demo.seu.shown_codes`."""
        return await asyncio.to_thread(self._code_shown, which)

    def _code_shown(self, which: str) -> str:
        answer = self._http.post(self.control("seu") + "/arrivals/shown", json={"which": which})
        return str(answer.raise_for_status().json()["text"])

    async def turn_elsewhere(self, language: str, handover: Mapping[str, str]) -> None:
        """Take a turn as the blue kiosk does; what is handed over goes along."""
        token = (self.folder / "kiosk.token").read_text(encoding="utf-8")
        asked = {"reason": "not_identified", "language": language, "handover": dict(handover)}
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": secrets.token_urlsafe(16)}
        place = f"http://127.0.0.1:{self._peers['seu'].port}/v1/turns"
        answer = await asyncio.to_thread(self._http.post, place, json=asked, headers=headers)
        answer.raise_for_status()

    async def sms(self) -> dict[str, str]:
        """The last code that was sent: `code`, and the `phone_ending`."""
        answer = await asyncio.to_thread(self._get, "seu", "/sms")
        sent: dict[str, str] = answer.json()
        return sent

    def start_afresh(self) -> None:
        """No card in a reader, the network fine, nothing remembered by seu or cards, printers with paper."""
        self._post("card", "/remove", {})
        self._post("card", "/contact/afresh", {})
        self._post("seu", "/reset", {})
        for printer in HEADS:
            self._post(printer, "/dials", {"power": True, **AFRESH})

    def traffic(self) -> list[dict[str, object]]:
        """What the seu was asked and answered, in order."""
        records: list[dict[str, object]] = self._get("seu", "/traffic").json()
        return records

    def papers(self, printer: str) -> list[bytes]:
        """The sheets that came out of a printer, as PNG."""
        count = len(self._get(printer, "/papers").json())
        return [self._get(printer, f"/papers/{number}.png").content for number in range(1, count + 1)]

    def printed(self, printer: str) -> bytes:
        """Every byte that a printer was sent."""
        file = self.folder / printer / "printed.bin"
        return file.read_bytes() if file.exists() else b""

    def technician_pin(self) -> str:
        """Of whoever looks after the kiosk."""
        return technician.PIN

    def resident(self, name: str) -> dict[str, object]:
        """Somebody of `residents.toml`."""
        people = tomllib.loads(RESIDENTS.read_text(encoding="utf-8"))["resident"]
        found: dict[str, object] = next(person for person in people if person["id"] == name)
        return found

    def zone(self, name: str) -> tuple[str, ...]:
        """The lines that are printed on somebody's document, of 44 letters on a passport, of 30 on a card."""
        holder = next(holder for holder in read_holders() if holder.id == name)
        passport = holder.kind == "passport"
        text, length = (holder.zone.td3(), 44) if passport else (holder.zone.td1(), 30)
        return tuple(text[at : at + length] for at in range(0, len(text), length))


def _start(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """A process that ends when its standard input does, so that none outlives us."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )


def _ready(name: str, process: subprocess.Popen[bytes]) -> Peer:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"the demo's {name} did not start")
    ready = json.loads(line)
    return Peer(process, ready.get("port", 0), ready["control_port"])
