"""The states of a print job. The job is the activity of `paper_job`, whichever of its two screens is up."""

from __future__ import annotations

from statemachine import State

from kiosk.session import Session


def take_in_hand(model: Session) -> None:
    """The sheet is where it belongs."""
    model.paper.in_hand = True


class PaperJob(State.Compound):
    """One job: printing, or held up by the printer. Whoever leaves it, the page is made unprintable."""

    paper_printing = State(initial=True)
    paper_held = State()

    paper_printing.to(paper_held, event="printer_held")
    paper_held.to(paper_printing, event="printer_resumed")


class PaperStates(State.Compound):
    """From the order to print to the paper in a hand."""

    paper_job = PaperJob
    paper_take = State()
    paper_retracted = State()
    paper_uncertain = State()
    paper_unwritten = State()

    paper_job.to(paper_take, event="paper_printed")
    paper_job.to(paper_uncertain, event="paper_doubtful")
    paper_job.to(paper_unwritten, event="paper_unrecorded")
    paper_take.to(paper_retracted, event="paper_drawn_back")
