"""Examples of the screens on which procedures are looked up."""

from __future__ import annotations

from screens.examples.common import qr
from screens.examples.pieces import PLACES, now, searched, what
from screens.i18n.words import Words
from screens.procedures.views import (
    Fact,
    ProceduresGone,
    ProceduresGroups,
    ProceduresList,
    ProceduresPhone,
    ProceduresPrint,
    ProceduresSearch,
    ProceduresShow,
)
from screens.view import Button, Choice, Notice, NoticeKind, Panel, Places, View

GROUPS = (
    ("padro", "identification-card", "Padró i documents", "Padrón y documentos", "Register and documents"),
    ("taxes", "coins", "Impostos i taxes", "Impuestos y tasas", "Taxes and charges"),
    ("family", "users", "Família i ajuts", "Familia y ayudas", "Family and support"),
    ("school", "graduation-cap", "Escola i infants", "Escuela y niños", "School and children"),
    ("housing", "buildings", "Habitatge i obres", "Vivienda y obras", "Housing and works"),
    ("business", "briefcase", "Botigues i negocis", "Tiendas y negocios", "Shops and businesses"),
    ("street", "bus", "Carrer i transport", "Calle y transporte", "Street and transport"),
)
NAMES = (
    ("alta", "Alta al padró", "Alta en el padrón", "Register your address"),
    (
        "nombrosa",
        "Bonificació de l’IBI per família nombrosa",
        "Bonificación del IBI por familia numerosa",
        "IBI reduction for large families",
    ),
    (
        "informe",
        "Informe d’habitatge per reagrupar la família",
        "Informe de vivienda para reagrupar a la familia",
        "Housing report for family reunification",
    ),
    ("volant", "Volant d’empadronament", "Volante de empadronamiento", "Residence slip"),
    ("casament", "Casament civil a l’Ajuntament", "Matrimonio civil en el Ayuntamiento", "Civil wedding"),
    ("gual", "Gual per a un garatge", "Vado para un garaje", "Dropped kerb for a garage"),
)
ABOUT = {
    "ca": "Si no teniu residència de llarga durada, cal dir cada dos anys que encara viviu aquí.",
    "es": "Si no tiene residencia de larga duración, hay que decir cada dos años que aún vive aquí.",
    "en": "Without long-term residence, you have to say every two years that you still live here.",
}
NEEDS = {
    "ca": (
        "El DNI, NIE o passaport de totes les persones",
        "El contracte de lloguer, l’escriptura o el permís de qui hi viu",
        "Els ingressos de la família de l’últim any",
        "El llibre de família o el certificat de naixement",
    ),
    "es": (
        "El DNI, NIE o pasaporte de todas las personas",
        "El contrato de alquiler, la escritura o el permiso de quien vive allí",
        "Los ingresos de la familia del último año",
        "El libro de familia o el certificado de nacimiento",
    ),
    "en": (
        "The DNI, NIE or passport of each person",
        "The rental contract, the deed, or the consent of whoever lives there",
        "The family’s income of the last year",
        "The family book or the birth certificate",
    ),
}
HOURS = {
    "ca": "De dilluns a divendres, de 8.30 a 14.30. Dijous, fins a les 19.00.",
    "es": "De lunes a viernes, de 8:30 a 14:30. Jueves, hasta las 19:00.",
    "en": "Monday to Friday, 8:30 to 14:30. Thursday until 19:00.",
}
DAY, HOUR = "dimarts 1 de desembre", "10.24"
PLACE = ("ca", "es", "en")


def _choices(say: Words, *, about: bool = True) -> tuple[Choice, ...]:
    at = PLACE.index(say.language) + 1
    return tuple(
        Choice(id=name[0], title=name[at], about=ABOUT[say.language] if about else "") for name in NAMES
    )


def _more(say: Words) -> Button:
    return Button(label=say("page.next", n=1, m="2"), icon="arrow-right")


def groups(say: Words, *, whole: bool) -> ProceduresGroups:
    at = PLACE.index(say.language) + 2
    return ProceduresGroups(
        question=say("procedures.question"),
        lead=say("procedures.stale", day=DAY, hour=HOUR) if whole else say("procedures.lead"),
        search=Button(label=say("procedures.search"), icon="keyboard"),
        choices=tuple(Choice(id=group[0], title=group[at], icon=group[1]) for group in GROUPS),
        other_page=_more(say) if whole else None,
    )


def listed(say: Words, count: int) -> ProceduresList:
    at = PLACE.index(say.language) + 2
    return ProceduresList(
        question=GROUPS[0][at],
        lead=say("procedures.list.lead"),
        choices=_choices(say)[:count],
        other_page=_more(say) if count == len(NAMES) else None,
    )


def show(say: Words, *, whole: bool) -> ProceduresShow:
    at = PLACE.index(say.language) + 1
    needs = Fact(title=say("procedures.needs"), icon="check", lines=NEEDS[say.language])
    cost = Fact(title=say("procedures.cost"), icon="coins", lines=(say("procedures.free"),))
    where = Fact(
        title=say("procedures.where"),
        icon="map-pin",
        lines=(
            "Oficina d’Atenció Ciutadana",
            "Plaça de la Font, 1",
            HOURS[say.language],
            "930\u00a000\u00a000\u00a000",
        ),
    )
    return ProceduresShow(
        question=NAMES[2][at],
        lead=ABOUT[say.language],
        notice=say.notice("care", "warning", "procedures.stale", day=DAY, hour=HOUR) if whole else Notice(),
        facts=(needs, cost, where, where) if whole else (where, cost),
        first=0 if whole else 2,
        more=Button(label=say("procedures.more"), icon="arrow-right"),
        restart=Button(label=say("page.restart"), icon="arrow-left"),
        services=(Choice(id="turn", title=say("menu.turn"), icon="ticket"),) if whole else (),
        phone=Button(label=say("procedures.phone"), icon="device-mobile") if whole else None,
        send=Button(
            label=say("procedures.print" if whole else "procedures.noprinter"), icon="printer", ready=whole
        ),
    )


def phone(say: Words) -> ProceduresPhone:
    return ProceduresPhone(
        question=say("procedures.phone.question"),
        lead=say("procedures.phone.lead"),
        title=NAMES[2][PLACE.index(say.language) + 1],
        needs=say("home.needs.certificate"),
        address="seu.exemple.cat/estrangeria/habitatge",
        qr=qr("https://seu.exemple.cat/estrangeria/habitatge"),
        done=Button(label=say("procedures.done"), icon="check"),
    )


def printed(say: Words, key: str, kind: NoticeKind, where: Places | None) -> ProceduresPrint:
    return ProceduresPrint(
        question=say("procedures.print.question"),
        lead=NAMES[2][PLACE.index(say.language) + 1],
        places=where,
        notice=say.notice(kind, "printer", key),
        again=Button(label=say("procedures.again"), icon="printer", ready=kind != "info"),
        done=Button(label=say("procedures.done"), icon="check"),
    )


def gone(say: Words) -> ProceduresGone:
    return ProceduresGone(
        question=say("procedures.gone"),
        panels=(
            what(say, "procedures.gone.what"),
            Panel(kind="notdone", title=say("procedures.gone.instead"), text=say("procedures.gone.ask")),
            now(say, "procedures.gone.now"),
        ),
        primary=Button(label=say("procedures.gone.back"), icon="books"),
        primary_act="see_procedures",
        secondary=Button(label=say("act.home"), icon="house"),
        secondary_act="go_home",
    )


def examples(say: Words) -> dict[str, View]:
    return {
        "procedures-groups": groups(say, whole=False),
        "procedures-groups-stale": groups(say, whole=True),
        "procedures-list": listed(say, 4),
        "procedures-list-pages": listed(say, len(NAMES)),
        "procedures-search": ProceduresSearch.model_validate(searched(say, "", ())),
        "procedures-search-found": ProceduresSearch.model_validate(
            searched(say, "empadronamiento del bebé", _choices(say)[:3], _more(say))
        ),
        "procedures-search-none": ProceduresSearch.model_validate(searched(say, "xyz", ())),
        "procedures-show": show(say, whole=True),
        "procedures-show-where": show(say, whole=False),
        "procedures-phone": phone(say),
        "procedures-print": printed(say, "procedures.printed", "done", PLACES),
        "procedures-print-failed": printed(say, "procedures.notprinted", "care", None),
        "procedures-gone": gone(say),
    }
