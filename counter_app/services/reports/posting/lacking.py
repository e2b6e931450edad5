"""Nội dung công khai chưa đủ: which procedures in force lack what on their posting sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from counter_app.domain.procedures.procedure import Procedure
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

NAME, TITLE = "posting_lacking", "Nội dung công khai chưa đủ"
_LACKS, _HAS = "thiếu", "có"
_WIDTH = 20


def _no_papers(procedure: Procedure, _: date) -> bool:
    return not any(case.papers for case in procedure.cases)


def _no_limit(procedure: Procedure, _: date) -> bool:
    return not procedure.channels or any(terms.limit.problems() for terms in procedure.channels)


def _no_fees(procedure: Procedure, today: date) -> bool:
    """Tell whether a fee is named without its amount, or nothing is said of fees at all."""
    if not procedure.channels:
        return True
    rules = [
        rule
        for terms in procedure.channels
        for rule in terms.fees
        if rule.applies(today, terms.channel)
    ]
    unsaid = (each.amount is None and each.tariff is None and not each.by_council for each in rules)
    return any(unsaid)


PARTS: Mapping[str, tuple[str, str, Callable[[Procedure, date], bool]]] = {
    "papers": (
        "Thành phần hồ sơ",
        "Thiếu khi không trường hợp nào của thủ tục có giấy tờ phải nộp hoặc xuất trình.",
        _no_papers,
    ),
    "limit": (
        "Thời hạn",
        (
            "Thiếu khi chưa có kênh nào, hoặc một kênh chưa rõ thời hạn; thời hạn “không quy định” "
            "hoặc “trong ngày” là đã đủ."
        ),
        _no_limit,
    ),
    "fees": (
        "Phí, lệ phí",
        (
            "Thiếu khi chưa có kênh nào, hoặc một khoản thu đang áp dụng chưa ghi mức thu mà không "
            "phải do Hội đồng nhân dân quyết định; không có khoản thu nào là không thu, đã đủ."
        ),
        _no_fees,
    ),
    "basis": (
        "Căn cứ pháp lý",
        "Thiếu khi danh mục không ghi căn cứ nào.",
        lambda procedure, _: not procedure.legal_basis,
    ),
    "results": (
        "Kết quả",
        "Thiếu khi danh mục không ghi kết quả giải quyết nào.",
        lambda procedure, _: not procedure.results,
    ),
    "channels": (
        "Kênh tiếp nhận",
        "Thiếu khi danh mục không ghi cách nộp nào (trực tiếp, trực tuyến, bưu chính).",
        lambda procedure, _: not procedure.channels,
    ),
}
"""What must be posted (TT 02/2017/TT-VPCP), and when it is lacking."""

_COLUMNS = (
    Column("name", "Cơ quan, thủ tục", Unit.TEXT, "Thủ tục đang hiệu lực trong danh mục.", 0),
    *(
        Column(key, head, Unit.TEXT, f"{definition} Dòng cộng là số thủ tục thiếu.", _WIDTH)
        for key, (head, definition, _) in PARTS.items()
    ),
    Column(
        "lacking",
        "Số mục thiếu",
        Unit.COUNT,
        "Số mục nội dung còn thiếu của thủ tục; ở dòng cộng là số thủ tục còn thiếu ít nhất một "
        "mục.",
        22,
    ),
)


def lacks(procedure: Procedure, today: date) -> tuple[str, ...]:
    """Return the keys of `PARTS` that a procedure lacks."""
    return tuple(key for key, (_, _, is_missing) in PARTS.items() if is_missing(procedure, today))


def make_lacking(asked: Asked) -> ReportSheet:
    """Return the procedures that lack something, by the agency that decides."""
    in_force = asked.reference.procedures.in_force(asked.today)
    agencies: dict[str, list[tuple[Procedure, tuple[str, ...]]]] = {}
    for each in in_force:
        missing = lacks(each, asked.today)
        if missing:
            agencies.setdefault(_agency(asked, each), []).append((each, missing))
    rows: list[Row] = []
    for agency in sorted(agencies):
        found = sorted(agencies[agency], key=lambda pair: (pair[0].name, pair[0].code))
        rows.append(Row((Cell(agency), *(Cell() for _ in _COLUMNS[1:])), RowKind.HEAD))
        rows += [_row(procedure, missing) for procedure, missing in found]
        rows.append(_total("Cộng", [missing for _, missing in found]))
    every = [missing for found in agencies.values() for _, missing in found]
    if len(agencies) > 1:
        rows.append(_total("Tổng số", every))
    note = f"{len(every)} trong {len(in_force)} thủ tục đang hiệu lực còn thiếu nội dung."
    samples = sum(each.sample for each in in_force)
    notes = (note, f"{samples} thủ tục là dữ liệu mẫu.") if samples else (note,)
    return ReportSheet(
        NAME,
        TITLE,
        _COLUMNS,
        tuple(rows),
        asked.standing,
        basis="Thông tư 02/2017/TT-VPCP (công khai thủ tục hành chính)",
        notes=notes,
    )


def _agency(asked: Asked, procedure: Procedure) -> str:
    if procedure.agency_name:
        return procedure.agency_name
    code = procedure.agency_code
    return asked.agency_name(code) if code else "Chưa rõ cơ quan"


def _row(procedure: Procedure, missing: tuple[str, ...]) -> Row:
    cells = [
        Cell(_LACKS, mark=Mark.BAD) if key in missing else Cell(_HAS, mark=Mark.QUIET)
        for key in PARTS
    ]
    return Row((Cell(f"{procedure.name} ({procedure.code})"), *cells, Cell(len(missing))))


def _total(name: str, found: list[tuple[str, ...]]) -> Row:
    sums = (sum(key in missing for missing in found) for key in PARTS)
    return Row((Cell(name), *(Cell(str(count)) for count in sums), Cell(len(found))), RowKind.TOTAL)


POSTING_LACKING = Report(NAME, "Thủ tục", TITLE, make_lacking, none_behind, steps=())
