"""Nhật ký: who did, saw, printed and changed what, when, at which counter, sent or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from counter_app.domain.acts.audit import Viewed
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import Corrected
from counter_app.domain.dossiers.code import find_code
from counter_app.domain.journal.entry import Origin
from counter_app.domain.journal.outcome import State
from counter_app.domain.officers.roles import Act
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.counter.opening import NOBODY
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import may, require
from counter_app.store.transaction import Transaction
from counter_app.store.views.day_acts import ActRow
from counter_app.wording.log import ChangedValue, changed_values, masked_text
from counter_app.wording.timeline import act_words

PAGE = 50


class Group(Enum):
    """What sort of act it is: the filter of the log."""

    DONE = "done"
    SEEN = "seen"
    PRINTED = "printed"
    CHANGED = "changed"
    MONEY = "money"
    LOGIN = "login"


_OTHERS: Mapping[Kind, Group] = {
    Kind.VIEWED: Group.SEEN,
    Kind.EXPORTED: Group.SEEN,
    Kind.PRINTED: Group.PRINTED,
    Kind.CORRECTED: Group.CHANGED,
    Kind.REOPENED: Group.CHANGED,
    Kind.SCAN_REMOVED: Group.CHANGED,
    Kind.NUMBER_VOID: Group.CHANGED,
    Kind.RESTORED: Group.CHANGED,
    Kind.FORM_SET_TAKEN: Group.CHANGED,
    Kind.FORM_SET_LEFT: Group.CHANGED,
    Kind.PURGED: Group.CHANGED,
    Kind.DROPPED: Group.CHANGED,
    Kind.FLAGS_REVIEWED: Group.CHANGED,
    Kind.DATE_CONFIRMED: Group.CHANGED,
    Kind.DELETIONS_DECIDED: Group.CHANGED,
    Kind.DAY_CLOSED: Group.CHANGED,
    Kind.OBSTACLE_NOTED: Group.CHANGED,
    Kind.BOOK_CLOSED: Group.CHANGED,
    Kind.APPOINTMENT_MADE: Group.CHANGED,
    Kind.PASSWORD_RESET: Group.CHANGED,
    Kind.PAID: Group.MONEY,
    Kind.PAYMENT_DEMANDED: Group.MONEY,
    Kind.PAYMENT_CANCELLED: Group.MONEY,
    Kind.RECEIPT_LINKED: Group.MONEY,
    Kind.SHIFT_CLOSED: Group.MONEY,
    Kind.LOGGED_IN: Group.LOGIN,
    Kind.LOGGED_OUT: Group.LOGIN,
}
GROUPS: Mapping[Kind, Group] = {kind: _OTHERS.get(kind, Group.DONE) for kind in Kind}
"""Every kind in one group."""

_ABOUT_FORMS = frozenset(
    {Kind.FORM_SET_TAKEN, Kind.FORM_SET_LEFT, Kind.PURGED, Kind.DELETIONS_DECIDED}
)


@dataclass(frozen=True, slots=True)
class LogQuestion:
    """What is looked for: both days included; None, "" and "" for any. `code` may be a piece."""

    first: date
    last: date
    group: Group | None = None
    officer: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One act in words. Identity numbers are masked; `erased`: its body was purged.

    `code` is the dossier's, or the one that was looked at; `dossier` its uid, "" when it isn't
    here. `n` and `hash` are the entry's place in its `chain`.
    """

    position: int
    at: datetime
    officer: str
    counter: str
    kind: Kind
    group: Group
    title: str
    detail: str
    code: str
    dossier: str
    applicant: str
    state: State
    changes: tuple[ChangedValue, ...]
    chain: str
    n: int
    hash: str
    from_server: bool = False
    erased: bool = False


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page, newest first; `before` asks for the next one, None at the end."""

    lines: tuple[LogLine, ...]
    before: int | None = None


def log(
    workplace: Workplace,
    session: Session,
    question: LogQuestion,
    before: int | None = None,
    limit: int = PAGE,
) -> LogPage:
    """Return a page of the log. Raises NotPermittedError to who may not see it.

    Who may not see dossiers (quản trị) gets what was done, without names and details; of acts that
    are about no citizen, all.
    """
    require(workplace, session, Act.SEE_LOGS)
    bodies = may(workplace, session, Act.SEE_DOSSIERS)
    kinds = [kind for kind in Kind if GROUPS[kind] is question.group]
    with workplace.store.reading() as tx:
        rows = tx.day_acts.latest(
            question.first,
            question.last,
            kinds,
            officer=question.officer,
            about=clean(question.code).upper(),
            before=before,
            limit=limit + 1,
        )
        name_of = names(workplace, tx)
        lines = tuple(
            log_line(row, name_of, _looked_at(tx, row), bodies=bodies) for row in rows[:limit]
        )
    return LogPage(lines, lines[-1].position if len(rows) > limit else None)


def _looked_at(tx: Transaction, row: ActRow) -> str:
    """Return the uid of the dossier that a look at it names."""
    code = find_code(row.body.what) if isinstance(row.body, Viewed) else None
    found = tx.dossiers.by_code(code.text) if code else None
    return found.uid if found else ""


def log_line(
    row: ActRow, name_of: Callable[[str], str], dossier: str = "", *, bodies: bool = True
) -> LogLine:
    """Return an act as the log tells it; without `bodies` only that it was done."""
    entry, body = row.entry, row.body
    bodies = bodies or entry.kind in _ABOUT_FORMS
    words = act_words(entry.kind, body if bodies else None, entry.counter)
    changes: tuple[ChangedValue, ...] = ()
    if bodies and isinstance(body, Corrected):
        changes = tuple(value for change in body.changes for value in changed_values(change))
    code, detail = row.code, words.detail
    if isinstance(body, Viewed) and not code and (seen := find_code(body.what)):
        code = seen.text
        detail = body.what.replace(code, "").strip(" ·,:")
    return LogLine(
        position=row.position,
        at=entry.occurred_at,
        officer=name_of(entry.officer),
        counter=entry.counter,
        kind=entry.kind,
        group=GROUPS[entry.kind],
        title=words.title,
        detail=masked_text(detail),
        code=code,
        dossier=row.dossier or dossier,
        applicant=row.applicant if bodies else "",
        state=row.state,
        changes=changes,
        chain=entry.chain,
        n=entry.n,
        hash=entry.hash,
        from_server=entry.origin is Origin.SERVER,
        erased=body is None,
    )


def names(workplace: Workplace, tx: Transaction) -> Callable[[str], str]:
    """Return what tells the name behind an officer's id; nobody is the province's system.

    What the program recorded by itself, the counter did.
    """
    known = {NOBODY: tr("Máy quầy")}
    known.update((login.officer, login.name) for login in tx.logins.all())
    known.update(officers(workplace))

    def name_of(officer: str) -> str:
        return known.get(officer, officer) if officer else tr("Hệ thống của tỉnh")

    return name_of


def officers(workplace: Workplace) -> tuple[tuple[str, str], ...]:
    """Return ids and names of who may be asked for, by name."""
    found = {each.id: each.name for each in workplace.reference.officers.officers}
    return tuple(sorted(found.items(), key=lambda pair: pair[1]))
