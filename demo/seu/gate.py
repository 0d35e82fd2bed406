"""What every call goes through: the kiosk's identity, JSON, idempotency keys, the common headers."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
import sys
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from fastapi import FastAPI
from starlette.routing import Match

from demo.seu.exchange import Answer, Request, Scope, call
from demo.seu.problems import Kind, Problem, Where
from demo.seu.words import preferred

CONTRACT = "1.0"
_LARGEST_BODY = 128 * 1024
_KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")


@dataclass(slots=True, repr=False)
class _Once:
    """What was done under one key."""

    fingerprint: bytes
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    answer: Answer | None = None


class Gate:
    """In front of the contract's operations."""

    def __init__(self, app: FastAPI, kiosks: Mapping[str, str]) -> None:
        """`kiosks`: by its token, the name of each that this town hall knows."""
        self._app = app
        self._kiosks = {token.encode(): name for token, name in kiosks.items()}
        self._done: dict[tuple[str, str | None, str], _Once] = {}

    def forget_all(self) -> None:
        self._done.clear()

    async def answer(self, scope: Scope, request: Request) -> Answer:
        language = preferred(request.header("accept-language") or "")
        try:
            scope["kiosk"] = kiosk = self._admit(request)
            answer = await self._once(scope, request, kiosk)
        except Problem as problem:
            answer = Answer(
                problem.kind.status, (("content-type", "application/problem+json"),), problem.body(language)
            )
        except Exception as error:  # noqa: BLE001 - a bug: told as `internal`, and where on stderr without values
            _tell(error)
            body = Problem(Kind.INTERNAL).body(language)
            answer = Answer(500, (("content-type", "application/problem+json"),), body)
        common = (("seu-contract", CONTRACT), ("cache-control", "no-store"))
        return replace(
            answer, headers=(*_without_length(answer), ("content-length", str(len(answer.body))), *common)
        )

    def _admit(self, request: Request) -> str:
        """The kiosk that speaks."""
        scheme, _, token = (request.header("authorization") or "").partition(" ")
        told = token.strip().encode("latin-1")
        (kiosk,) = [name for known, name in self._kiosks.items() if hmac.compare_digest(told, known)] or [""]
        if scheme.lower() != "bearer" or not kiosk:
            raise Problem(Kind.KIOSK_UNKNOWN)
        if len(request.body) > _LARGEST_BODY:
            raise Problem(Kind.BODY_TOO_LARGE)
        media_type = (request.header("content-type") or "").partition(";")[0].strip().lower()
        if request.body and media_type != "application/json":
            raise Problem(Kind.MEDIA_TYPE)
        return kiosk

    async def _once(self, scope: Scope, request: Request, kiosk: str) -> Answer:
        if request.method != "POST" or not self._is_operation(scope):
            answer = await call(self._app, scope, request)
            if request.method == "DELETE" and answer.status == 204:
                self._forget_session(request.header("citizen-session"))
            return answer
        key = request.header("idempotency-key")
        if key is None:
            raise Problem(Kind.KEY_MISSING)
        if not _KEY.fullmatch(key):
            raise Problem(Kind.NOT_VALID, (Where("header/Idempotency-Key", "pattern"),))
        session = request.header("citizen-session")
        fingerprint = hashlib.sha256(f"{request.target}\n".encode("latin-1") + request.body).digest()
        once = self._done.setdefault((kiosk, session, key), _Once(fingerprint))
        if once.fingerprint != fingerprint:
            raise Problem(Kind.KEY_REUSED)
        async with once.lock:
            if once.answer is None:
                answer = await call(self._app, scope, request)
                if answer.status >= 400:  # nothing was done: the key is free again
                    self._done.pop((kiosk, session, key), None)
                    return answer
                once.answer = answer
            return once.answer

    def _is_operation(self, scope: Scope) -> bool:
        return any(route.matches(scope)[0] is Match.FULL for route in self._app.routes)

    def _forget_session(self, session: str | None) -> None:
        """What was answered in a session, and the answer that began it, end with it."""
        if session is None:
            return
        began = f'"citizen_session":"{session}"'.encode("latin-1")
        self._done = {
            key: once
            for key, once in self._done.items()
            if key[1] != session and (once.answer is None or began not in once.answer.body)
        }


def _without_length(answer: Answer) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in answer.headers if key != "content-length")


def _tell(error: Exception) -> None:
    """Where a bug is, without what was being worked on."""
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-3:]))
    sys.stderr.write(f"seu: {type(error).__name__} at {where}\n")
