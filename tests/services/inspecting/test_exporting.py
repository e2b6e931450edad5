"""The log as a spreadsheet, read back by another library."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import openpyxl
import pytest

from counter_app.domain.acts.audit import Exported
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.errors.inspecting import ExportNotWrittenError
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.inspecting.exporting import export_log
from counter_app.services.inspecting.log import LogQuestion
from counter_app.wording.sentences import sentence
from tests.made import person
from tests.services.conftest import Counter


def test_the_filtered_log_as_a_file(counter: Counter, tmp_path: Path) -> None:
    free = Session(dataclasses.replace(counter.session.officer, roles=tuple(Role)), "online")
    for name in ("Trần Thị Mẫu", "=HYPERLINK(1)"):
        receive(counter.workplace, counter.session, Reception("1.001193", person(name)))
    today = counter.clock.at.date()
    question = LogQuestion(today, today)
    file = tmp_path / "nhat-ky.xlsx"
    assert export_log(counter.workplace, free, question, file) == 2
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == "Nhật ký 20/11/2026 – 20/11/2026"
    assert rows[2][:5] == ("Lúc", "Cán bộ", "Quầy", "Việc", "Mã hồ sơ")
    assert [row[4] for row in rows[3:]] == ["H26.15-261120-0002", "H26.15-261120-0001"]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    with counter.workplace.store.reading() as tx:
        (written,) = tx.day_acts.between(today, today, (Kind.EXPORTED,))
    assert written.body == Exported(rows[0][0], 2, "xlsx")


def test_no_file_no_record(counter: Counter, tmp_path: Path) -> None:
    free = Session(dataclasses.replace(counter.session.officer, roles=tuple(Role)), "online")
    today = counter.clock.at.date()
    with pytest.raises(ExportNotWrittenError) as caught:
        export_log(counter.workplace, free, LogQuestion(today, today), tmp_path / "no" / "a.xlsx")
    assert "a.xlsx" in sentence(caught.value)
    with pytest.raises(NotPermittedError):
        export_log(counter.workplace, counter.session, LogQuestion(today, today), tmp_path / "a")
    with counter.workplace.store.reading() as tx:
        assert tx.day_acts.between(today, today, (Kind.EXPORTED,)) == ()
