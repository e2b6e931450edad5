"""The steps of a procedure's internal process (quy trình nội bộ) in a group of rows."""

from __future__ import annotations

import re
from decimal import Decimal

from counter_app.domain.problems import doubt, false
from counter_app.domain.procedures.work_step import MOST_MINUTES, MOST_STEPS, WorkStep
from counter_app.domain.text import fold
from counter_app.services.catalogue_import import values
from counter_app.services.catalogue_import.columns import Column
from counter_app.services.catalogue_import.groups import Group
from counter_app.services.catalogue_import.rows import Row

_TIME = re.compile(r"(?P<number>\d{1,4}(?:[.,]\d{1,2})?|1/2)\s*(?P<unit>[a-z][a-z ]*)?")
_HOUR, _DAY = Decimal(60), Decimal(480)
_UNITS = {
    None: _HOUR,
    "gio": _HOUR,
    "gio lam viec": _HOUR,
    "h": _HOUR,
    "phut": Decimal(1),
    "ngay": _DAY,
    "ngay lam viec": _DAY,
    "buoi": _DAY / 2,
}
_CENTRE = frozenset(
    {"trung tam", "bo phan mot cua", "trung tam phuc vu hanh chinh cong", "trung tam pvhcc", "-"}
)
"""How lists name the Centre itself, whose steps have no unit."""


def steps_listed(group: Group) -> tuple[WorkStep, ...]:
    """Return the steps that the rows name, by their order; rows without a step say none.

    A process goes in whole: a step whose time can't be read refuses the procedure, because a plan
    with a hole in it would call dossiers late that aren't.
    """
    rows = [row for row in group.rows if row.text(Column.STEP)]
    found: list[tuple[int, WorkStep]] = []
    for place, row in enumerate(rows, start=1):
        step = _step(group, row)
        order = _order(group, row, place)
        if step is None:
            continue
        if (order, step) in found:
            group.found(row, doubt("catalogue.same_step", step=step.name[:80]))
        elif any(known == order for known, _ in found):
            group.found(row, false("catalogue.step_order", order=order))
        else:
            found.append((order, step))
    if len(found) > MOST_STEPS:
        group.found(rows[-1], false("catalogue.many_steps", limit=MOST_STEPS))
        return ()
    return tuple(step for _, step in sorted(found, key=lambda each: each[0]))


def _step(group: Group, row: Row) -> WorkStep | None:
    minutes = working_minutes(row.text(Column.STEP_HOURS))
    if minutes is None:
        value = row.text(Column.STEP_HOURS)[:40]
        group.found(row, false("catalogue.step_time", text=value))
        return None
    unit = row.text(Column.STEP_UNIT)
    if fold(unit) in _CENTRE:
        unit = ""
    return WorkStep(row.text(Column.STEP), row.text(Column.STEP_ROLE), unit, minutes)


def _order(group: Group, row: Row, place: int) -> int:
    written = row.text(Column.STEP_ORDER)
    if not written:
        return place
    found = values.count(written)
    if found is None:
        group.unread(row, Column.STEP_ORDER)
    return place if found is None else found


def working_minutes(text: str) -> int | None:
    """Return working minutes: `4`, `4 giờ`, `0,5 ngày`, `30 phút`; None when it can't be read.

    A bare number counts hours, as the heading says; an empty cell is a step that takes no time. A
    day has 8 hours, as approved processes reckon.
    """
    said = fold(text).strip(" .")
    if not said:
        return 0
    match = _TIME.fullmatch(said)
    scale = _UNITS.get(match["unit"].strip() if match["unit"] else None) if match else None
    if match is None or scale is None:
        return None
    number = match["number"]
    value = Decimal("0.5") if number == "1/2" else Decimal(number.replace(",", "."))
    minutes = value * scale
    if minutes != int(minutes) or minutes > MOST_MINUTES:
        return None
    return int(minutes)
