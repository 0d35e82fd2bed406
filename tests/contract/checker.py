"""Holds recorded traffic against the contract, request and answer, in both directions strictly.

A record is what `GET /traffic` of the demo town hall gives: `method`, `path` (with its query), `headers`,
`body` (base64), `status`, `response_headers`, `response_body` (base64), and `mode`, the network's dial.
"""

from __future__ import annotations

import base64
import copy
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from urllib.parse import parse_qsl

from openapi_core import Config, OpenAPI
from openapi_core.testing import MockRequest, MockResponse

from tests.contract.spec import contract

_HOST = "https://seu.exemple.cat"
_BODILESS = (204, 304)


def validate_traffic(records: Iterable[Mapping[str, object]]) -> list[str]:
    """What breaks the contract, one sentence each, without bodies; empty where all of it is kept.

    Of an answer that the network's dial spoilt (`garbage`) only the request is held against the contract.
    """
    return [fault for record in records for fault in _faults(record)]


def _faults(record: Mapping[str, object]) -> Iterator[str]:
    method, target = str(record["method"]), str(record["path"])
    call = f"{method} {target}"
    path, _, query = target.partition("?")
    request_headers = _headers(record["headers"])
    request = MockRequest(
        _HOST,
        method,
        path,
        args=dict(parse_qsl(query)),
        headers=request_headers,
        data=base64.b64decode(str(record["body"])),
        content_type=request_headers.get("content-type", ""),
    )
    headers = _headers(record["response_headers"])
    status = int(str(record["status"]))
    body = base64.b64decode(str(record["response_body"]))
    # A request that the seu refused as such was wrong, and said so: the answer is what counts then.
    if status < 400:
        for error in _openapi().iter_request_errors(request):
            yield f"{call}: request: {_said(error)}"
    if record.get("mode") == "garbage":
        return
    response = MockResponse(body, status, headers, headers.get("content-type", ""))
    if status in _BODILESS:
        if body:
            yield f"{call}: answer {status}: has a body"
        if "seu-contract" not in headers:
            yield f"{call}: answer {status}: Missing header Seu-Contract"
        return
    for error in _openapi().iter_response_errors(request, response):
        yield f"{call}: answer {status}: {_said(error)}"


@cache
def _openapi() -> OpenAPI:
    spec = copy.deepcopy(contract())
    _leave_out_mutual_tls(spec)
    _close(spec["components"]["schemas"])
    config = Config(extra_media_type_deserializers={"application/problem+json": json.loads})
    return OpenAPI.from_dict(spec, config=config)


def _leave_out_mutual_tls(spec: dict) -> None:
    """openapi-core knows no `mutualTLS`; the demo's kiosk shows a token."""
    operations = (o for item in spec["paths"].values() for o in item.values() if isinstance(o, dict))
    for described in (spec, *operations):
        if "security" in described:
            described["security"] = [way for way in described["security"] if "kioskCertificate" not in way]
    del spec["components"]["securitySchemes"]["kioskCertificate"]


def _close(schemas: dict) -> None:
    """A kiosk ignores what it does not know; a seu that sends it has left the contract all the same."""
    for schema in schemas.values():
        members = schema.get("properties", {})
        if members:
            schema.setdefault("additionalProperties", False)
        _close(members)
        _close({"": schema["items"]} if "items" in schema else {})
        _close(dict(enumerate(schema.get("oneOf", ()))))


def _headers(pairs: object) -> dict[str, str]:
    assert isinstance(pairs, list)
    return {str(key).lower(): str(value) for key, value in pairs}


def _said(error: BaseException) -> str:
    """The rule that was broken and where, without the values."""
    causes = [error]
    while causes[-1].__cause__ is not None:
        causes.append(causes[-1].__cause__)
    rules = [
        f"{found.validator} at /{'/'.join(map(str, found.absolute_path))}"
        for cause in causes
        for found in getattr(cause, "schema_errors", ())
    ]
    # Their messages repeat what was sent; their names, and the name of a header or parameter, do not.
    return ", ".join(rules) or " < ".join(
        f"{type(cause).__name__} {getattr(cause, 'name', '')}".strip() for cause in causes
    )
