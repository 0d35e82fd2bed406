"""The seal of a document: good where the town hall's organ sealed all of it, and in no other case."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from kiosk.paper.refusal import Seal
from kiosk.paper.seal import check_seal
from tests.paper.sealing import TOWN_HALL, organ, plain, seal, sealed


def test_a_document_sealed_by_the_town_hall_is_good() -> None:
    assert check_seal(sealed(), [organ().root, TOWN_HALL.root]) is Seal.GOOD


def test_a_document_without_a_seal_is_unsealed() -> None:
    assert check_seal(plain(), [TOWN_HALL.root]) is Seal.UNSEALED


def test_a_document_sealed_by_another_is_not_trusted() -> None:
    assert check_seal(seal(plain(), organ()), [TOWN_HALL.root]) is Seal.UNTRUSTED


def test_a_seal_that_has_ended_is_not_trusted() -> None:
    late = organ(ended=True)

    assert check_seal(seal(plain(), late), [late.root]) is Seal.UNTRUSTED


def test_what_is_added_after_the_seal_is_noticed() -> None:
    twice = seal(sealed(), organ(), field="Altre")

    assert check_seal(sealed() + b"\n% more\n", [TOWN_HALL.root]) is Seal.ALTERED
    assert check_seal(twice, [TOWN_HALL.root]) is Seal.UNTRUSTED


def test_no_byte_that_is_sealed_can_be_altered() -> None:
    pdf = sealed()
    # The seal itself stands in a gap between what it covers.
    start = pdf.index(b"/Contents <")
    gap = range(start + 10, pdf.index(b">", start) + 1)

    for at in range(0, len(pdf), 97):
        if at not in gap:
            altered = bytearray(pdf)
            altered[at] ^= 0x04
            assert check_seal(bytes(altered), [TOWN_HALL.root]) is not Seal.GOOD


def test_another_word_on_the_page_is_an_alteration() -> None:
    forged = sealed().replace(b"Volant", b"Valont")

    assert forged != sealed()
    assert check_seal(forged, [TOWN_HALL.root]) is Seal.ALTERED


@pytest.mark.parametrize("length", [0, 1, 500, 5000])
def test_half_a_document_is_never_good(length: int) -> None:
    assert check_seal(sealed()[:length], [TOWN_HALL.root]) is not Seal.GOOD


def regions(pdf: bytes) -> dict[str, int]:
    """A byte of each part of a sealed file that a reader looks at."""
    start = pdf.index(b"/Contents <")
    return {
        "header": 5,
        "first object": pdf.index(b" 0 obj") + 8,
        "the page's words": pdf.index(b"Volant"),
        "the page's size": pdf.index(b"/MediaBox") + 12,
        "cross-references": pdf.index(b"xref") + 30,
        "first trailer": pdf.index(b"trailer") + 12,
        "signature field": pdf.index(b"/Segell") if b"/Segell" in pdf else pdf.index(b"Segell"),
        "byte range": pdf.index(b"/ByteRange") + 13,
        "signer and signature": start + 11 + 1000,
        "signature's first byte": start + 11,
        "last trailer": pdf.rindex(b"trailer") + 12 if b"trailer" in pdf[start:] else pdf.rindex(b"/Root"),
        "startxref": pdf.rindex(b"startxref") + 11,
        "end of file": pdf.rindex(b"%%EOF") + 3,
    }


@pytest.mark.parametrize("region", sorted(regions(sealed())))
def test_one_altered_bit_in_any_region_is_refused(region: str) -> None:
    pdf = bytearray(sealed())
    pdf[regions(sealed())[region]] ^= 0x01

    assert check_seal(bytes(pdf), [TOWN_HALL.root]) is not Seal.GOOD


def test_a_signature_that_is_taken_out_leaves_no_seal() -> None:
    update = IncrementalPdfFileWriter(BytesIO(sealed()))
    update.root.pop("/AcroForm")
    update.update_root()
    out = BytesIO()
    update.write(out)

    assert check_seal(out.getvalue(), [TOWN_HALL.root]) is Seal.UNSEALED


def test_a_signature_that_is_emptied_is_refused() -> None:
    pdf = sealed()
    start = pdf.index(b"/Contents <") + 11
    end = pdf.index(b">", start)

    emptied = pdf[:start] + b"0" * (end - start) + pdf[end:]

    assert check_seal(emptied, [TOWN_HALL.root]) is not Seal.GOOD


def test_nothing_can_stand_in_the_gap_that_a_seal_does_not_cover() -> None:
    pdf = sealed()
    end = pdf.index(b">", pdf.index(b"/Contents <"))
    more = b">/Reason(x)/Location <"

    stuffed = pdf[: end - 60] + more + pdf[end - 60 + len(more) :]

    assert len(stuffed) == len(pdf)
    assert check_seal(stuffed, [TOWN_HALL.root]) is not Seal.GOOD


def test_another_document_under_the_seal_of_this_one_is_refused() -> None:
    mine = seal(plain().replace(b"Volant", b"Forged"), organ())
    theirs = re.search(rb"/Contents <([0-9a-fA-F]+)>", sealed())
    assert theirs is not None
    start = mine.index(b"/Contents <") + 11

    forged = mine[:start] + theirs[1] + mine[start + len(theirs[1]) :]

    assert check_seal(forged, [TOWN_HALL.root]) is not Seal.GOOD


def test_an_update_after_the_seal_is_an_alteration() -> None:
    update = IncrementalPdfFileWriter(BytesIO(sealed()))
    page = update.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = generic.NumberObject(180)
    update.update_container(page)
    out = BytesIO()
    update.write(out)

    assert check_seal(out.getvalue(), [TOWN_HALL.root]) is Seal.ALTERED


def test_of_two_signatures_a_bad_one_spoils_the_document() -> None:
    first = seal(plain(), organ(), field="Altre")

    assert check_seal(seal(first, TOWN_HALL), [TOWN_HALL.root]) is Seal.UNTRUSTED
    assert check_seal(seal(sealed(), TOWN_HALL, field="Altre"), [TOWN_HALL.root]) is Seal.GOOD


def test_a_seal_of_the_same_name_from_another_authority_is_not_trusted() -> None:
    # All names are those of the town hall; only the keys differ.
    assert check_seal(seal(plain(), organ()), [TOWN_HALL.root]) is Seal.UNTRUSTED


def test_an_encrypted_document_is_refused() -> None:
    writer = copy_into_new_writer(PdfFileReader(BytesIO(plain())))
    writer.encrypt("owner", "user")
    out = BytesIO()
    writer.write(out)

    assert check_seal(out.getvalue(), [TOWN_HALL.root]) is not Seal.GOOD


@pytest.mark.parametrize("root", [b"", b"no certificate"], ids=["empty", "no PEM"])
def test_roots_that_hold_no_certificate_trust_nobody(root: bytes) -> None:
    assert check_seal(sealed(), [root]) is not Seal.GOOD
