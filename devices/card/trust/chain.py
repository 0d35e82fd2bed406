"""From a document signer to a country signer that was imported (ICAO 9303-12, 4 and 7.1)."""

from __future__ import annotations

from datetime import date
from enum import Enum, auto

from devices.card.trust.certificate import Certificate
from devices.card.trust.doubt import Contradiction, NotKnown
from devices.card.trust.store import CountrySigners

LONGEST = 6
"""Link certificates in a row. A country makes one every three to five years, for keys of fifteen."""


class Standing(Enum):
    """What stands behind a certificate."""

    TRUSTED = auto()
    """A country signer that was imported, by itself or through link certificates."""
    STRANGER = auto()
    """Nobody who was imported; a newer key of a known country, for all that can be told."""


def standing(one: Certificate, signers: CountrySigners, day: date) -> Standing:
    """What stands behind `one` on `day`.

    Raises Contradiction where the country signer that it names did not sign it, may not, was not valid on
    `day`, or has taken it back; NotKnown where that cannot be told.
    """
    return _standing(one, signers, day, LONGEST)


def _check_authority(one: Certificate, day: date) -> None:
    """`one` may sign certificates on `day` (ICAO 9303-12, 7.1.1); raises Contradiction or NotKnown."""
    if not one.may_certify:
        raise Contradiction("a country signer that may not sign certificates")
    if not one.valid_on(day):
        raise Contradiction("a country signer that is too new or too old")
    if one.unknown_critical:
        raise NotKnown("a critical extension of a country signer")


def _standing(one: Certificate, signers: CountrySigners, day: date, left: int) -> Standing:
    """Any way to a root will do; where there is none, the worst reason counts."""
    known = signers.of(one.issuer.country)
    named = one.authority_key_identifier
    by_key = [authority for authority in known if named and authority.key_identifier == named]
    by_name = [
        authority for authority in known if authority.subject == one.issuer and authority not in by_key
    ]
    contradiction: Contradiction | None = None
    not_known: NotKnown | None = None
    for authority in (*by_key, *by_name):
        try:
            one.check_signed_by(authority)
        except Contradiction as why:
            # The name alone may be that of another key: countries keep their name when they change it.
            if authority in by_key or not named:
                contradiction = why
            continue
        except NotKnown as why:
            not_known = why
            continue
        try:
            _check_authority(authority, day)
            if authority.self_issued:
                authority.check_signed_by(authority)
                found = Standing.TRUSTED
            else:
                found = _standing(authority, signers, day, left - 1) if left else Standing.STRANGER
            if found is Standing.TRUSTED:
                _check_not_revoked(one, signers)
                _check_not_revoked(authority, signers)
                return found
        except Contradiction as why:
            contradiction = why
        except NotKnown as why:
            not_known = why
    if contradiction or not_known:
        raise contradiction or not_known or AssertionError
    return Standing.STRANGER


def _check_not_revoked(one: Certificate, signers: CountrySigners) -> None:
    """No list of the country names it. Old keys' certificates stand in the lists of the newest key."""
    known = signers.of(one.issuer.country)
    for revocations in signers.revocations(one.issuer.country):
        if revocations.issuer != one.issuer or one.serial not in revocations.serials:
            continue
        for authority in known:
            if authority.subject == revocations.issuer and authority.self_issued:
                try:
                    revocations.check_signed_by(authority)
                    authority.check_signed_by(authority)
                except (Contradiction, NotKnown):
                    continue
                raise Contradiction("a certificate that its country has taken back")
