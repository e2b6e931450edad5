"""Two form sets in one span of days: said on its sheets, because its papers look different."""

from __future__ import annotations

from datetime import date, timedelta

from counter_app.domain.dates import shown_date
from counter_app.domain.form_sets import FormSet
from counter_app.domain.reports.period import Period
from counter_app.services.counter.reference import Reference

_DAY = timedelta(days=1)


def form_changes(reference: Reference, period: Period) -> tuple[str, ...]:
    """Return the sentence that names the form sets of a span; nothing when there is only one.

    Figures are counted of dossiers, whatever form they were printed on.
    """
    sets = reference.form_sets
    days = {period.first} | {
        each.effective_from for each in sets if period.first < each.effective_from <= period.last
    }
    in_force: list[tuple[date, str]] = []
    for day in sorted(days):
        basis = FormSet.for_date(sets, day).basis
        if not in_force or in_force[-1][1] != basis:
            in_force.append((day, basis))
    if len(in_force) == 1:
        return ()
    said = []
    for place, (begun, basis) in enumerate(in_force):
        parts = [basis]
        if place:
            parts.append(f"từ {shown_date(begun)}")
        if place + 1 < len(in_force):
            parts.append(f"đến hết {shown_date(in_force[place + 1][0] - _DAY)}")
        said.append(" ".join(parts))
    words = (
        f"Trong kỳ có {len(in_force)} bộ biểu mẫu: {'; '.join(said)}. Số liệu tính chung; giấy của "
        "mỗi hồ sơ theo bộ có hiệu lực ngày tiếp nhận."
    )
    return (words,)
