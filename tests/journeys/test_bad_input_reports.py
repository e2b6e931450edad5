"""Reports, books, lists and codes that make no sense, at a real home: a sentence, or even sums.

Nothing of it may raise anything that has no words, and nothing is left half done.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from counter_app.app.home import Home, open_home
from counter_app.desktop.presenters.reports.asking import AskedPeriod
from counter_app.domain.errors.catalogue import CatalogueError
from counter_app.domain.errors.keeping.books import BookAskError
from counter_app.domain.errors.work import ClockDoubtfulError
from counter_app.domain.form_sets import FormSet
from counter_app.domain.office.coverage import CoverageList
from counter_app.domain.office.targets import Scope
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.problems import Problem
from counter_app.domain.reports.period import Period, Step, period_of
from counter_app.domain.reports.sheet import Cell, ReportSheet, RowKind
from counter_app.papers.fonts import choose_fonts
from counter_app.papers.sheet_documents import report_pdf
from counter_app.services.books.asked import BookAsk
from counter_app.services.books.closing import closing_problems
from counter_app.services.books.making import Work, read_book
from counter_app.services.counter.clock import Clock, Moment
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.coverage.approved_list import import_approved
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.reports.handing_out import report_paper
from counter_app.services.reports.handling.summary import SUMMARIES
from counter_app.services.reports.making import behind, follow, make_report
from counter_app.services.reports.proving import prove
from counter_app.services.reports.shelf import REPORTS, report
from counter_app.services.reports.standing import standing_words
from tests.journeys.bad_input import careful, kept, said, worded
from tests.journeys.paper import words_on
from tests.made import person
from tests.papers import samples
from tests.papers.figures import made
from tests.services.conftest import shipped_reference

HEAD = Session(Officer("CB-006", "Vũ Văn Tập", roles=(Role.SUPERVISOR, Role.RECEPTION)), "online")
BOOK = "register"


@dataclass
class Office:
    """A home that is open, and its workplace."""

    home: Home
    place: Workplace
    today: date

    def sheet(self, name: str, period: Period) -> ReportSheet:
        return make_report(self.place, HEAD, report(name), period)


@pytest.fixture
def office(home: Path) -> Iterator[Office]:
    with open_home(home, plain_store=True) as opened:
        place = opened.workplace()
        yield Office(opened, place, place.clock.now().at.date())


def sound(sheet: ReportSheet) -> None:
    """Every sheet says whose it is and how it stands, and every row fills its columns."""
    careful(standing_words(sheet))
    careful(" ".join(sheet.notes))
    assert all(len(row.cells) == len(sheet.columns) for row in sheet.rows)


def all_made(office: Office, period: Period) -> None:
    """Make each report of the shelf, and look behind its first figures."""
    for each in REPORTS:
        sheet = make_report(office.place, HEAD, each, period)
        sound(sheet)
        drills = [cell.drill for row in sheet.rows for cell in row.cells if cell.drill]
        for drill in drills[:1]:
            behind(office.place, HEAD, each, period, drill)


SPANS: dict[str, Callable[[date], Period]] = {
    "the future": lambda day: period_of(Step.MONTH, day.replace(year=day.year + 3)),
    "long before": lambda day: period_of(Step.YEAR, day.replace(year=2001)),
    "over a year without calendar": lambda day: Period(day, date(day.year + 2, 2, 1)),
}


@pytest.mark.parametrize("span", SPANS.values(), ids=SPANS.keys())
def test_any_span_of_days(span: Callable[[date], Period], office: Office) -> None:
    all_made(office, span(office.today))


def test_days_that_are_no_span_are_said_where_they_are_typed() -> None:
    today = date(2026, 11, 20)
    asked = AskedPeriod(today)
    asked.step_to(Step.SPAN, today)
    for first, last in (
        ("20/11/2026", "01/11/2026"), ("01/12/2027", "02/12/2027"), ("31/02/2026", "1/3/2026"),
        ("", "20/11/2026"), ("hôm qua", "nay"),
    ):  # fmt: skip
        asked.type_first(first, today)
        before = asked.period
        assert not asked.type_last(last, today)
        assert asked.shown is not None
        problem = asked.shown.first_problem or asked.shown.last_problem
        assert problem, (first, last)
        careful(problem)
        assert asked.period == before, "the figures stay those of the days before"
        asked = AskedPeriod(today)
        asked.step_to(Step.SPAN, today)


BOOKS: dict[str, tuple[Callable[[int], BookAsk], str]] = {
    "next year": (lambda year: BookAsk(BOOK, year + 1, "1"), "book_year_odd"),
    "before there were books": (lambda year: BookAsk(BOOK, 1875, "1"), "book_year_odd"),
    "a book of nobody": (lambda year: BookAsk("tunes", year, "1"), "book_unknown"),
    "of no counter": (lambda year: BookAsk(BOOK, year), "book_needs_counter"),
    "turned days": (
        lambda year: BookAsk(BOOK, year, "1", date(year, 5, 2), date(year, 5, 1)),
        "book_days_turned",
    ),
    "days elsewhere": (
        lambda year: BookAsk(BOOK, year, "1", date(year - 1, 5, 2), date(year, 5, 1)),
        "book_days_outside",
    ),
}


@pytest.mark.parametrize(("ask", "code"), BOOKS.values(), ids=BOOKS.keys())
def test_a_book_that_can_t_be(ask: Callable[[int], BookAsk], code: str, office: Office) -> None:
    with pytest.raises(BookAskError) as caught:
        read_book(office.place, HEAD, ask(office.today.year), Work())
    worded(*caught.value.problems)
    assert code in {each.code for each in caught.value.problems}


def test_a_book_of_an_empty_year_is_empty_and_may_be_closed(office: Office) -> None:
    ask = BookAsk(BOOK, office.today.year - 1, "1")
    book = read_book(office.place, HEAD, ask, Work())
    assert book.is_empty
    assert not closing_problems(office.place, ask)


HEADING = "Mã TTHC;Tên TTHC;Mã cơ quan;Cấp;Quyết định;Ngày quyết định;Lý do;Dự kiến"
LISTS: dict[str, bytes] = {
    "empty": b"",
    "wrong columns": "Họ tên;Ngày sinh\nTrần Thị Mẫu;1990\n".encode(),
    "headings only": f"{HEADING}\n".encode(),
    "no text": bytes(range(128, 256)) * 9,
    "cut xlsx": b"PK\x03\x04 junk",
}


@pytest.mark.parametrize("data", LISTS.values(), ids=LISTS.keys())
def test_an_approved_list_that_is_none(data: bytes, office: Office, tmp_path: Path) -> None:
    file = tmp_path / ("ds.xlsx" if data.startswith(b"PK") else "ds.csv")
    file.write_bytes(data)
    books = office.place.reference
    with pytest.raises(CatalogueError) as caught:
        import_approved(file, "9", books.procedures, books.agencies, CoverageList())
    said(caught.value, caught.value.code)


def test_an_approved_list_with_wrong_codes_goes_in_whole_or_not(
    office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "ds.csv"
    good = "1.001193;Đăng ký khai sinh;H26.15;Cấp xã;12/QĐ-UBND;01/07/2025;;"
    file.write_text(f"{HEADING}\n{good}\n1.00119;Sai mã;;;;;;\n1.2;Sai nữa;;;;;;\n", "utf-8")
    books = office.place.reference
    read = import_approved(file, "9", books.procedures, books.agencies, CoverageList())
    assert [each.row for each in read.refused] == [3, 4]
    worded(*(each.problem for each in read.refused))
    assert not read.coverage.lines


@pytest.mark.parametrize("typed", ["", "SD82-YW89", "SD82-YW89-X4F6", "không có", "0" * 300])
def test_a_check_code_with_a_typing_error(typed: str, office: Office) -> None:
    before = kept(office.home.folders.home)
    found = prove(office.place, HEAD, typed)
    assert isinstance(found, Problem)
    worded(found)
    assert kept(office.home.folders.home) == before


class TurnedClock:
    """A clock that stands some hours elsewhere."""

    def __init__(self, clock: Clock, by: timedelta) -> None:
        self._clock, self._by = clock, by

    def now(self) -> Moment:
        moment = self._clock.now()
        return dataclasses.replace(moment, at=moment.at + self._by)


def evenly(sheet: ReportSheet) -> int:
    """The last row is the sum of the lines; return its first figure."""
    lines = [row for row in sheet.rows if row.kind is RowKind.LINE]
    total = next(row for row in sheet.rows if row.kind is RowKind.TOTAL)
    sums = [
        (at, sum(int(row.cells[at].value or 0) for row in lines), total.cells[at].value or 0)
        for at, each in enumerate(total.cells)
        if isinstance(each.value, int)
    ]
    assert all(counted == told for _, counted, told in sums), sums
    return int(sums[0][2])


def test_a_clock_that_was_set_back_between_entries(office: Office) -> None:
    now, wish = office.place.clock.now().at, Reception("1.001193", person())
    noon = now.replace(hour=12) + timedelta(days=1) - now
    for by in (noon, noon - timedelta(hours=1)):
        clock = TurnedClock(office.place.clock, by)
        receive(dataclasses.replace(office.place, clock=clock), HEAD, wish)
    with pytest.raises(ClockDoubtfulError) as caught:  # a day back: nothing is written at all
        receive(office.place, HEAD, wish)
    said(caught.value, "work.clock_doubtful")
    week = Period(office.today - timedelta(days=3), office.today + timedelta(days=3))
    sums = {evenly(make_report(office.place, HEAD, each, week)) for each in SUMMARIES}
    assert sums == {5}


def test_codes_that_no_list_knows_any_more(office: Office) -> None:
    stranger = Session(Officer("CB-999", "Người đã nghỉ", roles=(Role.RECEPTION,)), "online")
    receive(office.place, stranger, Reception("1.001193", person()))
    books = office.place.reference
    office.place.renewed(
        dataclasses.replace(
            books,
            officers=dataclasses.replace(books.officers, officers=()),
            agencies=dataclasses.replace(books.agencies, agencies=()),
            procedures=dataclasses.replace(books.procedures, procedures=()),
        )
    )
    month = period_of(Step.MONTH, office.today)
    for each in REPORTS:
        sound(make_report(office.place, HEAD, each, month))
    book = read_book(office.place, HEAD, BookAsk(BOOK, office.today.year, "1"), Work())
    assert len(book.content.lines) == 4


def test_the_store_of_another_centre_says_whose_it_is(office: Office) -> None:
    """A home is a centre's: its lists lie in its store, and every sheet bears that name."""
    books = office.place.reference
    elsewhere = dataclasses.replace(books.centre, parent="UBND PHƯỜNG KHÁC")
    office.place.renewed(dataclasses.replace(books, centre=elsewhere))
    sheet = make_report(office.place, HEAD, REPORTS[0], period_of(Step.MONTH, office.today))
    assert "KHÁC" in str(report_paper(office.place, HEAD, sheet).header)
    book = read_book(office.place, HEAD, BookAsk(BOOK, office.today.year, "1"), Work())
    assert "KHÁC" in str(book.content.header)


def test_two_form_sets_in_one_period_are_named(office: Office) -> None:
    year = period_of(Step.YEAR, date(2025, 3, 1))  # the circular of 2025 came in July
    for each in REPORTS:
        sheet = make_report(office.place, HEAD, each, year)
        if sheet.period is not None:
            said_once = [note for note in sheet.notes if "2 bộ biểu mẫu" in note]
            assert len(said_once) == 1, each.name
            careful(said_once[0])
    assert "đến hết 30/06/2025" in said_once[0]
    assert "từ 01/07/2025" in said_once[0]
    book = read_book(office.place, HEAD, BookAsk(BOOK, 2025, "1"), Work())
    assert any("2 bộ biểu mẫu" in each for each in book.content.remarks)
    this = make_report(office.place, HEAD, REPORTS[0], period_of(Step.MONTH, office.today))
    assert not any("bộ biểu mẫu" in note for note in this.notes)


def test_a_purged_year_says_so_and_keeps_its_figures(office: Office) -> None:
    month = period_of(Step.MONTH, office.today)
    before = office.sheet(SUMMARIES[0].name, month)
    with office.place.store.writing() as tx:
        tx.purging.erase(sorted(life.dossier for life in tx.lives.every())[:2])
    sheet = office.sheet(SUMMARIES[0].name, month)
    assert [row.cells for row in sheet.rows] == [row.cells for row in before.rows]
    assert "2 hồ sơ đã xóa nội dung theo thời hạn lưu" in standing_words(sheet)


def test_a_target_with_an_empty_scope_says_so(office: Office) -> None:
    books = office.place.reference
    first = books.targets.targets[0]
    scopes = {"không có lĩnh vực ấy": "field_name", "H99.99": "agency"}
    strange = tuple(
        dataclasses.replace(first, id=f"t{at}", name=f"Chỉ tiêu {at}", scope=Scope(**{key: value}))
        for at, (value, key) in enumerate(scopes.items())
    )
    targets = dataclasses.replace(books.targets, targets=strange)
    office.place.renewed(dataclasses.replace(books, targets=targets))
    sheet = office.sheet("targets", period_of(Step.MONTH, office.today))
    words = [" ".join(str(cell.value) for cell in row.cells if cell.value) for row in sheet.rows]
    assert sum("phạm vi rỗng" in line for line in (*words, *sheet.notes)) >= len(scopes)
    sound(sheet)
    for name in ("targets_agency", "targets_field_name", "targets_months"):
        sound(office.sheet(name, period_of(Step.MONTH, office.today)))


def test_a_journal_that_ran_ahead_is_followed_before_anything_is_counted(office: Office) -> None:
    follow(office.place)
    for _ in range(2):
        receive(office.place, HEAD, Reception("1.001193", person()))
    with office.place.store.reading() as tx:
        assert not tx.lives.followed().is_whole
    sheet = make_report(office.place, HEAD, REPORTS[1], period_of(Step.MONTH, office.today))
    assert evenly(sheet) == 5


def test_twenty_columns_with_long_names_come_out_whole() -> None:
    long = "Ban Quản lý dự án đầu tư xây dựng khu vực mẫu"
    heads = tuple(
        dataclasses.replace(each, head=f"{each.head} trong kỳ báo cáo")
        for each in made.WIDE.columns
    )
    rows = tuple(
        dataclasses.replace(row, cells=(Cell(f"{row.cells[0].value} {long}"), *row.cells[1:]))
        for row in made.WIDE.rows[:8]
    )
    todays = FormSet.for_date(shipped_reference().form_sets, date(2026, 11, 20))
    paper = made.paper(dataclasses.replace(made.WIDE, columns=heads, rows=rows))
    text = words_on(report_pdf(paper, samples.MARKS, todays, choose_fonts()))
    assert len(heads) == 20
    for row in rows:
        assert str(row.cells[0].value) in text
    assert text.count("trong kỳ báo cáo") >= 20
