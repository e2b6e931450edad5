"""A book of the office (sổ): numbered pages, void lines struck, what it knows at its end."""

from __future__ import annotations

from counter_app.domain.books.content import BookContent, BookLine
from counter_app.domain.books.forms import ROWS
from counter_app.domain.dates import written_date
from counter_app.domain.money import grouped
from counter_app.papers.parts.values import PRACTICE_BOOK
from counter_app.papers.setting.flow import Band, Page, gap, kept_together
from counter_app.papers.setting.grid import Grid
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.sheets.a4_paper import A4Paper, Desk, Told
from counter_app.papers.sheets.bands import paragraph, signatures
from counter_app.papers.sheets.heads import PlainHead
from counter_app.papers.sheets.ledger import broken_code, void_row
from counter_app.papers.sheets.styles import BODY, LEDGER, LEDGER_NOTE, NOTE

_NOTE, _NOTE_ROOM = 4.7, 5.9  # as the register's: below the table
_OFTEN = 100  # lines between two words of progress


def book_sheet(content: BookContent, desk: Desk, told: Told) -> A4Paper:
    """Return the book, measured. `told` hears of the lines, and may raise to stop."""
    form, blank = desk.form, desk.blank()
    table = form.tables[ROWS]
    grid = Grid(blank, table.columns, LEDGER, least=table.row_height / 10, numbered=table.numbered)
    of_band: dict[Band, BookLine] = {}
    rows: list[Band] = []
    for place, line in enumerate(content.lines):
        if place % _OFTEN == 0:
            told(place, len(content.lines))
        band = _row(line, grid, blank, form.said("void"))
        of_band[band] = line
        rows.append(band)
    if not rows:
        rows = [grid.wide_row(blank, table.empty, LEDGER.text)]
    kept = kept_together(rows, 2)
    for before, after in zip(rows, kept, strict=True):
        if before is not after and before in of_band:
            of_band[after] = of_band.pop(before)
    bands = [*kept, *_end(content, desk, blank)]

    def note(sheet: Sheet, page: Page) -> None:
        lines = [placed for placed in page.placed if placed.band in of_band]
        if lines:
            bottom = lines[-1].top + lines[-1].band.height
            _page_note(sheet, bottom + _NOTE, [of_band[each.band] for each in lines], desk)

    def page_words(page: int, _pages: int) -> str:
        return form.said("page", page=f"{content.first_page + page - 1:03d}")

    book = PRACTICE_BOOK if desk.marks.practice else content.quyen
    whose = form.said("book", book=book) if book else form.said("office")
    head = PlainHead(
        content.header,
        desk.form_set,
        desk.marks,
        form.title,
        _span(content, desk),
        (whose, form.said("year", year=content.year)),
    )
    return A4Paper(
        desk,
        content.header,
        head,
        bands,
        desk.foot(content.quyen),
        f"{content.year} {book}".strip(),
        below=note,
        below_room=_NOTE_ROOM,
        page_words=page_words,
    )


def _span(content: BookContent, desk: Desk) -> str:
    if content.first_day == content.last_day:
        return desk.form.said("day", day=written_date(content.first_day))
    first, last = written_date(content.first_day), written_date(content.last_day)
    return desk.form.said("days", first=first, last=last)


def _row(line: BookLine, grid: Grid, blank: Sheet, void: str) -> Band:
    cells = {**line.cells, "serial": line.shown_number}
    if cells.get("code"):
        cells["code"] = broken_code(cells["code"], grid, blank)
    if line.void_reason:
        return void_row(grid, blank, cells, void, line.void_reason)
    return grid.row(blank, cells)


def _page_note(sheet: Sheet, y: float, lines: list[BookLine], desk: Desk) -> None:
    text = desk.form.said(
        "page_note",
        rows=f"{len(lines):02d}",
        first=lines[0].shown_number,
        last=lines[-1].shown_number,
        void=f"{sum(bool(line.void_reason) for line in lines):02d}",
    )
    sheet.text(sheet.left, y, text, LEDGER_NOTE)


def _end(content: BookContent, desk: Desk, blank: Sheet) -> list[Band]:
    """Return what stands below the last line: it never begins a page without a line."""
    bands = [gap(_NOTE_ROOM + 2.0)]
    for words in (*content.remarks, content.standing):
        bands += paragraph(blank, words, NOTE, 4.8, kept=True) if words else []
    if content.closed_on is None:
        return [*bands[:-1], _last(bands[-1])] if len(bands) > 1 else []
    bands.append(gap(2.0))
    form, lines = desk.form, content.lines
    said = "closed" if lines else "empty_closed"
    text = form.said(
        said,
        day=written_date(content.closed_on),
        rows=grouped(len(lines)),
        first=lines[0].shown_number if lines else "",
        last=lines[-1].shown_number if lines else "",
        void=grouped(content.void),
    )
    for words in (*content.totals, text):
        bands += paragraph(blank, words, BODY, 5.4, kept=True)
    bands.append(signatures(blank, form.signatures, desk.form_set.sign_here, (), room=20.0))
    return bands


def _last(band: Band) -> Band:
    return Band(band.height, band.draw, words=band.words)
