"""Shift+F9: the pages of the very PDF that will be printed; Enter prints, Esc goes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notify, of_error
from counter_app.domain.errors import CounterError
from counter_app.i18n import tr
from counter_app.papers.pdfium.preview import PageImage, page_count, preview
from counter_app.papers.pdfium.shifting import page_size
from counter_app.services.printing.receipt_paper import Document

ZOOMS = (50, 75, 100, 125, 150, 200)
"""Per cent; 0 stands for "the whole page"."""

MOST = 20
"""So many pages are shown: a register of a year has hundreds, and they are looked at by sample."""

WHOLE = 0
SCREEN_DPI = 96.0
"""Dots per inch of a page at 100 % on a screen that isn't scaled."""


@dataclass(frozen=True, slots=True)
class PreviewState:
    """What is shown. `pages` are as fine as the screen.

    `whole`: pages are fitted into the view by their height, whatever `zoom` says.
    """

    title: str
    pages: tuple[PageImage, ...] = ()
    count: str = ""
    zoom: str = ""
    whole: bool = True
    print_words: str = ""


class PreviewView(Protocol):
    """What shows the pages."""

    def present(self, state: PreviewState) -> None:
        """Show the whole state."""

    def room(self) -> tuple[int, int]:
        """Return the points that a page may take, width and height."""

    def ratio(self) -> float:
        """Return the screen's dots to a point."""


class PreviewPresenter:
    """Keeps one document. `leave` goes back where the officer came from."""

    def __init__(
        self, view: PreviewView, jobs: Jobs, notify: Notify, leave: Callable[[], None]
    ) -> None:
        self._view = view
        self._jobs = jobs
        self._notify = notify
        self._leave = leave
        self._document: Document | None = None
        self._title = ""
        self._print: Callable[[Document], None] | None = None
        self._zoom = WHOLE
        self._pages: tuple[PageImage, ...] = ()
        self._size = (0.0, 0.0)
        self._count = 0
        self._question = 0

    def show(
        self, document: Document, title: str, print_: Callable[[Document], None] | None = None
    ) -> None:
        """Show `document`; Enter gives it to `print_`, without one it is only looked at."""
        self._document, self._title, self._print = document, title, print_
        self._zoom, self._pages, self._size, self._count = WHOLE, (), (0.0, 0.0), 0
        self._show()
        self._render()

    def print(self) -> bool:
        """Print and go back; False when there is nothing to print."""
        document, print_ = self._document, self._print
        if document is None or print_ is None:
            return False
        self._print = None  # Enter twice is one paper
        self._leave()
        print_(document)
        return True

    def leave(self) -> None:
        """Go back without printing."""
        self._leave()

    def resized(self) -> None:
        """The room changed: a whole page has another size now."""
        if self._zoom == WHOLE and self._document is not None:
            self._render()

    def bigger(self) -> None:
        """Zoom in by one step."""
        now = self._per_cent()
        self._set_zoom(next((step for step in ZOOMS if step > now), ZOOMS[-1]))

    def smaller(self) -> None:
        """Zoom out by one step."""
        now = self._per_cent()
        self._set_zoom(next((step for step in reversed(ZOOMS) if step < now), ZOOMS[0]))

    def whole(self) -> None:
        """Show whole pages."""
        self._set_zoom(WHOLE)

    def _set_zoom(self, zoom: int) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self._render()

    def _render(self) -> None:
        document = self._document
        if document is None:
            return
        self._question += 1
        question = self._question
        ratio = self._view.ratio()
        room = self._view.room()
        zoom = self._zoom

        def work() -> tuple[tuple[PageImage, ...], tuple[float, float], int]:
            size = page_size(document.pdf)
            drawn = preview(document.pdf, dpi_for(size, room, zoom) * ratio, MOST)
            return drawn, size, page_count(document.pdf)

        def done(found: tuple[tuple[PageImage, ...], tuple[float, float], int]) -> None:
            if question == self._question:
                self._pages, self._size, self._count = found
                self._show()

        self._jobs.run(work, done, self._failed)

    def _per_cent(self) -> float:
        if self._zoom != WHOLE or not self._size[0]:
            return self._zoom or 100
        return dpi_for(self._size, self._view.room(), WHOLE) / SCREEN_DPI * 100

    def _failed(self, error: CounterError) -> None:
        self._leave()
        self._notify(of_error(error))

    def _show(self) -> None:
        self._view.present(
            PreviewState(
                title=self._title,
                pages=self._pages,
                count=self._count_words(),
                zoom=tr("Cả trang") if self._zoom == WHOLE else f"{self._zoom} %",
                whole=self._zoom == WHOLE,
                print_words=tr("In") if self._print is not None else "",
            )
        )

    def _count_words(self) -> str:
        shown, count = len(self._pages), self._count
        if not shown:
            return tr("Đang lập trang…")
        if shown < count:
            return tr("{shown} trang đầu trong {count} trang").format(shown=shown, count=count)
        return tr("{count} trang").format(count=count)


def dpi_for(size: tuple[float, float], room: tuple[int, int], zoom: int) -> float:
    """Return the dots per inch for a page of `size` mm: at `zoom` per cent, or wholly in `room`."""
    if zoom != WHOLE:
        return SCREEN_DPI * zoom / 100
    width, height = (length / 25.4 for length in size)
    fitting = min(room[0] / width, room[1] / height)
    return max(ZOOMS[0] / 100 * SCREEN_DPI, min(fitting, ZOOMS[-1] / 100 * SCREEN_DPI))
