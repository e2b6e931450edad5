"""What a supervisor says of dossiers that the server took away, too many at once (SYNC §2).

The window and `counter-app deletions` ask and decide here. Nothing is erased either way: a hidden
dossier only leaves the lists, its entries stay. Who decided is an entry of the journal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.audit import DeletionsDecided
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.status import Status
from counter_app.domain.officers.roles import Act
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import may, require_kind
from counter_app.store.feed.tombstones import HIDDEN, KEPT, Held
from counter_app.store.transaction import Transaction

LISTED = 500
"""The largest number of dossiers that is listed; the decision is about all of them."""

_CODES = 200  # of one entry, so that its body stays far below what the wire takes


@dataclass(frozen=True, slots=True)
class HeldDossier:
    """One dossier that is held back, as far as whoever asks may see it.

    `applicant` "" for who may not see names. `taken_at`: when this machine heard of it; `reason`:
    who took it away and why, as the server tells it. `busy`: an own act on it isn't answered yet,
    so that it stays until that is.
    """

    uid: str
    code: str
    applicant: str
    procedure: str
    status: Status
    result_is_here: bool
    received_at: datetime
    taken_at: datetime
    reason: str
    busy: bool


@dataclass(frozen=True, slots=True)
class HeldBack:
    """What waits for a decision: `count` dossiers, of which the newest are listed."""

    count: int
    dossiers: tuple[HeldDossier, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """What the server tells of who took them away, each sentence once."""
        return tuple(dict.fromkeys(each.reason for each in self.dossiers if each.reason))


@dataclass(frozen=True, slots=True)
class Decided:
    """How many dossiers left the lists, or stay in them; `left`: how many must still wait."""

    count: int
    hidden: bool
    left: int = 0


def held_deletions(workplace: Workplace, session: Session | None = None) -> HeldBack:
    """Return what is held back. Without a session nobody's name is told."""
    names = session is not None and may(workplace, session, Act.SEE_DOSSIERS)
    with workplace.store.reading() as tx:
        found = tx.tombstones.held_lines(LISTED)
        return HeldBack(
            len(tx.tombstones.held()), tuple(_shown(each, names=names) for each in found)
        )


def decide_deletions(
    workplace: Workplace, session: Session, *, hide: bool, seen: int | None = None
) -> Decided:
    """Hide what is held back, or keep it for good. Raises NotPermittedError.

    Only a supervisor's word counts. One of which something was done meanwhile stays until that is
    answered. `seen`: how many the supervisor saw; when there are more by now nothing is decided,
    and `Decided.count` is 0.
    """
    require_kind(workplace, session, Kind.DELETIONS_DECIDED)
    with workplace.store.writing() as tx:
        held, free = tx.tombstones.held(), set(tx.tombstones.waiting())
        chosen = tuple(each for each in held if each in free or not hide)
        if not chosen or (seen is not None and len(held) > seen):
            return Decided(0, hide, len(held))
        moment = workplace.moment(tx)
        for codes in _pieces(_codes(tx, chosen)):
            tx.journal.append(
                Kind.DELETIONS_DECIDED,
                DeletionsDecided(hide, codes),
                uid=workplace.new_id(),
                author=workplace.author(session),
                occurred_at=moment.at,
                clock_quality=moment.quality,
            )
        state = HIDDEN if hide else KEPT
        tx.tombstones.decide(chosen, state, moment.at, session.officer.id)
    return Decided(len(chosen), hide, len(held) - len(chosen))


def _shown(held: Held, *, names: bool) -> HeldDossier:
    line = held.line
    return HeldDossier(
        uid=line.uid,
        code=line.code,
        applicant=line.applicant if names else "",
        procedure=line.procedure_name,
        status=line.status,
        result_is_here=line.result_is_here,
        received_at=line.received_at,
        taken_at=held.at,
        reason=held.reason,
        busy=held.busy,
    )


def _codes(tx: Transaction, uids: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of dossiers, the uid of one that isn't known here by a code."""
    known = (tx.dossiers.get(uid) for uid in uids)
    return tuple(
        (each.shown_code if each is not None else "") or uid
        for uid, each in zip(uids, known, strict=True)
    )


def _pieces(codes: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at in range(0, len(codes), _CODES):
        yield codes[at : at + _CODES]
