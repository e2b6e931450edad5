"""The list of dossiers, over a real store: queues, search, pages, late answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.presenters.dossiers.dossier_list import PAGE, DossierList
from counter_app.desktop.presenters.dossiers.line_cells import DUE_COLUMN, RECEIVED_COLUMN
from counter_app.desktop.presenters.dossiers.list_state import EmptyAct, ListState
from counter_app.desktop.presenters.dossiers.queue_words import ALARMS, PAGES, QUEUES, STATES
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import Withdrawn
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.procedures.channels import Channel
from counter_app.services.dossiers.lists import Queue
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import take_result_in
from counter_app.services.dossiers.stepping import record
from tests.desktop.conftest import Desktop
from tests.made import person
from tests.services.dossiers.test_lists import submitted

BIRTH = "1.001193"


@dataclass
class Shown:
    """A view that keeps what it was given."""

    states: list[ListState] = field(default_factory=list)
    lines: list[DossierLine] = field(default_factory=list)
    current: int = -1
    more: bool = False
    table_focused: int = 0
    opened: list[tuple[str, str]] = field(default_factory=list)
    receptions: int = 0

    @property
    def state(self) -> ListState:
        return self.states[-1]

    def present(self, state: ListState) -> None:
        self.states.append(state)

    def show_lines(self, lines: tuple[DossierLine, ...], current: int, *, more: bool) -> None:
        self.lines, self.current, self.more = list(lines), current, more

    def add_lines(self, lines: tuple[DossierLine, ...], *, more: bool) -> None:
        self.lines += lines
        self.more = more

    def focus_table(self) -> None:
        self.table_focused += 1

    def open_dossier(self, uid: str, act: str) -> None:
        self.opened.append((uid, act))

    def begin_reception(self) -> None:
        self.receptions += 1


@dataclass
class Listed:
    """A list over a desk, with its view."""

    desktop: Desktop
    view: Shown
    presenter: DossierList

    def receive(self, name: str = "Trần Thị Mẫu", number: str = "001184000123") -> Dossier:
        """Receive a dossier a minute later."""
        counter = self.desktop.counter
        counter.clock.go(minutes=1)
        reception = Reception(BIRTH, person(name, number))
        return receive(counter.workplace, counter.session, reception)


@pytest.fixture
def listed(desktop: Desktop) -> Listed:
    view = Shown()
    desktop.counter.grant(first=100, last=900)
    return Listed(desktop, view, DossierList(desktop.desk, view))


def test_a_dossier_by_post_says_so(listed: Listed) -> None:
    submitted(listed.desktop.counter, Channel.POST)
    listed.presenter.show_queue(Queue.NEW)
    (line,) = listed.view.lines
    assert [cell.text for cell in listed.presenter.cells_of(line)][4:6] == [
        "Chưa nhận",
        "Nộp qua bưu chính",
    ]


def test_every_queue_is_said_and_is_on_one_half_of_the_chips() -> None:
    assert set(QUEUES) == set(PAGES) == set(Queue)
    assert {*STATES, *ALARMS} == set(Queue)


def test_an_empty_machine_says_so_and_offers_a_reception(listed: Listed) -> None:
    listed.presenter.arrive()
    empty = listed.view.state.empty
    assert empty is not None
    assert empty.sentence == "Không có hồ sơ nào đang mở."
    assert (empty.words, empty.keys) == ("Tiếp nhận hồ sơ mới", "F2")
    listed.presenter.help_empty()
    assert listed.view.receptions == 1
    assert listed.view.state.hints == ()


def test_rows_chips_and_place(listed: Listed) -> None:
    first, second = listed.receive(), listed.receive("Lê Văn Thử", "001084000124")
    listed.presenter.arrive()
    assert [line.uid for line in listed.view.lines] == [first.uid, second.uid]
    state = listed.view.state
    assert state.empty is None
    counts = {chip.queue: chip.count for chip in (*state.states, *state.alarms)}
    assert counts[Queue.OPEN] == counts[Queue.IN_PROGRESS] == counts[Queue.UNSENT] == 2
    assert counts[Queue.ALL] is None
    assert [chip.queue for chip in state.states if chip.chosen] == [Queue.OPEN]
    assert state.position == "Dòng 1 trong 2"
    listed.presenter.move_to(1)
    assert listed.view.state.position == "Dòng 2 trong 2"
    listed.presenter.open()
    listed.presenter.open("return")
    assert listed.view.opened == [(second.uid, ""), (second.uid, "return")]


def test_what_is_late_is_of_any_age(listed: Listed) -> None:
    listed.receive()
    listed.presenter.arrive()
    counts = {chip.queue: chip.count for chip in listed.view.state.alarms}
    assert counts[Queue.OVERDUE] == 0
    listed.desktop.counter.clock.go(days=30)
    listed.presenter.arrive()
    counts = {chip.queue: chip.count for chip in listed.view.state.alarms}
    assert counts[Queue.OVERDUE] == 1
    listed.presenter.show_queue(Queue.OVERDUE)
    assert listed.view.state.title == "Quá hạn"
    assert len(listed.view.lines) == 1
    assert listed.view.state.days.choices == ()
    assert listed.view.state.days.reason


def test_what_is_soon_due_has_its_two_spans(listed: Listed) -> None:
    listed.receive()
    listed.presenter.show_queue(Queue.DUE_SOON)
    listed.presenter.arrive()
    days = listed.view.state.days
    assert days.text == "Đến hạn trong 24 giờ"
    assert [choice.key for choice in days.choices] == ["24h", "3d"]
    listed.presenter.pick_days("3d")
    assert listed.view.state.days.text == "Đến hạn trong 3 ngày"


def test_pages_come_when_asked_for(listed: Listed) -> None:
    for _ in range(PAGE + 3):
        listed.receive()
    listed.presenter.arrive()
    assert len(listed.view.lines) == PAGE
    assert listed.view.more
    assert listed.view.state.position == "Dòng 1 trong 53 · cuộn để xem tiếp"
    listed.presenter.more()
    assert len(listed.view.lines) == PAGE + 3
    assert len({line.uid for line in listed.view.lines}) == PAGE + 3
    assert not listed.view.more
    assert listed.view.state.position == "Dòng 1 trong 53"
    listed.presenter.more()
    assert len(listed.view.lines) == PAGE + 3


def test_a_refresh_keeps_the_selected_dossier(listed: Listed) -> None:
    for _ in range(3):
        listed.receive()
    listed.presenter.arrive()
    listed.presenter.move_to(2)
    chosen = listed.view.lines[2].uid
    gone = listed.view.lines[0].uid
    record(
        listed.desktop.counter.workplace,
        listed.desktop.counter.session,
        gone,
        Withdrawn("đổi ý"),
    )
    listed.presenter.changed(Changed(frozenset({Subject.DRAFTS})))
    assert len(listed.view.lines) == 3
    listed.presenter.changed(Changed())
    assert listed.view.current == 1
    assert listed.view.lines[1].uid == chosen


def test_search_is_within_the_queue_and_widens_with_one_key(listed: Listed) -> None:
    dossier = listed.receive("Nguyễn Đức Thử", "001084000125")
    counter = listed.desktop.counter
    record(counter.workplace, counter.session, dossier.uid, Withdrawn("đổi ý"))
    listed.receive()
    listed.presenter.arrive()
    listed.presenter.type("nguyen duc")
    empty = listed.view.state.empty
    assert empty is not None
    assert "“nguyen duc” (Đang mở)" in empty.sentence
    assert empty.act is EmptyAct.WIDEN
    listed.presenter.enter()
    assert [line.uid for line in listed.view.lines] == [dossier.uid]
    listed.presenter.enter()
    assert listed.view.opened == [(dossier.uid, "")]


def test_several_matches_take_the_keys(listed: Listed) -> None:
    listed.receive()
    listed.receive()
    listed.presenter.arrive()
    listed.presenter.type("tran")
    listed.presenter.enter()
    assert listed.view.table_focused == 1
    assert listed.view.opened == []


def test_a_whole_code_opens_from_whatever_queue(listed: Listed) -> None:
    dossier = listed.receive()
    listed.presenter.show_queue(Queue.WAITING_RETURN)
    listed.presenter.type(dossier.code)
    listed.presenter.enter()
    assert listed.view.opened == [(dossier.uid, "")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("{centre}-261120-9999", "chưa có trên máy này"),
        ("H99.15-261120-0001", "do cơ quan khác cấp"),
    ],
)
def test_an_unknown_code_is_said_plainly(listed: Listed, typed: str, said: str) -> None:
    listed.receive()
    listed.presenter.arrive()
    listed.presenter.type(typed.format(centre=listed.desktop.counter.workplace.enrolment.centre))
    empty = listed.view.state.empty
    assert empty is not None
    assert said in empty.sentence
    listed.presenter.enter()
    assert listed.view.opened == []


def test_only_the_newest_question_is_answered(listed: Listed) -> None:
    listed.receive("Lê Văn Thử", "001084000124")
    dossier = listed.receive("Võ Thị Ví Dụ", "001184000126")
    listed.presenter.arrive()
    listed.desktop.jobs.hold()
    for typed in ("v", "vo", "vo t", "vo thi"):
        listed.presenter.type(typed)
    assert len(listed.desktop.jobs.held) == 1
    listed.presenter.enter()
    assert listed.view.opened == []
    listed.desktop.jobs.release()
    assert [line.uid for line in listed.view.lines] == [dossier.uid]
    assert listed.view.opened == [(dossier.uid, "")]


def test_a_late_page_is_dropped(listed: Listed) -> None:
    for _ in range(PAGE + 1):
        listed.receive()
    listed.presenter.arrive()
    listed.desktop.jobs.hold()
    listed.presenter.more()
    listed.presenter.type("khongcoai")
    listed.desktop.jobs.release(last=True)
    assert listed.view.lines == []
    listed.desktop.jobs.release()
    assert listed.view.lines == []


def test_days_and_counters_narrow(listed: Listed) -> None:
    listed.receive()
    listed.desktop.counter.clock.go(days=8)
    listed.presenter.arrive()
    listed.presenter.pick_days("7")
    assert listed.view.lines == []
    empty = listed.view.state.empty
    assert empty is not None
    assert "nhận: 7 ngày qua" in empty.sentence
    assert listed.view.state.days.text == "Nhận: 7 ngày qua"
    listed.presenter.pick_days("all")
    assert len(listed.view.lines) == 1
    listed.presenter.pick_counter("99")
    assert listed.view.lines == []
    assert listed.view.state.counters.text == "Quầy 99"
    listed.presenter.help_empty()
    assert len(listed.view.lines) == 1
    assert listed.view.state.counters.text == "Mọi quầy"
    assert listed.presenter.queue is Queue.ALL


def test_two_columns_sort(listed: Listed) -> None:
    first, second = listed.receive(), listed.receive()
    listed.presenter.arrive()
    listed.presenter.sort_by(0)
    assert listed.view.lines[0].uid == first.uid
    listed.presenter.sort_by(RECEIVED_COLUMN)
    assert listed.view.lines[0].uid == second.uid
    listed.presenter.sort_by(DUE_COLUMN)
    assert listed.view.lines[0].uid == first.uid


def test_hints_promise_only_what_acts(listed: Listed) -> None:
    dossier = listed.receive()
    listed.presenter.arrive()
    assert [hint.keys for hint in listed.view.state.hints] == ["Enter", "F8", "F10"]
    counter = listed.desktop.counter
    take_result_in(counter.workplace, counter.session, dossier, (ResultPaper("Giấy khai sinh"),))
    record(counter.workplace, counter.session, dossier.uid, Withdrawn("đổi ý"))
    listed.presenter.show_queue(Queue.ALL)
    assert [hint.keys for hint in listed.view.state.hints] == ["Enter", "F10"]


def test_opening_needs_a_row(listed: Listed) -> None:
    listed.presenter.arrive()
    assert not listed.presenter.has_current()
    listed.presenter.open()
    assert listed.view.opened == []
    unused: Callable[[], None] = listed.presenter.more
    unused()
    assert listed.view.lines == []


def test_who_went_deep_into_the_list_keeps_the_place(
    listed: Listed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "counter_app.desktop.presenters.dossiers.dossier_list._MOST_REFRESHED", PAGE
    )
    for _ in range(PAGE + 3):
        listed.receive()
    listed.presenter.arrive()
    listed.presenter.more()
    assert len(listed.view.lines) == PAGE + 3
    listed.receive()
    listed.presenter.arrive()
    assert len(listed.view.lines) == PAGE + 3, "nothing jumps under the officer's hands"
    listed.presenter.sort_by(RECEIVED_COLUMN)
    assert len(listed.view.lines) == PAGE, "another order begins anew"
