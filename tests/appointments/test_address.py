"""An e-mail address that people have is taken as it is; a slip is told by its name."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, strategies as st

from kiosk.services.appointments.address import LONGEST, Slip, read
from tests.contract.spec import contract

EMAIL = contract()["components"]["schemas"]["ContactEmail"]["properties"]["email"]
MAILBOX = st.from_regex(r"[a-z0-9_+-]{1,20}(\.[a-z0-9_+-]{1,20}){0,2}", fullmatch=True)
DOMAIN = st.from_regex(r"([a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?\.){1,3}[a-z]{2,12}", fullmatch=True)


@pytest.mark.parametrize(
    "address",
    [
        "maria.puig@gmail.com",
        "m@x.cat",
        "pepa_77@hotmail.es",
        "joan+cites@uoc.edu",
        "o'brien@eircom.net",
        "a-b@ajuntament.l-h.cat",
        "info@3cat.cat",
        "1234567@163.com",
        "_x_@correu.vilaweb.cat",
        "J.Garcia@UB.EDU",
        "dr.no@museum.museum",
        "name@xn--80ak6aa92e.xn--p1ai",
        "x@a.b.c.d.example.co.uk",
        f"{'a' * 64}@{'b' * 63}.com",
    ],
)
def test_an_address_that_people_have_is_taken_as_it_is(address: str) -> None:
    assert read(address) == address
    assert read(f" {address} ") == address


@given(st.emails())
def test_every_address_of_the_standard_without_quotes_is_taken(address: str) -> None:
    mailbox = address.rpartition("@")[0]
    assume(len(mailbox) <= 64)
    assert read(address) == address


@given(MAILBOX, DOMAIN)
def test_every_ordinary_address_is_taken(mailbox: str, domain: str) -> None:
    assert read(f"{mailbox}@{domain}") == f"{mailbox}@{domain}"


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("info@niño.es", "info@xn--nio-8ma.es"),
        ("info@nin\u0303o.es", "info@xn--nio-8ma.es"),
        ("hola@barça.cat", "hola@xn--bara-2oa.cat"),
    ],
)
def test_a_domain_of_other_letters_is_sent_in_ascii(typed: str, sent: str) -> None:
    assert read(typed) == sent


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("", Slip.NO_AT),
        ("maria.puig.gmail.com", Slip.NO_AT),
        ("maria@puig@gmail.com", Slip.TWO_AT),
        ("maria@@gmail.com", Slip.TWO_AT),
        ("@gmail.com", Slip.NOTHING_BEFORE),
        ("@", Slip.NOTHING_BEFORE),
        ("maria@", Slip.NOTHING_AFTER),
        ("maria@gmail", Slip.NO_ENDING),
        ("maria@gmail.c", Slip.NO_ENDING),
        ("maria@127.0.0.1", Slip.NO_ENDING),
        ("maria..puig@gmail.com", Slip.DOTS),
        (".maria@gmail.com", Slip.DOTS),
        ("maria.@gmail.com", Slip.DOTS),
        ("maria@gmail..com", Slip.DOTS),
        ("maria@.gmail.com", Slip.DOTS),
        ("maria@gmail.com.", Slip.DOTS),
        ("maria puig@gmail.com", Slip.SIGN),
        ("maría@gmail.com", Slip.SIGN),
        ("maria@g_mail.com", Slip.SIGN),
        ("maria@-gmail.com", Slip.SIGN),
        ("maria@gmail,com", Slip.SIGN),
        (f"{'a' * 65}@gmail.com", Slip.LONG),
        (f"maria@{'a' * 64}.com", Slip.LONG),
        (f"maria@{'a.' * 130}com", Slip.LONG),
    ],
)
def test_a_slip_is_told_by_its_name(typed: str, slip: Slip) -> None:
    assert read(typed) is slip


@given(st.one_of(st.text(), st.text("ab.@-_+ñ", max_size=12), st.builds("{}@{}".format, st.text(), DOMAIN)))
def test_whatever_is_typed_what_is_taken_keeps_the_contract(typed: str) -> None:
    address = read(typed)
    if not isinstance(address, Slip):
        assert re.fullmatch(EMAIL["pattern"], address)
        assert len(address) <= EMAIL["maxLength"] == LONGEST
        assert read(address) == address
