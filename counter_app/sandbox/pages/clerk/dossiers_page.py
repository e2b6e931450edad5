"""Dossiers of the agency: looked up, read, decided."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from sqlalchemy.engine import RowMapping
from starlette.responses import RedirectResponse, Response

from counter_app.contract.entries import EntryStatus
from counter_app.contract.shapes import Uid
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.text import masked
from counter_app.sandbox.pages.clerk import readings
from counter_app.sandbox.pages.clerk.deciding import ACTS, decision_of, forms
from counter_app.sandbox.pages.markup import Html, dong, joined, mark, moment, muted, table, tag
from counter_app.sandbox.pages.visitors import AnyVisitor, Form, PageRoute, Visitor, shown
from counter_app.sandbox.pages.words import PAY_METHODS, STATUS, kind_words
from counter_app.sandbox.province.entries.decisions import decide
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.web.callers import TheProvince

HERE = "/pages/clerk/dossiers"

router = APIRouter(prefix="/pages/clerk", route_class=PageRoute)


@router.get("/dossiers")
def list_dossiers(
    at: TheProvince,
    by: AnyVisitor,
    q: Annotated[str, Query(max_length=100)] = "",
    status: Annotated[str, Query(max_length=2)] = "",
) -> Response:
    """The newest dossiers, or those that the words and the status pick out."""
    chosen = Status(int(status)) if status in {str(int(each)) for each in Status} else None
    now = at.now().isoformat()
    with at.reading() as tx:
        rows = readings.find(tx, by.centre, q, chosen)
    lines = [
        (
            tag("a", _code(row), href=f"{HERE}/{row['uid']}"),
            row["applicant"],
            row["procedure"],
            _status(Status(row["status"])),
            moment(row["received_at"]),
            _due(row["due_at"], now, Status(row["status"])),
        )
        for row in rows
    ]
    head = ("Mã hồ sơ", "Người nộp", "Thủ tục", "Tình trạng", "Tiếp nhận", "Hẹn trả")
    said = f"{len(lines)} hồ sơ" + (" mới nhất" if len(lines) == readings.MOST else "")
    return shown(
        at,
        by,
        "Hồ sơ",
        _search(q, chosen),
        tag("p", muted(said)),
        table(head, lines, "Không có hồ sơ nào như vậy."),
        here=HERE,
    )


@router.get("/dossiers/{uid}")
def show_dossier(uid: Annotated[Uid, Path()], at: TheProvince, by: AnyVisitor) -> Response:
    """One dossier, with the decisions that are possible now."""
    return _dossier_page(at, by, uid)


@router.post("/dossiers/{uid}/{act}")
def take_decision(
    uid: Annotated[Uid, Path()], act: str, at: TheProvince, by: AnyVisitor, told: Form
) -> Response:
    """Record a decision; the form's own id makes a second click the same one."""
    if act not in ACTS:
        raise RefusalError("not-found")
    found = decision_of(act, told, clerk=by.full_name)
    if isinstance(found, str):
        return _dossier_page(at, by, uid, found)
    with at.writing() as tx:
        readings.whole(tx, by.centre, uid)
        result = decide(at.circumstances(tx, None), uid, found, clerk=by.name, uid=told["uid"])
    if result.status is not EntryStatus.ACCEPTED:
        why = result.problem.title if result.problem else "Không ghi được việc này"
        return _dossier_page(at, by, uid, f"{why}. Xem lại tình trạng mới nhất bên dưới.")
    return RedirectResponse(f"{HERE}/{uid}", 303)


def _dossier_page(at: Province, by: Visitor, uid: str, wrong: str = "") -> Response:
    with at.reading() as tx:
        dossier = readings.whole(tx, by.centre, uid)
    received = dossier.received
    code = dossier.code or dossier.provisional_code or received.portal_code
    return shown(
        at,
        by,
        f"Hồ sơ {code}",
        tag("div", wrong, class_="panel wrong", role="alert") if wrong else None,
        tag("div", _facts(dossier), class_="panel"),
        tag("h2", "Quyết định"),
        forms(dossier, at.now(), f"{HERE}/{uid}", by.form_token),
        tag("h2", "Diễn biến"),
        table(
            ("Lúc", "Việc", "Nội dung", "Người ghi"),
            [
                (
                    moment(each.at),
                    kind_words(each.kind.value),
                    each.text,
                    joined(each.officer, " ", muted("máy chủ" if each.from_server else "")),
                )
                for each in reversed(dossier.steps)
            ],
            "Chưa có gì.",
        ),
        here=HERE,
        status=409 if wrong else 200,
    )


def _facts(dossier: Dossier) -> Html:
    received = dossier.received
    person = received.applicant
    paid = [
        tag(
            "div",
            f"{dong(each.amount)}, {PAY_METHODS[each.method]}, {moment(each.at)}",
            muted(" – đã hủy") if each.is_cancelled else None,
        )
        for each in dossier.payments
    ]
    facts: tuple[tuple[str, object], ...] = (
        ("Tình trạng", _status(dossier.status)),
        ("Thủ tục", f"{received.procedure.name} ({received.procedure.code})"),
        ("Người nộp", person.name),
        ("Số giấy tờ", masked(person.identity.number) if person.identity.number else "–"),
        ("Điện thoại", masked(person.phone) if person.phone else "–"),
        ("Mã trên Cổng", received.portal_code or "–"),
        ("Tiếp nhận", "" if dossier.awaits_reception else moment(received.received_at)),
        ("Hẹn trả", moment(dossier.promise.due_at)),
        ("Nơi giải quyết", dossier.unit or received.procedure.agency_name or "–"),
        ("Giấy tờ", [tag("div", each.name) for each in received.papers] or "–"),
        ("Kết quả", [tag("div", f"{e.kind} {e.number}") for e in dossier.results] or "–"),
        ("Đã thu", paid or "–"),
    )
    return tag("dl", [joined(tag("dt", name), tag("dd", value)) for name, value in facts])


def _search(words: str, chosen: Status | None) -> Html:
    options = [tag("option", "Mọi tình trạng", value="")] + [
        tag("option", said, value=int(each), selected=each is chosen)
        for each, said in STATUS.items()
    ]
    return tag(
        "form",
        tag("label", "Mã hoặc tên người nộp", for_="q"),
        tag("input", type="search", id="q", name="q", value=words, maxlength=100),
        tag("label", "Tình trạng", for_="status"),
        tag("select", options, id="status", name="status"),
        tag("button", "Tìm"),
        class_="row",
    )


def _code(row: RowMapping) -> str:
    return str(row["code"] or row["provisional_code"] or row["portal_code"] or "–")


def _status(status: Status) -> Html:
    return mark(STATUS[status], "good" if status is Status.FINISHED else "")


def _due(due_at: str | None, now: str, status: Status) -> object:
    late = due_at and due_at < now and not status.is_closed and status is not Status.FINISHED
    return mark(f"{moment(due_at)} · quá hạn", "bad") if late else moment(due_at)
