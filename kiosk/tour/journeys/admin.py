"""The technician enters, after a slip, and looks how the kiosk was used."""

from __future__ import annotations

from kiosk.tour.steps import At, Counted, HoldMark, Journey, Seen, Touch, TypeTechnicianPin, Until


def _cells(about: str, kind: str, **cells: int) -> tuple[tuple[str, str, str, int], ...]:
    return tuple((about, kind, cell, count) for cell, count in cells.items())


MONTH = (
    *_cells("session", "hour", at_08=31, at_09=84, at_10=118, at_11=142, at_12=97, at_13=61),
    *_cells("session", "hour", at_14=3, at_15=22, at_16=47, at_17=39, at_18=15, at_19=6),
    *_cells("session", "end", finished=578, away=84, broken=3),
    *_cells("session", "home", taken_along=51, offered=402, not_offered=212),
    *_cells("session", "seconds", to_15=7, to_30=24, to_60=61, to_120=143, to_180=190),
    *_cells("session", "seconds", to_300=152, to_600=71, over_600=17),
    *_cells("padro", "outcome", completed=231, to_desk=38, left=44),
    *_cells(
        "padro", "left", identify_card=17, identify_code=12, padro_choose=9, padro_purpose=3, identify_can=3
    ),
    *_cells("padro", "seconds", to_30=5, to_60=24, to_120=77, to_180=122, to_300=71, to_600=14),
    *_cells("padro", "language", ca=238, es=66, en=9),
    *_cells("turns", "outcome", completed=189, left=6),
    *_cells("turns", "left", turns_queue=6),
    *_cells("turns", "seconds", to_15=61, to_30=112, to_60=20, to_120=2),
    *_cells("turns", "language", ca=101, es=82, en=12),
    *_cells(
        "experiment.need",
        "as_it_is",
        completed=206,
        abandoned=58,
        nothing_begun=68,
        face_5=31,
        face_4=12,
        face_2=7,
    ),
    *_cells("experiment.need", "variant", completed=244, abandoned=41, nothing_begun=48, face_5=3, face_1=2),
)
"""Four weeks of a busy kiosk, fictional, as the counters hold them: some numbers are small."""
PAGES = 8

ADMIN = (
    Journey(
        "admin-use",
        "The technician holds the mark, slips, enters, goes through the charts and leaves.",
        steps=(
            At("attract"),
            Counted(MONTH),
            HoldMark(),
            At("admin_pin"),
            TypeTechnicianPin(wrong=True),
            Touch("admin_send"),
            Until("admin_refused"),
            TypeTechnicianPin(),
            Seen("admin.pin.send"),
            Touch("admin_send"),
            At("admin_overview"),
            Touch("tab_use"),
            Seen("admin.use.sessions"),
            At("admin_use"),
            *(step for _ in range(PAGES - 1) for step in (Touch("page_after"), Until("page_after"))),
            Touch("language"),
            Until("language"),
            Touch("admin_leave"),
            At("attract"),
        ),
        states=(
            "attract",
            "admin_pin",
            "admin_check",
            "admin_pin",
            "admin_check",
            "admin_overview",
            "admin_use",
            "attract",
        ),
        requests=(),
        papers={"document": 0, "ticket": 0},
    ),
)
