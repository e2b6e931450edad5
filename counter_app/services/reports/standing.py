"""What a sheet knows and what it can't: up to when, from which counters, at which position."""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.dates import shown_date, shown_moment, vietnam_time
from counter_app.domain.reports.period import Period
from counter_app.domain.reports.sheet import ReportSheet, SilentCounter, Standing, check_code
from counter_app.services.counter.workplace import Workplace
from counter_app.store.transaction import Transaction


def standing_of(workplace: Workplace, tx: Transaction, period: Period, now: datetime) -> Standing:
    """Return how the store stands to a span of days, after the lives were followed."""
    heard = tx.lives.heard()
    last_day = min(period.last, vietnam_time(now).date())
    silent = []
    for counter in workplace.reference.centre.counters:
        at = heard.get(counter.number)
        own = counter.number == workplace.enrolment.counter
        if not own and (at is None or vietnam_time(at).date() < last_day):
            silent.append(SilentCounter(counter.number, at))
    return Standing(
        at=now,
        position=tx.lives.followed().last,
        data_to=max(heard.values(), default=None),
        unsent=tuple(silent),
        waiting=tx.deliveries.counts().to_send,
        purged=tx.lives.purged(period.first, period.last),
    )


def standing_words(sheet: ReportSheet) -> str:
    """Return the sentence that every sheet bears (Tây Ninh, 2018), with its check code."""
    stand = sheet.standing
    data_to = shown_moment(vietnam_time(stand.data_to)) if stand.data_to else "chưa có"
    silent = ", ".join(_silent(each) for each in stand.unsent) or "không có"
    made = shown_moment(vietnam_time(stand.at))
    waiting = f"; quầy này còn {stand.waiting} việc chờ gửi" if stand.waiting else ""
    purged = f"; {stand.purged} hồ sơ đã xóa nội dung theo thời hạn lưu" if stand.purged else ""
    return (
        f"Kết xuất từ Hệ thống lúc {made}; dữ liệu đến {data_to}; quầy chưa gửi: {silent}"
        f"{waiting}{purged}. Vị trí nhật ký {stand.position}. Mã kiểm tra {check_code(sheet)}."
    )


def _silent(counter: SilentCounter) -> str:
    if counter.heard is None:
        return f"{counter.number} (chưa có gì)"
    return f"{counter.number} (đến {shown_date(vietnam_time(counter.heard).date())})"
