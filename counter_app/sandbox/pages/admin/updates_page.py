"""Update packages on offer: what lies in the folder, as the counters see it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from counter_app.sandbox.pages.markup import table, tag
from counter_app.sandbox.pages.visitors import Administrator, PageRoute, shown
from counter_app.sandbox.web import offered_updates as updates
from counter_app.sandbox.web.callers import TheProvince

HERE = "/pages/admin/updates"

router = APIRouter(prefix="/pages/admin", route_class=PageRoute)


@router.get("/updates")
def list_updates(at: TheProvince, by: Administrator) -> Response:
    """Every package with its size and digest, and where to put another."""
    rows = [
        (each.name, f"{each.size / 1_000_000:.1f} MB".replace(".", ","), tag("code", each.sha256))
        for each in updates.offered(at.settings.updates)
    ]
    folder = at.settings.updates
    return shown(
        at,
        by,
        "Cập nhật",
        tag(
            "p",
            "Chép gói .capnhat đã ký vào thư mục dưới đây; các quầy tự tải từng phần và cài khi "
            "hết ca. Xóa tệp thì thôi phát; quầy đã tải vẫn giữ gói.",
        ),
        tag("p", tag("code", str(folder) if folder else "–")),
        table(("Gói", "Cỡ", "SHA-256"), rows, "Chưa có gói nào."),
        here=HERE,
    )
