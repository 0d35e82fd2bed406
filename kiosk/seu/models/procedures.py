"""The town hall's procedures: what to bring, what it costs, where and until when. Nobody's data."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from kiosk.seu.models.answer import Answer
from kiosk.seu.models.identity import Assurance
from kiosk.seu.terms import Positive, Text, WebAddress, Word, Words, unique

Revision = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,64}$")]


class ProcedureGroup(Answer):
    """By what people browse."""

    id: Word
    name: Words


class ProcedureOffice(Answer):
    """Where something is done in person."""

    id: Word
    name: Words
    address: Text
    hours: Words
    phone: Annotated[str, StringConstraints(pattern=r"^\+[0-9]{6,15}$")] = ""
    """E.164; empty where it has none."""


class Fee(Answer):
    """One thing to be paid."""

    name: Words
    cents: Positive


class Channels(Answer):
    """In which ways something is done."""

    here: Word | None
    """The service of a kiosk that does it."""
    home: WebAddress | None
    desk: bool
    appointment: bool
    """At the desk by appointment only."""


class Procedure(Answer):
    """One procedure; a text that it does not have is empty."""

    id: Word
    group: Word
    name: Words
    about: Words
    keywords: tuple[Text, ...]
    needs: tuple[Words, ...]
    fees: tuple[Fee, ...]
    """Free where there is none, and no `fee_note`."""
    fee_note: Words = Field(default_factory=dict)
    deadline: Words = Field(default_factory=dict)
    takes: Words = Field(default_factory=dict)
    offices: Annotated[tuple[Word, ...], AfterValidator(unique)]
    channels: Channels
    identity: Assurance | None
    """What a person has to show from home."""
    withdrawn: bool
    note: Words = Field(default_factory=dict)


class Procedures(Answer):
    """All of them, as of a revision."""

    revision: Revision
    groups: tuple[ProcedureGroup, ...]
    offices: tuple[ProcedureOffice, ...]
    procedures: Annotated[tuple[Procedure, ...], Field(repr=False)]

    def procedure(self, name: str) -> Procedure | None:
        """The one of that id, if it is there."""
        return next((procedure for procedure in self.procedures if procedure.id == name), None)

    def of_group(self, name: str) -> tuple[Procedure, ...]:
        """Those of a group that are still done."""
        return tuple(p for p in self.procedures if p.group == name and not p.withdrawn)

    def places(self, procedure: Procedure) -> tuple[ProcedureOffice, ...]:
        """The offices of a procedure, its usual one first."""
        known = {office.id: office for office in self.offices}
        return tuple(known[name] for name in procedure.offices if name in known)
