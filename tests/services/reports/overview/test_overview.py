"""The start page against what was done at the counter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import HandedOver
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.people.person import Person
from counter_app.domain.reports.handed_out import handed_out
from counter_app.domain.reports.period import Step, period_of
from counter_app.domain.reports.pictures import Figure, Picture
from counter_app.papers.fonts import choose_fonts
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.reports.making import behind
from counter_app.services.reports.overview.handing_out import (
    overview_document,
    save_overview,
    save_png,
)
from counter_app.services.reports.overview.report import OVERVIEW, Overview, make_overview
from tests.services.conftest import Counter

HEAD = Session(Officer("CB-006", "Vũ Văn Tập", roles=(Role.SUPERVISOR,)), "online")
FUNERAL = "1.001731"


@pytest.fixture
def busy(counter: Counter) -> tuple[Counter, list[str]]:
    """Give three dossiers of today, one of them at its agency."""
    place, uids = counter.workplace, []
    officer = place.reference.officers.with_id("CB-004")
    assert officer is not None
    session = Session(officer, "online")
    for _ in range(3):
        uid = place.new_id()
        receive(place, session, Reception(FUNERAL, Person("Trần Thị Mẫu")), uid)
        uids.append(uid)
    unit = place.reference.procedures.versions_of(FUNERAL)[0].agency_name
    record(place, session, uids[1], HandedOver(unit))
    return counter, uids


def made(counter: Counter) -> Overview:
    return make_overview(counter.workplace, HEAD)


def figures(picture: Picture) -> list[Figure]:
    return [figure for row in picture.figures for figure in row if figure.value]


def behind_of(counter: Counter, figure: Figure) -> tuple[str, ...]:
    today = period_of(Step.DAY, counter.clock.at.date())
    assert figure.drill is not None
    return behind(counter.workplace, HEAD, OVERVIEW, today, figure.drill)


def test_the_pictures_count_what_was_received_and_name_it(
    busy: tuple[Counter, list[str]],
) -> None:
    counter, uids = busy
    flow, shares, ages, hours = made(counter).pictures
    for picture in (flow, ages, hours):
        told = figures(picture)
        assert sum(figure.value or 0 for figure in told) == 3
        assert {uid for figure in told for uid in behind_of(counter, figure)} == set(uids), told
    assert shares.is_empty
    assert len(flow.places) == 30
    assert flow.places[-1].words == f"{counter.clock.at:%d/%m/%Y}"


def test_what_is_overdue_grows_older_and_stays_one_dossier_each(
    busy: tuple[Counter, list[str]],
) -> None:
    counter, uids = busy
    seen = []
    for days in (0, 5, 12, 60):
        counter.clock.go(days=days)
        ages = made(counter).pictures[2]
        told = [place.short for place, figure in zip(ages.places, ages.figures[0], strict=True)
                if figure.value]  # fmt: skip
        assert sum(figure.value or 0 for figure in ages.figures[0]) == len(uids)
        seen += told
    assert seen[-1] == "> 20 ngày"
    assert {"1–5 ngày", "6–20 ngày"} & set(seen)


def test_an_empty_office_has_empty_pictures_and_a_whole_sheet(counter: Counter) -> None:
    overview = made(counter)
    assert all(picture.is_empty for picture in overview.pictures)
    assert overview.sheet.standing.position >= 0
    assert overview_document(counter.workplace, HEAD, overview, choose_fonts()).pdf[:5] == b"%PDF-"


def test_files_are_recorded_with_the_check_code(
    busy: tuple[Counter, list[str]], tmp_path: Path
) -> None:
    counter, _ = busy
    overview = made(counter)
    save_overview(counter.workplace, HEAD, overview, choose_fonts(), tmp_path / "a.pdf")
    save_png(counter.workplace, HEAD, overview, b"\x89PNG", tmp_path / "a.png")
    assert (tmp_path / "a.png").read_bytes() == b"\x89PNG"
    with counter.workplace.store.reading() as tx:
        rows = tx.day_acts.between(date.min, date.max, (Kind.EXPORTED,))
        words = [str(row.body) for row in rows]
    assert len(words) == 2
    assert all(handed_out(overview.sheet).code in each for each in words)


def test_who_may_not_see_reports_gets_no_overview(counter: Counter) -> None:
    receiver = Session(Officer("CB-001", "Nguyễn Thị Mẫu", roles=(Role.RECEPTION,)), "online")
    with pytest.raises(NotPermittedError):
        make_overview(counter.workplace, receiver)
