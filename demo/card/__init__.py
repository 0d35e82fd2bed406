"""An electronic identity document of the demo town, as a process of its own behind a virtual reader.

Written from ICAO 9303 alone. It never imports the driver that reads it: an error on one side must not cancel
itself out on the other.
"""
