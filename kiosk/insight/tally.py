"""What one session adds to the counters, worked out from the states that it left and entered.

Nothing of it is written before the session is over, and then as increments alone: no row is of a session.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

Cell = tuple[str, str, str]
"""What it is about (`session`, a service, an experiment), what kind of number, and the name of the cell."""

SPINE = frozenset(
    {"language", "menu", "trouble", "more", "opinion", "over"}
    | {"handover_number", "handover_ask", "handover_show", "handover_none"}
)
"""States in which no service begins."""
BETWEEN = frozenset({"menu", "more", "opinion", "over"})
"""States in which none goes on: a service that was under way has ended, one way or the other."""
COMPLETED = frozenset(
    {"more", "paper_take", "person_turn", "appointments_done", "appointments_cancelled", "procedures_show"}
)
"""Who came there has what they came for, whatever they touch afterwards."""
TO_DESK = "person_turn"
"""Who came for something else gets it from a person of the office, and it is not counted as completed."""
TAKEN_ALONG = frozenset({"procedures_phone", "procedures_print"})
"""Who came there asked for how it is done from home, on a telephone or on paper."""
SERVICES = {"turn": "turns", "places": "facilities"}
"""The seu's names of services that the menu calls otherwise."""
SECONDS = (15, 30, 60, 120, 180, 300, 600)
"""The upper ends of the spans in which durations are counted."""
EXPERIMENT = "experiment."
"""Before the name of an experiment, which is thus no service's."""


def span(seconds: float) -> str:
    """The span in which a duration is counted."""
    return next((f"to_{end}" for end in SECONDS if seconds <= end), f"over_{SECONDS[-1]}")


@dataclass(slots=True)
class _Visit:
    """One service under way."""

    service: str
    began: float
    outcome: str = ""


class Tally:
    """One session; begins with it. `arms` says of each experiment whether this session has its variant."""

    def __init__(self, now: float, arms: Mapping[str, bool]) -> None:
        self._began = now
        self._arms = arms
        self._visit: _Visit | None = None
        self._screen = "language"
        self._outcomes: set[str] = set()
        self._home = "not_offered"
        self.latest = ""
        """The service of which one is asked how it went, once there was one."""
        self._cells: Counter[Cell] = Counter()

    @property
    def service(self) -> str:
        """The one under way, or empty."""
        return self._visit.service if self._visit else ""

    def moved(self, states: tuple[str, ...], language: str, chosen: str, now: float) -> None:
        """The session came through `states` to their last; `chosen` is the service just chosen, or empty."""
        if not states:
            return
        if not TAKEN_ALONG.isdisjoint(states):
            self._home = "taken_along"
        if self._visit is None and states[-1] not in SPINE:
            service = SERVICES.get(chosen, chosen) or "turns"
            self._visit, self.latest = _Visit(service, now), service
        if self._visit is not None:
            for state in states:
                self._came_to(state, self._visit)
            if states[-1] in BETWEEN:
                self._close(language, "left", now)
        self._screen = states[-1]

    def _came_to(self, state: str, visit: _Visit) -> None:
        if visit.outcome or state not in COMPLETED:
            return
        desk = state == TO_DESK and visit.service != "turns"
        visit.outcome = "to_desk" if desk else "completed"

    def _close(self, language: str, otherwise: str, now: float) -> None:
        visit, self._visit = self._visit, None
        if visit is None:
            return
        outcome = visit.outcome or otherwise
        self._outcomes.add(outcome)
        self._cells[visit.service, "outcome", outcome] += 1
        self._cells[visit.service, "seconds", span(now - visit.began)] += 1
        self._cells[visit.service, "language", language] += 1
        if outcome == "left":
            self._cells[visit.service, "left", self._screen] += 1

    def offered_from_home(self) -> None:
        """At the end a way is shown to do from home what was done here."""
        if self._home == "not_offered":
            self._home = "offered"

    def over(self, why: str, language: str, face: str, at: datetime, now: float) -> Counter[Cell]:
        """All that it adds. `why` it ended; `face` of the opinion, or empty; `at` is the town's hour."""
        self._close(language, "broken" if why == "broken" else "left", now)
        self._cells["session", "hour", f"at_{at.hour:02}"] += 1
        self._cells["session", "end", why] += 1
        self._cells["session", "seconds", span(now - self._began)] += 1
        self._cells["session", "home", self._home] += 1
        for name, variant in self._arms.items():
            arm = "variant" if variant else "as_it_is"
            for cell in chain((self._result(),), (f"face_{face}",) if face else ()):
                self._cells[EXPERIMENT + name, arm, cell] += 1
        return self._cells

    def _result(self) -> str:
        """Of the whole session, for experiments."""
        if "completed" in self._outcomes:
            return "completed"
        return "abandoned" if self._outcomes else "nothing_begun"
