"""An open counter as the officer's window needs it: one home, with everything made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.app.home import Home, open_home
from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.people.address import UnitTable
from counter_app.domain.plain import Plain
from counter_app.services.counter.draft_book import DraftBook
from counter_app.services.counter.reference import unit_table
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.leaving.replacing import is_replaced
from counter_app.services.signing_in.login import log_in
from counter_app.store.copies.backup import BackupReport, backup
from counter_app.store.drafts import Drafts
from counter_app.sync.loop import Loop
from counter_app.sync.state import Chip, SyncState

if TYPE_CHECKING:
    from counter_app.papers.fonts import FontChoice

_A_YEAR = timedelta(days=365)
_STICK_SECONDS = 5.0
"""How long the last acts may take to the second journal; what is left follows at the next start."""


class OpenCounter:
    """One open home. Everything but `close` may be used from any thread."""

    def __init__(self, stack: ExitStack, home: Home) -> None:
        self._stack = stack
        self.home = home
        self.workplace: Workplace = home.workplace()
        self.drafts = DraftBook(self._drafts())
        stack.callback(self._stop_second)

    @classmethod
    def open(
        cls,
        home: Path | None,
        *,
        plain_store: bool = False,
        flags: Mapping[str, object] | None = None,
        practice_line: str = "",
    ) -> OpenCounter:
        """Open the home at `home`. Raises NotEnrolledError for a new one, and what opening can.

        `practice_line`: the training mode's home, which is thrown away some day.
        """
        with ExitStack() as stack:
            opened = stack.enter_context(
                open_home(
                    home,
                    plain_store=plain_store,
                    flags=dict(flags or {}),
                    witnessed=not practice_line,
                    practice_line=practice_line,
                )
            )
            opened.enrolment()
            counter = cls(stack, opened)
            counter._stack = stack.pop_all()
            return counter

    def _drafts(self) -> Drafts:
        key = self.home.store_key.raw if self.home.store_key else None
        drafts = Drafts.open(self.home.folders.drafts_file, key)
        self._stack.callback(drafts.close)
        return drafts

    def _stop_second(self) -> None:
        if self.home.second is not None:
            self.home.second.stop(_STICK_SECONDS)

    def close(self) -> None:
        """Close the store and give the home back."""
        self._stack.close()

    def books(self) -> tuple[FontChoice, UnitTable]:
        """Load what is slow to load: the fonts of papers and the table of units."""
        from counter_app.papers.fonts import choose_fonts, registered
        from counter_app.wording.sentences import problems

        fonts = choose_fonts()
        registered(fonts)  # or the first receipt of the day waits for it
        problems()
        self._this_years_days()
        return fonts, unit_table()

    def _this_years_days(self) -> None:
        """Work out which days are worked around today: the first list asks it for each row."""
        reference, today = self.workplace.reference, self.workplace.clock.now().at.date()
        time_worked = working_time(reference.calendar, reference.policy.hours)
        time_worked.working_days_between(today - _A_YEAR, today + _A_YEAR)

    def retired(self) -> str:
        """Return this machine's number when another takes its place, "" while it is in use."""
        return self.workplace.enrolment.device if is_replaced(self.workplace) else ""

    def log_in(self, officer: str, password: str, new_password: str = "") -> Session:
        """Log an officer in; see `services.signing_in.login`."""
        gateway = self.home.gateway()
        try:
            compare = self.home.compare_heard
            return log_in(
                self.workplace,
                gateway,
                officer,
                password,
                new_password=new_password,
                compare=compare,
            )
        finally:
            gateway.close()

    def loop(
        self, listener: Callable[[SyncState], None], alarm: Callable[[BaseException], None]
    ) -> Loop:
        """Return the loop of rounds with the server, and begin the second journal beside it.

        Raises NotEnrolledError.
        """
        if self.home.second is None:
            self.home.keep_second_journal(alarm)

        def heard(state: SyncState) -> None:
            # What a receipt says about the line, and how good this clock is, follow the rounds.
            self.home.line.online = state.chip not in (Chip.OFFLINE, Chip.STOPPED)
            self.home.compare_clock(state.offset)
            listener(state)

        return Loop(
            self.home.doors(),
            heard,
            rest_seconds=float(self.home.settings.sync_seconds),
            alarm=alarm,
            reopen=self.home.doors,
        )

    def backup(self, destination: Path) -> BackupReport:
        """Copy the store to `destination`, checked; see `store.copies.backup`."""
        key = self.home.store_key.raw if self.home.store_key else None
        return backup(self.home.folders.store_file, key, destination)

    def setting(self, name: str) -> Plain:
        """Return what this counter keeps under `name`, None for nothing."""
        with self.home.store.reading() as tx:
            return tx.setup.get(f"window/{name}")

    def keep(self, name: str, value: Plain) -> None:
        """Keep `value` under `name`."""
        with self.home.store.writing() as tx:
            tx.setup.put(f"window/{name}", value)
