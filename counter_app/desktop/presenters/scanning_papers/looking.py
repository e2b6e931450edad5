"""The chosen page in large: drawn behind the window, as large as the room, turned as it stands."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.jobs import Jobs
from counter_app.papers.pdfium.preview import PageImage
from counter_app.papers.scanned.page import Page
from counter_app.papers.scanned.rendering import picture

ZOOMS = (1.0, 1.6, 2.5, 4.0)
"""Times the room; 1: the whole page."""


class BigPicture:
    """Keeps the picture of one page. `drawn` is called when another one came."""

    def __init__(
        self, jobs: Jobs, room: Callable[[], tuple[int, int]], drawn: Callable[[], None]
    ) -> None:
        self._jobs, self._room, self._drawn = jobs, room, drawn
        self._page: Page | None = None
        self._size = (0, 0)
        self._zoom = 0
        self._asked = 0
        self.image: PageImage | None = None

    @property
    def is_zoomed(self) -> bool:
        """True while more than the whole page is shown."""
        return self._zoom > 0

    def zoom(self, by: int) -> bool:
        """Go one step nearer or farther; False at the ends."""
        wanted = min(len(ZOOMS) - 1, max(0, self._zoom + by))
        moved, self._zoom = wanted != self._zoom, wanted
        return moved

    def whole(self) -> None:
        """Show the whole page."""
        self._zoom = 0

    def show(self, page: Page | None) -> None:
        """Show a page; None shows none. The old picture stays until the new one is drawn."""
        across, down = self._room()
        size = (round(across * ZOOMS[self._zoom]), round(down * ZOOMS[self._zoom]))
        if page is self._page and size == self._size:
            return
        self._page, self._size = page, size
        self._asked += 1
        if page is None:
            self.image = None
            return
        number = self._asked

        def done(image: PageImage) -> None:
            if number == self._asked:
                self.image = image
                self._drawn()

        self._jobs.run(lambda: picture(page, *size), done)
