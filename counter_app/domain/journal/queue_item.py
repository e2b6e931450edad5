"""One entry of the queue as an officer sees it: how it stands, and what is to be done (SYNC §5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.outcome import State


class ItemState(Enum):
    """How an entry stands on its way to the server."""

    WAITING = "waiting"  # chờ gửi
    BEHIND = "behind"  # đợi mục trước: an earlier entry of the same dossier goes first
    SENDING = "sending"  # đang gửi
    UNCONFIRMED = "unconfirmed"  # chờ máy chủ xác nhận
    REFUSED = "refused"
    CONFLICT = "conflict"
    QUARANTINED = "quarantined"
    ACCEPTED = "accepted"  # máy chủ đã nhận
    FLAGGED = "flagged"  # đã nhận, có lưu ý
    SUPERSEDED = "superseded"  # a correction took its place


class NextAction(Enum):
    """What an officer can do about it."""

    WAIT = "wait"  # nothing: it goes by itself
    RETRY = "retry"  # thử gửi lại
    CORRECT = "correct"  # sửa rồi gửi: a new entry takes its place
    EXPLAIN = "explain"  # xem và chọn: base, mine and the server's
    NONE = "none"  # it is done


@dataclass(frozen=True, slots=True)
class ItemProblem:
    """What the last try met.

    `type`: our error's code, or the server's stable type; `detail`: the server's own words, plain
    text, maybe empty; `fields`: JSON pointers of what it marks.
    """

    type: str
    detail: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One line of the data's state.

    `dossier` is None for log-ins and for codes that this machine doesn't know yet; `behind` is the
    kind of the entry that goes first; `answered_at` is the server's time of its answer.
    """

    uid: str
    at: datetime
    kind: Kind
    state: ItemState
    action: NextAction
    dossier: str | None = None
    code: str = ""
    applicant: str = ""
    attempts: int = 0
    next_try_at: datetime | None = None
    answered_at: datetime | None = None
    behind: Kind | None = None
    problem: ItemProblem | None = None
    flags: tuple[str, ...] = ()


_STATES: dict[State, ItemState] = {
    State.PENDING: ItemState.WAITING,
    State.IN_FLIGHT: ItemState.SENDING,
    State.UNKNOWN: ItemState.UNCONFIRMED,
    State.REFUSED: ItemState.REFUSED,
    State.CONFLICT: ItemState.CONFLICT,
    State.QUARANTINED: ItemState.QUARANTINED,
    State.ACCEPTED: ItemState.ACCEPTED,
    State.SUPERSEDED: ItemState.SUPERSEDED,
}

_ACTIONS: dict[ItemState, NextAction] = {
    ItemState.REFUSED: NextAction.CORRECT,
    ItemState.CONFLICT: NextAction.EXPLAIN,
    ItemState.QUARANTINED: NextAction.RETRY,
    ItemState.ACCEPTED: NextAction.NONE,
    ItemState.FLAGGED: NextAction.NONE,
    ItemState.SUPERSEDED: NextAction.NONE,
}


def item_state(state: State, *, flagged: bool = False, behind: bool = False) -> ItemState:
    """Return how an entry stands.

    `flagged`: the server accepted it and marked something; `behind`: an earlier entry of its
    dossier is still open. What is out already, or was answered, stands by itself.
    """
    if state is State.PENDING and behind:
        return ItemState.BEHIND
    if state is State.ACCEPTED and flagged:
        return ItemState.FLAGGED
    return _STATES[state]


def next_action(state: ItemState, *, rests: bool = False) -> NextAction:
    """Return what can be done; `rests`: it failed before and waits for its next try."""
    if state is ItemState.WAITING and rests:
        return NextAction.RETRY
    return _ACTIONS.get(state, NextAction.WAIT)
