"""`/v1/updates`: packages for the counters."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from counter_app.contract.files.messages import CHUNK_TYPE
from counter_app.contract.files.updates import UpdateList
from counter_app.contract.shapes import LARGEST, Sha256
from counter_app.sandbox.province.province import active_device
from counter_app.sandbox.web import offered_updates as updates
from counter_app.sandbox.web.callers import TheCaller, TheProvince
from counter_app.sandbox.web.device_routes import answer

router = APIRouter(prefix="/v1/updates")


@router.get("")
def list_updates(at: TheProvince, by: TheCaller) -> Response:
    """What is on offer."""
    with at.reading() as tx:
        active_device(tx, by.device, by.epoch)
    return answer(UpdateList(packages=updates.offered(at.settings.updates), server_time=at.now()))


@router.get("/{digest}")
def get_piece(
    digest: Sha256,
    offset: Annotated[int, Query(ge=0, le=LARGEST)],
    at: TheProvince,
    by: TheCaller,
) -> Response:
    """A piece of a package."""
    with at.reading() as tx:
        active_device(tx, by.device, by.epoch)
    data = updates.piece(at.settings.updates, digest, offset)
    return Response(data, media_type=CHUNK_TYPE, headers={"Cache-Control": "no-store"})
