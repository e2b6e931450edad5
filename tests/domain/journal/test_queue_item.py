from __future__ import annotations

import pytest

from counter_app.domain.journal.outcome import State
from counter_app.domain.journal.queue_item import ItemState, NextAction, item_state, next_action


@pytest.mark.parametrize("state", list(State))
def test_every_state_is_shown_and_tells_what_comes_next(state: State) -> None:
    shown = item_state(state)
    assert next_action(shown) in NextAction
    assert (next_action(shown) is NextAction.NONE) == (state in (State.ACCEPTED, State.SUPERSEDED))
    assert (next_action(shown) in (NextAction.CORRECT, NextAction.EXPLAIN, NextAction.RETRY)) == (
        state.needs_officer
    )


def test_only_what_hasnt_gone_out_waits_for_another() -> None:
    assert item_state(State.PENDING, behind=True) is ItemState.BEHIND
    assert item_state(State.UNKNOWN, behind=True) is ItemState.UNCONFIRMED
    assert item_state(State.REFUSED, behind=True) is ItemState.REFUSED
    assert next_action(ItemState.BEHIND) is NextAction.WAIT


def test_flags_count_once_it_was_accepted() -> None:
    assert item_state(State.ACCEPTED, flagged=True) is ItemState.FLAGGED
    assert item_state(State.PENDING, flagged=True) is ItemState.WAITING


def test_what_failed_before_may_be_tried_at_once() -> None:
    assert next_action(ItemState.WAITING) is NextAction.WAIT
    assert next_action(ItemState.WAITING, rests=True) is NextAction.RETRY
    assert next_action(ItemState.UNCONFIRMED, rests=True) is NextAction.WAIT
