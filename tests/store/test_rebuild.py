"""The projection is a reading: whatever happened, `rebuild` finds it as it is."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain.acts.audit import LoggedIn
from counter_app.domain.acts.decisions import Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.received import Numbered
from counter_app.domain.acts.results import ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import (
    ApologySent,
    HandedOver,
    Paid,
    Printed,
    PrintProof,
    SupplementItem,
    SupplementRequested,
    Withdrawn,
)
from counter_app.domain.journal.entry import Origin
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.people.person import Person
from counter_app.store.engine import connect

OURS = (
    Printed("mau-01", "TT03-2025", 2, PrintProof.SPOOLER),
    HandedOver("Phòng Tư pháp"),
    SupplementRequested((SupplementItem("Bản sao"),)),
    Paid(()),
    ApologySent("Quá hạn"),
    ResultTakenIn(()),
    Returned(Person("Nguyễn Thị Mẫu"), (), ReturnBasis.RECEIPT, "Lê Văn Mẫu"),
    Withdrawn("Rút"),
)
THEIRS = (WorkStarted("Phòng Tư pháp"), PaymentDemanded((), "phí"), Finished(()))

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("register"), st.booleans()),
        st.tuples(st.just("act"), st.integers(0, 5), st.sampled_from(OURS)),
        st.tuples(st.just("number"), st.integers(0, 5)),
        st.tuples(st.just("code"), st.integers(1, 8), st.sampled_from(OURS)),
        st.tuples(st.just("log in")),
        st.tuples(st.just("foreign"), st.integers(1, 8)),
        st.tuples(st.just("decide"), st.integers(0, 5), st.sampled_from(THEIRS)),
        st.tuples(st.just("answer"), st.integers(0, 9), st.sampled_from(State)),
        st.tuples(st.just("send"), st.integers(0, 9)),
    ),
    max_size=18,
)


class Day:
    """Plays steps on an office; dossiers and codes are named by small numbers."""

    def __init__(self, office: Any) -> None:
        self.office = office
        self.feed = office.feed()
        self.server = office.feed("server", Origin.SERVER)
        self.dossiers: list[str] = []

    def dossier(self, number: int) -> str:
        return self.dossiers[number % len(self.dossiers)] if self.dossiers else "d-unknown"

    def code(self, number: int) -> str:
        return f"H00.15-250718-{number:04d}"

    def play(self, step: tuple[Any, ...]) -> None:
        office = self.office
        match step:
            case ("register", provisional):
                how = {"provisional": True, "code": f"HG00001-250718-{len(self.dossiers):04d}"}
                self.dossiers.append(office.register(**(how if provisional else {})))
            case ("act", number, body):
                office.act(body, self.dossier(number))
            case ("number", number):
                body = Numbered(self.code(number + 5), "b-near", "Q1", 2025, number)
                office.act(body, self.dossier(number))
            case ("code", number, body):
                office.act(body, code=self.code(number))
            case ("log in",):
                office.act(LoggedIn("Lê Văn Mẫu"))
            case ("foreign", number):
                uid = office.new_id()
                self.dossiers.append(uid)
                self.take_in(self.feed, office.received(code=self.code(number)), uid)
            case ("decide", number, body):
                self.take_in(self.server, body, self.dossier(number))
            case ("answer", number, state):
                if open_ := self.open():
                    self.answer(open_[number % len(open_)], state)
            case ("send", number):
                with office.store.writing() as tx:
                    tx.deliveries.mark_in_flight(self.open()[:number])

    def take_in(self, feed: Any, body: Any, dossier: str) -> None:
        entry, data = feed.entry(body, dossier)
        with self.office.store.writing() as tx:
            assert tx.journal.take_in(entry, data, self.office.accepted())

    def open(self) -> list[str]:
        with self.office.store.reading() as tx:
            return [line.uid for line in tx.deliveries.listing()]

    def answer(self, uid: str, state: State) -> None:
        with self.office.store.writing() as tx:
            if state in (State.PENDING, State.UNKNOWN, State.QUARANTINED):
                tx.deliveries.put_back([uid], state)
            elif state is not State.IN_FLIGHT:
                self.office.version += 1
                tx.deliveries.answered(uid, Outcome(state, self.office.version))


def rows(office: Any) -> list[tuple[Any, ...]]:
    with closing(connect(office.path, office.key)) as connection:
        return connection.execute("SELECT * FROM dossier ORDER BY key").fetchall()


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_what_grew_step_by_step_is_what_a_rebuild_makes(
    make_office: Any, steps: list[tuple[Any, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = make_office(Path(folder), None)
        day = Day(office)
        for step in steps:
            day.play(step)
        before = rows(office)
        report = office.store.verify()
        assert report.is_whole or report.codes_twice, report
        assert office.store.rebuild().was_equal
        # And from nothing: the same rows, keys and search.
        with closing(connect(office.path, office.key)) as connection:
            connection.execute("DELETE FROM dossier")
        rebuilt = office.store.rebuild()
        assert rebuilt.changed == rebuilt.dossiers == len(before)
        assert rows(office) == before
        report = office.store.verify()
        assert report.is_whole or report.codes_twice
        office.store.close()


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE dossier SET applicant = 'Ai Đó'",
        "UPDATE dossier SET status = 9 WHERE key = (SELECT min(key) FROM dossier)",
        "DELETE FROM dossier WHERE key = (SELECT max(key) FROM dossier)",
        "UPDATE dossier SET key = key + 7",
        "UPDATE dossier SET uid = uid || 'x'",
        "UPDATE dossier SET names = 'ai do'",
        "INSERT INTO search(search) VALUES ('delete-all')",
        "DELETE FROM search_data WHERE id > 10",
    ],
)
def test_a_spoilt_projection_is_found_and_made_whole(office: Any, spoil: str) -> None:
    for number in range(4):
        office.register(f"Nguyễn Văn {number}")
    before = rows(office)
    with closing(connect(office.path, office.key)) as connection:
        connection.execute(spoil)
    assert not office.store.verify().is_whole
    assert not office.store.rebuild().was_equal
    assert rows(office) == before
    assert office.store.verify().is_whole
    with office.store.reading() as tx:
        assert len(tx.search.find("nguyen van").lines) == 4


def test_a_lost_binding_is_made_again(office: Any) -> None:
    code, uid = "H00.15-250718-0077", "d-9"
    office.act(OURS[0], code=code)
    entry, data = office.feed().entry(office.received(code=code), uid)
    with office.store.writing() as tx:
        tx.journal.take_in(entry, data, office.accepted())
    assert office.get(uid).printed
    with closing(connect(office.path, office.key)) as connection:
        connection.execute("UPDATE delivery SET dossier = NULL WHERE position = 1")
    assert not office.store.verify().is_whole
    assert office.store.rebuild().bound == 1
    assert office.get(uid).printed
    assert office.store.verify().is_whole


def test_progress_is_told(office: Any) -> None:
    for _ in range(3):
        office.register()
    told: list[tuple[int, int]] = []
    office.store.rebuild(lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)
    told.clear()
    office.store.verify(lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)
