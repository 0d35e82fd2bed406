"""The way to a person, with a turn on paper."""
