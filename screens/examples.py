"""Examples of every view, in realistic words: for the gallery and the tests, never for a citizen."""

from __future__ import annotations

import base64
import io

import segno

from screens.common.views import (
    Attract,
    Goodbye,
    Language,
    Menu,
    More,
    Opinion,
    OutOfService,
    PersonOffer,
    PersonTurn,
    Trouble,
    Wait,
)
from screens.identify.views import (
    IdentifyCan,
    IdentifyCard,
    IdentifyCode,
    IdentifyDone,
    IdentifyPhone,
    IdentifyProof,
    IdentifyReading,
)
from screens.padro.views import PadroChoose, PadroPurpose
from screens.paper.views import PaperHeld, PaperPrinting, PaperTake, PaperUncertain
from screens.shell.view import HelpSheet, IdleSheet, Route, ShellView
from screens.view import Button, Choice, Keypad, Notice, Panel, Places, View, WaitStep

KEYPAD = Keypad(clear="Esborra-ho", correct="Corregeix")
PLACES = Places(reader="right", slot="left")
AT_THE_DESK = "Aquest document es dona al taulell."


def qr(text: str) -> str:
    """A QR as the kiosk sends it to a screen: one pixel a module, quiet zone included."""
    picture = io.BytesIO()
    segno.make(text, error="m", micro=False).save(picture, kind="png", scale=1, border=4)
    return "data:image/png;base64," + base64.b64encode(picture.getvalue()).decode()


def six(typed: str) -> tuple[str, ...]:
    return (*typed, *("" for _ in range(6 - len(typed))))


SERVICES = (
    Choice(id="padro", title="Imprimeix\nel padró", about="Volant o certificat", icon="identification-card"),
    Choice(id="turn", title="Agafa torn", about="Per al taulell d’avui", icon="ticket"),
)
SEVEN_SERVICES = (
    Choice(id="arrival", title="Tinc cita", about="Aviseu que ja heu arribat", icon="qr-code"),
    SERVICES[0],
    Choice(
        id="appointment", title="Demana cita", about="També canviar-la o anul·lar-la", icon="calendar-plus"
    ),
    Choice(
        id="idcat",
        title="Obtén l’idCAT Mòbil",
        about="Per fer tràmits des de casa",
        icon="device-mobile",
        off="Disponible a les 15 h: ara falta personal",
    ),
    Choice(id="places", title="Busca un lloc", about="Biblioteques, CAP, escoles…", icon="map-trifold"),
    SERVICES[1],
    Choice(id="procedures", title="Consulta un tràmit", about="Què cal portar i on", icon="books"),
)
ARCHES = (
    Choice(id="padro", title="Padró", icon="identification-card"),
    Choice(id="turn", title="Torn", icon="ticket"),
)
SIX_ARCHES = (
    ARCHES[0],
    Choice(id="appointment", title="Cita", icon="calendar-check"),
    Choice(id="idcat", title="idCAT Mòbil", icon="device-mobile"),
    Choice(id="places", title="Llocs", icon="map-trifold"),
    ARCHES[1],
    Choice(id="procedures", title="Tràmits", icon="books"),
)


def attract(arches: tuple[Choice, ...], lit: int) -> Attract:
    return Attract(
        question="Bon dia",
        lead="Feu aquí els tràmits de l’Ajuntament,\nsense demanar cita.",
        start="Toqueu per començar",
        start_others=("Toque para empezar", "Touch to start"),
        arches=arches,
        lit=lit,
    )


def menu(choices: tuple[Choice, ...], notice: Notice | None = None) -> Menu:
    return Menu(
        question="Què voleu fer?", lead="Toqueu una opció.", choices=choices, notice=notice or Notice()
    )


EXAMPLES: dict[str, View] = {
    "attract": attract(ARCHES, 0),
    "attract-1": attract(ARCHES[:1], 0),
    "attract-6": attract(SIX_ARCHES, 1),
    "menu": menu(SERVICES),
    "menu-3": menu(SEVEN_SERVICES[:3]),
    "menu-5": menu(SEVEN_SERVICES[:5]),
    "menu-6": menu(SEVEN_SERVICES[1:]),
    "menu-7": menu(SEVEN_SERVICES),
    "menu-off": menu(
        (
            SERVICES[0].model_copy(update={"off": "Ara no hi ha paper. Ja hem avisat algú."}),
            SERVICES[1],
        ),
        Notice(kind="care", text="Ara no hi ha paper. Ja hem avisat algú."),
    ),
}


def shell(example: str) -> ShellView:
    """What stands around an example."""
    view = type(EXAMPLES[example]).__name__
    resting = view in ("Attract", "OutOfService")
    return ShellView(
        town="L’Hospitalet",
        kiosk="Zona blava",
        clock="10.24",
        theme="light",
        right_to_left=False,
        calm=True,
        route=ROUTES.get(view),
        pills=not resting and view != "Language",
        contrast=Button(label="Contrast", icon="circle-half"),
        language=Button(label="Català", icon="globe"),
        footer=not resting,
        back=Button(label="Enrere", ready=view not in ("Language", "PaperPrinting", "PaperTake", "PaperHeld")),
        home=Button(label="Inici", ready=view not in ("Language", "Menu")),
        help=Button(label="Necessito ajuda"),
        finish=Button(label="Acaba"),
        idle=None,
        help_sheet=None,
    )


ROUTES = {
    view: Route(step=step, steps=5, label=f"Pas {step} de 5 · {name}")
    for view, step, name in (
        ("IdentifyCard", 1, "Identificació"),
        ("IdentifyCan", 1, "Identificació"),
        ("IdentifyReading", 1, "Identificació"),
        ("IdentifyProof", 2, "Codi"),
        ("IdentifyPhone", 2, "Codi"),
        ("IdentifyCode", 2, "Codi"),
        ("IdentifyDone", 2, "Codi"),
        ("PadroChoose", 3, "Document"),
        ("PadroPurpose", 4, "Motiu"),
        ("PaperPrinting", 5, "Impressió"),
        ("PaperTake", 5, "Imprès"),
        ("PaperHeld", 5, "En pausa"),
        ("PaperUncertain", 5, "En pausa"),
    )
}
IDLE = IdleSheet(
    seconds=20,
    total=30,
    question="Encara hi sou?",
    lead="D’aquí a 20 segons esborrarem tot el que heu fet, per protegir les vostres dades.",
    stay="Sí, continuo",
    more_time="Necessito més temps",
    finish="Acaba i esborra-ho tot",
)
HELP = HelpSheet(
    question="Com us podem ajudar?",
    notice=Notice(),
    call=Button(label="Avisa una persona", icon="bell-ringing"),
    call_act="call_person",
    contrast=Button(label="Contrast", icon="circle-half"),
    language=Button(label="Català", icon="globe"),
    close=Button(label="Torna a la pantalla", icon="x"),
)
HELP_CALLED = HELP.model_copy(
    update={
        "notice": Notice(
            kind="done",
            text="Hem avisat una persona de l’oficina. Podeu continuar mentre ve.",
        ),
        "call": Button(label="Ja no cal que vingui ningú", icon="x"),
        "call_act": "cancel_call",
    }
)
OVERLAYS: dict[str, tuple[str, dict[str, object]]] = {
    "idle": ("menu", {"idle": IDLE}),
    "help": ("menu", {"help_sheet": HELP}),
    "help-called": ("menu", {"help_sheet": HELP_CALLED}),
}
"""What lies over a screen: its name, the screen below it, and what differs in the shell."""
