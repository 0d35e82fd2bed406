"""The catalogue of procedures of the demo town hall, as `procedures.toml` has it."""

from __future__ import annotations

import hashlib
import json
import tomllib
from functools import cache
from pathlib import Path

from demo.seu.town import SEU

_FILE = Path(__file__).with_name("procedures.toml")
_OPTIONAL = ("fee_note", "deadline", "takes", "note")


@cache
def _told() -> dict[str, list[dict[str, object]]]:
    written = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    needs = written["need"]
    return {
        "groups": written["group"],
        "offices": written["office"],
        "procedures": [_procedure(said, needs) for said in written["procedure"]],
    }


def _procedure(said: dict[str, object], needs: dict[str, object]) -> dict[str, object]:
    named = said.get("needs", [])
    assert isinstance(named, list)
    home = said.get("home")
    return {
        **{name: said[name] for name in ("id", "group", "name", "about", "keywords", "offices")},
        **{name: said[name] for name in _OPTIONAL if name in said},
        "needs": [needs[name] for name in named],
        "fees": said.get("fees", []),
        "channels": {
            "here": said.get("here"),
            "home": f"{SEU}/{home}" if home else None,
            "desk": said.get("desk", False),
            "appointment": said.get("appointment", False),
        },
        "identity": said.get("identity"),
        "withdrawn": said.get("withdrawn", False),
    }


class Procedures:
    """What is offered now: the operator may take procedures away or withdraw them."""

    def __init__(self) -> None:
        self.gone: frozenset[str] = frozenset()
        """Ids that the catalogue does not have any more."""
        self.withdrawn: frozenset[str] = frozenset()
        """Ids that it says are not done any more, with those of the file."""

    def ids(self) -> frozenset[str]:
        """Of those that the catalogue has now."""
        return frozenset(str(said["id"]) for said in _told()["procedures"]) - self.gone

    def catalogue(self) -> dict[str, object]:
        """The body of `getProcedures`."""
        told = _told()
        procedures = [
            {**said, "withdrawn": said["withdrawn"] or said["id"] in self.withdrawn}
            for said in told["procedures"]
            if said["id"] not in self.gone
        ]
        content = {"groups": told["groups"], "offices": told["offices"], "procedures": procedures}
        revision = hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]
        return {"revision": revision, **content}
