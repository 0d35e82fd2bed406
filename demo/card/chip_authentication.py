"""The chip's side of chip authentication: new session keys out of its static one (ICAO 9303-11, 6.2)."""

from __future__ import annotations

from demo.card import tlv
from demo.card.apdu import Answer, Command, Sw
from demo.card.curve import NotOnCurve
from demo.card.keys import ID_CA_ECDH, AgreementKey
from demo.card.secure_messaging import SecureChannel
from demo.card.suites import DES3, FOR_CHECKSUMS, FOR_ENCRYPTION

_DYNAMIC_AUTHENTICATION_DATA = 0x7C


class ChipAuthentication:
    """Chosen by MSE:Set AT and done by GENERAL AUTHENTICATE, or both by MSE:Set KAT where it is with 3DES."""

    def __init__(self, key: AgreementKey) -> None:
        self._key = key
        self.chosen = False

    def set_kat(self, data: bytes) -> tuple[Sw, SecureChannel | None]:
        """9303-11, 6.2.4.1."""
        try:
            found = dict(tlv.objects(data))
        except tlv.MalformedObject:
            return Sw.WRONG_DATA, None
        if self._key.suite is not DES3 or 0x91 not in found:
            return Sw.WRONG_DATA, None
        if not self._means_this_key(found):
            return Sw.REFERENCE_NOT_FOUND, None
        return self._agree(found[0x91])

    def set_at(self, data: bytes) -> Sw:
        """9303-11, 6.2.4.2, first command."""
        self.chosen = False
        try:
            found = dict(tlv.objects(data))
        except tlv.MalformedObject:
            return Sw.WRONG_DATA
        if self._key.suite is DES3 or found.get(0x80) != ID_CA_ECDH + bytes([self._key.suite.arc]):
            return Sw.WRONG_DATA
        if not self._means_this_key(found):
            return Sw.REFERENCE_NOT_FOUND
        self.chosen = True
        return Sw.OK

    def general_authenticate(self, command: Command) -> tuple[Answer, SecureChannel | None]:
        """9303-11, 6.2.4.2, second command. The channel is for the commands after this one."""
        self.chosen = False
        try:
            [(tag, inner)] = tlv.objects(command.data)
            given = dict(tlv.objects(inner))
        except ValueError:
            return Answer(Sw.WRONG_DATA), None
        if tag != _DYNAMIC_AUTHENTICATION_DATA or 0x80 not in given:
            return Answer(Sw.WRONG_DATA), None
        sw, channel = self._agree(given[0x80])
        return Answer(sw, tlv.encode(_DYNAMIC_AUTHENTICATION_DATA) if channel else b""), channel

    def _means_this_key(self, found: dict[int, bytes]) -> bool:
        """A chip whose key has a number wants to hear it."""
        said = int.from_bytes(found[0x84]) if 0x84 in found else None
        return said == self._key.key_id

    def _agree(self, terminal_key: bytes) -> tuple[Sw, SecureChannel | None]:
        curve, suite = self._key.curve, self._key.suite
        try:
            x, _ = curve.multiply(self._key.private, curve.decode(terminal_key))
        except NotOnCurve:
            return Sw.WRONG_DATA, None
        shared = x.to_bytes(curve.octets)
        encryption, checksums = (suite.derive(shared, use) for use in (FOR_ENCRYPTION, FOR_CHECKSUMS))
        return Sw.OK, SecureChannel(suite, encryption, checksums)
