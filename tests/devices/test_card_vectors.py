"""BAC, PACE and secure messaging against the worked examples of ICAO 9303-11: D, G.1, H.1 and I.1."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from devices.card.emrtd import (
    bac,
    chip_authentication,
    integrated_mapping,
    pace,
    security_infos,
    suites,
    tlv,
)
from devices.card.emrtd.apdu import Command, decode, read_binary, select_file
from devices.card.emrtd.channel import Channel, Stopped
from devices.card.emrtd.curves import STANDARDISED, Curve, Point
from devices.card.emrtd.mrz import key_information
from devices.card.emrtd.secure_messaging import Session
from devices.card.emrtd.tlv import Malformed
from devices.contracts import Can, Mrz, ReadFailure

H = bytes.fromhex


class Script:
    """A chip that gives its answers in order, whatever it is asked."""

    def __init__(self, *answers: str) -> None:
        self._answers = [H(answer) for answer in answers]
        self.asked: list[str] = []

    def transmit(self, command: bytes) -> bytes:
        self.asked.append(command.hex().upper())
        return self._answers.pop(0)

    def reset(self) -> None:
        raise AssertionError("no example resets the chip")


def drawn(*scalars: str) -> pace.Scalars:
    """Ephemeral keys as the example drew them."""
    coming = iter(scalars)
    return lambda curve: int(next(coming), 16)


# --- appendix D ---------------------------------------------------------------------------------------------

D_MRZ = Mrz("L898902C<", date(1969, 8, 6), date(1994, 6, 23))
D_ANSWERS = (
    "4608F919887022129000",
    "46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D74499000",
)


def d_random(count: int) -> bytes:
    return {8: H("781723860C06C226"), 16: H("0B795240CB7049B01C19B33E32804F0B")}[count]


def d_session() -> Session:
    return bac.open_session(Channel(Script(*D_ANSWERS)), D_MRZ, d_random)


def test_the_mrz_information_holds_the_check_digits() -> None:
    assert key_information(D_MRZ) == b"L898902C<369080619406236"


def test_a_document_number_typed_without_filler_and_in_small_letters_is_the_same_key() -> None:
    assert key_information(Mrz(" l898902c", D_MRZ.birth_date, D_MRZ.expiry_date)) == key_information(D_MRZ)


def test_3des_keys_come_from_the_seed_with_odd_parity() -> None:
    seed = H("239AB9CB282DAF66231DC5A4DF6BFBAE")
    assert suites.TDES.derive(seed, suites.ENCRYPTION) == H("AB94FDECF2674FDFB9B391F85D7F76F2")
    assert suites.TDES.derive(seed, suites.AUTHENTICATION) == H("7962D9ECE03D1ACD4C76089DCE131543")


def test_bac_sends_what_the_example_sends() -> None:
    chip = Script(*D_ANSWERS)
    bac.open_session(Channel(chip), D_MRZ, d_random)
    assert chip.asked == [
        "0084000008",
        "008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A728",
    ]


def test_the_session_of_the_example_selects_and_reads() -> None:
    session = d_session()
    assert session.protect(select_file(0x011E)).encode() == H(
        "0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800"
    )
    assert session.unprotect(decode(H("990290008E08FA855A5D4C50A8ED9000"))).ok
    assert session.protect(read_binary(0, 4)).encode() == H("0CB000000D9701048E08ED6705417E96BA5500")
    answer = session.unprotect(decode(H("8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000")))
    assert answer.data == H("60145F01")
    assert session.protect(read_binary(4, 18)).encode() == H("0CB000040D9701128E082EA28A70F3C7B53500")


def test_a_flipped_bit_in_an_answer_is_noticed() -> None:
    session = d_session()
    session.protect(select_file(0x011E))
    with pytest.raises(Malformed):
        session.unprotect(decode(H("990290008E08FA855A5D4C50A8EC9000")))


def test_an_answer_that_is_given_twice_is_noticed() -> None:
    session = d_session()
    session.protect(select_file(0x011E))
    answer = decode(H("990290008E08FA855A5D4C50A8ED9000"))
    session.unprotect(answer)
    session.protect(select_file(0x011E))
    with pytest.raises(Malformed):
        session.unprotect(answer)


def test_a_chip_that_refuses_the_mrz_means_that_it_is_wrong() -> None:
    with pytest.raises(Stopped) as stopped:
        bac.open_session(Channel(Script(D_ANSWERS[0], "6300")), D_MRZ)
    assert stopped.value.failure is ReadFailure.WRONG_SECRET


def test_a_chip_that_answers_another_challenge_is_refused() -> None:
    with pytest.raises(Malformed):
        bac.open_session(Channel(Script("00000000000000009000", D_ANSWERS[1])), D_MRZ, d_random)


# --- appendix G.1 -------------------------------------------------------------------------------------------

G_MRZ = Mrz("T22000129", date(1964, 8, 12), date(2010, 10, 31))
G_CARD_ACCESS = H("31143012060A04007F0007020204020202010202010D")
G_MAPPING = "7F4EF07B9EA82FD78AD689B38D0BC78CF21F249D953BC46F4C6E19259C010F99"
G_AGREEMENT = "A73FB703AC1436A18E0CFA5ABB3F7BEC7A070E7A6788486BEE230C4A22762595"
G_ANSWERS = (
    "9000",
    "7C12801095A3A016522EE98D01E76CB6B98B42C39000",
    "7C43824104824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F57"
    "30D8C879AAA9C9F73991E61B58F4D52EB87A0A0C709A49DC63719363CCD13C549000",
    "7C438441049E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB"
    "7764B22277A2EDDC3C265A9F018F9CB852E111B768B326904B59A0193776F0949000",
    "7C0A86083ABB9674BCE93C089000",
)


def g_session(
    answers: Sequence[str] = G_ANSWERS, secret: Can | Mrz = G_MRZ, agreement: str = G_AGREEMENT
) -> tuple[Script, Session]:
    chip = Script(*answers)
    (info,) = pace.offers(G_CARD_ACCESS)
    agreed = pace.open_session(Channel(chip), info, secret, drawn(G_MAPPING, agreement))
    assert agreed
    assert agreed.chip is None
    return chip, agreed.session


def test_ef_cardaccess_of_the_example_offers_aes_128_over_brainpool_p256r1() -> None:
    (info,) = pace.offers(G_CARD_ACCESS)
    assert (info.suite, info.parameters, info.curve.named.name) == (suites.AES_128, 13, "brainpoolP256r1")


def test_what_ef_cardaccess_offers_and_we_do_not_know_is_left_out() -> None:
    finite_field = "3012060A04007F00070202040102020102020100"
    unknown_curve = "3012060A04007F00070202040202020102020114"
    unknown_cipher = "3012060A04007F0007020204020902010202010D"
    mapping_that_has_no_3des = "3012060A04007F0007020204060102010202010D"
    curve_that_has_no_integrated_mapping = "3012060A04007F0007020204040202010202010A"
    own_parameters = "300F060A04007F00070202040202020102"
    empty = "3000"
    inside = finite_field + unknown_curve + unknown_cipher + mapping_that_has_no_3des
    inside += curve_that_has_no_integrated_mapping + own_parameters + empty
    assert pace.offers(tlv.encode(0x31, H(inside))) == ()


def offering(mapping: int, cipher: int, curve: int) -> bytes:
    return H(f"3012060A04007F00070202040{mapping}0{cipher}0201020201{curve:02X}")


def test_the_best_offer_stands_first_and_each_once() -> None:
    in_order = [
        offering(6, 2, 13),  # the chip proves itself on the way
        offering(2, 4, 17),
        offering(4, 4, 17),
        offering(2, 4, 12),
        offering(2, 2, 18),
        offering(2, 1, 18),
    ]
    found = pace.offers(tlv.encode(0x31, b"".join(in_order[::-1] + in_order)))
    assert [(info.mapping, info.suite.arc, info.parameters) for info in found] == [
        (one[12], one[13], one[-1]) for one in in_order
    ]


def test_pace_sends_what_the_example_sends() -> None:
    chip, _ = g_session()
    assert chip.asked == [
        "0022C1A412800A04007F0007020204020283010184010D",
        "10860000027C0000",
        "10860000457C438141047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E"
        "544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D00",
        "10860000457C438341042DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C"
        "3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB3646200",
        "008600000C7C0A8508C2B0BD78D94BA86600",
    ]


def test_pace_ends_with_the_keys_of_the_example() -> None:
    _, session = g_session()
    shared = H("28768D20701247DAE81804C9E780EDE582A9996DB4A315020B2733197DB84925")
    assert suites.AES_128.derive(shared, suites.ENCRYPTION) == H("F5F0E35C0D7161EE6724EE513A0D9A7F")
    assert suites.AES_128.derive(shared, suites.AUTHENTICATION) == H("FE251C7858B356B24514B3BD5F4297D1")
    same = Session(suites.AES_128, shared, bytes(16))
    command = Command(0x00, 0xA4, 0x04, 0x0C, H("A0000002471001"))
    assert session.protect(command) == same.protect(command)


def test_the_can_is_named_in_the_first_command() -> None:
    chip = Script("9000", "6300")
    (info,) = pace.offers(G_CARD_ACCESS)
    assert pace.open_session(Channel(chip), info, Can("123456")) is None
    assert chip.asked[0] == "0022C1A412800A04007F0007020204020283010284010D"


@pytest.mark.parametrize("answered", range(4))
def test_a_chip_that_refuses_before_our_token_means_that_another_way_may_do(answered: int) -> None:
    chip = Script(*G_ANSWERS[:answered], "6A80")
    (info,) = pace.offers(G_CARD_ACCESS)
    assert pace.open_session(Channel(chip), info, G_MRZ, drawn(G_MAPPING, G_AGREEMENT)) is None
    assert len(chip.asked) == answered + 1


def test_a_chip_that_refuses_our_token_means_a_wrong_secret() -> None:
    with pytest.raises(Stopped) as stopped:
        g_session([*G_ANSWERS[:4], "6300"], Can("123456"))
    assert stopped.value.failure is ReadFailure.WRONG_SECRET


def test_a_chip_whose_token_is_wrong_is_refused() -> None:
    with pytest.raises(Malformed):
        g_session([*G_ANSWERS[:4], "7C0A86083ABB9674BCE93C099000"])


def test_a_chip_that_sends_our_own_key_back_gets_no_token() -> None:
    told, _ = g_session()
    ours = told.asked[3][14:-2].replace("8341", "8441", 1)
    chip = Script(*G_ANSWERS[:3], f"7C43{ours}9000", G_ANSWERS[4])
    (info,) = pace.offers(G_CARD_ACCESS)
    with pytest.raises(Malformed):
        pace.open_session(Channel(chip), info, G_MRZ, drawn(G_MAPPING, G_AGREEMENT))
    assert len(chip.asked) == 4


# --- appendix H.1 -------------------------------------------------------------------------------------------

H_S, H_T = H("2923BE84E16CD6AE529049F1F1BBE9EB"), H("5DD4CBFC96F5453B130D890A1CDBAE32")
H_GENERATOR = Point(
    0x8E82D31559ED0FDE92A4D0498ADD3C23BABA94FB77691E31E90AEA77FB17D427,
    0x4C1AE14BD0C3DBAC0C871B7F3608169364437CA30AC243A089D3F266C1E60FAD,
)
H_TERMINAL_KEY = (
    "0489CBA23FFE96AA18D824627C3E934E54A9FD0B87A95D1471DC1C0ABFDCD640D4"
    "6755DE9B7B778280B6BEBD57439ADFEB0E21FD4ED6DF42578C13418A59B34C37"
)
H_CHIP_KEY = (
    "0467F78E5F7F7686082B293E8D087E056916D0F74BC01A5F8957D0DE45691E51E8"
    "932B69A962B52A0985AD2C0A271EE6A13A8ADDDCD1A3A994B9DED257F4D22753"
)


def test_two_nonces_give_the_pseudo_random_number_and_the_generator_of_the_example() -> None:
    number = integrated_mapping.pseudo_random(suites.AES_128, H_S, H_T, 256)
    assert number.to_bytes(48).hex().upper() == (
        "E4447E2DFB3586BAC05DDB00156B57FBB2179A3949294C97254189800C517BAA8DA0FF397ED8C445D3E421E4FEB57322"
    )
    brainpool = STANDARDISED[13]
    assert number % brainpool.p == 0xA2F8FF2DF50E52C6599F386ADCB595D229F6A167ADE2BE5F2C3296ADD5B7430E
    assert integrated_mapping.generator(suites.AES_128, brainpool, H_S, H_T) == H_GENERATOR


def test_integrated_mapping_agrees_on_the_keys_of_the_example() -> None:
    password = H("591468CDA83D65219CCCB8560233600F")
    assert suites.AES_128.decrypt(password, bytes(16), H("143DC40C08C8E891FBED7DEDB92B64AD")) == H_S
    brainpool = STANDARDISED[13]
    private = 0xA73FB703AC1436A18E0CFA5ABB3F7BEC7A070E7A6788486BEE230C4A22762595
    assert brainpool.encode(brainpool.times(private, H_GENERATOR)) == H(H_TERMINAL_KEY)
    shared = brainpool.shared(private, brainpool.decode(H(H_CHIP_KEY)))
    assert shared == H("4F150FDE1D4F0E38E95017B891BAE17133A0DF45B0D3E18B60BA7BEAFDC2C713")
    assert suites.AES_128.derive(shared, suites.ENCRYPTION) == H("0D3FEB33251A6370893D62AE8DAAF51B")
    key = suites.AES_128.derive(shared, suites.AUTHENTICATION)
    assert key == H("B01E89E3D9E8719E586B50B4A7506E0B")
    token = suites.AES_128.mac(key, H("7F494F060A04007F000702020404028641" + H_CHIP_KEY))
    assert token == H("450F02B86F6A0909")


@pytest.mark.parametrize("nonce", [0, 8, 16, 24, 40])
def test_a_nonce_that_is_shorter_than_the_key_is_refused(nonce: int) -> None:
    with pytest.raises(Malformed):
        integrated_mapping.pseudo_random(suites.AES_256, bytes(nonce), bytes(32), 256)


@pytest.mark.parametrize("number", [0, 1, -1])
def test_a_number_without_a_point_is_refused(number: int) -> None:
    with pytest.raises(Malformed):
        integrated_mapping.point(STANDARDISED[13], number % STANDARDISED[13].p)


# --- appendix I.1 -------------------------------------------------------------------------------------------

I_MRZ = Mrz("C11T002JM", date(1996, 8, 12), date(2023, 10, 31))
I_CARD_ACCESS = H("31143012060A04007F0007020204060202010202010D")
I_ANSWERS = (
    "9000",
    "7C128010CB60E8E0D85B76A9BD304747C2AD42E29000",
    "7C43824104A234236AA9B9621E8EFB73B5245C0E09D2576E5277183C1208BDD55280CAE8B3"
    "04F365713A356E65A451E165ECC9AC0AC46E3771342C8FE5AEDD092685338E239000",
    "7C4384410402AD566F3C6EC7F9324509AD50A51FA52030782A4968FCFEDF737DAEA9933331"
    "11C3B9B4C2287789BD137E7F8AA882E2A3C633CCD6ECC2C63C57AD401A09C2E19000",
    "7C3C86088596CF055C67C1A38A301EEA964DAAE372AC990E3EFDE6333353BFC89A6704D93DA8"
    "798CF77F5B7A54BD10CBA372B42BE0B9B5F28AA8DE2F4F929000",
)
I_KEY = (
    "3062060904007F0007020201023052300C060704007F0007010202010D0342000418727094"
    "94399E7470A6431BE25E83EEE24FEA568C2ED28DB48E05DB3A610DC884D256A40E35EFCB"
    "59BF6753D3A489D28C7A4D973C2DA138A6E7A4A08F68E16F02010D"
)


def i_chip(answers: Sequence[str] = I_ANSWERS) -> pace.ChipMapping:
    (info,) = pace.offers(I_CARD_ACCESS)
    chip = Script(*answers)
    scalars = drawn(
        "5D8BB87BD74D985A4B7D4325B9F7B976FE835122773400798914AA22738135CC",
        "76ECFDAA9841C323A3F5FC5E88B88DB3EFF7E35EBF57A7E6946CB630006C2120",
    )
    agreed = pace.open_session(Channel(chip), info, I_MRZ, scalars)
    assert agreed
    assert agreed.chip
    assert chip.asked[-1] == "008600000C7C0A8508E86BD06018A1CD3B00"
    return agreed.chip


def test_the_chip_of_the_example_shows_that_it_holds_the_key_of_its_ef_cardsecurity() -> None:
    chip = i_chip()
    assert chip.factor == 0x85DC3FA93D0952BFA82F5FD189EE75BD82F11D1F0B8ED4BF5319AC9B53C426B3
    (key,) = chip_authentication.keys(security_infos.parse(tlv.encode(0x31, H(I_KEY))))
    assert chip.shown_by(key.curve, key.point)
    assert not chip.shown_by(key.curve, key.curve.times_generator(5))


@pytest.mark.parametrize(
    "last",
    [
        "7C0A86088596CF055C67C1A39000",
        "7C0E86088596CF055C67C1A38A0211229000",
        I_ANSWERS[4].replace("1EEA", "1EEB"),
    ],
    ids=["no data", "no whole block", "other data"],
)
def test_a_chip_that_says_nothing_of_use_along_with_its_token_shows_no_key(last: str) -> None:
    chip = i_chip([*I_ANSWERS[:4], last])
    (key,) = chip_authentication.keys(security_infos.parse(tlv.encode(0x31, H(I_KEY))))
    assert not chip.shown_by(key.curve, key.point)


# --- curves and suites --------------------------------------------------------------------------------------

CURVES = pytest.mark.parametrize("curve", STANDARDISED.values(), ids=lambda curve: curve.named.name)


def on_curve(curve: Curve, point: Point) -> bool:
    return (point.y**2 - point.x**3 - curve.a * point.x - curve.b) % curve.p == 0


@CURVES
def test_the_table_holds_the_curve_that_openssl_knows_by_this_name(curve: Curve) -> None:
    assert on_curve(curve, curve.times_generator(1))
    assert on_curve(curve, curve.times_generator(curve.named.group_order - 2))


@CURVES
def test_a_multiple_of_a_point_has_the_y_that_belongs_to_it(curve: Curve) -> None:
    generator = curve.times_generator(1)
    for scalar in (1, 2, 3, curve.named.group_order - 2, curve.random_scalar()):
        assert curve.times(scalar, generator) == curve.times_generator(scalar)


@CURVES
def test_points_add_as_their_multiples_do(curve: Curve) -> None:
    one, other = 5, curve.random_scalar()
    assert curve.add(curve.times_generator(one), curve.times_generator(other)) == curve.times_generator(
        one + other
    )


@CURVES
def test_a_point_goes_and_comes_as_the_same(curve: Curve) -> None:
    point = curve.times_generator(curve.random_scalar())
    assert curve.decode(curve.encode(point)) == point


@CURVES
def test_a_point_beside_the_curve_is_refused(curve: Curve) -> None:
    point = curve.times_generator(7)
    for beside in (Point(point.x, (point.y + 1) % curve.p), Point(0, 0), Point(point.x, point.y + curve.p)):
        octets = b"\x04" + beside.x.to_bytes(curve.size) + beside.y.to_bytes(curve.size + 1)[-curve.size :]
        with pytest.raises(Malformed):
            curve.decode(octets)


@pytest.mark.parametrize("octets", ["", "00", "04", "02" + "11" * 32, "04" + "11" * 63, "04" + "11" * 65])
def test_what_is_no_uncompressed_point_is_refused(octets: str) -> None:
    with pytest.raises(Malformed):
        STANDARDISED[13].decode(H(octets))


@pytest.mark.parametrize("suite", [suites.TDES, suites.AES_128, suites.AES_192, suites.AES_256])
@pytest.mark.parametrize("response", [128, 256, 1000, 2048, 32768])
def test_the_largest_read_fills_a_protected_response_and_one_byte_more_does_not_fit(
    suite: suites.Suite, response: int
) -> None:
    def protected(size: int) -> int:
        cryptogram = 1 + len(suites.pad(bytes(size), suite.block))
        length_field = 1 if cryptogram < 0x80 else 2 if cryptogram < 0x100 else 3
        return 1 + length_field + cryptogram + len(H("99029000")) + len(H("8E08")) + 8

    largest = Session(suite, bytes(16), bytes(suite.block)).largest(response)
    assert protected(largest) <= response < protected(largest + 1)
