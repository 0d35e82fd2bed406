"""Texts that are tried on a share of the sessions: which session has which, and whether they exist."""

from __future__ import annotations

from collections.abc import Mapping
from random import SystemRandom

from config.problem import Problem
from config.settings import Experiment
from screens.i18n.words import LANGUAGES, catalogue

_chance = SystemRandom()


def drawn(experiments: tuple[Experiment, ...]) -> dict[str, bool]:
    """For a new session, whether it has the variant of each; by lot, and tied to nothing."""
    return {experiment.name: _chance.random() < experiment.share for experiment in experiments}


def instead(experiments: tuple[Experiment, ...], arms: Mapping[str, bool]) -> dict[str, str]:
    """The keys of the texts that stand in the place of others."""
    return {
        key: variant_of(key, experiment)
        for experiment in experiments
        if arms[experiment.name]
        for key in experiment.texts
    }


def variant_of(key: str, experiment: Experiment) -> str:
    """The key of the text that an experiment tries instead of `key`."""
    return f"{key}.{experiment.name}"


def missing(experiments: tuple[Experiment, ...]) -> Problem | None:
    """An experiment whose variant somebody could not read."""
    for experiment in experiments:
        for key in experiment.texts:
            for language in LANGUAGES:
                if not {key, variant_of(key, experiment)} <= catalogue(language).keys():
                    why = f"there is no such text, or no variant of it, in {language}"
                    return Problem("experiments.tried", why, "texts of screens/i18n, as KEY and KEY.NAME")
    return None
