"""Rules broken on purpose, one at a time: the machine must see each of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import Change
from counter_app.domain.dossiers import changes, correction, dossier, fold, steps, way_back
from counter_app.domain.dossiers.changes import CHANGES
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.services.steps import resuming

Plant = Callable[[pytest.MonkeyPatch], None]
BUGS: dict[str, Plant] = {}
_AT_WORK = {
    Status.RECEIVED,
    Status.IN_PROGRESS,
    Status.WAITING_SUPPLEMENT,
    Status.WAITING_PAYMENT,
}


def _after(name: str, *kinds: Kind, mend: Callable[[Dossier, Dossier, Any], Dossier]) -> None:
    """Plant a bug behind a change: `mend` gets the dossier before and after, and the body."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        for kind in kinds:
            right = CHANGES[kind]

            def wrong(before: Dossier, entry: Any, body: Any, right: Any = right) -> Dossier:
                return mend(before, right(before, entry, body), body)

            patch.setitem(CHANGES, kind, wrong)

    BUGS[name] = plant


def _put(name: str, *places: tuple[object, str], by: Callable[[Any], Any]) -> None:
    """Plant a bug in a function or value: `by` gets what is there, and returns what shall be."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        for where, attribute in places:
            patch.setattr(where, attribute, by(getattr(where, attribute)))

    BUGS[name] = plant


def _allow(name: str, kind: Kind, change: Callable[[frozenset[Status]], set[Status]]) -> None:
    """Plant a bug in the list of when a step is true."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        allowed = steps._ALLOWED
        patch.setitem(allowed, kind, frozenset(change(allowed[kind])))

    BUGS[name] = plant


def _kept(*names: str) -> Callable[[Dossier, Dossier, Any], Dossier]:
    """Return what forgets to change these fields."""
    return lambda before, after, _: dataclasses.replace(
        after, **{name: getattr(before, name) for name in names}
    )


def _set(**values: Any) -> Callable[[Dossier, Dossier, Any], Dossier]:
    """Return what sets these fields too."""
    return lambda _, after, __: dataclasses.replace(after, **values)


ASKED = (Kind.SUPPLEMENT_REQUESTED, Kind.PAYMENT_DEMANDED)

# The clock
_after("a pause doesn't stop the clock", *ASKED, mend=_kept("paused_at"))
_put(
    "a second pause forgets the first",
    (changes, "_paused"),
    by=lambda right: (
        lambda dossier, entry, status: dataclasses.replace(
            right(dossier, entry, status), paused_at=entry.occurred_at
        )
    ),
)
_put(
    "the clock never goes on",
    (changes, "running"),
    by=lambda right: (
        lambda dossier: dataclasses.replace(right(dossier), paused_at=dossier.paused_at)
    ),
)
_put(
    "what has come ends every wait",
    (changes, "_resumed"),
    by=lambda right: (
        lambda dossier, over: right(
            dataclasses.replace(dossier, waits=(over,) if over in dossier.waits else dossier.waits),
            over,
        )
    ),
)
_put(
    "a pause forgets what the status was",
    (changes, "_awake"),
    by=lambda right: (
        lambda dossier: right(dataclasses.replace(dossier, status_before_pause=Status.RECEIVED))
    ),
)
_put(
    "a wait that has ended is counted twice",
    (changes, "_promised"),
    by=lambda _: lambda dossier, __, promise: dataclasses.replace(dossier, promise=promise),
)
_after("stopping doesn't stop the clock", Kind.STOPPED, mend=_kept("paused_at"))
_put(
    "restart and add are mixed up",
    (resuming, "resumed_due"),
    by=lambda right: (
        lambda *args, **named: right(
            *args[:6],
            dataclasses.replace(
                args[6], supplement=args[6].financial_duty, financial_duty=args[6].supplement
            ),
            **named,
        )
    ),
)
_put(
    "the pause's days are lost",
    (resuming, "resumed_promise"),
    by=lambda _: lambda __, dossier, *___: dossier.promise,
)
_after("the new promise isn't kept", Kind.SUPPLEMENT_RECEIVED, mend=_kept("promise"))
_after("a payment's promise isn't kept", Kind.PAID, mend=_kept("promise"))

# What is false
_allow("a withdrawn dossier is returned", Kind.RETURNED, lambda now: {*now, Status.WITHDRAWN})
_allow("a result is returned twice", Kind.RETURNED, lambda now: {*now, Status.RETURNED})
_allow("a refusal comes after work began", Kind.REFUSED, lambda now: {*now, Status.IN_PROGRESS})
_allow("a finished dossier is extended", Kind.DUE_EXTENDED, lambda now: {*now, Status.FINISHED})
_allow("a stopped one gets no result", Kind.RESULT_TAKEN_IN, lambda now: {*now} - {Status.STOPPED})
_allow("what is at work is reopened", Kind.REOPENED, lambda now: {*now, Status.IN_PROGRESS})
_allow("a refused one isn't reopened", Kind.REOPENED, lambda now: {*now} - {Status.REFUSED})
_allow("papers are asked for when it is finished", ASKED[0], lambda now: {*now, Status.FINISHED})
_put(
    "a second reception isn't refused",
    (steps, "_false_birth"),
    by=lambda right: (
        lambda dossier, kind: (
            None if kind is Kind.RECEIVED and not dossier.awaits_reception else right(dossier, kind)
        )
    ),
)
_put(
    "a second number isn't refused",
    (steps, "_false_birth"),
    by=lambda right: lambda dossier, kind: None if kind is Kind.NUMBERED else right(dossier, kind),
)
_put(
    "what nobody received is handed over",
    (steps, "_AFTER_RECEPTION"),
    by=lambda now: now - {Kind.APOLOGY_SENT, Kind.HANDED_OVER, Kind.NUMBERED},
)
_put(
    "papers come while only money is awaited",
    (steps, "_false_status"),
    by=lambda right: (
        lambda dossier, kind, **named: (
            None
            if kind is Kind.SUPPLEMENT_RECEIVED and dossier.status.stops_clock
            else right(dossier, kind, **named)
        )
    ),
)
_put(
    "an immediate result is returned after a refusal",
    (steps, "_AT_WORK"),
    by=lambda now: now | {Status.REFUSED},
)
_put(
    "a body isn't looked at",
    (steps, "_false_body"),
    by=lambda right: lambda dossier, kind, _: right(dossier, kind, None),
)

# Limits
_after("an extension isn't counted", Kind.DUE_EXTENDED, Kind.DUE_MOVED, mend=_kept("extensions"))
_put(
    "a second extension breaks no limit",
    (steps, "_broken"),
    by=lambda right: (
        lambda *args: tuple(code for code in right(*args) if code != "extension_again")
    ),
)
_put(
    "a late extension breaks no limit",
    (steps, "_broken"),
    by=lambda right: lambda *args: tuple(code for code in right(*args) if code != "extension_late"),
)
_after("supplements are counted anew", Kind.SUPPLEMENT_RECEIVED, mend=_set(supplements=()))
_after(
    "an apology moves the promise back",
    Kind.APOLOGY_SENT,
    mend=lambda _, after, __: dataclasses.replace(after, promise=after.received.promise),
)
_put(
    "a broken limit isn't kept",
    (fold, "apply"),
    by=lambda right: (
        lambda dossier, *rest: (
            (found := right(dossier, *rest))
            and dataclasses.replace(found, breaches=dossier.breaches if dossier else ())
        )
    ),
)

# Closed and opened again
_after("reopened, it keeps its finished time", Kind.REOPENED, mend=_kept("finished_at"))
_after("reopened, it keeps who received it", Kind.REOPENED, mend=_kept("returned"))
_after("reopened, it is always at work", Kind.REOPENED, mend=_set(status=Status.IN_PROGRESS))
_after("reopened, an earlier closing is lost", Kind.REOPENED, mend=_set(closed_from=()))
_after("reopened, the result is gone", Kind.REOPENED, mend=_set(result_is_here=False))
_after("a returned result is still here", Kind.RETURNED, mend=_kept("result_is_here"))
_after(
    "returning moves the finished time",
    Kind.RETURNED,
    mend=lambda _, after, __: dataclasses.replace(after, finished_at=after.returned_at),
)
_put(
    "a stopped one was finished when it stopped",
    (changes, "_done"),
    by=lambda right: (
        lambda dossier, entry: dataclasses.replace(
            right(dossier, entry), finished_at=dossier.finished_at or entry.occurred_at
        )
    ),
)

# Units, results
_after(
    "handed back, it is still at the unit",
    Kind.HANDED_OVER,
    mend=lambda before, after, body: (
        dataclasses.replace(after, unit=before.unit) if body.back else after
    ),
)
_after(
    "handed over in a pause, it forgets that work began",
    Kind.HANDED_OVER,
    mend=_kept("status_before_pause"),
)
_after("a result loses its number", Kind.RETURNED, mend=_set(results=()))
_after("an agency's result counts as here", Kind.FINISHED, mend=_set(result_is_here=True))

# Money
_put(
    "a cancelled payment counts",
    (dossier, "taken"),
    by=lambda right: (
        lambda fees, demanded, payments: right(
            fees, demanded, [dataclasses.replace(each, cancelled_at=None) for each in payments]
        )
    ),
)
_after(
    "a cancelled payment is forgotten",
    Kind.PAYMENT_CANCELLED,
    mend=lambda _, after, body: dataclasses.replace(
        after, payments=tuple(each for each in after.payments if each.uid != body.paid)
    ),
)
_after(
    "a payment after a cancelled one takes its place",
    Kind.PAID,
    mend=lambda _, after, __: dataclasses.replace(
        after,
        payments=tuple(
            each
            for place, each in enumerate(after.payments, 1)
            if not each.is_cancelled or place < len(after.payments) - 1
        ),
    ),
)
_after(
    "an advance meets the duty",
    Kind.PAID,
    mend=lambda _, after, __: changes._resumed(after, Status.WAITING_PAYMENT),
)
_after("what the agency demands isn't owed", Kind.PAYMENT_DEMANDED, mend=_kept("demanded"))
_after(
    "a receipt is joined to the first payment",
    Kind.RECEIPT_LINKED,
    mend=lambda before, _, body: dataclasses.replace(
        before,
        payments=(
            dataclasses.replace(before.payments[0], receipt=body.receipt),
            *before.payments[1:],
        ),
    ),
)

# What was written
_put(
    "a correction keeps no old value",
    (correction, "changes_between"),
    by=lambda right: (
        lambda *args: tuple(Change(each.pointer, "null", each.after) for each in right(*args))
    ),
)
_put("a code is corrected", (correction, "FIXED"), by=lambda _: frozenset())
_after(
    "a correction takes the promise back",
    Kind.CORRECTED,
    mend=lambda _, after, __: dataclasses.replace(after, promise=after.received.promise),
)
_after(
    "a second number wins",
    Kind.NUMBERED,
    mend=lambda _, after, body: dataclasses.replace(after, code=body.code),
)
_after("numbered, it loses its provisional code", Kind.NUMBERED, mend=_set(provisional_code=""))
_put(
    "a second reception wins",
    (fold, "_received"),
    by=lambda right: (
        lambda dossier, entry, body: right(
            dossier and dataclasses.replace(dossier, awaits_reception=True), entry, body
        )
    ),
)
_put(
    "a paper that came is there twice",
    (changes, "fold"),
    by=lambda _: lambda text: text,
)
_after("a file is taken off every paper", Kind.SCAN_REMOVED, mend=_set(scans=()))
_put(
    "the last print says how often it was reprinted",
    (dossier.Dossier, "reprints"),
    by=lambda _: lambda dossier, form: len(dossier.printed),
)

# The way back, the journal
_put(
    "undone although a paper is out",
    (way_back, "undo_problems"),
    by=lambda _: lambda dossier, counter, __: way_back.cancel_problems(dossier, counter),
)
_put("undone after other steps", (way_back, "_NO_STEPS"), by=lambda now: now | {Kind.PAID})
_put(
    "what waits behind a refused step happens",
    (fold, "in_order"),
    by=lambda right: lambda entries, outcomes: _all_but_refused(right, tuple(entries), outcomes),
)
_put(
    "entries count in the order in which they are found",
    (fold, "in_order"),
    by=lambda right: lambda entries, outcomes: _as_found(right, tuple(entries), outcomes),
)


def _all_but_refused(right: Any, entries: tuple[Any, ...], outcomes: Any) -> Any:
    _, held, attention = right(entries, outcomes)
    applied = tuple(each for each in entries if each.entry.uid not in attention)
    return applied, held, attention


def _as_found(right: Any, entries: tuple[Any, ...], outcomes: Any) -> Any:
    applied, held, attention = right(entries, outcomes)
    return tuple(each for each in entries if each in applied), held, attention
