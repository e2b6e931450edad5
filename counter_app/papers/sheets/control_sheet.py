"""Phiếu kiểm soát quá trình giải quyết hồ sơ: a row a hand-over, boxes and dots for the hands."""

from __future__ import annotations

from counter_app.domain.dates import paper_moment
from counter_app.domain.printed.sheet_form import SheetTable
from counter_app.domain.printed.sheets import ControlSheetContent, ControlStep, Standing
from counter_app.papers.parts.values import PRACTICE_BOOK
from counter_app.papers.setting.flow import Band, gap, kept_together
from counter_app.papers.setting.grid import GRID, Grid
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.typist import Style
from counter_app.papers.sheets.a4_paper import A4Paper, Desk
from counter_app.papers.sheets.bands import Value, paragraph, values
from counter_app.papers.sheets.heads import OfficialHead
from counter_app.papers.sheets.styles import CONTROL, NOTE, TABLE

_VALUE_X, _PITCH = 64.0, 5.9
_STRIP = 8.6  # the time above giver and receiver
_UNIT_FIRST, _UNIT_PITCH, _SECOND = 5.5, 4.65, 14.9  # from a row's top; to the second unit
_SIDE = 2.0
_CAPTION, _SIGN, _NAME = 4.9, 8.6, 3.6  # below the strip; the name above the row's bottom
_NAME_PITCH, _TO_NAME = 4.5, 9.0  # room for a hand between the captions and the name
_TICK, _TICK_X, _TICK_PITCH, _TICK_FIRST, _WORD_X = 3.4, 3.9, 8.2, 7.7, 9.7
_LEADER = 6.4
_SIGN_STYLE = Style("italic", 9.5)

_STANDINGS = (Standing.BEFORE, Standing.ON_TIME, Standing.LATE)
_BLANK = ControlStep("", "")


def control_sheet(content: ControlSheetContent, desk: Desk) -> A4Paper:
    """Return the control sheet, measured."""
    form, marks = desk.form, desk.marks
    blank = desk.blank()
    table = form.tables["steps"]
    grid = Grid(blank, table.columns, CONTROL, least=table.row_height / 10)
    due = paper_moment(content.due_at) if content.due_at else desk.form_set.receipt.no_due
    said = {
        "applicant": content.applicant,
        "subject": content.subject,
        "received": paper_moment(content.received_at),
        "due": due,
        "agency": content.agency,
        "cooperating": content.cooperating or "–",
    }
    fields = [Value(f.label, said[f.key], f.bold) for f in form.fields if f.key in said]
    steps = list(content.steps)
    steps += [_BLANK] * (table.least_rows - len(steps))
    rows = [_Row(step, grid, desk, blank, table).band() for step in steps]
    notes = [band for note in form.notes for band in paragraph(blank, note, NOTE, 5.0)]
    book = PRACTICE_BOOK if marks.practice else content.book
    head = OfficialHead(
        content.header,
        desk.form_set,
        marks,
        content.received_at,
        form.title,
        form.name,
        code_label=form.said("code"),
        code=content.code,
        book=form.said("book", book=book, serial=f"{content.serial:04d}"),
        holder=content.applicant,
    )
    bands = [*values(blank, fields, _VALUE_X, _PITCH), gap(3.2)]
    bands += [*kept_together(rows, 1 if notes else 0), gap(1.9), *notes]
    return A4Paper(desk, content.header, head, bands, desk.foot(content.counter), content.code)


class _Row:
    """A step: units, time, both hands, standing."""

    def __init__(
        self, step: ControlStep, grid: Grid, desk: Desk, blank: Sheet, table: SheetTable
    ) -> None:
        self._step = step
        self._grid = grid
        self._form = desk.form
        self._sign_here = desk.form_set.sign_here
        self._blank = blank
        widths = grid.widths()
        self._time_width = widths.get("time", 0.0)
        unit_width = widths.get("unit", 0.0) - 2 * _SIDE
        self._units = [
            blank.wrapped(unit, TABLE.text, unit_width) if unit and unit_width > 0 else ("", "")
            for unit in (step.from_unit, step.to_unit)
        ]
        name_width = self._time_width / 2 - 2.0
        self._names = [
            blank.wrapped(name, TABLE.text, name_width) if name and name_width > 0 else ()
            for name in (step.giver, step.receiver)
        ]
        self._second = max(_SECOND, (1 + len(self._units[0])) * _UNIT_PITCH + 0.9)
        units_end = _UNIT_FIRST + self._second + len(self._units[1]) * _UNIT_PITCH + 1.7
        longest = max(map(len, self._names))
        named = _STRIP + _SIGN + _TO_NAME + max(1, longest) * _NAME_PITCH
        self._height = max(table.row_height / 10, units_end, named)

    def band(self) -> Band:
        """Return the row as a band of the grid."""
        drawn = {"unit": self._draw_units, "time": self._draw_time, "standing": self._draw_boxes}
        note = {"note": self._step.note}
        return self._grid.row(self._blank, note, drawn=drawn, least=self._height)

    def _draw_units(self, sheet: Sheet, left: float, top: float, _height: float) -> None:
        x = left + _SIDE
        width = self._grid.widths()["unit"] - 2 * _SIDE
        y = top + _UNIT_FIRST
        for place, caption in enumerate(("giving", "receiving")):
            sheet.text(x, y + place * self._second, self._form.said(caption), TABLE.text)
            for number, line in enumerate(self._units[place], 1):
                at = y + place * self._second + number * _UNIT_PITCH
                if line:
                    sheet.text(x, at, line, TABLE.text)
                else:
                    sheet.leader(x, x + width, at)

    def _draw_time(self, sheet: Sheet, left: float, top: float, height: float) -> None:
        half, bottom = self._time_width / 2, top + height
        sheet.rule(left, left + 2 * half, top + _STRIP, GRID)
        sheet.upright(left + half, top + _STRIP, bottom, GRID)
        y = top + _STRIP / 2 + 1.35
        if self._step.at:
            sheet.text_centred(left + half, y, paper_moment(self._step.at), TABLE.text)
        else:
            _dotted(sheet, left + half, y, self._form.said("time_blank"))
        axes = (left + half / 2, left + 1.5 * half)
        for axis, caption in zip(axes, ("giver", "receiver"), strict=True):
            sheet.text_centred(axis, top + _STRIP + _CAPTION, self._form.said(caption), TABLE.bold)
        for axis in axes:
            sheet.text_centred(axis, top + _STRIP + _SIGN, self._sign_here, _SIGN_STYLE)
        for axis, lines in zip(axes, self._names, strict=True):
            first = bottom - _NAME + (1 - len(lines)) * _NAME_PITCH
            for number, line in enumerate(lines):
                sheet.text_centred(axis, first + number * _NAME_PITCH, line, TABLE.text)

    def _draw_boxes(self, sheet: Sheet, left: float, top: float, _height: float) -> None:
        for place, standing in enumerate(_STANDINGS):
            y = top + _TICK_FIRST + place * _TICK_PITCH
            ticked = self._step.standing is standing
            sheet.tick_box(left + _TICK_X, y, _TICK, ticked=ticked)
            sheet.text(left + _WORD_X, y, self._form.said(standing.value), TABLE.text)


def _dotted(sheet: Sheet, middle: float, y: float, words: str) -> None:
    """Set `words` centred, dots for a hand in the place of each "_"."""
    parts = words.split("_")
    widths = [sheet.text_width(part, TABLE.text) for part in parts]
    x = middle - (sum(widths) + _LEADER * (len(parts) - 1)) / 2
    for place, (part, width) in enumerate(zip(parts, widths, strict=True)):
        if place:
            sheet.leader(x + 0.4, x + _LEADER - 0.4, y)
            x += _LEADER
        sheet.text(x, y, part, TABLE.text)
        x += width
