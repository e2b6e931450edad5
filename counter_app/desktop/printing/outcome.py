"""The door to printing that presenters know. Nothing of Qt here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from counter_app.papers.documents import Layout
from counter_app.services.printing.outcome import PrinterLine, PrintKind, PrintOutcome
from counter_app.services.printing.receipt_paper import Document

__all__ = ["PrintKind", "PrintOutcome", "PrinterLine", "Printing"]


class Printing(Protocol):
    """The printers of this counter, as presenters know them."""

    def print(self, document: Document, title: str, done: Callable[[PrintOutcome], None]) -> None:
        """Send `document` to the printer of its form and return at once.

        `title` names the paper to the officer and in the printer's list ("Giấy tiếp nhận
        H26.15-250718-0123"). `done` is called on the GUI thread exactly once: within a second on
        a quick printer, after some 20 seconds at the latest.
        """

    def is_silent(self, form: str) -> bool:
        """Tell whether papers of `form` go to the printer without a preview."""

    def layout(self, form: str) -> Layout:
        """Return the layout that papers of `form` are to be made in."""

    def printer_line(self) -> PrinterLine:
        """Return what is known of the receipts' printer; never waits for it."""
