"""The contract is valid OpenAPI, and its examples are what they say."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.contract.spec import Example, contract, examples, operations

ALL = list(examples())


def test_it_is_valid_openapi_3_1() -> None:
    assert [error.message for error in OpenAPIV31SpecValidator(contract()).iter_errors()] == []


@pytest.mark.parametrize("example", [e for e in ALL if e.good], ids=str)
def test_a_good_example_keeps_the_contract(example: Example) -> None:
    assert example.keeps_the_contract


@pytest.mark.parametrize("example", [e for e in ALL if not e.good], ids=str)
def test_a_bad_example_breaks_the_contract(example: Example) -> None:
    assert not example.keeps_the_contract


def test_every_operation_has_an_id_a_summary_and_three_examples_with_bad_ones_among_them() -> None:
    ids = [operation["operationId"] for *_, operation in operations()]
    count = Counter(example.operation for example in ALL)
    bad = Counter(example.operation for example in ALL if not example.good)
    assert len(ids) == len(set(ids)) == 37
    assert all(operation["summary"] for *_, operation in operations())
    assert [i for i in ids if count[i] < 3] == []
    assert [i for i in ids if bad[i] == 0] == []


def test_every_answer_carries_the_version_of_the_contract() -> None:
    for path, method, _, operation in operations():
        for status, answer in operation["responses"].items():
            if "$ref" in answer:
                answer = contract()["components"]["responses"][answer["$ref"].rpartition("/")[2]]
            assert "Seu-Contract" in answer["headers"], (path, method, status)


def test_every_post_needs_a_key_and_every_body_received_is_closed() -> None:
    for path, method, _, operation in operations():
        names = [p["$ref"].rpartition("/")[2] for p in operation.get("parameters", ()) if "$ref" in p]
        assert ("IdempotencyKey" in names) == (method == "post"), path
        if "requestBody" in operation:
            (media,) = operation["requestBody"]["content"].values()
            schema = contract()["components"]["schemas"][media["schema"]["$ref"].rpartition("/")[2]]
            assert schema["additionalProperties"] is False, path


def test_paths_and_queries_hold_opaque_ids_words_of_the_catalogue_days_and_numbers_only() -> None:
    parameters = contract()["components"]["parameters"]
    for path, item in contract()["paths"].items():
        names = re.findall(r"\{(\w+)\}", path)
        ids = {
            "challenge",
            "code",
            "issue",
            "paper",
            "call",
            "kiosk",
            "turn",
            "handover",
            "hold",
            "appointment",
            "lookup",
        }
        assert set(names) <= ids | {"procedure", "office", "day"}
        for operation in item.values():
            for parameter in operation if isinstance(operation, list) else operation.get("parameters", ()):
                parameter = parameters.get(parameter.get("$ref", "").rpartition("/")[2], parameter)
                if parameter["in"] == "query":
                    assert parameter["name"] == "copy"


def test_every_problem_of_the_examples_stands_in_the_table() -> None:
    told = set(re.findall(r"`([a-z-]+)`", contract()["info"]["description"]))
    shown = {
        str(e.value["type"]).rpartition(":")[2]
        for e in ALL
        if isinstance(e.value, dict) and "type" in e.value
    }
    assert shown
    assert shown <= told
