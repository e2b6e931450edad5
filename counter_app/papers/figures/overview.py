"""Tổng quan: the four pictures with their numbers on one A4 that lies."""

from __future__ import annotations

import io

from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Marks
from counter_app.domain.printed.sheet_form import SheetForm, SheetMargins
from counter_app.domain.reports.overview_paper import OverviewPaper
from counter_app.domain.reports.paper import days_words
from counter_app.domain.reports.pictures import Rect
from counter_app.domain.reports.sheet import check_code
from counter_app.papers.figures.picture import PlacedPicture
from counter_app.papers.fonts import Faces
from counter_app.papers.parts.foot import Foot, imprint, mark_notes
from counter_app.papers.setting.pdf_file import new_canvas, setting_text
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import FOOT, SMALL
from counter_app.papers.setting.typist import Style
from counter_app.papers.sheets.a4_paper import Desk
from counter_app.papers.sheets.styles import SPAN, TITLE, UNIT, UNIT_BOLD

FORM = SheetForm(
    title="TỔNG QUAN",
    name="Tổng quan",
    landscape=True,
    margins=SheetMargins(200, 120, 120, 100),
)
"""No circular fixes this page: its words are the program's, not a form set's."""

_FIRST, _SIDE_PITCH, _DESCENT = 15.7, 4.2, 1.2
_HEAD = Style("bold", 10)
_SAYS = Style("italic", 7, grey=0.2)
_SAYS_PITCH, _SAYS_LINES = 2.9, 3
_BETWEEN, _TITLE_ROOM = 8.0, 5.0


def overview_pdf(content: OverviewPaper, marks: Marks, form_set: FormSet, faces: Faces) -> bytes:
    """Return the page as a file. Same content, same bytes."""
    desk = Desk(faces, form_set, marks, FORM)
    width, height = desk.size
    sheet = desk.blank()
    if marks.practice:
        sheet.across(width / 2, height / 2, 33.0, form_set.practice_across, 34.0)
    foot = _foot(content, desk)
    placed = _pictures(content, sheet, _head(content, sheet), foot.top - 2.0)
    foot.draw(sheet, 1, 1)
    file = io.BytesIO()
    canvas = new_canvas(file, width, height, form_set.title)
    canvas.setTitle(f"{FORM.name} {days_words(content.paper.sheet)}")
    canvas.setAuthor(content.paper.header.on_one_line())
    with setting_text:
        for each in placed:
            each.draw(canvas, height)
        sheet.draw(canvas, height)
        canvas.showPage()
        canvas.save()
    return file.getvalue()


def _head(content: OverviewPaper, sheet: Sheet) -> float:
    """Draw unit, title and moment; return where the pictures begin."""
    header, y, room = content.paper.header, _FIRST, sheet.width * 0.3
    for text, style in ((header.parent, UNIT), (" ".join(header.unit_lines), UNIT_BOLD)):
        for line in sheet.wrapped(text, style, room) if text else ():
            sheet.text(sheet.left, y, line, style)
            y += _SIDE_PITCH
    middle = sheet.left + sheet.width / 2
    sheet.text_centred(middle, _FIRST + 1.5, FORM.title, TITLE)
    words = f"({days_words(content.paper.sheet)})"
    sheet.text_centred(middle, _FIRST + 6.8, words, SPAN)
    if content.paper.maker:
        sheet.text_right(sheet.right, _FIRST, f"Người lập: {content.paper.maker}", UNIT)
    return max(y, _FIRST + 6.8) + 2.4


def _foot(content: OverviewPaper, desk: Desk) -> Foot:
    code = f"Mã kiểm tra {check_code(content.paper.sheet)}"
    last = desk.size[1] - FORM.margins.bottom / 10 - _DESCENT
    notes = [*mark_notes(desk.form_set, desk.marks), (content.paper.standing, FOOT)]
    whole = imprint(FORM.name, code, marks=desk.marks, counter=content.paper.counter)
    return Foot(desk.blank(), notes, whole, last, SMALL)


def _pictures(
    content: OverviewPaper, sheet: Sheet, top: float, bottom: float
) -> list[PlacedPicture]:
    """Set heads and words of the pictures in two rows of two; return them with their frames."""
    wide, high = (sheet.width - _BETWEEN) / 2, (bottom - top - 3.0) / 2
    placed = []
    for number, picture in enumerate(content.pictures):
        x = sheet.left + (wide + _BETWEEN) * (number % 2)
        y = top + (high + 3.0) * (number // 2)
        sheet.text(x, y + 3.4, picture.title, _HEAD)
        sheet.rule(x, x + wide, y + _TITLE_ROOM, 0.4)
        lines = sheet.wrapped(picture.says, _SAYS, wide)[:_SAYS_LINES]
        base = y + high - _SAYS_PITCH * len(lines) + 1.6
        for place, line in enumerate(lines):
            sheet.text(x, base + place * _SAYS_PITCH, line, _SAYS)
        begin = y + _TITLE_ROOM + 1.8
        frame = Rect(x, begin, wide, base - 3.4 - begin)
        each = PlacedPicture(picture, frame)
        if picture.is_empty:
            middle = begin + frame.height / 2
            sheet.text_centred(x + wide / 2, middle, "Chưa có số liệu.", SPAN)
        else:
            each.say(sheet)
            placed.append(each)
    return placed
