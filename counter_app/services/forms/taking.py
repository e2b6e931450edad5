"""An office's own form set comes into use, or goes: the files and the journal say the same.

The files lie beside the store, so one transaction can't hold both. They are written inside the
transaction of the act, and the store keeps which files it has told of: at each opening whatever is
otherwise is told then. So an act that a power cut fell into is in the journal all the same, and so
is a file that somebody put there by hand.
"""

from __future__ import annotations

from pathlib import Path

from counter_app.domain.acts.audit import FormSetLeft, FormSetTaken, FormSetWay
from counter_app.domain.acts.kinds import KINDS
from counter_app.domain.form_sets import FormSet
from counter_app.domain.journal.entry import Author
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.opening import NOBODY
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.forms.own import OwnForms, keep_own, leave_own
from counter_app.store.transaction import Transaction

RECORDED = "forms/recorded"
"""Under which name the store keeps id and sha256 of each own set that the journal tells of."""


def take_own(
    workplace: Workplace,
    folder: Path,
    form_set: FormSet,
    plain: dict[str, object],
    doer: Session | str,
) -> None:
    """Make `plain`, which was read as `form_set` and passed the check, the office's set of its id.

    `doer` is who is logged in, or in words who sits at the command line. Raises FormSetNotKeptError
    and what the store raises; then the old set stands.
    """
    with workplace.store.writing() as tx:
        moment = _moment(workplace, tx, doer)
        who = doer.officer.name if isinstance(doer, Session) else doer
        sha256 = keep_own(folder, plain, who, moment.at)
        body = FormSetTaken(form_set.id, sha256, form_set.effective_from, _way(doer), _by(doer))
        _append(workplace, tx, body, moment, doer)
        _keep(tx, {**_recorded(tx), form_set.id: sha256})


def go_from_own(workplace: Workplace, folder: Path, identifier: str, doer: Session | str) -> bool:
    """Leave the office's own set of this id; False when it has none. As `take_own`."""
    with workplace.store.writing() as tx:
        moment = _moment(workplace, tx, doer)
        known = _recorded(tx)
        sha256 = leave_own(folder, identifier)
        if not sha256:
            return False
        body = FormSetLeft(identifier, sha256, _way(doer), _by(doer))
        _append(workplace, tx, body, moment, doer)
        _keep(tx, {name: digest for name, digest in known.items() if name != identifier})
    return True


def record_found(workplace: Workplace, own: OwnForms) -> int:
    """Record what the journal doesn't tell yet of the own sets in use; return how many acts."""
    taken = dict(own.taken)
    found = {each.id: taken[each.id].sha256 for each in own.sets}
    with workplace.store.reading() as tx:
        if _recorded(tx) == found:
            return 0  # mostly: a morning waits for no write
    bodies: list[FormSetTaken | FormSetLeft] = []
    with workplace.store.writing() as tx:
        known = _recorded(tx)
        for name in sorted(known.keys() - found.keys()):
            way = FormSetWay.UNUSABLE if name in own.unusable else FormSetWay.FOUND
            bodies.append(FormSetLeft(name, known[name], way))
        for each in own.sets:
            if known.get(each.id) != found[each.id]:
                day, who = each.effective_from, taken[each.id].who
                bodies.append(FormSetTaken(each.id, found[each.id], day, FormSetWay.FOUND, who))
        # As for all that is settled at an opening, a wrong date of the machine isn't asked.
        for body in bodies:
            _append(workplace, tx, body, workplace.clock.now(), "")
        _keep(tx, found)
    return len(bodies)


def _moment(workplace: Workplace, tx: Transaction, doer: Session | str) -> Moment:
    return workplace.moment(tx) if isinstance(doer, Session) else workplace.clock.now()


def _way(doer: Session | str) -> FormSetWay:
    return FormSetWay.PAGE if isinstance(doer, Session) else FormSetWay.COMMAND


def _by(doer: Session | str) -> str:
    return "" if isinstance(doer, Session) else doer


def _append(
    workplace: Workplace,
    tx: Transaction,
    body: FormSetTaken | FormSetLeft,
    moment: Moment,
    doer: Session | str,
) -> None:
    if isinstance(doer, Session):
        author = workplace.author(doer)
    else:
        author = Author(NOBODY, "none", workplace.enrolment.counter)
    tx.journal.append(
        KINDS[type(body)],
        body,
        uid=workplace.new_id(),
        author=author,
        occurred_at=moment.at,
        clock_quality=moment.quality,
    )


def _recorded(tx: Transaction) -> dict[str, str]:
    kept = tx.setup.get(RECORDED)
    return {name: str(digest) for name, digest in kept.items()} if isinstance(kept, dict) else {}


def _keep(tx: Transaction, known: dict[str, str]) -> None:
    tx.setup.put(RECORDED, dict(known) or None)
