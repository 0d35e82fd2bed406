"""Figures as charts: what is hidden is drawn as hidden, never as none, and everything has words."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime

from hypothesis import given
from hypothesis.strategies import dictionaries, integers, sampled_from

from kiosk.admin.use import ENDS, HOME, OUTCOMES, SPANS, Page, pages
from kiosk.cast import EVENTS
from kiosk.insight.figures import figures
from kiosk.insight.tally import EXPERIMENT, SERVICES as SEUS_NAMES, Cell, Tally
from kiosk.services.common.views import SERVICES
from screens.admin.views import Bar, BarChart
from screens.i18n.words import LANGUAGES, words

CA = words("ca")


def drawn(counts: dict[Cell, int]) -> tuple[Page, ...]:
    return pages(figures(counts), CA)


def of(cells: dict[str, int], about: str, kind: str) -> dict[Cell, int]:
    return {(about, kind, cell): count for cell, count in cells.items()}


def bars(pages: tuple[Page, ...], title: str) -> dict[str, Bar]:
    (chart,) = (chart for page in pages for chart in page.bars if chart.title == title)
    return {bar.name: bar for bar in chart.bars}


def test_a_table_that_comes_to_its_total_shows_its_zeros() -> None:
    hours = of({"at_09": 12, "at_11": 30}, "session", "hour")
    found = bars(drawn(hours), "Sessions per hores")
    assert list(found) == ["9 h", "10 h", "11 h"]
    assert (found["10 h"].figure, found["10 h"].hidden, found["10 h"].share) == ("0", False, 0)
    assert (found["11 h"].share, found["9 h"].share) == (1, 0.4)


def test_a_table_that_does_not_shows_none_of_them_as_zero() -> None:
    hours = of({"at_09": 12, "at_10": 3, "at_12": 30, "at_13": 5}, "session", "hour")
    found = bars(drawn(hours), "Sessions per hores")
    # Nobody came at 11, and three at 10: from outside these are alike.
    assert [name for name, bar in found.items() if bar.hidden] == ["10 h", "11 h"]
    assert found["10 h"].spoken == "10 h: no es mostra"
    assert found["10 h"].share == found["11 h"].share == 0


def test_screens_that_are_hidden_stand_together() -> None:
    left = {"padro_choose": 20, "identify_card": 3, "identify_code": 2}
    counts = of({"left": 25, "completed": 40}, "padro", "outcome") | of(left, "padro", "left")
    found = bars(drawn(counts | of({"finished": 65}, "session", "end")), "Pantalles en què es deixa")
    assert list(found) == ["padro_choose", "En altres pantalles"]
    assert found["En altres pantalles"].hidden


def test_many_screens_are_shown_as_far_as_there_is_room() -> None:
    left = {state: 10 + at for at, state in enumerate(sorted(EVENTS)[:9])}
    counts = of({"left": sum(left.values())}, "padro", "outcome") | of(left, "padro", "left")
    found = bars(drawn(counts | of({"finished": 126}, "session", "end")), "Pantalles en què es deixa")
    assert len(found) == 6
    assert found["En altres pantalles"].figure == str(sum(left.values()) - sum(range(14, 19)))
    assert not found["En altres pantalles"].hidden


def test_nothing_is_no_page() -> None:
    assert drawn({}) == ()
    assert drawn(of({"finished": 4}, "session", "end") | of({"at_09": 4}, "session", "hour")) == ()


def experiment(**arms: dict[str, int]) -> dict[Cell, int]:
    counts = {
        ("experiment.need", arm, cell): count for arm, cells in arms.items() for cell, count in cells.items()
    }
    return counts | of({"finished": sum(counts.values())}, "session", "end")


def test_an_experiment_says_whether_anything_is_known_and_hides_what_is_small() -> None:
    far = experiment(as_it_is={"completed": 20, "abandoned": 80}, variant={"completed": 80, "abandoned": 20})
    page = drawn(far)[-1]
    completed, glad = page.intervals
    assert page.title == "Prova «need»"
    assert completed.about.endswith("La diferència no sembla casual.")
    first = completed.rows[0]
    assert (first.figure, first.range) == (
        "20\xa0% · 20 de 100",
        "probablement entre el 13\xa0% i el 29\xa0%",
    )
    assert first.low < first.share < first.high
    assert first.spoken == f"Com és ara: {first.figure}; {first.range}"
    assert all(row.hidden and row.figure == "no es mostra" for row in glad.rows)
    near = experiment(as_it_is={"completed": 50, "abandoned": 50}, variant={"completed": 52, "abandoned": 48})
    assert drawn(near)[-1].intervals[0].about.endswith("Encara no se sap si n’hi ha cap de millor.")


def test_every_cell_that_is_counted_has_words_in_every_language() -> None:
    hours = {f"at_{hour:02}": 20 for hour in range(24)}
    counts = of(hours, "session", "hour") | of(dict.fromkeys(ENDS, 160), "session", "end")
    counts |= of(dict.fromkeys(SPANS, 60), "session", "seconds") | of(
        dict.fromkeys(HOME, 160), "session", "home"
    )
    # Whoever goes on with a turn's number comes to one of the others.
    services = {SEUS_NAMES.get(service, service) for service, _ in SERVICES} - {"handover"}
    for service in services:
        counts |= of(dict.fromkeys(OUTCOMES, 15), service, "outcome") | of(
            dict.fromkeys(SPANS, 15), service, "seconds"
        )
        counts |= of(dict.fromkeys(LANGUAGES, 20), service, "language")
    for language in LANGUAGES:
        found = pages(figures(counts), words(language))
        assert len(found) == 3 + 2 * len(services)
        bars = [bar for page in found for chart in page.bars for bar in chart.bars]
        assert len(bars) == 24 + 3 + 3 + 8 + (4 + 8 + 3) * len(services)


def test_every_kind_of_number_that_a_session_adds_is_drawn() -> None:
    counts: Counter[Cell] = Counter()
    for _ in range(40):
        tally = Tally(0, {"need": True})
        tally.moved(("padro_choose",), "ca", "padro", 5)
        counts += tally.over("away", "ca", "5", datetime(2026, 11, 23, 9, tzinfo=UTC), 30)
    kinds = {(about, kind) for about, kind, _ in counts if not about.startswith(EXPERIMENT)}
    assert ("session", "home") in kinds
    assert sum(len(page.bars) for page in drawn(counts)) == len(kinds)


KINDS = {"hour": [f"at_{hour:02}" for hour in range(8, 14)], "end": ENDS, "seconds": SPANS}


@given(
    dictionaries(
        sampled_from([(kind, cell) for kind, cells in KINDS.items() for cell in cells]),
        integers(0, 30),
        max_size=17,
    )
)
def test_no_small_number_is_ever_drawn(table: dict[tuple[str, str], int]) -> None:
    counts: dict[Cell, int] = {("session", kind, cell): count for (kind, cell), count in table.items()}
    for page in drawn(counts):
        for chart in page.bars:
            said = [*re.findall(r"\d+", chart.about), *_figures(chart)]
            assert not set(said) & {"1", "2", "3", "4"}, said


def _figures(chart: BarChart) -> list[str]:
    return [bar.figure for bar in chart.bars if not bar.hidden]
