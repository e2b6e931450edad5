"""Tiếp nhận ngoài quyết định: receptions that no appointment of their officer covered that day."""

from __future__ import annotations

from collections import Counter
from datetime import date

from counter_app.domain.officers.appointment import may_receive
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.reports.sheet import (
    Cell,
    Column,
    Drill,
    Mark,
    ReportSheet,
    Row,
    RowKind,
    Unit,
)
from counter_app.services.officers.appointing import appointed
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.handling.counting import rate
from counter_app.store.reports.office.receptions import (
    dossiers_of_officer,
    flagged_by_officer,
    received_by_officer,
)

RECEIVED, OUTSIDE, FLAGGED = "received", "outside", "flagged"
NOT_APPOINTED, NOT_THAT_DAY, OTHER_AGENCY, UNKNOWN = "none", "days", "agency", "unknown"
_KINDS = (NOT_APPOINTED, NOT_THAT_DAY, OTHER_AGENCY, UNKNOWN)
_BY_CODE = {
    "officer.not_active": NOT_APPOINTED,
    "officer.not_appointed": NOT_APPOINTED,
    "officer.appointment_over": NOT_THAT_DAY,
    "officer.appointment_not_begun": NOT_THAT_DAY,
    "officer.outside_appointment": OTHER_AGENCY,
}
_FLAGS = ("officer-not-appointed", "officer-unknown")
_UNCOUNTED = "Không tính hồ sơ tập huấn và hồ sơ đăng ký nhầm."
_COLUMNS = (
    Column("officer", "Cán bộ", Unit.TEXT, width=0),
    Column(
        RECEIVED,
        "Đã tiếp nhận",
        definition=f"Hồ sơ cán bộ tiếp nhận trong kỳ. {_UNCOUNTED}",
        width=22,
    ),
    Column(
        OUTSIDE,
        "Ngoài quyết định",
        definition="Trong số đó: hồ sơ mà vào ngày tiếp nhận không có quyết định nào, kể cả cử "
        "tạm thời tại chỗ, cho cán bộ nhận thủ tục của cơ quan ấy, theo danh sách đang dùng.",
        width=24,
    ),
    Column(
        "rate", "Tỷ lệ", Unit.PERCENT, "Ngoài quyết định chia đã tiếp nhận; dưới 5 không tính.", 18
    ),
    Column(
        NOT_APPOINTED,
        "Chưa được cử",
        definition="Cán bộ không có quyết định cử nào, hoặc đã ngừng hoạt động.",
        width=24,
        group="Vì sao",
    ),
    Column(
        NOT_THAT_DAY,
        "Ngoài thời hạn",
        definition="Quyết định đã hết hiệu lực hoặc chưa bắt đầu vào ngày tiếp nhận.",
        width=24,
        group="Vì sao",
    ),
    Column(
        OTHER_AGENCY,
        "Cơ quan khác",
        definition="Có quyết định còn hiệu lực nhưng không gồm cơ quan giải quyết thủ tục.",
        width=24,
        group="Vì sao",
    ),
    Column(
        UNKNOWN,
        "Không có tên",
        definition="Cán bộ không có trong danh sách của Trung tâm.",
        width=24,
        group="Vì sao",
    ),
    Column(
        FLAGGED,
        "Máy chủ đánh dấu",
        definition="Hồ sơ mà máy chủ của tỉnh đánh dấu vì cán bộ không được cử hoặc không có tên, "
        "theo danh sách của tỉnh lúc nhận.",
        width=26,
    ),
)


class _Judge:
    """Says why a reception lies outside; "" when an appointment covers it."""

    def __init__(self, asked: Asked) -> None:
        period = asked.period
        self._asked = asked
        self._officers = appointed(
            asked.tx, asked.reference.officers, period.first, max(period.last, asked.today)
        )
        self._known: dict[tuple[str, date, str, str], str] = {}

    def why(self, officer: str, day: date, procedure: str, agency: str) -> str:
        key = (officer, day, procedure, agency)
        if key not in self._known:
            self._known[key] = self._judged(officer, day, procedure, agency)
        return self._known[key]

    def _judged(self, officer: str, day: date, procedure: str, agency: str) -> str:
        known = self._officers.with_id(officer)
        if known is None:
            return UNKNOWN
        name = self._asked.agency_name(agency)
        asked = Procedure(procedure, procedure, agency_code=agency, agency_name=name)
        found = may_receive(known, asked, day)
        return _BY_CODE[found[0].code] if found else ""


def make_outside(asked: Asked) -> ReportSheet:
    """Return the receptions by officer, and why some lie outside an appointment."""
    period, connection = asked.period, asked.tx.lives.connection
    judge = _Judge(asked)
    counts: dict[str, Counter[str]] = {}
    for each in received_by_officer(connection, period.first, period.last):
        own = counts.setdefault(each.officer, Counter())
        own[RECEIVED] += each.count
        if why := judge.why(each.officer, each.day, each.procedure, each.agency):
            own[OUTSIDE] += each.count
            own[why] += each.count
    for officer, uids in flagged_by_officer(connection, period.first, period.last, _FLAGS).items():
        counts.setdefault(officer, Counter())[FLAGGED] = len(uids)
    ordered = sorted(counts, key=lambda each: (-counts[each][OUTSIDE], asked.officer_name(each)))
    rows = [Row(_cells(asked.officer_name(each), counts[each], each)) for each in ordered]
    total: Counter[str] = Counter()
    for own in counts.values():
        total.update(own)
    if rows:
        rows.append(Row(_cells("Tổng số", total, ""), RowKind.TOTAL))
    return ReportSheet(
        "outside_appointment",
        "Tiếp nhận ngoài quyết định cử cán bộ",
        _COLUMNS,
        tuple(rows),
        asked.standing,
        period,
        "Quyết định 369, 370 (Kon Tum, 2019): chỉ cán bộ được cử mới tiếp nhận",
        (
            (
                "Hồ sơ tiếp nhận ngoài quyết định vẫn có giá trị; danh sách này để người đứng đầu "
                "xem xét và cử bổ sung."
            ),
        ),
    )


def behind_outside(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers behind a number of an officer, or of the total."""
    period, connection = asked.period, asked.tx.lives.connection
    wanted = drill.narrowed("officer")
    if drill.figure == FLAGGED:
        flagged = flagged_by_officer(connection, period.first, period.last, _FLAGS)
        return tuple(
            uid for officer, uids in flagged.items() if wanted in (None, officer) for uid in uids
        )
    judge = _Judge(asked)
    received = received_by_officer(connection, period.first, period.last)
    officers = dict.fromkeys(each.officer for each in received if wanted in (None, each.officer))
    found = []
    for officer in officers:
        rows = dossiers_of_officer(connection, period.first, period.last, officer)
        for uid, day, procedure, agency in rows:
            why = judge.why(officer, day, procedure, agency)
            if drill.figure == RECEIVED or drill.figure == why or (drill.figure == OUTSIDE and why):
                found.append(uid)
    return tuple(found)


def _cells(name: str, counts: Counter[str], officer: str) -> tuple[Cell, ...]:
    where = (("officer", officer),) if officer else ()

    def figure(key: str, mark: Mark = Mark.PLAIN) -> Cell:
        count = counts[key]
        return Cell(count, Drill(key, where) if count else None, mark=mark)

    received, outside = counts[RECEIVED], counts[OUTSIDE]
    return (
        Cell(name),
        figure(RECEIVED),
        figure(OUTSIDE, Mark.BAD if outside else Mark.PLAIN),
        Cell(rate(outside, received)),
        *(figure(kind) for kind in _KINDS),
        figure(FLAGGED),
    )


OUTSIDE_REPORT = Report(
    "outside_appointment", "Cán bộ", "Tiếp nhận ngoài quyết định", make_outside, behind_outside
)
