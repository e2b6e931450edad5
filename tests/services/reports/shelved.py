"""A report to hand out in tests: how many dossiers were received, by procedure."""

from __future__ import annotations

from collections import Counter as Tally

import pytest

from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.people.person import Person
from counter_app.domain.reports.sheet import Cell, Column, ReportSheet, Row, Unit
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.reports import shelf
from counter_app.services.reports.asked import Asked, Report, none_behind
from tests.services.conftest import Counter

HEAD = Session(Officer("ld-01", "Lê Thị Trưởng", roles=(Role.SUPERVISOR,)), "online")


def _make(asked: Asked) -> ReportSheet:
    lives = (life for life in asked.tx.lives.every() if life.counts and life.received_at)
    days = (asked.period.first, asked.period.last)
    found = Tally(each.procedure for each in lives if days[0] <= each.received_at.date() <= days[1])
    return ReportSheet(
        name="tried",
        title="Hồ sơ đã nhận",
        columns=(Column("procedure", "Thủ tục", Unit.TEXT, width=0), Column("n", "Số hồ sơ")),
        rows=tuple(Row((Cell(name), Cell(count))) for name, count in sorted(found.items())),
        standing=asked.standing,
        period=asked.period,
    )


TRIED = Report("tried", "Tổng hợp", "Hồ sơ đã nhận", _make, none_behind)


def shelve(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offer the report like every other."""
    monkeypatch.setattr(shelf, "REPORTS", (*shelf.REPORTS, TRIED))


def take_in(counter: Counter) -> None:
    """Receive a dossier."""
    place = counter.workplace
    receive(place, counter.session, Reception("1.001193", Person("Trần Thị Mẫu")), place.new_id())
