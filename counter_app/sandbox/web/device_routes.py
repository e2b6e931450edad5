"""`/v1`: what counters call (SYNC §2)."""

from __future__ import annotations

import asyncio
import re
import time
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BeforeValidator
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from counter_app.contract.devices import (
    EnrolAnswer,
    EnrolRequest,
    HeartbeatAnswer,
    HeartbeatRequest,
    RecoverAnswer,
    RecoverRequest,
    SessionAnswer,
    SessionRequest,
)
from counter_app.contract.entries import BatchAnswer, EntryBatch, EntryState
from counter_app.contract.feed import ChangesAnswer, DigestAnswer, DossierAnswer, Manifest
from counter_app.contract.numbers import BlockAnswer, BlockRequest
from counter_app.contract.parcels.messages import ParcelAnswer, ParcelRequest
from counter_app.contract.shapes import Message, Uid
from counter_app.domain.journal.canonical import sha256
from counter_app.sandbox.province import (
    devices,
    inquiries,
    lists,
    numbers,
    parcels,
    presence,
    sessions,
    wishes,
)
from counter_app.sandbox.province.entries import changes
from counter_app.sandbox.province.province import Province, active_device
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records import once_codes
from counter_app.sandbox.web.callers import Caller, TheCaller, TheProvince, message, spoken
from counter_app.sandbox.web.crowding import one_of_few

LONGEST_WAIT = 25
"""Seconds that `GET /v1/changes` may wait for news."""

_LOOK = 0.2  # seconds between two looks while waiting

router = APIRouter(prefix="/v1")


def _iso_day(text: object) -> object:
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError("not a day")
    return text


Day = Annotated[date, BeforeValidator(_iso_day)]
"""A day as ISO 8601 writes it; never a Unix time."""

_enrol_message = message(EnrolRequest)
_session_message = message(SessionRequest)
_batch_message = message(EntryBatch)
_block_message = message(BlockRequest)
_heartbeat_message = message(HeartbeatRequest)
_recover_message = message(RecoverRequest)
_parcel_message = message(ParcelRequest)


def answer(value: Message, status: int = 200) -> Response:
    """Return a message of the contract as JSON."""
    text = value.model_dump_json(by_alias=True)
    return Response(text, status_code=status, media_type="application/json")


@router.get("/ping")
def ping() -> Response:
    """Alive: 204, and the server's time in the header. Unsigned, for clocks that are far off."""
    return Response(status_code=204)


@router.post("/devices", dependencies=[Depends(spoken)])
def enrol(request: Request, at: TheProvince) -> Response:
    """Enrol with a one-time code."""
    wanted = _enrol_message(request)
    settings = at.settings
    with at.writing() as tx:
        enrolled: EnrolAnswer = devices.enrol(
            tx,
            wanted,
            at.keys,
            now=at.now(),
            practice=settings.practice,
            width=settings.number_width,
        )
    return answer(enrolled)


@router.post("/sessions")
def log_in(request: Request, at: TheProvince, by: TheCaller) -> Response:
    """Log an officer in, by password or by refresh token."""
    wanted = _session_message(request)
    now = at.now()
    told = None
    chosen = wanted.new_password
    if chosen and (len(chosen) < sessions.SHORTEST or wanted.refresh_token):
        raise RefusalError("officer-new-password")
    verifier = sessions.new_verifier(chosen) if chosen else ""
    if not wanted.refresh_token and not wanted.officer.startswith("@"):
        with at.reading() as tx:
            active_device(tx, by.device, by.epoch)
        told = at.tried(wanted.officer, wanted.password)
    with at.writing() as tx:
        device = active_device(tx, by.device, by.epoch)
        sessions.forget_old(tx, now)
        is_code = told is not None and once_codes.is_good(
            tx, wanted.officer, wanted.password, device["centre"], now
        )
        if is_code and not chosen:
            raise RefusalError("officer-new-password")
        if wanted.refresh_token:
            right = (
                sessions.owner(tx, sessions.REFRESH, wanted.refresh_token, by.device, now)
                == wanted.officer
            )
        else:
            right = is_code or (told is not None and sessions.is_right(tx, told, now))
            if right and chosen:
                sessions.set_password(tx, wanted.officer, verifier)
                once_codes.spend(tx, wanted.officer)
        session = _session(at, tx, wanted, by) if right else None
    if session is None:  # after the commit: the miss was counted
        raise RefusalError("officer-password")
    return answer(session)


def _session(at: Province, tx: Connection, wanted: SessionRequest, by: Caller) -> SessionAnswer:
    now, settings = at.now(), at.settings
    officers = lists.lists(tx).officers
    officer = officers.with_id(wanted.officer) if officers else None
    expires_at = now + timedelta(minutes=settings.access_minutes)
    access = sessions.new_token(tx, sessions.ACCESS, wanted.officer, by.device, expires_at)
    refresh = wanted.refresh_token or sessions.new_token(
        tx,
        sessions.REFRESH,
        wanted.officer,
        by.device,
        now + timedelta(days=settings.refresh_days),
    )
    return SessionAnswer(
        officer=wanted.officer,
        name=officer.name if officer else wanted.officer,
        roles=tuple(role.value for role in officer.roles) if officer else (),
        access_token=access,
        refresh_token=refresh,
        expires_at=expires_at,
        offline_days=settings.refresh_days,
    )


@router.post("/entries", dependencies=[Depends(one_of_few)])
def take_entries(request: Request, at: TheProvince, by: TheCaller) -> Response:
    """Take a batch of entries."""
    batch = _batch_message(request)
    if (batch.device, batch.epoch) != (by.device, by.epoch):
        raise RefusalError("device-signature")
    taken: BatchAnswer = at.take(by.device, by.epoch, batch)
    return answer(taken)


@router.get("/entries/{uid}")
def entry_state(uid: Uid, at: TheProvince, by: TheCaller) -> Response:
    """What became of an entry."""
    with at.reading() as tx:
        device = active_device(tx, by.device, by.epoch)
        state: EntryState = inquiries.entry_state(tx, uid, device)
    return answer(state)


@router.get("/changes")
async def get_changes(
    at: TheProvince,
    by: TheCaller,
    stream: Annotated[str, Query(max_length=40)] = changes.STREAM,
    cursor: Annotated[str, Query(max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    wait: Annotated[int, Query(ge=0, le=LONGEST_WAIT)] = 0,
) -> Response:
    """The feed; with `wait` the answer comes when there is news, or after so many seconds."""
    if stream != changes.STREAM:
        raise RefusalError("stream-unknown")
    until = time.monotonic() + wait
    while True:
        page = await run_in_threadpool(_changes, at, by, cursor, limit)
        if page.changes or time.monotonic() >= until:
            return answer(page)
        await asyncio.sleep(_LOOK)


def _changes(at: Province, by: Caller, cursor: str, limit: int) -> ChangesAnswer:
    with at.reading() as tx:
        centre = active_device(tx, by.device, by.epoch)["centre"]
        found, after, more = changes.page(tx, centre, cursor, limit, at.keys.cursor)
    return ChangesAnswer(changes=found, cursor=after, more=more, server_time=at.now())


@router.get("/catalogues")
def get_manifest(request: Request, at: TheProvince, by: TheCaller) -> Response:
    """The current lists; 304 when nothing changed since the ETag."""
    with at.reading() as tx:
        active_device(tx, by.device, by.epoch)
        manifest: Manifest = lists.manifest(tx)
    response = answer(manifest)
    tag = f'"{sha256(bytes(response.body))}"'
    asked = request.headers.get("If-None-Match", "")
    if tag in [each.strip().removeprefix("W/") for each in asked.split(",")]:
        return Response(status_code=304, headers={"ETag": tag})
    response.headers["ETag"] = tag
    return response


@router.get("/catalogues/{name}/{version}")
def get_catalogue(
    name: Annotated[str, Path(pattern=r"^[a-z][a-z0-9-]{0,39}$")],
    version: Annotated[str, Path(pattern=r"^[0-9A-Za-z.-]{1,60}$")],
    at: TheProvince,
    by: TheCaller,
) -> Response:
    """The bytes of a list; they never change."""
    with at.reading() as tx:
        active_device(tx, by.device, by.epoch)
        body = lists.body_of(tx, name, version)
    headers = {"Cache-Control": "private, max-age=31536000, immutable", "ETag": f'"{sha256(body)}"'}
    return Response(body, media_type="application/json", headers=headers)


@router.post("/number-blocks")
def grant_numbers(request: Request, at: TheProvince, by: TheCaller) -> Response:
    """Grant numbers."""
    wanted = _block_message(request)
    if (wanted.device, wanted.epoch) != (by.device, by.epoch):
        raise RefusalError("device-signature")
    with at.writing() as tx:
        device = active_device(tx, by.device, by.epoch, lock=True)
        if device["state"] != devices.ACTIVE:
            raise RefusalError("numbers-stopped")
        granted: BlockAnswer = numbers.grant(
            tx, device, wanted, now=at.now(), width=at.settings.number_width
        )
    return answer(granted)


@router.post("/heartbeat")
def tell_state(request: Request, at: TheProvince, by: TheCaller) -> Response:
    """A sign of life; the answer says whether the device is being taken back."""
    told = _heartbeat_message(request)
    if (told.device, told.epoch) != (by.device, by.epoch):
        raise RefusalError("device-signature")
    now = at.now()
    with at.writing() as tx:
        device = active_device(tx, by.device, by.epoch, lock=True)
        order = presence.told(tx, device, told, now)
        wanted = wishes.min_version(tx, at.settings.min_version)
    return answer(HeartbeatAnswer(order=order, min_version=wanted, server_time=now))


@router.get("/dossiers")
def find_dossier(
    code: Annotated[str, Query(min_length=1, max_length=64)], at: TheProvince, by: TheCaller
) -> Response:
    """A dossier of any centre, by either of its codes."""
    with at.reading() as tx:
        active_device(tx, by.device, by.epoch)
        found: DossierAnswer = inquiries.dossier_by_code(tx, code)
    return answer(found)


@router.get("/digest")
def get_digest(day: Day, at: TheProvince, by: TheCaller) -> Response:
    """Count and digest of a day's receptions at the device's centre."""
    with at.reading() as tx:
        centre = active_device(tx, by.device, by.epoch)["centre"]
        found = inquiries.day_digest(tx, centre, day)
    return answer(
        DigestAnswer(day=day, count=found.count, sha256=found.sha256, server_time=at.now())
    )


@router.post("/parcels", dependencies=[Depends(one_of_few)])
def take_parcel(request: Request, at: TheProvince, by: TheCaller) -> Response:
    """A queue that came by stick. The carrier speaks for itself only."""
    parcel = _parcel_message(request)
    with at.reading() as tx:
        active_device(tx, by.device, by.epoch)
    taken: ParcelAnswer = parcels.take_parcel(at, parcel)
    return answer(taken)


@router.post("/recover")
def recover(request: Request, at: TheProvince, by: TheCaller) -> Response:
    """A new chain under a new epoch, after a restore. An old epoch may ask: its answer was lost."""
    wanted = _recover_message(request)
    if wanted.device != by.device:
        raise RefusalError("device-signature")
    with at.writing() as tx:
        device = active_device(tx, by.device, None, lock=True)
        recovered: RecoverAnswer = devices.recover(tx, device, wanted, now=at.now())
    return answer(recovered)
