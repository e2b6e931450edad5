"""What a report says on paper and in a file: its sheet, whose it is, who made it."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.dates import paper_moment
from counter_app.domain.forms import Header
from counter_app.domain.reports.sheet import ReportSheet

EMPTY = "Không có số liệu trong kỳ."
"""What stands in a table without rows."""


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A sheet with all that stands around its table.

    `standing` is the sentence of what the sheet knows and what it can't, with its check code;
    `maker` the officer who made it (người lập biểu), "" where only a hand may say it.
    """

    header: Header
    sheet: ReportSheet
    standing: str
    counter: str = ""
    maker: str = ""


def days_words(sheet: ReportSheet) -> str:
    """Return which days a sheet is about, or of which moment it is."""
    if sheet.period is not None:
        return sheet.period.words
    return f"tính đến {paper_moment(sheet.standing.at)}"
