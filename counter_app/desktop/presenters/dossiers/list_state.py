"""What the page of dossier lists shows, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.cells import Column
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.services.dossiers.lists import Queue


@dataclass(frozen=True, slots=True)
class QueueChip:
    """One queue to choose; `count` None while it isn't known or isn't counted."""

    queue: Queue
    text: str
    icon: str
    count: int | None = None
    chosen: bool = False
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a drop-down."""

    key: str
    text: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class DropDown:
    """A drop-down: what its button says, and its lines; none: `reason` says why it is fixed."""

    text: str
    choices: tuple[Choice, ...] = ()
    reason: str = ""


class EmptyAct(Enum):
    """What the key of an empty list does."""

    NONE = "none"
    WIDEN = "widen"  # look in all dossiers, of any day and counter
    RECEIVE = "receive"  # begin with a new dossier


@dataclass(frozen=True, slots=True)
class Empty:
    """What stands in place of rows: one sentence, and one key that helps."""

    icon: str
    sentence: str
    words: str = ""
    keys: str = ""
    act: EmptyAct = EmptyAct.NONE


@dataclass(frozen=True, slots=True)
class ListState:
    """The whole page but its rows."""

    title: str
    typed: str
    placeholder: str
    states: tuple[QueueChip, ...]
    alarms: tuple[QueueChip, ...]
    days: DropDown
    counters: DropDown
    columns: tuple[Column, ...]
    hints: tuple[Hint, ...]
    position: str = ""
    empty: Empty | None = None


class ListView(Protocol):
    """What the presenter asks of the page."""

    def present(self, state: ListState) -> None:
        """Show the whole state."""

    def show_lines(self, lines: tuple[DossierLine, ...], current: int, *, more: bool) -> None:
        """Show these rows instead of all others, row `current` selected (-1: none)."""

    def add_lines(self, lines: tuple[DossierLine, ...], *, more: bool) -> None:
        """Add the next page of rows."""

    def focus_table(self) -> None:
        """Put the keys into the table."""

    def open_dossier(self, uid: str, act: str) -> None:
        """Leave for the dossier `uid`; `act` is "", "return" or "reprint"."""

    def begin_reception(self) -> None:
        """Leave for a new reception."""
