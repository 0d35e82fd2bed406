"""The town hall's public pages: how a turn stands, for whoever has its address. Nothing of a person is there.

A page of no script, which asks anew by itself while somebody waits.
"""

from __future__ import annotations

from html import escape
from typing import get_args

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse

from demo.seu.records import TurnRow
from demo.seu.town import TOWN
from demo.seu.turns import QUEUES, Turns, number
from demo.seu.turns_api import follow_code
from demo.seu.words import Language, Words, preferred

REFRESH_S = 10
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Vary": "Accept-Language",
}
_NAMES: dict[Language, str] = {"ca": "Català", "es": "Castellano", "en": "English"}

_TITLE = Words("El vostre torn", "Su turno", "Your turn")
_WAITING = Words("Espereu a la sala", "Espere en la sala", "Please wait in the hall")
_AHEAD_0 = Words("Sou el següent.", "Es el siguiente.", "You are next.")
_AHEAD_1 = Words("Davant vostre: 1 persona", "Delante de usted: 1 persona", "Ahead of you: 1 person")
_AHEAD = Words("Davant vostre: {n} persones", "Delante de usted: {n} personas", "Ahead of you: {n} people")
_WAIT = Words("Espera aproximada: {n} min", "Espera aproximada: {n} min", "Wait: about {n} min")
_CALLED = Words("Us criden ara.", "Le llaman ahora.", "You are being called now.")
_DESK = Words("Aneu a la taula {n}.", "Vaya a la mesa {n}.", "Go to desk {n}.")
_GONE = Words("Aquest torn ja no espera.", "Este turno ya no espera.", "This turn is no longer waiting.")
_ASK = Words(
    "Si no us han atès, digueu-ho al taulell.",
    "Si no le han atendido, dígalo en el mostrador.",
    "If nobody has seen you, please tell the desk.",
)
_UNKNOWN = Words("Aquest torn no hi és.", "Este turno no está.", "There is no such turn.")
_TODAY = Words(
    "Els torns valen per a un sol dia.", "Los turnos valen para un solo día.", "Turns are for one day only."
)
_UPDATED = Words(
    "Es posa al dia cada {n} segons.", "Se actualiza cada {n} segundos.", "Updated every {n} seconds."
)
_FICTIONAL = Words(
    "Demostració: dades fictícies.", "Demostración: datos ficticios.", "Demonstration: fictional data."
)

_STYLE = """
:root { color-scheme: light dark; --ground: #faf5ea; --ink: #0c1a45; --quiet: #3a4668; --line: #173ca6 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #141b2d; --ink: #ffffff; --quiet: #c6ccdc; --line: #9db4ff }
}
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1rem; max-width: 34rem; background: var(--ground); color: var(--ink);
  font: 1.125rem/1.45 system-ui, sans-serif; overflow-wrap: break-word }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin-bottom: 1.5rem }
nav a { color: var(--ink); padding: .75rem 0 }
nav a[aria-current] { font-weight: 700; text-decoration: none }
main { border-top: .4rem solid var(--line); padding-top: 1rem }
h1 { margin: 0; font-size: 1.25rem }
p { margin: .5rem 0 }
.number { font-size: clamp(3.5rem, 24vw, 7rem); line-height: 1.1; font-weight: 800; white-space: nowrap }
.now { font-size: 1.6rem; line-height: 1.25; font-weight: 700 }
footer { margin-top: 2rem; color: var(--quiet); font-size: 1rem }
"""


def public_app(turns: Turns) -> FastAPI:
    """What anybody may see, by an address that only the ticket and its screen say."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)

    @app.get("/torn/{follow}")
    def turn_page(request: Request, follow: str, lang: str = "") -> HTMLResponse:
        spoken = lang if lang in get_args(Language) else request.headers.get("accept-language", "")
        language = preferred(spoken)
        found = next((row for row in turns.records.turns() if follow_code(row.id) == follow), None)
        live = found is not None and found.state != "gone"
        page = _page(language, _said(turns, found, language), live=live)
        return HTMLResponse(page, 404 if found is None else 200, _HEADERS | {"Content-Language": language})

    return app


def _said(turns: Turns, turn: TurnRow | None, language: Language) -> str:
    if turn is None:
        return _paragraph(_UNKNOWN, language, kind="now") + _paragraph(_TODAY, language)
    head = f'<p class="number">{escape(number(turn))}</p>'
    match turn.state:
        case "called":
            desk = _paragraph(_DESK, language, kind="now", n=turn.desk) if turn.desk else ""
            return head + _paragraph(_CALLED, language, kind="now") + desk
        case "waiting":
            ahead = turns.ahead(turn)
            before = {0: _AHEAD_0, 1: _AHEAD_1}.get(ahead, _AHEAD)
            wait = ahead * QUEUES[turn.queue].minutes_each
            told = _paragraph(_WAIT, language, n=wait) if wait else _paragraph(_WAITING, language)
            return head + _paragraph(before, language, kind="now", n=ahead) + told
    return head + _paragraph(_GONE, language, kind="now") + _paragraph(_ASK, language)


def _paragraph(words: Words, language: Language, *, kind: str = "", n: object = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f"<p{named}>{escape(words.in_(language).format(n=n))}</p>"


def _page(language: Language, said: str, *, live: bool) -> str:
    links = "".join(
        f'<a href="?lang={code}" lang="{code}"{" aria-current=true" if code == language else ""}>{name}</a>'
        for code, name in _NAMES.items()
    )
    again = f'<meta http-equiv="refresh" content="{REFRESH_S}">' if live else ""
    updated = _paragraph(_UPDATED, language, n=REFRESH_S) if live else ""
    title = escape(_TITLE.in_(language))
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">{again}'
        f"<title>{title} · {escape(TOWN)}</title><style>{_STYLE}</style></head><body>"
        f"<nav>{links}</nav><main><h1>{title}</h1>{said}</main>"
        f"<footer>{updated}<p>{escape(TOWN)}</p>{_paragraph(_FICTIONAL, language)}</footer></body></html>"
    )
