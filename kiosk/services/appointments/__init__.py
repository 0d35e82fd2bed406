"""Appointments: one is booked, seen, moved or cancelled."""
