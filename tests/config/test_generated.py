"""What is written from the model of settings stands in the repository as the model says it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from config.describe import configuration_md, defaults_toml, schema, settings_described
from config.settings import Settings

ROOT = Path(__file__).parents[2]
MEND = "python -m config writes it anew"


def test_the_commented_defaults_are_the_models() -> None:
    text = (ROOT / "config" / "defaults.toml").read_text(encoding="utf-8")
    assert text == defaults_toml(), MEND
    assert Settings.model_validate(tomllib.loads(text)) == Settings()


def test_the_page_for_technicians_is_the_models() -> None:
    text = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert text == configuration_md(), MEND
    for setting in settings_described():
        assert not setting.section or f"`{setting.variable}`" in text


def test_the_schema_holds_every_section_with_its_units() -> None:
    tree = json.loads(schema())
    assert set(tree["properties"]) == set(Settings.model_fields)
    assert tree["$defs"]["Session"]["properties"]["idle_seconds"]["unit"] == "s"
    assert tree["additionalProperties"] is False
