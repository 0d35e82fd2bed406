"""What the tests of the technician's screens share: a kiosk with a PIN, and hands that know it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from config.settings import Settings
from kiosk.admin.pin_file import write_pin
from screens.admin.views import AdminOverview, AdminUse
from tests.flows.clocks import settled
from tests.flows.lonely import Lonely, in_lonely_kiosk
from tests.flows.plain import until

PIN = "739251"
WRONG = "840362"


def settings(folder: Path, *, pin: str = PIN, mode_bits: int = 0o600, idle_minutes: int = 10) -> Settings:
    file = folder / "admin-pin"
    if pin and not file.exists():
        write_pin(file, pin)
        file.chmod(mode_bits)
    named = {"pin_file": file} if pin else {}
    return Settings.model_validate(
        {"kiosk": {"state_folder": folder}, "admin": {**named, "idle_minutes": idle_minutes}}
    )


def play(
    folder: Path,
    test: Callable[[Lonely], Awaitable[None]],
    *,
    pin: str = PIN,
    mode_bits: int = 0o600,
    refused: tuple[str, ...] = (),
) -> None:
    chosen = settings(folder, pin=pin, mode_bits=mode_bits)
    in_lonely_kiosk(folder, test, settings=chosen, refused=refused)


async def type_pin(kiosk: Lonely, pin: str) -> None:
    for digit in pin:
        await kiosk.act("digit", digit)


async def try_pin(kiosk: Lonely, pin: str) -> None:
    """Type a PIN, and wait until it was looked at."""
    await type_pin(kiosk, pin)
    await kiosk.act("admin_send")
    await until(lambda: kiosk.state != "admin_check")
    await settled()


async def enter(kiosk: Lonely) -> AdminUse:
    await kiosk.act("admin_ask")
    await try_pin(kiosk, PIN)
    assert isinstance(kiosk.window.view, AdminOverview)
    await kiosk.act("tab_use")
    await until(lambda: isinstance(kiosk.window.view, AdminUse) and kiosk.window.view.lead)
    view = kiosk.window.view
    assert isinstance(view, AdminUse)
    return view
