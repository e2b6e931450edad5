"""Quy trình điện tử theo cơ quan: how far its process is, how it is operated, and since when."""

from __future__ import annotations

from counter_app.domain.office.coverage import AgencyProcess, Operation, ProcessState
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
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.coverage.covered import list_notes
from counter_app.store.reports.office.receptions import dossiers_of_agency, received_by_agency
from counter_app.wording.coverage import OPERATIONS, PROCESSES

RECEIVED = "received"
_MARKS = {
    ProcessState.NOT_DRAWN: Mark.BAD,
    ProcessState.SUBMITTED: Mark.PLAIN,
    ProcessState.APPROVED: Mark.GOOD,
}
_COLUMNS = (
    Column("agency", "Cơ quan", Unit.TEXT, width=0),
    Column(
        "process",
        "Quy trình",
        Unit.TEXT,
        "Trạng thái quy trình điện tử như danh sách của tỉnh ghi: chưa lập, đang trình, đã duyệt.",
        26,
    ),
    Column("decision", "Quyết định", Unit.TEXT, "Quyết định phê duyệt quy trình.", 44),
    Column("decided", "Ngày quyết định", Unit.DATE, "Ngày của quyết định đó.", 26),
    Column(
        "operation",
        "Vận hành",
        Unit.TEXT,
        "Chưa, thử nghiệm hay chính thức, như danh sách của tỉnh ghi. Thử nghiệm là giải quyết hồ "
        "sơ thật.",
        26,
    ),
    Column("since", "Từ ngày", Unit.DATE, "Ngày bắt đầu vận hành như vậy.", 24),
    Column(
        RECEIVED,
        "Hồ sơ tiếp nhận trong kỳ",
        definition="Hồ sơ do cơ quan này giải quyết, được tiếp nhận trong kỳ, cả khi vận hành thử "
        "nghiệm. Không tính hồ sơ tập huấn và hồ sơ đăng ký nhầm.",
        width=28,
    ),
)


def make_processes(asked: Asked) -> ReportSheet:
    """Return the states of every agency that the lists name, or that decided dossiers."""
    period, reference = asked.period, asked.reference
    received = received_by_agency(asked.tx.lives.connection, period.first, period.last)
    states = {each.agency: each for each in reference.coverage.processes}
    codes = dict.fromkeys(
        (*(each.code for each in reference.agencies.agencies), *states, *sorted(received))
    )
    rows = [Row(_cells(asked, code, states.get(code), received.get(code, 0))) for code in codes]
    if rows:
        total = sum(received.values())
        cells = [Cell("Tổng số"), *(Cell() for _ in range(5)), Cell(total, _drill("", total))]
        rows.append(Row(tuple(cells), RowKind.TOTAL))
    unknown = sum(code not in states for code in codes)
    return ReportSheet(
        "processes",
        "Quy trình điện tử theo cơ quan",
        _COLUMNS,
        tuple(rows),
        asked.standing,
        period,
        "Quyết định 369, 370 và Công văn 1449 (Kon Tum, 2019)",
        (
            (
                "Vận hành thử nghiệm là tiếp nhận, giải quyết hồ sơ thật; hồ sơ tập huấn không "
                "được tính."
            ),
            *((f"{unknown} cơ quan chưa có trạng thái trong danh sách.",) if unknown else ()),
            *list_notes(asked),
        ),
    )


def behind_processes(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers behind the number of an agency, or behind the total."""
    period, connection = asked.period, asked.tx.lives.connection
    agency = drill.narrowed("agency")
    if agency is not None:
        return dossiers_of_agency(connection, period.first, period.last, agency)
    found: list[str] = []
    for each in received_by_agency(connection, period.first, period.last):
        found += dossiers_of_agency(connection, period.first, period.last, each)
    return tuple(found)


def _cells(asked: Asked, code: str, state: AgencyProcess | None, received: int) -> tuple[Cell, ...]:
    name = asked.agency_name(code)
    if name == code and state is not None:
        name = state.agency_name or code
    count = Cell(received, _drill(code, received))
    if state is None:
        quiet = Cell("chưa rõ", mark=Mark.QUIET)
        return (Cell(name or "Chưa rõ cơ quan"), quiet, Cell(), Cell(), quiet, Cell(), count)
    operated = state.operation is not Operation.NONE
    return (
        Cell(name),
        Cell(PROCESSES[state.process], mark=_MARKS[state.process]),
        Cell(state.decision or None),
        Cell(state.decided_on),
        Cell(OPERATIONS[state.operation], mark=Mark.PLAIN if operated else Mark.BAD),
        Cell(state.since),
        count,
    )


def _drill(agency: str, count: int) -> Drill | None:
    if not count:
        return None
    return Drill(RECEIVED, (("agency", agency),) if agency else ())


PROCESSES_REPORT = Report(
    "processes", "Thủ tục", "Quy trình điện tử theo cơ quan", make_processes, behind_processes
)
