"""A form: measured once, flowing over as many pages as it needs, drawn for each copy (liên).

Every form has the same parts in the same order: head, fields, rows of a table or list, items,
signatures, foot. A kind of form says where they stand and draws its own heads, rows and items.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from counter_app.domain.errors.paper import TooLongError
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Header, Marks
from counter_app.papers.pages.plan import DoesNotFitError, Ladder, Measures, Page, plan
from counter_app.papers.parts.blocks import Block, Line
from counter_app.papers.parts.foot import Foot
from counter_app.papers.parts.signatures import Signatures
from counter_app.papers.parts.stamps import practice_mark
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import CONTINUED_NOTE


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a kind of form stand, in millimetres; `practice` is the mark's middle.

    `inset` is how far its text stands inside the margins, `note` how far the note where the paper
    goes on stands below the last row.
    """

    ladder: Ladder
    fields: Block
    inset: float = 0.0
    note: float = 4.1
    practice: float = 122.7
    practice_size: float = 25.0


@dataclass(frozen=True, slots=True)
class Parts:
    """What was measured of one paper: who issues it, its lines, heights and feet.

    `long_texts` name the rows, for the error when one is taller than a page; after them stands
    what is named when the items are.
    """

    header: Header
    code: str
    name: str
    fields: Sequence[Line]
    signatures: Signatures
    foot: Foot
    measures: Measures
    long_texts: Sequence[str]


class Form(ABC):
    """A measured paper of any kind."""

    layout: ClassVar[Layout]

    def __init__(self, parts: Parts, marks: Marks, form_set: FormSet) -> None:
        """Plan the pages. Raises TooLongError when a row is taller than a page."""
        self.marks = marks
        self.form_set = form_set
        self._parts = parts
        try:
            self._pages = plan(self.layout.ladder, parts.measures)
        except DoesNotFitError as error:
            long = parts.long_texts[-1 if error.row is None else error.row]
            raise TooLongError(what=" ".join(long.split()[:6])) from error

    @property
    def title(self) -> str:
        """Name and code of the paper."""
        return f"{self._parts.name} {self._parts.code}"

    @property
    def author(self) -> str:
        """Who issues the paper."""
        return self._parts.header.on_one_line()

    @property
    def inset(self) -> float:
        """How far the text stands inside the margins, in millimetres."""
        return self.layout.inset

    @property
    def pages(self) -> int:
        """How many pages a copy has."""
        return len(self._pages)

    def draw(self, sheet: Sheet, page: int, copy: int) -> None:
        """Draw page `page` (from 0) of copy `copy` (from 1) on an empty sheet."""
        here, parts = self._pages[page], self._parts
        if self.marks.practice:
            practice_mark(sheet, self.form_set, self.layout.practice, self.layout.practice_size)
        has_qr = True
        if page:
            self.draw_further_head(sheet, copy)
        else:
            has_qr = self.draw_first_head(sheet, copy)
        fields = parts.fields[here.fields.start : here.fields.stop]
        self.layout.fields.draw(sheet, here.fields_y, fields)
        if here.caption_y is not None:
            self.draw_caption(sheet, here.caption_y)
        if here.rows:
            self.draw_rows(sheet, here.table_top, here.rows)
        if here.items_y is None:
            note = self.where_it_goes_on(self._pages, page)
            sheet.text_right(sheet.right, here.bottom + self.layout.note, note, CONTINUED_NOTE)
        else:
            self.draw_items(sheet, here.items_y)
            parts.signatures.draw(sheet, here.signatures_y)
            if not has_qr:
                parts.signatures.draw_qr_between(sheet, here.signatures_y, parts.code)
        parts.foot.draw(sheet, page + 1, self.pages)

    @abstractmethod
    def draw_first_head(self, sheet: Sheet, copy: int) -> bool:
        """Draw all above the fields; return whether the QR stands beside the bars."""

    @abstractmethod
    def draw_further_head(self, sheet: Sheet, copy: int) -> None:
        """Draw the head of a page after the first."""

    @abstractmethod
    def draw_caption(self, sheet: Sheet, y: float) -> None:
        """Set what stands above the rows on baseline `y`, if anything."""

    @abstractmethod
    def draw_rows(self, sheet: Sheet, top: float, rows: range) -> None:
        """Draw `rows` from `top` down."""

    @abstractmethod
    def where_it_goes_on(self, pages: Sequence[Page], page: int) -> str:
        """Return the note at the end of `page`, which isn't the last."""

    @abstractmethod
    def draw_items(self, sheet: Sheet, y: float) -> None:
        """Set what stands between rows and signatures from baseline `y` on."""
