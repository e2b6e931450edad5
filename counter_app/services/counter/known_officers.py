"""Who is offered at log-in: those who logged in here, then the other officers of the centre."""

from __future__ import annotations

from counter_app.domain.officers.known import KnownOfficer, offline_end
from counter_app.services.counter.unlocking import allowed_days
from counter_app.services.counter.workplace import Workplace


def known_officers(workplace: Workplace) -> tuple[KnownOfficer, ...]:
    """Return the active officers, the one who logged in last first; strangers by name.

    The list that ships with the program only stands in for one from the province: it names
    nobody here.
    """
    with workplace.store.reading() as tx:
        logins = tx.logins.all()
        days = {login.officer: allowed_days(tx, login.officer) for login in logins}
        is_sent = tx.catalogues.active("officers") is not None
    listed = workplace.reference.officers.officers if is_sent else ()
    by_id = {officer.id: officer for officer in listed}
    here = []
    for login in sorted(logins, key=lambda each: str(each.last_online_at or ""), reverse=True):
        officer = by_id.pop(login.officer, None)
        if officer is not None and not officer.active:
            continue
        end = offline_end(login.last_online_at, days[login.officer])
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
