"""The welcome zone: a few plain questions, and the way to the right place."""
