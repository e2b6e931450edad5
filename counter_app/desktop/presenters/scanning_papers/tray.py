"""The pages of one paper before they are kept: scanned, brought, turned, put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from counter_app.papers.pdfium.preview import PageImage
from counter_app.papers.scanned.page import Page, turned
from counter_app.services.dossiers.scanning import FROM_FILE, FROM_SCANNER


@dataclass(frozen=True, slots=True)
class TrayPage:
    """A page with its small picture, drawn before it was turned here."""

    page: Page
    image: PageImage


@dataclass(slots=True)
class Tray:
    """Pages in their order, one of them chosen."""

    pages: list[TrayPage] = field(default_factory=list)
    chosen: int = 0
    scanned: bool = False

    @property
    def source(self) -> str:
        """Where the pages came from, as entries say it."""
        return FROM_SCANNER if self.scanned else FROM_FILE

    @property
    def current(self) -> TrayPage | None:
        """The chosen page; None in an empty tray."""
        return self.pages[self.chosen] if self.pages else None

    def add(self, pages: Sequence[TrayPage], *, scanned: bool) -> None:
        """Put pages behind the others, and choose the first of them."""
        if pages:
            self.chosen = len(self.pages)
            self.pages += pages
            self.scanned = self.scanned or scanned

    def step(self, by: int) -> None:
        """Choose another page; at the ends it stays."""
        if self.pages:
            self.chosen = min(len(self.pages) - 1, max(0, self.chosen + by))

    def turn(self, quarters: int) -> None:
        """Turn the chosen page clockwise."""
        if self.pages:
            now = self.pages[self.chosen]
            self.pages[self.chosen] = TrayPage(turned(now.page, quarters), now.image)

    def move(self, by: int) -> None:
        """Move the chosen page in the order; it stays chosen."""
        place = self.chosen + by
        if self.pages and 0 <= place < len(self.pages):
            self.pages.insert(place, self.pages.pop(self.chosen))
            self.chosen = place

    def drop(self) -> None:
        """Leave the chosen page out."""
        if self.pages:
            del self.pages[self.chosen]
            self.chosen = max(0, min(self.chosen, len(self.pages) - 1))
            self.scanned = self.scanned and bool(self.pages)

    def clear(self) -> None:
        """Leave all pages out."""
        self.pages, self.chosen, self.scanned = [], 0, False
