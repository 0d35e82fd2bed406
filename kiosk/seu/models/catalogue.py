"""What a town hall offers at a kiosk today."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from kiosk.seu.models.answer import Answer
from kiosk.seu.models.identity import Assurance
from kiosk.seu.models.turns import TurnsCatalogue
from kiosk.seu.terms import LanguageCode, Proofs, Text, WebAddress, Word, Words


def in_language(words: Words, language: str) -> str:
    """The text in that language, else in Catalan."""
    return words.get(language) or words["ca"]


class Town(Answer):
    """The town that the kiosk serves."""

    name: Text
    ine: Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$")]
    """INE code of the municipality."""


class Office(Answer):
    """The office that answers for the kiosk."""

    name: Words
    phone: Annotated[str, StringConstraints(pattern=r"^\+[0-9]{6,15}$")]
    """E.164."""
    desk: Words | None = None
    """Where its desk is, said to somebody in front of the kiosk."""


class DataProtection(Answer):
    """Who answers for the data, and whom to ask (GDPR, article 13)."""

    controller: Text
    contact: Text
    purpose: Words


class Documents(Answer):
    """The documents with which the kiosk goes on, by verdict; one that is not known here is left out."""

    accepted: Annotated[tuple[Word, ...], Field(min_length=1)]


class CatalogueService(Answer):
    """A service as the town hall offers it through this kiosk."""

    id: Word
    available: bool
    identity: Assurance | None
    """What a person has to have shown before it begins; None asks nobody."""
    reason: Words = Field(default_factory=dict)


class CatalogueNotice(Answer):
    """Something that the town hall tells everybody."""

    id: Word
    text: Words
    service: Word | None = None
    until: AwareDatetime | None = None


class Purpose(Answer):
    """What a padró document may be asked for."""

    id: Word
    name: Words


class PadroCatalogue(Answer):
    """Purposes and document languages, in the order in which they are shown."""

    purposes: tuple[Purpose, ...]
    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1)]


class FromHome(Answer):
    """How to do the same from home next time."""

    procedure: Word
    title: Words
    url: WebAddress
    identity: Assurance | None = None
    """What a person has to show there."""


class Catalogue(Answer):
    """What this town hall offers, in its own words."""

    town: Town
    office: Office
    data_protection: DataProtection
    services: tuple[CatalogueService, ...]
    proofs: Proofs
    documents: Documents
    notices: tuple[CatalogueNotice, ...]
    padro: PadroCatalogue
    turns: TurnsCatalogue = TurnsCatalogue(queues=(), priority=False)
    from_home: tuple[FromHome, ...]

    @property
    def document_languages(self) -> tuple[str, ...]:
        """In which padró documents are issued, the usual one first."""
        return self.padro.languages

    def service(self, name: str) -> CatalogueService | None:
        """The service of that name, if the town hall offers it."""
        return next((service for service in self.services if service.id == name), None)

    def offers(self, name: str) -> bool:
        """Whether it is among the services, and ready."""
        listed = self.service(name)
        return listed is not None and listed.available

    def home_link(self, procedure: str) -> FromHome | None:
        """The procedure at home, if there is one."""
        return next((link for link in self.from_home if link.procedure == procedure), None)
