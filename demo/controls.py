"""What can be done in the demo town hall: cards put and taken, dials turned, and what came of it seen."""

from __future__ import annotations

import asyncio
import secrets
import sqlite3
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import httpx

from demo import technician
from demo.card.holders import read_holders
from demo.peers import Peer

RESIDENTS = Path(__file__).with_name("residents.toml")
HEADS = {"document": 1728, "ticket": 576}
"""Dots of the two printers: A4 and 80 mm at 8 dots a millimetre."""
AFRESH = {
    **dict.fromkeys(("paper_out", "cover_open", "jam", "cutter_error", "overheated", "offline"), False),
    "paper_out_after_rows": None,
    "speed_mm_s": 250.0,
}
"""How the dials of a printer stand before somebody turns them."""


class Controls:
    """Over the control ports of the town's processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment: dict[str, str] = {}
        """What a kiosk needs to find the town."""
        self._peers: dict[str, Peer] = {}
        self._http = httpx.Client(trust_env=False, timeout=10)
        self._holding: list[sqlite3.Connection] = []

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
