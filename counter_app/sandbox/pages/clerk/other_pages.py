"""Practice submissions as a citizen would send them, and the money that the counters took."""

from __future__ import annotations

import itertools

from fastapi import APIRouter
from starlette.responses import Response

from counter_app.domain.people.person import Identity, IdentityKind, Person
from counter_app.domain.procedures.channels import Channel
from counter_app.sandbox.pages.clerk import readings
from counter_app.sandbox.pages.frame import hidden
from counter_app.sandbox.pages.markup import Html, dong, mark, moment, table, tag
from counter_app.sandbox.pages.visitors import AnyVisitor, Form, PageRoute, Visitor, shown
from counter_app.sandbox.pages.words import PAY_METHODS
from counter_app.sandbox.province import lists
from counter_app.sandbox.province.entries.journal import masked_name
from counter_app.sandbox.province.entries.submissions import Submission, submit
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.web.callers import TheProvince

MOST = 50
"""Practice dossiers of one form."""

_CHANNELS = {Channel.ONLINE.value: "trực tuyến", Channel.POST.value: "qua bưu chính"}
_NAMES = ("Trần Thị Mẫu", "Lê Văn Ví Dụ", "Nguyễn Thị Tập Huấn", "Phạm Văn Thử", "Đỗ Thị Nháp")

router = APIRouter(prefix="/pages/clerk", route_class=PageRoute)


@router.get("/submissions")
def ask_submission(at: TheProvince, by: AnyVisitor) -> Response:
    """The form."""
    return _submissions_page(at, by)


@router.post("/submissions")
def take_submissions(at: TheProvince, by: AnyVisitor, told: Form) -> Response:
    """Submit so many dossiers; invented people when no name is given."""
    count, channel = told.get("count", "1"), told.get("channel", "")
    if not (count.isascii() and count.isdigit() and 1 <= int(count[:6]) <= MOST):
        return _submissions_page(at, by, wrong=f"Số hồ sơ từ 1 đến {MOST}.")
    if channel not in _CHANNELS:
        return _submissions_page(at, by, wrong="Chọn cách nộp.")
    name = told.get("name", "")[:200]
    names = itertools.cycle([name] if name else _NAMES)
    made = []
    try:
        with at.writing() as tx:
            circumstances = at.circumstances(tx, None)
            for number, each in zip(range(1, int(count) + 1), names, strict=False):
                wish = Submission(
                    procedure=told.get("procedure", "")[:100],
                    applicant=_person(each, number),
                    channel=Channel(channel),
                    centre=by.centre,
                )
                made.append((submit(circumstances, wish), each))
    except RefusalError:
        return _submissions_page(at, by, wrong="Thủ tục này không nhận theo cách nộp đã chọn.")
    rows = [
        (tag("a", code, href=f"/pages/clerk/dossiers/{uid}"), each) for (uid, code), each in made
    ]
    return _submissions_page(at, by, rows=rows)


@router.get("/payments")
def list_payments(at: TheProvince, by: AnyVisitor) -> Response:
    """What the counters took, newest first, with the sum of each day."""
    with at.reading() as tx:
        lines = readings.money(tx, by.centre)
    days: dict[str, int] = {}
    for each in lines:
        day = moment(each.at).split(" ")[0]
        days[day] = days.get(day, 0) + each.amount
    rows = [
        (
            moment(each.at),
            each.code,
            masked_name(each.applicant),
            mark("hủy khoản thu", "warn") if each.cancelled else _method(each),
            dong(each.amount),
        )
        for each in lines
    ]
    return shown(
        at,
        by,
        "Thu tiền",
        table(("Ngày", "Cộng"), [(day, dong(sum_)) for day, sum_ in days.items()], ""),
        tag("h2", "Từng khoản"),
        table(("Lúc", "Hồ sơ", "Người nộp", "Cách trả", "Số tiền"), rows, "Chưa thu khoản nào."),
        here="/pages/clerk/payments",
    )


def _method(line: readings.MoneyLine) -> str:
    return PAY_METHODS[line.method] if line.method else "–"


def _person(name: str, number: int) -> Person:
    # 000 belongs to no province: the number can't be anybody's.
    identity = Identity(IdentityKind.CITIZEN_CARD, f"000200{number:06d}")
    return Person(name, identity=identity)


def _submissions_page(
    at: Province, by: Visitor, *, wrong: str = "", rows: list[tuple[Html, str]] | None = None
) -> Response:
    now = at.now()
    with at.reading() as tx:
        procedures = readings.offered(lists.lists(tx), now)
    return shown(
        at,
        by,
        "Nộp thử",
        tag("div", wrong, class_="panel wrong", role="alert") if wrong else None,
        tag(
            "p",
            "Tạo hồ sơ như công dân nộp trực tuyến hoặc gửi qua bưu chính, để các quầy tập tiếp "
            "nhận. Không ghi tên thì dùng tên tự đặt.",
        ),
        _form(by.form_token, procedures),
        tag("h2", "Vừa tạo") if rows else None,
        table(("Mã trên Cổng", "Người nộp"), rows, "") if rows else None,
        here="/pages/clerk/submissions",
        status=400 if wrong else 200,
    )


def _form(token: str, procedures: list[tuple[str, str]]) -> Html:
    options = [tag("option", f"{name[:120]} ({code})", value=code) for code, name in procedures]
    ways = [tag("option", said, value=value) for value, said in _CHANNELS.items()]
    return tag(
        "form",
        hidden(token),
        tag("label", "Thủ tục", for_="procedure"),
        tag("select", options, id="procedure", name="procedure"),
        tag("label", "Cách nộp", for_="channel"),
        tag("select", ways, id="channel", name="channel"),
        tag("label", "Người nộp", for_="name"),
        tag("input", id="name", name="name", maxlength=200),
        tag("label", "Số hồ sơ", for_="count"),
        tag("input", id="count", name="count", type="number", min=1, max=MOST, value=1),
        tag("button", "Nộp"),
        method="post",
        class_="lines panel",
    )
