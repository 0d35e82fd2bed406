"""From people to the cards on the table: who carries which chip, and what opens it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from demo.card import lds
from demo.card.chip import NO_KEYS, SHORT, Access, Chip, Document, File
from demo.card.curve import P256
from demo.card.foreign import TransitCard, bank_card, health_card
from demo.card.holders import Holder
from demo.card.issuer import Issuer
from demo.card.keys import EcdsaKey, Keys, agreement_key, random_private, rsa_key
from demo.card.pace import CAN, MRZ, PaceProtocol, password_seed
from demo.card.suites import AES_256
from demo.card.vpcd import Card

EXTENDED = 2048
"""Bytes of an answer that the newer chips have room for."""

_PROTOCOLS = {
    "dni": PaceProtocol(),
    "tie": PaceProtocol(),
    "eu_card": PaceProtocol(AES_256, P256),
    "passport": PaceProtocol(),
}


def answer_to_reset(historical: str) -> bytes:
    """The ATR that a reader makes for a contactless card (PC/SC part 3, 3.1.3.2.3), with its check byte."""
    history = bytes.fromhex(historical)
    body = bytes([0x80 | len(history)]) + b"\x80\x01" + history
    check = 0
    for octet in body:
        check ^= octet
    return b"\x3b" + body + bytes([check])


_ATRS = {
    "dni": answer_to_reset("E1F35E117781A100"),
    "tie": answer_to_reset("50D71A03F3E1F35E117781A1"),
    "eu_card": answer_to_reset("4A434F503432"),
    "passport": answer_to_reset("E1F35E117783D700"),
}


@dataclass(frozen=True, slots=True)
class Personalised:
    """Each card by its id, new in the field at every call, and the root certificates behind them."""

    cards: Mapping[str, Callable[[], Card]]
    authorities: str
    """Certificates of the signing authorities, one PEM after the other."""


def personalise(holders: tuple[Holder, ...]) -> Personalised:
    """The document of each holder, and the cards of `demo.card.table.EXTRAS`."""
    issuers = {country: Issuer(country) for country in sorted({holder.issuer for holder in holders})}

    def made(
        holder: Holder, protocol: PaceProtocol | None, signed_for: Holder, issuer: Issuer | None = None
    ) -> Callable[[], Card]:
        made_once = document(holder, protocol, issuer or issuers[holder.issuer], signed_for)
        return lambda: Chip(made_once)

    def copied(holder: Holder, protocol: PaceProtocol) -> Callable[[], Card]:
        """Every file that can be read from a chip, and none of its keys."""
        files = replace(document(holder, protocol, issuers[holder.issuer], holder), keys=NO_KEYS)
        return lambda: Chip(files)

    cards: dict[str, Callable[[], Card]] = {
        holder.id: made(holder, _PROTOCOLS[holder.kind], holder) for holder in holders
    }
    cards |= {"metro": TransitCard, "bank": bank_card, "health": health_card}
    first = {holder.kind: holder for holder in reversed(holders)}
    if passport := first.get("passport"):
        cards["old-passport"] = made(passport, None, passport)
    if dni := first.get("dni"):
        cards["cloned"] = copied(dni, _PROTOCOLS["dni"])
        cards["altered"] = made(replace(dni, given_names="Altra"), _PROTOCOLS["dni"], dni)
        expired = replace(dni, expiry=date(2021, 5, 20))
        cards["expired"] = made(expired, _PROTOCOLS["dni"], expired)
        cards["unverified"] = made(dni, _PROTOCOLS["dni"], dni, issuers["ESP"].with_odd_signer())
    if eu_card := first.get("eu_card"):
        utopian = replace(eu_card, issuer="UTO", nationality="UTO")
        cards["stranger"] = made(utopian, _PROTOCOLS["eu_card"], utopian, Issuer("UTO"))
    return Personalised(cards, "".join(issuer.authority_pem() for issuer in issuers.values()))


def keys_of(holder: Holder, protocol: PaceProtocol | None) -> Keys:
    """What a chip of this kind proves itself with: cards agree on keys, passports sign."""
    if holder.kind != "passport":
        return Keys(agreement_key(protocol.curve, protocol.suite) if protocol else None)
    if protocol:
        return Keys(active=EcdsaKey(P256, random_private(P256)))
    return Keys(active=rsa_key(1024, "sha1"))  # as those before PACE have it: it fits a short answer


def document(holder: Holder, protocol: PaceProtocol | None, issuer: Issuer, signed_for: Holder) -> Document:
    """A chip with `holder`'s data, signed as if they were `signed_for`'s. BAC alone without a `protocol`."""
    keys = keys_of(holder, protocol)
    access = (protocol.info(),) if protocol else ()
    infos, active_key = (*access, *keys.infos()), keys.active.public() if keys.active else b""
    groups = lds.data_groups(holder, infos, active_key)
    information = holder.zone.information()
    application = {
        lds.data_group_file(number): File(group, Access.INSPECTION if number == 3 else Access.OPENED)
        for number, group in groups.items()
    }
    application[lds.EF_COM] = File(lds.common(groups), Access.OPENED)
    signed = lds.data_groups(signed_for, infos, active_key)
    application[lds.EF_SOD] = File(issuer.security_object(signed), Access.OPENED)
    return Document(
        atr=_ATRS[holder.kind],
        master=_master_files(access),
        application=application,
        pace=(protocol,) if protocol else (),
        seeds={MRZ: password_seed(MRZ, information), CAN: password_seed(CAN, holder.can)},
        bac=information if holder.kind == "passport" else None,
        longest=EXTENDED if protocol else SHORT,
        keys=keys,
    )


def _master_files(infos: tuple[bytes, ...]) -> dict[int, File]:
    if not infos:
        return {}
    return {
        lds.EF_CARD_ACCESS: File(lds.card_access(*infos), Access.EVERYONE),
        lds.EF_ATR_INFO: File(lds.atr_info(EXTENDED), Access.EVERYONE),
        lds.EF_DIR: File(lds.directory(), Access.EVERYONE),
    }
