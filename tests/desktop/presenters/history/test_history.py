from __future__ import annotations

from datetime import datetime, timedelta

from counter_app.desktop.presenters.history.history import HistoryPresenter, HistoryState
from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.dossiers.status import Status

NOW = datetime(2025, 7, 1, 10, 5, tzinfo=VIETNAM)


def line(number: int, days: int = 0, status: Status = Status.RETURNED) -> DossierLine:
    return DossierLine(
        key=number, uid=f"uid-{number}", code=f"H26.15-250701-{number:04}", is_provisional=False,
        status=status, procedure="1.001193", procedure_name="Đăng ký khai sinh", agency="H26.15",
        counter="2", applicant="Trần Thị Mẫu", identity="0011••••0456", phone="0900••••0000",
        received_at=NOW - timedelta(days=days), due_at=None, returned_at=None, unit="00127",
        printed=True, practice=False, result_is_here=False, waiting=0, attention=0, version=1,
    )  # fmt: skip


class View:
    def __init__(self) -> None:
        self.states: list[HistoryState] = []
        self.closed = 0

    def present(self, state: HistoryState) -> None:
        self.states.append(state)

    def close_now(self) -> None:
        self.closed += 1


def test_rows_say_when_and_how_they_stand() -> None:
    view = View()
    history = HistoryPresenter(view, list[str]().append, list[str]().append)
    history.show("Trần Thị Mẫu", [line(1), line(2, 1), line(3, 40)], 9, NOW)
    state = view.states[-1]
    assert state.title == "Hồ sơ trước của Trần Thị Mẫu"
    assert state.sentence == "3 hồ sơ gần nhất trong 9 hồ sơ."
    assert [row.meta for row in state.rows] == [
        "Đã trả kết quả · tiếp nhận hôm nay",
        "Đã trả kết quả · tiếp nhận hôm qua",
        "Đã trả kết quả · tiếp nhận 22/05/2025",
    ]


def test_enter_opens_and_ctrl_d_copies_the_selected_one() -> None:
    view, opened, copied = View(), list[str](), list[str]()
    history = HistoryPresenter(view, opened.append, copied.append)
    history.show("Trần Thị Mẫu", [line(1), line(2)], 2, NOW)
    history.select(1)
    assert history.open()
    assert history.copy()
    assert (opened, copied, view.closed) == (["uid-2"], ["uid-2"], 2)


def test_nothing_is_promised_that_nothing_can_be_done_with() -> None:
    view, opened = View(), list[str]()
    history = HistoryPresenter(view, opened.append, None)
    history.show("Trần Thị Mẫu", [line(1)], 1, NOW)
    assert view.states[-1].copy_words == ""
    assert not history.copy()
    history.show("Lê Văn Thử", [], 0, NOW)
    assert view.states[-1].open_words == ""
    assert view.states[-1].sentence == "Công dân này chưa có hồ sơ nào ở trung tâm."
    assert not history.open()
    assert not opened
