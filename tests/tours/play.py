"""Plays one tour as `kiosk tour` does, and says in JSON what its trace, traffic, paper and leavings tell."""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path

from demo.town import Town
from kiosk import logs
from kiosk.tour.journeys import JOURNEYS
from kiosk.tour.run import tour
from tests.contract.checker import validate_traffic
from tests.privacy.scan import Scanner, values_of_residents

SECRETS = ("csv", "verification_url", "citizen_session", "digits", "nonce")
"""Members of the contract's bodies that are nobody else's business."""


class WatchedTown(Town):
    """A town that is looked through before it goes."""

    def __init__(self, folder: Path, *, presenter: bool) -> None:
        super().__init__(folder, presenter=presenter)
        self.contract: list[str] = []
        self.leaks: list[str] = []
        self.secrets: set[str] = set()

    def __exit__(self, *raised: object) -> None:
        records = self.traffic()
        self.contract = validate_traffic(records)
        self.secrets = set(_secrets(records))
        super().__exit__(*raised)
        scanner = Scanner(values_of_residents() | self.secrets)
        self.leaks = [
            *scanner.in_files(self.folder / "state", self.folder.parent / "trace.jsonl"),
            *scanner.in_files(self.folder.parent.parent / "log.jsonl"),
            *(scanner.in_bytes("a path of the contract", str(record["path"]).encode()) for record in records),
        ]
        self.leaks = [str(leak) for leak in self.leaks if leak]


def _secrets(records: list[dict[str, object]]) -> list[str]:
    found = []
    for record in records:
        for body in (record["body"], record["response_body"]):
            try:
                members = json.loads(base64.b64decode(str(body)))
            except ValueError:
                continue
            if isinstance(members, dict):
                found += [str(members[name]) for name in SECRETS if name in members]
    return found


def main(name: str, out: Path, size: str) -> None:
    logs.begin(out.parent / "log.jsonl", "debug")
    said: list[str] = []
    towns: list[WatchedTown] = []

    def town(folder: Path) -> WatchedTown:
        towns.append(WatchedTown(folder, presenter=JOURNEYS[name].presenter))
        return towns[-1]

    width, height = (int(side) for side in size.split("x"))
    status = tour(JOURNEYS[name], out, town, said.append, language="ca", width=width, height=height)
    answer = {
        "status": status,
        "said": said,
        "contract": towns[0].contract,
        "leaks": towns[0].leaks,
        "secrets": sorted(towns[0].secrets),
    }
    (out.parent / "answer.json").write_text(json.dumps(answer), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
