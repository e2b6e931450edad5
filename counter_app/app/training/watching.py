"""Looks at what the officer really did: the store, the draft in hand, the page, the line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from counter_app.app.window import OfficersWindow
from counter_app.desktop.changed import Changed
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.domain.errors import CounterError
from counter_app.domain.training.lesson import Seen
from counter_app.services.training.lessons import acts_after
from counter_app.sync.state import Chip

LOOKED_EVERY = 150  # milliseconds; a look costs no store


class Watch(QObject):
    """Tells `seen` whenever something looks different. The journal is read beside the window."""

    def __init__(
        self, program: OfficersWindow, seen: Callable[[Seen], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._program, self._tell = program, seen
        self._acts: tuple[tuple[int, str], ...] = ()
        self._is_read = self._reading = self._again = False
        self._last: Seen | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKED_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin: the home is open."""
        sitting = self._program.sitting
        assert sitting is not None
        sitting.changes.changed.connect(self._changed)
        self._read()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look once; what was seen already isn't told again."""
        if not self._is_read:
            return  # what was done before must not count as done now
        seen = self._seen()
        if seen != self._last:
            self._last = seen
            self._tell(seen)

    @Slot(object)
    def _changed(self, _: Changed) -> None:
        self._read()

    def _read(self) -> None:
        sitting = self._program.sitting
        if sitting is None:
            return
        if self._reading:
            self._again = True
            return
        self._reading = True
        store = sitting.counter.home.store
        after = self._acts[-1][0] if self._acts else 0
        self._program.jobs.run(lambda: acts_after(store, after), self._came, self._later)

    def _came(self, acts: tuple[tuple[int, str], ...]) -> None:
        self._acts += acts
        self._is_read = True
        self._reading, again = False, self._again
        self._again = False
        self.look()
        if again:
            self._read()

    def _later(self, _: CounterError) -> None:
        self._reading = False  # the next change reads again

    def _seen(self) -> Seen:
        program, sitting = self._program, self._program.sitting
        assert sitting is not None
        office, inside = sitting.office, program.window.inside
        state = sitting.sync.state
        is_up = state is None or state.chip not in (Chip.OFFLINE, Chip.STOPPED)
        waiting = 0 if state is None else state.to_send + state.unconfirmed
        if office is None or inside is not office:
            where = "login" if inside is program.login else "locked"
            return Seen(where, acts=self._acts, is_up=is_up, waiting=waiting)
        reception = office.pages.reception.presenter
        held = drafted(reception.draft, chosen=reception.is_chosen)
        return Seen("office", office.place, held, self._acts, is_up, waiting)


def drafted(draft: ReceptionDraft, *, chosen: bool) -> frozenset[str]:
    """Return what a reception under way holds, in the words of lessons.

    `chosen`: the procedure's case is known, too, or it has none.
    """
    if draft.is_empty:
        return frozenset({"none"})
    held = {"card"} if draft.applicant is not None or draft.typing is not None else set()
    if draft.applicant is not None and draft.applicant.phone and draft.typing is None:
        held.add("phone")
    if draft.procedure:
        held.add("procedure")
        if chosen:
            held.add("case")
    if draft.procedure and draft.papers_confirmed:
        held.add("papers")
    return frozenset(held)
