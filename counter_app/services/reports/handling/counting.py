"""Figures of a span beside those of the span before, and their cells with what stands behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from counter_app.domain.dates import VIETNAM
from counter_app.domain.reports.period import Period
from counter_app.domain.reports.sheet import Cell, Column, Drill, Mark, Unit
from counter_app.services.reports.asked import Asked
from counter_app.store.reports.events import EVENTS, Events
from counter_app.store.reports.figures import FIGURES, Figures, Key, Span

Where = tuple[tuple[str, str], ...]
Sums = Mapping[str, int]

FEW = 5
"""Of fewer dossiers no rate is said, only how many they are."""

NO_RATE = "–"

LEFT_OUT = (
    "Số liệu theo nhật ký tại thời điểm kết xuất; không tính hồ sơ đăng ký nhầm, hồ sơ tập dùng và "
    "hồ sơ đã thu hồi khỏi quầy."
)
"""What is left out of every figure of dossiers."""


def span_of(asked: Asked, period: Period) -> Span:
    """Return the days of `period`, looked back on from their end, or from now."""
    end = datetime.combine(period.last, time(), VIETNAM) + timedelta(days=1)
    return Span(period.first, period.last, min(end, asked.now))


@dataclass(frozen=True, slots=True)
class Counted:
    """Figures by group: of the span asked for, and of the one before."""

    now: Mapping[Key, Sums]
    before: Mapping[Key, Sums]

    def groups(self) -> tuple[Key, ...]:
        """Return every group that has a figure in either span."""
        return tuple({**self.now, **self.before})

    def cell(self, key: Key, figure: str, where: Where) -> Cell:
        """Return one figure of a group."""
        return figure_cell(
            figure, self.now.get(key, {}).get(figure, 0), self.before.get(key, {}).get(figure, 0),
            where,
        )  # fmt: skip

    def total(self, figure: str, where: Where = (), keys: Iterable[Key] | None = None) -> Cell:
        """Return the sum of one figure over `keys` (None: all); no dossier is in two groups."""
        chosen = self.groups() if keys is None else tuple(keys)
        return figure_cell(
            figure,
            sum(self.now.get(key, {}).get(figure, 0) for key in chosen),
            sum(self.before.get(key, {}).get(figure, 0) for key in chosen),
            where,
        )


def counted(asked: Asked, by: Sequence[str], figures: Sequence[str]) -> Counted:
    """Count `figures` (of lives, and of `EVENTS`) by the columns `by`, in both spans."""
    return Counted(
        _counted(asked, asked.period, by, figures),
        _counted(asked, asked.period.before(), by, figures),
    )


def _counted(
    asked: Asked, period: Period, by: Sequence[str], figures: Sequence[str]
) -> dict[Key, dict[str, int]]:
    span = span_of(asked, period)
    connection = asked.tx.lives.connection
    lives = [name for name in figures if name in FIGURES]
    found = Figures(connection).counts(by, span, lives)
    if any(name in EVENTS for name in figures):
        for key, sums in Events(connection).counts(by, span).items():
            found.setdefault(key, {}).update(sums)
    return found


def behind(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers behind a figure of lives or of `EVENTS`; none behind an unknown one."""
    span = span_of(asked, asked.period)
    connection = asked.tx.lives.connection
    if drill.figure in FIGURES:
        return Figures(connection).behind(drill.figure, span, drill.where)
    if drill.figure in EVENTS:
        return Events(connection).behind(drill.figure, span, drill.where)
    return ()


_BAD = frozenset({"late", "open_overdue"})


def figure_cell(figure: str, value: int, before: int, where: Where) -> Cell:
    """Return a figure with its drill; what should be 0 and isn't is marked."""
    mark = Mark.BAD if figure in _BAD and value else Mark.PLAIN
    return Cell(value, Drill(figure, where), before, mark)


def rate(part: int, whole: int) -> int | str:
    """Return `part` of `whole` in tenths of a percent, rounded down; no rate of fewer than `FEW`.

    Rounded down: 100,0 % is said only where nothing is missing.
    """
    return NO_RATE if whole < FEW else part * 1000 // whole


def notes_of(asked: Asked, *further: str) -> tuple[str, ...]:
    """Return what stands below a table of dossiers: what is left out, and an unfinished span.

    What a comparison is with stands there already (`said.remarks`).
    """
    notes = [LEFT_OUT]
    if asked.period.first > asked.today:
        notes.append("Kỳ báo cáo chưa bắt đầu: chỉ có hồ sơ đang giải quyết chuyển sang.")
    elif asked.period.last >= asked.today:
        notes.append("Kỳ báo cáo chưa kết thúc: số liệu tính đến lúc kết xuất.")
    return (*notes, *further)


def text_column(key: str, head: str, definition: str = "", width: int = 0) -> Column:
    """Return a column of names."""
    return Column(key, head, Unit.TEXT, definition, width)
