"""Which slots are meant by a name: a contactless interface, or one with contacts, and never the other one.

PC/SC Lite names a slot `Maker Model [Interface] (Serial) 00 01`: the first number counts readers and changes
with the order in which they were plugged in, the second the slots of a reader. A box with both interfaces is
two readers of one model, told apart by the interface's name, or one reader with slots of one name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from fnmatch import fnmatchcase


class Interface(Enum):
    """How a slot reaches a card."""

    CONTACTLESS = auto()
    CONTACT = auto()
    SAM = auto()
    """A module inside the reader, which looks like a card that never leaves."""
    UNTOLD = auto()


_NAME = re.compile(
    r"(?P<model>.+?)(?: \[(?P<interface>[^]]*)\])?(?: \([^)]*\))? [0-9A-F]{2} (?P<slot>[0-9A-F]{2})"
)

_CONTACTLESS = re.compile(
    r"contactless|\bpicc\b|nfc|\bcl\b|\dcl\b|\brf(id)?\b|\bprox(?!.*\bdual\b)|e-?passport"
    r"|omnikey 5(0\d\d|[14]27)\b",
    re.IGNORECASE,
)
"""Words for it, and the OMNIKEY models that have no contacts and do not say so."""
_CONTACT = re.compile(
    r"contact(?!less)|\bicc\b"
    r"|gempc|pc twin|scr ?3[35]\d\d|acr ?(38|39|40)|utrust 2\d\d\d|(omnikey|cardman) 3\w?21|smart ?terminal"
    r"|ltc3\d|minilector[ -](evo|piano|s)\b",
    re.IGNORECASE,
)
"""Words for it, and families with contacts alone that do not say so."""
_SAM = re.compile(r"\bsam\d?\b", re.IGNORECASE)

_BY_SLOT = (
    # The third slot of an ACR1281 is its SAM, as its maker says (acsccid, issue 4); the order of the first
    # two was not verified on hardware.
    (re.compile(r"ACR128\d?U?\b", re.IGNORECASE), (Interface.CONTACT, Interface.CONTACTLESS, Interface.SAM)),
    (re.compile(r"ACR125[12]", re.IGNORECASE), (Interface.CONTACTLESS, Interface.SAM)),
)
"""Readers whose slots have one name and are told apart by their number alone."""


def contactless_slots(names: Sequence[str], pattern: str = "") -> list[str]:
    """The slots of the contactless reader that is meant: the first whose name holds or matches `pattern`.

    Where no name says contactless, the first reader that does not say what it is; never one with contacts,
    unless `pattern` is its whole name.
    """
    exact = [name for name in names if pattern.casefold() == name.casefold()]
    return exact or _meant(names, pattern, Interface.CONTACTLESS)


def contact_slots(names: Sequence[str], pattern: str = "") -> list[str]:
    """The slots of the contact reader that is meant, in the same way; never a contactless one."""
    return _meant(names, pattern, Interface.CONTACT)


def interfaces(names: Sequence[str]) -> dict[str, Interface]:
    """What each slot is, by all names: one that says nothing beside a contactless sibling has contacts."""
    told = {name: _interface(name) for name in names}
    siblings = {_model(name) for name, interface in told.items() if interface is Interface.CONTACTLESS}
    return {
        name: Interface.CONTACT
        if interface is Interface.UNTOLD and _labelled(name) and _model(name) in siblings
        else interface
        for name, interface in told.items()
    }


def _meant(names: Sequence[str], pattern: str, wanted: Interface) -> list[str]:
    told = interfaces(names)
    named = [name for name in names if pattern.casefold() in name.casefold()]
    named = named or [name for name in names if _matches(name, pattern)]
    fitting = [name for name in named if told[name] is wanted]
    fitting = fitting or [name for name in named if told[name] is Interface.UNTOLD]
    return [name for name in fitting if name[:-2] == fitting[0][:-2]]


def _matches(name: str, pattern: str) -> bool:
    """As a glob, in which a bracket is a bracket: names are full of them."""
    return fnmatchcase(name.casefold(), pattern.casefold().replace("[", "[[]"))


def _interface(name: str) -> Interface:
    parts = _NAME.fullmatch(name)
    if parts is None:
        return _said(name)
    said = _said(parts["interface"] or "")
    if said is not Interface.UNTOLD:
        return said
    for model, slots in _BY_SLOT:
        if model.search(parts["model"]):
            number = int(parts["slot"], 16)
            return slots[number] if number < len(slots) else Interface.UNTOLD
    return _said(parts["model"])


def _said(text: str) -> Interface:
    """What a text says, if it says one thing."""
    said = [
        interface
        for interface, words in (
            (Interface.CONTACTLESS, _CONTACTLESS),
            (Interface.CONTACT, _CONTACT),
            (Interface.SAM, _SAM),
        )
        if words.search(text)
    ]
    return said[0] if len(said) == 1 else Interface.UNTOLD


def _model(name: str) -> str:
    parts = _NAME.fullmatch(name)
    return parts["model"] if parts else name


def _labelled(name: str) -> bool:
    parts = _NAME.fullmatch(name)
    return parts is not None and parts["interface"] is not None
