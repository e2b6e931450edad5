from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.acts.kinds import AUDIT_LANE, Kind
from counter_app.domain.acts.received import Promise
from counter_app.domain.acts.results import ResultPaper, ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import (
    DueExtended,
    SupplementItem,
    SupplementReceived,
    SupplementRequested,
    Withdrawn,
)
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.fold import fold
from counter_app.domain.dossiers.steps import LimitPolicy, judge, possible
from tests.made import NOON, Life, person, received

PROMISE = Promise(NOON + timedelta(days=9), "working_day:3", "2026.1")


def dossier(*bodies: object) -> Dossier:
    life = Life()
    for body in (received(), *bodies):
        life.does(body)  # type: ignore[arg-type]
    found = fold(life.entries, {})
    assert found is not None
    return found


RETURNED = dossier(
    ResultTakenIn((ResultPaper("x"),)),
    Returned(person(), (), ReturnBasis.RECEIPT, "Phạm Thị Ví"),
)
SUPPLEMENTED = dossier(SupplementRequested((SupplementItem("x"),)), SupplementReceived((), PROMISE))


@pytest.mark.parametrize(
    ("state", "kind", "problem"),
    [
        (None, Kind.RETURNED, "step_unknown_dossier"),
        (dossier(), Kind.RECEIVED, "step_already_received"),
        (dossier(), Kind.NUMBERED, "step_already_numbered"),
        (dossier(), Kind.RETURNED, "step_returned_impossible"),
        (dossier(), Kind.SUPPLEMENT_RECEIVED, "step_supplement_received_impossible"),
        (RETURNED, Kind.RETURNED, "step_returned_impossible"),
        (RETURNED, Kind.SUPPLEMENT_REQUESTED, "step_supplement_requested_impossible"),
        (RETURNED, Kind.WITHDRAWN, "step_withdrawn_impossible"),
        (dossier(Withdrawn("x")), Kind.RESULT_TAKEN_IN, "step_result_taken_in_impossible"),
    ],
)
def test_false_steps_are_refused(state: Dossier | None, kind: Kind, problem: str) -> None:
    assert [each.code for each in judge(state, kind, NOON).problems] == [problem]


def test_a_broken_limit_is_a_breach_and_never_impossible() -> None:
    assert judge(dossier(), Kind.SUPPLEMENT_REQUESTED, NOON).breaches == ()
    again = judge(SUPPLEMENTED, Kind.SUPPLEMENT_REQUESTED, NOON)
    assert again.problems == ()
    assert again.breaches == ("supplement_again",)
    allowed = LimitPolicy(supplements=2)
    assert judge(SUPPLEMENTED, Kind.SUPPLEMENT_REQUESTED, NOON, allowed).breaches == ()


def test_an_extension_needs_a_day_and_happens_once() -> None:
    due = dossier().promise.due_at
    assert due is not None
    early, late = due - timedelta(days=1), due - timedelta(hours=23)
    assert judge(dossier(), Kind.DUE_EXTENDED, early).breaches == ()
    assert judge(dossier(), Kind.DUE_EXTENDED, late).breaches == ("extension_late",)
    twice = dossier(DueExtended(PROMISE, "x", "y"))
    assert judge(twice, Kind.DUE_EXTENDED, early).breaches == ("extension_again",)


def test_an_apology_is_always_true_while_the_dossier_is_open() -> None:
    late = NOON + timedelta(days=99)
    assert judge(dossier(), Kind.APOLOGY_SENT, late).problems == ()


def test_an_immediate_result_is_returned_at_once() -> None:
    assert judge(dossier(), Kind.RETURNED, NOON, immediate_result=True).problems == ()
    assert judge(RETURNED, Kind.RETURNED, NOON, immediate_result=True).problems != ()


@given(st.sampled_from(sorted(AUDIT_LANE, key=lambda kind: kind.value)))
def test_the_audit_lane_is_never_refused(kind: Kind) -> None:
    assert judge(None, kind, NOON).problems == ()


def test_what_is_possible_after_the_return() -> None:
    open_ = {Kind.PRINTED, Kind.TOLD, Kind.CORRECTED, Kind.RATED, Kind.PAID}
    assert possible(RETURNED, NOON) - AUDIT_LANE == open_
