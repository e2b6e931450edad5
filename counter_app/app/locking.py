"""Locking the counter, wired: what lies open is hidden, the officer's draft is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from counter_app.app.counter import OpenCounter
from counter_app.desktop.jobs import Jobs
from counter_app.desktop.presenters.lock.lock import Doors, Locked, LockPresenter
from counter_app.desktop.presenters.status.status import StatusPresenter
from counter_app.desktop.screens.lock.curtain import Curtain
from counter_app.desktop.screens.lock.lock_screen import LockScreen
from counter_app.desktop.shell.window import Window
from counter_app.desktop.theme.look import Look
from counter_app.i18n import tr
from counter_app.services.counter.workplace import Session
from counter_app.services.signing_in.unlocking import unlock


class Locking:
    """Locks `window`, and unlocks it again. `unlocked` gets the session, `switch` opens log-in."""

    def __init__(
        self,
        look: Look,
        window: Window,
        jobs: Jobs,
        counter: OpenCounter,
        *,
        unlocked: Callable[[Session], None],
        switch: Callable[[], None],
    ) -> None:
        self._window = window
        self._jobs = jobs
        self._counter = counter
        self._switch = switch
        self._unlocked = unlocked
        self._look = look
        self._curtain = Curtain()
        self._screen: LockScreen | None = None

    @property
    def is_locked(self) -> bool:
        """True while the locked screen is shown."""
        return self._screen is not None and self._window.inside is self._screen

    @property
    def status(self) -> StatusPresenter | None:
        """The status bar of the locked screen; None when none was locked."""
        return None if self._screen is None else self._screen.status

    def lock(self, session: Session, at: datetime, drafts: int, *, by_hand: bool) -> None:
        """Lock; `drafts` of the officer lie unfinished, all of them kept."""
        counter = self._counter
        number = counter.workplace.enrolment.counter
        doors = Doors(
            now=lambda: counter.workplace.clock.now().at,
            unlock=lambda session, password: unlock(counter.workplace, session, password),
            unlocked=self._open,
            switch=self._switch,
        )
        locked = Locked(
            session,
            tr("Quầy {number}").format(number=number),
            at,
            by_hand=by_hand,
            drafts=drafts,
            centre=counter.workplace.reference.centre.shown_name,
        )
        self._curtain.draw(self._window)
        self._screen = LockScreen(
            self._look, lambda view: LockPresenter(view, self._jobs, doors, locked)
        )
        self.show()

    def show(self) -> None:
        """Show the locked screen again: nobody else logged in."""
        if self._screen is not None:
            self._window.put_in(self._screen)
            self._window.retitle("")

    def leave(self) -> None:
        """Somebody is in again; forget the locked screen."""
        if self._screen is not None:
            self._window.take_out(self._screen)
            self._screen = None
        self._curtain.open()

    def _open(self, session: Session) -> None:
        self._unlocked(session)
        self.leave()
