"""Somebody who has an appointment says that they are here."""
