"""Phủ thủ tục: approved, configured, published, used; and which are missing, with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counter_app.domain.dates import shown_date
from counter_app.domain.office.coverage import ApprovedLine
from counter_app.domain.procedures.procedure import Level
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
from counter_app.services.reports.asked import Asked, Report, none_behind
from counter_app.services.reports.handling.counting import rate
from counter_app.store.reports.office.receptions import (
    dossiers_of_procedures,
    received_by_procedure,
)
from counter_app.wording.coverage import LEVELS

_BASIS = "Công văn 3045 (Quảng Nam, 2020); Quyết định 369, 370 và Công văn 1449 (Kon Tum, 2019)"
_LEVELS = (Level.MINISTRY, Level.PROVINCE, Level.COMMUNE, None)
_SHOWN_CODES = 12
USED = "used"

_COLUMNS = (
    Column("agency", "Cơ quan", Unit.TEXT, width=0),
    Column(
        "approved",
        "Đã phê duyệt",
        definition="Số thủ tục trong danh sách đã phê duyệt của tỉnh đang dùng ở quầy này, mỗi mã "
        "một lần. Không tính thủ tục ngoài danh sách.",
        width=20,
    ),
    Column(
        "configured",
        "Đã cấu hình",
        definition="Trong số đã phê duyệt: thủ tục có phiên bản còn hiệu lực vào ngày cuối kỳ "
        "trong danh mục của Hệ thống và được đánh dấu đã cấu hình.",
        width=20,
    ),
    Column(
        "configured_rate",
        "Tỷ lệ cấu hình",
        Unit.PERCENT,
        "Đã cấu hình chia đã phê duyệt; dưới 5 thủ tục thì không tính tỷ lệ.",
        20,
    ),
    Column(
        "published",
        "Đã công khai",
        definition="Trong số đã cấu hình: thủ tục được đánh dấu đã công khai.",
        width=20,
    ),
    Column(
        USED,
        "Có hồ sơ",
        definition="Trong số đã phê duyệt: thủ tục có ít nhất một hồ sơ được tiếp nhận trong kỳ. "
        "Không tính hồ sơ tập huấn và hồ sơ đăng ký nhầm.",
        width=18,
    ),
    Column(
        "used_rate",
        "Tỷ lệ có hồ sơ",
        Unit.PERCENT,
        "Có hồ sơ trong kỳ chia đã phê duyệt; dưới 5 thủ tục thì không tính tỷ lệ.",
        20,
    ),
    Column(
        "missing",
        "Chưa cung cấp",
        definition="Đã phê duyệt nhưng chưa cấu hình hoặc chưa công khai.",
        width=20,
    ),
    Column(
        "unexplained",
        "Chưa rõ lý do",
        definition="Trong số chưa cung cấp: danh sách không ghi lý do.",
        width=20,
    ),
)

_MISSING_COLUMNS = (
    Column("code", "Mã thủ tục", Unit.TEXT, width=22),
    Column("name", "Tên thủ tục", Unit.TEXT, width=0),
    Column("agency", "Cơ quan", Unit.TEXT, width=50),
    Column("level", "Cấp", Unit.TEXT, width=18),
    Column("decision", "Quyết định phê duyệt", Unit.TEXT, width=36),
    Column(
        "lacks",
        "Còn thiếu",
        Unit.TEXT,
        "Chưa cấu hình: danh mục của Hệ thống không có phiên bản còn hiệu lực, hoặc có nhưng chưa "
        "được đánh dấu đã cấu hình. Chưa công khai: đã cấu hình nhưng chưa được đánh dấu.",
        24,
    ),
    Column("reason", "Lý do", Unit.TEXT, "Như danh sách của tỉnh ghi.", 50),
    Column("expected", "Dự kiến", Unit.DATE, "Ngày dự kiến như danh sách của tỉnh ghi.", 22),
)


@dataclass(frozen=True, slots=True)
class _Found:
    """One approved procedure, as it stands in the system."""

    line: ApprovedLine
    configured: bool
    published: bool
    received: int

    @property
    def is_missing(self) -> bool:
        return not (self.configured and self.published)


def make_coverage(asked: Asked) -> ReportSheet:
    """Return coverage by level and agency, with the totals."""
    found = _found(asked)
    rows: list[Row] = []
    for level in _LEVELS:
        of_level = [each for each in found if each.line.level is level]
        if not of_level:
            continue
        own = ("level", level.value if level else "")
        rows.append(Row(_blank(LEVELS[level]), RowKind.HEAD))
        for agency in sorted({each.line.agency for each in of_level}):
            of_agency = [each for each in of_level if each.line.agency == agency]
            cells = _cells(_agency_name(asked, of_agency), of_agency, (own, ("agency", agency)))
            rows.append(Row(cells))
        rows.append(Row(_cells(f"Cộng {LEVELS[level]}", of_level, (own,)), RowKind.TOTAL))
    if found:
        rows.append(Row(_cells("Tổng số", found, ()), RowKind.TOTAL))
    return ReportSheet(
        "coverage",
        "Phủ thủ tục: phê duyệt, cấu hình, công khai, sử dụng",
        _COLUMNS,
        tuple(rows),
        asked.standing,
        asked.period,
        _BASIS,
        (*list_notes(asked), *_outside_notes(asked)),
    )


def behind_coverage(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers of the period behind "có hồ sơ"."""
    if drill.figure != USED:
        return ()
    level, agency = drill.narrowed("level"), drill.narrowed("agency")
    codes = [
        each.code
        for each in asked.reference.coverage.lines
        if (level is None or level == (each.level.value if each.level else ""))
        and (agency is None or agency == each.agency)
    ]
    period = asked.period
    return dossiers_of_procedures(asked.tx.lives.connection, period.first, period.last, codes)


def make_missing(asked: Asked) -> ReportSheet:
    """Return each approved procedure that isn't offered, with reason and date."""
    missing = [each for each in _found(asked) if each.is_missing]
    missing.sort(key=lambda each: (each.line.agency, each.line.code))
    rows = [Row(_missing_cells(asked, each)) for each in missing]
    unexplained = sum(not each.line.reason for each in missing)
    overdue = sum(
        each.line.expected_on is not None and each.line.expected_on < asked.today
        for each in missing
    )
    said = f"Chưa cung cấp {len(missing)} thủ tục, trong đó {unexplained} chưa rõ lý do"
    said += f", {overdue} đã quá ngày dự kiến." if overdue else "."
    return ReportSheet(
        "coverage_missing",
        "Thủ tục đã phê duyệt chưa cung cấp, lý do và ngày dự kiến",
        _MISSING_COLUMNS,
        tuple(rows),
        asked.standing,
        asked.period,
        _BASIS,
        (said, *list_notes(asked)),
    )


def list_notes(asked: Asked) -> tuple[str, ...]:
    """Return what must be known of the list: its version, that it is a sample, or unsigned."""
    coverage = asked.reference.coverage
    if not coverage.lines and not coverage.processes:
        return ("Chưa có danh sách thủ tục đã phê duyệt; nhập bằng lệnh import-approved.",)
    notes = [f"Danh sách đã phê duyệt: phiên bản {coverage.version}."]
    if coverage.imported:
        notes.append("Danh sách nhập từ tệp tại quầy này, không có chữ ký của tỉnh.")
    if coverage.note:
        notes.append(coverage.note)
    return tuple(notes)


def _found(asked: Asked) -> list[_Found]:
    period, procedures = asked.period, asked.reference.procedures
    on = max(period.first, min(period.last, asked.today))
    received = received_by_procedure(asked.tx.lives.connection, period.first, period.last)
    found = []
    for line in asked.reference.coverage.lines:
        procedure = procedures.version_on(line.code, on)
        configured = procedure is not None and procedure.configured
        published = configured and procedure is not None and procedure.published
        found.append(_Found(line, configured, published, received.get(line.code, 0)))
    return found


def _outside_notes(asked: Asked) -> tuple[str, ...]:
    period = asked.period
    listed = {line.code for line in asked.reference.coverage.lines}
    received = received_by_procedure(asked.tx.lives.connection, period.first, period.last)
    outside = sorted(code for code in received if code not in listed)
    if not outside or not listed:
        return ()
    more = " …" if len(outside) > _SHOWN_CODES else ""
    codes = ", ".join(outside[:_SHOWN_CODES])
    return (
        (
            f"Trong kỳ có hồ sơ của {len(outside)} thủ tục ngoài danh sách đã phê duyệt: "
            f"{codes}{more}."
        ),
    )


def _agency_name(asked: Asked, found: Iterable[_Found]) -> str:
    line = next(iter(found)).line
    if not line.agency:
        return line.agency_name or "Chưa rõ cơ quan"
    known = asked.agency_name(line.agency)
    return known if known != line.agency else line.agency_name or line.agency


def _cells(
    name: str, found: Iterable[_Found], where: tuple[tuple[str, str], ...]
) -> tuple[Cell, ...]:
    lines = list(found)
    approved = len(lines)
    configured = sum(each.configured for each in lines)
    used = sum(each.received > 0 for each in lines)
    missing = [each for each in lines if each.is_missing]
    unexplained = sum(not each.line.reason for each in missing)
    return (
        Cell(name),
        Cell(approved),
        Cell(configured),
        Cell(rate(configured, approved)),
        Cell(sum(each.published for each in lines)),
        Cell(used, Drill(USED, where) if used else None),
        Cell(rate(used, approved)),
        Cell(len(missing), mark=Mark.BAD if missing else Mark.PLAIN),
        Cell(unexplained, mark=Mark.BAD if unexplained else Mark.PLAIN),
    )


def _missing_cells(asked: Asked, found: _Found) -> tuple[Cell, ...]:
    line = found.line
    expected, late = line.expected_on, Mark.PLAIN
    if expected is not None and expected < asked.today:
        late = Mark.BAD
    decided = f" ngày {shown_date(line.decided_on)}" if line.decided_on else ""
    reason = Cell(line.reason) if line.reason else Cell("chưa rõ lý do", mark=Mark.BAD)
    return (
        Cell(line.code),
        Cell(line.name),
        Cell(_agency_name(asked, (found,))),
        Cell(LEVELS[line.level]),
        Cell(f"{line.decision}{decided}"),
        Cell("chưa công khai" if found.configured else "chưa cấu hình"),
        reason,
        Cell(expected, mark=late),
    )


def _blank(name: str) -> tuple[Cell, ...]:
    return (Cell(name), *(Cell() for _ in _COLUMNS[1:]))


COVERAGE = Report("coverage", "Thủ tục", "Phủ thủ tục", make_coverage, behind_coverage)
MISSING = Report(
    "coverage_missing", "Thủ tục", "Thủ tục đã phê duyệt chưa cung cấp", make_missing, none_behind
)
