"""Provisional dossiers get their official codes as soon as numbers are there (SYNC §3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from counter_app.desktop.changed import Changed, dossier_changed
from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notice, NoticeKind, Notify, of_error
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors import CounterError
from counter_app.i18n import tr
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.numbering import number_provisional
from counter_app.sync.state import SyncState


class OfficialCodes:
    """Looks after each round with the server, in the name of the officer who is logged in."""

    def __init__(
        self,
        workplace: Workplace,
        jobs: Jobs,
        tell: Callable[[Changed], None],
        notify: Notify,
    ) -> None:
        self._workplace = workplace
        self._jobs = jobs
        self._tell = tell
        self._notify = notify
        self._round: datetime | None = None
        self._busy = False

    def line(self, state: SyncState, session: Session | None) -> None:
        """Number what waits, when another round has ended and somebody is there to answer."""
        if session is None or self._busy or state.last_round in (None, self._round):
            return
        self._round, self._busy = state.last_round, True
        self._jobs.run(
            lambda: number_provisional(self._workplace, session), self._numbered, self._failed
        )

    def _numbered(self, dossiers: tuple[Dossier, ...]) -> None:
        self._busy = False
        if not dossiers:
            return
        self._tell(dossier_changed(*(dossier.uid for dossier in dossiers)))
        self._notify(
            Notice(
                tr("{count} hồ sơ tạm đã có mã chính thức.").format(count=len(dossiers)),
                tr("Mở hồ sơ ở F3 rồi nhấn F10 để in giấy chính thức."),
                NoticeKind.INFO,
                "hash",
            )
        )

    def _failed(self, error: CounterError) -> None:
        self._busy = False
        self._notify(of_error(error))
