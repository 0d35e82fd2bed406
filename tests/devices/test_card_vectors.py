"""BAC, PACE and secure messaging against the worked examples of ICAO 9303-11, appendices D and G.1."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from devices.card.emrtd import bac, pace, suites
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
    return chip, pace.open_session(Channel(chip), info, secret, drawn(G_MAPPING, agreement))


def test_ef_cardaccess_of_the_example_offers_aes_128_over_brainpool_p256r1() -> None:
    (info,) = pace.offers(G_CARD_ACCESS)
    assert (info.suite, info.parameters, info.curve.named.name) == (suites.AES_128, 13, "brainpoolP256r1")


def test_what_ef_cardaccess_offers_and_we_do_not_know_is_left_out() -> None:
    integrated = "3012060A04007F0007020204040202010202010D"
    unknown_curve = "3012060A04007F000702020402020201020201FF"
    empty = "3000"
    inside = integrated + unknown_curve + empty
    assert pace.offers(H(f"31{len(H(inside)):02X}" + inside)) == ()


def test_the_strongest_offer_stands_first() -> None:
    weak = "3012060A04007F0007020204020202010202010D"
    strong = "3012060A04007F00070202040204020102020111"
    first, second = pace.offers(H("3128" + weak + strong))
    assert (first.suite, first.curve.named.name) == (suites.AES_256, "brainpoolP512r1")
    assert second.suite == suites.AES_128


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
    with pytest.raises(Malformed):
        pace.open_session(Channel(chip), info, Can("123456"))
    assert chip.asked[0] == "0022C1A412800A04007F0007020204020283010284010D"


def test_a_chip_that_refuses_our_token_means_a_wrong_secret() -> None:
    with pytest.raises(Stopped) as stopped:
        g_session([*G_ANSWERS[:4], "6300"], Can("123456"))
    assert stopped.value.failure is ReadFailure.WRONG_SECRET


def test_a_chip_that_knows_no_can_asks_for_the_mrz() -> None:
    with pytest.raises(Stopped) as stopped:
        g_session(["6A88"], Can("123456"))
    assert stopped.value.failure is ReadFailure.MRZ_NEEDED


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
