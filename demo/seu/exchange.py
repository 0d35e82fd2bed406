"""One HTTP request and its answer as whole values, with the bridge to and from ASGI."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass

Headers = tuple[tuple[str, str], ...]
Scope = MutableMapping[str, object]
Message = MutableMapping[str, object]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """`target` is the path with its query, as it was sent."""

    method: str
    target: str
    headers: Headers
    body: bytes

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    status: int
    headers: Headers
    body: bytes


async def read(scope: Scope, receive: Receive) -> Request:
    """The whole request."""
    body = bytearray()
    more = True
    while more:
        message = await receive()
        body += _bytes(message.get("body", b""))
        more = bool(message.get("more_body", False))
    query = _bytes(scope["query_string"]).decode("latin-1")
    path = _bytes(scope["raw_path"]).decode("latin-1")
    return Request(
        str(scope["method"]), f"{path}?{query}" if query else path, _decoded(scope["headers"]), bytes(body)
    )


async def call(app: Asgi, scope: Scope, request: Request) -> Answer:
    """The answer of `app`; raises what `app` raises."""
    status = 500
    headers: Headers = ()
    body = bytearray()

    async def receive() -> Message:
        return {"type": "http.request", "body": request.body, "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status, headers
        if message["type"] == "http.response.start":
            status = int(str(message["status"]))
            headers = _decoded(message["headers"])
        else:
            body.extend(_bytes(message.get("body", b"")))

    await app(scope, receive, send)
    return Answer(status, headers, bytes(body))


async def write(answer: Answer, send: Send) -> None:
    headers = [(key.encode("latin-1"), value.encode("latin-1")) for key, value in answer.headers]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})


def _bytes(value: object) -> bytes:
    assert isinstance(value, bytes)
    return value


def _decoded(headers: object) -> Headers:
    assert isinstance(headers, list | tuple)
    return tuple((key.decode("latin-1").lower(), value.decode("latin-1")) for key, value in headers)
