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
    """One text, or several, tried on a share of the sessions; the variant of KEY is the text KEY.NAME."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{0,29}$")
    share: float = Field(ge=0.05, le=0.95)
    texts: tuple[str, ...] = Field(min_length=1)


class Experiments(Section):
    """What is tried out on people, without knowing on whom."""

    tried: Annotated[tuple[Experiment, ...], BeforeValidator(_from_json)] = Field(
        (),
        title="Tried",
        description="Variants of texts, each on its share of the sessions; docs/insight.md says how.",
        max_length=20,
        json_schema_extra={
            "right": "tables (JSON in the environment) with name, share (0.05 to 0.95), texts"
        },
    )

    @model_validator(mode="after")
    def _each_text_in_one(self) -> Experiments:
        texts = [text for experiment in self.tried for text in experiment.texts]
        names = [experiment.name for experiment in self.tried]
        if len(set(texts)) != len(texts) or len(set(names)) != len(names):
            raise refuse(
                "a name or a text stands there twice",
                "each experiment with a name and texts of its own",
                field="experiments.tried",
            )
        return self
