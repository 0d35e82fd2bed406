"""The machine readable zone, and what a person types of it."""

from __future__ import annotations

from datetime import date

from devices.card.emrtd import mrz
from devices.card.emrtd.document import document
from devices.card.emrtd.tlv import Malformed
from devices.contracts import Mrz

SEEDS = (  # ICAO 9303-5, 9303-4 and 9303-6, appendices A
    b"I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    b"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    b"I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6",
)
TODAY = date(2026, 11, 26)


def one(data: bytes) -> None:
    zone = data.decode("latin-1")
    try:
        fields = mrz.parse(zone, TODAY)
    except Malformed:
        pass
    else:
        document(fields, None)
        assert fields.birth_date <= TODAY
    mrz.key_information(Mrz(zone, TODAY, TODAY)).decode("ascii")
