"""A small year: its figures are what the script says, its last day closes with what was planted."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.reports.period import Step, period_of
from counter_app.services.reports.making import follow, make_report
from counter_app.services.reports.shelf import REPORTS
from tests.year.living import Living
from tests.year.office import cast, year_office
from tests.year.products import closed_day, figures
from tests.year.script import Year
from tests.year.tally import fates

DOSSIERS = 60


@pytest.mark.long
def test_a_small_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with year_office(tmp_path / "home", 2026) as office:
        reference = office.places["1"].reference
        hours = working_time(reference.calendar, reference.policy.hours)
        year = Year(7, DOSSIERS, cast(reference), hours, 2026)
        living = Living(office, year.plots)
        with office.all_is_sent():
            living.live(year.deeds(), lambda done, of: None)
        office.clock.at = year.end
        follow(office.places["1"])
        assert list(figures(office, year, fates(year.plots, year.end))) == []
        whole = period_of(Step.YEAR, year.days[0])
        for report in REPORTS:
            assert make_report(office.places["1"], office.head, report, whole).rows, report.name
        assert closed_day(office, living, year, tmp_path / "day") == []
    assert "day closed" in capsys.readouterr().out
