"""`/clerk/v1`: what the agencies' clerks and the administrator do on the server itself.

Not part of the contract: every real province has its own. The demonstration plays these roles.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse, Response

from counter_app.contract.shapes import DeviceNumber, Uid
from counter_app.domain.acts.decisions import DueMoved, Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.money import ReceiptLinked
from counter_app.domain.acts.steps import Complained
from counter_app.domain.dossiers.status import Status
from counter_app.sandbox.province import devices, inquiries, sessions
from counter_app.sandbox.province.entries.decisions import Decision, decide
from counter_app.sandbox.province.entries.submissions import Submission, submit
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.web.callers import TheClerk, TheProvince, message
from counter_app.sandbox.web.device_routes import answer

TOKEN_HOURS = 12

router = APIRouter(prefix="/clerk/v1")


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_max_length=1000)


class LogIn(_Asked):
    """The administrator's password."""

    password: str = Field(min_length=1, max_length=200)


class CodeWish(_Asked):
    """A one-time code for a counter; `renews`: for a device that is enrolled anew."""

    counter: str = Field(default="1", min_length=1, max_length=10)
    centre: str = Field(default="", max_length=64)
    renews: DeviceNumber | None = None


class Password(_Asked):
    """An officer's new password."""

    password: str = Field(min_length=8, max_length=200)


_log_in = message(LogIn)
_code_wish = message(CodeWish)
_password = message(Password)
_decisions: dict[str, Any] = {
    "work-started": message(WorkStarted),
    "payment-demanded": message(PaymentDemanded),
    "finished": message(Finished),
    "due-moved": message(DueMoved),
    "receipt-linked": message(ReceiptLinked),
    "complained": message(Complained),
}
_submission = message(Submission)


@router.post("/session")
def log_in(request: Request, at: TheProvince) -> Response:
    """Return a bearer token for TOKEN_HOURS."""
    wanted = _log_in(request)
    now = at.now()
    expires_at = now + timedelta(hours=TOKEN_HOURS)
    told = at.tried(sessions.ADMIN, wanted.password)
    with at.writing() as tx:
        sessions.forget_old(tx, now)
        right = sessions.is_right(tx, told, now)
        name = sessions.ADMIN.lstrip("@")
        token = sessions.new_token(tx, sessions.CLERK, name, None, expires_at) if right else ""
    if not token:  # after the commit: the miss was counted
        raise RefusalError("officer-password")
    return JSONResponse({"token": token, "expires_at": expires_at.isoformat()})


@router.post("/enrol-codes")
def make_code(request: Request, at: TheProvince, _: TheClerk) -> Response:
    """Return a one-time code."""
    wanted = _code_wish(request)
    code = at.enrol_code(wanted.counter, centre=wanted.centre, renews=wanted.renews)
    return JSONResponse({"code": code})


@router.put("/officers/{officer}/password")
def set_password(
    officer: Annotated[str, Path(pattern=r"^[^@/\x00][^/\x00]{0,99}$")],
    request: Request,
    at: TheProvince,
    _: TheClerk,
) -> Response:
    """Set an officer's password."""
    at.set_password(officer, _password(request).password)
    return Response(status_code=204)


@router.post("/devices/{number}/revoke")
def revoke(number: DeviceNumber, at: TheProvince, _: TheClerk) -> Response:
    """Revoke a device: nothing more is taken from it."""
    with at.writing() as tx:
        if not devices.set_state(tx, number, devices.REVOKED):
            raise RefusalError("not-found")
    return Response(status_code=204)


@router.get("/devices")
def list_devices(at: TheProvince, _: TheClerk) -> Response:
    """The devices."""
    with at.reading() as tx:
        return JSONResponse({"devices": inquiries.devices(tx)})


@router.get("/dossiers")
def list_dossiers(
    at: TheProvince,
    _: TheClerk,
    status: Annotated[tuple[int, ...], Query()] = (),
    limit: Annotated[int, Query(ge=1, le=10_000)] = 1000,
) -> Response:
    """Dossiers, oldest first; of the given statuses only."""
    try:
        wanted = tuple(Status(each) for each in status)
    except ValueError as error:
        raise RefusalError("schema") from error
    with at.reading() as tx:
        return JSONResponse({"dossiers": inquiries.open_dossiers(tx, wanted, limit)})


@router.post("/submissions")
def take_submission(
    request: Request, at: TheProvince, _: TheClerk, uid: Uid | None = None
) -> Response:
    """Submit a dossier online or by post, as a citizen would; with `uid` repeated, the same one."""
    wanted = _submission(request)
    with at.writing() as tx:
        dossier, code = submit(at.circumstances(tx, None), wanted, uid=uid)
    return JSONResponse({"uid": dossier, "code": code})


@router.post("/dossiers/{dossier}/{decision}")
def take_decision(
    dossier: Uid,
    decision: str,
    request: Request,
    at: TheProvince,
    by: TheClerk,
    uid: Uid | None = None,
) -> Response:
    """Record a decision; with `uid` repeated, it is the same one."""
    if decision not in _decisions:
        raise RefusalError("not-found")
    body: Decision = _decisions[decision](request)
    with at.writing() as tx:
        result = decide(at.circumstances(tx, None), dossier, body, clerk=by, uid=uid)
    return answer(result)


@router.get("/flags")
def list_flags(
    at: TheProvince, _: TheClerk, limit: Annotated[int, Query(ge=1, le=10_000)] = 1000
) -> Response:
    """Accepted entries that a supervisor should look at, newest first."""
    with at.reading() as tx:
        return JSONResponse({"flagged": inquiries.flagged(tx, limit)})


@router.get("/summary")
def get_summary(at: TheProvince, _: TheClerk) -> Response:
    """Counts of everything."""
    with at.reading() as tx:
        return JSONResponse(inquiries.summary(tx))
