"""What a host that does not listen will hear later."""

from __future__ import annotations

from demo.printer.interpreter import Reply
from demo.printer.outbox import Outbox

ALL = 1000


def test_answers_leave_in_their_order() -> None:
    outbox = Outbox()
    outbox.add(b"one", Reply.ANSWER)
    outbox.add(b"two", Reply.ANSWER)
    assert outbox.peek(4) == b"onet"
    outbox.sent(4)
    assert outbox.peek(ALL) == b"wo"


def test_of_the_process_ids_that_wait_only_the_latest_is_kept() -> None:
    outbox = Outbox()
    for name in (b"first", b"second"):
        outbox.add(name, Reply.PROCESS_ID)
    outbox.add(b"!", Reply.ANSWER)
    outbox.add(b"third", Reply.PROCESS_ID)
    assert outbox.peek(ALL) == b"!third"


def test_a_process_id_whose_first_byte_is_gone_is_told_to_its_end() -> None:
    outbox = Outbox()
    outbox.add(b"first", Reply.PROCESS_ID)
    outbox.sent(2)
    outbox.add(b"second", Reply.PROCESS_ID)
    assert outbox.peek(ALL) == b"rstsecond"


def test_an_automatic_status_comes_between_the_bytes_of_an_answer_but_not_of_another_status() -> None:
    outbox = Outbox()
    outbox.add(b"answer", Reply.ANSWER)
    outbox.sent(2)
    outbox.add(b"1234", Reply.AUTOMATIC)
    outbox.sent(1)
    outbox.add(b"5678", Reply.AUTOMATIC)
    assert outbox.peek(ALL).startswith(b"234")
    assert sorted(outbox.peek(ALL)) == sorted(b"234swer5678")
    assert b"5678" in outbox.peek(ALL)


def test_a_host_that_never_listens_fills_no_memory() -> None:
    outbox = Outbox()
    for _ in range(10_000):
        outbox.add(b"\x12", Reply.ANSWER)
    assert len(outbox.peek(100_000)) == 99
