"""The headings of an approved list, and of the states of agencies, as provinces write them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from counter_app.domain.office.coverage import Operation, ProcessState
from counter_app.domain.text import words


class Column(Enum):
    """A column; the value is its heading in our own template."""

    CODE = "Mã thủ tục"
    NAME = "Tên thủ tục"
    AGENCY = "Mã cơ quan"
    AGENCY_NAME = "Cơ quan giải quyết"
    LEVEL = "Cấp thực hiện"
    DECISION = "Quyết định"
    DECIDED_ON = "Ngày quyết định"
    REASON = "Lý do chưa cung cấp"
    EXPECTED_ON = "Dự kiến cung cấp"
    PROCESS = "Quy trình điện tử"
    OPERATION = "Vận hành"
    SINCE = "Từ ngày"


_ALSO: dict[Column, tuple[str, ...]] = {
    Column.CODE: ("Mã TTHC", "Mã thủ tục hành chính", "Mã số TTHC"),
    Column.NAME: ("Tên TTHC", "Tên thủ tục hành chính", "Thủ tục hành chính"),
    Column.AGENCY: ("Mã đơn vị", "Mã cơ quan giải quyết"),
    Column.AGENCY_NAME: ("Cơ quan", "Tên cơ quan", "Cơ quan thực hiện", "Đơn vị"),
    Column.LEVEL: ("Cấp", "Cấp giải quyết"),
    Column.DECISION: ("Số quyết định", "Quyết định phê duyệt"),
    Column.DECIDED_ON: ("Ngày ban hành", "Ngày phê duyệt"),
    Column.REASON: ("Lý do", "Lý do chưa đưa vào"),
    Column.EXPECTED_ON: ("Thời gian dự kiến", "Dự kiến", "Ngày dự kiến"),
    Column.PROCESS: ("Trạng thái quy trình", "Quy trình"),
    Column.OPERATION: ("Tình trạng vận hành", "Trạng thái vận hành"),
    Column.SINCE: ("Vận hành từ ngày", "Kể từ ngày"),
}


def _key(heading: str) -> str:
    return " ".join(words(heading))


_KNOWN = {
    _key(heading): column for column in Column for heading in (column.value, *_ALSO.get(column, ()))
}

PROCESSES: dict[str, ProcessState] = {
    "": ProcessState.NOT_DRAWN,
    "chua lap": ProcessState.NOT_DRAWN,
    "chua": ProcessState.NOT_DRAWN,
    "dang trinh": ProcessState.SUBMITTED,
    "dang trinh duyet": ProcessState.SUBMITTED,
    "da duyet": ProcessState.APPROVED,
    "da phe duyet": ProcessState.APPROVED,
}
OPERATIONS: dict[str, Operation] = {
    "": Operation.NONE,
    "chua": Operation.NONE,
    "chua van hanh": Operation.NONE,
    "thu nghiem": Operation.TRIAL,
    "van hanh thu nghiem": Operation.TRIAL,
    "chinh thuc": Operation.OFFICIAL,
    "van hanh chinh thuc": Operation.OFFICIAL,
}


def recognise(headings: Sequence[str]) -> dict[int, Column]:
    """Return position → column; of two headings for one column the first counts."""
    found: dict[int, Column] = {}
    for position, heading in enumerate(headings):
        column = _KNOWN.get(_key(heading))
        if column is not None and column not in found.values():
            found[position] = column
    return found


def is_list(columns: Sequence[Column]) -> bool:
    """Tell whether these columns are those of the approved list."""
    return Column.CODE in columns and Column.NAME in columns


def is_states(columns: Sequence[Column]) -> bool:
    """Tell whether these columns are those of the states of agencies."""
    return Column.AGENCY in columns and bool({Column.PROCESS, Column.OPERATION} & {*columns})
