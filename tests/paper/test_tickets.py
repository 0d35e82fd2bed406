"""Receipt and turn on narrow paper: within its edges, with codes that are read, in either direction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from devices.contracts import Dots
from kiosk.paper.press import press
from kiosk.paper.receipts import Receipt, Turn, receipt, turn
from kiosk.paper.ticket import Code, Cut, Figure, Text, Ticket
from kiosk.paper.typeset import typeset

WIDTH, MARGIN = 576, 24
FROM_HOME = "https://seu.exemple.cat/tramits/volant"

RECEIPT = Receipt(
    town="L’Hospitalet",
    place="Zona blava",
    title="Comprovant",
    when="Dilluns 23 de novembre de 2026, 10.24 h",
    rows=(
        ("Què heu fet", "Volant individual d’empadronament"),
        ("Resultat", "Imprès, 1 full"),
        ("Preu", "Gratuït"),
        ("Número", "ZB01-2611-0042"),
    ),
    from_home=Code(FROM_HOME, "**La propera vegada, des de casa.** És el mateix tràmit, sense fer cua."),
    doubt="**Teniu cap dubte?** Ensenyeu aquest paper al taulell o truqueu al 93\u00a0000\u00a000\u00a000.",
    private="En aquest paper no hi ha cap dada vostra. La màquina les ha esborrat.",
    thanks="Gràcies. Que vagi bé!",
)
TURN = Turn(
    town="L’Hospitalet",
    place="Zona blava",
    title="El vostre torn",
    number="B 047",
    where="Seieu a la zona taronja",
    figures=(Figure("Davant vostre", "4", "persones"), Figure("Espera", "12", "minuts, més o menys")),
    follow=Code("https://seu.exemple.cat/torn/7f3k9q2m", "**Seguiu el torn al mòbil.**"),
    call="Us cridarem a la pantalla i de viva veu.",
    when="Dilluns 23 de novembre · 10.24 h",
)

pytestmark = pytest.mark.usefixtures("fonts")


def rows(dots: Dots) -> list[int]:
    """Each row as a number, the leftmost dot being the highest bit."""
    return [
        int.from_bytes(dots.rows[start : start + dots.stride], "big")
        for start in range(0, len(dots.rows), dots.stride)
    ]


def dots_of(made: Ticket, width: int) -> Dots:
    """The one piece of `made`."""
    (dots,) = typeset(made, width)
    return dots


def black(dots: Dots) -> int:
    return int.from_bytes(dots.rows, "big").bit_count()


def lines(dots: Dots) -> list[int]:
    """Where lines across the whole paper begin."""
    whole = sum(1 << bit for bit in range(MARGIN, WIDTH - MARGIN))
    full = [row & whole == whole for row in rows(dots)]
    return [y for y, is_full in enumerate(full) if is_full and not full[y - 1]]


@pytest.mark.parametrize(
    "made",
    [receipt(RECEIPT), turn(TURN), receipt(RECEIPT, right_to_left=True), turn(TURN, right_to_left=True)],
    ids=["receipt", "turn", "receipt from the right", "turn from the right"],
)
def test_nothing_is_nearer_to_the_edge_than_the_margin(made: Ticket) -> None:
    dots = dots_of(made, WIDTH)

    ink = 0
    for row in rows(dots):
        ink |= row
    # A letter may lean out of its box by a dot or two.
    slack = 2
    assert ink >> (WIDTH - MARGIN + slack) == 0
    assert ink & ((1 << (MARGIN - slack)) - 1) == 0


def test_the_code_of_the_receipt_leads_to_the_procedure_from_home(read_code: Callable[[Dots], str]) -> None:
    assert read_code(dots_of(receipt(RECEIPT), WIDTH)) == FROM_HOME


def test_the_code_of_the_turn_is_read(read_code: Callable[[Dots], str]) -> None:
    assert read_code(dots_of(turn(TURN), WIDTH)) == "https://seu.exemple.cat/torn/7f3k9q2m"


@pytest.mark.parametrize("length", [40, 120, 400])
def test_a_long_address_is_read_too(read_code: Callable[[Dots], str], length: int) -> None:
    address = "https://seu.exemple.cat/" + "a" * (length - 24)
    said = replace(RECEIPT, from_home=Code(address, "Des de casa"))

    assert read_code(dots_of(receipt(said), WIDTH)) == address


def test_a_receipt_without_a_way_from_home_has_no_code() -> None:
    with_code = dots_of(receipt(RECEIPT), WIDTH)
    without = dots_of(receipt(replace(RECEIPT, from_home=None)), WIDTH)

    assert with_code.height - without.height > 29 * 6


def test_every_row_of_the_table_is_ruled() -> None:
    four, one = receipt(RECEIPT), receipt(replace(RECEIPT, rows=RECEIPT.rows[:1]))

    assert len(lines(dots_of(four, WIDTH))) - len(lines(dots_of(one, WIDTH))) == 3


def test_a_long_value_is_wrapped_and_not_cut() -> None:
    long = replace(RECEIPT, rows=(("Què heu fet", "Certificat col·lectiu d’empadronament històric " * 4),))
    short = replace(RECEIPT, rows=(("Què heu fet", "Volant"),))

    assert dots_of(receipt(long), WIDTH).height > dots_of(receipt(short), WIDTH).height + 3 * 37


def test_a_big_number_shrinks_until_it_fits() -> None:
    wide = dots_of(turn(replace(TURN, number="BWW 0047")), WIDTH)

    ink = 0
    for row in rows(wide):
        ink |= row
    assert ink >> (WIDTH - MARGIN + 2) == 0


def test_bold_words_are_bolder_and_their_asterisks_are_not_printed() -> None:
    plain = dots_of(receipt(replace(RECEIPT, doubt="Teniu cap dubte? Digueu-ho")), WIDTH)
    bold = dots_of(receipt(replace(RECEIPT, doubt="**Teniu cap dubte?** Digueu-ho")), WIDTH)
    starred = dots_of(receipt(replace(RECEIPT, doubt="* *Teniu cap dubte?* * Digueu-ho")), WIDTH)

    assert black(plain) < black(bold) < black(starred) + 2000
    assert bold.height == plain.height


def test_from_right_to_left_the_mark_stands_at_the_right() -> None:
    def left_of_the_mark(dots: Dots) -> int:
        return sum((row >> (WIDTH // 2)).bit_count() for row in rows(dots)[28:100])

    usual = dots_of(receipt(RECEIPT), WIDTH)
    mirrored = dots_of(receipt(RECEIPT, right_to_left=True), WIDTH)

    assert left_of_the_mark(usual) > 5 * left_of_the_mark(mirrored)


@pytest.mark.parametrize("right_to_left", [False, True])
def test_a_line_begins_where_reading_begins(right_to_left: bool) -> None:
    dots = dots_of(Ticket((Text("Curt"),), right_to_left=right_to_left), WIDTH)

    left = sum((row >> (WIDTH // 2)).bit_count() for row in rows(dots))
    assert left == (0 if right_to_left else black(dots))


@pytest.mark.parametrize("width", [384, 576, 832])
def test_a_ticket_fits_any_head(width: int, read_code: Callable[[Dots], str]) -> None:
    dots = dots_of(receipt(RECEIPT), width)

    assert dots.width == width
    assert len(dots.rows) == dots.height * dots.stride
    assert read_code(dots) == FROM_HOME


def test_the_same_ticket_is_the_same_dots_in_the_press() -> None:
    async def twice() -> tuple[Dots, Dots]:
        return await press(dots_of, receipt(RECEIPT), WIDTH), await press(dots_of, receipt(RECEIPT), WIDTH)

    first, second = asyncio.run(twice())

    assert first == second == dots_of(receipt(RECEIPT), WIDTH)


def test_what_stands_before_and_behind_a_cut_are_pieces_of_their_own() -> None:
    one, other = (Text("L’original"),), (Text("La còpia"), Text("Guardeu-la"))

    made = typeset(Ticket((*one, Cut(), *other), right_to_left=True), WIDTH)

    assert made == (
        dots_of(Ticket(one, right_to_left=True), WIDTH),
        dots_of(Ticket(other, right_to_left=True), WIDTH),
    )


def test_no_piece_is_blank() -> None:
    assert len(typeset(Ticket((Cut(), Text("Un"), Cut(), Cut(), Text("Dos"), Cut())), WIDTH)) == 2
