"""Trả kết quả, hồ sơ chưa nhận: what was handed out in a span, and what lies there at its end."""

from __future__ import annotations

from counter_app.domain.reports.sheet import Cell, ReportSheet, Row, RowKind
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.handling.columns import columns
from counter_app.services.reports.handling.counting import behind, counted, notes_of, text_column
from counter_app.services.reports.handling.names import field_name
from counter_app.services.reports.handling.summary import GROUP, by_field

NAME = "uncollected"
TITLE = "Trả kết quả, hồ sơ chưa nhận"

_RETURNED = ("returned", "returned_by_post")
_WAITING = ("uncollected", "uncollected_week", "uncollected_month", "uncollected_longer")
_FIGURES = (*_RETURNED, *_WAITING)


def make(asked: Asked) -> ReportSheet:
    """Count it by field and procedure."""
    found = counted(asked, ("field_name", "procedure"), _FIGURES)
    rows: list[Row] = []
    for field, lines in by_field(asked, found):
        head = (Cell(field_name(asked, field)), *(Cell() for _ in _FIGURES))
        rows.append(Row(head, RowKind.HEAD))
        for name, key in lines:
            where = (("field_name", field), ("procedure", key[1]))
            cells = (found.cell(key, figure, where) for figure in _FIGURES)
            rows.append(Row((Cell(name), *cells)))
    total = (found.total(figure) for figure in _FIGURES)
    rows.append(Row((Cell("Tổng cộng"), *total), RowKind.TOTAL))
    return ReportSheet(
        name=NAME,
        title=TITLE,
        columns=(
            text_column("name", "Lĩnh vực, thủ tục"),
            *columns(*_RETURNED, group="Đã trả kết quả", width=20),
            *columns(*_WAITING, group="Chưa nhận", width=20),
        ),
        rows=tuple(rows),
        standing=asked.standing,
        period=asked.period,
        notes=notes_of(asked),
        compared=True,
    )


UNCOLLECTED = Report(NAME, GROUP, TITLE, make, behind)
