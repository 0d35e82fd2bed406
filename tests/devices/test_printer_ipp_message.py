"""IPP's bytes: what is written is RFC 8010's example, and no answer is too strange to be read or refused."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from devices.contracts import PrinterStatus
from devices.printer.ipp_dialogue import http_address, status_of
from devices.printer.ipp_message import Answer, Attribute, BrokenMessage, Operation, Tag, read, request

CHARSET = b"\x47\x00\x12attributes-charset\x00\x05utf-8"
LANGUAGE = b"\x48\x00\x1battributes-natural-language\x00\x02en"


def test_a_request_is_written_as_the_standard_says() -> None:
    made = request(
        Operation.CREATE_JOB,
        7,
        [Attribute(Tag.URI, "printer-uri", ["ipp://a/b"])],
        [Attribute(Tag.KEYWORD, "media", ["x", "y"]), Attribute(Tag.INTEGER, "copies", [-2])],
    )

    assert made == (
        b"\x02\x00\x00\x05\x00\x00\x00\x07\x01"
        + CHARSET
        + LANGUAGE
        + b"\x45\x00\x0bprinter-uri\x00\x09ipp://a/b"
        + b"\x02\x44\x00\x05media\x00\x01x\x44\x00\x00\x00\x01y"
        + b"\x21\x00\x06copies\x00\x04\xff\xff\xff\xfe"
        + b"\x03"
    )


def test_an_answer_is_read() -> None:
    answer = read(
        b"\x01\x01\x00\x01\x00\x00\x00\x07\x01" + CHARSET + LANGUAGE + b"\x02"
        b"\x21\x00\x06job-id\x00\x04\x00\x00\x00\x2a"
        b"\x13\x00\x04time\x00\x00"
        b"\x22\x00\x02up\x00\x01\x01"
        b"\x44\x00\x04word\x00\x01a\x44\x00\x00\x00\x01b\x03"
    )

    assert answer.good
    assert answer.number("job-id") == 42
    assert answer.number("up") is None
    assert answer.said["time"] == (None,)
    assert answer.words("word") == ("a", "b")
    assert answer.number("absent") is None


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\x02\x00\x00\x00\x00\x00\x00\x01",
        b"\x09\x00\x00\x00\x00\x00\x00\x01\x03",
        b"\x02\x00\x00\x00\x00\x00\x00\x01\x01\x44\x00\x00\x00\x01a\x03",
        b"\x02\x00\x00\x00\x00\x00\x00\x01\x01\x21\x00\x01a\x00\x02\x00\x00\x03",
        b"\x02\x00\x00\x00\x00\x00\x00\x01\x01\x22\x00\x01a\x00\x02\x00\x00\x03",
        b"\x02\x00\x00\x00\x00\x00\x00\x01\x01\x44\x00\x01a\xff\xffa\x03",
    ],
)
def test_a_broken_answer_is_refused(message: bytes) -> None:
    with pytest.raises(BrokenMessage):
        read(message)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(message: bytes) -> None:
    for begun in (message, b"\x02\x00\x00\x00\x00\x00\x00\x01\x04" + message):
        try:
            answer = read(begun)
        except BrokenMessage:
            continue
        assert isinstance(status_of(answer), PrinterStatus)


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just(Tag.INTEGER), st.integers(-(2**31), 2**31 - 1)),
            st.tuples(st.just(Tag.KEYWORD), st.text(max_size=40)),
            st.tuples(st.just(Tag.BOOLEAN), st.booleans()),
        ),
        max_size=8,
    )
)
def test_what_is_written_is_read_again(values: list[tuple[Tag, int | str | bool]]) -> None:
    attributes = [Attribute(tag, f"a{place}", [value]) for place, (tag, value) in enumerate(values)]

    answer = read(request(Operation.CANCEL_JOB, 1, [], attributes))

    assert [answer.said[f"a{place}"] for place in range(len(values))] == [(value,) for _, value in values]


FINE = {
    "document-format-supported": ("image/urf", "application/pdf"),
    "operations-supported": (2, 4, 5, 6, 8, 9, 11),
    "printer-is-accepting-jobs": (True,),
    "printer-state": (3,),
    "printer-state-reasons": ("none",),
}


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, PrinterStatus.READY),
        ({"printer-state-reasons": ("media-low-report", "media-empty-report")}, PrinterStatus.READY),
        ({"printer-state-reasons": ("media-low-warning",)}, PrinterStatus.PAPER_LOW),
        ({"printer-state-reasons": ("media-low",)}, PrinterStatus.PAPER_LOW),
        ({"printer-state-reasons": ("toner-low", "media-empty-warning")}, PrinterStatus.PAPER_LOW),
        ({"printer-state-reasons": ("media-jam-warning", "door-open-report")}, PrinterStatus.READY),
        ({"printer-state-reasons": ("media-jam-warning", "media-empty-error")}, PrinterStatus.PAPER_OUT),
        ({"printer-state-reasons": ("media-empty-warning",), "printer-state": (5,)}, PrinterStatus.OFFLINE),
        ({"printer-state-reasons": ("media-empty",)}, PrinterStatus.PAPER_OUT),
        ({"printer-state-reasons": ("media-empty-error", "door-open-error")}, PrinterStatus.COVER_OPEN),
        ({"printer-state-reasons": ("media-jam",)}, PrinterStatus.PAPER_JAM),
        ({"printer-state-reasons": ("fuser-over-temp-error",)}, PrinterStatus.OVERHEATED),
        ({"printer-state-reasons": ("output-area-full-error",)}, PrinterStatus.PAPER_NOT_TAKEN),
        ({"printer-state-reasons": ("marker-supply-empty-error",)}, PrinterStatus.OFFLINE),
        ({"printer-state": (5,)}, PrinterStatus.OFFLINE),
        ({"printer-is-accepting-jobs": (False,)}, PrinterStatus.OFFLINE),
        ({"printer-state": ()}, PrinterStatus.UNKNOWN),
        ({"document-format-supported": ("image/urf",)}, PrinterStatus.UNKNOWN),
        ({"operations-supported": (2, 4, 11)}, PrinterStatus.UNKNOWN),
    ],
)
def test_a_printers_reasons_are_one_status(
    changed: dict[str, tuple[int | str | bool, ...]], status: PrinterStatus
) -> None:
    said = {name: values for name, values in {**FINE, **changed}.items() if values}

    assert status_of(Answer(0, said)) is status


@pytest.mark.parametrize(
    ("address", "http"),
    [
        ("ipp://printer/ipp/print", "http://printer:631/ipp/print"),
        ("ipps://10.0.0.7:8631/ipp", "https://10.0.0.7:8631/ipp"),
        ("ipp://[::1]:631", "http://[::1]:631/"),
    ],
)
def test_ipp_is_spoken_over_http(address: str, http: str) -> None:
    assert http_address(address) == http
