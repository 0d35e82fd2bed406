"""The dock: a window beside the kiosk's, by which an operator moves cards and dials of the demo town."""
