"""Judge one step against the dossier that the accepted entries tell of."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Connection
from sqlalchemy.engine import RowMapping

from counter_app.contract.entries import WireEntry
from counter_app.contract.problem import VALUE_LENGTH, FieldError, WireProblem
from counter_app.domain.acts.intake import Submitted
from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.received import Numbered, Received
from counter_app.domain.acts.steps import Corrected
from counter_app.domain.dossiers.code import CodeKind, parse_code
from counter_app.domain.dossiers.correction import fixed_in
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.steps import judge, possible
from counter_app.domain.plain import Plain, to_plain
from counter_app.sandbox.province.entries.flags import clock_flags, reception_flags
from counter_app.sandbox.province.entries.ledger import Ledger
from counter_app.sandbox.province.lists import Lists
from counter_app.sandbox.province.numbers import check_number
from counter_app.sandbox.province.refusal import problem


@dataclass(frozen=True, slots=True)
class Verdict:
    """Either a problem (409: conflict, else refused), or the flags of an accepted step."""

    problem: WireProblem | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a step is judged by. `device` None: the server's own clerk."""

    tx: Connection
    device: RowMapping | None
    lists: Lists
    now: datetime
    practice: bool


def verdict(
    entry: WireEntry, body: Body, dossier: Dossier | None, by: Circumstances, ledger: Ledger
) -> Verdict:
    """Return whether the step is accepted, by version and by field, never by clock (SYNC §2)."""
    kind = Kind(entry.kind)
    immediate = False
    if dossier is not None and kind is Kind.RETURNED:
        ref = dossier.received.procedure
        procedure = by.lists.procedure(ref.code, ref.version)
        immediate = procedure is not None and procedure.immediate_result
    at, limits = entry.occurred_at, by.lists.policy.limits
    judged = judge(dossier, kind, at, limits, immediate_result=immediate, body=body)
    if judged.problems:
        steps = possible(dossier, at) if dossier else frozenset()
        return Verdict(
            problem(
                "step-impossible",
                *(FieldError(pointer="/kind", code=each.code) for each in judged.problems),
                possible=tuple(sorted(each.value for each in steps)),
            )
        )
    if isinstance(body, Submitted):
        return _submission(body, by, ledger)
    if isinstance(body, Received):
        return _reception(entry, body, by, ledger)
    if isinstance(body, Numbered):
        return _numbering(body, dossier, by, ledger)
    if isinstance(body, Corrected) and dossier is not None:
        wrong = _correction(body, dossier)
        if wrong is not None:
            return Verdict(wrong)
    said = {breach.code for breach in getattr(body, "breaches", ())}
    broken = tuple(code for code in judged.breaches if code not in said)
    return Verdict(flags=(*broken, *clock_flags(entry, by.now)))


def _submission(body: Submitted, by: Circumstances, ledger: Ledger) -> Verdict:
    if body.wished.practice != by.practice:
        return Verdict(problem("practice"))
    if ledger.holder(body.wished.portal_code or body.wished.code) is not None:
        where = FieldError(pointer="/body/wished/code", code="number")
        return Verdict(problem("number-taken", where))
    return Verdict()


def _reception(entry: WireEntry, body: Received, by: Circumstances, ledger: Ledger) -> Verdict:
    if by.device is None:
        return Verdict(problem("kind-forbidden"))
    code = parse_code(body.code)
    is_practice = body.practice or (code is not None and code.kind is CodeKind.PRACTICE)
    if is_practice != by.practice:
        return Verdict(problem("practice"))
    # What was on paper first got its number on the day when it was written down.
    numbered_at = body.received_at if body.paper_first is None else entry.occurred_at
    wrong, flags = _number(body.code, numbered_at, by, ledger, provisional=body.provisional)
    if wrong is not None:
        return Verdict(wrong)
    centre = by.device["centre"]
    appointed = partial(ledger.appointments, centre)
    more = reception_flags(body, entry, by.lists, appointed, centre=centre, now=by.now)
    return Verdict(flags=(*flags, *more))


def _numbering(
    body: Numbered, dossier: Dossier | None, by: Circumstances, ledger: Ledger
) -> Verdict:
    received_at = dossier.received.received_at if dossier else by.now
    wrong, flags = _number(body.code, received_at, by, ledger, provisional=False)
    # The official number of a provisional receipt may be of a later day: that is its purpose.
    return Verdict(wrong, tuple(flag for flag in flags if flag != "number-day"))


def _number(
    code: str, received_at: datetime, by: Circumstances, ledger: Ledger, *, provisional: bool
) -> tuple[WireProblem | None, tuple[str, ...]]:
    wrong = problem("number-not-granted", FieldError(pointer="/body/code", code="number"))
    if by.device is None:
        return wrong, ()
    flags: tuple[str, ...] = ()
    if provisional:
        parsed = parse_code(code)
        own = f"HG{by.device['number']}"
        if parsed is None or parsed.text != code or parsed.agency != own or parsed.day is None:
            return wrong, ()
    else:
        check = check_number(ledger.blocks, code, by.device, received_at, by.now)
        if not check.granted:
            return wrong, ()
        flags = check.flags
    if ledger.holder(code) is not None:
        return problem("number-taken", FieldError(pointer="/body/code", code="number")), ()
    return None, flags


def _correction(body: Corrected, dossier: Dossier) -> WireProblem | None:
    """Return a problem for a fixed field, or for one that was changed otherwise meanwhile."""
    plain = to_plain(dossier.received)
    assert isinstance(plain, dict)
    fixed, differing = [], []
    never = fixed_in(dossier.received)
    for index, change in enumerate(body.changes):
        name = change.pointer.removeprefix("/")
        where = f"/body/changes/{index}"
        if name in never or (name == "paper_first" and _value(change.after) is None):
            fixed.append(FieldError(pointer=where, code="fixed"))
        elif plain.get(name) not in (_value(change.before), _value(change.after)):
            value = json.dumps(plain.get(name), ensure_ascii=False, sort_keys=True)
            shown = value if len(value) <= VALUE_LENGTH else None
            differing.append(FieldError(pointer=where, code="differs", value=shown))
    if fixed:
        return problem("field-fixed", *fixed)
    return problem("correction-differs", *differing) if differing else None


def _value(text: str) -> Plain:
    try:
        value: Plain = json.loads(text)
    except ValueError:
        return text
    return value
