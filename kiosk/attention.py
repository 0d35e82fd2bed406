"""Whether the person is still there: silence, a warning with a countdown, and then away."""

from __future__ import annotations

from math import ceil

from config.settings import Session as SessionSettings
from kiosk.charts import AttentionChart
from kiosk.clock import Clock

MORE_TIME = 10
"""WCAG 2.2, 2.2.1: at least ten times the time."""


class Attention:
    """Keeps the time since the last touch; asked once a second."""

    def __init__(self, clock: Clock, settings: SessionSettings) -> None:
        self._clock = clock
        self._settings = settings
        self._factor = 1
        self._chart: AttentionChart | None = None
        self._touched = 0.0
        self._warned = 0.0
        self.just_warned = False

    def begin(self) -> None:
        """Somebody came."""
        self._chart = AttentionChart()
        self._factor = 1
        self._touched = self._clock.monotonic()

    def end(self) -> None:
        """Nobody to attend to."""
        self._chart = None

    @property
    def countdown(self) -> int:
        """Seconds that the warning lasts."""
        return ceil(self._settings.idle_countdown_seconds)

    @property
    def left(self) -> int | None:
        """Seconds of the countdown, where it runs."""
        if self._chart is None or "warned" not in self._chart.configuration_values:
            return None
        return max(0, ceil(self._warned + self.countdown - self._clock.monotonic()))

    def touched(self) -> None:
        """A touch counts while there is no warning; on the warning, its own acts do."""
        if self._chart is not None and self.left is None:
            self._touched = self._clock.monotonic()

    def stay(self) -> None:
        """The person is here."""
        if self._chart is not None:
            self._chart.send("sign_of_life")
            self._touched = self._clock.monotonic()

    def more_time(self) -> None:
        """Ten times as long on every screen, for the rest of the session."""
        self._factor = MORE_TIME
        self.stay()

    def tick(self) -> str:
        """The state of attention now."""
        self.just_warned = False
        if self._chart is None:
            return "here"
        now = self._clock.monotonic()
        if self.left is None:
            if now - self._touched >= self._settings.idle_seconds * self._factor:
                self._chart.send("silence")
                self._warned = now
                self.just_warned = True
        elif self.left == 0:
            self._chart.send("silence")
            return "away"
        return "here"
