"""Khó khăn, vướng mắc: what the counters noted, by field and procedure, no citizen named."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from counter_app.domain.reports.sheet import Cell, Column, ReportSheet, Row, RowKind, Unit
from counter_app.services.reports.asked import Asked, Report, none_behind
from counter_app.store.reports.recording.obstacles import NotedObstacle, obstacles

NAME = "obstacles"
_NO_FIELD, _NO_PROCEDURE = "Chung", "Không riêng thủ tục nào"
_ERASED = "(nội dung đã xóa theo thời hạn lưu)"
_COLUMNS = (
    Column("text", "Khó khăn, vướng mắc", Unit.TEXT, width=0),
    Column(
        "count", "Số lần ghi", Unit.COUNT,
        "Số lần các quầy đã ghi vướng mắc trong kỳ, mỗi lần một việc trong nhật ký; gồm cả lần đã "
        "xóa nội dung.", 20,
    ),
    Column("proposal", "Đề xuất", Unit.TEXT, "Đề xuất của cán bộ, như đã ghi.", 80),
    Column("counter", "Quầy", Unit.TEXT, "Số quầy đã ghi.", 16),
    Column("day", "Ngày ghi", Unit.DATE, "Ngày ghi vào nhật ký.", 24),
)  # fmt: skip


def make_obstacles(asked: Asked) -> ReportSheet:
    """Return the sheet of obstacles."""
    found = tuple(obstacles(asked.tx.lives.connection, asked.period.first, asked.period.last))
    before = asked.period.before()
    earlier = sum(1 for _ in obstacles(asked.tx.lives.connection, before.first, before.last))
    rows: list[Row] = []
    for field_name, of_field in _by(found, _field):
        rows.append(_head(f"Lĩnh vực: {field_name} ({len(of_field)})"))
        for procedure, of_one in _by(of_field, _procedure):
            if field_name != _NO_FIELD or procedure != _NO_PROCEDURE:
                rows.append(_counted(procedure, len(of_one)))
            rows += [_line(each) for each in of_one]
    if not rows:
        rows.append(_head("Các quầy không ghi vướng mắc nào trong kỳ."))
    rows.append(
        Row(
            (
                Cell("Cộng"),
                Cell(len(found), before=earlier),
                *(Cell() for _ in _COLUMNS[2:]),
            ),
            RowKind.TOTAL,
        )
    )
    return ReportSheet(
        NAME,
        "KHÓ KHĂN, VƯỚNG MẮC TẠI CÁC QUẦY",
        _COLUMNS,
        tuple(rows),
        asked.standing,
        asked.period,
        notes=("Ghi đúng như các quầy đã ghi; không nêu tên công dân và cán bộ.",),
        compared=True,
    )


def _field(each: NotedObstacle) -> str:
    return (each.noted.field_name if each.noted else "") or _NO_FIELD


def _procedure(each: NotedObstacle) -> str:
    noted = each.noted
    if noted is None or not noted.procedure:
        return _NO_PROCEDURE
    return noted.procedure_name or noted.procedure


def _by(
    found: Sequence[NotedObstacle], key: Callable[[NotedObstacle], str]
) -> list[tuple[str, list[NotedObstacle]]]:
    """Return them by key: what was noted most comes first."""
    groups: dict[str, list[NotedObstacle]] = {}
    for each in found:
        groups.setdefault(key(each), []).append(each)
    return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))


def _line(each: NotedObstacle) -> Row:
    noted = each.noted
    return Row(
        (
            Cell(noted.text if noted else _ERASED),
            Cell(),
            Cell(noted.proposal if noted else ""),
            Cell(each.counter),
            Cell(each.day),
        )
    )


def _counted(words: str, count: int) -> Row:
    return Row((Cell(words), Cell(count), Cell(""), Cell(""), Cell("")), RowKind.TOTAL)


def _head(words: str) -> Row:
    return Row((Cell(words), *(Cell() for _ in _COLUMNS[1:])), RowKind.HEAD)


OBSTACLES = Report(NAME, "Khó khăn, vướng mắc", "Khó khăn, vướng mắc", make_obstacles, none_behind)
