"""The sheets of figures worth looking at, checked like every A4 sheet."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.domain.forms import Marks
from counter_app.domain.reports.sheet import ReportSheet, check_code
from counter_app.papers.figures.sheet import FORM
from counter_app.papers.fonts import FontChoice
from counter_app.papers.sheet_documents import report_pdf
from tests.papers import samples
from tests.papers.figures import made
from tests.papers.sheet_checks import A4Sheet

_KINDS = {"plain": made.PLAIN, "wide": made.WIDE, "empty": made.EMPTY}
_MARGINS = (20.0, 12.0, 285.0, 200.0)


def figure_sheets(choice: FontChoice) -> Iterator[A4Sheet]:
    """Yield each kind, and one of practice."""
    for name, sheet in _KINDS.items():
        yield figure_sheet(name, sheet, samples.MARKS, choice)
    yield figure_sheet("practice", made.PLAIN, samples.PRACTISED, choice)


def figure_sheet(name: str, sheet: ReportSheet, marks: Marks, choice: FontChoice) -> A4Sheet:
    """Return a report's paper with what its text must hold in this order."""
    expected = ["UBND PHƯỜNG MẪU", sheet.title.upper(), "(Tháng 11/2026)", "(1)"]
    expected += ["Kết xuất từ Hệ thống lúc", *FORM.signatures]
    expected += [f"Mã kiểm tra {check_code(sheet)}", "Trang "]
    return A4Sheet(
        f"A4_report_{name}",
        report_pdf(made.paper(sheet), marks, samples.form_set(), choice),
        "",
        expected,
        two_up=False,
        copies=1,
        margins=_MARGINS,
    )
