"""Who is offered at log-in: those who logged in here, then the other officers of the centre."""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.officers.known import KnownOfficer
from counter_app.services.counter.workplace import Workplace
from counter_app.services.signing_in.resets import reset_of
from counter_app.services.signing_in.unlocking import let_in_until
from counter_app.store.transaction import Transaction


def known_officers(workplace: Workplace) -> tuple[KnownOfficer, ...]:
    """Return the active officers, the one who logged in last first; strangers by name.

    The list that ships with the program only stands in for one from the province: it names
    nobody here.
    """
    with workplace.store.reading() as tx:
        logins = tx.logins.all()
        ends = {login.officer: _end(tx, login.officer) for login in logins}
        is_sent = tx.catalogues.active("officers") is not None
    listed = workplace.reference.officers.officers if is_sent else ()
    by_id = {officer.id: officer for officer in listed}
    here = []
    for login in sorted(logins, key=lambda each: str(each.last_online_at or ""), reverse=True):
        officer = by_id.pop(login.officer, None)
        if officer is not None and not officer.active:
            continue
        end = ends[login.officer]
        here.append(
            KnownOfficer(
                login.officer,
                officer.name if officer else login.name,
                officer.title if officer else "",
                end.date() if end else None,
            )
        )
    others = sorted(
        (KnownOfficer(each.id, each.name, each.title) for each in by_id.values() if each.active),
        key=lambda each: each.name,
    )
    return (*here, *others)


def _end(tx: Transaction, officer: str) -> datetime | None:
    """Return until when the officer may come in without a line, by a password or a waiting code."""
    reset = reset_of(tx, officer)
    if reset is not None and reset.code:
        ends = (let_in_until(tx, officer), reset.code_until)
        return max((each for each in ends if each is not None), default=None)
    return let_in_until(tx, officer)
