"""The contract as data: the document itself, and each of its examples with the schema that it is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

CONTRACT = Path(__file__).parents[2] / "docs" / "seu-api.yaml"
_URI = "urn:contract"


@cache
def contract() -> dict:
    return yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Example:
    """One named example; `pointer` is where its schema stands in the contract."""

    operation: str
    name: str
    good: bool
    pointer: str
    value: object

    def __str__(self) -> str:
        return f"{self.operation}-{self.name}"

    @property
    def keeps_the_contract(self) -> bool:
        registry = Registry().with_resource(_URI, Resource(contract(), DRAFT202012))
        validator = Draft202012Validator(
            {"$ref": f"{_URI}#{self.pointer}"},
            registry=registry,
            format_checker=Draft202012Validator.FORMAT_CHECKER,
        )
        return validator.is_valid(self.value)


def operations() -> Iterator[tuple[str, str, str, dict]]:
    """Path, method, pointer and description of each operation."""
    for path, item in contract()["paths"].items():
        for method, operation in item.items():
            if method != "parameters":
                yield path, method, f"/paths/{_escaped(path)}/{method}", operation


def examples() -> Iterator[Example]:
    for *_, pointer, operation in operations():
        bodies = [(f"{pointer}/requestBody", operation.get("requestBody", {}))]
        bodies += [
            (f"{pointer}/responses/{status}", answer) for status, answer in operation["responses"].items()
        ]
        for where, body in bodies:
            yield from _of_body(operation["operationId"], *_resolved(where, body))


def _of_body(operation: str, pointer: str, body: dict) -> Iterator[Example]:
    for media_type, media in body.get("content", {}).items():
        schema = f"{pointer}/content/{_escaped(media_type)}/schema"
        for key, good in (("examples", True), ("x-bad-examples", False)):
            for name, example in media.get(key, {}).items():
                _, example = _resolved("", example)
                yield Example(operation, name, good, schema, example["value"])


def _resolved(pointer: str, node: dict) -> tuple[str, dict]:
    """The node that a `$ref` leads to, with its place."""
    if "$ref" not in node:
        return pointer, node
    place = node["$ref"].removeprefix("#")
    target = contract()
    for part in place.split("/")[1:]:
        target = target[part]
    return place, target


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
