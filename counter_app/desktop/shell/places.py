"""Where an officer may go: pages that are nothing but acts are kept from who may do none of them.

An inspector (kiểm tra) begins with the log; who may not receive has no reception.
"""

from __future__ import annotations

from collections.abc import Mapping

from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, of_error
from counter_app.desktop.shell.rail_bar import (
    BOOKS,
    CERTIFY,
    DAY,
    DOSSIERS,
    LATE,
    LOG,
    OVERVIEW,
    PARKED,
    PILES,
    RECEPTION,
    REMINDERS,
    REPORTS,
    SHIFT,
)
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.roles import Act
from counter_app.services.leaving.replacing import is_replaced, may_replace
from counter_app.services.officers.permits import may

PAGES: Mapping[Command, str] = {
    Command.DOSSIERS: DOSSIERS,
    Command.HAND_OVER: PILES,
    Command.CERTIFY: CERTIFY,
    Command.SHIFT: SHIFT,
    Command.CLOSE_DAY: DAY,
    Command.REMINDERS: REMINDERS,
    Command.LATE: LATE,
    Command.LOG: LOG,
    Command.REPORTS: REPORTS,
    Command.BOOKS: BOOKS,
    Command.OVERVIEW: OVERVIEW,
}
"""Keys that lead to a page of the rail, wherever one is."""

DETAIL = "detail"
SCANNING = "scanning"
FORMS = "forms"
ANSWER = "answer"
DELETIONS = "deletions"
REPLACE = "replace"
NEEDED: Mapping[str, tuple[Act, ...]] = {
    RECEPTION: (Act.RECEIVE,),
    PARKED: (Act.RECEIVE,),
    PILES: (Act.HAND_OVER, Act.TAKE_RESULT_IN),
    CERTIFY: (Act.RECEIVE,),
    SHIFT: (Act.TAKE_PAYMENT,),
    DAY: (Act.PRINT,),
    LATE: (Act.APOLOGISE,),
    LOG: (Act.SEE_LOGS,),
    REPORTS: (Act.SEE_REPORTS,),
    OVERVIEW: (Act.SEE_REPORTS,),
    BOOKS: (Act.SEE_DOSSIERS,),
    DETAIL: (Act.SEE_DOSSIERS,),
    SCANNING: (Act.SEE_DOSSIERS,),
    FORMS: (Act.IMPORT_CATALOGUE,),
    ANSWER: (Act.SEE_DOSSIERS,),
    DELETIONS: (Act.CONFIRM_BREACH,),
}
"""Page → the acts of which one must be allowed; others are open to everybody who logged in."""


class Places:
    """Knows which pages are open to the officer of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def is_open(self, key: str) -> bool:
        """Tell whether the officer may go to a page."""
        place, session = self._desk.workplace, self._desk.session
        if key == REPLACE:  # by role, as the act itself: no act of the table means it
            return may_replace(session)
        needed = NEEDED.get(key, ())
        return not needed or any(may(place, session, act) for act in needed)

    def closed(self) -> frozenset[str]:
        """Return the pages that aren't offered."""
        return frozenset(key for key in NEEDED if not self.is_open(key))

    def is_out_of_service(self) -> bool:
        """Tell whether another machine takes this one's place."""
        return is_replaced(self._desk.workplace)

    def first(self) -> str:
        """Return where work begins; on a machine that was replaced, what is left to do there."""
        if self.is_open(REPLACE) and self.is_out_of_service():
            return REPLACE
        return next(key for key in (RECEPTION, LOG, DOSSIERS) if self.is_open(key))

    def refusal(self) -> Notice:
        """Return what is said to who asks for a closed page."""
        return of_error(NotPermittedError(officer=self._desk.session.officer.name))
