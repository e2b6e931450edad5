"""A report leaves: who may, what the file holds, what the log says, what is left on failure."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from counter_app.domain.acts.audit import Exported
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.errors.inspecting import ExportNotWrittenError
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.reports.period import Step, period_of
from counter_app.domain.reports.sheet import ReportSheet, check_code
from counter_app.papers.fonts import choose_fonts
from counter_app.services.reports.handing_out import report_document, save_pdf, save_xlsx
from counter_app.services.reports.making import make_report
from tests.papers.reading import texts
from tests.services.conftest import Counter
from tests.services.conftest import counter as counter  # noqa: PLC0414 (a fixture)
from tests.services.conftest import new_store as new_store  # noqa: PLC0414 (a fixture)
from tests.services.conftest import open_counter as open_counter  # noqa: PLC0414 (a fixture)
from tests.services.reports.shelved import HEAD, TRIED, take_in

FONTS = choose_fonts()


@pytest.fixture
def sheet(counter: Counter) -> ReportSheet:
    take_in(counter)
    month = period_of(Step.MONTH, counter.clock.at.date())
    return make_report(counter.workplace, HEAD, TRIED, month)


def told(counter: Counter) -> list[Exported]:
    with counter.workplace.store.reading() as tx:
        rows = tx.day_acts.between(date.min, date.max, (Kind.EXPORTED,))
    assert all(row.entry.officer == "ld-01" for row in rows)
    return [row.body for row in rows if isinstance(row.body, Exported)]


def test_a_paper_for_the_printer_is_recorded(counter: Counter, sheet: ReportSheet) -> None:
    document = report_document(counter.workplace, HEAD, sheet, FONTS)
    (page,) = texts(document.pdf)
    code = check_code(sheet)
    for said in ("HỒ SƠ ĐÃ NHẬN", "1.001193 1", "Lê Thị Trưởng", f"Mã kiểm tra {code}"):
        assert said in page
    (entry,) = told(counter)
    assert (entry.rows, entry.format) == (1, "giấy")
    assert entry.what.startswith(f"Hồ sơ đã nhận, {sheet.period.words}")
    assert entry.what.endswith(f"mã kiểm tra {code}")


def test_files_hold_the_sheet_and_are_recorded(
    counter: Counter, sheet: ReportSheet, tmp_path: Path
) -> None:
    pdf, xlsx = tmp_path / "a.pdf", tmp_path / "a.xlsx"
    save_pdf(counter.workplace, HEAD, sheet, FONTS, pdf)
    save_xlsx(counter.workplace, HEAD, sheet, xlsx)
    assert "1.001193 1" in texts(pdf.read_bytes())[0]
    page = openpyxl.load_workbook(io.BytesIO(xlsx.read_bytes())).worksheets[0]
    assert [cell.value for cell in page[9]] == ["1.001193", 1]
    assert [each.format for each in told(counter)] == ["pdf", "xlsx"]


def test_who_only_receives_gets_nothing(
    counter: Counter, sheet: ReportSheet, tmp_path: Path
) -> None:
    place, at_the_desk = counter.workplace, counter.session
    with pytest.raises(NotPermittedError):
        report_document(place, at_the_desk, sheet, FONTS)
    with pytest.raises(NotPermittedError):
        save_pdf(place, at_the_desk, sheet, FONTS, tmp_path / "a.pdf")
    with pytest.raises(NotPermittedError):
        save_xlsx(place, at_the_desk, sheet, tmp_path / "a.xlsx")
    assert not list(tmp_path.glob("a.*"))
    assert told(counter) == []


def test_a_file_that_cannot_be_written_leaves_nothing(
    counter: Counter, sheet: ReportSheet, tmp_path: Path
) -> None:
    with pytest.raises(ExportNotWrittenError) as caught:
        save_pdf(counter.workplace, HEAD, sheet, FONTS, tmp_path / "gone" / "a.pdf")
    assert caught.value.facts["name"] == "a.pdf"
    with pytest.raises(ExportNotWrittenError):
        save_xlsx(counter.workplace, HEAD, sheet, tmp_path / "gone" / "a.xlsx")
    assert told(counter) == []
