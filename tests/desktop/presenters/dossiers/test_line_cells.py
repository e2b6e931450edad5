"""The cells of a row: short words, colour only for what is late or soon."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from counter_app.desktop.presenters.dossiers.line_cells import Times, cells_of, columns
from counter_app.desktop.widgets.lists.cells import (
    ChipCell,
    CodeCell,
    DeadlineCell,
    DeadlineKind,
    IconCell,
    Sort,
    TextCell,
)
from counter_app.domain.dossiers.dossier_line import DossierLine, Order
from counter_app.domain.dossiers.status import Status
from counter_app.domain.procedures.channels import Channel
from counter_app.services.counter.reference import load_reference
from tests.made import NOON

REFERENCE = load_reference(lambda name: None)
TIMES = Times(NOON, REFERENCE.calendar, REFERENCE.policy.hours)

LINE = DossierLine(
    key=1,
    uid="u",
    code="H26.15-261118-0041",
    is_provisional=False,
    status=Status.IN_PROGRESS,
    procedure="1.001193",
    procedure_name="Đăng ký khai sinh",
    agency="",
    counter="2",
    applicant="Lê Văn Thử",
    identity="0010••••0124",
    phone="",
    received_at=NOON - timedelta(days=2),
    due_at=NOON + timedelta(days=5),
    returned_at=None,
    unit="",
    printed=True,
    practice=False,
    result_is_here=False,
    waiting=0,
    attention=0,
    version=1,
)


def cells(**changes: object) -> tuple[object, ...]:
    return cells_of(dataclasses.replace(LINE, **changes), TIMES)  # type: ignore[arg-type]


def test_a_usual_row_is_calm() -> None:
    code, name, procedure, received, due, deadline, status, sent = cells()
    assert code == CodeCell("H26.15-261118-0041")
    assert isinstance(name, TextCell)
    assert name.text == "Lê Văn Thử"
    assert isinstance(procedure, TextCell)
    assert isinstance(received, TextCell)
    assert received.text == "18/11"
    assert isinstance(due, TextCell)
    assert due.text == "10:00 25/11"
    assert isinstance(deadline, DeadlineCell)
    assert deadline.kind is DeadlineKind.CALM
    assert isinstance(status, ChipCell)
    assert status.text == "Đang xử lý"
    assert isinstance(sent, TextCell)
    assert sent.text == ""


@pytest.mark.parametrize(
    ("channel", "words"),
    [(Channel.ONLINE, "Nộp trực tuyến"), (Channel.POST, "Nộp qua bưu chính")],
)
def test_what_waits_to_be_received_says_how_it_came(channel: Channel, words: str) -> None:
    line = dataclasses.replace(LINE, status=Status.NEW)
    due, deadline = cells_of(line, TIMES, channel)[4:6]
    assert (due.text, deadline.text) == ("Chưa nhận", words)


@pytest.mark.parametrize(
    ("changes", "words", "kind"),
    [
        ({"due_at": NOON - timedelta(days=2)}, "Quá hạn 2 ngày", DeadlineKind.LATE),
        ({"due_at": NOON + timedelta(minutes=70)}, "Còn 1 giờ", DeadlineKind.SOON),
        ({"status": Status.WAITING_SUPPLEMENT}, "Chờ công dân", DeadlineKind.CALM),
        ({"status": Status.WAITING_PAYMENT}, "Chờ công dân", DeadlineKind.CALM),
        ({"status": Status.NEW}, "Nộp trực tuyến", DeadlineKind.CALM),
        (
            {"status": Status.FINISHED, "result_is_here": True},
            "Có kết quả",
            DeadlineKind.CALM,
        ),
        ({"due_at": None}, "", DeadlineKind.CALM),
        (
            {"status": Status.RETURNED, "returned_at": NOON - timedelta(days=1)},
            "Đã trả 19/11",
            DeadlineKind.CALM,
        ),
        (
            {"status": Status.WITHDRAWN, "due_at": NOON - timedelta(days=2)},
            "",
            DeadlineKind.CALM,
        ),
    ],
)
def test_how_it_stands(changes: dict[str, object], words: str, kind: DeadlineKind) -> None:
    deadline = cells(**changes)[5]
    assert deadline == DeadlineCell(words, kind)


def test_a_result_that_is_not_here_is_said_shortly() -> None:
    status = cells(status=Status.FINISHED)[6]
    assert isinstance(status, ChipCell)
    assert status.text == "Kết quả chưa về"


def test_only_what_is_unsent_is_said() -> None:
    waiting, trouble = cells(waiting=1)[7], cells(attention=1, waiting=1)[7]
    assert isinstance(waiting, IconCell)
    assert (waiting.icon, waiting.text) == ("cloud-up", "chờ")
    assert isinstance(trouble, IconCell)
    assert (trouble.icon, trouble.text) == ("warn", "xem")


@pytest.mark.parametrize(("order", "place"), [(Order.DUE, 4), (Order.NEWEST, 3)])
def test_the_sorted_column_says_so(order: Order, place: int) -> None:
    sorted_ = [at for at, column in enumerate(columns(order)) if column.sort is not Sort.NONE]
    assert sorted_ == [place]
