"""Danh sách nhắc việc: the dossiers to be looked after, by reason, most pressing first."""

from __future__ import annotations

from counter_app.domain.dates import paper_date, paper_moment, vietnam_time
from counter_app.domain.printed.sheets import ReminderLine, ReminderListContent
from counter_app.papers.parts.values import phone
from counter_app.papers.setting.flow import Band
from counter_app.papers.setting.grid import Grid
from counter_app.papers.sheets.a4_paper import A4Paper, Desk
from counter_app.papers.sheets.heads import PlainHead
from counter_app.papers.sheets.styles import LIST


def reminder_list(content: ReminderListContent, desk: Desk) -> A4Paper:
    """Return the list, measured; a group without dossiers says so in one line."""
    form = desk.form
    blank = desk.blank()
    table = form.tables["rows"]
    grid = Grid(blank, table.columns, LIST, least=table.row_height / 10)
    rows: list[Band] = []
    for group in content.groups:
        name = form.said(group.kind.value) or group.kind.value
        count = len(group.lines)
        said = form.said("group", name=name, count=f"{count:02d}")
        rows.append(grid.wide_row(blank, said, LIST.bold, kept=True))
        rows += [
            grid.row(blank, _cells(place, line)) for place, line in enumerate(group.lines, 1)
        ] or [grid.wide_row(blank, table.empty, LIST.text)]
    if not content.groups:
        rows.append(grid.wide_row(blank, form.said("none"), LIST.text))
    head = PlainHead(
        content.header,
        desk.form_set,
        desk.marks,
        form.title,
        form.said("at", at=paper_moment(content.at)),
        (form.said("counter", counter=content.counter), content.officer),
    )
    about = paper_moment(content.at)
    return A4Paper(desk, content.header, head, rows, desk.foot(content.counter), about)


def _cells(place: int, line: ReminderLine) -> dict[str, str]:
    due = ""
    if line.due_at:
        local = vietnam_time(line.due_at)
        due = f"{local:%H:%M}\n{paper_date(local.date())}"
    received = paper_date(vietnam_time(line.received_at).date()) if line.received_at else ""
    return {
        "place": str(place),
        "code": line.code,
        "procedure": line.procedure,
        "applicant": line.applicant,
        "phone": phone(line.phone) if line.phone else "",
        "agency": line.agency,
        "received": received,
        "due": due,
        "standing": line.standing,
        "note": line.note,
    }
