"""The demo town hall as a running process, and a person's way through it over HTTP."""

from __future__ import annotations

import base64
import json
import os
import secrets
import subprocess
import sys
import tomllib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
TOKEN = "a-token-of-the-demo-kiosk"
RESIDENTS = {
    r["id"]: r
    for r in tomllib.loads((ROOT / "demo" / "residents.toml").read_text(encoding="utf-8"))["resident"]
}


class Town:
    """Calls as a kiosk makes them; every POST has a key of its own unless one is given."""

    def __init__(self, port: int, control_port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.http = httpx.Client(base_url=self.url, timeout=10, headers={"Authorization": f"Bearer {TOKEN}"})
        self.control = httpx.Client(base_url=f"http://127.0.0.1:{control_port}", timeout=10)

    def get(self, path: str, session: str | None = None) -> httpx.Response:
        return self.http.get(path, headers=_session(session))

    def post(
        self,
        path: str,
        body: object,
        session: str | None = None,
        key: str | None = None,
        language: str = "ca",
    ) -> httpx.Response:
        headers = {
            "Idempotency-Key": key or str(uuid.uuid4()),
            "Accept-Language": language,
            **_session(session),
        }
        return self.http.post(path, json=body, headers=headers)

    def put(self, path: str, body: object) -> httpx.Response:
        return self.http.put(path, json=body)

    def delete(self, path: str, session: str | None = None) -> httpx.Response:
        return self.http.delete(path, headers=_session(session))

    def sms(self) -> dict:
        return self.control.get("/sms").json()

    def challenge(self, resident: str, **evidence: object) -> str:
        """Id of a challenge that has this resident's chip as evidence."""
        challenge = self.post("/v1/identity/challenges", {}).json()["challenge"]
        answer = self.post(f"/v1/identity/challenges/{challenge}/evidence", {**chip(resident), **evidence})
        assert answer.status_code == 200, answer.text
        return challenge

    def send_code(self, challenge: str, number: str, proof: str = "idcat_mobil_code") -> httpx.Response:
        body = {"proof": proof, "phone": {"prefix": "0034", "number": number}}
        return self.post(f"/v1/identity/challenges/{challenge}/codes", body)

    def attempt(self, challenge: str, code: str, digits: str) -> httpx.Response:
        return self.post(f"/v1/identity/challenges/{challenge}/codes/{code}/attempts", {"digits": digits})

    def identify(self, resident: str) -> str:
        """The token of a session of this resident, by the code sent to the phone."""
        challenge = self.challenge(resident)
        code = self.send_code(challenge, RESIDENTS[resident]["idcat_phone"]).json()["code"]
        accepted = self.attempt(challenge, code, self.sms()["code"]).json()
        assert accepted["result"] == "accepted"
        return accepted["citizen_session"]

    def issue(self, session: str, offer: str, **changed: str) -> httpx.Response:
        body = {"offer": offer, "purpose": "grants", "language": "ca", "rendition": "a4"}
        body |= {"paper": secrets.token_hex(8), **changed}
        return self.post("/v1/padro/issues", body, session)


@contextmanager
def running(*arguments: str) -> Iterator[Town]:
    """A town hall of its own, until the block ends."""
    environment = {**os.environ, "KIOSK_DEMO_TOKEN": TOKEN}
    process = subprocess.Popen(
        [sys.executable, "-m", "demo.seu", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    ready = process.stdout.readline()
    try:
        assert ready, "the town hall did not start"
        ports = json.loads(ready)
        town = Town(ports["port"], ports["control_port"])
        with town.http, town.control:
            yield town
    finally:
        process.terminate()
        out, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert (out, errors) == ("", ""), "the town hall wrote more than its ports"


def _session(token: str | None) -> dict[str, str]:
    return {} if token is None else {"Citizen-Session": token}


def chip(resident: str) -> dict[str, object]:
    """The evidence that this resident's document gives."""
    sod = b"\x77\x05\x30\x03\x06\x01\x00"
    return {
        "means": "chip",
        "dg1": base64.b64encode(dg1(resident)).decode(),
        "sod": base64.b64encode(sod).decode(),
        "hashes_agree": True,
        "verdict": "genuine",
        "chip_proof": "chip_authentication",
        "witness": "kiosk_word",
    }


def dg1(resident: str) -> bytes:
    """EF.DG1 of this resident's document: TD3 for a passport, else TD1 (ICAO 9303-4 and -5)."""
    person = RESIDENTS[resident]
    document = person["document"]
    born, expires = _checked(_yymmdd(person["birth_date"])), _checked(_yymmdd(document["expiry"]))
    names = (
        f"{person['surname1']}<<{person['given_names']}".upper().replace(" ", "<").encode("ascii", "replace")
    )
    name = names.decode().replace("?", "X")
    number = _checked(document["support"].ljust(9, "<"))
    if document["kind"] == "passport":
        first = f"P<{document['issuer']}{name}".ljust(44, "<")
        second = f"{number}{document['nationality']}{born}{person['sex']}{expires}".ljust(42, "<") + "<0"
        mrz = first + second[:43] + "0"
    else:
        spare = document["number"] if document["issuer"] == "ESP" else ""
        first = f"ID{document['issuer']}{number}{spare}".ljust(30, "<")
        second = f"{born}{person['sex']}{expires}{document['nationality']}".ljust(29, "<") + "0"
        mrz = first + second + name[:30].ljust(30, "<")
    inner = b"\x5f\x1f" + bytes([len(mrz)]) + mrz.encode()
    return b"\x61" + bytes([len(inner)]) + inner


def _yymmdd(day: date) -> str:
    return f"{day:%y%m%d}"


def _checked(field: str) -> str:
    """With its check digit (ICAO 9303-3, 4.9)."""
    values = (0 if c == "<" else int(c, 36) for c in field)
    return f"{field}{sum(v * (7, 3, 1)[i % 3] for i, v in enumerate(values)) % 10}"
