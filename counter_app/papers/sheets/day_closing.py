"""Biên bản chốt số liệu ngày: the day's totals, each difference with its reason, two hands."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.domain.acts.office import DayGap, Gap
from counter_app.domain.dates import paper_date, paper_moment
from counter_app.domain.money import amount, grouped
from counter_app.domain.printed.day_closing import DayClosingContent
from counter_app.domain.printed.sheet_form import SheetForm
from counter_app.papers.setting.flow import Band, gap, kept_together
from counter_app.papers.setting.grid import Grid
from counter_app.papers.sheets.a4_paper import A4Paper, Desk
from counter_app.papers.sheets.bands import Value, caption, paragraph, signatures, values
from counter_app.papers.sheets.heads import OfficialHead
from counter_app.papers.sheets.styles import BODY, CASH, NOTE

_VALUE_X, _PITCH = 46.0, 5.9
_TABLES = (Gap.UNFINISHED, Gap.NOT_IN_SYSTEM, Gap.NOT_ON_DESK, Gap.WRONG_PLACE)
_TOTALS = (
    ("received", "supplemented", "refused"),
    ("withdrawn", "handed_over", "results_in"),
    ("returned", "certified", "sent"),
    ("waiting", "numbers_used", "numbers_void"),
    ("numbers_left", "cash", "counted"),
)


def day_closing(content: DayClosingContent, desk: Desk) -> A4Paper:
    """Return the minutes of a closed day, measured."""
    form, blank, closed = desk.form, desk.blank(), content.closed
    digest = form.said(f"digest_{closed.digest or 'unasked'}")
    said = {
        "counter": content.counter,
        "officer": closed.officer_name,
        "at": paper_moment(content.at),
        "scanned": form.said("papers", count=f"{closed.scanned:02d}"),
        "digest": digest,
        "correction": "",
    }
    if content.corrected_at is not None:
        before = paper_moment(content.corrected_at)
        said["correction"] = form.said("corrects", at=before, reason=closed.reason)
    fields = [Value(f.label, said[f.key], f.bold) for f in form.fields if said.get(f.key)]
    bands: list[Band] = values(blank, fields, _VALUE_X, _PITCH)
    bands += _totals(content, desk)
    for kind in _TABLES:
        bands += _gaps(kind.value, [each for each in closed.gaps if each.gap is kind], desk)
    bands += _gaps("others", [each for each in closed.gaps if each.gap not in _TABLES], desk)
    bands.append(gap(1.8))
    for note in form.notes:
        filled = note.replace("{at}", paper_moment(content.at))
        filled = filled.replace("{position}", str(closed.position))
        bands += paragraph(blank, filled, NOTE, 5.0, kept=True)
    names = (closed.officer_name,)
    bands.append(signatures(blank, form.signatures, desk.form_set.sign_here, names))
    head = OfficialHead(
        content.header,
        desk.form_set,
        desk.marks,
        content.at,
        form.title,
        form.name,
        subtitle=form.said("day", day=paper_date(closed.day), counter=content.counter),
    )
    foot = desk.foot(content.counter)
    return A4Paper(desk, content.header, head, bands, foot, paper_date(closed.day))


def _totals(content: DayClosingContent, desk: Desk) -> list[Band]:
    """Return the totals, three names with their figures in each row."""
    table = desk.form.tables.get("totals")
    if not table:
        return []
    blank, form, totals = desk.blank(), desk.form, content.closed.totals
    grid = Grid(blank, table.columns, CASH, least=table.row_height / 10)
    figures = {
        "cash": _money(totals.cash),
        "counted": form.said("uncounted") if totals.counted is None else _money(totals.counted),
    }
    rows = []
    for names in _TOTALS:
        cells = {}
        for place, name in enumerate(names, 1):
            cells[f"name_{place}"] = form.said(name)
            cells[f"figure_{place}"] = figures.get(name) or grouped(getattr(totals, name, 0))
        rows.append(grid.row(blank, cells))
    return [*caption(blank, table.caption), *kept_together(rows, 0)]


def _gaps(name: str, found: Sequence[DayGap], desk: Desk) -> list[Band]:
    table = desk.form.tables.get(name)
    if not table:
        return []
    blank = desk.blank()
    if not found:  # no table: the minutes of a quiet day are one page with both hands
        return [*caption(blank, table.caption), *paragraph(blank, table.empty, BODY, _PITCH)]
    grid = Grid(blank, table.columns, CASH, least=table.row_height / 10)
    rows = [grid.row(blank, _cells(n, each, desk.form)) for n, each in enumerate(found, 1)]
    return [*caption(blank, table.caption), *kept_together(rows, 0)]


def _cells(place: int, each: DayGap, form: SheetForm) -> dict[str, str]:
    settled = form.said("settled") if each.settled else ""
    return {
        "place": str(place),
        "code": each.code,
        "kind": form.said("cash_gap" if each.gap is Gap.CASH else each.gap.value),
        "what": each.what,
        "reason": "; ".join(text for text in (settled, each.reason) if text),
    }


def _money(dong: int) -> str:
    return amount(dong) if dong >= 0 else f"−{amount(-dong)}"
