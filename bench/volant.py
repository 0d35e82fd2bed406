"""The PDF of an A4 volant, as the demo seu makes it; it stays in memory."""

from __future__ import annotations

from datetime import UTC, datetime

from demo.seu.paper.content import Wanted, content
from demo.seu.paper.layout import Check, laid_out
from demo.seu.paper.seal import new_seal
from demo.seu.register import load

OFFER = "volant_individual_current"
CSV = "ZB26-2345-6789-ABCD"


def volant() -> tuple[bytes, bytes]:
    """One sheet, sealed, for the first of the demo's residents who can have it here; and the seal's root."""
    register = load()
    for resident in register:
        dwelling = register.dwelling(resident)
        offer = next((one for one in register.offers(resident) if one.id == OFFER and one.here), None)
        if dwelling is not None and offer is not None:
            said = content(resident, dwelling, Wanted(offer, "grants", "ca"), datetime.now(UTC))
            check = Check(CSV, f"https://seu.exemple.cat/csv?c={CSV}", "ZB-01", 1)
            plain, _ = laid_out(said, check)
            seal = new_seal()
            return seal.put_on(plain), seal.root_pem.encode()
    raise LookupError("nobody in the demo can have a volant")
