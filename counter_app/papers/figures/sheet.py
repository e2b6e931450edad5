"""Biểu số liệu: any report on A4 that lies: head, table, notes, what it knows, signatures."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.dates import vietnam_time, written_date
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Marks
from counter_app.domain.printed.sheet_form import SheetForm, SheetMargins
from counter_app.domain.reports.paper import EMPTY, ReportPaper, days_words
from counter_app.domain.reports.sheet import check_code
from counter_app.papers.figures.table import FiguresTable
from counter_app.papers.fonts import Faces
from counter_app.papers.parts.foot import Foot, imprint, mark_notes
from counter_app.papers.parts.stamps import stamp_lines
from counter_app.papers.setting.flow import Band, gap, kept_together
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import SMALL, STAMP
from counter_app.papers.setting.typist import Style
from counter_app.papers.sheets.a4_paper import A4Paper, Desk
from counter_app.papers.sheets.bands import paragraph, signatures
from counter_app.papers.sheets.styles import (
    BODY,
    CONTINUED_NAME,
    CONTINUED_UNIT,
    ITALIC,
    LEDGER_NOTE,
    NOTE,
    SPAN,
    TITLE,
    UNIT,
    UNIT_BOLD,
)

FORM = SheetForm(
    title="BIỂU SỐ LIỆU",
    name="Biểu số liệu",
    landscape=True,
    margins=SheetMargins(200, 120, 120, 100),
    signatures=("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"),
)
"""No circular fixes these sheets: their words are the program's, not a form set's."""

_FIRST, _SIDE_PITCH, _TITLE_PITCH, _SPAN_PITCH = 15.7, 4.2, 6.6, 4.6
_SHARE = 0.47  # of the width: what each side of the head may take
_NOTE_PITCH = 4.8
_DESCENT = 1.2
_TRACKED = 8.0  # what the spacing of a title's letters adds to a full line


def figures_sheet(content: ReportPaper, marks: Marks, form_set: FormSet, faces: Faces) -> A4Paper:
    """Return a report's sheet, measured; it has as many pages as its rows need."""
    desk = Desk(faces, form_set, marks, FORM)
    report, blank = content.sheet, desk.blank()
    head = _Head(content, form_set, marks)
    foot = _foot(content, desk)
    first, further = (head.draw(desk.blank(), page, 1) for page in (0, 1))
    table = FiguresTable(blank, report)
    rows = table.bands(foot.top - max(first, further) - 3.0, EMPTY)
    bands = [*kept_together(rows, 1), *_closing(content, desk, blank)]
    about = f"{report.title}, {days_words(report)}"
    return A4Paper(desk, content.header, head, bands, foot, about)


def _foot(content: ReportPaper, desk: Desk) -> Foot:
    """Return the foot: each page bears the check code, for pages come apart."""
    code = f"Mã kiểm tra {check_code(content.sheet)}"
    last = desk.size[1] - FORM.margins.bottom / 10 - _DESCENT
    whole = imprint(FORM.name, code, marks=desk.marks, counter=content.counter)
    return Foot(desk.blank(), mark_notes(desk.form_set, desk.marks), whole, last, SMALL)


def _closing(content: ReportPaper, desk: Desk, blank: Sheet) -> list[Band]:
    """Return what stands below the table: notes, what the sheet knows, date and signatures."""
    report = content.sheet
    notes = list(report.notes)
    if report.compared and report.period is not None:
        before = report.period.before().words
        notes.insert(0, f"Số trong ngoặc là số liệu cùng chỉ tiêu của kỳ trước ({before}).")
    bands: list[Band] = [gap(3.0)]
    if notes:
        bands += paragraph(blank, "Ghi chú:", NOTE, _NOTE_PITCH, kept=True)
    for note in notes:
        bands += paragraph(blank, f"– {note}", NOTE, _NOTE_PITCH, 3.0)
    bands += [gap(1.6), *paragraph(blank, content.standing, NOTE, _NOTE_PITCH, kept=True)]
    place = f"{content.header.place}, {written_date(vietnam_time(report.standing.at).date())}"
    bands += [gap(1.0), _dated(blank, place)]
    names = (content.maker, "")
    bands.append(
        signatures(blank, FORM.signatures, desk.form_set.sign_here, names, room=22.0, above=4.6)
    )
    return bands


def _dated(blank: Sheet, text: str) -> Band:
    """Return place and date above the right signature."""
    lines = blank.wrapped(text, ITALIC, blank.width / 2)

    def draw(sheet: Sheet, top: float) -> None:
        middle = sheet.left + sheet.width * 0.75
        for place, line in enumerate(lines):
            sheet.text_centred(middle, top + 4.2 + place * 5.4, line, ITALIC)

    return Band(5.4 * len(lines), draw, kept=True, words=text)


@dataclass(frozen=True, slots=True)
class _Head:
    """Unit left, basis and stamp right, title and period below; further pages say it shorter."""

    content: ReportPaper
    form_set: FormSet
    marks: Marks

    def draw(self, sheet: Sheet, page: int, _copy: int) -> float:
        """Draw the head; return where the table begins."""
        return self._further(sheet) if page else self._first(sheet)

    def _first(self, sheet: Sheet) -> float:
        header, report, room = self.content.header, self.content.sheet, sheet.width * _SHARE
        left = _lines(sheet, header.parent, UNIT, room)
        left += _lines(sheet, " ".join(header.unit_lines), UNIT_BOLD, room)
        right = _lines(sheet, f"Căn cứ: {report.basis}" if report.basis else "", LEDGER_NOTE, room)
        for place, (line, style) in enumerate(left):
            sheet.text(sheet.left, _FIRST + place * _SIDE_PITCH, line, style)
        for place, (line, style) in enumerate(right):
            sheet.text_right(sheet.right, _FIRST + place * _SIDE_PITCH, line, style)
        taken = len(right)
        marked = stamp_lines(self.form_set, self.marks)
        if marked:
            words = " ".join(marked)
            top = _FIRST + (taken - 1) * _SIDE_PITCH + 1.2
            width = sheet.text_width(words, STAMP) + 3.6
            sheet.box(sheet.right - width - 0.2, top, width, 4.6, 0.9)
            sheet.text(sheet.right - width + 1.6, top + 3.5, words, STAMP)
            taken += 2
        y = _FIRST + max(len(left), taken) * _SIDE_PITCH + 4.0
        middle = sheet.left + sheet.width / 2
        for line in sheet.wrapped(report.title.upper(), TITLE, sheet.width - _TRACKED):
            sheet.text_centred(middle, y, line, TITLE)
            y += _TITLE_PITCH
        y -= _TITLE_PITCH - 5.0
        for line in sheet.wrapped(f"({days_words(report)})", SPAN, sheet.width):
            sheet.text_centred(middle, y, line, SPAN)
            y += _SPAN_PITCH
        return y - 0.6

    def _further(self, sheet: Sheet) -> float:
        report, y = self.content.sheet, _FIRST
        for line in sheet.wrapped(self.content.header.on_one_line(), CONTINUED_UNIT, sheet.width):
            sheet.text(sheet.left, y, line, CONTINUED_UNIT)
            y += 3.8
        y += 1.9
        for line in sheet.wrapped(report.title, CONTINUED_NAME, sheet.width):
            sheet.text(sheet.left, y, line, CONTINUED_NAME)
            y += 5.0
        sheet.text(sheet.left, y, f"({days_words(report)}, tiếp theo)", BODY)
        return y + 3.0


def _lines(sheet: Sheet, text: str, style: Style, room: float) -> list[tuple[str, Style]]:
    return [(line, style) for line in sheet.wrapped(text, style, room)] if text else []
