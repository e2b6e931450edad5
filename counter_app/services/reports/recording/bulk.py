"""Làm dồn: acts written at one go of dossiers that didn't lie together, with their dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.dates import vietnam_time
from counter_app.domain.deadlines.working_time import WorkingTime
from counter_app.domain.reports.bulk import LEAST, WITHIN, Handled, gathered, runs
from counter_app.domain.reports.sheet import Cell, Column, Drill, ReportSheet, Row, RowKind, Unit
from counter_app.services.reports.asked import Asked, Report
from counter_app.store.reports.recording.finishing import finishing_acts, last_before

NAME = "bulk_finishing"
_MINUTES = int(WITHIN.total_seconds() // 60)
_RULE = (
    f"Từ {LEAST} việc bàn giao, nhận kết quả, trả kết quả của một cán bộ trong {_MINUTES} phút, mà "
    "việc liền trước của các hồ sơ nằm rải trên nhiều ngày."
)
_COLUMNS = (
    Column("officer", "Cán bộ", Unit.TEXT, width=0),
    Column("from", "Từ lúc", Unit.MOMENT, "Lúc ghi việc đầu tiên của đợt.", 34),
    Column("to", "Đến lúc", Unit.MOMENT, "Lúc ghi việc cuối cùng của đợt.", 34),
    Column("acts", "Số việc", Unit.COUNT, _RULE, 20),
    Column("dossiers", "Số hồ sơ", Unit.COUNT, "Số hồ sơ của các việc trong đợt.", 20),
    Column(
        "told", "Có khai lúc làm", Unit.COUNT,
        "Số việc trong đợt mà cán bộ đã khai là làm vào lúc khác.", 24,
    ),
    Column(
        "oldest", "Việc trước, sớm nhất", Unit.DATE,
        "Ngày sớm nhất của việc liền trước, trong các hồ sơ của đợt.", 28,
    ),
    Column(
        "newest", "Việc trước, muộn nhất", Unit.DATE,
        "Ngày muộn nhất của việc liền trước, trong các hồ sơ của đợt.", 28,
    ),
)  # fmt: skip
_TOGETHER = (
    "Chồng giấy được quét một lượt là bình thường khi giấy đi cùng nhau: hồ sơ có việc liền trước "
    f"trong cùng một ngày hoặc hai ngày làm việc kề nhau, từ {LEAST} hồ sơ hoặc từ một nửa đợt trở "
    "lên, được bỏ ra trước khi xét; kết quả trả tận tay công dân thì không, vì từng người đến một. "
    "Kết quả trả ngay khi tiếp nhận cũng bỏ ra."
)
_NOTES = (_TOGETHER, "Danh sách để xem lại, không phải kết luận vi phạm.")


@dataclass(frozen=True, slots=True)
class BulkRun:
    """One run: whose, and its acts with what came before them."""

    officer: str
    acts: tuple[Handled, ...]

    @property
    def dossiers(self) -> tuple[str, ...]:
        """Return its dossiers, each once, in the order of their acts."""
        return tuple(dict.fromkeys(each.act.dossier for each in self.acts))

    @property
    def key(self) -> str:
        """Return when it began: with the officer it is the run's name."""
        return self.acts[0].act.at.isoformat()

    @property
    def befores(self) -> tuple[datetime, ...]:
        """Return the moments before, in order."""
        return tuple(sorted(each.before for each in self.acts if each.before is not None))


def bulk_runs(asked: Asked) -> tuple[BulkRun, ...]:
    """Return the runs of a span of days, by officer and time."""
    connection = asked.tx.lives.connection
    worked = WorkingTime(asked.reference.calendar, asked.reference.policy.hours)
    start = asked.period.first.replace(month=1, day=1)
    start = start.replace(year=start.year - 1)

    def day_of(at: datetime) -> int:
        day = vietnam_time(at).date()
        if day < start:  # so long ago that days don't matter
            return (day - start).days
        return worked.working_days_between(start, day)

    found = []
    for officer, acts in finishing_acts(connection, asked.period.first, asked.period.last):
        for run in runs(acts):
            uids = tuple(dict.fromkeys(act.dossier for act in run))
            before = last_before(connection, uids, run[0].at)
            left = gathered([Handled(act, before.get(act.dossier)) for act in run], day_of)
            if left:
                found.append(BulkRun(officer, left))
    return tuple(found)


def make_bulk(asked: Asked) -> ReportSheet:
    """Return the sheet of the runs."""
    rows = []
    for run in bulk_runs(asked):
        drill = Drill("run", (("officer", run.officer), ("from", run.key)))
        befores = run.befores
        rows.append(
            Row(
                (
                    Cell(asked.officer_name(run.officer)),
                    Cell(run.acts[0].act.at),
                    Cell(run.acts[-1].act.at),
                    Cell(len(run.acts), drill),
                    Cell(len(run.dossiers), drill),
                    Cell(sum(each.act.told for each in run.acts)),
                    Cell(vietnam_time(befores[0]).date()),
                    Cell(vietnam_time(befores[-1]).date()),
                )
            )
        )
    if not rows:
        words = Cell("Không có đợt làm dồn nào trong kỳ.")
        rows.append(Row((words, *(Cell() for _ in _COLUMNS[1:])), RowKind.HEAD))
    return ReportSheet(
        NAME,
        "CÁC ĐỢT GHI DỒN VIỆC VÀO HỆ THỐNG",
        _COLUMNS,
        tuple(rows),
        asked.standing,
        asked.period,
        notes=_NOTES,
    )


def behind_bulk(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers of a run."""
    officer, begun = drill.narrowed("officer"), drill.narrowed("from")
    return next(
        (run.dossiers for run in bulk_runs(asked) if (run.officer, run.key) == (officer, begun)), ()
    )


BULK = Report(NAME, "Sử dụng hệ thống", "Ghi dồn việc", make_bulk, behind_bulk)
