"""What the page of a shift's money shows, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from counter_app.desktop.widgets.lists.cells import Cell


class Balance(Enum):
    """How the drawer stands against the lines."""

    UNCOUNTED = "uncounted"
    EVEN = "even"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class ShiftState:
    """The whole page; amounts are words. `pieces` are typed, one for each denomination."""

    since: str
    rows: tuple[tuple[Cell, ...], ...]
    expected: str
    other: str
    denominations: tuple[str, ...]
    pieces: tuple[str, ...]
    counted: str
    balance: Balance
    balance_words: str
    handed_to: str
    reason: str
    needs_reason: bool
    closing: str = ""
    unreceipted: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptAsk:
    """The question for the e-receipt of a payment."""

    title: str
    symbol: str = ""
    number: str = ""
    lookup: str = ""


class ShiftView(Protocol):
    """What shows it."""

    def present(self, state: ShiftState) -> None:
        """Show the whole state."""

    def focus_count(self) -> None:
        """Put the keys into the first denomination."""

    def focus_reason(self) -> None:
        """Put the keys where the difference is explained."""

    def ask_receipt(self, ask: ReceiptAsk) -> None:
        """Ask for the e-receipt of the chosen line."""

    def ask_cancel(self, title: str, sentence: str) -> None:
        """Ask why the chosen payment is taken back."""

    def refuse_ask(self, words: str) -> None:
        """Say what is still missing in the question."""

    def close_ask(self) -> None:
        """Close the question."""
