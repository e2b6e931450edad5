"""What a year yields: reports, books, a closed day; and whether they say what happened."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from datetime import time as clock_time
from pathlib import Path

from counter_app.domain.closing.desk import Lies
from counter_app.domain.dates import VIETNAM, vietnam_time
from counter_app.domain.reports.period import Period, Step, period_of
from counter_app.papers.fonts import choose_fonts
from counter_app.services.books.asked import OF_A_COUNTER, BookAsk
from counter_app.services.books.making import (
    Work,
    book_document,
    book_workbook,
    read_book,
    write_file,
)
from counter_app.services.closing.closing import close_day, scan_into_pile
from counter_app.services.closing.kept import explain
from counter_app.services.closing.stand import DayStand, day_stand
from counter_app.services.posting.booklet import booklet_contents, save_booklet
from counter_app.services.printing.sheets.day_closing import make_day_closing
from counter_app.services.reports.asked import Report
from counter_app.services.reports.handing_out import save_pdf, save_xlsx
from counter_app.services.reports.making import follow, make_report
from counter_app.services.reports.overview.handing_out import save_overview
from counter_app.services.reports.overview.report import make_overview
from counter_app.services.reports.shelf import REPORTS, report
from counter_app.store.reports.figures import Figures, Span
from counter_app.wording.office_acts import BOOKS
from tests.year.living import Living
from tests.year.office import YearOffice
from tests.year.script import COUNTERS, Do, Year
from tests.year.tally import Fate, expected

_EVENING = clock_time(17, 30)

Timed = list[tuple[str, int, float]]


def make_all(
    office: YearOffice, living: Living, year: Year, fates: list[Fate], out: Path
) -> list[str]:
    """Write everything below `out`; return what is wrong with it."""
    began = time.monotonic()
    follow(office.places["1"])
    print(f"lives of all dossiers read in {time.monotonic() - began:.1f} s")
    wrong = [*figures(office, year, fates)]
    wrong += bulk(office, year)
    _table("report", _reports(office, year, out / "reports"))
    _table("picture", _pictures(office, year, out / "pictures"))
    _table("book", _books(office, year, out / "books"))
    wrong += closed_day(office, living, year, out / "day")
    return wrong


def _table(what: str, rows: Timed) -> None:
    print(f"{what:<34}{'lines':>8}{'seconds':>9}")
    for name, lines, seconds in rows:
        print(f"{name:<34}{lines:>8}{seconds:>9.2f}")


# --- figures ---------------------------------------------------------------------------------


def _spans(year: Year) -> Iterator[Period]:
    first = year.days[0]
    yield period_of(Step.YEAR, first)
    for month in range(1, 13):
        yield period_of(Step.MONTH, date(first.year, month, 1))
    for step in (Step.QUARTER, Step.HALF, Step.WEEK, Step.DAY):
        yield period_of(step, year.days[len(year.days) // 3])


def figures(office: YearOffice, year: Year, fates: list[Fate]) -> Iterator[str]:
    compared = 0
    with office.store.reading() as tx:
        figures = Figures(tx.lives.connection)
        for period in _spans(year):
            end = datetime.combine(period.last, datetime.max.time(), VIETNAM)
            wanted = expected(fates, period.first, period.last)
            span = Span(period.first, period.last, min(end, year.end))
            found = figures.counts((), span, tuple(wanted)).get((), dict.fromkeys(wanted, 0))
            compared += len(wanted)
            for name, number in wanted.items():
                if found[name] != number:
                    yield f"{period.words}: {name} is {found[name]}, the script says {number}"
    print(f"{compared} figures of {sum(1 for _ in _spans(year))} periods compared with the script")


def bulk(office: YearOffice, year: Year) -> list[str]:
    """Return what is wrong with the list of work done in bulk: the planted run, and no other."""
    whole = period_of(Step.YEAR, year.days[0])
    sheet = make_report(office.places["1"], office.head, report("bulk_finishing"), whole)
    found = [
        vietnam_time(cell.value).date()
        for row in sheet.rows
        for cell in row.cells[1:2]
        if isinstance(cell.value, datetime)
    ]
    planted = [year.bulk_day] if year.bulk_day else []
    print(f"done in bulk: {[str(day) for day in found]}")
    return [] if found == planted else [f"done in bulk: {found}, planted {planted}"]


# --- reports and books -----------------------------------------------------------------------


def _reports(office: YearOffice, year: Year, out: Path) -> Timed:
    out.mkdir(parents=True, exist_ok=True)
    fonts, place, done = choose_fonts(), office.places["1"], []
    for each in REPORTS:
        for period in _periods(each, year.days[0].year):
            began = time.monotonic()
            sheet = make_report(place, office.head, each, period)
            seconds = time.monotonic() - began
            name = f"{each.name}-{period.step.value}"
            save_pdf(place, office.head, sheet, fonts, out / f"{name}.pdf")
            save_xlsx(place, office.head, sheet, out / f"{name}.xlsx")
            done.append((name, len(sheet.rows), seconds))
    return done


def _periods(each: Report, year: int) -> Iterator[Period]:
    for step, day in ((Step.YEAR, date(year, 1, 1)), (Step.MONTH, date(year, 11, 1))):
        if not each.steps or step in each.steps:
            yield period_of(step, day)
            if not each.steps:
                return


def _pictures(office: YearOffice, year: Year, out: Path) -> Timed:
    """Draw the head's four pictures as of the last evening, and the booklet to post."""
    out.mkdir(parents=True, exist_ok=True)
    fonts, place = choose_fonts(), office.places["1"]
    office.clock.at = datetime.combine(year.days[-1], _EVENING, VIETNAM)
    began = time.monotonic()
    overview = make_overview(place, office.head)
    save_overview(place, office.head, overview, fonts, out / "tong-quan.pdf")
    drawn = time.monotonic()
    contents = booklet_contents(place)
    save_booklet(place, office.head, contents, fonts, out / "niem-yet.pdf")
    return [
        ("tong-quan", len(overview.pictures), drawn - began),
        ("niem-yet", len(contents), time.monotonic() - drawn),
    ]


def _books(office: YearOffice, year: Year, out: Path) -> Timed:
    out.mkdir(parents=True, exist_ok=True)
    fonts, done = choose_fonts(), []
    for name in BOOKS:
        for quyen in COUNTERS if name in OF_A_COUNTER else ("",):
            place = office.places[quyen or "1"]
            began = time.monotonic()
            ask = BookAsk(name, year.days[0].year, quyen)
            book = read_book(place, office.head, ask, Work(_shown(name)))
            paper = book_document(place, book.content, fonts, Work(_shown(name)))
            file = out / (f"{name}-{quyen}" if quyen else name)
            write_file(file.with_suffix(".pdf"), paper.pdf)
            write_file(
                file.with_suffix(".xlsx"), book_workbook(place, book.content, Work(_shown(name)))
            )
            done.append((file.name, len(book.content.lines), time.monotonic() - began))
    return done


def _shown(name: str) -> Callable[[int, int], None]:
    def show(done: int, of: int) -> None:
        print(f"\r{name} {done}/{of}  ", end="", file=sys.stderr, flush=True)

    return show


# --- the closed day --------------------------------------------------------------------------


def closed_day(office: YearOffice, living: Living, year: Year, out: Path) -> list[str]:
    """Close the year's last day at counter 1, with a pile that was meddled with."""
    out.mkdir(parents=True, exist_ok=True)
    place, day = office.places["1"], year.days[-1]
    office.clock.at = datetime.combine(day, datetime.min.time(), VIETNAM).replace(
        hour=17, minute=30
    )
    stand = day_stand(place, office.head, day)
    chance = random.Random("pile")
    here = sorted(paper.code for paper in stand.papers if paper.lies is Lies.HERE)
    missing = set(chance.sample(here, min(3, len(here))))
    away = {
        living.codes[plot.number]
        for plot in year.plots
        if plot.counter == "1"
        and any(deed.do is Do.RETURN and deed.at <= office.clock.at for deed in plot.deeds)
    }
    misplaced = set(chance.sample(sorted(away), min(2, len(away))))
    strangers = {"H26.15-260101-9998", "H26.15-260101-9999"}
    pile = [*sorted(set(here) - missing), *sorted(misplaced), *sorted(strangers)]
    chance.shuffle(pile)
    for code in [*pile, pile[0]]:
        scan_into_pile(place, day, code)
    stand = day_stand(place, office.head, day)
    wrong = [
        f"closed day: {words} {sorted(found ^ planted)}"
        for words, found, planted in (
            ("missing", {paper.code for paper in stand.compared.missing}, missing),
            ("misplaced", {paper.code for paper in stand.compared.misplaced}, misplaced),
            ("strangers", {each.code for each in stand.compared.strangers}, strangers),
            ("unprinted", _unprinted(stand), _never_printed(office, living, year)),
        )
        if found != planted
    ]
    for each in stand.open_differences:
        explain(place, day, each.key, "đã đối chiếu, báo trưởng bộ phận")
    closing = close_day(place, office.head, day)
    paper = make_day_closing(place, closing, choose_fonts())
    write_file(out / "bien-ban.pdf", paper.pdf)
    print(
        f"day closed: {len(pile)} in the pile, {len(missing)} missing, {len(misplaced)} misplaced, "
        f"{len(strangers)} strangers, {len(_unprinted(stand))} never printed, "
        f"{len(stand.differences)} differences in all"
    )
    return wrong


def _unprinted(stand: DayStand) -> set[str]:
    return {
        each.code
        for each in stand.differences
        if each.step is not None and each.step.value == "print"
    }


def _never_printed(office: YearOffice, living: Living, year: Year) -> set[str]:
    """Return the codes of open dossiers of counter 1 that nobody ever printed, by the script."""
    ends = (Do.FINISH, Do.REFUSE, Do.WITHDRAW, Do.STOP, Do.CANCEL, Do.RETURN)
    found = set()
    for plot in year.plots:
        done = {deed.do for deed in plot.deeds if deed.at <= office.clock.at}
        is_open = Do.RECEIVE in done and not done & set(ends)
        if plot.counter == "1" and is_open and Do.PRINT not in done:
            found.add(living.codes[plot.number])
    return found
