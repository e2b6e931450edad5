"""Data leaves the program: the log as a spreadsheet, and the entry that says so (`exported`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from counter_app.domain.acts.audit import Exported
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.errors.inspecting import ExportNotWrittenError
from counter_app.domain.officers.roles import Act
from counter_app.durable import write_atomically
from counter_app.i18n import in_vietnamese, tr
from counter_app.papers.workbooks.workbook import Sheet, workbook
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.inspecting.log import LogLine, LogQuestion, log
from counter_app.services.officers.permits import require
from counter_app.wording.log import SENT

MOST = 100_000
"""Rows of one spreadsheet; more are asked for by shorter spans of days."""

_STEP = 1000
_COLUMNS = (
    ("Lúc", 20), ("Cán bộ", 24), ("Quầy", 7), ("Việc", 28), ("Mã hồ sơ", 24), ("Nội dung", 60),
    ("Trước khi sửa", 30), ("Sau khi sửa", 30), ("Gửi", 14), ("Chuỗi", 38), ("Số bút toán", 12),
    ("Dấu vân tay (SHA-256)", 66),
)  # fmt: skip


def record_exported(
    workplace: Workplace, session: Session, what: str, rows: int, kind_of_file: str
) -> None:
    """Record that `rows` of `what` left the program."""
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        tx.journal.append(
            Kind.EXPORTED,
            Exported(what, rows, kind_of_file),
            uid=workplace.new_id(),
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )


def export_log(
    workplace: Workplace, session: Session, question: LogQuestion, destination: Path
) -> int:
    """Write the acts that `question` asks for, newest first, as a spreadsheet; return how many.

    Raises NotPermittedError, ExportNotWrittenError, and what the store raises; then no file is
    left, and nothing recorded.
    """
    require(workplace, session, Act.EXPORT)
    span = f"{shown_date(question.first)} – {shown_date(question.last)}"
    with in_vietnamese():
        rows = [_cells(line) for line in _every(workplace, session, question)]
        title = f"Nhật ký {span}"
        practice = workplace.enrolment.practice
        data = workbook(Sheet("Nhật ký", title, _COLUMNS, rows, practice))
    try:
        write_atomically(destination, data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExportNotWrittenError(name=destination.name, reason=reason) from error
    record_exported(workplace, session, title, len(rows), "xlsx")
    return len(rows)


def _every(workplace: Workplace, session: Session, question: LogQuestion) -> Iterator[LogLine]:
    before, given = None, 0
    while given < MOST:
        page = log(workplace, session, question, before, min(_STEP, MOST - given))
        yield from page.lines
        given += len(page.lines)
        if (before := page.before) is None:
            return


def _cells(line: LogLine) -> tuple[str | int, ...]:
    before = "\n".join(f"{each.what}: {each.before or '–'}" for each in line.changes)
    after = "\n".join(f"{each.what}: {each.after or '–'}" for each in line.changes)
    return (
        f"{vietnam_time(line.at):%d/%m/%Y %H:%M:%S}",
        line.officer,
        line.counter,
        line.title,
        line.code,
        line.detail,
        before,
        after,
        "" if line.from_server else tr(SENT[line.state]),
        line.chain,
        line.n,
        line.hash,
    )
