"""Who calls: the device by its signature, the clerk by a token; and what they sent."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import Depends, Request
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import select

from counter_app.contract.signing import (
    DEVICE,
    EPOCH,
    OLDER_VERSIONS,
    PROTOCOL,
    PROTOCOL_VERSION,
    SIGNATURE,
    TIME,
    TOLERANCE,
    signed_text,
)
from counter_app.sandbox.province import devices, sessions
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records import tables as t
from counter_app.sandbox.web.limits import Sent
from counter_app.sandbox.web.problems import schema_refusal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Caller:
    """A device whose signature was right, and the epoch under which it speaks."""

    device: str
    epoch: int


def province(request: Request) -> Province:
    """Return the province that the application serves."""
    found: Province = request.app.state.province
    return found


TheProvince = Annotated[Province, Depends(province)]


def spoken(request: Request) -> None:
    """Refuse a protocol that this server doesn't speak (426). Without the header it is ours.

    Spoken are our own version and the two before: what a version adds, an older one ignores.
    """
    oldest = max(1, PROTOCOL_VERSION - OLDER_VERSIONS)
    spoken_here = {str(version) for version in range(oldest, PROTOCOL_VERSION + 1)}
    if request.headers.get(PROTOCOL, str(PROTOCOL_VERSION)) not in spoken_here:
        raise RefusalError("protocol")


def caller(request: Request, at: TheProvince) -> Caller:
    """Return the device that signed the request; its epoch may still be an old one.

    Which epoch may do what is decided inside the transaction (`active_device`).
    """
    spoken(request)
    number, epoch, time, signature = (
        request.headers.get(name, "") for name in (DEVICE, EPOCH, TIME, SIGNATURE)
    )
    if not number or not signature:
        raise RefusalError("device-signature")
    with at.reading() as tx:
        query = select(t.device.c.key, t.device.c.state).where(t.device.c.number == number)
        row = tx.execute(query).one_or_none()
    if row is None:
        raise RefusalError("device-unknown")
    if not epoch.isascii() or not epoch.isdigit() or len(epoch) > 9:
        raise RefusalError("device-signature")
    sent = sent_by(request)
    text = signed_text(request.method, _target(request), number, int(epoch), time, sent.sha256)
    if not _is_signed(row.key, text, signature):
        raise RefusalError("device-signature")
    _check_time(time, at.now())
    if row.state not in devices.SPEAKING:
        raise RefusalError(f"device-{row.state}")
    return Caller(number, int(epoch))


TheCaller = Annotated[Caller, Depends(caller)]


def clerk(request: Request, at: TheProvince) -> str:
    """Return the clerk whose bearer token came with the request."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    with at.reading() as tx:
        name = sessions.owner(tx, sessions.CLERK, token, None, at.now())
    if scheme.lower() != "bearer" or name is None:
        raise RefusalError("clerk-token")
    return name


TheClerk = Annotated[str, Depends(clerk)]


def sent_by(request: Request) -> Sent:
    """Return the body, as the layer outside read it."""
    sent: Sent = request.scope["state"]["sent"]
    return sent


def message(kind: type[T]) -> Callable[[Request], T]:
    """Return a function that reads a request's body as `kind`. It raises `RefusalError`."""
    adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def read(request: Request) -> T:
        sent = sent_by(request)
        if sent.media_type != "application/json":
            raise RefusalError("media-type")
        try:
            # Strict: a number is no date and "1" is no number, whatever others make of it.
            value: T = adapter.validate_json(sent.data, strict=True)
        except ValidationError as error:
            raise schema_refusal(error) from error
        return value

    return read


def _target(request: Request) -> str:
    raw = request.scope.get("raw_path") or request.scope["path"].encode()
    query = request.scope["query_string"]
    target = raw.partition(b"?")[0] + (b"?" + query if query else b"")
    return str(target.decode("latin-1"))


def _is_signed(key: str, text: bytes, signature: str) -> bool:
    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True))
        public.verify(base64.b64decode(signature, validate=True), text)
    except (ValueError, InvalidSignature):
        return False
    return True


def _check_time(text: str, now: datetime) -> None:
    try:
        at = datetime.fromisoformat(text)
        off = abs(at - now)
    except (ValueError, TypeError, OverflowError) as error:
        raise RefusalError("device-signature") from error
    if off > TOLERANCE:
        raise RefusalError("device-clock")
