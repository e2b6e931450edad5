"""A provisional code is found for ever: the citizen holds that paper too (SYNC §3)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import Told
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.services.counter.workplace import Workplace
from counter_app.services.dossiers.detail import detail_by_code
from counter_app.services.dossiers.lists import ListQuestion, Queue, lines
from counter_app.services.dossiers.numbering import number_provisional
from counter_app.services.dossiers.piles import Pile, pile_line
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import find
from counter_app.services.visitor.known_code import code_doubt
from counter_app.store.store import Store
from tests.made import AUTHOR, NOON, person, uid
from tests.services.conftest import Counter

OLD = "HG00217-261120-0001"
NEW = "H26.15-261120-0001"

Ways = dict[str, Callable[[Workplace, str], str]]


def listed(place: Workplace, typed: str, queue: Queue = Queue.ALL) -> str:
    """Return the uid that the list of dossiers shows for what stands in its search line."""
    (line,) = lines(place, ListQuestion(queue, typed=typed)).lines
    return line.uid


def in_the_log(place: Workplace, typed: str) -> str:
    """Return the uid that the log's acts about `typed` are of."""
    with place.store.reading() as tx:
        acts = tx.day_acts.latest(date(2026, 1, 1), date(2026, 12, 31), about=typed)
    assert {act.entry.kind for act in acts} >= {Kind.RECEIVED, Kind.NUMBERED}
    return next(act.entry.dossier or act.entry.uid for act in acts)


def doubted(place: Workplace, typed: str) -> str:
    """Return the uid of the dossier that a visitor's line says this code is of."""
    problem = code_doubt(place, dataclasses.replace(person(), name="Lý Thị Mẫu Khác"), typed)
    assert problem is not None
    return find(place, str(dict(problem.facts)["code"])).uid


WAYS: Ways = {
    "search line": listed,
    "search line of another queue": lambda place, typed: listed(place, typed, Queue.OVERDUE),
    "scan": lambda place, typed: detail_by_code(place, typed).dossier.uid,
    "scan of a pile": lambda place, typed: pile_line(place, Pile.OUT, typed).uid,
    "visitor": doubted,
}


@pytest.fixture
def numbered(open_counter: Callable[..., Counter]) -> tuple[Counter, Dossier]:
    """A dossier that was received without any number, and got one later."""
    counter = open_counter()
    counter.online[0] = False
    dossier = receive(counter.workplace, counter.session, Reception("1.001193", person()))
    assert (dossier.is_provisional, dossier.shown_code) == (True, OLD)
    counter.grant()
    (found,) = number_provisional(counter.workplace, counter.session)
    assert found.codes[:2] == (found.code, OLD)
    return counter, found


@pytest.fixture(params=["in order", "number first", "act by the old code first"])
def elsewhere(
    request: pytest.FixtureRequest, numbered: tuple[Counter, Dossier], tmp_path: Path
) -> Iterator[Workplace]:
    """Another counter that heard of that dossier by the feed."""
    counter, _ = numbered
    with Store.open(tmp_path / "other.db", None) as store:
        place = Workplace(
            store,
            counter.clock,
            counter.workplace.new_id,
            dataclasses.replace(counter.workplace.enrolment, device="00218", counter="13"),
            counter.workplace.reference,
            lambda: True,
        )
        with store.writing() as tx:
            tx.journal.begin_chain(uid(888_000))
            if request.param == "act by the old code first":
                tx.journal.append(
                    Kind.TOLD,
                    Told("phone", "hẹn chiều nay"),
                    uid=uid(888_001),
                    author=AUTHOR,
                    occurred_at=NOON,
                    clock_quality=ClockQuality.SYNCED,
                    code=OLD,
                )
        with counter.workplace.store.reading() as tx:
            told = [(entry, data) for _, entry, data in tx.journal.since(0, 10)]
        versioned = list(enumerate(told, 1))
        if request.param == "number first":
            versioned.reverse()
        with store.writing() as tx:
            for version, (entry, data) in versioned:
                tx.journal.take_in(entry, data, Outcome(State.ACCEPTED, version))
        yield place


def asked(code: str) -> tuple[str, ...]:
    return code, code.lower(), f" {code} ", f"https://tra-cuu.example/?ma={code}"


def test_both_codes_are_found_on_this_machine(numbered: tuple[Counter, Dossier]) -> None:
    counter, dossier = numbered
    for code in (OLD, dossier.code):
        for typed in asked(code):
            found = {name: way(counter.workplace, typed) for name, way in WAYS.items()}
            assert found == dict.fromkeys(WAYS, dossier.uid)
        assert in_the_log(counter.workplace, code) == dossier.uid
    assert listed(counter.workplace, "hg00217-2611") == dossier.uid
    assert counter.workplace.store.verify().is_whole


def test_both_codes_are_found_at_another_counter(
    numbered: tuple[Counter, Dossier], elsewhere: Workplace
) -> None:
    _, dossier = numbered
    for code in (OLD, dossier.code):
        found = {name: way(elsewhere, code) for name, way in WAYS.items()}
        assert found == dict.fromkeys(WAYS, dossier.uid)
        assert in_the_log(elsewhere, code) == dossier.uid
    assert listed(elsewhere, "hg00217-2611") == dossier.uid
    with elsewhere.store.reading() as tx:
        own = tx.journal.get(uid(888_001))
        kept = tx.dossiers.get(dossier.uid)
    assert kept is not None
    if own is not None:  # written before anybody here knew the dossier
        assert uid(888_001) in [step.uid for step in kept.steps]
    assert elsewhere.store.verify().is_whole
    assert elsewhere.store.rebuild().changed == 0
