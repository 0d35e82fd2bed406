"""The dock as it is drawn: nothing cut in any language, all of it reached by keys, silent peers said."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtQuick import QQuickItem

from demo.dock.panel import PAGES, panel
from demo.dock.place import HEIGHT, WIDTH, Place, beside, geometry
from demo.dock.seen import (
    Card,
    HelpCall,
    Message,
    Network,
    Overview,
    Printer,
    PrinterDials,
    Reader,
    Scanner,
    Seen,
    Sms,
    Turn,
)
from demo.dock.words import LANGUAGES, Language, table, words_of
from tests.demo.dock_hands import NOWHERE, Hands, operator, until

KIOSK_WIDTH = 1080
PRINTING = Printer(causes=(), printing=True, rows=2376, sheets=0, dials=PrinterDials(speed_mm_s=250))
PAGE = "http://127.0.0.1:58888/torn/dd88d8d88d88dd88d88b"
BUSY = Seen(
    cards=tuple(
        Card(
            id=f"c{n}",
            label="Targeta de metro",
            about="Només amb les línies MRZ",
            resident=n < 12,
            can="888888",
            zone="",
            phone="888888888",
            pin="88888888" if n % 3 else "",
        )
        for n in range(24)
    ),
    reader=Reader(card="c0"),
    sms=Sms(code="888888", phone_ending="88"),
    network=Network(mode="error_500", seconds=4),
    scanner=Scanner(heard=True),
    overview=Overview(
        messages=tuple(
            Message(kind="email", to="@exemple.cat", text="Demà a les 8:30 " * 12) for _ in range(9)
        ),
        turn=Turn(number="B 888", queue="general", state="waiting", ahead=88, desk="", page=PAGE),
        turns_left=False,
        rival=True,
        hold_seconds=20,
        withdrawn=True,
    ),
    calls=(HelpCall(state="coming"),),
    printers={"document": PRINTING, "ticket": PRINTING},
)
"""A dock with the longest that it may have to say."""


def shown(hands: Hands, seen: Seen) -> Hands:
    """Let the dock show `seen`, as if its peers had said so."""
    hands.dock._watch.show(visible=False)
    hands.dock._on_seen(seen)
    hands.dock.window.grabWindow()
    return hands


def turned(hands: Hands, page: str) -> Hands:
    """The same, at that page."""
    shown(hands, BUSY).touch(f"page:{page}")
    hands.dock.window.grabWindow()
    return hands


def texts(hands: Hands) -> list[QQuickItem]:
    return [item for item in hands.items() if item.property("text") and item.property("contentWidth")]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_or_lies_over_another(language: Language, page: str) -> None:
    with operator(NOWHERE, language) as hands:
        said = texts(turned(hands, page))
        assert len(said) > 40
        areas = {}
        for text in said:
            box = hands.area(text)
            assert text.property("contentWidth") <= text.width() + 1, text.property("text")
            assert QRectF(0, 0, WIDTH, HEIGHT).contains(box), text.property("text")
            areas[text] = box.adjusted(1, 4, -1, -4)
        for one, other in combinations(said, 2):
            assert not areas[one].intersects(areas[other]), (one.property("text"), other.property("text"))


@pytest.mark.parametrize("page", PAGES)
def test_what_is_touched_has_a_name_of_its_own_and_room_for_a_finger(page: str) -> None:
    with operator(NOWHERE) as hands:
        touchables = turned(hands, page).touchables()
        names = [item.objectName() for item in touchables]
        assert len(names) == len(set(names)) > 20
        assert all(item.property("spoken") and min(item.width(), item.height()) >= 50 for item in touchables)
        for one, other in combinations(touchables, 2):
            assert not hands.area(one).intersects(hands.area(other)), (one.objectName(), other.objectName())


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_everything_that_can_be_touched(page: str) -> None:
    with operator(NOWHERE) as hands:
        turned(hands, page)
        hands.dock.window.requestActivate()
        wanted = {item.objectName() for item in hands.touchables() if item.property("ready")}
        reached = set()
        for _ in range(2 * len(wanted)):
            hands.key(Qt.Key.Key_Tab)
            item = hands.dock.window.activeFocusItem()
            assert item is not None
            reached.add(item.objectName())
        assert wanted <= reached


def test_a_key_does_what_a_touch_does() -> None:
    with operator(NOWHERE) as hands:
        acts: list[tuple[str, str]] = []
        shown(hands, BUSY)
        hands.dock.root.act.connect(lambda event, payload: acts.append((event, payload)))
        hands.find("network:slow").forceActiveFocus()
        hands.key(Qt.Key.Key_Space)
        hands.touch("card:c3")
        assert acts == [("network", "slow"), ("card", "c3")]


def test_peers_that_do_not_answer_are_said_to_be_silent_and_cannot_be_dialled() -> None:
    with operator(NOWHERE) as hands:
        shown(hands, BUSY)
        assert hands.is_ready("document:jam")
        hands.dock._watch.show(visible=True)
        until(lambda: hands.text("said:printer") == "no respon", "silence")
        peers = ("ticket", "calendar-check", "printer", "receipt", "wifi-high", "hand-waving")
        assert {hands.text(f"said:{icon}") for icon in (*peers, "identification-card", "qr-code")} == {
            "no respon"
        }
        for page in PAGES:
            hands.touch(f"page:{page}")
            ready = {item.objectName() for item in hands.touchables() if item.property("ready")}
            assert ready == {"afresh", *(f"page:{each}" for each in PAGES)}
        hands.touch("document:jam")
        hands.touch("afresh")
        assert not hands.is_chosen("document:jam")


def test_a_smaller_window_shows_the_same_smaller() -> None:
    with operator(NOWHERE, size=(394, 1080)) as hands:
        shown(hands, BUSY)
        lowest, leftmost = hands.area(hands.find("afresh")), hands.area(hands.find("card:c0"))
        assert 1040 < lowest.bottom() < 1080
        assert leftmost.width() == pytest.approx(311 * 1080 / 1920, abs=1)


# --- words and place --------------------------------------------------------------------------------------


def test_the_languages_have_the_same_sentences() -> None:
    tables = {language: table(language) for language in LANGUAGES}
    assert len(tables["ca"]) > 50
    assert all(set(sentences) == set(tables["ca"]) for sentences in tables.values())
    for key, sentence in tables["ca"].items():
        for language in LANGUAGES:
            assert ("{" in tables[language][key]) == ("{" in sentence), (language, key)


def test_a_code_does_not_stand_in_a_repr() -> None:
    assert "888888" not in repr(BUSY)
    assert panel(BUSY, words_of("ca")).code == "888 888"


@pytest.mark.parametrize(
    ("screen", "place"),
    [
        (Place(0, 0, 1920, 1920), Place(1220, 0, 700, 1920)),
        (Place(0, 0, 1920, 1080), Place(1526, 0, 394, 1080)),
        (Place(0, 27, 1920, 1053), Place(1536, 27, 384, 1053)),
        (Place(1920, 0, 2160, 3840), Place(3380, 0, 700, 1920)),
    ],
)
def test_it_stands_at_the_right_edge_beside_the_kiosk(screen: Place, place: Place) -> None:
    assert beside(screen) == place
    assert place.x >= screen.x + KIOSK_WIDTH, "it would cover a kiosk at the left edge"


def test_the_operator_may_place_it() -> None:
    assert geometry("700x1920+1220+0") == Place(1220, 0, 700, 1920)


@pytest.mark.parametrize("wrong", ["", "700x1920", "700x0+0+0", "0x9+0+0", "700x1920-5+0", "axb+c+d"])
def test_what_is_no_geometry_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="WxH"):
        geometry(wrong)
