"""Give provisional dossiers their official codes as soon as numbers are there (SYNC §3)."""

from __future__ import annotations

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Numbered
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.code import official_code
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.services.counter.workplace import Session, Workplace


def number_provisional(workplace: Workplace, session: Session) -> tuple[Dossier, ...]:
    """Number this counter's provisional dossiers, oldest first, and return those that got a code.

    Each is its own transaction; it ends quietly when the day's numbers are used up. The official
    receipt is then printed, and both codes stay linked for ever.
    """
    with workplace.store.reading() as tx:
        waiting = tx.dossiers.without_official_code()
    own = [row for row in waiting if row.counter == workplace.enrolment.counter]
    numbered = []
    for row in sorted(own, key=lambda row: row.key):
        dossier = _number(workplace, session, row.uid)
        if dossier is None:
            break
        numbered.append(dossier)
    return tuple(numbered)


def _number(workplace: Workplace, session: Session, uid: str) -> Dossier | None:
    place = workplace.enrolment
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        dossier = tx.dossiers.get(uid)
        if dossier is None or dossier.code:
            return None
        day = vietnam_time(moment.at).date()
        taken = tx.numbers.take(place.centre, day, book=place.counter, year=day.year)
        if taken is None:
            return None
        code = official_code(taken.block.agency, day, taken.number, taken.block.width)
        tx.journal.append(
            Kind.NUMBERED,
            Numbered(code, taken.block.id, place.counter, day.year, taken.serial),
            uid=workplace.new_id(),
            dossier=uid,
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
        return tx.dossiers.get(uid)
