"""How it went, in numbers of which none is small: opinions, counters and experiments, of nobody."""
