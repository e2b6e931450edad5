"""Planted bugs of rules 5, 6, 8, 10 and 12: batches, waiting, authors, reasons, what is checked."""

from __future__ import annotations

import json
from typing import Any

from counter_app.domain.journal.outcome import State
from counter_app.domain.retry import Breaker
from counter_app.gateway import client
from counter_app.store.subjects import deliveries
from counter_app.sync import push
from tests.simulation.planted.planting import Mutant, replaced

# --- 5 batches ---


def _too_big_is_for_ever(set_aside: Any) -> Any:
    def whole(doors: Any, batch: Any, error: Any) -> None:
        for each in batch:
            with doors.store.writing() as tx:
                tx.deliveries.put_back((each.entry.uid,), State.QUARANTINED, None, "{}")

    return whole


def _chains_mixed(one_chain: Any) -> Any:
    return tuple


# --- 6 waiting ---


def _never_again(may_probe: Any) -> Any:
    return lambda self, now: False


def _two_attempts(waiting: Any) -> Any:
    def few(self: Any, *args: Any) -> Any:
        return tuple(each for each in waiting(self, *args) if each.attempts < 2)

    return few


# --- 8 the author is in the entry ---


def _as_who_sends(message: Any) -> Any:
    def signed(doors: Any, batch: Any) -> Any:
        made = message(doors, batch)
        mine = (each.model_copy(update={"officer": "nguoi-gui"}) for each in made.entries)
        return made.model_copy(update={"entries": tuple(mine)})

    return signed


# --- 10 reasons ---


def _without_reason(answered: Any) -> Any:
    def silent(self: Any, uid: str, outcome: Any, receipt: str = "", problem: str = "") -> Any:
        return answered(self, uid, outcome, receipt)

    return silent


# --- 12 what comes from the wire is checked ---


def _unchecked(parse: Any) -> Any:
    def trusting(model: Any, answer: Any, *, what: str, host: str) -> Any:
        try:
            return parse(model, answer, what=what, host=host)
        except Exception:  # noqa: BLE001 (that is the bug)
            return model.model_construct(**json.loads(answer.data))

    return trusting


OF_THE_WIRE = (
    Mutant("too big is quarantined", "2.5", replaced(push, "_put_back", _too_big_is_for_ever)),
    Mutant("two chains in one batch", "2.5", replaced(push, "_of_one_chain", _chains_mixed)),
    Mutant("no probe after a failure", "2.6", replaced(Breaker, "may_probe", _never_again)),
    Mutant("two attempts, then never", "2.6",
           replaced(deliveries.Deliveries, "waiting", _two_attempts), aimed="random:41"),
    Mutant("goes out as who sends", "2.8", replaced(push, "_message", _as_who_sends)),
    Mutant("a refusal without its reason", "2.10",
           replaced(deliveries.Deliveries, "answered", _without_reason)),
    Mutant("any shape of an answer is taken", "2.12", replaced(client, "parse", _unchecked)),
)  # fmt: skip
