"""The province may want a newer program: it is said, and the counter goes on."""

from __future__ import annotations

import dataclasses

from counter_app import __version__
from counter_app.domain.enrolment import MIN_VERSION
from counter_app.services.counter.data_state import _ordered
from counter_app.sync.heartbeat import EVERY
from counter_app.sync.round import run_round
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter


def kept(counter: Counter) -> object:
    with counter.store.reading() as tx:
        return tx.setup.get(MIN_VERSION)


def test_the_hint_is_kept_and_locks_nothing(counter: Counter, sandbox: RunningSandbox) -> None:
    before = sandbox.province.settings
    sandbox.province.settings = dataclasses.replace(before, min_version="99.1")
    assert run_round(counter.doors).problem is None
    assert kept(counter) == "99.1"
    counter.register()
    report = run_round(counter.doors)
    assert (report.push.accepted, report.problem) == (1, None)
    sandbox.province.settings = before
    counter.clock.shift += EVERY
    assert run_round(counter.doors).problem is None
    assert kept(counter) is None


def test_versions_are_compared_as_numbers() -> None:
    assert _ordered("0.10.0") > _ordered("0.9.3")
    assert _ordered("1.2rc1") == _ordered("1.2")
    assert _ordered("không rõ") < _ordered(__version__)
