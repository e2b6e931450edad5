"""What the check of a scanner shows: all words ready."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Step(Enum):
    """Where the check is."""

    QR = "qr"
    BARS = "bars"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the result. `harmless`: the program copes; `good`: nothing to say at all."""

    what: str
    advice: str = ""
    good: bool = False
    harmless: bool = False


@dataclass(frozen=True, slots=True)
class ScannerCheckState:
    """`symbol` is the text that the symbol of this step says; empty when none is shown."""

    step: Step
    title: str
    ask: str
    symbol: str
    findings: tuple[Finding, ...]
    facts: tuple[str, ...]
    can_store: bool
    stored: str
    prefix: str
    prefix_problem: str
    sound: bool
    flash: bool


class ScannerCheckView(Protocol):
    """The page."""

    def present(self, state: ScannerCheckState) -> None:
        """Show `state`."""
