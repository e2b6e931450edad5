"""A returning citizen: what they were here for, and what needn't be typed again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.dossiers.status import Status
from counter_app.domain.people.person import Address, Person
from counter_app.services.counter.workplace import Workplace
from counter_app.store.subjects.dossiers import PersonHistory
from counter_app.store.transaction import Transaction

SHOWN = 10
CITIZENS = 8


@dataclass(frozen=True, slots=True)
class KnownCitizen:
    """An applicant of earlier dossiers.

    `person` is as in the newest one; phone, e-mail and address are the newest that were given, an
    address whose commune was chosen before any other. `dossiers` counts all, `last` are the newest,
    `open` all that aren't closed, `procedures` the codes asked for, newest first. `supplements`:
    the open ones that wait for this citizen's supplement, each uid with the time since when.
    """

    person: Person
    dossiers: int
    last: tuple[DossierLine, ...]
    open: tuple[DossierLine, ...]
    procedures: tuple[str, ...]
    supplements: tuple[tuple[str, datetime], ...] = ()

    def waits_since(self, uid: str) -> datetime | None:
        """Return since when the dossier `uid` waits for a supplement; None when it doesn't."""
        return dict(self.supplements).get(uid)


def recognise(workplace: Workplace, identity_number: str) -> KnownCitizen | None:
    """Return what is known here of the citizen with this number; None for a new one.

    The number is as `Identity.number` keeps it, of whatever kind.
    """
    with workplace.store.reading() as tx:
        return _recognised(tx, identity_number)


def citizens(workplace: Workplace, typed: str, limit: int = CITIZENS) -> tuple[KnownCitizen, ...]:
    """Return the citizens whose name, phone or number is `typed`, who came last first.

    Words in any order and without accents, the last as a beginning.
    """
    found = []
    with workplace.store.reading() as tx:
        for uid in tx.search.citizens(typed, limit):
            dossier = tx.dossiers.get(uid)
            if dossier is None:
                continue
            applicant = dossier.received.applicant
            known = _recognised(tx, applicant.identity.number)
            if known is None:  # without a number, as a newborn: only this dossier is theirs
                line = tx.lists.line(uid)
                lines = (line,) if line else ()
                opened = () if dossier.status.is_closed else lines
                known = KnownCitizen(
                    applicant,
                    1,
                    lines,
                    opened,
                    (dossier.received.procedure.code,),
                    _supplements(tx, opened),
                )
            found.append(known)
    return tuple(found)


def _recognised(tx: Transaction, number: str) -> KnownCitizen | None:
    history = tx.dossiers.history_of_person(number, SHOWN)
    if not history.count:
        return None
    opened = tx.dossiers.open_of_person(number)
    codes = dict.fromkeys(line.procedure for line in history.lines)
    return KnownCitizen(
        _person(history),
        history.count,
        history.lines,
        opened,
        tuple(codes),
        _supplements(tx, opened),
    )


def _supplements(
    tx: Transaction, opened: Iterable[DossierLine]
) -> tuple[tuple[str, datetime], ...]:
    waiting = (line.uid for line in opened if line.status is Status.WAITING_SUPPLEMENT)
    found = (tx.dossiers.get(uid) for uid in waiting)
    return tuple((each.uid, each.paused_at) for each in found if each and each.paused_at)


def _person(history: PersonHistory) -> Person:
    applicants = history.applicants
    return dataclasses.replace(
        applicants[0],
        phone=_first(each.phone for each in applicants),
        email=_first(each.email for each in applicants),
        address=_address([each.address for each in applicants]),
    )


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def _address(addresses: list[Address]) -> Address:
    chosen = (each for each in addresses if each.unit_code)
    given = (each for each in addresses if each.original)
    return next(chosen, None) or next(given, None) or addresses[0]
