"""Quầy và cán bộ không ghi việc: who had nothing recorded on days that are worked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.dates import vietnam_time
from counter_app.domain.deadlines.working_time import WorkingTime
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.reports.bulk import worked_days
from counter_app.domain.reports.sheet import (
    Cell,
    Column,
    Mark,
    ReportSheet,
    Row,
    RowKind,
    Unit,
)
from counter_app.services.reports.asked import Asked, Report, none_behind
from counter_app.services.reports.recording.use import BASIS
from counter_app.store.reports.recording.using import Used, used

NAME = "silence"
LEAST_DAYS = 3
"""Worked days in a row without an act that make somebody silent."""

_SERVING = frozenset({Role.RECEPTION, Role.RETURN, Role.FEES})


@dataclass(frozen=True, slots=True)
class Silence:
    """One counter or officer over the worked days on which acts were to be expected.

    `heard`: up to when this machine knows a counter's entries; None of an officer, and of a
    counter that was never heard. `last` is the last day with an act in the span.
    """

    key: str
    words: str
    expected: int
    recorded: int
    longest: int
    last: date | None = None
    heard: datetime | None = None
    known: bool = True

    @property
    def is_silent(self) -> bool:
        """Tell whether it is to be asked why."""
        return self.longest >= LEAST_DAYS or (self.expected > 0 and self.recorded == 0)


def worked_days_of(asked: Asked) -> tuple[date, ...]:
    """Return the worked days of the span, up to today."""
    worked = WorkingTime(asked.reference.calendar, asked.reference.policy.hours)
    last = min(asked.period.last, asked.today)
    if last < asked.period.first:
        return ()
    return worked_days(asked.period.first, last, worked.is_working_day)


def silent_counters(asked: Asked, acts: Sequence[Used]) -> tuple[Silence, ...]:
    """Return the office's counters, silent or not, in the order of the office.

    `acts` are those of the span, told apart by counter.
    """
    days, by_counter = worked_days_of(asked), _days_of(acts, lambda each: each.counter)
    heard = asked.tx.lives.heard()
    own = asked.enrolment.counter
    found = []
    for counter in asked.reference.centre.counters:
        name = f"Quầy {counter.number}" + (f" – {counter.name}" if counter.name else "")
        at = heard.get(counter.number)
        reaches = counter.number == own or (
            at is not None and bool(days) and vietnam_time(at).date() >= days[-1]
        )
        silence = _of(counter.number, name, days, by_counter.get(counter.number, ()))
        found.append(_heard(silence, at, known=reaches))
    return tuple(found)


def silent_officers(asked: Asked, acts: Sequence[Used]) -> tuple[Silence, ...]:
    """Return the officers who were appointed to serve on worked days of the span.

    `acts` are those of the span, told apart by officer.
    """
    days, by_officer = worked_days_of(asked), _days_of(acts, lambda each: each.officer)
    found = []
    for officer in asked.reference.officers.officers:
        mine = [day for day in days if _serves(officer, day)]
        if mine:
            words = officer.name + (f" ({officer.title})" if officer.title else "")
            found.append(_of(officer.id, words, mine, by_officer.get(officer.id, ())))
    return tuple(found)


_COLUMNS = (
    Column("who", "Quầy, cán bộ", Unit.TEXT, width=0),
    Column(
        "expected", "Ngày làm việc", Unit.COUNT,
        "Số ngày làm việc của kỳ theo lịch của đơn vị, đến hôm nay; của cán bộ: những ngày quyết "
        "định cử còn hiệu lực.", 26,
    ),
    Column(
        "recorded", "Ngày có ghi", Unit.COUNT,
        "Số ngày làm việc trong đó có ít nhất một việc được ghi, không kể đăng nhập và xem.", 26,
    ),
    Column("silent", "Ngày không ghi", Unit.COUNT, "Ngày làm việc trừ ngày có ghi.", 26),
    Column(
        "longest", "Dài nhất, liên tiếp", Unit.COUNT,
        "Số ngày làm việc liên tiếp dài nhất không có việc nào được ghi.", 28,
    ),
    Column("last", "Ngày ghi cuối", Unit.DATE, "Ngày trong kỳ có việc ghi sau cùng.", 28),
    Column(
        "heard", "Dữ liệu đến", Unit.MOMENT,
        "Việc mới nhất của quầy mà nơi kết xuất đã biết: sau lúc đó, quầy có thể đã ghi nhưng chưa "
        "gửi về.", 36,
    ),
)  # fmt: skip
_RULE = (
    f"Nêu tên khi có từ {LEAST_DAYS} ngày làm việc liên tiếp không ghi việc nào, hoặc cả kỳ không "
    "ghi việc nào. Nghỉ phép, đi học không có trong Hệ thống: đơn vị giải trình."
)


def make_silence(asked: Asked) -> ReportSheet:
    """Return the sheet of silent counters and officers."""
    rows: list[Row] = []
    first, last = asked.period.first, asked.period.last
    acts = tuple(used(asked.tx.lives.connection, first, last, "counter", "officer"))
    sections = (
        ("Quầy", silent_counters(asked, acts), "Quầy nào cũng có ghi việc."),
        ("Cán bộ được cử", silent_officers(asked, acts), "Cán bộ được cử nào cũng có ghi việc."),
    )
    for head, all_of, none in sections:
        rows.append(_line(head, RowKind.HEAD))
        silent = [each for each in all_of if each.is_silent]
        rows += [_row(each) for each in silent] or [_line(none)]
    return ReportSheet(
        NAME,
        "QUẦY, CÁN BỘ KHÔNG GHI VIỆC VÀO HỆ THỐNG",
        _COLUMNS,
        tuple(rows),
        asked.standing,
        asked.period,
        basis=BASIS,
        notes=(_RULE,),
    )


def _serves(officer: Officer, day: date) -> bool:
    serves = not officer.roles or bool(_SERVING & set(officer.roles))
    appointed = any(each.valid_on(day) for each in officer.appointments)
    return officer.active and serves and appointed


def _days_of(acts: Sequence[Used], key: Callable[[Used], str]) -> dict[str, set[date]]:
    days: dict[str, set[date]] = {}
    for each in acts:
        days.setdefault(key(each), set()).add(each.day)
    return days


def _of(key: str, words: str, days: Sequence[date], recorded: Collection[date]) -> Silence:
    longest = running = 0
    for day in days:
        running = 0 if day in recorded else running + 1
        longest = max(longest, running)
    count = sum(day in recorded for day in days)
    return Silence(key, words, len(days), count, longest, max(recorded, default=None))


def _heard(silence: Silence, at: datetime | None, *, known: bool) -> Silence:
    return Silence(
        silence.key,
        silence.words,
        silence.expected,
        silence.recorded,
        silence.longest,
        silence.last,
        at,
        known,
    )


def _row(each: Silence) -> Row:
    words = each.words if each.known else f"{each.words} – chưa nhận đủ dữ liệu của quầy"
    mark = Mark.BAD if each.known else Mark.QUIET
    return Row(
        (
            Cell(words),
            Cell(each.expected),
            Cell(each.recorded),
            Cell(each.expected - each.recorded),
            Cell(each.longest, mark=mark),
            Cell(each.last),
            Cell(each.heard),
        )
    )


def _line(words: str, kind: RowKind = RowKind.LINE) -> Row:
    return Row((Cell(words), *(Cell() for _ in _COLUMNS[1:])), kind)


SILENCE = Report(NAME, "Sử dụng hệ thống", "Quầy, cán bộ không ghi việc", make_silence, none_behind)
