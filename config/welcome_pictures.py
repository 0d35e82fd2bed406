"""The questions of the welcome zone as pictures: Mermaid, and SVG from left to right as they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from textwrap import wrap
from xml.sax.saxutils import escape

from config.welcome import Answer, Place, Welcome

COLUMN, ROW, WIDE, HIGH = 480, 92, 250, 68
"""Of one step and one line of the tree, and of a box; in pixels."""
LETTERS = 26
"""In a line of a box."""
COLOURS = {"blue": "#BFD2FF", "pink": "#FFD1E3", "orange": "#FFD9AD"}
OTHER_COLOUR = "#EEEEEE"
INK = "#091230"


@dataclass(frozen=True, slots=True)
class Box:
    """A question or a place: `column` steps from the first question, `line` from the top."""

    column: int
    line: float
    text: str
    follows: str
    """What happens there; empty for a question."""
    colour: str
    answer: str
    """What led to it; empty for the first question."""
    branches: tuple[Box, ...] = ()


def picture(welcome: Welcome, language: str = "ca") -> str:
    """One SVG; a place stands once for each answer that leads there."""
    lines = count()

    def question(name: str, column: int, answer: str) -> Box:
        asked = welcome.questions[name]
        branches = tuple(branch(given, column + 1) for given in asked.answers)
        middle = (branches[0].line + branches[-1].line) / 2
        return Box(column, middle, asked.text[language], "", "#FFFFFF", answer, branches)

    def branch(given: Answer, column: int) -> Box:
        if given.to:
            return question(given.to, column, given.text[language])
        place = welcome.places[given.place]
        colour = COLOURS.get(place.zone, OTHER_COLOUR)
        return Box(column, next(lines), place.text[language], _follows(place), colour, given.text[language])

    root = question(welcome.start, 0, "")
    boxes = list(_all(root))
    width = max(box.column for box in boxes) * COLUMN + WIDE + 2
    height = next(lines) * ROW
    drawn = "\n".join(line for box in boxes for line in (*_ways(box), *_box(box)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-family="sans-serif" font-size="15" fill="{INK}">\n'
        f'<rect width="100%" height="100%" fill="#FFFFFF"/>\n{drawn}\n</svg>'
    )


def _all(box: Box) -> Iterator[Box]:
    yield box
    for branch in box.branches:
        yield from _all(branch)


def _middle(box: Box) -> float:
    return box.line * ROW + ROW / 2


def _ways(box: Box) -> Iterator[str]:
    """From a question to what follows, with the answer on each way."""
    start = box.column * COLUMN + WIDE
    for branch in box.branches:
        end, turn = branch.column * COLUMN, start + 24
        yield (
            f'<polyline points="{start},{_middle(box)} {turn},{_middle(box)} {turn},{_middle(branch)} '
            f'{end},{_middle(branch)}" fill="none" stroke="{INK}"/>'
        )
        yield from _text(branch.answer, (turn + end) / 2, _middle(branch) - 8, 20, above=True)


def _box(box: Box) -> Iterator[str]:
    x, y = box.column * COLUMN + 1, _middle(box) - HIGH / 2
    round_by = HIGH / 2 if box.follows else 8
    yield (
        f'<rect x="{x}" y="{y}" width="{WIDE}" height="{HIGH}" rx="{round_by}" fill="{box.colour}" '
        f'stroke="{INK}"/>'
    )
    said = f"{box.text}\n({box.follows})" if box.follows else box.text
    yield from _text(said, x + WIDE / 2, _middle(box), LETTERS, above=False)


def _text(text: str, x: float, y: float, letters: int, *, above: bool) -> Iterator[str]:
    """Lines around the middle of `y`, or with the last one on it."""
    lines = [line for part in text.split("\n") for line in wrap(part, letters)]
    top = y - 17 * (len(lines) - 1) if above else y - 17 * (len(lines) - 1) / 2 + 5
    for number, line in enumerate(lines):
        yield f'<text x="{x}" y="{top + 17 * number}" text-anchor="middle">{escape(line)}</text>'


def _follows(place: Place) -> str:
    return f"{place.next} {place.queue}".strip()


def diagram(welcome: Welcome, language: str = "ca") -> str:
    """The questions as Mermaid; a place stands once."""
    lines = ["flowchart TD"]
    for name, question in welcome.questions.items():
        lines.append(f'    q_{name}{{"{_label(question.text[language])}"}}')
    for name, place in welcome.places.items():
        label = f"{_label(place.text[language])}<br/>{_follows(place)}"
        lines.append(f'    p_{name}(["{label}"]):::{place.zone}')
    for name, question in welcome.questions.items():
        for answer in question.answers:
            there = f"q_{answer.to}" if answer.to else f"p_{answer.place}"
            lines.append(f'    q_{name} -->|"{_label(answer.text[language])}"| {there}')
    for zone in dict.fromkeys(place.zone for place in welcome.places.values()):
        lines.append(f"    classDef {zone} fill:{COLOURS.get(zone, OTHER_COLOUR)},color:{INK}")
    return "\n".join(lines)


def _label(text: str) -> str:
    spoken = text.replace("\n", " ").replace("#", "#35;")
    return spoken.replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
