"""Heavy things behind an officer who goes on pressing keys: what the window's thread feels of them.

An import, the emptying of a long queue, a list scrolled to its end. The answers are those of
`day.Drive`: for each part the longest time in which the window stood still.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QTableView

from counter_app.app.measured.day import Condition, Day, Script, StuckError, after, say
from counter_app.domain.journal.canonical import sha256
from counter_app.store.subjects.catalogues import Catalogue

if TYPE_CHECKING:
    from counter_app.app.window import OfficersWindow
    from counter_app.bench.counter import Counter
    from counter_app.services.counter.workplace import Workplace
    from counter_app.sync.state import SyncState

EACH_KEY = 20  # milliseconds
_BETWEEN = 300  # milliseconds: what one part set off must not be counted for the next
_A_BITE = 10  # dossiers that are received in one job


class _Load(Day):
    """A day's log-in, and then something else; `count` says how much of it."""

    def __init__(self, program: OfficersWindow, count: int) -> None:
        super().__init__(program, count)
        self._count = count
        self._before: SyncState | None = None

    def _press_until(self, holds: Condition) -> Script:
        """Go up and down in the list until `holds`, a key each 20 ms."""
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
        number = 0
        while not holds():
            self._press(keys[number % len(keys)])
            number += 1
            yield after(EACH_KEY)

    def _in_pool(self, work: Callable[[], object]) -> Condition:
        """Do `work` away from the window; return what holds when it is done."""
        ended: list[object] = []
        self._program.jobs.run(work, ended.append)
        return lambda: bool(ended)

    def _to_list(self) -> Script:
        self.doing = "open"
        self._press(Qt.Key.Key_F3)
        yield lambda: self._table.model().rowCount() > 0
        yield after(_BETWEEN)

    def _listed(self) -> int:
        """Return how many dossiers the list has that the office opens with."""
        from counter_app.services.dossiers.lists import counts

        return counts(self._sitting.counter.workplace).open

    @property
    def _table(self) -> QTableView:
        found = self._office.findChild(QTableView)
        if not isinstance(found, QTableView):
            raise StuckError("there is no list")
        return found


class Import(_Load):
    """A list of so many procedures comes from the province while the officer looks at dossiers.

    What a running counter does with it: check the digest, keep it whole. It is read and used when
    the counter is opened next.
    """

    def script(self) -> Script:
        """Log in, open the list, take the procedures over under the keys."""
        from counter_app.bench.procedures import many_as_sent

        yield from self._log_in()
        self.doing = "start"
        place = self._sitting.counter.workplace
        made: list[bytes] = []
        known, count = place.reference.procedures, self._count

        def make() -> bool:
            made.append(many_as_sent(known, count))
            return True

        yield self._in_pool(make)
        yield from self._to_list()
        self.doing = "import"
        yield from self._press_until(self._in_pool(lambda: _taken_over(place, made[0])))


class Drain(_Load):
    """So many entries wait; the line comes back, and they go out under the keys.

    Who started this holds the line: `{"line": false}` asks to cut it, `{"line": true}` to mend it.
    """

    def script(self) -> Script:
        """Log in without a line, fetch numbers, fill the queue, send it."""
        from counter_app.bench.counter import at_work
        from counter_app.bench.rows.wire import A_DOSSIER, take_numbers

        yield from self._log_in()
        self.doing = "start"
        counter = at_work(self._sitting.counter.workplace)
        doors = self._sitting.counter.home.doors()
        dossiers = -(-self._count // A_DOSSIER)
        say(line=True)
        yield after(_BETWEEN)
        yield self._in_pool(lambda: take_numbers(doors, dossiers))
        say(line=False)
        yield after(_BETWEEN)
        for _ in range(-(-dossiers // _A_BITE)):
            yield self._in_pool(lambda: _filled(counter))
        yield from self._to_list()
        # Read before the line is back: a short queue may be gone before anybody asks for a round.
        self._before = self._sitting.sync.state
        say(line=True)
        yield after(_BETWEEN)
        self.doing = "drain"
        self._sitting.sync.resume()
        yield from self._press_until(self._is_empty)
        yield after(_BETWEEN)

    def _is_empty(self) -> bool:
        state, before = self._sitting.sync.state, self._before
        if state is None or (before is not None and state.last_round == before.last_round):
            return False
        return not state.to_send and not state.unconfirmed


class Rows(_Load):
    """The list of all open dossiers: opened, scrolled to its end, sorted the other way."""

    def script(self) -> Script:
        """Log in, open the list, pull its bar down until the last row is here, sort."""
        from counter_app.desktop.presenters.dossiers.line_cells import RECEIVED_COLUMN

        yield from self._log_in()
        yield from self._to_list()
        self.doing = "scroll"
        table, model = self._table, self._table.model()
        everything = self._listed()
        while (rows := model.rowCount()) < everything:
            table.scrollToBottom()
            if model.canFetchMore(QModelIndex()):  # the bar stood at its end already
                model.fetchMore(QModelIndex())
            yield _grown(model, rows)
        self.figures.pages = [float(rows)]
        self.doing = "sort"
        self._table.horizontalHeader().sectionClicked.emit(RECEIVED_COLUMN)
        yield lambda: 0 < model.rowCount() < rows
        yield after(_BETWEEN)


def _grown(model: QAbstractItemModel, rows: int) -> Condition:
    return lambda: model.rowCount() > rows or model.canFetchMore(QModelIndex())


def _filled(counter: Counter) -> bool:
    """Receive some dossiers, print their papers, hand them over."""
    from counter_app.bench.rows.wire import A_DOSSIER, work

    work(counter, _A_BITE * A_DOSSIER, lambda: None)
    return True


def _taken_over(place: Workplace, body: bytes) -> bool:
    """Keep a list of procedures as the sync does; False when it was here already."""
    today = place.clock.now().at.date()
    version = sha256(body)
    with place.store.writing() as tx:
        if not tx.catalogues.stage(Catalogue("procedures", version, body, b"", valid_from=today)):
            raise StuckError("the list was here already")
    return True


LOADS: dict[str, type[_Load]] = {"import": Import, "drain": Drain, "rows": Rows}
