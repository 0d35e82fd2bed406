"""What a padró document says, as plain data: titles, groups of fields, the sentence on what it is worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from demo.seu.offers import Offer, Rendition
from demo.seu.register import Dwelling, Resident
from demo.seu.town import INE, MUNICIPALITY, PURPOSES, TOWN
from demo.seu.words import Words

PaperLanguage = Literal["ca", "es"]

# Resolution of 17 February 2020 (BOE-A-2020-4784), point 8, which forbids any clause of expiry.
_TEXTS = {
    "register": Words("Padró municipal d’habitants", "Padrón municipal de habitantes", ""),
    "volant_individual": Words("Volant d’empadronament", "Volante de empadronamiento", ""),
    "volant_dwelling": Words("Volant de convivència", "Volante de convivencia", ""),
    "certificat_individual": Words("Certificat d’empadronament", "Certificado de empadronamiento", ""),
    "individual": Words("Individual", "Individual", ""),
    "dwelling": Words("Tothom qui viu a l’adreça", "Todas las personas del domicilio", ""),
    "historic": Words("històric", "histórico", ""),
    "volant_individual_intro": Words(
        "Segons les dades que consten al padró municipal d’habitants en la data d’avui, la persona indicada"
        " hi està inscrita amb les dades següents.",
        "Según los datos que constan en el padrón municipal de habitantes en la fecha de hoy, la persona"
        " indicada está inscrita con los datos siguientes.",
        "",
    ),
    "volant_dwelling_intro": Words(
        "Segons les dades que consten al padró municipal d’habitants en la data d’avui, les persones"
        " indicades hi estan inscrites a la mateixa adreça.",
        "Según los datos que constan en el padrón municipal de habitantes en la fecha de hoy, las personas"
        " indicadas están inscritas en el mismo domicilio.",
        "",
    ),
    "certificat_individual_intro": Words(
        "D’acord amb les dades que consten al padró municipal d’habitants en la data d’avui, es certifica"
        " que la persona indicada hi està inscrita amb les dades següents.",
        "De acuerdo con los datos que constan en el padrón municipal de habitantes en la fecha de hoy, se"
        " certifica que la persona indicada está inscrita con los datos siguientes.",
        "",
    ),
    "person": Words("Persona", "Persona", ""),
    "people": Words("Persones inscrites a l’adreça: {n}", "Personas inscritas en el domicilio: {n}", ""),
    "address": Words("Adreça d’empadronament", "Domicilio de empadronamiento", ""),
    "use": Words("Ús del document", "Uso del documento", ""),
    "name": Words("Nom i cognoms", "Nombre y apellidos", ""),
    "document": Words("Document d’identitat", "Documento de identidad", ""),
    "birth_date": Words("Data de naixement", "Fecha de nacimiento", ""),
    "birth_place": Words("Lloc de naixement", "Lugar de nacimiento", ""),
    "nationality": Words("Nacionalitat", "Nacionalidad", ""),
    "since": Words("Data d’alta al padró", "Fecha de alta en el padrón", ""),
    "street": Words("Via", "Vía", ""),
    "town": Words("Codi postal i municipi", "Código postal y municipio", ""),
    "section": Words("Districte i secció", "Distrito y sección", ""),
    "ine": Words("Codi del municipi (INE)", "Código del municipio (INE)", ""),
    "purpose": Words("Motiu indicat per la persona", "Motivo indicado por la persona", ""),
    "issued": Words("Data i hora d’expedició", "Fecha y hora de expedición", ""),
    "movement": Words("Moviment", "Movimiento", ""),
    "joined": Words("Alta el {date}, fins avui", "Alta el {date}, hasta hoy", ""),
    "volant_worth": Words("Document informatiu.", "Documento informativo.", ""),
    "volant_worth_more": Words(
        "No té caràcter de certificat i no necessita signatura (Resolució de 17 de febrer de 2020,"
        " apartat 8.1.1).",
        "No tiene carácter de certificado y no necesita firma (Resolución de 17 de febrero de 2020,"
        " apartado 8.1.1).",
        "",
    ),
    "certificat_worth": Words("Certificat amb segell electrònic.", "Certificado con sello electrónico.", ""),
    "certificat_worth_more": Words(
        "Actuació administrativa automatitzada, amb segell d’òrgan i codi segur de verificació (Llei 40/2015,"
        " articles 41 i 42).",
        "Actuación administrativa automatizada, con sello de órgano y código seguro de verificación (Ley"
        " 40/2015, artículos 41 y 42).",
        "",
    ),
}
_NATIONALITIES = {
    "ESP": Words("Espanyola", "Española", ""),
    "MAR": Words("Marroquina", "Marroquí", ""),
    "ROU": Words("Romanesa", "Rumana", ""),
    "DZA": Words("Algeriana", "Argelina", ""),
    "CHN": Words("Xinesa", "China", ""),
}
_DOCUMENTS = {
    "dni": Words("DNI", "DNI", ""),
    "tie": Words("NIE", "NIE", ""),
    "eu_card": Words("Carnet UE", "Carné UE", ""),
    "passport": Words("Passaport", "Pasaporte", ""),
}


@dataclass(frozen=True, slots=True, repr=False)
class Field:
    label: str
    value: str


@dataclass(frozen=True, slots=True, repr=False)
class Group:
    """Fields by twos under a title. In a list the labels stand once, above its first row."""

    title: str
    fields: tuple[Field, ...]
    list_: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Content:
    """Everything on the paper but what checks it (CSV, QR, numbers of copy and sheet)."""

    language: PaperLanguage
    town: str
    register: str
    title: str
    subtitle: str
    intro: str
    groups: tuple[Group, ...]
    worth: str
    worth_more: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asked for."""

    offer: Offer
    purpose: str
    language: PaperLanguage
    rendition: Rendition = "a4"


def content(resident: Resident, dwelling: Dwelling, wanted: Wanted, issued_at: datetime) -> Content:
    """What the paper says; the purpose decides which fields stand on it."""
    language, offer = wanted.language, wanted.offer

    def say(key: str) -> str:
        return _TEXTS[key].in_(language)

    def field(key: str, value: str) -> Field:
        return Field(say(key), value)

    since = _day(resident.registered_since) if resident.registered_since else ""
    purpose = PURPOSES[wanted.purpose]
    person = [
        field("name", resident.full_name),
        field("document", f"{_DOCUMENTS[resident.document.kind].in_(language)} {resident.document.number}"),
        field("birth_date", _day(resident.birth_date)),
    ]
    if purpose.birth_place:
        person.append(field("birth_place", resident.birth_place))
    if purpose.nationality:
        person.append(field("nationality", _NATIONALITIES[resident.document.nationality].in_(language)))
    person.append(field("since", since))
    groups = [Group(say("person"), tuple(person))]
    if offer.scope == "dwelling":
        everyone = [
            (resident.full_name, resident.birth_date),
            *((o.name, o.birth_date) for o in dwelling.also),
        ]
        rows = [f for n, born in everyone for f in (field("name", n), field("birth_date", _day(born)))]
        groups.append(Group(say("people").format(n=len(everyone)), tuple(rows), list_=True))
    address = [
        field("street", f"{dwelling.street}, {dwelling.number}"),
        field("town", f"{dwelling.postcode} {MUNICIPALITY}"),
        field("section", f"{dwelling.district} · {dwelling.section}"),
        field("ine", INE),
    ]
    if offer.time == "historic":
        address.append(field("movement", say("joined").format(date=since)))
    groups.append(Group(say("address"), tuple(address)))
    use = (field("purpose", purpose.name.in_(language)), field("issued", _instant(issued_at, language)))
    groups.append(Group(say("use"), use))
    subtitle = say(offer.scope) + (f" · {say('historic')}" if offer.time == "historic" else "")
    return Content(
        language=language,
        town=TOWN,
        register=say("register"),
        title=say(f"{offer.kind}_{offer.scope}"),
        subtitle=subtitle,
        intro=say(f"{offer.kind}_{offer.scope}_intro"),
        groups=tuple(groups),
        worth=say(f"{offer.kind}_worth"),
        worth_more=say(f"{offer.kind}_worth_more"),
    )


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _instant(at: datetime, language: PaperLanguage) -> str:
    hour = f"{at:%H.%M}\u00a0h" if language == "ca" else f"{at:%H:%M}\u00a0h"
    return f"{at:%d/%m/%Y} · {hour}"
