"""Bytes that nobody sends by mistake, for hours where it is wanted: `python -m fuzz [TARGET] [--seconds N]`.

Each module of `fuzz.targets` has `one(data)`, which raises where something is wrong, and may have `SEEDS` to
begin with. What was found stays in `build/fuzz/TARGET/`; `python -m fuzz TARGET --again FILE` plays it again.
"""
