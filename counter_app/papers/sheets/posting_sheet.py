"""Niêm yết: what a citizen must know of a procedure, in type that is read standing at the wall."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.dates import written_date
from counter_app.domain.printed.sheets import PostingPaper, PostingSheetContent
from counter_app.papers import qr
from counter_app.papers.parts.stamps import stamp_lines
from counter_app.papers.parts.values import count, phone
from counter_app.papers.setting.flow import Band, gap
from counter_app.papers.setting.grid import Grid
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import STAMP
from counter_app.papers.sheets.a4_paper import A4Paper, Desk
from counter_app.papers.sheets.bands import Value, centred, paragraph, values
from counter_app.papers.sheets.styles import (
    BODY,
    BOLD,
    COPY,
    WALL,
    WALL_BODY,
    WALL_BOLD,
    WALL_NAME,
    WALL_SECTION,
    WALL_TITLE,
)

MODULE = 0.75
"""Width of a module of the QR, in millimetres: read from a metre away."""

_VALUE_X, _ITEM_X, _PITCH, _NAME_PITCH = 50.0, 5.0, 6.7, 8.4
_FIRST, _LINE = 19.0, 5.6
_SCAN_WIDTH = 44.0  # the words below the QR may be wider than it
_SECTION_GAP = 4.2


def posting_sheet(content: PostingSheetContent, desk: Desk) -> A4Paper:
    """Return the posting sheet of one procedure, measured."""
    form, blank = desk.form, desk.blank()
    said = {
        "code": content.code,
        "field": content.field,
        "who": content.who,
        "received_in": content.received_in,
        "agency": content.agency,
        "sets": form.said("sets", sets=count(content.sets)),
        "help": phone(content.help_phone) if content.help_phone else "",
    }
    fields = [Value(f.label, said[f.key], f.bold) for f in form.fields if said.get(f.key)]
    bands = [*centred(blank, content.name, WALL_NAME, _NAME_PITCH), gap(4.5)]
    bands += values(blank, fields, _VALUE_X, _PITCH, (WALL_BODY, WALL_BOLD))
    bands += _channels(content, desk, blank)
    bands += _papers(content, desk, blank)
    for name, texts in (("results", content.results), ("basis", content.legal_basis)):
        if texts:
            bands += _section(blank, form.said(name))
            items = [Value("–", text) for text in texts]
            bands += values(blank, items, _ITEM_X, _PITCH, (WALL_BODY, WALL_BOLD))
    posted = form.said("posted", day=written_date(content.posted_on))
    foot = desk.foot("", [posted] if posted else [])
    return A4Paper(desk, content.header, _Head(content, desk), bands, foot, content.code)


@dataclass(frozen=True, slots=True)
class _Head:
    """Unit left, QR with its words right, the title below; further pages repeat the code."""

    content: PostingSheetContent
    desk: Desk

    def draw(self, sheet: Sheet, page: int, _copy: int) -> float:
        content, form = self.content, self.desk.form
        if page:
            text = f"{form.name} {content.code}"
            x = sheet.text(sheet.left, _FIRST, text, BOLD)
            sheet.text(x, _FIRST, "  (tiếp theo)", BODY)
            sheet.rule(sheet.left, sheet.right, _FIRST + 2.5, 0.6)
            return _FIRST + 6.0
        qr_bottom = self._draw_qr(sheet) if content.lookup else _FIRST
        room = sheet.width - (_SCAN_WIDTH + 4.0 if content.lookup else 0.0)
        y = _FIRST
        for line in sheet.wrapped(content.header.parent, BODY, room):
            sheet.text(sheet.left, y, line, BODY)
            y += _LINE
        unit = " ".join(content.header.unit_lines)
        for line in sheet.wrapped(unit, BOLD, room):
            sheet.text(sheet.left, y, line, BOLD)
            y += _LINE
        lines = stamp_lines(self.desk.form_set, self.desk.marks)
        if lines:
            words = " ".join(lines)
            width = sheet.text_width(words, STAMP) + 3.6
            sheet.box(sheet.left + 0.2, y - 2.0, width, 5.2, 0.9)
            sheet.text(sheet.left + 2.0, y + 1.8, words, STAMP)
            y += 7.0
        y = max(y + 5.0, qr_bottom + 8.0)
        sheet.text_centred(sheet.left + sheet.width / 2, y, form.title, WALL_TITLE)
        return y + 4.0

    def _draw_qr(self, sheet: Sheet) -> float:
        """Draw the symbol with its words below; return where they end."""
        lookup = self.content.lookup
        side, quiet = qr.modules(lookup).side * MODULE, 4 * MODULE
        axis = sheet.right - max(_SCAN_WIDTH, side) / 2
        top = _FIRST - 3.5
        sheet.qr(axis + side / 2, top, lookup, MODULE)
        if self.desk.marks.practice:
            whole = side + 2 * quiet
            sheet.clear(axis - side / 2 - quiet, top - quiet, whole, whole)
        y = top + side + quiet + 3.2
        bare = lookup == self.content.code  # no address: what is scanned is the code itself
        words = f"Mã thủ tục\n{lookup}" if bare else self.desk.form.said("scan")
        for part in words.split("\n"):
            for line in sheet.wrapped(part, COPY, _SCAN_WIDTH):
                sheet.text_centred(axis, y, line, COPY)
                y += 4.6
        return y - 4.6


def _channels(content: PostingSheetContent, desk: Desk, blank: Sheet) -> list[Band]:
    table = desk.form.tables.get("channels")
    if not table or not content.channels:
        return []
    grid = Grid(blank, table.columns, WALL, least=table.row_height / 10)
    rows = [
        grid.row(
            blank,
            {
                "channel": each.channel,
                "limit": each.limit,
                "fees": "\n".join(each.fees) or desk.form.said("no_fees"),
            },
        )
        for each in content.channels
    ]
    return [*_section(blank, table.caption), *rows]


def _papers(content: PostingSheetContent, desk: Desk, blank: Sheet) -> list[Band]:
    table = desk.form.tables.get("papers")
    if not table:
        return []
    grid = Grid(blank, table.columns, WALL, least=table.row_height / 10)
    rows: list[Band] = []
    for case in content.cases:
        if case.name:
            rows.append(grid.wide_row(blank, case.name, WALL.bold, kept=True))
        rows += [grid.row(blank, _cells(place, each)) for place, each in enumerate(case.papers, 1)]
    if not rows:
        rows = [grid.wide_row(blank, table.empty, WALL.text)]
    return [*_section(blank, table.caption), *rows]


def _cells(place: int, paper: PostingPaper) -> dict[str, str]:
    return {
        "place": str(place),
        "name": f"{paper.name}\n({paper.note})" if paper.note else paper.name,
        "originals": count(paper.originals),
        "certified": count(paper.certified),
        "photocopies": count(paper.photocopies),
    }


def _section(blank: Sheet, text: str) -> list[Band]:
    lines = paragraph(blank, text, WALL_SECTION, _PITCH + 0.8, kept=True)
    return [gap(_SECTION_GAP), *lines, gap(0.8)]
