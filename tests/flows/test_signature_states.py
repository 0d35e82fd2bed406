"""Signing with one's own card, as a chart alone: what is sent when, and where each answer leads."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kiosk.flow import SessionChart
from kiosk.services.common.states import Facts
from kiosk.session import Session
from kiosk.seu.models import Accepted, Assurance, CodeSent, Offer, Offers, ProofName

PIN = "15928401"
BOTH = (ProofName.IDCAT_MOBIL_CODE, ProofName.DNIE_PIN)


def accepted(assurance: Assurance) -> Accepted:
    return Accepted(
        result="accepted",
        citizen_session="9GvR2wTn5kQyXo1bLsMf7D",
        assurance=assurance,
        name="Maria",
        last_access=None,
        expires_at=datetime(2026, 11, 26, tzinfo=UTC),
    )


class Walk:
    """One session's chart, and what is done in it."""

    def __init__(self) -> None:
        self.session = Session(language="ca")
        self.chart = SessionChart(self.session)
        self.do("choose_language", "ca")

    def do(self, event: str, data: str = "") -> str:
        facts = Facts(identity={"padro": Assurance.SUBSTANTIAL, "turns": None})
        self.chart.send(event, data=data, facts=facts)
        self.session.screen = self.state  # as the conductor does
        return self.state

    def type_pin(self) -> None:
        for character in PIN:
            self.do("character", character)

    @property
    def state(self) -> str:
        return str(list(self.chart.configuration_values)[-1])


@pytest.fixture
def walk() -> Walk:
    """Somebody whose card lies in its slot, and who may also take a code."""
    walk = Walk()
    walk.do("choose_service", "padro")
    walk.session.identity.proofs = BOTH
    assert walk.do("signer_present") == "identify_contact"
    assert walk.do("contact_present") == "identify_tries"
    return walk


def test_the_pin_is_asked_for_where_there_are_tries_enough(walk: Walk) -> None:
    assert walk.do("tries_enough") == "identify_pin"
    assert walk.do("send_pin") == "identify_pin"
    walk.type_pin()
    assert walk.do("send_pin") == "identify_sign"
    assert walk.do("signature_accepted") == "identify_done"


def test_where_it_may_be_the_last_try_the_person_is_told_first(walk: Walk) -> None:
    assert walk.do("tries_few") == "identify_risk"
    assert walk.do("insist") == "identify_pin"
    assert walk.session.identity.pin.insists


def test_whoever_does_not_insist_chooses_another_way(walk: Walk) -> None:
    walk.do("tries_few")
    assert walk.do("no_pin") == "identify_proof"


def test_whoever_has_no_other_way_is_led_to_a_person(walk: Walk) -> None:
    walk.session.identity.proofs = (ProofName.DNIE_PIN,)
    walk.do("tries_few")
    assert walk.do("no_pin") == "person_offer"


def test_a_blocked_card_leads_to_a_person(walk: Walk) -> None:
    assert walk.do("pin_blocked") == "person_offer"


def test_after_a_wrong_pin_the_card_is_asked_again_how_many_tries_are_left(walk: Walk) -> None:
    walk.do("tries_enough")
    walk.type_pin()
    walk.do("send_pin")
    assert walk.do("pin_wrong") == "identify_tries"
    assert walk.do("tries_few") == "identify_risk"


def test_a_card_that_is_taken_out_takes_its_pin_with_it(walk: Walk) -> None:
    walk.do("tries_enough")
    walk.type_pin()
    assert walk.do("contact_removed") == "identify_contact"
    assert walk.session.identity.pin.count == 0


@pytest.mark.parametrize("event", ["back", "home"])
def test_whoever_goes_back_leaves_nothing_to_be_signed(walk: Walk, event: str) -> None:
    walk.do("tries_enough")
    walk.type_pin()
    walk.do(event)
    assert walk.state in ("identify_proof", "menu")


# --- more is asked for ------------------------------------------------------------------------------------


def offers(certificat: Assurance) -> Offers:
    kinds = [
        (kind, scope, time)
        for time in ("current", "historic")
        for kind in ("volant", "certificat")
        for scope in ("individual", "dwelling")
    ]
    return Offers(
        registered=True,
        offers=tuple(
            Offer.model_validate(
                {
                    "id": f"{kind}_{scope}_{time}",
                    "kind": kind,
                    "scope": scope,
                    "time": time,
                    "where": "here",
                    "price_cents": 0,
                    "assurance": certificat if kind == "certificat" else Assurance.SUBSTANTIAL,
                    "renditions": ("a4",),
                }
            )
            for kind, scope, time in kinds
        ),
    )


def choosing(assurance: Assurance, certificat: Assurance = Assurance.HIGH) -> Walk:
    """Somebody identified to that assurance, who chooses a document."""
    walk = Walk()
    walk.session.identity.proven = accepted(assurance)
    assert walk.do("choose_service", "padro") == "padro_ask"
    walk.session.padro.offers = offers(certificat)
    walk.session.padro.rendition = "a4"
    assert walk.do("offers_known") == "padro_choose"
    return walk


def test_who_has_shown_enough_is_not_asked_again() -> None:
    assert choosing(Assurance.HIGH).do("choose_document", "certificat_individual_current") == "padro_purpose"
    assert (
        choosing(Assurance.SUBSTANTIAL).do("choose_document", "volant_individual_current") == "padro_purpose"
    )


def test_who_has_shown_less_shows_more_and_comes_back_to_where_they_were() -> None:
    walk = choosing(Assurance.SUBSTANTIAL)
    assert walk.do("choose_document", "certificat_individual_current") == "identify_step_up"
    assert walk.session.identity.wanted is Assurance.HIGH
    walk.session.identity.proofs = (ProofName.DNIE_PIN,)
    assert walk.do("proofs_known") == "identify_contact"
    walk.do("contact_present")
    walk.do("tries_enough")
    walk.type_pin()
    walk.do("send_pin")
    walk.session.identity.proven = accepted(Assurance.HIGH)
    assert walk.do("signature_accepted") == "identify_done"
    assert walk.do("go_on") == "padro_purpose"
    assert walk.session.padro.chosen is not None
    assert walk.session.padro.chosen.id == "certificat_individual_current"


@pytest.mark.parametrize(
    ("proofs", "screens"),
    [
        ((ProofName.DNIE_PIN,), ["identify_contact", "padro_choose"]),
        (BOTH, ["identify_proof", "padro_choose"]),
    ],
)
def test_whoever_will_not_show_more_goes_back_to_the_documents(
    proofs: tuple[ProofName, ...], screens: list[str]
) -> None:
    walk = choosing(Assurance.SUBSTANTIAL)
    walk.do("choose_document", "certificat_individual_current")
    walk.session.identity.proofs = proofs
    assert [walk.do("proofs_known"), walk.do("back")] == screens
    assert walk.do("choose_document", "volant_individual_current") == "padro_purpose"


def test_what_nobody_can_show_here_leads_to_a_person() -> None:
    walk = choosing(Assurance.SUBSTANTIAL)
    walk.do("choose_document", "certificat_individual_current")
    assert walk.do("out_of_reach") == "person_offer"


def test_a_code_too_weak_for_the_service_is_followed_by_another_proof() -> None:
    walk = Walk()
    walk.do("choose_service", "padro")
    walk.do("card_present")
    for digit in "482951":
        walk.do("digit", digit)
    walk.do("send_can")
    walk.session.identity.evidenced = True
    walk.session.identity.proofs = (ProofName.IDCAT_MOBIL_CODE,)
    walk.do("document_read")
    assert walk.do("proofs_known") == "identify_phone"
    walk.session.identity.phone.number = "600000158"
    assert walk.do("send_phone") == "identify_send"
    walk.session.identity.code = CodeSent.model_validate(
        {
            "code": "Vb2kQ0x7sJ9fLr4TzYw1Ug",
            "phone_hint": "6•• ••• •58",
            "digits": 6,
            "valid_seconds": 600,
            "resend_after_seconds": 30,
            "tries": 3,
        }
    )
    assert walk.do("code_sent") == "identify_code"
    for digit in "402917":
        walk.do("digit", digit)
    assert walk.do("send_code") == "identify_check"
    assert walk.do("code_too_weak") == "identify_step_up"


def test_a_service_that_the_catalogue_does_not_name_asks_for_no_less() -> None:
    assert Facts().asks("padro") is Assurance.SUBSTANTIAL
    assert Facts(identity={"turns": None}).asks("turns") is None
