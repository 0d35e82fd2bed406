"""The questions of the welcome zone, and where each answer leads: data that a town hall edits, checked whole.

The default is `config/welcome.toml`, which says what may stand in such a file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from config.layers import read_file
from config.problem import Problem

DEFAULT: Final = Path(__file__).with_name("welcome.toml")
LANGUAGES: Final = ("ca", "es", "en")
DEEPEST: Final = 3
"""Questions in a row: more is an interrogation."""
FEWEST, MOST = 2, 5
"""Answers of a question that are a choice, and have room on a screen."""
QUESTION_LETTERS, ANSWER_LETTERS, PLACE_LETTERS, ABOUT_LETTERS = 50, 45, 30, 110
"""As many as have room on every panel; the gallery's longest examples have them all."""
NEXT: Final = ("start", "arrival", "turn")
WORD: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")

Texts = Mapping[str, str]
"""One text in each of `LANGUAGES`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Leads to the question `to`, or is the place `place`; the other is empty."""

    text: Texts
    icon: str
    to: str
    place: str


@dataclass(frozen=True, slots=True)
class Question:
    """Asked on a screen of its own."""

    text: Texts
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is sent; `next` is one of `NEXT`, `queue` one of the seu's or empty."""

    zone: str
    next: str
    queue: str
    text: Texts
    about: Texts


@dataclass(frozen=True, slots=True)
class Welcome:
    """A tree of questions from `start`, with places for leaves. What was checked holds."""

    start: str
    questions: Mapping[str, Question]
    places: Mapping[str, Place]


def read_welcome(file: Path | None, icons: Collection[str]) -> Welcome | tuple[Problem, ...]:
    """The tree of `file`, of the default for None; or all that is wrong with it, and how to mend it.

    `icons` are those that the application has.
    """
    layer = read_file(file or DEFAULT, versioned=False)
    if isinstance(layer, Problem):
        return (layer,)
    reader = _Reader(layer.where, icons)
    welcome = reader.tree(layer.table)
    return tuple(reader.problems) or welcome


def unknown_queues(welcome: Welcome, queues: Collection[str], file: Path | None) -> tuple[Problem, ...]:
    """The places of the tree of `file` whose queue is none of the seu's."""
    right = _one_of(tuple(queues)) if queues else "no queue, for the seu has none to choose from"
    return tuple(
        Problem(f"places.{name}.queue", "the seu has no queue of this name", right, str(file or DEFAULT.name))
        for name, place in welcome.places.items()
        if place.queue and place.queue not in queues
    )


class _Reader:
    """Notes each thing that is wrong under its place in the file, and goes on with what is left."""

    def __init__(self, where: str, icons: Collection[str]) -> None:
        self._where = where
        self._icons = icons
        self.problems: list[Problem] = []

    def tree(self, table: Mapping[str, object]) -> Welcome:
        self._known("", table, "start", "questions", "places")
        questions = {name: self._question(name, of) for name, of in self._tables(table, "questions")}
        places = {name: self._place(name, of) for name, of in self._tables(table, "places")}
        start = self._word(table, "", "start")
        welcome = Welcome(start, questions, places)
        if start and start not in questions:
            self._wrong("start", "no question has this name", _one_of(questions))
        self._leads_somewhere(welcome)
        if not self.problems:
            self._is_a_tree(welcome)
        return welcome

    # --- what stands there ---

    def _question(self, name: str, table: Mapping[str, object]) -> Question:
        where = f"questions.{name}"
        self._known(where, table, *LANGUAGES, "answers")
        given = table.get("answers")
        answers = [a for a in given if isinstance(a, dict)] if isinstance(given, list) else []
        if not FEWEST <= len(answers) <= MOST:
            self._wrong(
                f"{where}.answers",
                f"there are {len(answers)} of them",
                f"{FEWEST} to {MOST} answers, each after a line [[{where}.answers]]",
            )
        question = Question(
            self._texts(where, table, QUESTION_LETTERS),
            tuple(self._answer(f"{where}.answers.{number}", a) for number, a in enumerate(answers, 1)),
        )
        self._are_told_apart(where, question)
        return question

    def _are_told_apart(self, where: str, question: Question) -> None:
        for language in LANGUAGES:
            said: dict[str, int] = {}
            for number, answer in enumerate(question.answers, 1):
                text = " ".join(answer.text.get(language, "").casefold().split())
                if text and said.setdefault(text, number) != number:
                    same = f"answer {said[text]} has the same words"
                    self._wrong(f"{where}.answers.{number}.{language}", same, "other words")

    def _answer(self, where: str, table: Mapping[str, object]) -> Answer:
        self._known(where, table, *LANGUAGES, "icon", "to", "place")
        if ("to" in table) == ("place" in table):
            self._wrong(where, "it leads nowhere, or twice", 'either to = "QUESTION" or place = "PLACE"')
        to = self._word(table, where, "to") if "to" in table else ""
        place = self._word(table, where, "place") if "place" in table else ""
        return Answer(self._texts(where, table, ANSWER_LETTERS), self._icon(where, table), to, place)

    def _icon(self, where: str, table: Mapping[str, object]) -> str:
        icon = table.get("icon", "")
        if isinstance(icon, str) and (icon in self._icons or not icon):
            return icon
        near = get_close_matches(str(icon), self._icons, cutoff=0.5) or sorted(self._icons)
        self._wrong(f"{where}.icon", "there is no icon of this name", _one_of(tuple(near)))
        return ""

    def _place(self, name: str, table: Mapping[str, object]) -> Place:
        where = f"places.{name}"
        self._known(where, table, *LANGUAGES, "zone", "next", "queue", "about")
        following = table.get("next")
        if following not in NEXT:
            self._wrong(f"{where}.next", "nothing of this kind follows", _one_of(NEXT))
        if "queue" in table and following != "turn":
            self._wrong(f"{where}.queue", "only a turn has a queue", 'no queue, or next = "turn"')
        about = table.get("about")
        return Place(
            self._word(table, where, "zone"),
            str(following),
            self._word(table, where, "queue") if "queue" in table else "",
            self._texts(where, table, PLACE_LETTERS),
            self._texts(f"{where}.about", about if isinstance(about, dict) else {}, ABOUT_LETTERS),
        )

    def _texts(self, where: str, table: Mapping[str, object], most: int) -> Texts:
        texts = {}
        for language in LANGUAGES:
            text = table.get(language)
            if not isinstance(text, str) or not text.strip():
                self._wrong(f"{where}.{language}", "the text is missing", f'{language} = "…"')
            elif len(text) > most:
                long = f"its {len(text)} letters have no room on the screen"
                self._wrong(f"{where}.{language}", long, f"{most} letters at most")
            else:
                texts[language] = text
        return texts

    def _tables(self, table: Mapping[str, object], name: str) -> Iterator[tuple[str, Mapping[str, object]]]:
        found = table.get(name)
        if not isinstance(found, dict) or not found:
            self._wrong(name, "there is none", f"at least one table [{name}.NAME]")
            return
        for key, inner in found.items():
            if WORD.fullmatch(key) and isinstance(inner, dict):
                yield key, inner
            else:
                self._wrong(f"{name}.{key}", "this is no name of a table", "a to z, 0 to 9 and _")

    def _word(self, table: Mapping[str, object], where: str, name: str) -> str:
        word = table.get(name)
        if isinstance(word, str) and WORD.fullmatch(word):
            return word
        field = f"{where}.{name}" if where else name
        self._wrong(field, "it is missing, or no name", "a word of a to z, 0 to 9 and _")
        return ""

    def _known(self, where: str, table: Mapping[str, object], *names: str) -> None:
        for name in table.keys() - {*names}:
            self._wrong(f"{where}.{name}".lstrip("."), "nothing of this name belongs here", _one_of(names))

    # --- where it leads ---

    def _leads_somewhere(self, welcome: Welcome) -> None:
        for where, answer in _answers(welcome):
            if answer.to and answer.to not in welcome.questions:
                self._wrong(f"{where}.to", "no question has this name", _one_of(welcome.questions))
            if answer.place and answer.place not in welcome.places:
                self._wrong(f"{where}.place", "no place has this name", _one_of(welcome.places))

    def _is_a_tree(self, welcome: Welcome) -> None:
        """From the start every question is come to, none twice on one way, and no way is too long."""
        asked: set[str] = set()
        ways: list[tuple[str, ...]] = [(welcome.start,)]
        while ways:
            way = ways.pop()
            asked.add(way[-1])
            for number, answer in enumerate(welcome.questions[way[-1]].answers, 1):
                where = f"questions.{way[-1]}.answers.{number}.to"
                if answer.to in way:
                    self._wrong(
                        where, "it leads back to where they came from", "another question, or a place"
                    )
                elif answer.to and len(way) == DEEPEST:
                    self._wrong(where, f"it is question {DEEPEST + 1} in a row", "a place")
                elif answer.to:
                    ways.append((*way, answer.to))
        for name in sorted(welcome.questions.keys() - asked):
            self._wrong(f"questions.{name}", "no answer leads to it", "an answer that does, or none of it")
        reached = {answer.place for _, answer in _answers(welcome)}
        for name in sorted(welcome.places.keys() - reached):
            self._wrong(f"places.{name}", "no answer leads to it", "an answer that does, or none of it")

    def _wrong(self, field: str, why: str, right: str) -> None:
        problem = Problem(field, why, right, self._where)
        if problem not in self.problems:
            self.problems.append(problem)


def _answers(welcome: Welcome) -> Iterator[tuple[str, Answer]]:
    for name, question in welcome.questions.items():
        for number, answer in enumerate(question.answers, 1):
            yield f"questions.{name}.answers.{number}", answer


def _one_of(names: Mapping[str, object] | tuple[str, ...]) -> str:
    return f"one of {', '.join(names)}"
