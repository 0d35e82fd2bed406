"""Files of a chip in memory that speaks in the clear: how few commands a read needs, what odd chips get."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given, strategies as st

from devices.card.emrtd import files, tlv
from devices.card.emrtd.channel import Channel, ExtendedRefused, Stopped
from devices.card.emrtd.files import ATR_INFO, COM, DG1, LARGEST_FILE, SOD, ElementaryFile
from devices.card.emrtd.read import Counted, read_document
from devices.card.emrtd.tlv import Malformed
from devices.contracts import Can, CardReading, Mrz, ReadFailure, ReadProgress, ReadStep
from tests.devices.card_bench import asked


@dataclass
class Chip:
    """Files, and the habits of real chips that make reading them hard."""

    held: dict[ElementaryFile, bytes]
    short_identifiers: bool = True
    more_than_there_is: bool = True
    """Answers a command that asks for more than the file has."""
    most: int = 65536
    """Bytes that it sends at once, whatever it is asked."""
    refuses_extended: str = ""
    """The status word, or "breaks off"."""
    asked: list[str] = field(default_factory=list)
    selected: bytes | None = None

    def transmit(self, command: bytes) -> bytes:
        self.asked.append(command.hex())
        extended = len(command) > 5 and command[4] == 0
        if extended and self.refuses_extended == "breaks off":
            raise Stopped(ReadFailure.CARD_PULLED)
        if extended and self.refuses_extended:
            return bytes.fromhex(self.refuses_extended)
        if command[1] == 0xA4:
            self.selected = self._file(fid=int.from_bytes(command[5:7]))
            return bytes.fromhex("9000" if self.selected is not None else "6a82")
        le = int.from_bytes(command[5:7]) if extended else command[4] or 256
        offset = int.from_bytes(command[2:4])
        if offset & 0x8000:
            self.selected = self._file(sfi=command[2] & 0x1F) if self.short_identifiers else None
            offset &= 0xFF
        if self.selected is None:
            return bytes.fromhex("6a82")
        part = self.selected[offset : offset + le]
        if len(part) < le and not self.more_than_there_is:
            return bytes.fromhex("6b00")
        part = part[: self.most]
        return part + bytes.fromhex("9000" if len(part) == le else "6282")

    def reset(self) -> None:
        self.selected = None

    def _file(self, **place: int) -> bytes | None:
        (name, wanted), *_ = place.items()
        return next((octets for file, octets in self.held.items() if getattr(file, name) == wanted), None)


def sod(size: int) -> bytes:
    return tlv.encode(SOD.tag, bytes(at % 251 for at in range(size)))


def read(chip: Chip, file: ElementaryFile = SOD, longest: int = 256) -> bytes | None:
    channel = Channel(chip)
    channel.longest_response = longest
    return files.read(channel, file, lambda got, declared: None)


@pytest.mark.parametrize("size", [0, 1, 250, 251, 252, 253, 254, 256, 1000, 1900])
def test_a_file_is_read_in_the_least_number_of_commands(size: int) -> None:
    content = sod(size)
    chip = Chip({SOD: content})
    assert read(chip) == content
    assert len(chip.asked) == -(-len(content) // 256)


def test_what_stands_behind_the_data_object_is_left_out() -> None:
    chip = Chip({SOD: sod(300) + bytes(500)})
    assert read(chip) == sod(300)
    assert len(chip.asked) == 2


@pytest.mark.parametrize("size", [0, 20, 300, 1900])
@pytest.mark.parametrize("most", [256, 100, 7])
def test_a_chip_with_odd_habits_is_read_all_the_same(size: int, most: int) -> None:
    content = sod(size) + bytes(8)
    for short_identifiers in (True, False):
        for more_than_there_is in (True, False):
            chip = Chip({SOD: content}, short_identifiers, more_than_there_is, most)
            assert read(chip) == sod(size)


def test_a_file_that_is_not_there_is_none() -> None:
    assert read(Chip({DG1: b""}), COM) is None
    assert read(Chip({DG1: b""}), DG1) is None


def test_a_file_that_ends_before_its_length_is_malformed() -> None:
    with pytest.raises(Malformed):
        read(Chip({SOD: sod(1000)[:700]}))


def test_a_file_of_another_tag_is_malformed() -> None:
    with pytest.raises(Malformed):
        read(Chip({SOD: tlv.encode(DG1.tag, b"zone")}))


def test_a_file_that_declares_more_than_we_read_is_malformed_at_once() -> None:
    chip = Chip({SOD: bytes.fromhex("7784FFFFFFFF") + bytes(1000)})
    with pytest.raises(Malformed):
        read(chip)
    assert len(chip.asked) == 1


def test_the_largest_file_is_read() -> None:
    content = sod(LARGEST_FILE - 4)
    assert len(content) == LARGEST_FILE
    assert read(Chip({SOD: content}), longest=8192) == content


def test_progress_counts_bytes_up_to_the_declared_ones() -> None:
    heard: list[tuple[int, int]] = []
    files.read(Channel(Chip({SOD: sod(600)})), SOD, lambda got, declared: heard.append((got, declared)))
    assert heard == [(256, 604), (512, 604), (604, 604)]


def test_progress_never_goes_back_though_a_file_is_longer_than_such_files_are() -> None:
    heard: list[float] = []
    counted = Counted(lambda progress: heard.append(progress.done))
    counted.of(COM)(24, 24)
    counted.expect([DG1, SOD])
    counted.of(DG1)(95, 95)
    counted.of(SOD)(256, 30_000)
    counted.of(SOD)(30_000, 30_000)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


# --- extended length ----------------------------------------------------------------------------------------


def information(*sizes: int) -> bytes:
    numbers = b"".join(tlv.encode(0x02, size.to_bytes(3)) for size in sizes)
    return bytes.fromhex("430180") + tlv.encode(0x7F66, numbers)


@pytest.mark.parametrize(
    ("content", "longest"),
    [
        (information(1000, 2050), 2048),
        (information(1000, 70_000), LARGEST_FILE),
        (information(200, 200), 256),
        (information(1000), 256),
        (bytes.fromhex("430180"), 256),
        (bytes.fromhex("7f66"), 256),
        (b"", 256),
    ],
)
@pytest.mark.parametrize("short_identifiers", [True, False])
def test_ef_atr_info_tells_how_much_comes_at_once(
    content: bytes, longest: int, short_identifiers: bool
) -> None:
    assert files.longest_response(Channel(Chip({ATR_INFO: content}, short_identifiers))) == longest


def test_a_chip_without_ef_atr_info_is_read_in_short_form() -> None:
    assert files.longest_response(Channel(Chip({}))) == 256


@pytest.mark.parametrize("longest", [512, 2048, 8192])
def test_extended_length_needs_as_many_commands_as_the_length_allows(longest: int) -> None:
    content = sod(20_000)
    chip = Chip({SOD: content})
    assert read(chip, longest=longest) == content
    assert len(chip.asked) == -(-len(content) // longest)


def test_a_chip_without_short_identifiers_is_read_in_extended_form_all_the_same() -> None:
    content = sod(20_000)
    chip = Chip({SOD: content}, short_identifiers=False)
    assert read(chip, longest=2048) == content
    assert len(chip.asked) <= 1.05 * -(-len(content) // 2048) + 3  # refused, SELECT, header


def test_a_file_that_is_not_there_does_not_shorten_those_that_follow() -> None:
    chip = Chip({SOD: sod(20_000)})
    channel = Channel(chip)
    channel.longest_response = 2048
    assert files.read(channel, COM, files.unheard) is None
    assert channel.longest_response == 2048


def test_a_chip_that_announces_extended_length_and_refuses_it_is_read_in_short_form() -> None:
    content = sod(600)
    chip = Chip({SOD: content}, refuses_extended="6700")
    assert read(chip, longest=2048) == content


def test_a_chip_that_refuses_extended_length_in_the_middle_is_read_in_short_form() -> None:
    content = sod(3000)

    class Tired(Chip):
        def transmit(self, command: bytes) -> bytes:
            self.refuses_extended = "6700" if self.asked else ""
            return super().transmit(command)

    assert read(Tired({SOD: content}), longest=1024) == content


def test_a_chip_that_breaks_off_at_extended_length_says_so() -> None:
    with pytest.raises(ExtendedRefused):
        read(Chip({SOD: sod(600)}, refuses_extended="breaks off"), longest=2048)


# --- the whole read, as far as it goes without a session ----------------------------------------------------

CAN = Can("123456")


def whole(chip: Chip, secret: Can | Mrz = CAN) -> tuple[CardReading | ReadFailure, list[ReadProgress]]:
    heard: list[ReadProgress] = []
    return read_document(chip, asked(secret, heard.append)), heard


class Silent(Chip):
    """Knows no eMRTD application: a bank's card, or a transport card."""

    def transmit(self, command: bytes) -> bytes:
        self.asked.append(command.hex())
        return bytes.fromhex(self.refuses_extended)


@pytest.mark.parametrize("status", ["6a82", "6d00", "6e00", "6985", "911c"])
def test_a_card_without_the_application_is_not_a_document(status: str) -> None:
    outcome, heard = whole(Silent({}, refuses_extended=status))
    assert outcome is ReadFailure.NOT_A_DOCUMENT
    assert heard == [ReadProgress(ReadStep.OPENING, 0.0)]


def test_a_chip_without_pace_asks_for_the_mrz() -> None:
    class OldPassport(Chip):
        def transmit(self, command: bytes) -> bytes:
            return bytes.fromhex("9000") if command[2] == 0x04 else super().transmit(command)

    assert whole(OldPassport({}))[0] is ReadFailure.MRZ_NEEDED


@given(st.lists(st.binary(max_size=120), max_size=40), st.booleans())
def test_whatever_a_card_answers_the_read_ends_with_a_failure(answers: list[bytes], with_can: bool) -> None:
    class Babble:
        def __init__(self) -> None:
            self.answers = iter(answers)

        def transmit(self, command: bytes) -> bytes:
            return next(self.answers, b"\x6f\x00")

        def reset(self) -> None: ...

    secret = CAN if with_can else Mrz("X", date(1990, 1, 1), date(2030, 1, 1))
    assert isinstance(read_document(Babble(), asked(secret)), ReadFailure)


@given(st.lists(st.binary(max_size=60).map(lambda octets: octets + b"\x90\x00"), max_size=40))
def test_a_card_that_says_yes_to_everything_fails_too(answers: list[bytes]) -> None:
    access = bytes.fromhex("31143012060A04007F0007020204020202010202010D9000")
    coming = iter([access, access, *answers])

    class Yes:
        def transmit(self, command: bytes) -> bytes:
            return next(coming, b"\x90\x00")

        def reset(self) -> None: ...

    assert isinstance(read_document(Yes(), asked(CAN)), ReadFailure)
