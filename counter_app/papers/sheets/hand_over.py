"""Phiếu bàn giao hồ sơ, kết quả: a list that two units sign, with bars to scan it back."""

from __future__ import annotations

from counter_app.domain.dates import paper_moment
from counter_app.domain.money import number_in_words
from counter_app.domain.printed.sheets import HandOverContent, HandOverLine
from counter_app.papers.setting.flow import gap, kept_together
from counter_app.papers.setting.grid import Grid
from counter_app.papers.sheets.a4_paper import A4Paper, Desk
from counter_app.papers.sheets.bands import Value, paragraph, signatures, values
from counter_app.papers.sheets.heads import LANDSCAPE, OfficialHead
from counter_app.papers.sheets.styles import BODY, LIST

_VALUE_X, _PITCH = 30.0, 5.9


def hand_over(content: HandOverContent, desk: Desk) -> A4Paper:
    """Return the list, measured; without lines it says that there are none."""
    form = desk.form
    blank = desk.blank()
    table = form.tables["rows"]
    grid = Grid(blank, table.columns, LIST, least=table.row_height / 10)
    said = {
        "from_unit": content.from_unit,
        "to_unit": content.to_unit,
        "at": paper_moment(content.at),
    }
    fields = [Value(f.label, said[f.key], f.bold) for f in form.fields if f.key in said]
    mark = form.said("mark")
    rows = [
        grid.row(blank, _cells(place, line, mark)) for place, line in enumerate(content.lines, 1)
    ]
    number = len(rows)
    total = form.said("total", count=f"{number:02d}", words=number_in_words(number))
    end = [gap(2.2), *paragraph(blank, total, BODY, _PITCH, kept=True)] if total else []
    names = (content.giver, content.receiver)
    end.append(signatures(blank, form.signatures, desk.form_set.sign_here, names, room=22.0))
    head = OfficialHead(
        content.header,
        desk.form_set,
        desk.marks,
        content.at,
        form.title,
        form.name,
        code_label=form.said("code"),
        code=content.number,
        copies=form.copies,
        ladder=LANDSCAPE,
    )
    bands = [*values(blank, fields, _VALUE_X, _PITCH), gap(2.4)]
    bands += kept_together(rows or [grid.wide_row(blank, table.empty, LIST.text)], 2)
    bands += end
    return A4Paper(desk, content.header, head, bands, desk.foot(content.counter), content.number)


def _cells(place: int, line: HandOverLine, mark: str) -> dict[str, str]:
    return {
        "place": str(place),
        "code": line.code,
        "subject": f"{line.subject}\n({line.note})" if line.note else line.subject,
        "result": line.result,
        "applicant": line.applicant,
        "address": line.address,
        "fee": mark if line.has_fee else "",
        "post": mark if line.by_post else "",
    }
