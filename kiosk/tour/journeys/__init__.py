"""The journeys, by their names: what `kiosk tour` plays and the tests judge."""

from kiosk.tour.journeys.admin import ADMIN
from kiosk.tour.journeys.appointments import APPOINTMENTS
from kiosk.tour.journeys.arrival import ARRIVAL
from kiosk.tour.journeys.assisted import ASSISTED
from kiosk.tour.journeys.foreign import FOREIGN_CARDS
from kiosk.tour.journeys.handover import HANDOVERS
from kiosk.tour.journeys.help import HELP
from kiosk.tour.journeys.mrz import MRZ
from kiosk.tour.journeys.opinion import OPINION
from kiosk.tour.journeys.own_appointments import OWN_APPOINTMENTS
from kiosk.tour.journeys.padro import PADRO
from kiosk.tour.journeys.paper import PAPER
from kiosk.tour.journeys.procedures import PROCEDURES
from kiosk.tour.journeys.signatures import SIGNATURES
from kiosk.tour.journeys.turns import TURNS
from kiosk.tour.journeys.verdicts import VERDICTS
from kiosk.tour.journeys.welcome import WELCOMES

JOURNEYS = {
    journey.name: journey
    for journeys in (
        *(
            PADRO,
            APPOINTMENTS,
            OWN_APPOINTMENTS,
            PAPER,
            VERDICTS,
            SIGNATURES,
            (FOREIGN_CARDS,),
            MRZ,
            PROCEDURES,
            HELP,
            (OPINION,),
        ),
        *(TURNS, ARRIVAL, WELCOMES, ASSISTED, HANDOVERS, ADMIN),
    )
    for journey in journeys
}
