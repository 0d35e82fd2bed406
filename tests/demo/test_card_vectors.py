"""The demo card gives the very bytes of the worked examples in ICAO 9303-11."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from demo.card.chip import Access, Chip, Document, File
from demo.card.curve import BRAINPOOL_P256R1, P256, Curve, NotOnCurve
from demo.card.lds import EF_COM
from demo.card.pace import MRZ, PaceProtocol, password_seed

SELECT_APPLICATION = "00A4040C07A0000002471001"


def dice(*throws: str) -> Callable[[int], bytes]:
    """A source of randomness that gives these bytes, one after the other."""
    waiting = [bytes.fromhex(throw) for throw in throws]
    return lambda count: waiting.pop(0).rjust(count, b"\x00")


def a_document(com: str = "", pace: PaceProtocol | None = None, information: str = "") -> Document:
    return Document(
        atr=b"\x3b",
        master={},
        application={EF_COM: File(bytes.fromhex(com), Access.OPENED)},
        pace=(pace,) if pace else (),
        seeds={MRZ: password_seed(MRZ, information)},
        bac=None if pace else information,
        longest=256,
    )


def test_basic_access_control_and_secure_messaging_are_those_of_appendix_d() -> None:
    chip = Chip(
        a_document(
            com="60145F0104303130365F36063034303030305C026175", information="L898902C<369080619406236"
        ),
        dice("4608F91988702212", "0B4F80323EB3191CB04970CB4052790B"),
    )
    exchanges = [
        (SELECT_APPLICATION, "9000"),
        ("0084000008", "4608F919887022129000"),
        (
            "008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A728",
            "46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D74499000",
        ),
        ("0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800", "990290008E08FA855A5D4C50A8ED9000"),
        ("0CB000000D9701048E08ED6705417E96BA5500", "8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000"),
        (
            "0CB000040D9701128E082EA28A70F3C7B53500",
            "871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000",
        ),
    ]
    for command, answer in exchanges:
        assert chip.answer(bytes.fromhex(command)).hex().upper() == answer


def less_one(private_key: str) -> str:
    """The bytes from which the chip makes this private key."""
    return (int(private_key, 16) - 1).to_bytes(40).hex()


def test_pace_with_generic_mapping_is_that_of_appendix_g() -> None:
    chip = Chip(
        a_document(pace=PaceProtocol(), information="T22000129364081251010318"),
        dice(
            "3F00C4D39D153F2B2A214A078D899B22",
            less_one("498FF49756F2DC1587840041839A85982BE7761D14715FB091EFA7BCE9058560"),
            less_one("107CF58696EF6155053340FD633392BA81909DF7B9706F226F32086C7AFF974A"),
        ),
    )
    exchanges = [
        ("0022C1A40F800A04007F00070202040202830101", "9000"),
        ("10860000027C0000", "7C12801095A3A016522EE98D01E76CB6B98B42C39000"),
        (
            "10860000457C43814104"
            "7ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E"
            "544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D"
            "00",
            "7C43824104"
            "824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F57"
            "30D8C879AAA9C9F73991E61B58F4D52EB87A0A0C709A49DC63719363CCD13C54"
            "9000",
        ),
        (
            "10860000457C43834104"
            "2DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C"
            "3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB36462"
            "00",
            "7C43844104"
            "9E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB"
            "7764B22277A2EDDC3C265A9F018F9CB852E111B768B326904B59A0193776F094"
            "9000",
        ),
        ("008600000C7C0A8508C2B0BD78D94BA86600", "7C0A86083ABB9674BCE93C089000"),
    ]
    for command, answer in exchanges:
        assert chip.answer(bytes.fromhex(command)).hex().upper() == answer


@pytest.mark.parametrize("curve", [P256, BRAINPOOL_P256R1], ids=["P-256", "brainpoolP256r1"])
def test_the_curves_are_the_named_ones(curve: Curve) -> None:
    from cryptography.hazmat.primitives.asymmetric import ec

    for scalar in (1, 2, 3, 15, 16, 17, 0xDEADBEEF, curve.n - 1):
        named = ec.derive_private_key(scalar, curve.named).public_key().public_numbers()
        assert curve.multiply(scalar, curve.generator) == (named.x, named.y)


def test_a_point_beside_the_curve_is_refused() -> None:
    x, y = BRAINPOOL_P256R1.generator
    assert BRAINPOOL_P256R1.decode(BRAINPOOL_P256R1.encode((x, y))) == (x, y)
    with pytest.raises(NotOnCurve):
        BRAINPOOL_P256R1.decode(BRAINPOOL_P256R1.encode((x, y + 1)))
    with pytest.raises(NotOnCurve):
        BRAINPOOL_P256R1.multiply(BRAINPOOL_P256R1.n, (x, y))
