"""The two ways in which a check of trust fails: it finds a contradiction, or it meets what is not known here.

They are raised inside this package only; the judge turns them into verdicts, the import into sentences.
"""

from __future__ import annotations


class Contradiction(Exception):
    """Something says one thing and its signature, hash or standard another. Never holds any of the bytes."""


class NotKnown(Exception):
    """An algorithm, a curve or a form that cannot be checked here."""
