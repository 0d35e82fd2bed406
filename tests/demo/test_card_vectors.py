"""The demo card gives the very bytes of the worked examples in ICAO 9303-11."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from demo.card import integrated
from demo.card.chip import NO_KEYS, Access, Chip, Document, File
from demo.card.curve import BRAINPOOL_P256R1, CURVES, Curve, NotOnCurve
from demo.card.keys import AgreementKey, Keys
from demo.card.lds import EF_COM
from demo.card.pace import MRZ, Mapping, PaceProtocol, password_seed
from demo.card.suites import AES_128

SELECT_APPLICATION = "00A4040C07A0000002471001"


def dice(*throws: str) -> Callable[[int], bytes]:
    """A source of randomness that gives these bytes, one after the other."""
    waiting = [bytes.fromhex(throw) for throw in throws]
    return lambda count: waiting.pop(0).rjust(count, b"\x00")


def a_document(
    com: str = "", pace: PaceProtocol | None = None, information: str = "", keys: Keys = NO_KEYS
) -> Document:
    return Document(
        atr=b"\x3b",
        master={},
        application={EF_COM: File(bytes.fromhex(com), Access.OPENED)},
        pace=(pace,) if pace else (),
        seeds={MRZ: password_seed(MRZ, information)},
        bac=None if pace else information,
        longest=256,
        keys=keys,
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


def test_two_nonces_give_the_number_and_the_generator_of_appendix_h() -> None:
    nonces = [
        bytes.fromhex(each)
        for each in ("2923BE84E16CD6AE529049F1F1BBE9EB", "5DD4CBFC96F5453B130D890A1CDBAE32")
    ]
    assert integrated.random_number(AES_128, BRAINPOOL_P256R1, *nonces).to_bytes(48).hex().upper() == (
        "E4447E2DFB3586BAC05DDB00156B57FBB2179A3949294C97254189800C517BAA8DA0FF397ED8C445D3E421E4FEB57322"
    )
    assert integrated.map_to_curve(AES_128, BRAINPOOL_P256R1, *nonces) == (
        0x8E82D31559ED0FDE92A4D0498ADD3C23BABA94FB77691E31E90AEA77FB17D427,
        0x4C1AE14BD0C3DBAC0C871B7F3608169364437CA30AC243A089D3F266C1E60FAD,
    )


@pytest.mark.parametrize("curve", CURVES, ids=lambda curve: curve.named.name)
def test_a_number_gives_a_point_of_the_curve(curve: Curve) -> None:
    for number in (2, 3, 4, 5, curve.p - 2, curve.n):
        point = integrated.encode(curve, number)
        assert curve.decode(curve.encode(point)) == point
    for number in (0, 1, curve.p - 1):
        with pytest.raises(NotOnCurve):
            integrated.encode(curve, number)


MAPPING_KEY = "9E56A6B59C95D06ECE5CD10F983BB2F4F1943528E577F23881D89D8C3BBEE0AA"
AGREEMENT_KEY = 0xCD626EF3C256E235FE8912CAC28279E626008EDA6B3A05C4CF862A3BDAB79E78
"""The example drew it above the order."""
CHIP_AUTHENTICATION_DATA = 0x85DC3FA93D0952BFA82F5FD189EE75BD82F11D1F0B8ED4BF5319AC9B53C426B3


def test_pace_with_chip_authentication_mapping_is_that_of_appendix_i() -> None:
    # The example does not tell the static key: it follows from what the chip says of it.
    curve = BRAINPOOL_P256R1
    static = int(MAPPING_KEY, 16) * pow(CHIP_AUTHENTICATION_DATA, -1, curve.n) % curve.n
    assert curve.encode(curve.multiply(static, curve.generator)).hex().upper() == (
        "041872709494399E7470A6431BE25E83EEE24FEA568C2ED28DB48E05DB3A610DC8"
        "84D256A40E35EFCB59BF6753D3A489D28C7A4D973C2DA138A6E7A4A08F68E16F"
    )
    chip = Chip(
        a_document(
            pace=PaceProtocol(mapping=Mapping.CHIP_AUTHENTICATION),
            information="C11T002JM496081222310314",
            keys=Keys(mapping=AgreementKey(curve, static)),
        ),
        dice(
            "658B860BC94DF6F044FCE6D5C82CF8E5",
            less_one(MAPPING_KEY),
            less_one(f"{AGREEMENT_KEY - curve.n:X}"),
        ),
    )
    exchanges = [
        ("0022C1A40F800A04007F00070202040602830101", "9000"),
        ("10860000027C0000", "7C128010CB60E8E0D85B76A9BD304747C2AD42E29000"),
        (
            "10860000457C438141047F1D410ADB7DDB3B84BF1030800981A9105D7457B4A3ADE002384F3086C67EDE"
            "1AB889104A27DB6D842B019020FBF3CEACB0DC627F7BDCAC29969E19D0E553C100",
            "7C43824104A234236AA9B9621E8EFB73B5245C0E09D2576E5277183C1208BDD55280CAE8B3"
            "04F365713A356E65A451E165ECC9AC0AC46E3771342C8FE5AEDD092685338E239000",
        ),
        (
            "10860000457C43834104446C934084D9DAB863944F219520076C29EE3F7AE6722B11FF319EC1C7728F95"
            "5483400BFF60BF0C5929270009277DC2A515E12575010AD9BA916CF1BF86FEFC00",
            "7C4384410402AD566F3C6EC7F9324509AD50A51FA52030782A4968FCFEDF737DAEA9933331"
            "11C3B9B4C2287789BD137E7F8AA882E2A3C633CCD6ECC2C63C57AD401A09C2E19000",
        ),
        (
            "008600000C7C0A8508E86BD06018A1CD3B00",
            "7C3C86088596CF055C67C1A38A301EEA964DAAE372AC990E3EFDE6333353BFC89A6704D93DA8"
            "798CF77F5B7A54BD10CBA372B42BE0B9B5F28AA8DE2F4F929000",
        ),
    ]
    for command, answer in exchanges:
        assert chip.answer(bytes.fromhex(command)).hex().upper() == answer


@pytest.mark.parametrize("curve", CURVES, ids=lambda curve: curve.named.name)
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
