"""What the demo town hall says of itself: names, purposes, services, and the way from home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from demo.seu.received import Assurance
from demo.seu.turns_api import catalogue_part as turns_part
from demo.seu.words import Words

TOWN = "Ajuntament de L’Hospitalet"
MUNICIPALITY = "L’Hospitalet de Llobregat"
INE = "08101"
SEU = "https://seu.exemple.cat"
CSV_ADDRESS = "seu.exemple.cat/csv"
PROOFS = ("idcat_mobil_code", "staff")
"""Those accepted when the demo starts, in the order in which they are offered."""
REACH: Mapping[str, Assurance] = {
    "idcat_mobil_code": "substantial",
    "card_plus_municipal_code": "substantial",
    "dnie_pin": "high",
    "staff": "high",
}
"""The most that each proof may come to."""
ASSURANCES: tuple[Assurance, ...] = ("low", "substantial", "high")
"""Weakest first."""
SERVICES: Mapping[str, Assurance | None] = {
    "padro": "substantial",
    "turns": None,
    "arrival": "low",
    "appointments": None,
    "procedures": None,
}
"""What this town hall has ready, and what a person has to have shown before each."""
DOCUMENTS = ("genuine",)
"""The verdicts with which a kiosk goes on, when the demo starts."""
PROOFS_BY_CODE = ("idcat_mobil_code", "card_plus_municipal_code")


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a document is for; what does not matter for it is left off the paper (GDPR, article 5.1 c)."""

    name: Words
    birth_place: bool
    nationality: bool


PURPOSES = {
    "school": Purpose(
        Words("Escola o universitat", "Escuela o universidad", "School or university"), False, False
    ),
    "grants": Purpose(Words("Ajuts i beques", "Ayudas y becas", "Benefits and grants"), True, True),
    "immigration": Purpose(Words("Estrangeria", "Extranjería", "Immigration"), True, True),
    "transport": Purpose(Words("Transport públic", "Transporte público", "Public transport"), False, False),
    "work": Purpose(Words("Feina o banc", "Trabajo o banco", "Work or bank"), False, True),
    "other": Purpose(Words("Una altra cosa", "Otra cosa", "Something else"), True, True),
}
PAPER_LANGUAGES = ("ca", "es")

_NOT_YET = Words(
    "Encara no es pot fer aquí. Us atendrem al taulell.",
    "Aún no se puede hacer aquí. Le atenderemos en el mostrador.",
    "Not here yet. We will help you at the desk.",
)
_FROM_HOME: Mapping[str, tuple[Words, str, Assurance | None]] = {
    "padro_volant": (
        Words("Volant d’empadronament", "Volante de empadronamiento", "Residence slip"),
        "padro/volant",
        "substantial",
    ),
    "padro_certificat": (
        Words("Certificat d’empadronament", "Certificado de empadronamiento", "Residence certificate"),
        "padro/certificat",
        "substantial",
    ),
    "appointments": (Words("Cita prèvia", "Cita previa", "Appointments"), "cita", None),
    "idcat": (Words("idCAT Mòbil", "idCAT Mòbil", "idCAT Mòbil"), "idcat", None),
}


def reaching(proofs: Sequence[str], wanted: Assurance | None) -> list[str]:
    """Those of `proofs` that may come to what is wanted."""
    floor = ASSURANCES.index(wanted) if wanted else 0
    return [proof for proof in proofs if ASSURANCES.index(REACH.get(proof, "high")) >= floor]


def catalogue(proofs: Sequence[str], documents: Sequence[str], *, handover: bool) -> dict[str, object]:
    """The body of `getCatalogue`."""
    later = ("idcat", "facilities")
    return {
        "town": {"name": TOWN, "ine": INE},
        "office": {
            "name": Words(
                "Oficina d’Atenció Ciutadana", "Oficina de Atención Ciudadana", "Citizens’ Advice Office"
            ).to_json(),
            "phone": "+34930000000",
            "desk": Words(
                "al fons, darrere de la zona rosa",
                "al fondo, detrás de la zona rosa",
                "at the far end, behind the pink zone",
            ).to_json(),
        },
        "data_protection": {
            "controller": TOWN,
            "contact": "dpd@exemple.cat",
            "purpose": Words(
                "Saber qui sou per fer els tràmits que demaneu.",
                "Saber quién es para hacer los trámites que pida.",
                "To know who you are, so as to do what you ask for.",
            ).to_json(),
        },
        "services": [
            *({"id": service, "available": True, "identity": wanted} for service, wanted in SERVICES.items()),
            *(
                {"id": service, "available": False, "identity": None, "reason": _NOT_YET.to_json()}
                for service in later
            ),
        ],
        "proofs": list(proofs),
        "documents": {"accepted": list(documents)},
        "notices": [],
        "padro": {
            "purposes": [{"id": id_, "name": purpose.name.to_json()} for id_, purpose in PURPOSES.items()],
            "languages": list(PAPER_LANGUAGES),
        },
        "turns": turns_part(handover=handover),
        "from_home": [
            {"procedure": procedure, "title": title.to_json(), "url": f"{SEU}/{path}"}
            | ({"identity": identity} if identity else {})
            for procedure, (title, path, identity) in _FROM_HOME.items()
        ],
    }
