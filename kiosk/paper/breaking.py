"""Where lines end: as few as there can be, no lone word on the last one, and as even as words allow."""

from __future__ import annotations

from collections.abc import Sequence

Cost = tuple[int, int, float]
"""Lines, lone words at the end, and the squares of what stays white behind each line: less is better."""


def lines_of(text: str, widths: Sequence[float], space: float, room: float) -> list[str]:
    """`text` in lines of `room`; `widths` are those of its words, `space` is that between two.

    Words end at a space: what a hyphen or a no-break space joins is one. One that is wider than `room` has a
    line of its own, and is left whole.
    """
    words = text.split(" ")
    count = len(words)
    # From the last word on: the best way to set what begins at each, as its cost and the ends of its lines.
    ways: list[tuple[Cost, tuple[int, ...]]] = [((0, 0, 0.0), ())] * (count + 1)
    for first in reversed(range(count)):
        possible = []
        white = room + space
        for end in range(first + 1, count + 1):
            white -= space + widths[end - 1]
            if white < 0 and end > first + 1:
                break
            (lines, lone, uneven), ends = ways[end]
            lone += 0 < first == count - 1
            possible.append(((lines + 1, lone, uneven + white * white), (end, *ends)))
        ways[first] = min(possible)
    _, ends = ways[0]
    return [" ".join(words[first:end]) for first, end in zip((0, *ends), ends, strict=False)]
