"""A dossier's moves from what was recorded: for its page, its control slip and the report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.steps import HandedOver
from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.journal.outcome import State
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.workflow import Move, Progress, Went, progress
from counter_app.services.counter.reference import Reference
from counter_app.store.reports.office.open_dossiers import OpenDossier
from counter_app.store.subjects.dossiers import Told

WENT: dict[Kind, Went] = {
    Kind.RECEIVED: Went.CENTRE,
    Kind.HANDED_OVER: Went.UNIT,
    Kind.WORK_STARTED: Went.UNIT,
    Kind.SUPPLEMENT_REQUESTED: Went.PAUSED,
    Kind.SUPPLEMENT_RECEIVED: Went.RESUMED,
    Kind.PAYMENT_DEMANDED: Went.PAUSED,
    Kind.PAID: Went.RESUMED,
    Kind.FINISHED: Went.DONE,
    Kind.RESULT_TAKEN_IN: Went.DONE,
    Kind.RETURNED: Went.ENDED,
    Kind.REFUSED: Went.ENDED,
    Kind.WITHDRAWN: Went.ENDED,
    Kind.STOPPED: Went.ENDED,
    Kind.REOPENED: Went.CENTRE,
}
"""Where an act took a dossier; other acts leave it where it is."""


def moves_of(told: Iterable[tuple[Kind, datetime, Body | None]]) -> tuple[Move, ...]:
    """Return the moves that acts tell, by their time; the reception first."""
    moves = [move for kind, at, body in told if (move := _move(kind, at, body)) is not None]
    return settled(sorted(moves, key=lambda each: each.at))


def moves_of_open(each: OpenDossier) -> tuple[Move, ...]:
    """Return the moves of an open dossier as its facts tell them; the unit is that of now."""
    moves = [Move(Went.CENTRE, each.received_at)]
    for fact, at in each.acts:
        went = WENT[fact.kind]
        if fact.kind is Kind.HANDED_OVER and "back" in fact.flags:
            went = Went.CENTRE
        moves.append(Move(went, max(at, each.received_at)))
    last = max((at for at, move in enumerate(moves) if move.went is Went.UNIT), default=None)
    if last is not None:
        moves[last] = Move(Went.UNIT, moves[last].at, each.unit)
    return settled(moves)


def settled(moves: Iterable[Move]) -> tuple[Move, ...]:
    """Return moves without those that change nothing: a payment while nothing was waited for."""
    kept: list[Move] = []
    paused = False
    for move in moves:
        if move.went is Went.RESUMED and not paused:
            continue
        if move.went is Went.PAUSED:
            paused = True
        elif move.went in (Went.RESUMED, Went.DONE, Went.ENDED):
            paused = False
        kept.append(move)
    return tuple(kept)


def progress_of(
    reference: Reference,
    procedure: Procedure | None,
    dossier: Dossier,
    told: Iterable[Told],
    now: datetime,
) -> Progress | None:
    """Return how a dossier stands to its plan; None where its procedure has no steps."""
    if procedure is None or not procedure.steps or dossier.awaits_reception:
        return None
    time = working_time(reference.calendar, reference.policy.hours)
    acts = [
        (each.entry.kind, _at(dossier, each), each.body)
        for each in told
        if each.outcome.state is not State.SUPERSEDED and not each.outcome.state.needs_officer
    ]
    moves = moves_of(acts)
    begun = next((at for at, each in enumerate(moves) if each.went is Went.CENTRE), None)
    if begun is None:
        return None
    return progress(procedure.steps, moves[begun:], time, now)


def _at(dossier: Dossier, told: Told) -> datetime:
    """Return when an act happened; a reception when the paper says."""
    received = dossier.received.received_at
    return received if told.entry.kind is Kind.RECEIVED else told.entry.occurred_at


def _move(kind: Kind, at: datetime, body: Body | None) -> Move | None:
    went = WENT.get(kind)
    if went is None:
        return None
    if isinstance(body, HandedOver):
        return Move(Went.CENTRE if body.back else Went.UNIT, at, body.unit)
    return Move(went, at)
