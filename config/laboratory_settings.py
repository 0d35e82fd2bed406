"""What a town hall tries out on people, without knowing on whom."""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from config.problem import refuse
from config.section import Section


def _from_json(given: object) -> object:
    """Tables as the environment writes them, in JSON."""
    return json.loads(given or "[]") if isinstance(given, str) else given


class Experiment(Section):
    """Texts and screens that are tried on a share of the sessions.

    The variant of the text KEY is KEY.NAME; that of a screen is the QML file with NAME before its ending.
    """

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{0,29}$")
    share: float = Field(ge=0.05, le=0.95)
    texts: tuple[str, ...] = ()
    screens: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _tries_something(self) -> Experiment:
        if not (self.texts or self.screens):
            raise refuse("it tries nothing", "texts or screens", field="experiments.tried")
        return self


class Experiments(Section):
    """What is tried out on people, without knowing on whom."""

    tried: Annotated[tuple[Experiment, ...], BeforeValidator(_from_json)] = Field(
        (),
        title="Tried",
        description="Variants of texts and screens, each on a share of sessions; see docs/insight.md.",
        max_length=20,
        json_schema_extra={
            "right": "tables (JSON in the environment) with name, share (0.05 to 0.95), texts or screens"
        },
    )

    @model_validator(mode="after")
    def _each_in_one(self) -> Experiments:
        texts = [text for experiment in self.tried for text in experiment.texts]
        screens = [screen for experiment in self.tried for screen in experiment.screens]
        names = [experiment.name for experiment in self.tried]
        if any(len(set(all_of)) != len(all_of) for all_of in (texts, screens, names)):
            raise refuse(
                "a name, a text or a screen stands there twice",
                "each experiment with a name, texts and screens of its own",
                field="experiments.tried",
            )
        return self
