"""`fold(entries, outcomes)`: the dossier is a reading of the journal, and nothing else.

Accepted entries come first, in the server's order; then this counter's unanswered ones, in the
order of their chain. Refused and superseded entries are skipped; what stood behind a refused one
waits for the officer, whose correction then stands in its place. One exception: a refused
*reception* is still shown, with attention, because the citizen holds its paper.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from counter_app.domain.acts.intake import Submitted
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Received
from counter_app.domain.dossiers.changes import CHANGES, running
from counter_app.domain.dossiers.dossier import Dossier, Step
from counter_app.domain.dossiers.status import Status
from counter_app.domain.journal.entry import Entry, Origin, Recorded
from counter_app.domain.journal.outcome import WAITING, Outcome, State


def fold(entries: Iterable[Recorded], outcomes: Mapping[str, Outcome]) -> Dossier | None:
    """Return the dossier that its `entries` tell of; None without reception and submission."""
    applied, held, attention = in_order(entries, outcomes)
    dossier: Dossier | None = None
    for recorded in applied:
        outcome = outcomes.get(recorded.entry.uid, WAITING)
        dossier = apply(dossier, recorded, outcome)
    if dossier is None:
        return None
    return dataclasses.replace(dossier, held=held, attention=attention)


def in_order(
    entries: Iterable[Recorded], outcomes: Mapping[str, Outcome]
) -> tuple[tuple[Recorded, ...], tuple[str, ...], tuple[str, ...]]:
    """Return (entries to apply in order, uids held back, uids that need an officer)."""
    accepted: list[tuple[int, Recorded]] = []
    open_: list[Recorded] = []
    blocked: set[str] = set()
    attention: list[str] = []
    places: dict[str, tuple[str, int]] = {}
    behind: dict[str, str] = {}
    for recorded in entries:
        entry = recorded.entry
        outcome = outcomes.get(entry.uid, WAITING)
        places[entry.uid] = (entry.chain, entry.n)
        if entry.supersedes is not None:
            # It stands where the one stood that it supersedes, and so does what was behind that.
            behind[entry.supersedes] = entry.uid
            places[entry.uid] = places.get(entry.supersedes, places[entry.uid])
        if outcome.state is State.ACCEPTED:
            accepted.append((outcome.server_version, recorded))
        elif outcome.state is State.SUPERSEDED:
            continue
        elif outcome.state.needs_officer:
            attention.append(recorded.entry.uid)
            if recorded.entry.kind is Kind.RECEIVED:
                open_.append(recorded)
            else:
                blocked.add(recorded.entry.uid)
        else:
            open_.append(recorded)
    accepted.sort(key=lambda pair: pair[0])
    applied = [recorded for _, recorded in accepted]
    held: list[str] = []
    for recorded in sorted(open_, key=lambda each: places[each.entry.uid]):
        if _standing(recorded.entry.after, behind) in blocked:
            blocked.add(recorded.entry.uid)
            held.append(recorded.entry.uid)
        else:
            applied.append(recorded)
    return tuple(applied), tuple(held), tuple(attention)


def _standing(uid: str | None, behind: Mapping[str, str]) -> str | None:
    """Return what stands in the place of `uid`: itself, or the last of its corrections."""
    while uid is not None and uid in behind:
        uid = behind[uid]
    return uid


def apply(dossier: Dossier | None, recorded: Recorded, outcome: Outcome) -> Dossier | None:
    """Return the dossier after one more entry. Nothing happens to one that isn't born yet."""
    entry, body = recorded.entry, recorded.body
    if body is None:
        return dossier
    if isinstance(body, Submitted):
        dossier = dossier or _submitted(entry, body)
    elif isinstance(body, Received):
        dossier = _received(dossier, entry, body)
    elif dossier is None:
        return None
    else:
        change = CHANGES.get(entry.kind)
        if change is not None:
            dossier = change(dossier, entry, body)
    breaches: tuple[Any, ...] = getattr(body, "breaches", ())
    return dataclasses.replace(
        dossier,
        version=max(dossier.version, outcome.server_version),
        last_uid=entry.uid,
        breaches=(*dossier.breaches, *breaches),
        flags=(*dossier.flags, *(flag for flag in outcome.flags if flag not in dossier.flags)),
        steps=(*dossier.steps, _step(entry, body, outcome)),
    )


def _submitted(entry: Entry, body: Submitted) -> Dossier:
    wished = body.wished
    if not wished.portal_code:
        wished = dataclasses.replace(wished, portal_code=wished.code)
    return Dossier(
        uid=entry.dossier or entry.uid,
        code="",
        provisional_code="",
        status=Status.NEW,
        received=wished,
        promise=wished.promise,
        awaits_reception=True,
        submitted_at=body.submitted_at,
        submitted_files=body.files,
    )


def _received(dossier: Dossier | None, entry: Entry, body: Received) -> Dossier:
    if dossier is None:
        return Dossier(
            uid=entry.dossier or entry.uid,
            code="" if body.provisional else body.code,
            provisional_code=body.code if body.provisional else "",
            status=Status.RECEIVED,
            received=body,
            promise=body.promise,
        )
    if not dossier.awaits_reception or dossier.status.is_closed:
        # Seen twice (own and feed), or another counter was quicker: there is one reception.
        return dossier
    if not body.portal_code:
        body = dataclasses.replace(body, portal_code=dossier.portal_code)
    return dataclasses.replace(
        running(dossier),
        code="" if body.provisional else body.code,
        provisional_code=body.code if body.provisional else "",
        status=Status.RECEIVED,
        received=body,
        promise=body.promise,
        awaits_reception=False,
    )


def _step(entry: Entry, body: object, outcome: Outcome) -> Step:
    text = getattr(body, "reason", "") or getattr(body, "unit", "") or getattr(body, "text", "")
    return Step(
        uid=entry.uid,
        kind=entry.kind,
        at=entry.occurred_at,
        officer=entry.officer,
        counter=entry.counter,
        sent=outcome.state is State.ACCEPTED,
        from_server=entry.origin is Origin.SERVER,
        text=text,
    )
