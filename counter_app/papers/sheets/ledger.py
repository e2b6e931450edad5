"""Sổ theo dõi hồ sơ: the register of a year's dossiers, a line each, void ones struck."""

from __future__ import annotations

from datetime import date, datetime

from counter_app.domain.dates import paper_date, vietnam_time, written_date
from counter_app.domain.printed.sheets import LedgerContent, LedgerRow
from counter_app.papers.parts.values import PRACTICE_BOOK, count, phone
from counter_app.papers.setting.flow import Band, Page, gap, kept_together
from counter_app.papers.setting.grid import Grid
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.sheets.a4_paper import A4Paper, Desk
from counter_app.papers.sheets.bands import paragraph, signatures
from counter_app.papers.sheets.heads import PlainHead
from counter_app.papers.sheets.styles import BODY, LEDGER, LEDGER_NOTE

_NOTE, _NOTE_ROOM = 4.7, 5.9  # below the table: a reprint's foot takes no row from the page
_KEPT = ("serial", "note")  # what a void line leaves unstruck


def ledger(content: LedgerContent, desk: Desk) -> A4Paper:
    """Return the register, measured: any number of rows, from none on."""
    form = desk.form
    blank = desk.blank()
    table = form.tables["rows"]
    grid = Grid(blank, table.columns, LEDGER, least=table.row_height / 10, numbered=table.numbered)
    of_band: dict[Band, LedgerRow] = {}
    rows: list[Band] = []
    for row in content.rows:
        band = _row(row, grid, blank, form.said("void"))
        of_band[band] = row
        rows.append(band)
    if not rows:
        rows = [grid.wide_row(blank, table.empty, LEDGER.text)]
    if content.closed_on:
        rows = _kept_rows(rows, of_band, 2)
        rows += _closing(content, content.closed_on, desk, blank)

    book = PRACTICE_BOOK if desk.marks.practice else content.book
    head = PlainHead(
        content.header,
        desk.form_set,
        desk.marks,
        form.title,
        _span(content, desk),
        (
            form.said("book", book=book, counter=content.counter),
            form.said("year", year=content.year),
        ),
    )

    def note(sheet: Sheet, page: Page) -> None:
        lines = [placed for placed in page.placed if placed.band in of_band]
        if lines:
            bottom = lines[-1].top + lines[-1].band.height
            _page_note(sheet, bottom + _NOTE, [of_band[each.band] for each in lines], desk)

    def page_words(page: int, _pages: int) -> str:
        return form.said("page", page=f"{content.first_page + page - 1:03d}")

    return A4Paper(
        desk,
        content.header,
        head,
        rows,
        desk.foot(content.counter),
        f"{content.year}, quyển {book}",
        below=note,
        below_room=_NOTE_ROOM,
        page_words=page_words,
    )


def _span(content: LedgerContent, desk: Desk) -> str:
    if content.first_day == content.last_day:
        return desk.form.said("day", day=written_date(content.first_day))
    first, last = written_date(content.first_day), written_date(content.last_day)
    return desk.form.said("days", first=first, last=last)


def _row(row: LedgerRow, grid: Grid, blank: Sheet, void: str) -> Band:
    number = phone(row.phone) if row.phone else ""
    place = f"{row.address};\n{number}" if row.address and number else row.address or number
    cells = {
        "serial": f"{row.serial:04d}",
        "code": broken_code(row.code, grid, blank),
        "procedure": row.procedure,
        "sets": count(row.sets),
        "applicant": row.applicant,
        "address": place,
        "agency": row.agency,
        "received": _moment(row.received_at),
        "due": _moment(row.due_at),
        "returned": _moment(row.returned_at),
        "way": row.way,
        "signed": row.signed,
        "note": row.note,
    }
    if not row.void_reason:
        return grid.row(blank, cells)
    return void_row(grid, blank, cells, void, row.void_reason)


def void_row(grid: Grid, blank: Sheet, cells: dict[str, str], void: str, void_reason: str) -> Band:
    """Return a row that is struck; its note is the word `void` and the reason."""
    reason = blank.wrapped(void_reason, LEDGER.text, max(6.0, grid.room("note")))
    height = LEDGER.above + (1 + len(reason)) * LEDGER.pitch + LEDGER.below

    def mark(sheet: Sheet, left: float, top: float, high: float) -> None:
        x = left + LEDGER.side
        y = top + high / 2 - len(reason) * LEDGER.pitch / 2 + LEDGER.rise
        sheet.text(x, y, void, LEDGER.bold)
        for place, line in enumerate(reason, 1):
            sheet.text(x, y + place * LEDGER.pitch, line, LEDGER.text)

    struck = [key for key in cells if key not in _KEPT]
    return grid.row(blank, {**cells, "note": ""}, struck=struck, drawn={"note": mark}, least=height)


def broken_code(code: str, grid: Grid, blank: Sheet) -> str:
    """Break a code that is too wide after its first hyphen only."""
    if blank.text_width(code, LEDGER.text) <= grid.room("code"):
        return code
    return code.replace("-", "-\n", 1)


def _moment(at: datetime | None) -> str:
    if at is None:
        return ""
    local = vietnam_time(at)
    return f"{local:%H:%M}\n{paper_date(local.date())}"


def _page_note(sheet: Sheet, y: float, rows: list[LedgerRow], desk: Desk) -> None:
    void = sum(bool(row.void_reason) for row in rows)
    text = desk.form.said(
        "page_note",
        rows=f"{len(rows):02d}",
        first=f"{rows[0].serial:04d}",
        last=f"{rows[-1].serial:04d}",
        void=f"{void:02d}",
    )
    sheet.text(sheet.left, y, text, LEDGER_NOTE)


def _kept_rows(rows: list[Band], of_band: dict[Band, LedgerRow], last: int) -> list[Band]:
    """Keep the last rows with the closing words; a copy of a band stands for the same row."""
    kept = kept_together(rows, last)
    for before, after in zip(rows, kept, strict=True):
        if before is not after and before in of_band:
            of_band[after] = of_band.pop(before)
    return kept


def _closing(content: LedgerContent, day: date, desk: Desk, blank: Sheet) -> list[Band]:
    void = sum(bool(row.void_reason) for row in content.rows)
    first = content.rows[0].serial if content.rows else 0
    last = content.rows[-1].serial if content.rows else 0
    text = desk.form.said(
        "closed",
        day=written_date(day),
        rows=len(content.rows),
        first=f"{first:04d}",
        last=f"{last:04d}",
        void=f"{void:02d}",
    )
    bands: list[Band] = [gap(_NOTE_ROOM + 3.0), *paragraph(blank, text, BODY, 5.4, kept=True)]
    bands.append(signatures(blank, desk.form.signatures, desk.form_set.sign_here, (), room=20.0))
    return bands
