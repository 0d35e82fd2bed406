"""The questions of the welcome zone are checked whole: each fault by its place, and how to mend it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from config.problem import Problem
from config.welcome import DEEPEST, DEFAULT, LANGUAGES, Welcome, read_welcome, unknown_queues
from config.welcome_pictures import diagram, picture
from screens.icons import icons

SVG = "{http://www.w3.org/2000/svg}"
TEXT = DEFAULT.read_text(encoding="utf-8")


def faults(tmp_path: Path, text: str) -> dict[str, Problem]:
    file = tmp_path / "welcome.toml"
    file.write_text(text, encoding="utf-8")
    answer = read_welcome(file, icons())
    if isinstance(answer, Welcome):
        return {}
    assert all(problem.where == str(file) and problem.right for problem in answer)
    return {problem.field: problem for problem in answer}


def test_what_comes_with_the_kiosk_is_good_in_every_language() -> None:
    tree = read_welcome(None, icons())
    assert isinstance(tree, Welcome)
    assert {place.zone for place in tree.places.values()} == {"blue", "pink", "orange"}
    for question in tree.questions.values():
        assert set(question.text) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("change", "field", "why"),
    [
        (('to = "before"', 'to = "nowhere"'), "questions.reason.answers.2.to", "no question has this name"),
        (('place = "desk"', 'place = "roof"'), "questions.reason.answers.3.place", "no place has this name"),
        (('place = "desk"', ""), "questions.reason.answers.3", "it leads nowhere, or twice"),
        (
            ('to = "before"', 'to = "before"\nplace = "desk"'),
            "questions.reason.answers.2",
            "it leads nowhere, or twice",
        ),
        (
            ('ca = "Una altra cosa"', 'ca = "tinc  CITA"'),
            "questions.reason.answers.3.ca",
            "answer 1 has the same words",
        ),
        (
            ('ca = "Tinc cita"', f'ca = "{"i" * 46}"'),
            "questions.reason.answers.1.ca",
            "its 46 letters have no room on the screen",
        ),
        (
            ('ca = "Zona blava"', f'ca = "{"i" * 31}"'),
            "places.self_service.ca",
            "its 31 letters have no room on the screen",
        ),
        (('es = "Tengo cita"\n', ""), "questions.reason.answers.1.es", "the text is missing"),
        (('en = "Yes"', 'en = "  "'), "questions.before.answers.1.en", "the text is missing"),
        (
            ('about.en = "Take a turn and', 'about.fr = "Take a turn and'),
            "places.desk.about.en",
            "the text is missing",
        ),
        (('start = "reason"', 'start = "begin"'), "start", "no question has this name"),
        (('start = "reason"', ""), "start", "it is missing, or no name"),
        (('next = "start"', 'next = "dance"'), "places.self_service.next", "nothing of this kind follows"),
        (('queue = "general"', 'queue = "General!"'), "places.desk.queue", "it is missing, or no name"),
        (
            ('next = "arrival"', 'next = "arrival"\nqueue = "general"'),
            "places.appointment.queue",
            "only a turn has a queue",
        ),
        (
            ('icon = "calendar-check"', 'icon = "calendar-tick"'),
            "questions.reason.answers.1.icon",
            "there is no icon of this name",
        ),
        (
            ('icon = "question"', "icon = 7"),
            "questions.reason.answers.3.icon",
            "there is no icon of this name",
        ),
        (('zone = "pink"', 'colour = "pink"'), "places.assisted.colour", "nothing of this name belongs here"),
        (
            ('to = "beside"', 'to = "reason"'),
            "questions.before.answers.2.to",
            "it leads back to where they came from",
        ),
        (
            ('to = "beside"', 'to = "before"'),
            "questions.before.answers.2.to",
            "it leads back to where they came from",
        ),
        (('to = "beside"', 'place = "assisted"'), "questions.beside", "no answer leads to it"),
        (('place = "desk"', 'place = "assisted"'), "places.desk", "no answer leads to it"),
    ],
)
def test_each_fault_is_told_by_its_place(
    tmp_path: Path, change: tuple[str, str], field: str, why: str
) -> None:
    assert TEXT.count(change[0]) >= 1
    found = faults(tmp_path, TEXT.replace(*change, 1))
    assert found[field].why == why


def test_a_question_too_many_in_a_row_is_told(tmp_path: Path) -> None:
    fourth = TEXT.replace('place = "assisted"', 'to = "really"', 1)
    really = TEXT[TEXT.index("[questions.beside]") : TEXT.index("# A place says")]
    found = faults(tmp_path, fourth + "\n" + really.replace("beside", "really"))
    assert found["questions.beside.answers.1.to"].why == f"it is question {DEEPEST + 1} in a row"


@pytest.mark.parametrize("answers", [1, 6])
def test_a_question_with_too_few_or_too_many_answers_is_told(tmp_path: Path, answers: int) -> None:
    one = '[[questions.beside.answers]]\nca = "a"\nes = "a"\nen = "a"\nplace = "assisted"\n'
    start, end = TEXT.index("[[questions.beside.answers]]"), TEXT.index("# A place says")
    found = faults(tmp_path, TEXT[:start] + one * answers + TEXT[end:])
    assert found["questions.beside.answers"].why == f"there are {answers} of them"


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    found = faults(tmp_path, TEXT.replace('en = "Yes"', "").replace('to = "before"', 'to = "x"'))
    assert {"questions.before.answers.1.en", "questions.reason.answers.2.to"} <= set(found)


@pytest.mark.parametrize("text", ["", "start = 3", "questions = 1\nplaces = []", "start = [", "x"])
def test_what_is_no_such_file_is_refused_and_never_breaks(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, text)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    answer = read_welcome(tmp_path / "missing.toml", icons())
    assert isinstance(answer, tuple)
    assert answer[0].why == "this file does not exist"


def test_the_picture_has_every_question_place_and_answer() -> None:
    tree = read_welcome(None, icons())
    assert isinstance(tree, Welcome)
    drawn = diagram(tree, "en")
    assert drawn.startswith("flowchart TD")
    answers = [answer for question in tree.questions.values() for answer in question.answers]
    assert drawn.count("-->") == len(answers)
    for name in tree.questions:
        assert f"q_{name}{{" in drawn
    for name in tree.places:
        assert f"p_{name}([" in drawn


def test_what_a_town_hall_writes_stays_words_in_the_picture(tmp_path: Path) -> None:
    file = tmp_path / "welcome.toml"
    file.write_text(TEXT.replace('ca = "Tinc cita"', r'ca = "\"C#1\" <b>"'), encoding="utf-8")
    tree = read_welcome(file, icons())
    assert isinstance(tree, Welcome)
    assert '|"#quot;C#35;1#quot; #lt;b#gt;"|' in diagram(tree)


def test_an_icon_that_is_none_is_told_with_those_that_are_like_it(tmp_path: Path) -> None:
    (near,) = faults(tmp_path, TEXT.replace('"calendar-check"', '"calendar-tick"')).values()
    assert near.right.startswith("one of calendar-")
    assert near.right.count(",") <= 2
    (far,) = faults(tmp_path, TEXT.replace('"calendar-check"', '"zzz"')).values()
    assert all(name in far.right for name in icons())


def test_an_answer_may_have_no_icon(tmp_path: Path) -> None:
    assert faults(tmp_path, TEXT.replace('icon = "calendar-check"\n', "")) == {}


def test_a_queue_that_the_seu_does_not_have_is_told_by_its_place(tmp_path: Path) -> None:
    tree = read_welcome(None, icons())
    assert isinstance(tree, Welcome)
    assert unknown_queues(tree, ("general", "assisted", "taxes"), None) == ()
    (wrong,) = unknown_queues(tree, ("general", "taxes"), tmp_path / "ours.toml")
    assert (wrong.field, wrong.right) == ("places.assisted.queue", "one of general, taxes")
    assert wrong.where == str(tmp_path / "ours.toml")
    assert [problem.field for problem in unknown_queues(tree, (), None)] == [
        "places.assisted.queue",
        "places.desk.queue",
    ]


def test_the_drawn_tree_has_every_answer_and_no_box_lies_over_another() -> None:
    tree = read_welcome(None, icons())
    assert isinstance(tree, Welcome)
    drawn = ElementTree.fromstring(picture(tree, "en"))
    words = " ".join(text.text or "" for text in drawn.iter(f"{SVG}text"))
    for question in tree.questions.values():
        for answer in question.answers:
            assert answer.text["en"] in words
    boxes = [
        tuple(float(box.get(side, "")) for side in ("x", "y", "width", "height"))
        for box in list(drawn.iter(f"{SVG}rect"))[1:]
    ]
    assert len(boxes) == 3 + 5
    for (x, y, wide, high), (x2, y2, *_) in combinations(boxes, 2):
        assert abs(x - x2) >= wide or abs(y - y2) >= high
    assert all(x + wide <= float(drawn.get("width", "")) for x, _, wide, _ in boxes)


def test_what_a_town_hall_writes_stays_words_in_the_drawn_tree(tmp_path: Path) -> None:
    file = tmp_path / "welcome.toml"
    file.write_text(TEXT.replace('ca = "Tinc cita"', 'ca = "<b> & co"'), encoding="utf-8")
    tree = read_welcome(file, icons())
    assert isinstance(tree, Welcome)
    texts = [text.text for text in ElementTree.fromstring(picture(tree)).iter(f"{SVG}text")]
    assert "<b> & co" in texts
