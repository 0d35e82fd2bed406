"""Writes what is made from the model of settings: the commented defaults and the technician's page."""

from __future__ import annotations

from pathlib import Path

from config.describe import configuration_md, defaults_toml

if __name__ == "__main__":
    here = Path(__file__).parent
    (here / "defaults.toml").write_text(defaults_toml(), encoding="utf-8")
    (here.parent / "docs" / "configuration.md").write_text(configuration_md(), encoding="utf-8")
