"""The operation of the contract by which procedures are looked up."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, Header
from fastapi.responses import JSONResponse, Response

from demo.seu.procedures import Procedures


def add_procedures(app: FastAPI, procedures: Procedures) -> None:
    """`getProcedures` on `app`."""

    @app.get("/v1/procedures")
    def get_procedures(if_none_match: Annotated[str, Header()] = "") -> Response:
        told = procedures.catalogue()
        tag = f'"{told["revision"]}"'
        if _known(if_none_match, tag):
            return Response(status_code=304, headers={"ETag": tag})
        return JSONResponse(told, headers={"ETag": tag})


def _known(if_none_match: str, tag: str) -> bool:
    """RFC 9110, 13.1.2: by weak comparison."""
    tags = {given.strip().removeprefix("W/") for given in if_none_match.split(",")}
    return tag in tags or "*" in tags
