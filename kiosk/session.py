"""The only home of personal data: one citizen's session, from the first touch to the wipe.

Whatever is known of a person hangs on this object and goes with it. Nothing of it may be put into an event, a
log, a trace, the journal, a URL or a file name; `repr` shows nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.insight.experiments import Variants
from kiosk.insight.tally import Tally
from kiosk.look import Look
from kiosk.services.appointments.memory import Appointments
from kiosk.services.arrival.memory import Arrival
from kiosk.services.common.memory import Spine
from kiosk.services.consent.memory import Consent
from kiosk.services.handover.memory import Handover
from kiosk.services.identify.memory import Identity
from kiosk.services.padro.memory import Padro
from kiosk.services.paper.memory import Paper
from kiosk.services.person.memory import Person
from kiosk.services.procedures.memory import LookUp
from kiosk.services.welcome.memory import Welcome


@dataclass(repr=False)
class Session:
    """What is remembered while one person stands in front of the kiosk."""

    language: str
    state: object = None
    """The chart's own note of where it stands."""
    tried: Variants = field(default_factory=Variants)
    """What this session sees otherwise than others."""
    tally: Tally = field(default_factory=lambda: Tally(0.0, {}))
    """What it adds to the counters."""
    look: Look = field(default_factory=Look)
    """Of the window that shows it."""
    screen: str = ""
    """The innermost state, which is the screen that is up; kept by the conductor."""
    spine: Spine = field(default_factory=Spine)
    identity: Identity = field(default_factory=Identity)
    padro: Padro = field(default_factory=Padro)
    appointments: Appointments = field(default_factory=Appointments)
    paper: Paper = field(default_factory=Paper)
    arrival: Arrival = field(default_factory=Arrival)
    welcome: Welcome = field(default_factory=Welcome)
    consent: Consent = field(default_factory=Consent)
    handover: Handover = field(default_factory=Handover)
    person: Person = field(default_factory=Person)
    procedures: LookUp = field(default_factory=LookUp)

    @property
    def identified(self) -> bool:
        """True once the seu has accepted a proof."""
        return self.identity.proven is not None

    def __repr__(self) -> str:
        return "Session(…)"
