"""Edit-and-resend on the wire (SYNC §2): one honest course, and each planted bug that it must see.

Two counters record that a citizen took a dossier back; the second one finds a conflict, gives its
act up, and what stood behind that act goes on behind what took its place.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from counter_app.contract.entries import EntryBatch, EntryStatus, WireEntry
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import Dropped, Told, Withdrawn
from counter_app.domain.errors.wire import WireError
from counter_app.domain.journal.entry import Recorded
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.sandbox.province.entries import intake, ledger
from counter_app.store.subjects.deliveries import Deliveries
from counter_app.store.subjects.journal import Journal
from counter_app.sync import push as pushes
from counter_app.sync.pull import pull
from counter_app.sync.push import push
from tests.sandbox.running import RunningSandbox
from tests.simulation.planted.planting import Mutant, replaced
from tests.sync.counter import Counter, new_id

Pair = tuple[Counter, Counter]


@pytest.fixture
def counters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Counters of a province of each test's own: what a planted bug leaves behind ends there."""
    folder = tmp_path_factory.mktemp("superseding")
    (folder / "server").mkdir()
    with (
        RunningSandbox(folder / "server") as sandbox,
        Counter(folder / "a", sandbox.url, sandbox.enrol_code("1")) as first,
        Counter(folder / "b", sandbox.url, sandbox.enrol_code("2")) as second,
    ):
        yield first, second


def give_up(counter: Counter, old: Recorded) -> Recorded:
    """Write what takes the place of `old`, as the service does."""
    dossier = str(old.entry.dossier)
    with counter.store.writing() as tx:
        tx.deliveries.answered(old.entry.uid, Outcome(State.SUPERSEDED))
        tx.deliveries.let_go(dossier)
        return counter._append(
            tx.journal.append,
            Kind.DROPPED,
            Dropped("quầy bên đã ghi", Kind.WITHDRAWN.value),
            dossier=dossier,
            supersedes=old.entry,  # type: ignore[arg-type]  # the rest of them are texts
        )


def act(counter: Counter, kind: Kind, body: object, dossier: str) -> Recorded:
    with counter.store.writing() as tx:
        return counter._append(tx.journal.append, kind, body, dossier=dossier)  # type: ignore[arg-type]


def late(counter: Counter, *acts: Recorded) -> list[tuple[EntryStatus, str]]:
    """Send acts past the queue, as from a copy of the home; return what is said of each."""
    with counter.store.reading() as tx:
        lines = tuple(
            WireEntry.of(each.entry, tx.journal.data(each.entry.uid) or b"") for each in acts
        )
    batch = EntryBatch(
        device=counter.device.device,
        epoch=counter.device.epoch,
        batch_id=new_id(),
        entries=lines,
    )
    said = counter.doors.gateway.send(batch).results
    found = [said[each.entry.uid] for each in acts]
    return [(each.status, each.problem.type if each.problem else "") for each in found]


def steps(counter: Counter, dossier: str) -> list[str]:
    """Return the acts that count, as this counter's dossier tells them."""
    with counter.store.reading() as tx:
        found = tx.dossiers.get(dossier)
    assert found is not None
    return [step.uid for step in found.steps]


def course(first: Counter, second: Counter) -> None:
    """Go through all of it; AssertionError or WireError at what isn't as it must be."""
    dossier = str(first.register().entry.dossier)
    assert push(first.doors).error is None
    assert pull(second.doors).error is None
    taken = act(first, Kind.WITHDRAWN, Withdrawn("đổi ý"), dossier)
    assert push(first.doors).error is None
    refused = act(second, Kind.WITHDRAWN, Withdrawn("không cần nữa"), dossier)
    behind = act(second, Kind.TOLD, Told("phone", "đã báo"), dossier)
    push(second.doors)
    assert second.counts().in_need == 1
    instead = give_up(second, refused)
    assert instead.entry.after == refused.entry.after
    assert push(second.doors).error is None
    counts = second.counts()
    assert (counts.to_send, counts.unknown, counts.in_need) == (0, 0, 0)
    # Its place is taken: it comes late, and another one wants it.
    assert late(second, refused)[0][0] is not EntryStatus.ACCEPTED
    third = give_up(second, refused)
    assert late(second, third) == [(EntryStatus.CONFLICT, "supersedes-settled")]
    with second.store.writing() as tx:
        tx.deliveries.answered(third.entry.uid, Outcome(State.SUPERSEDED))
    for counter in (first, second):
        assert pull(counter.doors).error is None
        told = steps(counter, dossier)
        assert refused.entry.uid not in told
        assert told[1:] == [taken.entry.uid, instead.entry.uid, behind.entry.uid]
        assert counter.store.verify().is_whole


def _behind_the_refused(append: Any) -> Any:
    def late_place(self: Any, *args: Any, supersedes: Any = None, **more: Any) -> Any:
        if supersedes is not None:
            supersedes = dataclasses.replace(supersedes, after=supersedes.uid)
        return append(self, *args, supersedes=supersedes, **more)

    return late_place


def _still_open(answered: Any) -> Any:
    def kept(self: Any, uid: str, outcome: Any, *args: Any) -> Any:
        return outcome.state is not State.SUPERSEDED and answered(self, uid, outcome, *args)

    return kept


def _place_untold(message: Any) -> Any:
    def without(doors: Any, batch: Any) -> Any:
        made = message(doors, batch)
        plain = (each.model_copy(update={"supersedes": None}) for each in made.entries)
        return made.model_copy(update={"entries": tuple(plain)})

    return without


def _nothing(_: Any) -> Any:
    return lambda *args, **more: None


MUTANTS = (
    Mutant("stands behind what it supersedes", "1", replaced(Journal, "append",
                                                             _behind_the_refused)),
    Mutant("the superseded one stays open", "1", replaced(Deliveries, "answered", _still_open)),
    Mutant("what stood behind isn't let go", "1", replaced(Deliveries, "let_go", _nothing)),
    Mutant("what it supersedes isn't told", "2", replaced(pushes, "_message", _place_untold)),
    Mutant("the server forgets whose place it is", "2.1",
           replaced(ledger.Ledger, "supersede", _nothing)),
    Mutant("a place is taken twice", "2.1", replaced(intake._Intake, "_wrong_place", _nothing)),
)  # fmt: skip


def test_the_honest_program_passes(counters: Pair) -> None:
    course(*counters)


@pytest.mark.expects_warnings
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_planted_bug_is_seen(mutant: Mutant, counters: Pair) -> None:
    first, second = counters
    with mutant.plant(), pytest.raises((AssertionError, WireError)):
        course(first, second)
