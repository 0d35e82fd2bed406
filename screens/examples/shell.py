"""Examples of what stands around a screen, and of the sheets that lie over it."""

from __future__ import annotations

from screens.i18n.words import NAMES, Words
from screens.shell.view import HelpSheet, IdleSheet, Route, ShellView, StaffSheet
from screens.view import Button, Keypad, Notice, View

ROUTE = {
    "IdentifyCard": (1, "step.identify"),
    "IdentifyCan": (1, "step.identify"),
    "IdentifyReading": (1, "step.identify"),
    "IdentifyProof": (2, "step.code"),
    "IdentifyPhone": (2, "step.code"),
    "IdentifyCode": (2, "step.code"),
    "IdentifyDone": (2, "step.code"),
    "PadroChoose": (3, "step.document"),
    "PadroPurpose": (4, "step.purpose"),
    "PaperPrinting": (5, "step.printing"),
    "PaperTake": (5, "step.printed"),
    "PaperHeld": (5, "step.paused"),
    "PaperUncertain": (5, "step.paused"),
}
DESK = {
    "ca": "al fons, darrere de la zona rosa",
    "es": "al fondo, detrás de la zona rosa",
    "en": "at the far end, behind the pink zone",
}
NO_WAY_BACK = frozenset({"Language", "PaperPrinting", "PaperTake", "PaperHeld", "PaperUncertain", "Goodbye"})


def shell(view: View, say: Words) -> ShellView:
    """What stands around this view."""
    name = type(view).__name__
    admin = name.startswith("Admin")
    resting = name in ("Attract", "OutOfService")
    farewell = name == "Goodbye"
    route = None
    if name in ROUTE:
        step, key = ROUTE[name]
        route = Route(step=step, steps=5, label=say("frame.step", n=step, m="5", name=say(key)))
    return ShellView(
        town="ZB-01" if admin else "L’Hospitalet",
        kiosk=say("admin.title" if admin else "frame.kiosk"),
        clock="10.24",
        theme="admin" if admin else "light",
        right_to_left=False,
        calm=True,
        route=route,
        pills=not (resting or farewell or name == "Language"),
        contrast=Button(label=say("access.contrast"), icon="circle-half"),
        language=Button(label=NAMES[say.language], icon="globe", ready=not name.startswith("Paper")),
        footer=not (resting or admin),
        back=Button(label=say("frame.back"), icon="arrow-left", ready=name not in NO_WAY_BACK),
        home=Button(label=say("frame.home"), icon="house", ready=name not in ("Language", "Menu")),
        help=Button(label=say("frame.help"), icon="hand-waving", ready=not farewell),
        finish=Button(label=say("frame.finish"), icon="sign-out"),
        idle=None,
        help_sheet=None,
        staff_sheet=None,
    )


def idle(say: Words) -> IdleSheet:
    return IdleSheet(
        seconds=20,
        total=30,
        question=say("idle.question"),
        lead=say("idle.lead", n=20),
        stay=say("idle.continue"),
        more_time=say("idle.moretime"),
        finish=say("idle.finish"),
    )


def help_sheet(say: Words, notice: Notice | None) -> HelpSheet:
    close = Button(label=say("help.close"), icon="arrow-left")
    return HelpSheet(
        question=say("help.question"),
        notice=notice or Notice(),
        primary=close if notice else Button(label=say("help.call"), icon="hand-waving"),
        primary_act="close_help" if notice else "call_person",
        contrast=Button(label=say("access.contrast"), icon="circle-half"),
        language=Button(label=NAMES[say.language], icon="globe"),
        secondary=Button(label=say("help.cancel"), icon="x") if notice else close,
        secondary_act="cancel_call" if notice else "close_help",
        staff=Button(label=say("staff.open"), icon="user") if notice else None,
    )


def staff_sheet(say: Words) -> StaffSheet:
    return StaffSheet(
        question=say("staff.question"),
        notice=say.notice("care", "warning", "staff.notstaff"),
        run=("•", "•", "•", "•", ""),
        keypad=Keypad(clear=say("pad.clear"), correct=say("pad.correct")),
        send=Button(label=say("staff.send"), icon="check"),
        close=Button(label=say("help.close"), icon="arrow-left"),
    )


def unheard(say: Words) -> Notice:
    """The longest that can be said of a call."""
    desk = DESK[say.language]
    text = f"{say('help.unheard')} {say('help.desk', desk=desk)}"
    return Notice(kind="care", icon="bell-ringing", text=text)


def overlays(say: Words) -> dict[str, dict[str, object]]:
    """What lies over a screen, as what differs in the shell."""
    return {
        "over-idle": {"idle": idle(say)},
        "over-help": {"help_sheet": help_sheet(say, None)},
        "over-help-called": {
            "help_sheet": help_sheet(say, say.notice("info", "bell-ringing", "help.called"))
        },
        "over-staff": {"staff_sheet": staff_sheet(say)},
        "over-help-unheard": {"help_sheet": help_sheet(say, unheard(say))},
        **{
            f"under-help-{state}": {"help": Button(label=say(f"frame.help.{state}"), icon="bell-ringing")}
            for state in ("calling", "called", "coming")
        },
    }
