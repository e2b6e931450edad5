"""The money of a counter's day: what the fee lines say, what the drawers held, who didn't count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.money import ShiftClosed
from counter_app.domain.acts.steps import PayMethod
from counter_app.domain.cash import CashLine, counted
from counter_app.domain.dates import vietnam_time
from counter_app.services.counter.workplace import Workplace
from counter_app.services.money.shift import FARTHEST, MONEY, money_lines, taken_back
from counter_app.store.transaction import Transaction
from counter_app.store.views.day_acts import ActRow


@dataclass(frozen=True, slots=True)
class DayMoney:
    """Amounts in whole đồng. `cash`: the lines that the day's shifts counted, and what none did.

    `counted` is None while no shift was closed; `waiting` names who took cash that nobody counted;
    `reasons` are those of the shifts that didn't come out even.
    """

    cash: int = 0
    counted: int | None = None
    waiting: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def difference(self) -> int:
        """What the drawers held more than the lines say; below 0 less."""
        return (self.counted or 0) - self.cash


def day_money(workplace: Workplace, tx: Transaction, day: date, names: dict[str, str]) -> DayMoney:
    """Return the money of `day` at this counter; `names` are those of officers by their ids."""
    here = workplace.enrolment.counter
    closings = tx.day_acts.between(day, day, (Kind.SHIFT_CLOSED,), counter=here)
    first = min((_opened(row, day) for row in closings), default=day)
    rows = tx.day_acts.between(max(first, day - FARTHEST), day, MONEY, counter=here)
    open_rows: dict[str, list[ActRow]] = {}
    own: list[ActRow] = []
    shifts: list[ShiftClosed] = []
    for row in rows:
        of_officer = open_rows.setdefault(row.entry.officer, [])
        if not isinstance(row.body, ShiftClosed):
            of_officer.append(row)
            continue
        if vietnam_time(row.entry.occurred_at).date() == day:
            shifts.append(row.body)
            own += of_officer
        of_officer.clear()
    waiting = []
    for officer, left in open_rows.items():
        today = [row for row in left if vietnam_time(row.entry.occurred_at).date() == day]
        if _cash(money_lines(today, taken_back(tx, today))):
            waiting.append(names.get(officer, officer))
        own += today
    own.sort(key=lambda row: row.position)
    return DayMoney(
        cash=_cash(money_lines(own, taken_back(tx, own))),
        counted=sum(counted(shift.counted) for shift in shifts) if shifts else None,
        waiting=tuple(waiting),
        reasons=tuple(shift.reason for shift in shifts if shift.reason),
    )


def _opened(row: ActRow, day: date) -> date:
    return vietnam_time(row.body.opened_at).date() if isinstance(row.body, ShiftClosed) else day


def _cash(lines: tuple[CashLine, ...]) -> int:
    return sum(line.amount for line in lines if line.method is PayMethod.CASH)
