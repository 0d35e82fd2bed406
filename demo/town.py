"""The demo town hall as one thing: starts its seu, printers, scanner, card service and cards, and ends them.

Each is a process of its own, spoken to over a real protocol; its dials are on a control port.
"""

from __future__ import annotations

import secrets
import subprocess
import sys
from pathlib import Path

from demo import technician
from demo.card.softhsm import MODULE, configure
from demo.controls import HEADS, Controls
from demo.pcsc import CONTACT_READER, PrivatePcsc
from demo.peers import ready, start

PRESENTING = "custom-kpm216h"
PRESENTER = ("--dialect", "custom", "--no-process-id", "--presenter")
"""The model of a document printer with a presenter, and what its simulation is started with."""
CHIP_MS = 45.0
"""What the demo's chip takes for a command, as a contactless one does (docs/identity.md)."""


class Town(Controls):
    """A context: inside it the town is open, and `environment` is what a kiosk needs to find it."""

    def __init__(self, folder: Path, *, presenter: bool = False) -> None:
        """`presenter`: the document printer holds a sheet out, and sees it taken."""
        super().__init__(folder)
        self._presenter = presenter
        self._contact = folder / "contact"
        self._pcsc = PrivatePcsc(contact=True)

    def __enter__(self) -> Town:
        """Start every process; raises RuntimeError where one does not come up."""
        self.folder.mkdir(parents=True, exist_ok=True)
        tokens = [self._make_token(name) for name in ("kiosk", "assisted")]
        self._pcsc.start()
        started = {
            "seu": start(
                "demo.seu",
                *("--token-file", str(tokens[0]), "--assisted-token-file", str(tokens[1])),
                "--die-with-parent",
            ),
            "card": self._start_cards(),
            "scanner": start("demo.scanner", "--device", str(self.folder / "scanner")),
            **{name: self._start_printer(name, width) for name, width in HEADS.items()},
        }
        self._peers = {name: ready(name, process) for name, process in started.items()}
        root = self.folder / "seal-root.pem"
        root.write_bytes(self._get("seu", "/seal-root").content)
        authority = self._get("card", "/contact/authority").content
        (self.folder / "dnie-root.pem").write_bytes(authority)
        self._http.put(self.control("seu") + "/dnie-authorities", content=authority).raise_for_status()
        staff_root = self.folder / "staff-root.pem"
        staff_root.write_bytes(self._get("card", "/contact/staff-authority").content)
        signers = self._import_signers()
        pin = self.folder / "admin.pin"
        technician.write_pin(pin)
        self._post("card", "/speed", {"ms_per_apdu": CHIP_MS})
        self.environment = {
            **self._pcsc.environment,
            "KIOSK_SEU__BASE_URL": f"http://127.0.0.1:{self._peers['seu'].port}",
            "KIOSK_SEU__TOKEN_FILE": str(tokens[0]),
            "KIOSK_SEU__SEAL_ROOTS": str(root),
            "KIOSK_KIOSK__STATE_FOLDER": str(self.folder / "state"),
            "KIOSK_CARD_READER__NAME": "",
            "KIOSK_SCANNER__KIND": "serial",
            "KIOSK_SCANNER__DEVICE": str(self.folder / "scanner"),
            "SOFTHSM2_CONF": str(configure(self._contact, self._contact / "inserted")),
            "KIOSK_CONTACT_READER__ENABLED": "true",
            "KIOSK_CONTACT_READER__NAME": CONTACT_READER,
            "KIOSK_CONTACT_READER__MODULE": str(MODULE),
            "KIOSK_CONTACT_READER__COUNTS_TRIES": "true",
            "KIOSK_STAFF_CARD__AUTHORITIES": str(staff_root),
            "KIOSK_IDENTITY__COUNTRY_SIGNERS": str(signers),
            "KIOSK_ADMIN__PIN_FILE": str(pin),
            "KIOSK_PRINTERS__TICKET__ADDRESS": f"tcp://127.0.0.1:{self._peers['ticket'].port}",
        }
        self._name_printer()
        return self

    def __exit__(self, *raised: object) -> None:
        """End every process that was started here."""
        self._let_go()
        for peer in self._peers.values():
            peer.process.terminate()
        for peer in self._peers.values():
            peer.process.communicate()
        self._pcsc.stop()
        self._http.close()

    @property
    def assisted(self) -> dict[str, str]:
        """What a kiosk in the pink zone needs besides: it is another one to the seu."""
        token = self.folder / "assisted.token"
        return {
            "KIOSK_KIOSK__ROLE": "assisted",
            "KIOSK_KIOSK__NAME": "ZB-02",
            "KIOSK_SEU__TOKEN_FILE": str(token),
        }

    def _make_token(self, name: str) -> Path:
        token = self.folder / f"{name}.token"
        token.touch(mode=0o600)
        token.write_text(secrets.token_urlsafe(32), encoding="utf-8")
        return token

    def _start_cards(self) -> subprocess.Popen[bytes]:
        ports = ("--vpcd-port", str(self._pcsc.vpcd_port), "--contact-port", str(self._pcsc.contact_port))
        return start("demo.card", *ports, "--contact-folder", str(self._contact))

    def _start_printer(self, name: str, width: int) -> subprocess.Popen[bytes]:
        out = self.folder / name
        out.mkdir(exist_ok=True)
        head = ("--name", name, "--width", str(width), "--out", str(out), "--die-with-parent")
        presents = self._presenter and name == "document"
        return start("demo.printer", *head, *(PRESENTER if presents else ()))

    def put_printer(self, *, presenter: bool) -> None:
        """Put a document printer with or without a presenter in the place of one that is not so."""
        if presenter is self._presenter:
            return
        self._presenter = presenter
        before = self._peers["document"].process
        before.terminate()
        before.communicate()
        self._peers["document"] = ready("document", self._start_printer("document", HEADS["document"]))
        self._name_printer()

    def _name_printer(self) -> None:
        """How a kiosk finds the document printer that stands there now."""
        place, model = (f"KIOSK_PRINTERS__DOCUMENT__{what}" for what in ("ADDRESS", "MODEL"))
        self.environment[place] = f"tcp://127.0.0.1:{self._peers['document'].port}"
        self.environment.pop(model, None)
        if self._presenter:
            self.environment[model] = PRESENTING

    def _import_signers(self) -> Path:
        """The country signers of the demo, taken in as a technician would; the answer is their folder."""
        file, folder = self.folder / "country-signers.pem", self.folder / "country-signers"
        file.write_bytes(self._get("card", "/csca").content)
        command = [sys.executable, "-m", "kiosk", "trust", "import", str(file), "--folder", str(folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return folder
