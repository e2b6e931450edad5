"""Every figure against a slow count over the journal, on random histories; purged or not."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.reports.period import Step, period_of
from counter_app.domain.reports.sheet import Drill, ReportSheet, RowKind, Unit, check_code
from counter_app.services.counter.workplace import Session
from counter_app.services.reports.asked import Asked
from counter_app.services.reports.handling.breaches import BREACHES_REPORT
from counter_app.services.reports.handling.counting import counted, span_of
from counter_app.services.reports.handling.fees import FEES
from counter_app.services.reports.handling.summary import SUMMARIES
from counter_app.services.reports.handling.times import TIMES
from counter_app.services.reports.handling.uncollected import UNCOLLECTED
from counter_app.services.reports.making import asked, follow, make_report
from counter_app.store.reports.events import EVENTS
from counter_app.store.reports.figures import FIGURES, PARTS
from counter_app.store.reports.money import Takings
from tests.made import NOON
from tests.services.conftest import new_store as new_store  # noqa: PLC0414 (a fixture)
from tests.services.reports.handling import slow_count
from tests.services.reports.handling.history import WHAT, Office, act, open_office

OWN = (*SUMMARIES, *FEES, UNCOLLECTED, TIMES, BREACHES_REPORT)
HEAD = Session(Officer("cb-09", "Hoàng Thị Giả", roles=(Role.SUPERVISOR,)), "online")
MONTH = period_of(Step.MONTH, NOON.date())
SPANS = (MONTH, MONTH.after(), period_of(Step.WEEK, NOON.date() + timedelta(days=8)))
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("receive", "receive", "result", "return", *WHAT)),
        st.integers(0, 40),
        st.integers(0, 5),
        st.sampled_from((0, 1, 5, 22, 70)),
    ),
    min_size=20,
    max_size=40,
)


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory, new_store: Path) -> Callable[[], Office]:
    return lambda: open_office(tmp_path_factory.mktemp("office") / "home", new_store)


@pytest.fixture(scope="module")
def busy(offices: Callable[[], Office]) -> Iterator[Office]:
    """Give an office after three weeks in which everything happened; nothing is added to it."""
    office = offices()
    for turn, what in enumerate((*("receive",) * 9, *WHAT * 4)):
        act(office, what, turn * 7, turn, (0, 1, 5)[turn % 3])
    yield office
    office.store.close()


@settings(
    max_examples=3,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # a history is dear: none is made shorter
)
@given(acts=ACTS)
def test_they_are_what_a_slow_count_finds(
    offices: Callable[[], Office], acts: list[tuple[str, int, int, int]]
) -> None:
    opened = offices()
    for each in acts:
        act(opened, *each)
    alive, money = slow_count.read(opened.store, opened.hidden)
    follow(opened.places[0])
    agree(opened, alive, money)
    before = sheets(opened)
    with opened.store.writing() as tx:
        tx.purging.erase([one["uid"] for one in alive if one["end"] == "returned"])
        tx.lives.forget()
    assert sheets(opened) == before
    opened.store.close()


def agree(office: Office, alive: list[object], money: list[object]) -> None:
    for period, part in zip(itertools.cycle(SPANS), PARTS[len(alive) % 2 :: 2]):
        with office.store.reading() as tx:
            question = asked(office.places[0], tx, period)
            span = span_of(question, period)
            found = counted(question, (part,), (*FIGURES, *EVENTS))
            sums = Takings(tx.lives.connection).sums(("counter", "officer"), span)
        until = slow_count.end_of(period.last, office.clock.at)
        ours = {
            key[0]: {name: number for name, number in figures.items() if number}
            for key, figures in found.now.items()
        }
        assert ours == slow_count.table(alive, part, period.first, period.last, until)
        cash = slow_count.cash(money, period.first, period.last)
        assert cash.get("at_reception", 0) == sum(each.at_reception for each in sums.values())
        assert cash.get("paid", 0) == sum(each.paid for each in sums.values())
        assert cash.get("payment_cancelled", 0) == sum(each.back for each in sums.values())
        assert cash.get("certified", 0) == sum(each.certified for each in sums.values())


def sheets(office: Office) -> list[tuple[object, ...]]:
    found = []
    for report in OWN[::2]:
        sheet = make_report(office.places[0], HEAD, report, MONTH)
        found.append((sheet.name, sheet.rows, sheet.notes, check_code(sheet)))
    return found


def test_each_number_names_its_dossiers(busy: Office) -> None:
    asked_for: dict[tuple[Callable[[Asked, Drill], tuple[str, ...]], Drill], object] = {}
    for report in OWN:
        sheet = make_report(busy.places[0], HEAD, report, MONTH)
        for line, (column, cell) in (
            (row, pair) for row in sheet.rows for pair in zip(sheet.columns, row.cells, strict=True)
        ):
            if line.kind is RowKind.HEAD or column.unit is Unit.TEXT:
                continue
            assert cell.drill is not None, (report.name, column.key)
            assert column.definition, column.key
            if column.unit is not Unit.COUNT or column.key == "acts" or not cell.value:
                continue
            question = (report.behind, cell.drill)
            assert asked_for.setdefault(question, cell.value) == cell.value
    assert len(asked_for) > 100
    with busy.store.reading() as tx:
        asked_now = asked(busy.places[0], tx, MONTH)
        for (find, drill), number in list(asked_for.items())[::2]:
            uids = find(asked_now, drill)
            assert len(uids) == len(set(uids)) == number, drill


def test_what_came_is_done_or_there(busy: Office) -> None:
    for report, period in zip(SUMMARIES, itertools.cycle(SPANS)):
        sheet = make_report(busy.places[0], HEAD, report, period)
        total = dict(zip((each.key for each in sheet.columns), values(sheet, -1), strict=True))
        assert total["handled"] == total["received"] + total["carried"]
        assert total["handled"] == sum(
            total[name] for name in ("processed", "withdrawn", "stopped", "open")
        )
        lines = [place for place, row in enumerate(sheet.rows) if row.kind is RowKind.LINE]
        for place in range(1, len(sheet.columns)):
            assert values(sheet, -1)[place] == sum(values(sheet, each)[place] for each in lines)


def values(sheet: ReportSheet, place: int) -> list[int]:
    return [cell.value if isinstance(cell.value, int) else 0 for cell in sheet.rows[place].cells]


def test_an_empty_span_says_nothing_wrong(busy: Office) -> None:
    long_ago = period_of(Step.YEAR, NOON.date() - timedelta(days=900))
    for report in OWN:
        sheet = make_report(busy.places[0], HEAD, report, long_ago)
        assert not any(values(sheet, -1))
