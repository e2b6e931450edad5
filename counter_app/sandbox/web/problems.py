"""Every error as RFC 9457: `application/problem+json`, a stable type, pointers to the fields."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route

from counter_app.contract.bodies import pointer
from counter_app.contract.problem import MEDIA_TYPE, FieldError
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records.turns import BusyError
from counter_app.sandbox.web.crowding import come_back

_MOST_ERRORS = 20
_KINDS = {404: "not-found", 405: "method", 413: "too-large", 415: "media-type"}


def problem_response(refusal: RefusalError) -> Response:
    """Return the answer that says why."""
    headers = {} if refusal.retry_after is None else {"Retry-After": str(refusal.retry_after)}
    return Response(
        refusal.problem.model_dump_json(exclude_none=True),
        status_code=refusal.problem.status,
        media_type=MEDIA_TYPE,
        headers=headers,
    )


def schema_refusal(error: ValidationError | RequestValidationError) -> RefusalError:
    """Return the problem `schema` (400) with the fields that don't fit."""
    found = error.errors()[:_MOST_ERRORS]
    if any(each["type"] == "json_invalid" for each in found):
        return RefusalError("not-json")
    return RefusalError(
        "schema",
        *(FieldError(pointer=pointer(each["loc"]), code=each["type"][:100]) for each in found),
    )


def add_problem_handlers(app: FastAPI, routers: Iterable[APIRouter]) -> None:
    """Make every refusal, wrong request and unknown address of `app` a problem.

    `routers`: all that `app` answers by.
    """
    routes = [route for router in routers for route in router.routes]

    async def refused(_: Request, error: Exception) -> Response:
        assert isinstance(error, RefusalError)
        return problem_response(error)

    async def wrong(_: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return problem_response(schema_refusal(error))

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        kind = _KINDS.get(error.status_code, "schema")
        response = problem_response(RefusalError(kind))
        for name, value in (error.headers or {}).items():
            response.headers[name] = value
        if error.status_code == 405:
            response.headers["Allow"] = _allowed(request, routes)
        return response

    async def busy(_: Request, error: Exception) -> Response:
        if isinstance(error, OperationalError) and "locked" not in str(error):
            raise error
        return problem_response(come_back())

    app.add_exception_handler(RefusalError, refused)
    app.add_exception_handler(RequestValidationError, wrong)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(OperationalError, busy)
    app.add_exception_handler(BusyError, busy)


def _allowed(request: Request, routes: Iterable[BaseRoute]) -> str:
    """Return all methods of the address; the framework names those of its first route only."""
    methods: set[str] = set()
    for route in routes:
        if isinstance(route, Route) and route.matches(request.scope)[0] is not Match.NONE:
            methods |= route.methods or set()
    return ", ".join(sorted(methods))
