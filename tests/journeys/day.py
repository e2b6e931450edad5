"""Days at a counter: every case played in one window, with the line up and with it down."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from counter_app.sync.state import Chip
from tests.journeys.cases import CASES, Case
from tests.journeys.cases_people import PEOPLE
from tests.journeys.cases_steps import STEPS
from tests.journeys.driver import Counter
from tests.journeys.hands import Effort
from tests.journeys.town import CounterHome, Town

ALL = (*CASES[:-1], *STEPS, CASES[-1], *PEOPLE)


class Line(Enum):
    """How the counter stands with the province; the value names it in the table."""

    UP = "có mạng"
    DOWN = "mất mạng, còn số"
    DOWN_NO_NUMBERS = "mất mạng, hết số"


@dataclass(frozen=True)
class Row:
    """A case that was played, and what it took."""

    case: Case
    line: Line
    effort: Effort

    @property
    def met(self) -> bool:
        """True when it took no more than it may."""
        return self.case.goal.met_by(self.effort)


@dataclass(frozen=True)
class Days:
    """Three counters of one province, enrolled before the line goes down."""

    town: Town
    homes: dict[Line, CounterHome]

    def play(
        self, line: Line, heard: Callable[[Row], None] = lambda _: None, cases: Sequence[Case] = ALL
    ) -> tuple[Row, ...]:
        """Play `cases`, in the order of `ALL`, at the counter of `line`.

        With the line up the scanner is a plain wedge, from case J on one with a prefix; without it
        it is a file. At the end of a day without a line the province comes back, and everything
        goes there.
        """
        home = self.homes[line]
        if line is not Line.UP:
            self.town.down()
        scan_file = None if line is Line.UP else home.folder / "scans.txt"
        try:
            with Counter(home.folder, scan_file=scan_file) as at:
                if line is not Line.UP:
                    at.use_prefix()
                at.log_in()
                rows = tuple(self._rows(at, home, line, heard, cases))
                if line is not Line.UP:
                    self._come_back(at)
                return rows
        finally:
            self.town.up()

    def _rows(
        self,
        at: Counter,
        home: CounterHome,
        line: Line,
        heard: Callable[[Row], None],
        cases: Sequence[Case],
    ) -> Iterator[Row]:
        for case in cases:
            if case is PEOPLE[0]:
                at.use_prefix()
            row = Row(case, line, case.play(at, home))
            _shows_code(at, line)
            heard(row)
            yield row

    def _come_back(self, at: Counter) -> None:
        """The line is up again: what waited is sent, and who had no number gets one."""
        at.says("Mất mạng")
        self.town.up()
        at.office.show_page("unsent")
        at.hands.press("F5")
        at.until(lambda: _all_sent(at), "everything is sent and has its number", seconds=60)


def _all_sent(at: Counter) -> bool:
    state = at.sitting.sync.state
    if state is None or state.chip is not Chip.ALL_SENT or state.to_send:
        return False
    with at.sitting.counter.home.store.reading() as tx:
        return not tx.dossiers.without_official_code()


def _shows_code(at: Counter, line: Line) -> None:
    """Check that the receipts' codes are of the kind that this counter has."""
    last = at.office._last
    assert last is not None
    assert last.is_provisional is (line is Line.DOWN_NO_NUMBERS)


def three_counters(folder: Path) -> Days:
    """Enrol the counters of three days in a province at `folder`; leave `town` at the end."""
    town = Town(folder)
    town.__enter__()
    return Days(
        town,
        {
            Line.UP: town.counter("1"),
            Line.DOWN: town.counter("2"),
            Line.DOWN_NO_NUMBERS: town.counter("3", numbers=False),
        },
    )
