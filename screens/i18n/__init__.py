"""The words of the kiosk, a file a language, and how each language writes hours, days and prices."""
