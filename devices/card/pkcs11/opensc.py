"""What OpenSC has to be told, for it is one module for all readers, with habits of its own.

Left to itself it speaks to the card on every reader (a hundred commands to a document that is being read),
asks for consent in a window, and may keep certificates in the home folder.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

VARIABLE = "OPENSC_CONF"


def configuration(others: Sequence[str]) -> str:
    """An opensc.conf by which the cards in `others` are left alone and nothing is kept (opensc.conf(5))."""
    ignored = ", ".join(f'"{_plain(name)}"' for name in others)
    ignore = f"  ignored_readers = {ignored};\n" if ignored else ""
    return (
        f"app default {{\n{ignore}"
        "  card_driver dnie {\n    user_consent_enabled = no;\n  }\n"
        "  framework pkcs15 {\n    use_file_caching = no;\n  }\n}\n"
    )


def configure(others: Sequence[str]) -> None:
    """Let a module that this process loads read it, from memory; a technician's own file goes first."""
    if VARIABLE in os.environ:
        return
    memory = os.memfd_create("opensc.conf")
    os.write(memory, configuration(others).encode())
    os.environ[VARIABLE] = f"/proc/self/fd/{memory}"


def _plain(name: str) -> str:
    """A reader's name cannot end its own quotation."""
    return "".join(letter for letter in name if letter.isprintable() and letter not in '"\\')
