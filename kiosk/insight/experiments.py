"""Texts and screens that are tried on a share of the sessions: who has which, and whether they exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import SystemRandom

from config.problem import Problem
from config.settings import Experiment
from screens.drawings import has_variant
from screens.i18n.words import LANGUAGES, catalogue

_chance = SystemRandom()


def drawn(experiments: tuple[Experiment, ...]) -> dict[str, bool]:
    """For a new session, whether it has the variant of each; by lot, and tied to nothing."""
    return {experiment.name: _chance.random() < experiment.share for experiment in experiments}


@dataclass(frozen=True, slots=True)
class Variants:
    """What one session sees otherwise than others."""

    texts: Mapping[str, str] = field(default_factory=dict)
    """Keys of texts, and of those that stand in their place."""
    screens: Mapping[str, str] = field(default_factory=dict)
    """States, and the variant in which the screen of each is drawn."""


def variants(experiments: tuple[Experiment, ...], arms: Mapping[str, bool]) -> Variants:
    """Of a session with these arms."""
    tried = [experiment for experiment in experiments if arms[experiment.name]]
    return Variants(
        {key: variant_of(key, experiment) for experiment in tried for key in experiment.texts},
        {screen: experiment.name for experiment in tried for screen in experiment.screens},
    )


def variant_of(key: str, experiment: Experiment) -> str:
    """The key of the text that an experiment tries instead of `key`."""
    return f"{key}.{experiment.name}"


def missing(experiments: tuple[Experiment, ...]) -> Problem | None:
    """An experiment whose variant somebody could not read, or not see."""
    for experiment in experiments:
        for key in experiment.texts:
            for language in LANGUAGES:
                if not {key, variant_of(key, experiment)} <= catalogue(language).keys():
                    why = f"there is no such text, or no variant of it, in {language}"
                    return Problem("experiments.tried", why, "texts of screens/i18n, as KEY and KEY.NAME")
        for screen in experiment.screens:
            if not has_variant(screen, experiment.name):
                why = f"the screen {screen} was not drawn as {experiment.name}"
                return Problem(
                    "experiments.tried", why, "a screen that has a QML file of that name beside it"
                )
    return None
