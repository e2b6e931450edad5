"""Updates beside the window: looked for at leisure, told once, put in place when the shift ends.

Nothing happens in the first minutes of a start. Lists and programs are put in place only while
nobody has signed in, or when the window has been closed: then no form is open and no thread works.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from counter_app.app.care import Rests, StoppedError
from counter_app.app.counter import OpenCounter
from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notice
from counter_app.desktop.presenters.updating.words import (
    UpdateNews,
    waiting_note,
    waiting_notice,
)
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.updating import UpdateError
from counter_app.domain.errors.wire import WireError
from counter_app.domain.updates.fitting import Shift
from counter_app.services.updates.wiring import needs_administrator

AFTER = 300_000
"""Milliseconds: an opening, and the first citizens, come first."""

AGAIN = 1_800_000
"""Milliseconds between two looks."""

_log = logging.getLogger(__name__)


class UpdateWatch(QObject):
    """Looks for packages, tells of them and, when the counter is free, puts them in place.

    `note` takes the line under the log-in, `say` the notice; `is_free` tells that nobody has signed
    in since the window was opened.
    """

    def __init__(
        self,
        jobs: Jobs,
        counter: OpenCounter,
        say: Callable[[Notice], None],
        note: Callable[[str], None],
        is_free: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._counter = jobs, counter
        self._say, self._note, self._is_free = say, note, is_free
        self._told = UpdateNews()
        self._unfit: set[str] = set()
        self._rests = Rests()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        if not counter.home.practice_line:  # a training home gets its lists from its own province
            self._timer.start(AFTER)

    @Slot()
    def look(self) -> None:
        """Look for packages now, and again later."""
        self._timer.start(AGAIN)
        is_free = self._is_free()
        self._jobs.run(lambda: self._looked(is_free=is_free), self._found, _later)

    @Slot()
    def stop(self) -> None:
        """Give up what is under way: it goes on where it was, another day."""
        self._timer.stop()
        self._rests.stop()

    def finish(self) -> None:
        """Put in place what waits: the window is closed, and no thread works any more."""
        if not self._counter.home.practice_line:
            self._applied()

    def _looked(self, *, is_free: bool) -> UpdateNews:
        try:
            self._bring()
        except StoppedError:
            return self._told
        if is_free:
            self._applied()
        return self._news()

    def _bring(self) -> None:
        """Bring what fits from the LAN folder and the server; either may be out of reach."""
        from counter_app.services.updates.fetching import fetch
        from counter_app.services.updates.taking import look, take

        home = self._counter.home
        updates = home.updates()
        if home.settings.update_folder:
            # A share that is off, a torn package: nobody is told, the next look tries again.
            with suppress(UpdateError):
                found, _ = look(updates, Path(home.settings.update_folder))
                for package in found:
                    with suppress(UpdateError):
                        take(updates, package.file, self._rests)
        gateway = home.gateway()
        try:
            with suppress(WireError):  # no line, or a server without this call
                fetch(updates, gateway, self._unfit, self._rests)
        finally:
            gateway.close()

    def _news(self) -> UpdateNews:
        from counter_app.services.updates.shelf import Step
        from counter_app.services.updates.taking import waiting

        updates = self._counter.home.updates()
        is_handed = updates.shelf.state().step is Step.HANDED
        found = tuple(each.manifest for each in waiting(updates))
        return UpdateNews(found, by_administrator=is_handed or needs_administrator())

    def _applied(self) -> None:
        from counter_app.services.updates.applying import apply
        from counter_app.services.updates.shelf import Step
        from counter_app.services.updates.taking import waiting

        updates = self._counter.home.updates()
        for package in waiting(updates):
            if updates.shelf.state().step is Step.HANDED:
                return  # a program waits for its end: one at a time
            try:
                apply(updates, package.file, Shift())
            except CounterError as error:
                _log.info("update.given_up", extra={"facts": {"code": error.code}})

    def _found(self, news: UpdateNews) -> None:
        is_news = waiting_note(news) != waiting_note(self._told)
        self._told = news
        if not is_news:
            return
        self._note(waiting_note(news))
        if news.manifests:
            self._say(waiting_notice(news))


def _later(_: CounterError) -> None:
    """Nothing to say: nobody is told of what isn't whole; the next look tries again."""
