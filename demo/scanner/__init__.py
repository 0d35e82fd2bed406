"""A scanner of codes on a serial line, and the hand that holds codes before it."""
