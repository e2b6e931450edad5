"""An act on a dossier that this machine never saw: addressed by its code, bound later (SYNC §1)."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import Told
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author
from counter_app.domain.journal.outcome import State
from counter_app.sync.round import run_round
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter, new_id


def test_both_offline_then_one_dossier_everywhere(
    make_counter: Callable[[str], Counter], sandbox: RunningSandbox
) -> None:
    first, second = make_counter(sandbox.url), make_counter(sandbox.url)
    received = first.register()
    uid = str(received.entry.dossier)
    with first.store.reading() as tx:
        code = tx.dossiers.get(uid).code  # type: ignore[union-attr]
    with second.store.writing() as tx:
        assert tx.dossiers.by_code(code) is None
        act = tx.journal.append(
            Kind.TOLD,
            Told("phone", "ready"),
            uid=new_id(),
            author=Author("cb02", "offline", "2"),
            occurred_at=second.clock(),
            clock_quality=ClockQuality.LOCAL,
            code=code,
        )
        assert act.entry.dossier is None
    # The second counter comes back first: the server can't know the code yet, and nothing is lost.
    assert run_round(second.doors).push.accepted == 0
    assert second.counts().pending == 1
    assert run_round(first.doors).push.accepted == 1
    assert run_round(second.doors).error is None  # now its feed brings the reception
    with second.store.writing() as tx:
        tx.deliveries.put_back([act.entry.uid], State.PENDING)
    assert run_round(second.doors).error is None
    assert second.counts().pending == 0
    assert run_round(first.doors).error is None
    for counter in (first, second):
        with counter.store.reading() as tx:
            found = tx.dossiers.by_code(code)
            assert found is not None
            assert found.uid == uid
            assert found.version == 2
            assert act.entry.uid in {each.entry.uid for each in tx.dossiers.timeline(uid)}
        assert counter.store.verify().is_whole
