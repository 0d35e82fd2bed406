"""The second reader: whoever's DNI is put into it, its token is the one that SoftHSM sees."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from demo.card.holders import Holder
from demo.card.vpcd import Slot
from demo.routes import NotThere

if TYPE_CHECKING:
    from demo.card.dnie import Authority
    from demo.card.staff import StaffAuthority

OTHER = "metro"
"""A card with contacts that is no DNI: it is there, and has no token."""
STAFF, STAFF_PIN = "staff", "2468"
"""The card of somebody of the town hall."""

_DNIE = bytes.fromhex("3B7F960000006A444E4965100101550421039000")
"""As a DNIe 3.0 answers to reset (docs/identity.md)."""
_OTHER = bytes.fromhex("3B6500002063CB6800")
_UNKNOWN_INSTRUCTION = b"\x6d\x00"  # ISO/IEC 7816-4, table 6


class DumbCard:
    """There to be there: its keys are SoftHSM's, and what goes over the contacts is not simulated."""

    def __init__(self, atr: bytes) -> None:
        self._atr = atr

    @property
    def atr(self) -> bytes:
        return self._atr

    def reset(self) -> None:
        return None

    def answer(self, apdu: bytes) -> bytes:
        return _UNKNOWN_INSTRUCTION


class ContactTable:
    """The DNIs, and one slot. A token is made when its card is put in for the first time."""

    def __init__(self, holders: tuple[Holder, ...], slot: Slot, folder: Path) -> None:
        self._holders = {holder.id: holder for holder in holders if holder.pin}
        self._slot, self._folder = slot, folder
        self._moving = asyncio.Lock()
        self._authority: Authority | None = None
        self._staff_authority: StaffAuthority | None = None
        self.inserted: str | None = None
        _open_folder(folder)

    @property
    def cards(self) -> tuple[str, ...]:
        """The ids of what can be put in."""
        return (*self._holders, STAFF, OTHER)

    async def insert(self, name: str) -> None:
        """Put the card in, taking out another. Raises `NotThere`, `demo.card.softhsm.NoSoftHsm`."""
        if name not in self.cards:
            raise NotThere("card")
        async with self._moving:
            await self._remove()
            if name != OTHER:
                await asyncio.to_thread(self._make, name)
                _show(self._folder, f"cards/{name}")
            self.inserted = name
            await self._slot.insert(DumbCard(_DNIE if name in self._holders else _OTHER), self._pulled)

    async def remove(self) -> None:
        async with self._moving:
            await self._remove()

    async def start_afresh(self) -> None:
        """Empty, and no card remembers a wrong PIN."""
        async with self._moving:
            await self._remove()
            await asyncio.to_thread(shutil.rmtree, self._folder / "cards", ignore_errors=True)

    async def authority(self) -> str:
        """The certificate of the AC DNIE, in PEM."""
        return (await asyncio.to_thread(self._know_authority)).pem()

    async def staff_authority(self) -> str:
        """The certificate of the authority of staff cards, in PEM."""
        return (await asyncio.to_thread(self._know_staff_authority)).pem()

    async def _remove(self) -> None:
        _show(self._folder, "nothing")
        await self._slot.remove()
        self.inserted = None

    def _pulled(self) -> None:
        _show(self._folder, "nothing")
        self.inserted = None

    def _make(self, name: str) -> None:
        from demo.card.dnie import make_dnie

        new, used = self._folder / "new" / name, self._folder / "cards" / name
        if not new.exists():
            try:
                if name == STAFF:
                    self._know_staff_authority().make_card(new)
                else:
                    make_dnie(self._holders[name], self._know_authority(), new)
            except BaseException:
                shutil.rmtree(new, ignore_errors=True)
                raise
        if not used.exists():
            shutil.copytree(new, used)

    def _know_authority(self) -> Authority:
        # Cryptography is half a second of imports, and nobody waits for it at the start.
        from demo.card.dnie import Authority

        self._authority = self._authority or Authority()
        return self._authority

    def _know_staff_authority(self) -> StaffAuthority:
        from demo.card.staff import StaffAuthority

        self._staff_authority = self._staff_authority or StaffAuthority()
        return self._staff_authority


def _open_folder(folder: Path) -> None:
    for kind in ("new", "nothing"):
        (folder / kind).mkdir(mode=0o700, parents=True, exist_ok=True)
    _show(folder, "nothing")


def _show(folder: Path, what: str) -> None:
    """Let SoftHSM see these tokens: it is told to look where the link leads."""
    new = folder / "inserted.new"
    new.unlink(missing_ok=True)
    new.symlink_to(folder / what, target_is_directory=True)
    new.replace(folder / "inserted")
