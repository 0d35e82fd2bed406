"""Journeys through the kiosk as data, and the player that makes tours of them."""
