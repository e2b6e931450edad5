"""Parcels: a queue that came by stick, through another counter. The writer is who signed it."""

from __future__ import annotations

import base64

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import ValidationError
from sqlalchemy import select

from counter_app.contract.entries import EntryBatch
from counter_app.contract.feed import ChangesAnswer
from counter_app.contract.numbers import BlockAnswer
from counter_app.contract.parcels.messages import (
    CHANGES,
    ParcelAnswer,
    ParcelContent,
    ParcelList,
    ParcelReply,
    ParcelRequest,
    parcel_about,
    parcel_text,
)
from counter_app.sandbox.province import devices, lists, numbers
from counter_app.sandbox.province.entries import changes
from counter_app.sandbox.province.province import Province, active_device
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records import tables as t
from counter_app.sandbox.records.parcel_seals import opened, sealed_reply


def take_parcel(at: Province, request: ParcelRequest) -> ParcelAnswer:
    """Take a parcel as if its writer had sent it, and return the answer sealed for the writer.

    Idempotent: entries by uid, numbers by the request's id. Raises `RefusalError`: a writer that
    may not speak must not look like a carrier that may not.
    """
    try:
        content = _content(at, request)
        reply = _reply(at, content)
    except RefusalError as refused:
        if refused.args and str(refused.args[0]) in _OF_THE_PARCEL:
            raise
        raise RefusalError("parcel-device") from refused
    plain = reply.model_dump_json(by_alias=True).encode()
    try:
        sealed = sealed_reply(base64.b64decode(content.reply_key), plain)
    except ValueError as error:
        raise RefusalError("parcel-unreadable") from error
    return ParcelAnswer(parcel_id=request.parcel_id, device=request.device, sealed=sealed)


_OF_THE_PARCEL = frozenset({"parcel-unreadable", "parcel-device", "busy"})


def _content(at: Province, request: ParcelRequest) -> ParcelContent:
    name = (request.parcel_id, request.device, request.epoch)
    with at.reading() as tx:
        where = t.device.c.number == request.device
        key = tx.execute(select(t.device.c.key).where(where)).scalar_one_or_none()
        active_device(tx, request.device, request.epoch)
    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(str(key), validate=True))
        signature = base64.b64decode(request.signature, validate=True)
        public.verify(signature, parcel_text(*name, request.sealed))
    except (ValueError, InvalidSignature) as error:
        raise RefusalError("parcel-device") from error
    try:
        plain = opened(at.keys.parcel, request.sealed, parcel_about(*name))
        content = ParcelContent.model_validate_json(plain, strict=True)
    except (ValueError, ValidationError) as error:
        raise RefusalError("parcel-unreadable") from error
    if (content.parcel_id, content.device, content.epoch) != name:
        raise RefusalError("parcel-unreadable")
    return content


def _reply(at: Province, content: ParcelContent) -> ParcelReply:
    reply = ParcelReply(parcel_id=content.parcel_id, server_time=at.now())
    if content.entries:
        batch = EntryBatch(
            device=content.device,
            epoch=content.epoch,
            batch_id=content.parcel_id,
            entries=content.entries,
        )
        taken = at.take(content.device, content.epoch, batch)
        reply = reply.model_copy(update={"results": taken.results})
    more: dict[str, object] = {"numbers": _numbers(at, content)}
    with at.reading() as tx:
        centre = active_device(tx, content.device, content.epoch)["centre"]
        if content.cursor is not None:
            more["changes"] = _changes(at, centre, content.cursor)
        if content.known is not None:
            known = {(each.name, each.version) for each in content.known}
            more["lists"] = tuple(
                ParcelList(
                    line=line,
                    body=base64.b64encode(lists.body_of(tx, line.name, line.version)).decode(),
                )
                for line in lists.manifest(tx).catalogues
                if (line.name, line.version) not in known
            )
    return reply.model_copy(update=more)


def _changes(at: Province, centre: str, cursor: str) -> ChangesAnswer | None:
    with at.reading() as tx:
        try:
            found, after, more = changes.page(tx, centre, cursor, CHANGES, at.keys.cursor)
        except RefusalError:  # a cursor too old: the counter reads from the beginning by wire
            return None
    return ChangesAnswer(changes=found, cursor=after, more=more, server_time=at.now())


def _numbers(at: Province, content: ParcelContent) -> BlockAnswer | None:
    wanted = content.numbers
    if wanted is None or (wanted.device, wanted.epoch) != (content.device, content.epoch):
        return None
    with at.writing() as tx:
        device = active_device(tx, content.device, content.epoch, lock=True)
        if device["state"] != devices.ACTIVE:
            return None
        try:
            width = at.settings.number_width
            return numbers.grant(tx, device, wanted, now=at.now(), width=width)
        except RefusalError:  # a day too far off: the counter wishes anew when it is back
            return None
