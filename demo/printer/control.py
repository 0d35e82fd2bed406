"""The hands at the printer, over HTTP on loopback: see its state and paper, set its dials, take its sheet."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from urllib.parse import parse_qs, urlsplit

from demo.printer import status
from demo.printer.dials import Refused
from demo.printer.events import Events
from demo.printer.papers import Sheet
from demo.printer.png import picture
from demo.printer.port import Port
from demo.printer.printer import Power, Printer

_MOST_HEAD, _MOST_BODY = 16_384, 65_536
_MOST_WAIT_S = 30.0
_REASONS = {
    200: "OK",
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    422: "Unprocessable Content",
}


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked."""

    method: str
    path: str
    query: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to it."""

    status: int
    body: bytes
    kind: str = "application/json"


def _json(content: object, code: int = 200) -> Answer:
    return Answer(code, json.dumps(content).encode())


def _wrong(code: int, why: str) -> Answer:
    return _json({"error": why}, code)


class Control:
    """Answers requests; `kick` lets the printer act upon what was changed."""

    def __init__(self, printer: Printer, port: Port, events: Events, kick: Callable[[], None]) -> None:
        self._printer = printer
        self._port = port
        self._events = events
        self._kick = kick

    async def answer(self, request: Request) -> Answer:
        """Every path that there is."""
        match request.method, request.path:
            case "GET", "/state":
                self._kick()
                return _json(self.state())
            case "GET", "/events":
                return await self._events_after(request.query)
            case "GET", "/papers":
                return _json([_sheet(sheet) for sheet in self._printer.papers.sheets])
            case "GET", path if path.startswith("/papers/"):
                return self._paper(path)
            case "POST", "/dials":
                return self._dials(request.body)
            case "POST", "/take":
                taken = self._printer.take(asyncio.get_running_loop().time())
                self._kick()
                return _json({"taken": _sheet(taken) if taken else None})
            case _, "/state" | "/events" | "/papers" | "/dials" | "/take":
                return _wrong(405, "not with this method")
        return _wrong(404, "no such path")

    def state(self) -> dict[str, object]:
        """Everything that the dock shows."""
        printer, mechanism = self._printer, self._printer.mechanism
        condition, counters = mechanism.condition, mechanism.counters
        printed, rows = printer.raster_progress
        powered = printer.power is Power.ON
        causes = condition.causes if powered else ("no_power",)
        if mechanism.dials.offline:
            causes = ("offline", *causes)
        return {
            "name": printer.name,
            "width": mechanism.width,
            "presenter": mechanism.presenter,
            "power": printer.power.value,
            "connected": self._port.connected,
            "status": causes[0] if causes else "ready",
            "causes": list(causes),
            "eot": b"".join(status.real_time_status(n, condition) for n in (1, 2, 3, 4)).hex(),
            "asb": status.automatic_status(condition).hex(),
            "printing": powered and not condition.offline and (mechanism.moving or rows > printed > 0),
            "rows": mechanism.sheet_rows,
            "raster_rows": rows,
            "raster_printed": printed,
            "fraction": printed / rows if rows else None,
            "sheets": len(printer.papers.sheets),
            "in_buffer": printer.in_buffer,
            "buffer": printer.capacity,
            "bytes_received": printer.bytes_received,
            "times_cleared": printer.times_cleared,
            "paper_left_mm": round(mechanism.dials.paper_left_mm, 3),
            "rows_printed": counters.rows,
            "cuts": counters.cuts,
            "retractions": counters.retractions,
            "drawer_pulses": counters.drawer_pulses,
            "head_stops": counters.head_stops,
            "head_stopped_s": round(counters.head_stopped_s, 6),
            "events": self._events.last,
            "dials": asdict(mechanism.dials),
        }

    async def _events_after(self, query: dict[str, str]) -> Answer:
        try:
            number, wait_s = int(query.get("after", "0")), float(query.get("wait", _MOST_WAIT_S))
        except ValueError:
            return _wrong(422, "after and wait are numbers")
        events = await self._events.after(number, min(max(wait_s, 0.0), _MOST_WAIT_S))
        return _json({"last": self._events.last, "events": events})

    def _paper(self, path: str) -> Answer:
        mechanism = self._printer.mechanism
        if path == "/papers/current.png":
            return Answer(200, picture(mechanism.width, mechanism.sheet), "image/png")
        number = re.fullmatch(r"/papers/(\d{1,9})\.png", path)
        drawn = self._printer.papers.picture(int(number[1])) if number else None
        return Answer(200, drawn, "image/png") if drawn else _wrong(404, "no such sheet")

    def _dials(self, body: bytes) -> Answer:
        try:
            wanted = json.loads(body)
        except ValueError:
            return _wrong(400, "not JSON")
        if not isinstance(wanted, dict):
            return _wrong(400, "not a JSON object")
        now = asyncio.get_running_loop().time()
        pull, power = wanted.pop("pull_power", None), wanted.pop("power", None)
        if pull not in (None, Power.RESET, Power.SILENT) or power not in (None, True):
            return _wrong(422, "pull_power is rst or silent; power is true")
        refused = self._printer.turn(wanted, now)
        if isinstance(refused, Refused):
            return _wrong(422, refused.why)
        if power:
            self._printer.start(now)
        if pull:
            self._printer.lose_power(Power(pull), now)
        self._kick()
        return _json(self.state())

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, with as many requests as it likes."""
        try:
            while request := await _read(reader):
                answer = await self.answer(request)
                head = (
                    f"HTTP/1.1 {answer.status} {_REASONS[answer.status]}\r\nContent-Type: {answer.kind}\r\n"
                    f"Content-Length: {len(answer.body)}\r\nCache-Control: no-store\r\n\r\n"
                )
                writer.write(head.encode("ascii") + answer.body)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            pass  # not HTTP, or gone: the connection ends
        except asyncio.CancelledError:
            pass  # the printer ends; asyncio's streams report a cancelled handler as an error
        finally:
            writer.close()


async def _read(reader: asyncio.StreamReader) -> Request | None:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.split("\r\n")
    method, target, _ = first.split(" ", 2)
    fields = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }
    length = int(fields.get("content-length", "0"))
    if length > _MOST_BODY:
        return None
    parts = urlsplit(target)
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return Request(method, parts.path, query, await reader.readexactly(length))


def _sheet(sheet: Sheet) -> dict[str, object]:
    return asdict(sheet) | {"height_mm": sheet.height_mm}
