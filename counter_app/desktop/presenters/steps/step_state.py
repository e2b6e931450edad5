"""What the panel of a step shows, ready to be shown: blocks from top to bottom, one button."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from counter_app.domain.dossiers.dossier import Dossier

NEXT = ""
"""The name of the button, where a name says where keys go."""


@dataclass(frozen=True, slots=True)
class Row:
    """One choice. `number` and `is_key` are given by the step: digits tick the first nine."""

    name: str
    text: str
    note: str = ""
    right: str = ""
    ticked: bool = False
    number: str = ""
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Choices under a caption; one of them at most when `single`."""

    name: str
    caption: str
    rows: tuple[Row, ...]
    single: bool = False


@dataclass(frozen=True, slots=True)
class Input:
    """One field as typed. `problem` stops the step, `doubt` doesn't; more `lines` are a note.

    `folded`: hardly ever needed, a small link opens it.
    """

    name: str
    label: str
    text: str = ""
    placeholder: str = ""
    problem: str = ""
    doubt: str = ""
    note: str = ""
    digits: bool = False
    lines: int = 1
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields side by side, with a caption over them or none."""

    name: str
    inputs: tuple[Input, ...]
    caption: str = ""


class SayKind(Enum):
    """How it weighs. FIGURE is a time or a sum in big type, with the rest below it."""

    PLAIN = "plain"
    FIGURE = "figure"
    GOOD = "good"
    WARN = "warn"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Say:
    """What must be known before the step is written: a bold fact, or none, and the rest.

    `in_sight`: where the panel scrolls it is brought into sight when it comes, for it answers what
    was chosen just now.
    """

    name: str
    bold: str
    rest: str = ""
    kind: SayKind = SayKind.PLAIN
    icon: str = "info"
    in_sight: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """One value that two sides changed: what it was, and two choices, mine and the server's.

    `heads`: the first of several bears the names of the columns.
    """

    name: str
    label: str
    base: str
    mine: Row
    theirs: Row
    heads: bool = True


Block = Rows | Fields | Say | Sides
"""Blocks are known by their names: what stays under its name keeps its focus and its cursor."""


@dataclass(frozen=True, slots=True)
class StepState:
    """The whole panel. `reason` says why the button doesn't act; `error` what went wrong."""

    title: str
    keys: str
    icon: str
    blocks: tuple[Block, ...]
    proceed: str
    reason: str = ""
    error: str = ""


class StepView(Protocol):
    """What a step asks of its panel."""

    def present(self, state: StepState) -> None:
        """Show the whole state."""

    def focus(self, name: str) -> None:
        """Put the keys into the field or the rows of that name, NEXT: on the button."""

    def finished(self, dossier: Dossier) -> None:
        """The act was written: the page goes on."""


class StepEvents(Protocol):
    """What the panel asks of whom it serves."""

    def toggle(self, name: str) -> None:
        """Turn a row over; of single rows, choose it."""

    def type(self, name: str, text: str) -> None:
        """Take what stands in a field now."""

    def press(self, key: str) -> bool:
        """Turn over the row that bears this digit."""

    def confirm(self) -> None:
        """Do it (Enter); or go where something is wanted."""
