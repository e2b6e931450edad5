from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.desktop.presenters.data_state.page_state import FACTS
from counter_app.desktop.presenters.data_state.shown import columns, facts_of, rows_of
from counter_app.desktop.widgets.lists.cells import SectionCell
from counter_app.domain.journal.queue_item import ItemState
from counter_app.services.counter.data_state import NumbersLeft
from counter_app.services.keeping.second_journal import SecondCopy
from counter_app.store.subjects.files import FileCounts
from tests.desktop.presenters.data_state.made import ACCEPTED, DATA, IN_NEED, NOW, QUIET


def texts(row: int, data: object = DATA) -> list[str]:
    return [cell.text for cell in rows_of(data, NOW)[row].cells]  # type: ignore[arg-type]


def test_the_facts() -> None:
    queue, files, numbers, store, copy = facts_of(DATA, NOW)
    assert (files.value, files.detail) == (
        "Chờ 3 tệp",
        "còn 3,1 MB · đã lên 120 tệp",
    )
    assert round(files.share or 0, 2) == 0.88
    assert (queue.value, queue.detail) == ("7 việc", "5 hồ sơ · cũ nhất 09:12")
    assert (numbers.value, numbers.detail) == ("Còn 186", "Đủ khoảng 3 ngày · dải 0215–0400")
    assert numbers.share == 0.93
    assert (store.value, store.detail) == ("Nguyên vẹn", "Mã hóa · kiểm lúc 07:02")
    assert (copy.value, copy.detail) == ("10:02", "1.204 mục · /media/canbo/KINGSTON")


def test_facts_when_something_is_missing() -> None:
    queue, _, numbers, store, copy = facts_of(IN_NEED, NOW)
    assert queue.value == "8 việc"
    assert (numbers.value, numbers.share) == ("Hết số", 0.0)
    assert "phiếu tạm" in numbers.detail
    assert store.value == "Chưa kiểm"
    assert copy.value == "Chưa có"
    assert facts_of(QUIET, NOW)[0].value == "Không còn"
    assert len(facts_of(None, NOW)) == len(FACTS)
    assert facts_of(QUIET, NOW)[1].value == "Đã lên hết"
    none = replace(QUIET, files=FileCounts())
    assert facts_of(none, NOW)[1].value == "Chưa có tệp"
    stuck = replace(QUIET, files=FileCounts(waiting=2, waiting_bytes=9, troubled=1))
    assert facts_of(stuck, NOW)[1].detail == "1 tệp chưa lên được"


def test_several_ranges_are_counted() -> None:
    several = replace(DATA, numbers=NumbersLeft(40, 50, ((3, 10), (6000, 6031)), None, 1))
    assert facts_of(several, NOW)[2].detail == "Đủ khoảng 1 ngày · 2 dải"


def test_rows_newest_first_then_what_was_taken() -> None:
    assert texts(0) == [
        "10:02", "In giấy", "H26.15-250701-0214", "Phan Thị Mẫu Hai", "Đợi mục trước",
        "Đi sau mục: tiếp nhận",
    ]  # fmt: skip
    assert texts(6)[4:] == ["Chờ máy chủ xác nhận", "Sẽ hỏi lại, không gửi đúp"]
    rows = rows_of(DATA, NOW)
    assert rows[7].cells == (SectionCell("Vừa được máy chủ nhận"),) * len(columns())
    assert rows[7].dossier is None
    assert texts(8)[4:] == ["Máy chủ đã nhận", "Nhận lúc 09:10"]
    assert texts(9)[4] == "Đã nhận, có lưu ý"
    assert len(rows) == 7 + 1 + len(ACCEPTED)


def test_what_needs_an_officer_stands_on_top_with_what_to_do() -> None:
    assert texts(0, IN_NEED)[0] == "08:00"
    assert texts(0, IN_NEED)[5].startswith("Sửa rồi gửi · ")


def test_what_is_not_listed_is_counted() -> None:
    many = replace(DATA, counts=replace(DATA.counts, pending=1_506))
    assert rows_of(many, NOW)[7].cells[0].text == "và 1.500 việc cũ hơn"


def test_every_state_has_its_sign() -> None:
    for state in ItemState:
        items = (replace(DATA.items[0], state=state),)
        cell = rows_of(replace(DATA, items=items), NOW)[0].cells[4]
        assert cell.text


@pytest.mark.parametrize(
    ("second", "value", "detail"),
    [
        (SecondCopy("E:/", NOW), "Ghi song song", "E:/"),
        (SecondCopy("E:/"), "Đang chép", "E:/"),
        (SecondCopy("E:/", NOW, 7, present=False), "Chưa thấy ổ USB", "7 mục sẽ chép bù · E:/"),
        (SecondCopy("E:/", NOW, 7, why="full"), "Chưa ghi được", "sẽ tự thử lại · E:/"),
    ],
)
def test_the_second_journal_is_told_calmly(second: SecondCopy, value: str, detail: str) -> None:
    fact = facts_of(replace(DATA, second=second, copy=None), NOW)[-1]
    assert (fact.value, fact.detail) == (value, detail)
