"""What is made of the counters: nothing small in it, nothing that could be subtracted, and all of it true."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings, strategies as st

from kiosk.insight.contract import body
from kiosk.insight.figures import FEWEST_SESSIONS, Figures, Share, figures
from kiosk.insight.hiding import LEAST, is_small
from kiosk.insight.tally import EXPERIMENT, Cell, Tally
from tests.contract.spec import Example
from tests.flows.clocks import ManualClock

NOW = ManualClock().now()
SCREENS = ("identify_card", "identify_can", "padro_choose", "paper_printing")
ENDS = ("completed", "to_desk", *SCREENS)


def session(end: str, language: str, seconds: float, face: str, arms: dict[str, bool]) -> Counter[Cell]:
    """One session of padró that ended in this way."""
    tally = Tally(0.0, arms)
    tally.moved(("menu",), language, "", 1.0)
    tally.moved(("padro", "identify_card"), language, "padro", 2.0)
    last = {"completed": "paper_take", "to_desk": "person_turn"}.get(end, end)
    tally.moved((last,), language, "", 3.0)
    return tally.over("finished", language, face, NOW, seconds)


SESSIONS = st.lists(
    st.tuples(
        st.sampled_from(ENDS),
        st.sampled_from(("ca", "es", "en")),
        st.floats(5, 900),
        st.sampled_from(("", "1", "5")),
        st.booleans(),
    ),
    max_size=120,
)


def counted(sessions: list[tuple[str, str, float, str, bool]]) -> Counter[Cell]:
    whole: Counter[Cell] = Counter()
    for end, language, seconds, face, variant in sessions:
        whole.update(session(end, language, seconds, face, {"short": variant}))
    return whole


def numbers(found: Figures) -> Iterator[int]:
    for table in found.tables:
        yield table.total
        yield from (count for _, count in table.cells)
    for experiment in found.experiments:
        for arm in experiment.arms:
            yield arm.sessions
            for share in (arm.completed, arm.glad):
                if isinstance(share, Share):
                    yield from (share.count, share.of, share.of - share.count)


@settings(deadline=None)
@given(SESSIONS)
def test_no_number_is_small_and_none_can_be_had_by_subtracting(
    sessions: list[tuple[str, str, float, str, bool]],
) -> None:
    counts = counted(sessions)
    found = figures(counts)
    assert not [number for number in numbers(found) if is_small(number)]
    by_kind = {(table.about, table.kind): table for table in found.tables}
    for table in found.tables:
        cells = dict(table.cells)
        true = {
            cell: count
            for (about, kind, cell), count in counts.items()
            if (about, kind) == (table.about, table.kind)
        }
        assert cells.items() <= true.items()
        rest = table.total - sum(cells.values())
        assert not (cells and is_small(rest))
    # Tables of the same people have the same total, and the screens that of the cell which they take apart.
    for about in ("session", "padro"):
        totals = {t.total for t in found.tables if t.about == about and t.kind != "left"}
        assert len(totals) <= 1
    outcome = dict(by_kind["padro", "outcome"].cells) if ("padro", "outcome") in by_kind else {}
    left = by_kind.get(("padro", "left"))
    assert outcome.get("left") == (left.total if left else None)


@settings(deadline=None)
@given(SESSIONS)
def test_an_experiment_is_hidden_below_its_sessions_and_no_arm_gives_the_others_away(
    sessions: list[tuple[str, str, float, str, bool]],
) -> None:
    variants = sum(variant for *_, variant in sessions)
    found = figures(counted(sessions))
    if min(variants, len(sessions) - variants) < FEWEST_SESSIONS:
        assert found.experiments == ()
    else:
        [experiment] = found.experiments
        assert [arm.sessions for arm in experiment.arms] == [len(sessions) - variants, variants]


def test_sessions_of_before_the_experiment_are_not_given_away_by_it() -> None:
    arms: Counter[Cell] = Counter()
    for arm in ("as_it_is", "variant"):
        arms[EXPERIMENT + "short", arm, "completed"] = 30
    assert figures(arms | {("session", "end", "finished"): 60}).experiments
    assert not figures(arms | {("session", "end", "finished"): 62}).experiments
    assert figures(arms | {("session", "end", "finished"): 60 + LEAST}).experiments


def shares(first: int, second: int, of_services: int) -> list[Share | None]:
    """Of two arms of 40 sessions that completed so many, beside what the services say."""
    counts: Counter[Cell] = Counter({("session", "end", "finished"): 80})
    for arm, completed in (("as_it_is", first), ("variant", second)):
        counts[EXPERIMENT + "short", arm, "completed"] = completed
        counts[EXPERIMENT + "short", arm, "abandoned"] = 40 - completed
    counts["padro", "outcome", "completed"] = of_services
    counts["padro", "outcome", "left"] = 80 - of_services
    [experiment] = figures(counts).experiments
    return [arm.completed for arm in experiment.arms]


def test_a_share_of_which_any_part_is_small_is_hidden_in_both_arms() -> None:
    assert shares(34, 30, 64) == [Share(34, 40), Share(30, 40)]
    assert shares(38, 30, 68) == [None, None]
    assert shares(3, 30, 33) == [None, None]
    assert shares(34, 30, 62) == [None, None]


def test_a_service_that_would_give_away_a_small_one_is_hidden_too() -> None:
    counts: Counter[Cell] = Counter({("session", "end", "finished"): 53})
    counts["padro", "outcome", "completed"] = 50
    assert {table.about for table in figures(counts).tables} == {"session"}
    counts["session", "end", "finished"] = 60
    assert {table.about for table in figures(counts).tables} == {"session", "padro"}


@settings(deadline=None)
@given(SESSIONS)
def test_what_the_seu_is_told_keeps_the_contract(sessions: list[tuple[str, str, float, str, bool]]) -> None:
    told = json.loads(body(figures(counted(sessions))))
    path = "~1v1~1kiosks~1%7Bkiosk%7D~1insight~1%7Bday%7D"
    place = f"/paths/{path}/put/requestBody/content/application~1json/schema"
    assert Example("tellInsight", "made", good=True, pointer=place, value=told).keeps_the_contract
