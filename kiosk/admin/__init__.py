"""The technician at the kiosk: the way in, and the screens behind it."""
