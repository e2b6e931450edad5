"""Phiếu kiểm tra hồ sơ: who did, saw, printed and changed what, and what the chains say."""

from __future__ import annotations

from counter_app.domain.dates import paper_date, paper_moment, vietnam_time
from counter_app.domain.printed.inspection import (
    InspectedChain,
    InspectionContent,
    InspectionRow,
)
from counter_app.domain.printed.sheet_form import SheetForm
from counter_app.papers.setting.flow import Band, gap, kept_together
from counter_app.papers.setting.grid import Grid
from counter_app.papers.sheets.a4_paper import A4Paper, Desk
from counter_app.papers.sheets.bands import Value, caption, paragraph, signatures, values
from counter_app.papers.sheets.heads import OfficialHead
from counter_app.papers.sheets.styles import CASH, NOTE

_VALUE_X, _PITCH = 46.0, 5.9
_SHOWN = 12  # letters of a hash


def inspection(content: InspectionContent, desk: Desk) -> A4Paper:
    """Return the inspection of one dossier, measured."""
    form, blank = desk.form, desk.blank()
    said = {
        "applicant": content.applicant,
        "procedure": content.procedure,
        "status": content.status,
        "at": paper_moment(content.at),
        "inspector": content.inspector,
        "reason": content.reason or "–",
        "verdict": _verdict(content, form),
    }
    fields = [Value(f.label, said[f.key], f.bold) for f in form.fields if f.key in said]
    bands = values(blank, fields, _VALUE_X, _PITCH)
    bands += _table(
        "entries", [_cells(place, row, form) for place, row in enumerate(content.rows, 1)], desk
    )
    if content.erased:
        text = form.said("erased", count=f"{content.erased:02d}")
        bands += [gap(1.8), *paragraph(blank, text, NOTE, 5.0)]
    bands += _table("chains", [_chain(each, form) for each in content.chains], desk)
    bands.append(gap(1.8))
    for note in form.notes:
        bands += paragraph(blank, note, NOTE, 5.0, kept=True)
    names = (content.inspector,)
    bands.append(signatures(blank, form.signatures, desk.form_set.sign_here, names))
    head = OfficialHead(
        content.header,
        desk.form_set,
        desk.marks,
        content.at,
        form.title,
        form.name,
        code_label=form.said("code"),
        code=content.code,
        holder=content.applicant,
    )
    return A4Paper(desk, content.header, head, bands, desk.foot(content.counter), content.code)


def _verdict(content: InspectionContent, form: SheetForm) -> str:
    if not content.chains:
        return form.said("unchecked")
    return form.said("verdict_whole" if content.is_whole else "verdict_broken")


def _table(name: str, cells: list[dict[str, str]], desk: Desk) -> list[Band]:
    table = desk.form.tables.get(name)
    if not table:
        return []
    blank = desk.blank()
    grid = Grid(blank, table.columns, CASH, least=table.row_height / 10)
    rows = [grid.row(blank, each) for each in cells]
    rows = rows or [grid.wide_row(blank, table.empty, CASH.text)]
    return [*caption(blank, table.caption), *kept_together(rows, 2 if name == "chains" else 0)]


def _cells(place: int, row: InspectionRow, form: SheetForm) -> dict[str, str]:
    local = vietnam_time(row.at)
    none = form.said("none")
    said = [row.what, row.note]
    said += [
        form.said("change", what=each.what, before=each.before or none, after=each.after or none)
        for each in row.changes
    ]
    return {
        "place": str(place),
        "at": f"{local:%H:%M:%S}\n{paper_date(local.date())}",
        "who": f"{row.who}\n({row.counter})" if row.counter else row.who,
        "kind": form.said(row.kind.value),
        "what": "\n".join(text for text in said if text),
        "hash": row.hash[:_SHOWN],
    }


def _chain(chain: InspectedChain, form: SheetForm) -> dict[str, str]:
    verdict = form.said("whole")
    if chain.broken_at is not None:
        verdict = form.said("broken", n=chain.broken_at)
    return {
        "chain": chain.chain,
        "span": f"{chain.first} – {chain.last}",
        "head": chain.head[:_SHOWN],
        "verdict": verdict,
    }
