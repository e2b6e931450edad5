"""Forms under the national header with a table: the receipt, the result slip and their like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from counter_app.domain.form_sets import FormSet, TableText
from counter_app.domain.forms import Header, Marks
from counter_app.papers.pages.continuing import where_it_goes_on
from counter_app.papers.pages.form import Form, Parts
from counter_app.papers.pages.plan import Measures, Page
from counter_app.papers.parts import heads
from counter_app.papers.parts.blocks import Block, Entry
from counter_app.papers.parts.first_head import FirstHead, HeadText, table_caption
from counter_app.papers.parts.foot import Foot, Note
from counter_app.papers.parts.signatures import Signatures
from counter_app.papers.parts.values import CODE_LABEL
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.table import Column, Table

_AFTER_HEAD = 3.57  # from the rule of a continuation head to the table


@dataclass(frozen=True, slots=True)
class Official:
    """The shape of a kind of official form.

    `fields_y` is the first baseline of the fields; of `columns` (width, centred) the one of width
    0 takes the rest of the line. `below_items` is the room for what stands under the last item.
    """

    head: FirstHead
    fields_y: float
    items: Block
    columns: tuple[tuple[float, bool], ...]
    row_word: str
    below_items: float = 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """What one official paper says. `holder` is named again on further pages."""

    header: Header
    code: str
    holder: str
    at: datetime
    title: str
    name: str
    copies: tuple[str, ...]
    fields: Sequence[Entry]
    table: TableText
    rows: Sequence[tuple[str, ...]]
    items: Sequence[Entry]
    notes: list[Note]
    imprint: str
    long_texts: Sequence[str]
    book: str = ""


class OfficialForm(Form):
    """A paper with national header, symbols, title, fields, table, items and two signatures."""

    official: ClassVar[Official]

    def __init__(
        self, words: Words, signatures: Signatures, marks: Marks, form_set: FormSet, blank: Sheet
    ) -> None:
        """Measure against `blank`, a sheet that is not drawn. Raises TooLongError."""
        official = self.official
        self._words = words
        self._table = _table(official, words.table, blank.width)
        self._rows = [self._table.row(blank, cells) for cells in words.rows]
        self._shift = heads.national_header(blank, words.header, form_set)
        self.items = official.items.lines(blank, words.items)
        fields = self.layout.fields.lines(blank, words.fields)
        foot = Foot(blank, words.notes, words.imprint)
        measures = Measures(
            fields_y=official.fields_y + self._shift,
            continued_top=self._further_head(blank, 1) + _AFTER_HEAD,
            foot_top=foot.top,
            head_height=self._table.head_height,
            field_lines=len(fields),
            row_heights=[row.height for row in self._rows],
            items_height=(len(self.items) - 1) * official.items.pitch + official.below_items,
            longer_signatures=signatures.longer(blank),
        )
        parts = Parts(
            words.header, words.code, words.name, fields, signatures, foot, measures,
            words.long_texts,
        )  # fmt: skip
        super().__init__(parts, marks, form_set)

    def draw_first_head(self, sheet: Sheet, copy: int) -> bool:
        """Draw header, symbols, code, title and copy."""
        words = self._words
        said = f"(Liên {copy}: {words.copies[copy - 1]})"
        text = HeadText(words.header, words.code, words.at, words.title, said, words.book)
        return self.official.head.draw(sheet, self.form_set, self.marks, text, self._shift)

    def draw_further_head(self, sheet: Sheet, copy: int) -> None:
        """Draw unit, name, code, holder, copy and QR."""
        self._further_head(sheet, copy)

    def draw_caption(self, sheet: Sheet, y: float) -> None:
        """Set number and caption of the table."""
        label_x = self.official.items.label_x
        table_caption(sheet, y, self._words.table, label_x, rows=len(self._rows))

    def draw_rows(self, sheet: Sheet, top: float, rows: range) -> None:
        """Draw the table with `rows`."""
        self._table.draw(sheet, top, self._rows[rows.start : rows.stop])

    def where_it_goes_on(self, pages: Sequence[Page], page: int) -> str:
        """Return "(giấy tờ thứ 9 đến 14, mục 2 đến mục 6 và chữ ký: xem trang 2)"."""
        words = self._words
        items = [item.number.rstrip(".") for item in words.items if item.number]
        table = words.table.number.rstrip(".")
        return where_it_goes_on(pages, page, self.official.row_word, table, items[0], items[-1])

    def draw_items(self, sheet: Sheet, y: float) -> None:
        """Set the items."""
        self.official.items.draw(sheet, y, self.items)

    def _further_head(self, sheet: Sheet, copy: int) -> float:
        words = self._words
        said = f"Liên {copy}"
        return heads.continuation_head(
            sheet, words.header, words.name, CODE_LABEL, words.code, words.holder, said
        )


def _table(official: Official, text: TableText, width: float) -> Table:
    rest = width - sum(column for column, _ in official.columns)
    return Table(
        [
            Column(column or rest, head, centred)
            for (column, centred), head in zip(official.columns, text.heads, strict=True)
        ]
    )
