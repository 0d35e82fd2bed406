"""What a call of the kiosk's says: its body, and the key under which it is said once."""

from __future__ import annotations

import json
import secrets


def said(**members: object) -> bytes:
    """A body."""
    return json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode()


def new_key() -> str:
    """An Idempotency-Key for an act that nobody will want to repeat later."""
    return secrets.token_urlsafe(16)
