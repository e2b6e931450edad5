"""How far a target is reached in a span: its two numbers, or why there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from counter_app.domain.office.targets import Formula, Scope, Target
from counter_app.domain.procedures.procedure import Procedure, ServiceLevel
from counter_app.domain.reports.period import Period
from counter_app.services.late.lines import LateLine, late_lines
from counter_app.services.reports.asked import Asked
from counter_app.services.reports.handling.counting import FEW
from counter_app.services.reports.targets.stock import Stock, months_of
from counter_app.store.reports.late_groups import LateGroup, late_groups
from counter_app.store.reports.targets import Tally

YEAR = 12
"""Months of which the Centre's monthly average is taken."""

_DOSSIERS = {
    Formula.RECEIVED_ONLINE: ("received_online", "received"),
    Formula.ACKNOWLEDGED: ("acknowledged", "received"),
    Formula.DIGITISED: ("digitised", "on_paper"),
    Formula.PROCESSED_ONLINE: ("processed_online", "processed"),
    Formula.ON_TIME: ("within", "limited"),
}
_OF_RECEIVED = frozenset(
    {
        Formula.PROCEDURES_ONLINE,
        Formula.RECEIVED_ONLINE,
        Formula.ACKNOWLEDGED,
        Formula.DIGITISED,
    }
)
GROWS = frozenset({Formula.RECEIVED_ONLINE, Formula.PROCESSED_ONLINE, Formula.ON_TIME})
"""Formulas of which what is done can't be changed: only what is still to come can help."""

PART, WHOLE = "part", "whole"


@dataclass(frozen=True, slots=True)
class Reach:
    """`part` of `whole`, each in dossiers or procedures; `why`: there is nothing to count of."""

    part: int = 0
    whole: int = 0
    why: str = ""

    @property
    def is_few(self) -> bool:
        """Tell whether no share is said."""
        return bool(self.why) or self.whole < FEW

    @property
    def tenths(self) -> int | None:
        """Return the share in tenths of a percent, rounded down; None of too few."""
        return None if self.is_few else self.part * 1000 // self.whole


class Reaching:
    """Counts targets of one question; `narrow` turns a scope into that of an agency or a field."""

    def __init__(self, asked: Asked, stock: Stock) -> None:
        self._asked = asked
        self._stock = stock
        self._known: dict[tuple[str, str], Procedure | None] = {}
        self._late: dict[Period, tuple[LateGroup, ...]] = {}

    def reach(self, target: Target, period: Period, scope: Scope | None = None) -> Reach:
        """Return how far `target` is reached in `period`, in its own scope or in another one."""
        within = scope or target.scope
        if not target.touches(period.first, period.last):
            return Reach(why="ngoài thời gian áp dụng")
        if period.first > self._asked.today:
            return Reach(why="kỳ chưa bắt đầu")
        if nothing := self._empty(within, period):
            return Reach(why=nothing)
        match target.formula:
            case Formula.LATE_WITHOUT_LETTER if within.between_agencies:
                return Reach(why="trễ hẹn không tính riêng cho cơ quan nhà nước")
            case Formula.PROCEDURES_ONLINE if not self._stock.received(period):
                return Reach(why="không có hồ sơ nào trong kỳ")
            case Formula.PROCEDURES_ONLINE:
                found = self._procedures(within, period)
            case Formula.FOUR_STEP_PROCEDURES:
                found = self._approved(within, period)
            case Formula.FOUR_STEP_DOSSIERS:
                found = self._four_steps(within, period)
            case Formula.LATE_WITHOUT_LETTER:
                late = self._late_of(within, period)
                without = sum(each.count for each in late if not each.has_letter)
                return Reach(without, sum(each.count for each in late))
            case _:
                part, whole = _DOSSIERS[target.formula]
                tallies = self._tallies(target.formula, within, period)
                found = Reach(_sum(tallies, part), _sum(tallies, whole))
        if not found.why and not found.whole:
            return replace(found, why="không có gì để tính trong kỳ")
        return found

    def behind(self, target: Target, which: str, period: Period, scope: Scope) -> tuple[str, ...]:
        """Return the dossiers behind one of the two numbers; none behind averages, approvals."""
        if target.formula is Formula.LATE_WITHOUT_LETTER:
            return tuple(
                each.dossier
                for each in late_lines(
                    self._asked.tx, period.first, period.last, now=self._asked.now
                )
                if self._is_late_in(each, scope) and (which == WHOLE or not each.has_letter)
            )
        figure = self._figure(target.formula, which)
        if figure is None or not target.touches(period.first, period.last):
            return ()
        tallies = self._tallies(target.formula, scope, period, each=True)
        if target.formula is Formula.FOUR_STEP_DOSSIERS:
            tallies = [each for each in tallies if self._is_four_step(each)]
        elif target.formula is Formula.PROCEDURES_ONLINE and not scope.between_agencies:
            codes = set(self._in_scope(scope, period))
            tallies = [each for each in tallies if each.procedure[:8] in codes]
        return tuple(each.dossier for each in tallies if each.counts[figure])

    def told(self, period: Period) -> tuple[Tally, ...]:
        """Return everything received or processed in a period: of whom there is something."""
        return (*self._stock.received(period), *self._stock.processed(period))

    def approved(self) -> Iterable[tuple[str, str]]:
        """Yield field and agency of each procedure in force or approved."""
        for procedure in self._asked.reference.procedures.in_force(self._asked.today):
            yield procedure.field_name, procedure.agency_code

    def elsewhere(self, period: Period) -> int:
        """Return how many dossiers of four-step procedures weren't done wholly at the Centre."""
        tallies = [each for each in self._stock.processed(period) if self._is_four_step(each)]
        return _sum(tallies, "processed") - _sum(tallies, "here")

    def unknown(self, period: Period) -> int:
        """Return how many received dossiers have a procedure that the catalogue doesn't know."""
        strange = (each for each in self._stock.received(period) if not self._procedure(each))
        return _sum(strange, "received")

    @staticmethod
    def _figure(formula: Formula, which: str) -> str | None:
        if formula is Formula.PROCEDURES_ONLINE:
            return "received_online" if which == PART else None
        if formula is Formula.FOUR_STEP_DOSSIERS:
            return "here" if which == PART else None
        part, whole = _DOSSIERS.get(formula, (None, None))
        return part if which == PART else whole

    def _empty(self, scope: Scope, period: Period) -> str:
        if scope.level and not self._levels(scope):
            return "phạm vi rỗng: mức độ chưa gắn với mức nào của danh mục"
        if scope.between_agencies or not (scope.level or scope.field_name or scope.agency):
            return ""
        if self._in_scope(scope, period, any_level=not scope.level):
            return ""
        there = any(self._fits(each, scope) for each in self.told(period))
        return "" if there else "phạm vi rỗng: không có thủ tục nào"

    def _tallies(
        self, formula: Formula, scope: Scope, period: Period, *, each: bool = False
    ) -> list[Tally]:
        read: Callable[..., Sequence[Tally]] = (
            self._stock.received if formula in _OF_RECEIVED else self._stock.processed
        )
        return [tally for tally in read(period, each=each) if self._fits(tally, scope)]

    def _procedures(self, scope: Scope, period: Period) -> Reach:
        tallies = self._tallies(Formula.PROCEDURES_ONLINE, scope, period)
        online = {each.procedure[:8] for each in tallies if each.counts["received_online"]}
        if scope.between_agencies:
            return Reach(len(online), len({each.procedure[:8] for each in tallies}))
        codes = self._in_scope(scope, period)
        return Reach(len(online & codes.keys()), len(codes))

    def _approved(self, scope: Scope, period: Period) -> Reach:
        lines = self._asked.reference.coverage.lines
        if not lines:
            return Reach(why="chưa có danh sách thủ tục đã phê duyệt")
        procedures = self._asked.reference.procedures
        day = self._day(period)
        narrowed = bool(scope.level or scope.field_name)
        part = whole = 0
        for line in lines:
            found = procedures.version_on(line.code, day)
            if scope.agency and scope.agency != line.agency:
                continue
            if narrowed and (found is None or not self._is(found, replace(scope, agency=""))):
                continue
            whole += 1
            part += found is not None and found.four_steps_on_site
        return Reach(part, whole)

    def _four_steps(self, scope: Scope, period: Period) -> Reach:
        if not self._asked.reference.coverage.lines:
            return Reach(why="chưa có danh sách thủ tục đã phê duyệt")
        months = months_of(period)
        if not months:
            return Reach(why="chỉ tính cho tháng, quý, 6 tháng, năm")
        tallies = self._tallies(Formula.FOUR_STEP_DOSSIERS, scope, period)
        part = _sum((each for each in tallies if self._is_four_step(each)), "here")
        months = [month for month in months if month <= self._asked.today.isoformat()[:7]]
        span = self._stock.year_to(months[-1], YEAR)
        year = [each for each in self._stock.processed(span) if self._fits(each, scope)]
        if not year:
            return Reach(part)
        begun = date.fromisoformat(f"{min(each.month for each in year)}-01")
        worked = months_of(replace(span, first=begun))
        return Reach(part, _sum(year, "processed") * len(months) // len(worked))

    def _late_of(self, scope: Scope, period: Period) -> list[LateGroup]:
        months, read = self._stock.read_as(period)
        if read not in self._late:
            connection = self._asked.tx.lives.connection
            found = late_groups(connection, read.first, read.last, self._asked.now, days=False)
            self._late[read] = tuple(found)
        return [
            each
            for each in self._late[read]
            if (not months or each.month in months) and self._is_late_in(each, scope)
        ]

    def _late_lines(self, period: Period) -> tuple[LateLine, ...]:
        return late_lines(self._asked.tx, period.first, period.last, now=self._asked.now)

    def _is_late_in(self, late: LateGroup | LateLine, scope: Scope) -> bool:
        if scope.field_name not in ("", late.field_name) or scope.agency not in ("", late.agency):
            return False
        if not scope.level:
            return True
        found = self._procedure(late)
        return found is not None and self._has_level(found, scope)

    def _fits(self, tally: Tally, scope: Scope) -> bool:
        if scope.field_name not in ("", tally.field_name) or scope.agency not in ("", tally.agency):
            return False
        if scope.between_agencies and not tally.state_agency:
            return False
        if not scope.level:
            return True
        found = self._procedure(tally)
        return found is not None and self._has_level(found, scope)

    def _procedure(self, tally: Tally | LateGroup | LateLine) -> Procedure | None:
        key = (tally.procedure, tally.version)
        if key not in self._known:
            known = self._asked.reference.procedures
            found = known.with_version(*key)
            self._known[key] = found or known.version_on(tally.procedure, self._asked.today)
        return self._known[key]

    def _is_four_step(self, tally: Tally) -> bool:
        found = self._procedure(tally)
        listed = {line.code for line in self._asked.reference.coverage.lines}
        return found is not None and found.four_steps_on_site and tally.procedure[:8] in listed

    def _in_scope(
        self, scope: Scope, period: Period, *, any_level: bool = False
    ) -> dict[str, Procedure]:
        """Return the procedures that can be applied for online, by their national codes."""
        return {
            each.national_code: each
            for each in self._asked.reference.procedures.in_force(self._day(period))
            if self._is(each, scope) and (any_level or each.service_level is not None)
        }

    def _is(self, procedure: Procedure, scope: Scope) -> bool:
        return (
            scope.field_name in ("", procedure.field_name)
            and scope.agency in ("", procedure.agency_code)
            and (not scope.level or self._has_level(procedure, scope))
        )

    def _has_level(self, procedure: Procedure, scope: Scope) -> bool:
        return procedure.service_level in self._levels(scope)

    def _levels(self, scope: Scope) -> tuple[ServiceLevel, ...]:
        found = self._asked.reference.targets.level_sets.get(scope.level)
        return found.levels if found else ()

    def _day(self, period: Period) -> date:
        return max(period.first, min(period.last, self._asked.today))


def _sum(tallies: Iterable[Tally], figure: str) -> int:
    return sum(each.counts[figure] for each in tallies)
