"""Figures as the contract says them (docs/seu-api.yaml, Insight)."""

from __future__ import annotations

from kiosk.insight.figures import Arm, Figures
from kiosk.seu.calls import said

Json = dict[str, object]


def body(figures: Figures) -> bytes:
    """The body of `tellInsight`."""
    return said(
        tables=[
            {
                "about": table.about,
                "kind": table.kind,
                "total": table.total,
                "cells": [{"name": name, "count": count} for name, count in table.cells],
            }
            for table in figures.tables
        ],
        experiments=[
            {"name": experiment.name, "arms": [_arm(arm) for arm in experiment.arms]}
            for experiment in figures.experiments
        ],
    )


def _arm(arm: Arm) -> Json:
    completed = {} if arm.completed is None else {"completed": arm.completed.count}
    glad = {} if arm.glad is None else {"faces": arm.glad.of, "glad": arm.glad.count}
    return {"arm": arm.arm, "sessions": arm.sessions, **completed, **glad}
