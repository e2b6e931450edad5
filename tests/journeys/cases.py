"""The cases of UX §2, played by real keys: what was stored, printed and asked of the officer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counter_app.desktop.presenters.reception.state import Block
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.people.person import IdentityKind
from tests.journeys.driver import Counter
from tests.journeys.hands import Effort
from tests.journeys.paper import codes_on, words_on
from tests.journeys.spool import Sheet
from tests.journeys.town import FAVOURITE, OWN_BOOK, CounterHome
from tests.journeys.townspeople import (
    ASKED_BEFORE,
    FETCHING,
    LACKING,
    NEW,
    RETURNING,
    SEARCHING,
    WITHOUT_CARD,
    Citizen,
)

FAVOURITE_NAME = "Đăng ký khai tử"
NOTE = "nộp chiều nay"


@dataclass(frozen=True)
class Goal:
    """The most that a case may take."""

    keys: int
    seconds: float
    clicks: int = 0

    def met_by(self, effort: Effort) -> bool:
        """Tell whether `effort` stays within."""
        return (
            effort.keys <= self.keys
            and effort.clicks <= self.clicks
            and effort.seconds <= self.seconds
        )


@dataclass(frozen=True)
class Case:
    """One journey; `play` does it at an open counter and returns what it took."""

    name: str
    title: str
    goal: Goal
    play: Callable[[Counter, CounterHome], Effort]


def returning_citizen(at: Counter, _: CounterHome) -> Effort:
    """A: a citizen whom the office knows, and a favourite."""
    with at.measured() as efforts:
        at.scan_card(RETURNING.card)
        at.at(Block.PROCEDURE)
        at.hands.think()
        at.hands.press("Ctrl+1")
        at.at(Block.PAPERS)
        at.hands.think()
        at.hands.press("Return")
        sheet = receive(at)
    dossier = stored(at, sheet, RETURNING, FAVOURITE, FAVOURITE_NAME)
    assert dossier.received.applicant.phone == RETURNING.phone, "the phone was known"
    return efforts[0]


def proposed_procedure(at: Counter, _: CounterHome) -> Effort:
    """A′: Enter takes what this citizen asked for before."""
    with at.measured() as efforts:
        at.scan_card(ASKED_BEFORE.card)
        at.at(Block.PROCEDURE)
        at.hands.think()
        at.hands.press("Return")
        at.at(Block.PAPERS)
        at.hands.think()
        at.hands.press("Return")
        sheet = receive(at)
    stored(at, sheet, ASKED_BEFORE, OWN_BOOK, "Cấp bản sao từ sổ gốc")
    return efforts[0]


def by_search(at: Counter, _: CounterHome) -> Effort:
    """B: six letters find any procedure."""
    known = dossier_before(at, SEARCHING)
    with at.measured() as efforts:
        at.scan_card(SEARCHING.card)
        at.at(Block.PROCEDURE)
        at.hands.think()
        at.hands.type("mai ta")
        at.hands.think()
        at.hands.press("Return")
        at.at(Block.PAPERS)
        at.hands.think()
        at.hands.press("Return")
        sheet = receive(at)
    dossier = stored(at, sheet, SEARCHING, "1.001731", "mai táng")
    assert dossier.received.applicant.phone == known.received.applicant.phone
    return efforts[0]


def new_citizen(at: Counter, _: CounterHome) -> Effort:
    """C: somebody new, whose phone is typed."""
    with at.measured() as efforts:
        at.scan_card(NEW.card)
        at.until(lambda: at.shown.current is Block.APPLICANT, "the phone is asked")
        at.hands.think()
        at.hands.type(NEW.phone)
        at.hands.press("Return")
        at.at(Block.PROCEDURE)
        at.hands.think()
        at.hands.press("Ctrl+1")
        at.at(Block.PAPERS)
        at.hands.think()
        at.hands.press("Return")
        sheet = receive(at)
    dossier = stored(at, sheet, NEW, FAVOURITE, FAVOURITE_NAME)
    assert dossier.received.applicant.phone == NEW.phone
    return efforts[0]


def paper_missing(at: Counter, _: CounterHome) -> Effort:
    """D: somebody new, a search, one paper missing with a note (its letters aren't counted)."""
    with at.measured() as efforts:
        at.scan_card(LACKING.card)
        at.hands.think()
        at.hands.type(LACKING.phone)
        at.hands.press("Return")
        at.at(Block.PROCEDURE)
        at.hands.think()
        at.hands.type("khai tu")
        at.hands.think()
        at.hands.press("Return")
        at.at(Block.PAPERS)
        at.hands.think()
        at.hands.press("1", "3", "Return")
        at.until(lambda: any(row.noting for row in at.shown.papers.rows), "the note is asked")
        before = at.hands.effort
        at.hands.type(NOTE)
        note = at.hands.effort - before
        at.hands.think()
        at.hands.press("Return")
        sheet = receive(at)
    dossier = stored(at, sheet, LACKING, FAVOURITE, FAVOURITE_NAME)
    lacking = [paper for paper in dossier.received.papers if paper.missing]
    assert [paper.note for paper in lacking] == [NOTE]
    return efforts[0] - note


def no_card(at: Counter, _: CounterHome) -> Effort:
    """E: no card at all; every field of the person is typed, the accents in Telex."""
    who = WITHOUT_CARD
    with at.measured() as efforts:
        at.hands.think()
        at.hands.type(who.number)
        at.hands.press("Return")
        at.until(lambda: at.shown.applicant.form, "the form is open")
        at.hands.think()
        at.hands.type(who.name.lower())
        at.hands.press("Return")
        at.hands.think()
        at.hands.type(f"{who.born:%d%m%y}")
        at.hands.press("Return")
        at.hands.think()
        at.hands.type("hoan kiem")
        at.hands.press("Return")
        at.hands.press("Return")  # the street, which nobody asks
        at.hands.think()
        at.hands.type(who.phone)
        at.hands.press("Return")
        at.at(Block.PROCEDURE)
        at.hands.think()
        at.hands.press("Ctrl+1")
        at.at(Block.PAPERS)
        at.hands.think()
        at.hands.press("Return")
        sheet = receive(at)
    dossier = stored(at, sheet, who, FAVOURITE, FAVOURITE_NAME, by_card=False)
    applicant = dossier.received.applicant
    assert applicant.birth_date == who.born
    assert applicant.phone == who.phone
    assert "Hoàn Kiếm" in applicant.address.unit_name
    return efforts[0]


def look_up(at: Counter, home: CounterHome) -> Effort:
    """F: a receipt is scanned on any screen, here on the data's state with nothing in its way."""
    at.office.show_page("unsent")
    with at.measured() as efforts:
        at.hands.scan(home.waiting)
        at.says(home.waiting, FETCHING.name)
    assert home.waiting in at.title
    at.hands.press("Escape")
    at.office.show_page("reception")
    return efforts[0]


def return_result(at: Counter, home: CounterHome) -> Effort:
    """G: scan of the receipt, F8, Enter: returned, and a slip printed."""
    papers = len(at.spool.sheets)
    with at.measured() as efforts:
        at.hands.scan(home.waiting)
        at.says(home.waiting, FETCHING.name)
        at.hands.think()
        at.hands.press("F8")
        at.says("Trả kết quả và in biên nhận")
        at.hands.press("Return")
        at.until(lambda: at.dossier(home.waiting).returned is not None, "it is returned")
    dossier = at.dossier(home.waiting)
    assert dossier.status is Status.RETURNED
    assert dossier.returned is not None
    assert dossier.returned.receiver.name == FETCHING.name
    slip = at.paper(papers + 1)
    assert FETCHING.name in words_on(slip.pdf)
    at.hands.press("Escape")
    at.office.show_page("reception")
    return efforts[0]


def next_citizen(at: Counter, _: CounterHome) -> Effort:
    """I: after the paper the page is empty by itself, and the next card is read at once."""
    with at.measured() as efforts:
        at.until(lambda: at.draft.is_empty, "the page is empty")
        at.at(Block.APPLICANT)
    at.scan_card(RETURNING.card)
    at.hands.press("F2")
    at.until(lambda: at.draft.is_empty, "the card was put aside")
    at.reception.parked.throw_away(at.reception.parked.aside[0].draft.uid)
    return efforts[0]


CASES = (
    Case("A", "người quen, thủ tục hay dùng", Goal(4, 6.5), returning_citizen),
    Case("A′", "người quen, thủ tục gợi ý", Goal(3, 4.9), proposed_procedure),
    Case("B", "tìm thủ tục bất kỳ", Goal(9, 7.9), by_search),
    Case("C", "người mới, gõ điện thoại", Goal(15, 11), new_citizen),
    Case("D", "người mới, tìm, thiếu 1 giấy (chưa kể chữ ghi chú)", Goal(26, 17), paper_missing),
    Case("E", "không có thẻ, gõ tất cả", Goal(65, 31), no_card),
    Case("F", "quét giấy hẹn, xem hồ sơ", Goal(0, 1.3), look_up),
    Case("G", "trả kết quả", Goal(2, 3.3), return_result),
    Case("I", "người kế tiếp", Goal(0, 0), next_citizen),
)


# What every reception comes to.


def receive(at: Counter, key: str = "F9") -> Sheet:
    """Press F9, wait for the paper, and return it."""
    at.at(Block.READY)
    papers = len(at.spool.sheets)
    at.hands.press(key)
    return at.paper(papers + 1)


def stored(
    at: Counter, sheet: Sheet, who: Citizen, procedure: str, name: str, *, by_card: bool = True
) -> Dossier:
    """Check store, paper and page after F9; return the dossier."""
    at.until(lambda: at.draft.is_empty, "the page is empty again")
    codes = codes_on(sheet.pdf)
    assert len(codes) == 1, codes
    dossier = at.dossier(codes.pop())
    received = dossier.received
    assert received.applicant.name == who.name
    assert received.applicant.identity.number == who.number
    assert received.procedure.code == procedure
    if by_card:
        assert received.applicant.identity.kind is IdentityKind.CITIZEN_CARD
        assert received.applicant.birth_date == who.born
    words = words_on(sheet.pdf)
    for part in (who.name, name, dossier.shown_code):
        assert part.casefold() in words.casefold(), f"{part} isn't on the paper: {words}"
    at.until(lambda: at.dossier(dossier.shown_code).printed, "the paper is known to be out")
    return at.dossier(dossier.shown_code)


def dossier_before(at: Counter, who: Citizen) -> Dossier:
    """Let `who` have been here before with another matter."""
    from counter_app.services.dossiers.reception import receive as receive_now
    from counter_app.services.dossiers.reception_plan import Reception
    from tests.journeys.town import person

    return receive_now(
        at.sitting.counter.workplace, at.office.desk.session, Reception(OWN_BOOK, person(who))
    )
