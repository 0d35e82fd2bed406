"""Does a seu keep the contract where procedures are looked up?"""

from __future__ import annotations

from dataclasses import replace

from kiosk.seu.examiner import CANARY, Examiner
from kiosk.seu.procedures_calls import MOST, PATH, PROCEDURES


async def check_procedures(examiner: Examiner) -> None:
    """The catalogue, whole; once more, when nothing has changed; and with a tag that is nobody's."""
    examiner = replace(examiner, most=MOST)
    first = await examiner.call("getProcedures", "GET", PATH)
    answer = examiner.good(first, 200, PROCEDURES)
    if first is None or answer is None:
        return
    if first.tag != f'"{answer.revision}"':
        examiner.found("getProcedures", "the ETag is not the revision between double quotes")
    again = await examiner.call("getProcedures again", "GET", PATH, If_None_Match=first.tag)
    examiner.done(again, 304)
    other = await examiner.call("getProcedures with another tag", "GET", PATH, If_None_Match=f'"{CANARY}"')
    examiner.good(other, 200, PROCEDURES)
    groups = {group.id for group in answer.groups}
    offices = {office.id for office in answer.offices}
    if any(procedure.group not in groups for procedure in answer.procedures):
        examiner.found("getProcedures", "a procedure is of a group that is not there")
    if any(not offices.issuperset(procedure.offices) for procedure in answer.procedures):
        examiner.found("getProcedures", "a procedure is done at an office that is not there")
    if len({procedure.id for procedure in answer.procedures}) < len(answer.procedures):
        examiner.found("getProcedures", "two procedures have the same id")
