"""Each keystroke of a search in 500 procedures, by somebody who types a whole name with a letter wrong."""

from __future__ import annotations

import random
import time

from bench.samples import tell
from kiosk.search import Entry, index_of, search

COUNT, TYPED = 500, 60
SYLLABLES = (
    "ba ca da fa ga la ma na pa ra sa ta va be ce de fe le me ne pe re se te bi ci di li mi ni pi ri si ti"
    " bo co do lo mo no po ro so to cio ment tat dor nal"
)
WORDS = 6000
"""Made of few syllables, they are more like one another than those of three languages are."""
MOST = 4


def entries(chance: random.Random) -> list[Entry]:
    """Names and sentences as long as those of a town hall's procedures, in three languages."""
    syllables = SYLLABLES.split(" ")
    words = ["".join(chance.choices(syllables, k=chance.randint(2, 5))) for _ in range(WORDS)]

    def texts(length: int) -> tuple[str, ...]:
        return tuple(" ".join(chance.choices(words, k=length)) for _ in range(3))

    return [
        Entry(str(number), texts(4), tuple(chance.choices(words, k=18)), texts(12)) for number in range(COUNT)
    ]


def main() -> None:
    chance = random.Random(1)
    made = entries(chance)
    begun = time.process_time()
    index = index_of(made)
    built = 1000 * (time.process_time() - begun)
    strokes = []
    for entry in chance.choices(made, k=TYPED):
        name = list(entry.names[0])
        name[chance.randrange(len(name))] = "x"
        for end in range(1, len(name) + 1):
            typed = "".join(name[:end])
            begun = time.process_time()
            search(index, typed, MOST)
            strokes.append(1000 * (time.process_time() - begun))
    tell({"search_keystroke_p95": strokes, "search_index": [built]})


if __name__ == "__main__":
    main()
