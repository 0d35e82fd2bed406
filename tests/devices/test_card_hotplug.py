"""Readers come and go while the kiosk runs: what is told is what lies on the right one, and nothing else."""

from __future__ import annotations

import queue
import random
from collections.abc import Iterator

import pytest
import smartcard
from smartcard import scard

from devices.card.watcher import EMPTY, GONE, Sighting, Watcher
from devices.contracts import ReaderState
from tests.devices.usb_hub import Hub

PATIENCE = 5.0
NFC = "ACS ACR122U PICC Interface {} 00"
CONTACT = "Gemalto PC Twin Reader (69988A87) {} 00"
ACR1281 = [f"ACS ACR1281 1S Dual Reader 00 0{slot}" for slot in range(3)]


class Watched:
    """A hub, and what a watcher told of it, in order."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.told: queue.Queue[Sighting] = queue.Queue()
        self.watcher = Watcher("", self.told.put)

    def next(self) -> Sighting:
        return self.told.get(timeout=PATIENCE)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    hub = Hub()
    monkeypatch.setattr(smartcard, "scard", hub)
    one = Watched(hub)
    one.watcher.start()
    yield one
    one.watcher.end()
    one.watcher.join(PATIENCE)
    assert not one.watcher.is_alive()


def card(slot: str) -> Sighting:
    return Sighting(ReaderState.CARD, slot)


def test_a_reader_that_is_unplugged_with_a_card_on_it_is_gone_and_comes_back_under_another_index(
    at: Watched,
) -> None:
    first, later = NFC.format("00"), NFC.format("03")
    at.hub.plug(first)
    assert at.next() == EMPTY
    at.hub.lay(first)
    assert at.next() == card(first)
    at.hub.unplug(first)
    assert at.next() == GONE
    at.hub.plug(later)
    assert at.next() == EMPTY
    at.hub.lay(later)
    assert at.next() == card(later)


def test_the_nfc_reader_is_unplugged_and_the_contact_reader_beside_it_is_not_taken_for_it(
    at: Watched,
) -> None:
    nfc, contact = NFC.format("01"), CONTACT.format("00")
    at.hub.plug(contact)
    at.hub.lay(contact)
    at.hub.plug(nfc)
    assert at.next() == EMPTY
    at.hub.unplug(nfc)
    assert at.next() == GONE
    at.hub.take(contact)
    at.hub.plug(nfc)
    at.hub.lay(contact)
    assert at.next() == EMPTY
    assert at.told.empty()


def test_of_a_combined_reader_neither_the_card_in_the_contacts_nor_the_module_inside_counts(
    at: Watched,
) -> None:
    contacts, antenna, module = ACR1281
    at.hub.plug(*ACR1281)
    at.hub.lay(module, scard.SCARD_STATE_PRESENT | scard.SCARD_STATE_MUTE)
    assert at.next() == EMPTY
    at.hub.lay(contacts)
    at.hub.lay(antenna)
    assert at.next() == card(antenna)
    at.hub.take(contacts)
    at.hub.take(antenna)
    assert at.next() == EMPTY


def test_another_reader_that_comes_first_in_the_list_does_not_hide_the_card(at: Watched) -> None:
    nfc = NFC.format("01")
    at.hub.plug(nfc)
    at.hub.lay(nfc)
    while at.next() != card(nfc):
        pass
    at.hub.plug(CONTACT.format("00"))
    at.hub.take(nfc)
    assert at.next() == EMPTY


def test_whatever_is_plugged_and_laid_the_watcher_ends_up_where_the_hub_is(at: Watched) -> None:
    chance = random.Random(3)
    nfc = ""
    lying = False
    sighting = GONE
    for index in range(40):
        at.hub.patient = chance.random() < 0.5
        match chance.choice(["plug", "unplug", "lay", "take"]):
            case "plug" if not nfc:
                nfc = NFC.format(f"{index % 16:02X}")
                at.hub.plug(nfc)
                sighting = EMPTY
            case "unplug" if nfc:
                at.hub.unplug(nfc)
                nfc, lying, sighting = "", False, GONE
            case "lay" if nfc and not lying:
                at.hub.lay(nfc)
                lying, sighting = True, card(nfc)
            case "take" if lying:
                at.hub.take(nfc)
                lying, sighting = False, EMPTY
            case _:
                continue
        assert at.next() == sighting
    assert at.told.empty()
