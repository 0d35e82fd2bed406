"""From the zone and the names of a chip to the document that a person holds, with the Spanish rule."""

from __future__ import annotations

from devices.card.emrtd.lds import Names
from devices.card.emrtd.mrz import MrzFields
from devices.contracts import Document, DocumentKind

EUROPEAN = frozenset(  # the Union, the European Economic Area and Switzerland, as ICAO 9303-3, 5 writes them
    {
        "AUT",
        "BEL",
        "BGR",
        "CHE",
        "CYP",
        "CZE",
        "D",
        "DNK",
        "ESP",
        "EST",
        "FIN",
        "FRA",
        "GRC",
        "HRV",
        "HUN",
        "IRL",
    }
    | {
        "ISL",
        "ITA",
        "LIE",
        "LTU",
        "LUX",
        "LVA",
        "MLT",
        "NLD",
        "NOR",
        "POL",
        "PRT",
        "ROU",
        "SVK",
        "SVN",
        "SWE",
    }
)


def document(fields: MrzFields, names: Names | None) -> Document:
    """The document of this zone. `names` are those with diacritics; the zone's own where there are none.

    The document number of a Spanish card is that of the plastic: the DNI or NIE stands in the optional data.
    """
    kind = _kind(fields)
    spanish_card = kind in (DocumentKind.DNI, DocumentKind.TIE)
    return Document(
        kind=kind,
        number=(spanish_card and fields.optional) or fields.document_number,
        support_number=fields.document_number,
        issuer=fields.issuer,
        nationality=fields.nationality,
        surnames=names.surnames if names else fields.surnames,
        given_names=names.given_names if names else fields.given_names,
        birth_date=fields.birth_date,
        expiry_date=fields.expiry_date,
    )


def _kind(fields: MrzFields) -> DocumentKind:
    match fields.document_code[:1]:
        case "P":
            return DocumentKind.PASSPORT
        case "I" | "A" | "C" if fields.issuer == "ESP":
            return DocumentKind.DNI if fields.nationality == "ESP" else DocumentKind.TIE
        case "I" | "A" | "C" if fields.issuer == fields.nationality and fields.issuer in EUROPEAN:
            return DocumentKind.EU_CARD
        case _:
            return DocumentKind.OTHER
