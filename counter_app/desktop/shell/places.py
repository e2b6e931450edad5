"""Where an officer may go: a page is open to who may do one of its acts, and to nobody else.

A page that is named neither in `NEEDED` nor in `FOR_ALL` is open to nobody.

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
    HELP,
    LATE,
    LOG,
    OVERVIEW,
    PARKED,
    PILES,
    QUEUES,
    RECEPTION,
    REMINDERS,
    REPORTS,
    SETTINGS,
    SHIFT,
    UNSENT,
)
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.roles import Act
from counter_app.services.leaving.replacing import is_replaced
from counter_app.services.officers.permits import may

CHECKS = "checks"
SUPPORT = "support"
UPDATES = "updates"
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
    Command.CHECKS: CHECKS,
}
"""Keys that lead to a page, wherever one is."""

DETAIL = "detail"
SCANNING = "scanning"
FORMS = "forms"
ANSWER = "answer"
DELETIONS = "deletions"
REPLACE = "replace"
PREVIEW = "preview"
PRINTING = "printing"
SCANNER = "scanner"
UNCONFIRMED = "unconfirmed"
NEEDED: Mapping[str, tuple[Act, ...]] = {
    **dict.fromkeys(QUEUES, (Act.SEE_LISTS,)),
    REMINDERS: (Act.SEE_LISTS,),
    UNCONFIRMED: (Act.PRINT,),
    RECEPTION: (Act.RECEIVE,),
    PARKED: (Act.RECEIVE,),
    PILES: (Act.HAND_OVER, Act.TAKE_RESULT_IN),
    CERTIFY: (Act.RECEIVE,),
    SHIFT: (Act.TAKE_PAYMENT,),
    DAY: (Act.CLOSE_DAY,),
    LATE: (Act.APOLOGISE,),
    LOG: (Act.SEE_LOGS,),
    REPORTS: (Act.SEE_REPORTS,),
    OVERVIEW: (Act.SEE_REPORTS,),
    BOOKS: (Act.SEE_DOSSIERS,),
    DETAIL: (Act.SEE_DOSSIERS,),
    SCANNING: (Act.SEE_DOSSIERS,),
    FORMS: (Act.IMPORT_CATALOGUE,),
    ANSWER: (Act.SEE_DOSSIERS,),
    DELETIONS: (Act.DECIDE_DELETIONS,),
    REPLACE: (Act.REPLACE,),
    PRINTING: (Act.PRINT, Act.MANAGE_PRINTERS),
    SCANNER: (Act.PRINT, Act.RECEIVE, Act.HAND_OVER, Act.MANAGE_DEVICES),
}
"""Page → the acts of which one must be allowed.

Who works with a printer or a scanner may choose another one: one that breaks in the absence of
whoever manages them must not stop a counter.
"""

BY_NAME: Mapping[str, str] = {
    REPLACE: "Thay máy",
}
"""Pages without a key of their own, and not among the settings → their words in the quick line."""

FOR_ALL = frozenset({UNSENT, SETTINGS, HELP, PREVIEW, CHECKS, SUPPORT, UPDATES})
"""Open to everybody who logged in: how the machine stands, and what keeps it working."""


class Places:
    """Knows which pages are open to the officer of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def is_open(self, key: str) -> bool:
        """Tell whether the officer may go to a page."""
        place, session = self._desk.workplace, self._desk.session
        return key in FOR_ALL or any(may(place, session, act) for act in NEEDED.get(key, ()))

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
        return next((key for key in (RECEPTION, LOG, DOSSIERS) if self.is_open(key)), SETTINGS)

    def refusal(self) -> Notice:
        """Return what is said to who asks for a closed page."""
        return of_error(NotPermittedError(officer=self._desk.session.officer.name))
