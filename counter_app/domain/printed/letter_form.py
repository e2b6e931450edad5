"""How a letter is titled, worded and ordered: data of a form set, one file for each letter.

A letter's body is a row of blocks. In texts `{name}` is a value, `**…**` is bold. What has no value
vanishes, or leaves dots where a hand will write, as its block says. Widths and gaps are tenths of a
millimetre on A5; an A4 page sets everything larger.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from counter_app.domain.printed.sheet_form import SheetColumn


class PageSize(Enum):
    """The paper that a letter is written for; A5 is also printed as two copies on one A4."""

    A5 = "A5"
    A4 = "A4"


@dataclass(frozen=True, slots=True)
class LetterField:
    """A labelled value. Without a value it vanishes, or leaves dots when `dots` is set.

    `beside` and `beside_label` are a second value on the same line, with dots of its own. The
    identity's label may be empty: it is that of the kind of identity.
    """

    name: str
    label: str
    bold: bool = False
    dots: bool = False
    beside: str = ""
    beside_label: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. A value that it lacks leaves dots.

    Without value `needs` it vanishes, or gives way to `hand_lines` dotted lines.
    """

    text: str
    needs: str = ""
    hand_lines: int = 0
    italic: bool = False
    centred: bool = False
    indent: bool = False


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list of the content under its caption. `detail` is put behind a row that has a detail.

    An empty list vanishes with its caption when `optional` is set, says `empty`, or leaves
    `hand_lines` numbered lines of dots.
    """

    name: str
    caption: str = ""
    detail: str = " – {detail}"
    empty: str = ""
    hand_lines: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True)
class LetterTable:
    """A list of the content as a table; `total` is a value that a last row repeats in bold.

    The key of a column says what it shows of a row: "number", "text", "detail", or "cell1",
    "cell2", …; widths are those on A5. An empty table vanishes with its caption when `optional` is
    set, or says `empty`.
    """

    name: str
    columns: tuple[SheetColumn, ...]
    caption: str = ""
    empty: str = ""
    total: str = ""
    total_label: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A box with its text: `name` is ticked in the content, or left for the hand."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class TickRow:
    """Boxes beside a label, on as many lines as they need.

    With `name` they are the rows of that list, ticked as "name.1", "name.2", …; without rows they
    vanish.
    """

    label: str
    ticks: tuple[Tick, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """Questions, each with a box for every mark; "3.2" ticks mark "2" of the third one.

    `heads` are those of the columns before the marks: number and question. With `name` the
    questions are the rows of that list where the content has it, their cells the answers in words,
    from mark 0 on.
    """

    heads: tuple[str, str]
    marks: tuple[str, ...]
    rows: tuple[str, ...] = ()
    name: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class LetterBlock:
    """A part of a letter's body: exactly one of its fields is set.

    `lines` is a number of dotted lines for the hand, `gap` an empty space. Raises ValueError for
    none or several.
    """

    fields: tuple[LetterField, ...] = ()
    paragraph: Paragraph | None = None
    numbered: NumberedList | None = None
    table: LetterTable | None = None
    ticks: TickRow | None = None
    scale: Scale | None = None
    lines: int = 0
    gap: int = 0

    def __post_init__(self) -> None:
        parts = (
            self.fields, self.paragraph, self.numbered, self.table,
            self.ticks, self.scale, self.lines, self.gap,
        )  # fmt: skip
        if sum(map(bool, parts)) != 1:
            raise ValueError("a block is exactly one thing")


@dataclass(frozen=True, slots=True)
class Signature:
    """The caption above a signature (a line feed breaks it), and what the hand is asked for.

    Without a `note` it is the set's usual one, "(Ký, ghi rõ họ tên)".
    """

    caption: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LetterForm:
    """One letter. `basis` names the text that the form follows; a form of ours has none.

    `number` is that of the form in its circular ("02"), empty when it has none. `number_line` holds
    the letter's own, `{number}`. `copies` says for whom each copy (liên) is; a letter without is
    printed once. `draft`: the circular's layout isn't known, the paper says so. `recipients` stand
    beside a single signature (Nơi nhận). Notes of the foot whose values are empty vanish;
    `copies_note` gives way to what a reprint says there.
    """

    title: str
    name: str
    blocks: tuple[LetterBlock, ...]
    number: str = ""
    basis: str = ""
    subtitle: str = ""
    number_line: str = ""
    page: PageSize = PageSize.A5
    copies: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    copies_note: str = ""
    notes: tuple[str, ...] = ()
    draft: bool = False
    has_symbols: bool = True
    has_national_header: bool = True

    @property
    def ours(self) -> bool:
        """True when no legal text gives this form: its words are the program's own."""
        return not self.basis
