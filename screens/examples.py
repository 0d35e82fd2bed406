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


def opinion(chosen: int) -> Opinion:
    words = ("Molt malament", "Malament", "Normal", "Bé", "Molt bé")
    reasons = ("Ha estat ràpid", "S’entenia tot", "M’han ajudat", "No he hagut de fer cua")
    return Opinion(
        question="Com us ha anat?",
        lead="És anònim: no sabrem que heu estat vós.",
        faces=tuple(
            Choice(id=str(mood), title=word, chosen=mood == chosen)
            for mood, word in enumerate(words, start=1)
        ),
        reasons_question="Què us ha agradat?" if chosen else "",
        reasons=tuple(
            Choice(id=str(number), title=reason, chosen=number == 0) for number, reason in enumerate(reasons)
        )
        if chosen
        else (),
        skip=Button(label="No vull opinar"),
        send=Button(label="Envia l’opinió" if chosen else "Trieu una cara", ready=bool(chosen)),
    )


def card(problem: Notice) -> IdentifyCard:
    return IdentifyCard(
        question="Poseu el document\nal lector",
        lead="DNI, TIE, carnet europeu o passaport. El lector és sota la pantalla, a la dreta.",
        here="Aquí",
        places=PLACES,
        problem=problem,
        leave=Notice(
            icon="hand-palm", strong="Deixeu-lo a sobre", text="fins que us diguem que el podeu agafar."
        ),
        privacy=Notice(
            icon="shield-check",
            text="L’Ajuntament llegeix el nom, el número i la data de naixement per saber qui sou i donar-vos "
            "el document. Dubtes: dpd@ajuntament.example",
        ),
        none=Button(label="No tinc cap d’aquests documents", icon="question"),
    )


def missing(typed: str) -> Button:
    left = 6 - len(typed)
    if not left:
        return Button(label="Continua", icon="arrow-right")
    return Button(label=f"Escriviu {left} {'xifra' if left == 1 else 'xifres'} més", ready=False)


def can(typed: str, wrong: Notice) -> IdentifyCan:
    return IdentifyCan(
        question="Escriviu\nel CAN",
        lead="Són 6 xifres, a baix\na la dreta.",
        digits=six(typed),
        wrong=wrong,
        keypad=KEYPAD,
        none=Button(label="No trobo aquest número", icon="question"),
        send=missing(typed),
    )


def phone(number: str, wrong: Notice) -> IdentifyPhone:
    return IdentifyPhone(
        question="Escriviu el vostre mòbil",
        lead="El que vau donar quan us vau fer l’idCAT Mòbil. Hi enviarem un codi.",
        prefix="+34",
        number=number,
        wrong=wrong,
        keypad=KEYPAD,
        change_prefix=Button(label="D’un altre país", icon="globe"),
        none=Button(label="No tinc aquest mòbil"),
        send=Button(label="Escriviu 4 xifres més", ready=False),
    )


def code(typed: str, wrong: Notice) -> IdentifyCode:
    return IdentifyCode(
        question="Escriviu el codi\nque us hem enviat",
        lead="SMS al mòbil **6•• ••• •58**.\nPot trigar un minut.",
        digits=six(typed),
        wrong=wrong,
        keypad=KEYPAD,
        resend=Button(label="Torna’l a enviar (24 s)", icon="timer", ready=False),
        none=Button(label="No tinc aquest mòbil"),
        send=missing(typed),
    )


def choose(desk: Notice) -> PadroChoose:
    return PadroChoose(
        question="Quin document\nnecessiteu?",
        lead="Si no ho sabeu, trieu el volant individual.",
        choices=(
            Choice(
                id="volant-individual",
                title="Volant individual",
                about="Diu on viviu. Només hi sortiu vós.",
                icon="user",
            ),
            Choice(
                id="volant-dwelling",
                title="Volant de convivència",
                about="Diu qui viu a casa vostra. Hi surt tothom.",
                icon="users-three",
                off=AT_THE_DESK,
            ),
            Choice(
                id="certificate-individual",
                title="Certificat individual",
                about="Amb segell, per a tràmits oficials.",
                icon="seal-check",
            ),
            Choice(
                id="certificate-dwelling",
                title="Certificat de convivència",
                about="Amb segell. Hi surt tothom qui viu a casa.",
                icon="seal-check",
                off=AT_THE_DESK,
            ),
        ),
        other_page=Button(label="Documents històrics", icon="clock-counter-clockwise"),
        notice=Notice(icon="coins", strong="Són gratuïts.", text="S’imprimeixen ara mateix i no caduquen."),
        desk=desk,
    )


def purpose(chosen: str) -> PadroPurpose:
    purposes = (
        ("school", "Escola o universitat", "graduation-cap"),
        ("grants", "Ajuts i beques", "hand-coins"),
        ("immigration", "Estrangeria", "airplane-tilt"),
        ("transport", "Transport públic", "bus"),
        ("work", "Feina o banc", "briefcase"),
        ("other", "Una altra cosa", "dots-three-circle"),
    )
    return PadroPurpose(
        question="Per a què\nel necessiteu?",
        lead="Volant individual d’empadronament",
        purposes=tuple(
            Choice(id=key, title=title, icon=icon, chosen=key == chosen) for key, title, icon in purposes
        ),
        language_question="Llengua del document",
        languages=(
            Choice(id="ca", title="Català", chosen=True),
            Choice(id="es", title="Castellà"),
        ),
        least="Segons el motiu, al paper només hi sortiran les dades que calen.",
        send=Button(label="Imprimeix el volant", icon="printer")
        if chosen
        else Button(label="Trieu un motiu", ready=False),
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
    "out-of-service": OutOfService(
        question="Ara no funciono",
        lead="Aneu al taulell: us atendran allà.",
        for_staff=(
            "seu.base_url: ha de començar per https:// (ara: «seu.example»)",
            "printers.document.address: falta. Per exemple: tcp://192.0.2.10:9100",
        ),
    ),
    "out-of-service-closed": OutOfService(question="Ara estem tancats", lead="Obrim dilluns a les 8.30 h."),
    "language": Language(
        question="Trieu la llengua",
        lead="Elija el idioma\nChoose your language",
        choices=(
            Choice(id="ca", title="Català", about="Català", chosen=True),
            Choice(id="es", title="Castellano", about="Castellà"),
            Choice(id="en", title="English", about="Anglès"),
        ),
        other=Button(label="La meva no hi és"),
        official="Els documents oficials surten en català o en castellà.",
        contrast=Button(label="Contrast", icon="circle-half"),
    ),
    "trouble": Trouble(
        question="Ara no podem parlar\namb l’Ajuntament",
        lead="No heu fet res malament.",
        panels=(
            Panel(kind="what", title="Què ha passat", text="El sistema de l’Ajuntament no respon."),
            Panel(kind="notdone", title="Què no s’ha fet", text="No s’ha imprès ni canviat res."),
            Panel(
                kind="now",
                title="Què cal fer ara",
                text="Torneu-ho a provar d’aquí a uns minuts, o aneu al taulell.",
            ),
        ),
        primary=Button(label="Torna-ho a provar", icon="arrow-clockwise"),
        primary_act="retry",
        secondary=Button(label="Torna a l’inici", icon="house"),
        secondary_act="go_home",
    ),
    "person-offer": PersonOffer(
        question="Una persona\nus pot ajudar",
        panels=(
            Panel(
                kind="what",
                title="Què ha passat",
                text="No us hem pogut identificar.",
            ),
            Panel(kind="notdone", title="Què no s’ha fet", text="No s’ha imprès ni canviat res."),
            Panel(
                kind="now",
                title="Què cal fer ara",
                strong="Agafeu aquest torn.",
                text="Una persona us atendrà al taulell amb el vostre document.",
            ),
        ),
        primary=Button(label="Agafa torn", icon="ticket"),
        primary_act="take_turn",
        secondary=Button(label="Torna a l’inici", icon="house"),
        secondary_act="go_home",
    ),
    "person-turn": PersonTurn(
        question="El vostre torn",
        lead="Us cridarem a la pantalla i de viva veu.",
        number="P 047",
        where="Seieu a la zona taronja",
        figures=(
            Choice(id="before", title="3", about="Davant vostre", off="persones"),
            Choice(id="wait", title="12", about="Espera, més o menys", off="minuts"),
        ),
        notice=Notice(kind="info", icon="receipt", text="Agafeu el paper amb el número: surt per la ranura."),
        done=Button(label="D’acord", icon="check"),
    ),
    "wait": Wait(
        question="Un moment,\nsi us plau", text="Demanem les dades a l’Ajuntament. Pot trigar uns 20 segons."
    ),
    "more": More(
        question="Voleu fer\nres més?",
        yes=Choice(
            id="yes",
            title="Sí, una altra cosa",
            about="No caldrà identificar-vos un altre cop.",
            icon="plus",
        ),
        no=Choice(id="no", title="No, ja he acabat", about="Esborrarem les vostres dades.", icon="door"),
        notice=Notice(
            kind="care", icon="identification-card", text="Agafeu el vostre document del lector: ja no cal."
        ),
    ),
    "opinion": opinion(0),
    "opinion-chosen": opinion(4),
    "goodbye": Goodbye(
        question="Gràcies.\nQue vagi bé!",
        take=(
            Choice(id="card", title="Agafeu el document del lector", icon="identification-card"),
            Choice(id="paper", title="Agafeu els papers de la ranura", icon="file-text"),
        ),
        wiped=Notice(kind="done", text="Hem esborrat les vostres dades d’aquesta màquina."),
        home_title="El proper cop, des de casa",
        home_text="Amb l’idCAT Mòbil podeu demanar el volant a la seu electrònica.",
        home_address="seuelectronica.example/padro",
        home_qr=qr("https://seuelectronica.example/padro/volant"),
    ),
    "goodbye-short": Goodbye(
        question="Gràcies.\nQue vagi bé!",
        take=(),
        wiped=Notice(kind="done", text="Hem esborrat les vostres dades d’aquesta màquina."),
    ),
    "card": card(Notice()),
    "card-problem": card(
        Notice(
            kind="care",
            text="Aquesta targeta no és un document d’identitat. No n’hem llegit res. "
            "Poseu-hi el DNI, el TIE o el passaport.",
        )
    ),
    "card-left": card(Notice()).model_copy(update={"places": Places(reader="left", slot="right")}),
    "can": can("4829", Notice()),
    "can-full": can("482915", Notice()),
    "can-wrong": can(
        "",
        Notice(
            kind="fault",
            text="Aquest número no obre el document. No s’ha llegit res. "
            "Mireu les 6 xifres i torneu-les a escriure.",
        ),
    ),
    "reading": IdentifyReading(
        question="No traieu\nel document",
        lead="Falten uns 3 segons.",
        title="Llegim el xip",
        percent=60,
        steps=(
            WaitStep(text="Document obert", state="done"),
            WaitStep(text="Número CAN correcte", state="done"),
            WaitStep(text="Llegim les vostres dades", state="now"),
            WaitStep(text="Comprovem que és autèntic", state="todo"),
        ),
        notice=Notice(icon="shield-check", text="En acabar esborrarem les vostres dades d’aquesta màquina."),
        stop=Button(label="Atura la lectura", icon="x"),
    ),
    "proof": IdentifyProof(
        question="Com voleu confirmar\nque sou vós?",
        lead="La llei demana una prova més que el document.",
        choices=(
            Choice(
                id="idcat_mobil_code",
                title="Un codi al mòbil",
                about="Si teniu l’idCAT Mòbil, us enviem un SMS.",
                icon="device-mobile",
            ),
            Choice(
                id="staff", title="Una persona de l’oficina", about="Us atén al taulell.", icon="user-check"
            ),
        ),
    ),
    "phone": phone("612 34", Notice()),
    "phone-wrong": phone(
        "", Notice(kind="fault", text="Aquest número no és el d’un mòbil. Torneu-lo a escriure.")
    ),
    "code": code("41", Notice()),
    "code-wrong": code(
        "",
        Notice(kind="fault", text="Aquest codi no és el que hem enviat. Encara podeu provar-ho 2 vegades."),
    ),
    "done": IdentifyDone(
        question="Gràcies. Ja sabem\nqui sou",
        last_access=Notice(
            icon="clock-counter-clockwise",
            strong="Última vegada:",
            text="12 de març de 2026, a les 9.41 h, a la zona blava de la Plaça.",
        ),
        take_card=Notice(
            kind="care", icon="identification-card", text="Agafeu el document del lector: ja no cal."
        ),
        go_on=Button(label="Continua", icon="arrow-right"),
    ),
    "choose": choose(Notice()),
    "choose-desk": choose(Notice(kind="care", text=AT_THE_DESK)),
    "purpose": purpose(""),
    "purpose-chosen": purpose("grants"),
    "printing": PaperPrinting(
        question="S’imprimeix\nel vostre volant",
        lead="Falten uns 2 segons.",
        sheet="Full 1 d’1",
        percent=62,
        promise="Us direm que està imprès quan la impressora ho confirmi.",
    ),
    "held": PaperHeld(
        question="S’ha acabat\nel paper",
        lead="No heu fet res malament.",
        panels=(
            Panel(
                kind="what",
                title="Què ha passat",
                text="La impressora s’ha quedat sense paper a mig full.",
            ),
            Panel(
                kind="kept",
                title="Què no s’ha perdut",
                text="El volant està guardat. Quan hi hagi paper, s’imprimirà sencer. No cal repetir res.",
            ),
            Panel(
                kind="now",
                title="Què cal fer ara",
                strong="Espereu aquí.",
                text="Ja hem avisat una persona de l’oficina perquè posi paper.",
            ),
        ),
        status="Avís enviat a les 10.31 h. La màquina continuarà sola quan hi hagi paper.",
        primary=Button(label="No m’espero: el recullo al taulell", icon="envelope-simple"),
        primary_act="collect_at_desk",
    ),
    "take": PaperTake(
        question="Agafeu el paper",
        lead="Surt per la ranura de sota la pantalla, a l’esquerra.",
        printed="Imprès: 1 full, complet",
        places=PLACES,
        notice=Notice(
            icon="timer",
            text="D’aquí a **45 segons** la màquina el guardarà a dins perquè no el vegi ningú més.",
        ),
        got=Button(label="Ja el tinc", icon="check"),
    ),
    "uncertain": PaperUncertain(
        question="No sabem si\ns’ha imprès",
        panels=(
            Panel(
                kind="what",
                title="Què ha passat",
                text="La impressora ha deixat de respondre mentre imprimia.",
            ),
            Panel(
                kind="now",
                title="Què cal fer ara",
                text="Mireu si hi ha paper a la ranura. No ho tornarem a imprimir sense preguntar: "
                "una persona us ho resoldrà al taulell.",
            ),
        ),
        primary=Button(label="Agafa torn", icon="ticket"),
        primary_act="take_turn",
        secondary=Button(label="Torna a l’inici", icon="house"),
        secondary_act="go_home",
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
        back=Button(
            label="Enrere", ready=view not in ("Language", "PaperPrinting", "PaperTake", "PaperHeld")
        ),
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
