"""A pile by scanning: proposed unit, doubts, one act, one list."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from counter_app.desktop.changed import Changed, dossier_changed
from counter_app.desktop.notice import NoticeKind
from counter_app.desktop.presenters.piles.pile_page import PilePage
from counter_app.desktop.presenters.piles.pile_state import PileState
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.services.dossiers.piles import Pile, PileList, hand_over
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.printing.receipt_paper import Document
from tests.desktop.conftest import Desktop
from tests.made import person

BIRTH = "1.001193"


@dataclass
class Shown:
    """A view that keeps what it was told."""

    states: list[PileState] = field(default_factory=list)
    focused: list[str] = field(default_factory=list)

    def present(self, state: PileState) -> None:
        self.states.append(state)

    def focus_unit(self) -> None:
        self.focused.append("unit")

    def focus_rows(self) -> None:
        self.focused.append("rows")

    @property
    def now(self) -> PileState:
        return self.states[-1]


@dataclass
class Office:
    desktop: Desktop
    page: PilePage
    view: Shown
    changes: list[Changed]
    made: list[PileList]

    def receive(self) -> Dossier:
        place = self.desktop.counter
        return receive(place.workplace, place.session, Reception(BIRTH, person()))

    def words(self, row: int) -> str:
        return " ".join(str(getattr(cell, "text", "")) for cell in self.view.now.rows[row])


@pytest.fixture
def office(desktop: Desktop) -> Office:
    view, changes, made = Shown(), list[Changed](), list[PileList]()

    def make_list(done: PileList) -> Document:
        made.append(done)
        return Document("hand_over", "TT03-2025", b"%PDF-", copies=2)

    page = PilePage(desktop.desk, view, changes.append, make_list)
    page.arrive()
    return Office(desktop, page, view, changes, made)


def test_a_scanned_pile_is_handed_over_with_two_acts(office: Office) -> None:
    first, second = office.receive(), office.receive()
    office.page.add(first.shown_code)
    assert office.view.now.unit == first.received.procedure.agency_name, "proposed by the first"
    office.page.add(second.shown_code)
    assert len(office.view.now.rows) == 2
    assert not office.view.now.reason
    assert office.page.proceed()
    assert office.made[0].number.endswith("0001")
    assert {each.uid for each in office.made[0].dossiers} == {first.uid, second.uid}
    assert office.changes[-1].dossiers == {first.uid, second.uid}
    assert office.desktop.tray.sheets[0].title.endswith(office.made[0].number)
    assert office.view.now.rows == ()
    assert office.page.print_again()
    assert len(office.desktop.tray.sheets) == 2


def test_the_same_paper_twice_is_said_and_stands_once(office: Office) -> None:
    code = office.receive().shown_code
    office.page.add(code)
    office.page.add(code)
    assert len(office.view.now.rows) == 1
    assert "đã có trong chồng" in office.desktop.notices[-1].bold


def test_a_line_that_cannot_go_holds_the_pile_until_it_is_taken_out(office: Office) -> None:
    out, here = office.receive(), office.receive()
    place = office.desktop.counter
    hand_over(place.workplace, place.session, [out.uid], "Phòng Tư pháp")
    office.page.add(here.shown_code)
    office.page.add(out.shown_code)
    assert "đã bàn giao" in office.words(1)
    assert not office.page.proceed()
    assert office.view.now.reason
    office.page.remove()
    assert office.page.proceed()


def test_a_key_right_after_a_scan_waits_for_the_scanned_paper(office: Office) -> None:
    first, second = office.receive(), office.receive()
    office.page.add(first.shown_code)
    office.desktop.jobs.hold()
    office.page.add(second.shown_code)
    office.page.remove()
    assert len(office.view.now.rows) == 1, "the paper before isn't what is meant"
    office.desktop.jobs.release()
    assert first.shown_code in office.words(0)
    office.desktop.jobs.hold()
    office.page.add(second.shown_code)
    assert office.page.proceed()
    assert office.made == []
    office.desktop.jobs.release()
    (made,) = office.made
    assert {each.uid for each in made.dossiers} == {first.uid, second.uid}


def test_what_is_scanned_while_a_pile_is_written_begins_the_next(office: Office) -> None:
    first, second, third = (office.receive() for _ in range(3))
    office.page.add(first.code)
    office.desktop.jobs.hold()
    assert office.page.proceed()
    office.page.add(second.code)
    office.page.add(third.code)
    assert len(office.view.now.rows) == 1
    office.desktop.jobs.release()
    assert [[each.uid for each in done.dossiers] for done in office.made] == [[first.uid]]
    assert [second.code in office.words(0), third.code in office.words(1)] == [True, True]
    assert len(office.view.now.rows) == 2
    assert office.page.proceed()
    assert {each.uid for each in office.made[-1].dossiers} == {second.uid, third.uid}


def test_what_is_scanned_while_a_pile_is_refused_joins_it(office: Office) -> None:
    first, second = office.receive(), office.receive()
    place = office.desktop.counter
    office.page.add(first.code)
    hand_over(place.workplace, place.session, [first.uid], "Phòng Ví Dụ")
    office.desktop.jobs.hold()
    assert office.page.proceed()
    office.page.add(second.code)
    office.page.add("không phải mã")
    office.desktop.jobs.release()
    assert office.made == []
    assert len(office.view.now.rows) == 2
    assert second.code in office.words(1)
    assert any("Chưa ghi gì" in each.bold for each in office.desktop.notices)


def test_a_paper_that_isnt_found_takes_the_key_back(office: Office) -> None:
    office.page.add(office.receive().shown_code)
    office.desktop.jobs.hold()
    office.page.add("H26.15-261120-9999")
    office.page.proceed()
    office.desktop.jobs.release()
    assert office.made == []
    assert office.desktop.notices
    assert office.page.proceed()


def test_somebody_else_was_quicker(office: Office) -> None:
    dossier = office.receive()
    office.page.add(dossier.shown_code)
    place = office.desktop.counter
    hand_over(place.workplace, place.session, [dossier.uid], "Phòng Tư pháp")
    office.page.changed(dossier_changed(dossier.uid))
    assert "đã bàn giao" in office.words(0)


def test_quicker_than_the_news(office: Office) -> None:
    gone, other = office.receive(), office.receive()
    office.page.add(other.shown_code)
    office.page.add(gone.shown_code)
    place = office.desktop.counter
    hand_over(place.workplace, place.session, [gone.uid], "Phòng Tư pháp")
    office.page.proceed()
    assert not office.made, "all or none"
    assert gone.shown_code in office.desktop.notices[-1].bold
    assert "đã bàn giao" in office.words(1)


def test_results_come_with_kind_and_number(office: Office) -> None:
    dossier = office.receive()
    office.page.choose(Pile.RESULTS)
    office.page.add(dossier.shown_code)
    fields = office.view.now.result
    assert fields is not None
    assert fields.kind, "what the procedure ends with"
    office.page.describe("", "", "")
    assert "giấy gì" in office.words(0)
    assert not office.page.proceed()
    office.page.describe("Giấy khai sinh", "118/2026", "bản chính")
    assert office.page.proceed()
    result = office.made[0].dossiers[0].results[0]
    assert (result.kind, result.number, result.abstract) == (
        "Giấy khai sinh", "118/2026", "bản chính",
    )  # fmt: skip


def test_a_unit_is_found_by_words_without_accents(office: Office) -> None:
    office.page.add(office.receive().shown_code)
    office.page.type_unit("uy ban")
    assert all("ban" in row.name.lower() for row in office.view.now.units)
    office.page.type_unit("Tổ công tác lưu động")
    assert office.view.now.units == ()
    office.page.pick_unit(-1)
    assert office.view.now.unit == "Tổ công tác lưu động"
    assert "cơ quan khác" in office.view.now.doubt
    office.page.name_person("Lê Văn Thử")
    assert office.page.proceed()
    assert (office.made[0].unit, office.made[0].receiver) == (
        "Tổ công tác lưu động", "Lê Văn Thử",
    )  # fmt: skip


def test_a_code_that_leads_nowhere_is_said(office: Office) -> None:
    office.page.add("H99.01-261121-0001")
    assert office.desktop.notices[-1].kind is NoticeKind.ERROR
    assert office.page.is_empty
    assert not office.page.proceed(), "an empty pile isn't written"
    assert office.desktop.notices[-1].kind is NoticeKind.WARN


def test_without_a_unit_the_keys_go_there(office: Office) -> None:
    office.page.add(office.receive().shown_code)
    office.page.type_unit("")
    office.page.pick_unit(-1)
    assert not office.page.proceed()
    assert office.view.focused[-1] == "unit"
