"""The demo printer as a process: real sockets, a real window, real silence."""

from __future__ import annotations

import contextlib
import http.client
import io
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

STRIDE = 216
CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
AUTOMATIC = b"\x1da\x0f"
CUT = b"\x1dV\x00"
FINE, PAPER_OUT = bytes.fromhex("1000000f"), bytes.fromhex("18000f0f")
DEADLINE_S = 10.0
LIFE_SIGN = b"\x10\x04\x01"


def raster(rows: bytes) -> bytes:
    return b"\x1dv0\x00" + STRIDE.to_bytes(2, "little") + (len(rows) // STRIDE).to_bytes(2, "little") + rows


def process_id(name: str) -> bytes:
    return b"\x1d(H\x06\x0000" + name.encode()


class Demo:
    """A running printer and the hands at its dials."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-m", "demo.printer", "--out", str(folder), "--die-with-parent", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        assert self.process.stdin
        assert self.process.stdout
        ready = json.loads(self.process.stdout.readline())
        self.port, self._control_port = ready["port"], ready["control_port"]

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, bytes]:
        control = http.client.HTTPConnection("127.0.0.1", self._control_port, timeout=DEADLINE_S)
        with contextlib.closing(control):
            control.request(method, path, None if body is None else json.dumps(body))
            answer = control.getresponse()
            return answer.status, answer.read()

    def state(self) -> dict[str, object]:
        code, body = self.ask("GET", "/state")
        assert code == 200
        return dict(json.loads(body))

    def dials(self, **wanted: object) -> None:
        code, body = self.ask("POST", "/dials", wanted)
        assert code == 200, body

    def happens(self, name: str, after: int = 0) -> dict[str, object]:
        """Wait until an event of this name comes, and give it."""
        end = time.monotonic() + DEADLINE_S
        while time.monotonic() < end:
            _, body = self.ask("GET", f"/events?after={after}&wait=1")
            heard = json.loads(body)
            for event in heard["events"]:
                if event["event"] == name:
                    return dict(event)
            after = heard["last"]
        raise AssertionError(f"{name} did not happen")

    def becomes(self, name: str, value: object) -> None:
        end = time.monotonic() + DEADLINE_S
        while (seen := self.state()[name]) != value:
            assert time.monotonic() < end, f"{name} is {seen}"

    def connect(self) -> socket.socket:
        host = socket.create_connection(("127.0.0.1", self.port), timeout=DEADLINE_S)
        host.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return host

    def end(self) -> None:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait(DEADLINE_S)
        self.process.stdout.close()


def hear(host: socket.socket, count: int) -> bytes:
    heard = b""
    while len(heard) < count:
        part = host.recv(count - len(heard))
        assert part, f"the printer closed after {heard!r}"
        heard += part
    return heard


def offer(host: socket.socket, stream: bytes) -> int:
    """Send until the window has been closed for a while; how much went."""
    sent = 0
    host.settimeout(0.3)
    with contextlib.suppress(TimeoutError):
        while sent < len(stream):
            sent += host.send(stream[sent:])
    host.settimeout(DEADLINE_S)
    return sent


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Demo]]:
    with contextlib.ExitStack() as running:

        def one(*options: str) -> Demo:
            demo = Demo(tmp_path, *options)
            running.callback(demo.end)
            return demo

        yield one


@pytest.fixture
def demo(start: Callable[..., Demo]) -> Demo:
    return start("--speed", "2000")


# --- a job --------------------------------------------------------------------------------------------------


def test_a_page_is_drawn_as_it_was_sent(demo: Demo) -> None:
    page = os.urandom(STRIDE * 600).replace(b"\x10", b"\x11")
    job = b"".join(raster(page[start : start + STRIDE * 24]) for start in range(0, len(page), STRIDE * 24))
    job += CUT + process_id("page")
    with demo.connect() as host:
        host.sendall(job)
        assert hear(host, 7) == b'7"page\x00'
    code, png = demo.ask("GET", "/papers/1.png")
    assert (code, png) == (200, (demo.folder / "paper-1.png").read_bytes())
    with Image.open(io.BytesIO(png)) as paper:
        assert paper.size == (1728, 600)
        assert paper.tobytes() == bytes(255 - value for value in page)
    assert (demo.folder / "printed.bin").read_bytes() == job
    state = demo.state()
    assert (state["sheets"], state["rows"], state["bytes_received"]) == (1, 0, len(job))
    assert json.loads(demo.ask("GET", "/papers")[1]) == [
        {"number": 1, "width": 1728, "rows": 600, "height_mm": 75.0, "place": "tray", "power_cuts": []}
    ]
    assert json.loads(demo.ask("POST", "/take")[1])["taken"]["place"] == "taken"
    assert json.loads(demo.ask("POST", "/take")[1])["taken"] is None


def test_a_page_takes_the_time_of_its_paper(start: Callable[..., Demo]) -> None:
    demo = start("--speed", "250")
    with demo.connect() as host:
        began = time.monotonic()
        host.sendall(raster(bytes(STRIDE * 1000)) + process_id("half"))
        hear(host, 7)
        assert 0.5 <= time.monotonic() - began < DEADLINE_S / 2


def test_the_sheet_in_progress_can_be_seen(demo: Demo) -> None:
    with demo.connect() as host:
        host.sendall(raster(b"\xff" * STRIDE * 5))
        demo.becomes("rows", 5)
    with Image.open(io.BytesIO(demo.ask("GET", "/papers/current.png")[1])) as paper:
        assert paper.size == (1728, 5)


# --- the window ---------------------------------------------------------------------------------------------


def test_a_question_stays_behind_data_when_paper_is_out_but_the_change_is_told(demo: Demo) -> None:
    with demo.connect() as host:
        host.sendall(AUTOMATIC)
        assert hear(host, 4) == FINE
        demo.dials(paper_out_after_rows=10)
        host.sendall(raster(bytes(STRIDE * 64)))
        assert hear(host, 4) == PAPER_OUT
        host.sendall(b"\x10\x04\x04")
        host.settimeout(0.3)
        with pytest.raises(TimeoutError):
            host.recv(1)
        host.settimeout(DEADLINE_S)
        demo.dials(cover_open=True)
        assert hear(host, 4) == bytes.fromhex("38000f0f")
        demo.dials(cover_open=False, paper_out=False)
        assert hear(host, 5) == FINE + b"\x12"


def test_a_question_within_the_buffer_is_answered_while_paper_is_out(demo: Demo) -> None:
    demo.dials(paper_out=True)
    with demo.connect() as host:
        host.sendall(raster(bytes(STRIDE * 18)) + b"\x10\x04\x04")
        assert hear(host, 1) == b"\x7e"
        host.sendall(CLEAR)
        assert hear(host, 3) == b"\x37\x25\x00"
        demo.dials(paper_out=False)
        host.sendall(raster(b"\xff" * STRIDE) + process_id("next"))
        assert hear(host, 7) == b'7"next\x00'
        assert demo.state()["rows"] == 1


def test_a_full_buffer_closes_the_window(demo: Demo) -> None:
    demo.dials(paper_out=True)
    page = raster(bytes(STRIDE * 5000))
    with demo.connect() as host:
        host.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
        sent = offer(host, page)
        assert sent < 60_000
        state = demo.state()
        assert (state["in_buffer"], state["bytes_received"]) == (4096, 4096)
        demo.dials(paper_out=False)
        host.sendall(page[sent:] + process_id("done"))
        assert hear(host, 7) == b'7"done\x00'


def test_a_host_that_died_behind_a_full_buffer_makes_room_for_the_next(demo: Demo) -> None:
    demo.dials(paper_out=True)
    dead = demo.connect()
    dead.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    offer(dead, raster(bytes(STRIDE * 100)))
    dead.close()
    demo.happens("disconnected")
    demo.dials(paper_out=False)
    with demo.connect() as host:
        host.sendall(LIFE_SIGN)
        assert hear(host, 1) == b"\x12"


def test_a_second_host_waits_until_the_first_has_gone(demo: Demo) -> None:
    with demo.connect() as first:
        first.sendall(LIFE_SIGN)
        hear(first, 1)
        with demo.connect() as second:
            second.sendall(LIFE_SIGN)
            second.settimeout(0.3)
            with pytest.raises(TimeoutError):
                second.recv(1)
            first.close()
            second.settimeout(DEADLINE_S)
            assert hear(second, 1) == b"\x12"


def test_answers_may_leave_byte_by_byte_with_a_status_between_them(demo: Demo) -> None:
    demo.dials(reply_gap_s=0.05)
    with demo.connect() as host:
        host.sendall(AUTOMATIC + process_id("slow"))
        assert hear(host, 5) == FINE + b"7"
        demo.dials(near_end=True)
        rest = hear(host, 10)
        assert bytes.fromhex("1000030f") in rest[:9]
        assert rest.replace(bytes.fromhex("1000030f"), b"") == b'"slow\x00'


def test_a_connection_without_traffic_is_closed(demo: Demo) -> None:
    demo.dials(idle_disconnect_s=0.3)
    with demo.connect() as host:
        assert host.recv(1) == b""


# --- power and network --------------------------------------------------------------------------------------


def test_power_that_ends_with_a_reset_is_seen_by_the_host(demo: Demo) -> None:
    with demo.connect() as host:
        host.sendall(raster(b"\xff" * STRIDE * 3))
        demo.becomes("rows", 3)
        demo.dials(pull_power="rst")
        with pytest.raises(ConnectionResetError):
            host.recv(1)
    with pytest.raises(ConnectionRefusedError):
        demo.connect()
    assert (demo.state()["power"], demo.state()["status"]) == ("rst", "no_power")
    demo.dials(power=True)
    with demo.connect() as host:
        host.sendall(CUT + process_id("back"))
        hear(host, 7)
    assert json.loads(demo.ask("GET", "/papers")[1])[0]["power_cuts"] == [3]


def test_power_that_ends_in_silence_is_not_even_acknowledged(demo: Demo) -> None:
    with demo.connect() as host:
        host.sendall(LIFE_SIGN)
        hear(host, 1)
        host.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 300)
        demo.dials(pull_power="silent")
        host.sendall(LIFE_SIGN)
        with pytest.raises(TimeoutError) as gone:
            host.recv(1)
        assert gone.value.errno, "the kernel gave up, not the test"
    with pytest.raises(TimeoutError):
        socket.create_connection(("127.0.0.1", demo.port), timeout=0.3)
    demo.dials(power=True)
    with demo.connect() as host:
        host.sendall(LIFE_SIGN)
        assert hear(host, 1) == b"\x12"


def test_a_printer_off_the_network_refuses_and_answers_nothing_but_keeps_its_buffer(demo: Demo) -> None:
    demo.dials(paper_out=True)
    with demo.connect() as host:
        host.sendall(AUTOMATIC + raster(b"\xff" * STRIDE * 9) + LIFE_SIGN)
        hear(host, 1)
        demo.dials(offline=True)
        assert demo.state()["status"] == "offline"
        host.sendall(LIFE_SIGN)
        host.settimeout(0.3)
        with pytest.raises(TimeoutError):
            host.recv(1)
        with pytest.raises(ConnectionRefusedError):
            demo.connect()
        demo.dials(offline=False, paper_out=False)
        host.settimeout(DEADLINE_S)
        with pytest.raises(ConnectionResetError):
            host.recv(1)
    with demo.connect() as host:
        host.sendall(process_id("kept"))
        hear(host, 7)
        assert demo.state()["rows"] == 9


# --- the hands ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "body", "code"),
    [
        ("POST", "/dials", {"paper_out": "yes"}, 422),
        ("POST", "/dials", {"pull_power": "gently"}, 422),
        ("POST", "/dials", [1], 400),
        ("GET", "/dials", None, 405),
        ("GET", "/papers/1.png", None, 404),
        ("GET", "/papers/..%2fprinted.bin", None, 404),
        ("GET", "/nothing", None, 404),
        ("GET", "/events?after=x", None, 422),
    ],
)
def test_a_wrong_request_is_told_so(demo: Demo, method: str, path: str, body: object, code: int) -> None:
    answered, said = demo.ask(method, path, body)
    assert answered == code
    assert json.loads(said)["error"]


def test_what_happens_is_told_in_order_to_who_waits(demo: Demo) -> None:
    with demo.connect() as host:
        host.sendall(raster(b"\xff" * STRIDE) + CUT + process_id("done"))
        hear(host, 7)
        demo.dials(cover_open=True)
    last = demo.happens("disconnected")
    _, body = demo.ask("GET", "/events?after=0")
    names = [event["event"] for event in json.loads(body)["events"]]
    assert names == ["connected", "sheet", "dials", "status", "disconnected"]
    assert demo.ask("GET", f"/events?after={last['n']}&wait=0.1")[1] == b'{"last": 5, "events": []}'


def test_it_ends_with_its_parent_or_when_told(start: Callable[..., Demo], tmp_path: Path) -> None:
    demo = start()
    with demo.connect():
        assert demo.process.stdin
        demo.process.stdin.close()
        assert demo.process.wait(DEADLINE_S) == 0
    other = start()
    other.process.terminate()
    assert other.process.wait(DEADLINE_S) == 0
