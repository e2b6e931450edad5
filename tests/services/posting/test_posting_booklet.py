"""The booklet of posting sheets: what it holds, how it is stopped, what the log says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.errors.keeping.posting import BookletEmptyError, BookletStoppedError
from counter_app.domain.errors.work import ProcedureUnknownError
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.reports.period import Step, period_of
from counter_app.papers.fonts import choose_fonts
from counter_app.services.counter.workplace import Session
from counter_app.services.posting.booklet import (
    booklet_contents,
    fields,
    save_booklet,
)
from counter_app.services.reports.making import make_report
from counter_app.services.reports.posting.lacking import POSTING_LACKING, lacks
from tests.papers.reading import texts
from tests.services.conftest import Counter

DESK = Session(Officer("CB-001", "Nguyễn Thị Mẫu", roles=(Role.RECEPTION,)), "online")
HEAD = Session(Officer("CB-006", "Vũ Văn Tập", roles=(Role.SUPERVISOR,)), "online")


def test_a_field_makes_a_booklet_with_contents_and_pages(counter: Counter, tmp_path: Path) -> None:
    place, told = counter.workplace, []
    field = fields(place)[0]
    contents = booklet_contents(place, field.upper())
    path = tmp_path / "niem-yet.pdf"
    save_booklet(place, DESK, contents, choose_fonts(), path, lambda *each: told.append(each))
    pages = texts(path.read_bytes())
    assert "MỤC LỤC" in pages[0]
    assert f"Trang 1/{len(pages)}" in pages[0]
    assert f"Trang {len(pages)}/{len(pages)}" in pages[-1]
    assert all(any(each.code in page for page in pages[1:]) for each in contents)
    assert all(each.lookup == each.code and each.field == field for each in contents)
    assert told[-1] == (2 * len(contents), 2 * len(contents))
    with place.store.reading() as tx:
        rows = tx.day_acts.between(date.min, date.max, (Kind.EXPORTED,))
        assert ["Tập niêm yết" in str(row.body) for row in rows] == [True]


def test_a_stopped_booklet_leaves_nothing(counter: Counter, tmp_path: Path) -> None:
    place = counter.workplace
    contents, path = booklet_contents(place), tmp_path / "a.pdf"
    with pytest.raises(BookletStoppedError):
        save_booklet(place, DESK, contents, choose_fonts(), path, stopping=lambda: True)
    assert not path.exists()


def test_wrong_questions_are_answered_clearly(counter: Counter) -> None:
    with pytest.raises(BookletEmptyError):
        booklet_contents(counter.workplace, "Không có lĩnh vực này")
    with pytest.raises(ProcedureUnknownError):
        booklet_contents(counter.workplace, procedure="9.999999")


def test_the_report_names_what_each_procedure_lacks(counter: Counter) -> None:
    today = counter.clock.at.date()
    some = counter.workplace.reference.procedures.in_force(today)[0]
    bare = replace(some, cases=(), results=(), legal_basis=(), channels=())
    assert set(lacks(bare, today)) == {
        "papers", "limit", "fees", "basis", "results", "channels",
    }  # fmt: skip
    sheet = make_report(counter.workplace, HEAD, POSTING_LACKING, period_of(Step.DAY, today))
    in_force = counter.workplace.reference.procedures.in_force(today)
    count = sum(bool(lacks(each, today)) for each in in_force)
    assert f"{count} trong {len(in_force)} thủ tục" in sheet.notes[0]
