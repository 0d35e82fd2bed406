"""A ticket in a printer's own letters: all of its words, in one code page, read by a decoder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, replace

import pytest

from devices.contracts import Plain
from devices.printer.plain import height, steps
from kiosk.paper.plain import plain
from kiosk.paper.receipts import Receipt, Turn, receipt, turn
from kiosk.paper.ticket import Big, Code, Cut, Figure, Table, Text, Ticket
from screens.i18n.words import LANGUAGES
from tests.devices.letters import Look, Reader
from tests.paper.drawn_tickets import CODES, tickets

WIDTHS = (32, 42, 64)
FROM_HOME = "https://seu.exemple.cat/tramits/volant"
RECEIPT = Receipt(
    town="L’Hospitalet",
    place="Zona blava",
    title="Comprovant",
    when="Dilluns 23 de novembre de 2026, 10.24 h",
    rows=(
        ("Què heu fet", "Volant individual d’empadronament col·lectiu, amb duplicats i històric"),
        ("Resultat", "Imprès, 1 full"),
        ("Preu", "3,50 €"),
        ("Número", "ZB01-2611-0042"),
    ),
    from_home=Code(FROM_HOME, "**La propera vegada, des de casa.** És el mateix tràmit, sense fer cua."),
    doubt="**Teniu cap dubte?** Digueu “zona blava” al taulell o truqueu al 93\u00a0000\u00a000\u00a000.",
    private="En aquest paper no hi ha cap dada vostra. La màquina les ha esborrat.",
    thanks="Gràcies. Que vagi bé!",
)
TURN = Turn(
    town="L’Hospitalet",
    place="Zona azul",
    title="Su turno",
    number="B 047",
    where="Siéntese en la zona naranja",
    figures=(Figure("Delante de usted", "4", "personas"), Figure("Espera", "12", "minutos, más o menos")),
    follow=None,
    call="¿Ñandú? Le llamaremos en la pantalla y de viva voz.",
    when="Lunes 23 de noviembre · 10:24",
)


def said(made: Ticket, columns: int = 42) -> tuple[Plain, ...]:
    pieces = plain(made, columns)
    assert pieces is not None
    return pieces


def stream(made: Ticket, columns: int = 42) -> bytes:
    return b"".join(step.data for sheet in said(made, columns) for step in steps(sheet))


def read(made: Ticket, columns: int = 42) -> Reader:
    return Reader(stream(made, columns))


def strings(values: object) -> Iterator[str]:
    """Every string within, in order."""
    if isinstance(values, str):
        yield values
    elif isinstance(values, tuple):
        for value in values:
            yield from strings(value)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("made", [receipt(RECEIPT), turn(TURN)], ids=["receipt", "turn"])
def test_no_line_is_longer_than_the_paper(made: Ticket, columns: int) -> None:
    lines = read(made, columns).lines

    assert all(len(line) * look.wide <= columns for line, look in lines)
    assert max(len(line) * look.wide for line, look in lines) > columns - 8


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_of_the_kiosk_is_said_whole_in_each_of_its_languages(language: str, columns: int) -> None:
    for name, made in tickets(language).items():
        page = read(made, columns)
        squeezed = "".join(page.text.split())

        for words in strings(astuple(made)):
            said_words = words.replace("**", "").removeprefix("https://").split()
            assert [word for word in said_words if word not in squeezed] == [], name
        assert all(len(line) * look.wide <= columns for line, look in page.lines), name
        codes = [CODES[name]] if name in CODES else []
        assert [code.data for code in page.codes] == codes * len(made.pieces)


def test_papers_in_arabic_go_as_dots() -> None:
    assert [plain(made, 42) for made in tickets("ar").values()] == [None] * len(CODES)


@pytest.mark.parametrize("columns", WIDTHS)
def test_every_word_of_the_turn_is_said_in_order(columns: int) -> None:
    words = " ".join(read(turn(TURN), columns).text.split())

    at = -1
    for word in (
        *("L’Hospitalet Zona azul", "Su turno", "B 047", "Siéntese en la zona naranja"),
        *("Delante de usted: 4 personas", "Espera: 12 minutos, más o menos"),
        *("¿Ñandú? Le llamaremos en la pantalla y de viva voz.", "Lunes 23 de noviembre · 10:24"),
    ):
        assert (at := words.find(word, at + 1)) >= 0, word


def test_every_word_of_the_receipt_is_said_and_no_asterisk() -> None:
    page = read(receipt(RECEIPT))
    words = " ".join(page.text.split())

    for word in (
        *("Comprovant", "Dilluns 23 de novembre de 2026, 10.24 h", "Resultat Imprès, 1 full", "Preu 3,50 €"),
        *(
            "La propera vegada, des de casa. És el mateix tràmit",
            FROM_HOME[8:],
            "Digueu “zona blava” al taulell",
        ),
        *("En aquest paper no hi ha cap dada vostra. La màquina les ha esborrat.", "Gràcies. Que vagi bé!"),
    ):
        assert word in words, word
    assert "*" not in page.text


def test_the_columns_of_a_table_stand_below_one_another() -> None:
    lines = [line for line, _ in read(receipt(RECEIPT)).lines]
    first = next(place for place, line in enumerate(lines) if line.startswith("Què heu fet"))

    assert lines[first : first + 3] == [
        "Què heu fet Volant individual",
        "            d’empadronament col·lectiu,",
        "            amb duplicats i històric",
    ]
    assert "Preu        3,50 €" in lines


def test_the_code_page_is_chosen_once_and_before_any_letter() -> None:
    data = stream(receipt(RECEIPT))

    assert data.startswith(b"\x1bt\x10\x1b")
    assert read(receipt(RECEIPT)).pages == [16]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("col·lectiu", b"col\xb7lectiu"),
        ("coŀlectiu COĿLEGI", b"col\xb7lectiu COL\xb7LEGI"),
        ("3,50 €", b"3,50 \x80"),
        ("“zona” ‘blava’ d’aquí – fi", b"\x93zona\x94 \x91blava\x92 d\x92aqu\xed \x96 fi"),
        ("àèéíïòóúüç ÀÈÉÍÏÒÓÚÜÇ ñÑ ªº ¿¡", "àèéíïòóúüç ÀÈÉÍÏÒÓÚÜÇ ñÑ ªº ¿¡".encode("latin-1")),
        ("cafe\u0301", b"caf\xe9"),
        ("10.24\u202fh 93\u00a0000", b"10.24 h 93 000"),
    ],
)
def test_letters_are_the_bytes_of_the_page(words: str, written: bytes) -> None:
    assert written + b"\n" in stream(Ticket((Text(words),)))


@pytest.mark.parametrize("words", ["دورك", "Łódź", "Δ", "→ aquí", "北"])
def test_what_the_page_cannot_say_goes_as_dots(words: str) -> None:
    for block in (Text(words), Table((("Nom", words),)), Code("https://exemple.cat", words)):
        assert plain(Ticket((block,)), 42) is None


def test_what_runs_from_right_to_left_goes_as_dots() -> None:
    assert plain(Ticket((Text("B 047"),), right_to_left=True), 42) is None


def test_an_address_beyond_ascii_goes_as_dots() -> None:
    assert plain(Ticket((Code("https://exemple.cat/mòbil", "Aquí"),)), 42) is None


def test_no_word_is_a_command() -> None:
    hostile = "Sala \x10\x04\x01\x1b@\x1dV\x00\u200f\u202e 3"

    page = read(Ticket((Text(hostile),)))

    assert page.text.strip() == "Sala @V 3"
    assert page.cuts == 0
    assert b"\x10\x04" not in stream(Ticket((Text(hostile),)))


def test_what_belongs_together_stays_on_one_line() -> None:
    page = read(
        Ticket((Text("Si us plau, truqueu al telèfon, número 93\u00a0000\u00a000\u00a000, o escriviu-lo."),)),
        32,
    )

    assert [line for line, _ in page.lines] == [
        "",
        "Si us plau, truqueu",
        "al telèfon, número",
        "93 000 00 00, o escriviu-lo.",
    ]


@pytest.mark.parametrize(
    ("number", "columns", "times"), [("B 047", 42, 8), ("B 047", 32, 6), ("BWW 0047", 42, 5)]
)
def test_the_number_is_as_big_as_the_paper_allows(number: str, columns: int, times: int) -> None:
    page = read(Ticket((Big(number),)), columns)

    (look,) = [look for line, look in page.lines if number in line]
    assert (look.wide, look.tall, look.bold) == (times, times, True)


def test_where_to_go_is_white_on_black_across_the_paper() -> None:
    page = read(turn(TURN))

    ((line, look),) = [(line, look) for line, look in page.lines if "naranja" in line]
    assert look.inverted
    assert len(line) == 42
    assert sum(look.inverted for _, look in page.lines) == 1


def test_each_line_sets_back_what_it_changed() -> None:
    (sheet,) = said(receipt(RECEIPT))
    for step in steps(sheet):
        assert Reader(b"\x1bt\x10" + step.data).look == Look()


def test_the_code_is_ordered_with_its_address_in_words() -> None:
    (code,) = read(receipt(RECEIPT)).codes

    assert (code.data, code.module, code.level, code.model, code.centred) == (FROM_HOME, 6, "M", 2, True)
    assert FROM_HOME.removeprefix("https://") in read(receipt(RECEIPT)).text


def test_a_long_address_is_broken_after_a_stroke() -> None:
    page = read(Ticket((Code("https://seu.exemple.cat/llocs/biblioteca-central", "Aquí"),)), 32)

    assert [line for line, _ in page.lines][-2:] == ["seu.exemple.cat/llocs/", "biblioteca-central"]


def test_a_code_that_does_not_fit_is_left_out_and_its_address_said() -> None:
    address = "https://seu.exemple.cat/" + "a" * 576
    said_long = replace(RECEIPT, from_home=Code(address, "Des de casa"))

    wide, narrow = read(receipt(said_long), 42), read(receipt(said_long), 32)

    assert [code.module for code in wide.codes] == [4]
    assert narrow.codes == []
    assert address.removeprefix("https://") in narrow.text.replace("\n", "")


def test_its_height_is_that_of_its_lines() -> None:
    (text,), (number,) = said(Ticket((Text("Una"),))), said(Ticket((Big("B 047"),)))

    assert height(text) == 2 * 30
    assert height(number) == 30 + 8 * 24 + 6


def test_it_is_a_small_part_of_what_its_dots_are() -> None:
    assert len(stream(receipt(RECEIPT))) < 2000


def test_what_stands_before_and_behind_a_cut_are_sheets_of_their_own() -> None:
    one, other = said(Ticket((Cut(), Text("L’original"), Cut(), Text("La còpia"), Cut())))

    assert one != other
    assert (one, other) == (*said(Ticket((Text("L’original"),))), *said(Ticket((Text("La còpia"),))))
