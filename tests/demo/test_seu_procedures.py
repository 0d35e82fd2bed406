"""The demo town hall's procedures: whole, in three languages, and not sent twice for nothing."""

from __future__ import annotations

import pytest

from tests.contract.town import Town

PATH = "/v1/procedures"


def test_there_are_some_forty_and_each_can_be_found_and_done_somewhere(town: Town) -> None:
    told = town.get(PATH).json()
    groups, offices = ({one["id"] for one in told[name]} for name in ("groups", "offices"))
    procedures = told["procedures"]
    assert len({one["id"] for one in procedures}) == len(procedures) >= 40
    assert groups == {one["group"] for one in procedures}
    for one in procedures:
        assert offices.issuperset(one["offices"])
        done = one["channels"]["desk"] or one["channels"]["home"]
        assert bool(done) is not one["withdrawn"], one["id"]
        assert one["needs"] or one["withdrawn"], one["id"]


@pytest.mark.parametrize("written", ["{}", "W/{}", '"other", {}', "*"])
def test_what_the_kiosk_has_is_not_sent_again(town: Town, written: str) -> None:
    first = town.get(PATH)
    assert first.headers["ETag"] == f'"{first.json()["revision"]}"'
    again = town.http.get(PATH, headers={"If-None-Match": written.format(first.headers["ETag"])})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_what_the_operator_takes_away_is_another_revision(town: Town) -> None:
    first = town.get(PATH)
    town.control.post("/procedures", json={"gone": ["gual"], "withdrawn": ["mercat"]})
    then = town.http.get(PATH, headers={"If-None-Match": first.headers["ETag"]})
    assert then.status_code == 200
    told = {one["id"]: one["withdrawn"] for one in then.json()["procedures"]}
    assert "gual" not in told
    assert told["mercat"] is True
    town.control.post("/reset")
    assert town.get(PATH).headers["ETag"] == first.headers["ETag"]
