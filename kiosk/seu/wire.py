"""One HTTP client for the whole application: deadlines, retries, and whatever goes wrong as a value.

Every call of the contract is safe, idempotent, or stands under an Idempotency-Key, so that each may be sent
again; what is sent again is the very same request. Retries are written here, not with a library: they go by
values, they wait by the kiosk's clock, and nobody logs the exceptions of a try, in which anything may stand.
"""

from __future__ import annotations

import asyncio
import logging
import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Final
from urllib.request import Request

import httpx
from pydantic import TypeAdapter

from config.addresses import seu_address
from kiosk.clock import Clock
from kiosk.seu.identity import Identity, authorization, tls
from kiosk.seu.models import Failed, FailureKind
from kiosk.seu.problems import PROBLEMS, ProblemDetails
from kiosk.seu.reading import Broken, read

MAJOR: Final = "1"
"""Of the contract that this client keeps (docs/seu-api.yaml, `info.version`)."""
JSON: Final = "application/json"
PROBLEM: Final = "application/problem+json"
PDF: Final = "application/pdf"
MOST_JSON: Final = 1 << 20
MOST_PDF: Final = 8 << 20
NOT_MODIFIED: Final = 304

OnFailure = Callable[[str, FailureKind, str], None]
"""Called with operationId, kind and a detail that holds names of the contract and of libraries only."""

_PROBLEM = TypeAdapter(ProblemDetails)
_VERSION = re.compile(r"(?P<major>[0-9]{1,3})\.[0-9]{1,5}")
_SECONDS = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a call may take, in seconds."""

    connect: float = 2.0
    silence: float = 5.0
    """Without a byte from the seu, once connected."""
    call: float = 8.0
    """For everything together, tries and pauses included."""
    pauses: tuple[float, ...] = (0.2, 0.6)
    """Before the second try, before the third."""


@dataclass(frozen=True, slots=True, repr=False)
class Ask:
    """One request of the contract, and what a good answer to it looks like."""

    operation: str
    """Its operationId."""
    method: str
    path: str
    citizen: str = ""
    """The token of the person's session."""
    key: str = ""
    body: bytes | None = None
    status: int = 200
    media: str = JSON
    """Of the good answer; empty where it has no body."""
    most: int = MOST_JSON
    """Bytes of its body."""
    known: str = ""
    """The entity tag of what the caller has: where that is still so, the answer is an empty body."""

    def headers(self) -> dict[str, str]:
        """What stands above this request alone."""
        headers = {"Content-Type": JSON} if self.body is not None else {}
        if self.citizen:
            headers["Citizen-Session"] = self.citizen
        if self.key:
            headers["Idempotency-Key"] = self.key
        if self.known:
            headers["If-None-Match"] = self.known
        return headers


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What one try brought instead of an answer."""

    kind: FailureKind
    detail: str
    problem: str = ""
    back_at: datetime | None = None
    again: bool = False
    """Whether the same request may bring an answer in a moment."""
    after: str | None = None
    """Retry-After, as the seu wrote it."""


class _NoCookies(CookieJar):
    """Keeps nothing, sends nothing: what a server sets for one person must not go with the next."""

    def extract_cookies(self, response: object, request: Request) -> None:
        pass

    def add_cookie_header(self, request: Request) -> None:
        pass


def http_client(
    base_url: str, identity: Identity, ca_file: Path | None, patience: Patience
) -> httpx.AsyncClient:
    """Connections that keep and say nothing. Raises ValueError unless the address is https or loopback."""
    if not seu_address(base_url):
        raise ValueError("the seu has no address")
    # The one logs the address of each call, the other each header of its answer.
    for library in ("httpx", "httpcore"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)
    return httpx.AsyncClient(
        base_url=base_url.rstrip("/"),
        # What is compressed could be small on the wire and without end in memory.
        headers={"User-Agent": "zona-blava", "Accept-Encoding": "identity"} | authorization(identity),
        # Over plain http nobody is to be believed, and reading the system's authorities takes 100 ms.
        verify=tls(identity, ca_file)
        if base_url.startswith("https:")
        else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        cookies=_NoCookies(),
        timeout=httpx.Timeout(patience.silence, connect=patience.connect, pool=patience.call),
        limits=httpx.Limits(max_connections=10, keepalive_expiry=30),
        follow_redirects=False,
        trust_env=False,
    )


class Wire:
    """The calls to one seu."""

    def __init__(
        self,
        base_url: str,
        identity: Identity,
        *,
        ca_file: Path | None,
        patience: Patience,
        clock: Clock,
        on_failure: OnFailure,
    ) -> None:
        self._patience = patience
        self._clock = clock
        self._on_failure = on_failure
        self._client = http_client(base_url, identity, ca_file, patience)

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()

    async def ask(self, ask: Ask) -> bytes | Failed:
        """The body of a good answer, within the deadline of a call."""
        end = self._clock.monotonic() + self._patience.call
        pauses = list(self._patience.pauses)
        try:
            async with asyncio.timeout(self._patience.call):
                while isinstance(outcome := await self._once(ask), _Trouble):
                    pause = _pause(outcome, pauses, end - self._clock.monotonic())
                    if pause is None:
                        break
                    await self._clock.sleep(pause)
        except TimeoutError:
            outcome = _Trouble(FailureKind.SLOW, "deadline of the call")
        if isinstance(outcome, bytes):
            return outcome
        failed = self.failed(ask, outcome.kind, outcome.detail, outcome.problem)
        return replace(failed, back_at=outcome.back_at)

    def failed(self, ask: Ask, kind: FailureKind, detail: str, problem: str = "") -> Failed:
        """The failure of a call, told to whoever keeps the log."""
        self._on_failure(ask.operation, kind, detail)
        return Failed(kind, problem)

    async def _once(self, ask: Ask) -> bytes | _Trouble:
        request = self._client.build_request(ask.method, ask.path, content=ask.body, headers=ask.headers())
        try:
            response = await self._client.send(request, stream=True)
            try:
                return await _judge(ask, response)
            finally:
                await response.aclose()
        except (httpx.TransportError, OSError) as trouble:
            return _line_trouble(trouble)


def _pause(trouble: _Trouble, pauses: list[float], left: float) -> float | None:
    """Seconds until the next try; None where there is none, or no time for it."""
    if not trouble.again or not pauses:
        return None
    pause = pauses.pop(0)
    if trouble.after is not None:
        # RFC 9110, 10.2.3, allows a date as well: it is for crawlers, and longer than anybody stands here.
        if _SECONDS.fullmatch(trouble.after) is None:
            return None
        pause = max(pause, float(trouble.after))
    return pause if pause < left else None


def _line_trouble(trouble: httpx.TransportError | OSError) -> _Trouble:
    name = type(trouble).__name__
    match trouble:
        case httpx.LocalProtocolError() | httpx.UnsupportedProtocol():
            raise trouble
        case httpx.ConnectTimeout():
            return _Trouble(FailureKind.UNREACHABLE, name, again=True)
        case httpx.TimeoutException():
            return _Trouble(FailureKind.SLOW, name, again=True)
        # Neither httpcore nor h11 has a type of its own for a line that was cut.
        case httpx.RemoteProtocolError() if "without sending" not in str(trouble):
            return _Trouble(FailureKind.GARBLED, name)
    return _Trouble(FailureKind.UNREACHABLE, f"{name}, TLS" if _is_tls(trouble) else name, again=True)


def _is_tls(trouble: BaseException | None) -> bool:
    while trouble is not None and not isinstance(trouble, ssl.SSLError):
        trouble = trouble.__cause__ or trouble.__context__
    return trouble is not None


async def _judge(ask: Ask, response: httpx.Response) -> bytes | _Trouble:
    status = response.status_code
    version = response.headers.get("Seu-Contract")
    if version is not None and (rule := version_rule(version)):
        return _Trouble(FailureKind.GARBLED, rule)
    if 400 <= status <= 499:
        problem = await _problem(response)
        name, back_at = (problem.name, problem.back_at) if problem else ("", None)
        known = name if name in PROBLEMS else "no problem of the contract"
        after = response.headers.get("Retry-After")
        again = status == 429 and after is not None
        return _Trouble(FailureKind.REFUSED, f"status {status}, {known}", name, back_at, again, after)
    if status >= 500:
        after = response.headers.get("Retry-After")
        return _Trouble(FailureKind.FAULT, f"status {status}", again=True, after=after)
    unchanged = bool(ask.known) and status == NOT_MODIFIED
    if status != ask.status and not unchanged:
        return _Trouble(FailureKind.GARBLED, f"status {status}")
    if version is None:
        return _Trouble(FailureKind.GARBLED, "no Seu-Contract")
    if unchanged:
        return b""
    if ask.media and media_type(response) != ask.media:
        return _Trouble(FailureKind.GARBLED, "content type")
    body = await bounded(response, ask.most)
    return _Trouble(FailureKind.GARBLED, body.rule) if isinstance(body, Broken) else body


def version_rule(version: str) -> str:
    """How a Seu-Contract header breaks the contract; empty where it keeps it."""
    said = _VERSION.fullmatch(version)
    if said is None:
        return "Seu-Contract is no version"
    return "" if said["major"] == MAJOR else f"Seu-Contract {version}, and this kiosk keeps {MAJOR}"


async def _problem(response: httpx.Response) -> ProblemDetails | None:
    if media_type(response) != PROBLEM:
        return None
    body = await bounded(response, MOST_JSON)
    if isinstance(body, Broken):
        return None
    problem = read(_PROBLEM, body)
    return None if isinstance(problem, Broken) else problem


def media_type(response: httpx.Response) -> str:
    """The content type without its parameters."""
    said: str = response.headers.get("Content-Type", "")
    return said.partition(";")[0].strip().lower()


async def bounded(response: httpx.Response, most: int) -> bytes | Broken:
    """The body as it came, if it is neither too large nor compressed, which nobody asked for."""
    if response.headers.get("Content-Encoding", "identity") != "identity":
        return Broken("content encoding")
    body = bytearray()
    async for piece in response.aiter_raw():
        body += piece
        if len(body) > most:
            return Broken("too large")
    return bytes(body)
