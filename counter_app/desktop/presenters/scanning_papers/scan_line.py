"""One scan after the other: pages come home one by one, each made compact behind the window."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.presenters.scanning_papers.tray import TrayPage
from counter_app.domain.errors import CounterError
from counter_app.papers.scanned.compacting import compact_scan
from counter_app.papers.scanned.rendering import picture
from counter_app.services.dossiers.scanning import DocumentScanner, ScanOrder, ScanRun


class ScanLine:
    """The scanner at work. `size` tells how many pixels a small picture may take.

    `came` gets each page; `ended` gets how many came, and the failure that ended it.
    """

    def __init__(
        self,
        jobs: Jobs,
        scanner: DocumentScanner,
        size: Callable[[], tuple[int, int]],
        came: Callable[[TrayPage], None],
        ended: Callable[[int, CounterError | None], None],
    ) -> None:
        self._jobs, self._scanner, self._size = jobs, scanner, size
        self._came, self._ended = came, ended
        self._run: ScanRun | None = None
        self._is_busy = False
        self._is_cancelled = False
        self._count = 0

    @property
    def is_busy(self) -> bool:
        """True from `begin` until the end was told."""
        return self._is_busy

    @property
    def page(self) -> int:
        """Which page is under way, from 1."""
        return self._count + 1

    @property
    def share(self) -> float:
        """How much of it came, 0 to 1."""
        return self._run.progress() if self._run is not None else 0.0

    def begin(self, order: ScanOrder) -> None:
        """Begin to scan. Nothing happens while a scan is under way."""
        if self._is_busy:
            return
        self._is_busy, self._is_cancelled, self._count = True, False, 0
        self._jobs.run(lambda: self._scanner.begin(order), self._began, self._failed)

    def cancel(self) -> None:
        """Stop; pages that came whole stay."""
        self._is_cancelled = True
        run = self._run
        if run is not None:
            self._jobs.run(run.cancel, _nothing)

    def _began(self, run: ScanRun) -> None:
        self._run = run
        if self._is_cancelled:
            self._jobs.run(run.cancel, _nothing)
        self._ask()

    def _ask(self) -> None:
        run = self._run
        assert run is not None
        size = self._size()

        def work() -> TrayPage | None:
            image = run.next_page()
            if image is None:
                run.cancel()  # it is over: what it holds is given back
                return None
            page = compact_scan(image.data, image.dpi)
            return TrayPage(page, picture(page, *size))

        self._jobs.run(work, self._got, self._failed)

    def _got(self, page: TrayPage | None) -> None:
        if page is None:
            self._end(None)
            return
        self._count += 1
        self._came(page)
        self._ask()

    def _failed(self, error: CounterError) -> None:
        run = self._run
        if run is not None:
            self._jobs.run(run.cancel, _nothing)
        self._end(error)

    def _end(self, error: CounterError | None) -> None:
        self._run, self._is_busy = None, False
        self._ended(self._count, None if self._is_cancelled else error)


def _nothing(_: None) -> None:
    """The run is over; there is nothing to say."""
