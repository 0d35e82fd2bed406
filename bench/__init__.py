"""The figures: what takes how long, how much memory, and how that compares; measured, never judged."""
