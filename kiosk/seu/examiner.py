"""Asks a seu one thing at a time, and notes each answer that does not keep the contract as a finding."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

import httpx
from pydantic import TypeAdapter

from kiosk.seu.problems import PROBLEMS, ProblemDetails
from kiosk.seu.reading import Broken, read
from kiosk.seu.wire import JSON, MOST_JSON, PROBLEM, bounded, media_type, version_rule

T = TypeVar("T")

_PROBLEM = TypeAdapter(ProblemDetails)
CANARY: Final = f"zb_{secrets.token_hex(8)}"
"""A word that stands in what is sent wrongly on purpose, and may stand in no problem."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One way in which a server does not keep the contract."""

    case: str
    """What was asked: operationId, and what was special about it."""
    what: str
    """In names of the contract; nothing that the server said stands in it."""

    def __str__(self) -> str:
        return f"{self.case}: {self.what}"


def grouped(findings: list[Finding]) -> list[Finding]:
    """The same thing found in many answers, said once."""
    cases: dict[str, list[str]] = {}
    for finding in findings:
        cases.setdefault(finding.what, []).append(finding.case)
    return [
        Finding(f"{first} (and {len(more)} more)" if more else first, what)
        for what, (first, *more) in cases.items()
    ]


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer, read to its end."""

    case: str
    status: int
    media: str
    body: bytes = field(repr=False)
    tag: str = field(repr=False)
    """Its ETag, or empty."""


@dataclass(slots=True)
class Examiner:
    """The findings so far, and the line to the server."""

    client: httpx.AsyncClient
    deadline: float
    """Seconds for each answer."""
    findings: list[Finding] = field(default_factory=list)
    most: int = MOST_JSON
    """Bytes of an answer."""

    def found(self, case: str, what: str) -> None:
        """Note it."""
        self.findings.append(Finding(case, what))

    async def call(
        self, case: str, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> Seen | None:
        """One request; `headers` with _ for -. None where no answer came, which is a finding."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None:
            sent.setdefault("Content-Type", JSON)
        try:
            async with (
                asyncio.timeout(self.deadline),
                self.client.stream(method, path, content=body, headers=sent) as response,
            ):
                self._headers(case, response.headers)
                content = await bounded(response, self.most)
                if isinstance(content, Broken):
                    self.found(case, content.rule)
                    return None
                tag = response.headers.get("ETag", "")
                return Seen(case, response.status_code, media_type(response), content, tag)
        except (httpx.TransportError, OSError) as trouble:
            self.found(case, f"no answer ({type(trouble).__name__})")
            return None

    def _headers(self, case: str, headers: Mapping[str, str]) -> None:
        version = headers.get("Seu-Contract")
        rule = "Seu-Contract is missing" if version is None else version_rule(version)
        if rule:
            self.found(case, rule)
        if "no-store" not in headers.get("Cache-Control", "").lower():
            self.found(case, "Cache-Control is not no-store")

    def good(self, seen: Seen | None, status: int, shape: TypeAdapter[T]) -> T | None:
        """The answer, where it is the one that the contract promises."""
        if seen is None or not self._status(seen, status) or not self._media(seen, JSON):
            return None
        answer = read(shape, seen.body)
        if isinstance(answer, Broken):
            self.found(seen.case, answer.rule)
            return None
        return answer

    def done(self, seen: Seen | None, status: int = 204) -> None:
        """It has to be of that status, with nothing in it."""
        if seen is not None and self._status(seen, status) and seen.body:
            self.found(seen.case, f"status {status} with a body")

    def refused(self, seen: Seen | None, *types: str) -> None:
        """It has to be a problem of one of these types, with the status of its type."""
        if seen is None:
            return
        if seen.status < 400:
            self.found(seen.case, f"status {seen.status} and not the problem {' or '.join(types)}")
            return
        if CANARY.encode() in seen.body:
            self.found(seen.case, "the problem repeats what was sent")
        if not self._media(seen, PROBLEM):
            return
        problem = read(_PROBLEM, seen.body)
        if isinstance(problem, Broken):
            self.found(seen.case, f"problem, {problem.rule}")
        elif problem.name not in types:
            known = problem.name if problem.name in PROBLEMS else "one that the contract does not have"
            self.found(seen.case, f"the problem is {known} and not {' or '.join(types)}")
        elif not problem.status == seen.status == PROBLEMS[problem.name]:
            self.found(
                seen.case, f"{problem.name} does not have its status {PROBLEMS[problem.name]} in both places"
            )

    def same(self, first: Seen | None, second: Seen | None) -> None:
        """The same key again has to bring the same answer."""
        if first and second and (first.status, first.body) != (second.status, second.body):
            self.found(second.case, "the same Idempotency-Key brought another answer")

    def _status(self, seen: Seen, status: int) -> bool:
        if seen.status != status:
            self.found(seen.case, f"status {seen.status} and not {status}")
        return seen.status == status

    def _media(self, seen: Seen, media: str) -> bool:
        if seen.media != media:
            self.found(seen.case, f"the content type is not {media}")
        return seen.media == media
