"""Names as a town writes them, of ninety letters: nothing of an appointment's screens is cut by them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.services.appointments.memory import Listed
from kiosk.services.appointments.views import NAMED
from screens.appointments import views
from screens.examples import appointments, own_appointments, reminder
from screens.i18n.words import words
from screens.view import View
from tests.screens.conftest import Bench
from tests.screens.test_layout import SIZES, faults

NAMES = (
    "Sol·licitud d’ajut extraordinari per al pagament de l’impost sobre béns immobles (IBI) 2027",
    "Inscripció de menors no acompanyats al padró municipal d’habitants amb autorització judicial",
    "Renovació de la inscripció padronal d’estrangers no comunitaris sense residència permanent",
    "Llicència d’ocupació de la via pública amb taules, cadires i altres elements de restauració",
)
OFFICES = (
    "Oficina d’Atenció Ciutadana del Centre Cultural de la Bòbila",
    "Oficina d’Atenció Ciutadana de Collblanc i la Torrassa",
)


def _fewer(view: View) -> View:
    """As many on the page as there are of so long names."""
    match view:
        case views.AppointmentsProcedure(procedures=(_, _, _, _)):
            return view.model_copy(update={"procedures": view.procedures[: NAMED[Listed.PROCEDURES][1]]})
        case views.AppointmentsOffice():
            return view.model_copy(update={"offices": view.offices[: NAMED[Listed.OFFICES][1]]})
        case views.AppointmentsList():
            return view.model_copy(update={"appointments": view.appointments[: NAMED[Listed.MINE][1]]})
    return view


@pytest.mark.parametrize("size", SIZES)
def test_a_name_of_ninety_letters_has_room(
    size: str, benches: Callable[[str], Bench], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert all(88 <= len(name) <= 92 for name in NAMES)
    for module in (appointments, own_appointments, reminder):
        if hasattr(module, "PROCEDURES"):
            monkeypatch.setattr(module, "PROCEDURES", {"ca": NAMES})
    monkeypatch.setattr(appointments, "OFFICES", {"ca": OFFICES})
    bench, say, found = benches(size), words("ca"), {}
    for module in (appointments, own_appointments, reminder):
        for name, view in module.examples(say).items():
            bench.put(_fewer(view), "ca")
            if wrong := faults(bench, size):
                found[name] = wrong
    assert not found
