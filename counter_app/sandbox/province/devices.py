"""Devices: enrolled with a one-time code, recovered, revoked, frozen when two copies speak."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.engine import RowMapping

from counter_app.contract.devices import (
    CounterInfo,
    EnrolAnswer,
    EnrolRequest,
    RecoverAnswer,
    RecoverRequest,
)
from counter_app.contract.entries import Head
from counter_app.contract.numbers import WireWish
from counter_app.domain.dossiers.number_block import Lane
from counter_app.domain.journal.entry import GENESIS
from counter_app.sandbox.province.numbers import grant_all
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records import tables as t
from counter_app.sandbox.records.secrets import ProvinceKeys

ACTIVE, REVOKED, FROZEN = "active", "revoked", "frozen"
DRAIN, WIPE = "drain", "wipe"
SPEAKING = frozenset({ACTIVE, DRAIN, WIPE})
"""States in which a device may send what it has; only an active one is granted numbers."""

CODE_DAYS = 7
FIRST_NEAR, FIRST_FAR = 10, 20
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without 0/O and 1/I: people type it


def make_code(
    tx: Connection,
    *,
    centre: str,
    counter: str,
    counter_name: str,
    now: datetime,
    renews: str | None = None,
    days: int = CODE_DAYS,
) -> str:
    """Return a new one-time code (three groups of four characters), good for so many days.

    `renews` is the number of a device that is enrolled anew: it keeps its number, under a new
    epoch, key and chain, and its old blocks are void.
    """
    raw = "".join(secrets.choice(_LETTERS) for _ in range(12))
    code = "-".join((raw[:4], raw[4:8], raw[8:]))
    tx.execute(
        insert(t.enrol_code).values(
            sha256=_code_digest(code),
            centre=centre,
            counter=counter,
            counter_name=counter_name,
            renews=renews,
            expires_at=(now + timedelta(days=days)).isoformat(),
        )
    )
    return code


def enrol(
    tx: Connection,
    request: EnrolRequest,
    keys: ProvinceKeys,
    *,
    now: datetime,
    practice: bool,
    width: int,
) -> EnrolAnswer:
    """Return what the device is now; the same answer for the same code, key and chain."""
    where = t.enrol_code.c.sha256 == _code_digest(request.code)
    code = tx.execute(select(t.enrol_code).where(where).with_for_update()).mappings().one_or_none()
    if code is None or is_void(tx, code["sha256"]):
        raise RefusalError("enrol-code")
    if code["answer"]:
        if (code["device_key"], code["chain"]) != (request.device_key, request.chain):
            raise RefusalError("enrol-code")
        answer = EnrolAnswer.model_validate_json(code["answer"])
        return answer.model_copy(update={"server_time": now})
    if datetime.fromisoformat(code["expires_at"]) < now or _chain(tx, request.chain) is not None:
        raise RefusalError("enrol-code")
    for asked, told in ((request.centre, code["centre"]), (request.counter, code["counter"])):
        if asked and asked != told:
            raise RefusalError("enrol-place")
    earlier = _earlier_keys(tx, code["renews"], code["centre"])
    number, epoch = _enter(tx, code, request, now)
    _begin_chain(tx, request.chain, number, code["centre"], epoch)
    wishes = tuple(
        WireWish(agency=code["centre"], day=now.date(), lane=lane, size=size)
        for lane, size in ((Lane.NEAR, FIRST_NEAR), (Lane.FAR, FIRST_FAR))
    )
    blocks, _ = grant_all(tx, wishes, device=number, epoch=epoch, width=width)
    answer = EnrolAnswer(
        device=number,
        epoch=epoch,
        centre=code["centre"],
        counter=CounterInfo(number=code["counter"], name=code["counter_name"]),
        recovery_key=keys.recovery_public,
        catalogue_key=keys.catalogue_public,
        parcel_key=keys.parcel_public,
        earlier_keys=tuple(key for key in earlier if key != request.device_key),
        blocks=blocks,
        practice=practice,
        server_time=now,
    )
    used = {"device_key": request.device_key, "chain": request.chain}
    tx.execute(update(t.enrol_code).where(where).values(answer=answer.model_dump_json(), **used))
    return answer


def recover(
    tx: Connection, device: RowMapping, request: RecoverRequest, *, now: datetime
) -> RecoverAnswer:
    """Return the new epoch and how far the old chain is known; for the same chain the same.

    Blocks of earlier epochs are void: none of their numbers may go on paper any more. What was
    printed before and comes in now is still accepted, with a flag.
    """
    done = _chain(tx, request.new_chain)
    if done is not None:
        if done["device"] != device["number"] or not done["recovery"]:
            raise RefusalError("chain-unknown")
        answer = RecoverAnswer.model_validate_json(done["recovery"])
        return answer.model_copy(update={"server_time": now})
    old = _chain(tx, request.old_chain)
    if old is None or old["device"] != device["number"]:
        raise RefusalError("chain-unknown")
    epoch = device["epoch"] + 1
    answer = RecoverAnswer(
        epoch=epoch,
        chain=request.new_chain,
        known=Head(n=old["n"], hash=old["hash"]),
        server_time=now,
    )
    _begin_chain(tx, request.new_chain, device["number"], device["centre"], epoch)
    where = t.chain.c.id == request.new_chain
    tx.execute(update(t.chain).where(where).values(recovery=answer.model_dump_json()))
    changed = {"epoch": epoch, "chain": request.new_chain, "machine": request.machine}
    tx.execute(update(t.device).where(t.device.c.number == device["number"]).values(changed))
    _void_blocks(tx, device["number"])
    return answer


def is_void(tx: Connection, digest: str) -> bool:
    """Return whether an administrator made this code void before it was used."""
    where = t.void_code.c.sha256 == digest
    return tx.execute(select(t.void_code.c.sha256).where(where)).first() is not None


def void_codes(
    tx: Connection, centre: str, counters: tuple[str, ...], *, now: datetime
) -> tuple[str, ...]:
    """Make the codes of a centre void that wait for a machine; return their counters.

    `counters` empty: of every counter. A used code has done its work and stays as it is.
    """
    c = t.enrol_code.c
    query = select(c.sha256, c.counter).where(
        c.centre == centre,
        c.answer.is_(None),
        c.expires_at >= now.isoformat(),
        c.sha256.not_in(select(t.void_code.c.sha256)),
    )
    rows = [row for row in tx.execute(query) if not counters or row.counter in counters]
    for row in rows:
        tx.execute(insert(t.void_code).values(sha256=row.sha256, voided_at=now.isoformat()))
    return tuple(row.counter for row in rows)


def set_state(tx: Connection, number: str, state: str) -> bool:
    """Set a device's state; False when there is no such device."""
    done = tx.execute(update(t.device).where(t.device.c.number == number).values(state=state))
    return bool(done.rowcount)


def head(tx: Connection, chain: str) -> Head:
    """Return the last entry of `chain` that the server holds."""
    row = _chain(tx, chain)
    return Head(n=row["n"], hash=row["hash"]) if row else Head(n=0, hash=GENESIS)


def owns_chain(tx: Connection, chain: str, number: str) -> bool:
    """Return whether device `number` writes `chain`, or wrote it before it was recovered."""
    row = _chain(tx, chain)
    return row is not None and row["device"] == number


def _code_digest(code: str) -> str:
    bare = "".join(char for char in code.upper() if char.isalnum())
    return hashlib.sha256(f"enrol\n{bare}".encode()).hexdigest()


def _chain(tx: Connection, identifier: str) -> RowMapping | None:
    return tx.execute(select(t.chain).where(t.chain.c.id == identifier)).mappings().one_or_none()


def _begin_chain(tx: Connection, identifier: str, device: str, centre: str, epoch: int) -> None:
    values = {"id": identifier, "device": device, "centre": centre, "epoch": epoch}
    tx.execute(insert(t.chain).values(n=0, hash=GENESIS, **values))


def _enter(
    tx: Connection, code: RowMapping, request: EnrolRequest, now: datetime
) -> tuple[str, int]:
    values = {
        "centre": code["centre"],
        "counter": code["counter"],
        "counter_name": code["counter_name"],
        "key": request.device_key,
        "chain": request.chain,
        "machine": request.machine,
        "program": request.program,
        "state": ACTIVE,
        "enrolled_at": now.isoformat(),
    }
    if code["renews"]:
        where = t.device.c.number == code["renews"]
        epoch: int = tx.execute(select(t.device.c.epoch).where(where)).scalar_one() + 1
        tx.execute(update(t.device).where(where).values(epoch=epoch, **values))
        _void_blocks(tx, code["renews"])
        return code["renews"], epoch
    last = tx.execute(select(func.max(t.device.c.number))).scalar_one_or_none()
    number = f"{int(last or 0) + 1:05d}"
    tx.execute(insert(t.device).values(number=number, epoch=1, **values))
    return number, 1


def _earlier_keys(tx: Connection, device: str | None, centre: str) -> tuple[str, ...]:
    """Return every key that a renewed device ever had: the used codes keep them."""
    c = t.enrol_code.c
    used = select(c.device_key, c.answer).where(c.centre == centre, c.answer.is_not(None))
    keys = [
        str(row.device_key)
        for row in tx.execute(used)
        if device and EnrolAnswer.model_validate_json(row.answer).device == device
    ]
    return tuple(dict.fromkeys(keys))


def _void_blocks(tx: Connection, device: str) -> None:
    tx.execute(update(t.block).where(t.block.c.device == device).values(void=True))
