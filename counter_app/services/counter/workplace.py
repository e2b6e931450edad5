"""A counter at work: what every service needs, handed over by `app`, never looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from counter_app.domain.enrolment import REPLACED, Enrolment
from counter_app.domain.errors.work import MachineReplacedError
from counter_app.domain.form_sets import FormSet
from counter_app.domain.journal.doubtful_date import SILENCE
from counter_app.domain.journal.entry import Author
from counter_app.domain.officers.officer import Officer
from counter_app.services.counter.clock import Clock, Known, Moment, guarded, undoubted
from counter_app.services.counter.reference import Reference, in_order
from counter_app.services.keeping.second_journal import SecondCopy
from counter_app.store.store import Store
from counter_app.store.transaction import Transaction

CLOCK = "clock"
"""Where the last measure of the clock is kept: `offset_ms`, `server_time`, `at`."""


@dataclass(frozen=True, slots=True)
class Session:
    """An officer who logged in here; `auth` is "online" or "offline"."""

    officer: Officer
    auth: str


@dataclass(slots=True)
class FormsInUse:
    """The office's own form sets, where they changed since it opened.

    They are replaced all at once, and a paper asks for its set once, when it is begun: no paper is
    of two sets. None: as the books say. Only the office's own are kept here: a set that the
    province sends meanwhile counts with the books. `mended` names those that pass now.
    """

    own: tuple[FormSet, ...] | None = None
    mended: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Workplace:
    """One counter: its store, its clock, its ids, its standing, and the books it works by.

    `is_online` tells whether the last contact with the server succeeded: only the words on a
    receipt depend on it, nothing else. `forms` is where a form set that is taken over comes
    into use. `renew` gives the books anew when the province sent newer ones (None: it didn't); only
    `renewed` puts them in the place of `reference`, and nothing else of a workplace ever changes.
    `second_copy` tells how the second journal stands; None: none is kept.
    """

    store: Store
    clock: Clock
    new_id: Callable[[], str]
    enrolment: Enrolment
    reference: Reference
    is_online: Callable[[], bool]
    forms: FormsInUse = field(default_factory=FormsInUse)
    second_copy: Callable[[], SecondCopy | None] = lambda: None
    renew: Callable[[], Reference | None] = lambda: None

    @property
    def form_sets(self) -> tuple[FormSet, ...]:
        """The form sets that papers are printed on now, in the order of their dates."""
        own = self.forms.own
        if own is None:
            return self.reference.form_sets
        return in_order((*self.reference.given_forms, *own))

    @property
    def unusable_forms(self) -> tuple[str, ...]:
        """The names of the form sets that don't pass now."""
        mended = self.forms.mended
        return tuple(name for name in self.reference.unusable_forms if name not in mended)

    def renewed(self, reference: Reference) -> None:
        """Work by these books from now on: between two forms, never while one is filled in."""
        self.reference = reference

    def author(self, session: Session) -> Author:
        """Return who acts, as entries name it."""
        return Author(session.officer.id, session.auth, self.enrolment.counter)

    def moment(self, tx: Transaction) -> Moment:
        """Return the present, guarded by what this store already knows to have happened.

        Every act of an officer begins so. Raises MachineReplacedError on a machine whose place
        another one takes.
        """
        if tx.setup.get(REPLACED) is not None:
            raise MachineReplacedError(device=self.enrolment.device)
        return guarded(self.clock.now(), self.known(tx))

    def undoubted(self, tx: Transaction) -> Moment:
        """Return the present for what is recorded without asking anybody: log-in, opening."""
        return undoubted(self.clock.now(), self.known(tx))

    def known(self, tx: Transaction) -> Known:
        """Return what this store already knows to have happened."""
        entry, told = tx.journal.latest_moment(), tx.setup.get(CLOCK)
        if not isinstance(told, dict):
            return Known(entry)
        server = datetime.fromisoformat(str(told["server_time"]))
        silence = SILENCE
        if self.clock.now().at - server > SILENCE:  # rare: else nobody needs to be looked up
            days = (tx.setup.get(f"offline-days/{each.officer}") for each in tx.logins.all())
            longest = max((each for each in days if isinstance(each, int)), default=0)
            silence = max(SILENCE, timedelta(days=longest))
        return Known(entry, server, silence)
