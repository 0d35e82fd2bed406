"""Which kiosk asks: the gate knows it by its token, and tells the operations."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request


def _caller(request: Request) -> str:
    return str(request.scope["kiosk"])


Caller = Annotated[str, Depends(_caller)]
