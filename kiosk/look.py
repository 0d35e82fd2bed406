"""How the person who stands in front of the kiosk likes its screen."""

from __future__ import annotations

from dataclasses import dataclass

from screens.shell.view import ThemeName

THEMES: tuple[ThemeName, ...] = ("light", "dark", "black", "white")
"""The first one is as everybody finds it."""


@dataclass
class Look:
    """One for the window; a session has a hand on it while it lasts."""

    theme: ThemeName = THEMES[0]

    def other_theme(self) -> None:
        """The next one; after the last the first."""
        self.theme = THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)]

    def like(self, theme: str) -> None:
        """That one, where it is one of ours."""
        self.theme = next((known for known in THEMES if known == theme), THEMES[0])
