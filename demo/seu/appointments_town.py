"""Where and when the demo town hall gives appointments, and for what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from demo.seu.received import Assurance
from demo.seu.words import Words

EVERY = timedelta(minutes=20)
"""From one hour to the next at a desk."""
LAPSE = timedelta(minutes=10)
"""How long after its hour somebody may still come."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Local time of one stretch of a day."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Office:
    """`week` is what is open by the day of the week, Monday being 0."""

    name: Words
    address: str
    week: Mapping[int, tuple[Opening, ...]]


@dataclass(frozen=True, slots=True)
class Procedure:
    """What an appointment is for. `words` are others by which people look for it."""

    group: str
    name: Words
    identity: Assurance | None
    minutes: int
    offices: tuple[str, ...]
    bring: tuple[Words, ...]
    words: tuple[str, ...]


_MORNING, _AFTERNOON = Opening(time(9), time(14)), Opening(time(16), time(19))

OFFICES: Mapping[str, Office] = {
    "central": Office(
        Words("Oficina central", "Oficina central", "Main office"),
        "Carrer de Girona, 10",
        {**dict.fromkeys((0, 1, 2, 4), (_MORNING,)), 3: (_MORNING, _AFTERNOON)},
    ),
    "florida": Office(
        Words("Oficina de la Florida", "Oficina de La Florida", "La Florida office"),
        "Plaça de l’Exemple, 3",
        dict.fromkeys((0, 2, 4), (_MORNING,)),
    ),
}

GROUPS: Mapping[str, Words] = {
    "home": Words("Casa i padró", "Casa y padrón", "Home and register"),
    "money": Words("Impostos i ajuts", "Impuestos y ayudas", "Taxes and benefits"),
    "family": Words("Família i escola", "Familia y escuela", "Family and school"),
    "street": Words("Carrer i comerç", "Calle y comercio", "Street and trade"),
}

_IDENTITY = Words("el DNI, NIE o passaport", "el DNI, NIE o pasaporte", "your DNI, NIE or passport")
_LEASE = Words("el contracte de lloguer", "el contrato de alquiler", "your rental contract")
_BILL = Words("l’última carta de l’impost", "la última carta del impuesto", "the last letter about the tax")
_BOOK = Words("el llibre de família", "el libro de familia", "your family record book")
_INCOME = Words("la declaració de renda", "la declaración de la renta", "your income tax return")
_PLAN = Words("un plànol del local", "un plano del local", "a plan of the premises")
_BOTH = ("central", "florida")

PROCEDURES: Mapping[str, Procedure] = {
    "join_register": Procedure(
        "home",
        Words("Alta al padró", "Alta en el padrón", "Joining the register"),
        None,
        20,
        _BOTH,
        (_IDENTITY, _LEASE),
        ("empadronar-me", "empadronarme", "empadronament", "register address", "moving here"),
    ),
    "change_address": Procedure(
        "home",
        Words("Canvi de domicili", "Cambio de domicilio", "Change of address"),
        None,
        20,
        _BOTH,
        (_IDENTITY, _LEASE),
        ("mudança", "traslado", "mudanza", "moved house"),
    ),
    "foreign_report": Procedure(
        "home",
        Words("Informe per a estrangeria", "Informe para extranjería", "Report for immigration"),
        "substantial",
        30,
        ("central",),
        (_IDENTITY, _LEASE),
        ("arrelament", "arraigo", "reagrupament", "residency", "visa"),
    ),
    "property_tax": Procedure(
        "money",
        Words("Impost sobre l’habitatge (IBI)", "Impuesto sobre la vivienda (IBI)", "Property tax (IBI)"),
        None,
        15,
        _BOTH,
        (_BILL,),
        ("contribució", "contribución", "rebut", "recibo", "council tax"),
    ),
    "vehicle_tax": Procedure(
        "money",
        Words("Impost de vehicles", "Impuesto de vehículos", "Vehicle tax"),
        None,
        15,
        _BOTH,
        (_BILL,),
        ("cotxe", "coche", "circulació", "numerito", "road tax"),
    ),
    "social_aid": Procedure(
        "money",
        Words("Ajuts socials", "Ayudas sociales", "Social benefits"),
        "substantial",
        30,
        ("central",),
        (_IDENTITY, _INCOME),
        ("beca menjador", "beca comedor", "lloguer social", "emergency aid", "subsidy"),
    ),
    "partner_register": Procedure(
        "family",
        Words("Registre de parelles", "Registro de parejas", "Register of couples"),
        "low",
        30,
        ("central",),
        (_IDENTITY, _BOOK),
        ("parella de fet", "pareja de hecho", "civil partnership"),
    ),
    "civil_wedding": Procedure(
        "family",
        Words("Casament civil", "Boda civil", "Civil wedding"),
        None,
        30,
        ("central",),
        (_IDENTITY,),
        ("casar-se", "casarse", "matrimoni", "matrimonio", "marriage"),
    ),
    "school_place": Procedure(
        "family",
        Words("Preinscripció escolar", "Preinscripción escolar", "School enrolment"),
        None,
        20,
        _BOTH,
        (_IDENTITY, _BOOK),
        ("escola", "escuela", "matrícula", "guarderia", "nursery"),
    ),
    "trade_licence": Procedure(
        "street",
        Words("Llicència d’activitat", "Licencia de actividad", "Business licence"),
        None,
        30,
        ("central",),
        (_PLAN,),
        ("obrir un bar", "abrir una tienda", "negoci", "open a shop"),
    ),
    "works_permit": Procedure(
        "street",
        Words("Permís d’obres", "Permiso de obras", "Building permit"),
        None,
        30,
        ("central",),
        (_PLAN,),
        ("reforma", "obra menor", "renovation"),
    ),
    "parking_card": Procedure(
        "street",
        Words("Targeta d’aparcament", "Tarjeta de aparcamiento", "Parking card"),
        None,
        15,
        _BOTH,
        (_IDENTITY,),
        ("mobilitat reduïda", "movilidad reducida", "gual", "blue badge", "disabled"),
    ),
}

FEASTS: Mapping[tuple[int, int], Words] = {
    (1, 1): Words("Cap d’Any", "Año Nuevo", "New Year’s Day"),
    (1, 6): Words("Reis", "Reyes", "Epiphany"),
    (4, 23): Words("Festa local: Sant Jordi", "Fiesta local: Sant Jordi", "Local holiday: Saint George"),
    (5, 1): Words("Festa del Treball", "Fiesta del Trabajo", "Labour Day"),
    (6, 24): Words("Sant Joan", "San Juan", "Saint John’s Day"),
    (8, 15): Words("L’Assumpció", "La Asunción", "Assumption"),
    (9, 11): Words("Diada de Catalunya", "Diada de Cataluña", "National Day of Catalonia"),
    (10, 12): Words("Festa Nacional", "Fiesta Nacional", "National Day of Spain"),
    (11, 1): Words("Tots Sants", "Todos los Santos", "All Saints’ Day"),
    (12, 6): Words("La Constitució", "La Constitución", "Constitution Day"),
    (12, 8): Words("La Immaculada", "La Inmaculada", "Immaculate Conception"),
    (12, 25): Words("Nadal", "Navidad", "Christmas Day"),
    (12, 26): Words("Sant Esteve", "San Esteban", "Saint Stephen’s Day"),
}
"""Month and day of the feasts on which nobody works here, the local ones with them."""

MOVABLE: Mapping[date, Words] = {
    date(2027, 3, 26): Words("Divendres Sant", "Viernes Santo", "Good Friday"),
    date(2027, 3, 29): Words("Dilluns de Pasqua", "Lunes de Pascua", "Easter Monday"),
}
"""Those of another day each year, as far as they are published."""


def feast(day: date) -> Words | None:
    """Why nobody works on that day."""
    return FEASTS.get((day.month, day.day)) or MOVABLE.get(day)


def hours_of(day: date, openings: tuple[Opening, ...], zone: tzinfo) -> Iterator[datetime]:
    """The hours of a day, one every `EVERY` of true time: those that come twice are there twice."""
    for opening in openings:
        at = datetime.combine(day, opening.opens, zone).astimezone(UTC)
        end = datetime.combine(day, opening.closes.replace(fold=1), zone).astimezone(UTC)
        while at + EVERY <= end:
            yield at.astimezone(zone)
            at += EVERY


def appointment_catalogue(withdrawn: frozenset[str]) -> dict[str, object]:
    """The body of `getAppointmentCatalogue`."""
    return {
        "groups": [{"id": id_, "name": name.to_json()} for id_, name in GROUPS.items()],
        "procedures": [
            {
                "id": id_,
                "group": procedure.group,
                "name": procedure.name.to_json(),
                "identity": procedure.identity,
                "minutes": procedure.minutes,
                "offices": list(procedure.offices),
                "bring": [thing.to_json() for thing in procedure.bring],
                "words": list(procedure.words),
            }
            for id_, procedure in PROCEDURES.items()
            if id_ not in withdrawn
        ],
        "offices": [
            {"id": id_, "name": office.name.to_json(), "address": office.address}
            for id_, office in OFFICES.items()
        ],
        "lapse_minutes": int(LAPSE.total_seconds()) // 60,
    }
