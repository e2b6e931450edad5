"""What the page of the closed day shows, as one value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from counter_app.desktop.changed import Changed
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.cells import Cell
from counter_app.services.closing.stand import Closing
from counter_app.services.printing.receipt_paper import Document


class DayStep(Enum):
    """The five steps of closing a day, in their order."""

    UNFINISHED = "unfinished"
    PILE = "pile"
    LISTS = "lists"
    BOOKS = "books"
    CLOSE = "close"


STEPS = tuple(DayStep)


@dataclass(frozen=True, slots=True)
class DayBanner:
    """What must be said of the day itself: closed before, written after, a date that can't be."""

    bold: str
    rest: str = ""
    warns: bool = False


@dataclass(frozen=True, slots=True)
class DayState:
    """The whole page. `counts` are the differences that are open in each step, None for no number.

    `what` is the chosen row in full, `reasons` the standing ones that a digit gives it, `reason`
    what was said; `takes_reason`: the row is a difference. `count` is the number of papers in the
    pile, with `count_words` below and `heard`, what the last scan was. `corrects`: the day was
    closed before, and `correction` says why it is closed again. `earlier` and `later` lead to
    other days.
    """

    title: str
    step: DayStep
    counts: tuple[int | None, ...]
    rows: tuple[tuple[Cell, ...], ...]
    current: int
    empty: str
    hints: tuple[Hint, ...]
    proceed: str
    banner: DayBanner | None = None
    count: str = ""
    count_words: str = ""
    heard: str = ""
    what: str = ""
    reasons: tuple[str, ...] = ()
    reason: str = ""
    takes_reason: bool = False
    why_not: str = ""
    corrects: bool = False
    correction: str = ""
    earlier: str = ""
    later: str = ""
    again: bool = False


class DayView(Protocol):
    """What shows it."""

    def present(self, state: DayState) -> None:
        """Show the whole state."""

    def focus_rows(self) -> None:
        """Put the keys into the list."""

    def focus_reason(self) -> None:
        """Put the keys where a reason is typed."""


@dataclass(frozen=True, slots=True)
class DayActs:
    """What the page asks of the office around it.

    `open_dossier` opens one over the page; `register` takes what lies on the desk and isn't in the
    system, by the code on its paper; `money` and `sending` lead to the pages where these are put
    right; `make_sheet` makes the minutes of a closing, `tell` says what a write changed.
    """

    open_dossier: Callable[[str], None]
    register: Callable[[str], None]
    money: Callable[[], None]
    sending: Callable[[], None]
    make_sheet: Callable[[Closing], Document]
    tell: Callable[[Changed], None]
