"""Distinguished names: compared by what they say, since countries write one name in several encodings."""

from __future__ import annotations

from dataclasses import dataclass, field

from devices.card.trust.der import OBJECT_IDENTIFIER, SEQUENCE, SET, Element, Fields, Malformed, oid

COUNTRY = oid("2.5.4.6")
_SHORT = {
    COUNTRY: "C",
    oid("2.5.4.10"): "O",
    oid("2.5.4.11"): "OU",
    oid("2.5.4.3"): "CN",
    oid("2.5.4.5"): "serialNumber",
}
_ENCODINGS = {  # RFC 5280, 4.1.2.4; IA5String for the mail addresses of old names
    0x0C: "utf-8",
    0x13: "latin-1",
    0x14: "latin-1",
    0x16: "latin-1",
    0x1C: "utf-32-be",
    0x1E: "utf-16-be",
}


@dataclass(frozen=True, slots=True)
class Name:
    """Two are equal where they say the same, whatever the case, spaces and encoding (RFC 5280, 7.1)."""

    said: tuple[tuple[tuple[bytes, str], ...], ...]
    """Type and folded text of each attribute."""
    text: str = field(compare=False)
    """For a person to read."""
    country: str = field(compare=False)
    """Two letters, upper case; empty where it has none."""


def name(one: Element) -> Name:
    """The name in these bytes (RFC 5280, 4.1.2.4)."""
    said, shown, country = [], [], ""
    for relative in Fields(one.value).rest():
        if relative.tag != SET:
            raise Malformed("a name that is not a sequence of sets")
        attributes = []
        for pair in Fields(relative.value).rest():
            if pair.tag != SEQUENCE:
                raise Malformed("a name without pairs")
            fields = Fields(pair.value)
            kind = fields.take(OBJECT_IDENTIFIER).value
            values = fields.rest()
            if len(values) != 1:
                raise Malformed("a name with a pair that is none")
            text = _text(values[0])
            attributes.append((kind, text.casefold()))
            printable = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
            shown.append(f"{_SHORT.get(kind, 'other')}={printable}")
            if kind == COUNTRY:
                country = text.upper()
        said.append(tuple(sorted(attributes)))
    return Name(tuple(said), ", ".join(shown), country)


def _text(one: Element) -> str:
    """What is no text of a kind that names have is equal to nothing but itself."""
    encoding = _ENCODINGS.get(one.tag)
    text = one.value.decode(encoding, "replace") if encoding else f"#{one.whole.hex()}"
    return " ".join(text.split())
