"""Tình hình tiếp nhận và giải quyết: by field and procedure, agency, counter, officer, channel."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.procedures.channels import Channel
from counter_app.domain.reports.sheet import Cell, ReportSheet, Row, RowKind
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.handling.columns import RECEPTION, columns
from counter_app.services.reports.handling.counting import (
    Counted,
    Where,
    behind,
    counted,
    notes_of,
    text_column,
)
from counter_app.services.reports.handling.names import NAMES, field_name
from counter_app.store.reports.figures import Key

GROUP = "Tổng hợp"
BASIS = "Thông tư 01/2020/TT-VPCP về tình hình, kết quả giải quyết thủ tục hành chính"

FIGURES_SHOWN = (
    "handled", "received", "counter", "online", "post", "carried",
    "processed", "early", "on_time", "late", "unlimited",
    "open", "open_in_time", "open_overdue", "open_waiting",
    "supplemented", "refused", "withdrawn", "stopped", "returned", "uncollected",
)  # fmt: skip
_OF_CHANNELS = (
    "handled", "received", "paper_first", "carried",
    "processed", "early", "on_time", "late", "unlimited",
    "open", "open_in_time", "open_overdue", "open_waiting",
    "supplemented", "refused", "withdrawn", "stopped", "returned", "uncollected",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _By:
    """One summary: by which column of a dossier's life, and how its first column is headed.

    `listed` stands in the list of reports, under its group, where room is short.
    """

    name: str
    listed: str
    title: str
    part: str
    head: str
    figures: tuple[str, ...] = FIGURES_SHOWN
    note: tuple[str, ...] = ()

    def report(self) -> Report:
        """Return the report."""
        return Report(self.name, GROUP, self.listed, self.make, behind)

    def make(self, asked: Asked) -> ReportSheet:
        """Count it."""
        found = counted(asked, (self.part,), self.figures)
        name_of = NAMES[self.part]
        rows = [
            _row(found, name, (key,), self.figures, ((self.part, key[0]),))
            for name, key in sorted((name_of(asked, key[0]), key) for key in self._keys(found))
        ]
        rows.append(_total(found, self.figures))
        return _sheet(asked, self.name, self.title, self.head, self.figures, rows, *self.note)

    def _keys(self, found: Counted) -> tuple[Key, ...]:
        if self.part != "channel":
            return found.groups()
        known = [(channel.value,) for channel in Channel]
        return tuple(dict.fromkeys([*known, *found.groups()]))


def by_procedure(asked: Asked) -> ReportSheet:
    """Return the summary by field, and by procedure in it."""
    found = counted(asked, ("field_name", "procedure"), FIGURES_SHOWN)
    rows: list[Row] = []
    for field, lines in by_field(asked, found):
        rows.append(Row(_headed(field_name(asked, field), len(FIGURES_SHOWN)), RowKind.HEAD))
        for name, key in lines:
            narrow = (("field_name", field), ("procedure", key[1]))
            rows.append(_row(found, name, (key,), FIGURES_SHOWN, narrow))
        if len(lines) > 1:
            keys = [key for _, key in lines]
            name = f"Cộng {field_name(asked, field)}"
            of_field = (("field_name", field),)
            rows.append(_row(found, name, keys, FIGURES_SHOWN, of_field, RowKind.TOTAL))
    rows.append(_total(found, FIGURES_SHOWN))
    return _sheet(asked, _PROCEDURES, _OF_PROCEDURES, "Lĩnh vực, thủ tục", FIGURES_SHOWN, rows)


def by_field(asked: Asked, found: Counted) -> list[tuple[str, list[tuple[str, Key]]]]:
    """Return each field with its procedures as (name, key), both in the order of their names."""
    name_of = NAMES["procedure"]
    fields: dict[str, list[tuple[str, Key]]] = {}
    for key in found.groups():
        fields.setdefault(key[0], []).append((name_of(asked, key[1]), key))
    return [(field, sorted(fields[field])) for field in sorted(fields)]


def _row(
    found: Counted,
    name: str,
    keys: tuple[Key, ...] | list[Key],
    figures: tuple[str, ...],
    where: Where,
    kind: RowKind = RowKind.LINE,
) -> Row:
    cells = (found.total(figure, where, keys) for figure in figures)
    return Row((Cell(name), *cells), kind)


def _total(found: Counted, figures: tuple[str, ...]) -> Row:
    cells = (found.total(figure) for figure in figures)
    return Row((Cell("Tổng cộng"), *cells), RowKind.TOTAL)


def _headed(name: str, others: int) -> tuple[Cell, ...]:
    return (Cell(name), *(Cell() for _ in range(others)))


def _sheet(
    asked: Asked,
    name: str,
    title: str,
    head: str,
    figures: tuple[str, ...],
    rows: list[Row],
    *notes: str,
) -> ReportSheet:
    return ReportSheet(
        name=name,
        title=title,
        columns=(text_column("name", head), *columns(*figures)),
        rows=tuple(rows),
        standing=asked.standing,
        period=asked.period,
        basis=BASIS,
        notes=notes_of(asked, *notes),
        compared=True,
    )


_PROCEDURES = "summary_procedure"
_OF_PROCEDURES = "Tình hình tiếp nhận và giải quyết theo lĩnh vực, thủ tục"

SUMMARIES: tuple[Report, ...] = (
    Report(_PROCEDURES, GROUP, "Theo lĩnh vực, thủ tục", by_procedure, behind),
    _By(
        "summary_agency",
        "Theo cơ quan giải quyết",
        "Tình hình tiếp nhận và giải quyết theo cơ quan",
        "agency",
        "Cơ quan giải quyết",
    ).report(),
    _By(
        "summary_counter",
        "Theo quầy tiếp nhận",
        "Tình hình tiếp nhận và giải quyết theo quầy",
        "counter",
        "Quầy tiếp nhận",
        note=(RECEPTION,),
    ).report(),
    _By(
        "summary_officer",
        "Theo cán bộ tiếp nhận",
        "Tình hình tiếp nhận và giải quyết theo cán bộ",
        "officer",
        "Cán bộ tiếp nhận",
        note=(RECEPTION,),
    ).report(),
    _By(
        "summary_channel",
        "Theo kênh tiếp nhận",
        "Tổng hợp theo kênh tiếp nhận",
        "channel",
        "Kênh tiếp nhận",
        figures=_OF_CHANNELS,
    ).report(),
)
"""The summaries in the order in which they are offered."""
