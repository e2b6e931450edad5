"""`/v1/files`: scanned papers from the counters, and the clerk's look at them."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import JSONResponse, Response

from counter_app.contract.files.messages import (
    CHUNK_BYTES,
    CHUNK_TYPE,
    UPLOAD_LENGTH,
    UPLOAD_OFFSET,
    FileOffer,
    FileProgress,
)
from counter_app.contract.shapes import LARGEST, Sha256, Uid
from counter_app.sandbox.province import files
from counter_app.sandbox.province.province import active_device
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.web.callers import TheCaller, TheClerk, TheProvince, message, sent_by
from counter_app.sandbox.web.device_routes import answer

router = APIRouter(prefix="/v1/files")
clerk_router = APIRouter(prefix="/clerk/v1/dossiers/{dossier}/files")

_offer_message = message(FileOffer)


@router.post("")
def offer(request: Request, at: TheProvince, by: TheCaller) -> Response:
    """Take a file in hand, or tell how far it has come."""
    wanted = _offer_message(request)
    with at.writing() as tx:
        device = active_device(tx, by.device, by.epoch, lock=True)
        abandoned = timedelta(days=at.settings.abandoned_days)
        come: FileProgress = files.offer(tx, device, wanted, now=at.now(), abandoned=abandoned)
    return answer(come)


@router.head("/{digest}")
def ask(digest: Sha256, at: TheProvince, by: TheCaller) -> Response:
    """How far a file of the device's own centre has come."""
    with at.reading() as tx:
        device = active_device(tx, by.device, by.epoch)
        come = files.progress(tx, device["centre"], digest, now=at.now())
    headers = {UPLOAD_OFFSET: str(come.offset), UPLOAD_LENGTH: str(come.size)}
    return Response(status_code=204, headers={**headers, "Cache-Control": "no-store"})


def piece_of(request: Request, piece: Annotated[Sha256, Query()]) -> bytes:
    """Return the piece that came. Raises `RefusalError` when it isn't what its digest says.

    This is looked at before the signature: what a line garbles must not look like a wrong key.
    """
    sent = sent_by(request)
    if sent.media_type != CHUNK_TYPE or "content-encoding" in request.headers:
        raise RefusalError("media-type")
    if len(sent.data) > CHUNK_BYTES:
        raise RefusalError("too-large")
    if sent.sha256 != piece:
        raise RefusalError("piece-digest")
    return sent.data


@router.patch("/{digest}")
def take_piece(
    digest: Sha256,
    offset: Annotated[int, Query(ge=0, le=LARGEST)],
    data: Annotated[bytes, Depends(piece_of)],
    at: TheProvince,
    by: TheCaller,
) -> Response:
    """Take the next piece of a file."""
    try:
        with at.writing() as tx:
            centre = active_device(tx, by.device, by.epoch, lock=True)["centre"]
            come = files.take_piece(tx, centre, digest, offset, data, now=at.now())
    except files.NotWholeError:
        with at.writing() as tx:
            files.start_again(tx, centre, digest)
        raise RefusalError("file-digest") from None
    return answer(come)


@clerk_router.get("")
def list_files(dossier: Uid, at: TheProvince, _: TheClerk) -> Response:
    """The whole files of a dossier: digest, paper, size, when it came."""
    with at.reading() as tx:
        return JSONResponse({"files": files.of_dossier(tx, dossier)})


@clerk_router.get("/{sha256}")
def get_file(dossier: Uid, sha256: Sha256, at: TheProvince, _: TheClerk) -> Response:
    """The bytes of a file."""
    with at.reading() as tx:
        data = files.contents(tx, dossier, sha256)
    headers = {
        "Content-Disposition": f'attachment; filename="{sha256}.pdf"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return Response(data, media_type="application/pdf", headers=headers)
