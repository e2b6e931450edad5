"""What the page of quick certification shows, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.widgets.lists.cells import Cell


@dataclass(frozen=True, slots=True)
class CertifyState:
    """The whole page. `reason` says why the line can't be written yet; `sum` is today's money."""

    kinds: tuple[str, ...]
    kind: int
    typed: str
    said: str
    price: str
    paper: str
    paper_usual: str
    requester: str
    signed_by: str
    by_transfer: bool
    rows: tuple[tuple[Cell, ...], ...]
    sum: str
    next_number: str
    reason: str = ""
    doubt: str = ""


class CertifyView(Protocol):
    """What shows it."""

    def present(self, state: CertifyState) -> None:
        """Show the whole state."""

    def focus_count(self) -> None:
        """Put the keys into the line of pages and copies, all of it selected."""

    def ask_void(self, number: str) -> None:
        """Ask why the line `number` is made void."""

    def refuse_void(self, words: str) -> None:
        """Say what is still missing there."""

    def close_ask(self) -> None:
        """Close the question."""
