"""Purge: what is past its time goes, the figures and the chain stay, nothing open is touched."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from counter_app.domain.acts.audit import Purged
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.purging import (
    PurgeClockError,
    PurgeOfflineError,
    PurgeSamePersonError,
)
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result, take_result_in
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.services.keeping.second_journal import SecondJournal, prepare, segments
from counter_app.services.purging import purge as module
from counter_app.services.purging.purge import plan, purge, purge_segments
from counter_app.store.subjects.files import FileState, PaperFile
from counter_app.wording.sentences import sentence
from tests.made import person, uid
from tests.services.conftest import Counter
from tests.services.keeping.second import PLACE, device

KEY = b"k" * 32
HEAD = Session(Officer("ld-01", "Đỗ Thị Mẫu", roles=(Role.SUPERVISOR,)), "online")
ADMIN = Session(Officer("qt-01", "Lý Văn Dụ", roles=(Role.ADMIN,)), "online")


def returned(counter: Counter, name: str) -> str:
    dossier = receive(counter.workplace, counter.session, Reception("1.001193", person(name)))
    papers = (ResultPaper("Giấy khai sinh", "118/2026"),)
    counter.clock.go(minutes=5)
    dossier = take_result_in(counter.workplace, counter.session, dossier, papers)
    return_result(counter.workplace, counter.session, dossier)
    return dossier.uid


def answer_all(counter: Counter) -> None:
    with counter.workplace.store.writing() as tx:
        for version, item in enumerate(tx.deliveries.listing(), 1):
            tx.deliveries.answered(item.uid, Outcome(State.ACCEPTED, version))


def later(counter: Counter, days: int = 420) -> None:
    counter.clock.go(days=days)


@pytest.fixture
def files(counter: Counter) -> SealedFiles:
    return SealedFiles.beside(counter.workplace.store.path, KEY)


def file_of(files: SealedFiles, dossier: str, state: FileState, at: Counter) -> PaperFile:
    data = dossier.encode()
    return PaperFile(
        files.put(data, "Tờ khai"), dossier, "Tờ khai", "0" * 64, len(data), 1, "scanner",
        uid(1), at.clock.at, state,
    )  # fmt: skip


def test_bodies_files_and_rows_go_and_the_rest_stays(counter: Counter, files: SealedFiles) -> None:
    place, store = counter.workplace, counter.workplace.store
    gone, open_one = returned(counter, "Trần Thị Mẫu"), "Lê Văn Thử"
    kept = receive(place, counter.session, Reception("1.001193", person(open_one))).uid
    answer_all(counter)
    with store.writing() as tx:
        file = file_of(files, gone, FileState.SENT, counter)
        tx.files.add(file)
    year = counter.clock.at.date()
    with store.reading() as tx:
        facts = tx.journal.facts(year, year)
        entries = [entry for _, entry, _ in tx.journal.since(0, 1000)]
    later(counter)
    assert plan(place, 365).dossiers == 1
    report = purge(place, ADMIN, HEAD, files, 365)
    assert (report.dossiers, report.files) == (1, 1)
    assert report.bodies >= 3
    with store.reading() as tx:
        assert tx.dossiers.get(gone) is None
        assert tx.dossiers.get(kept) is not None
        assert tx.journal.facts(year, year) == facts
        now = tx.journal.since(0, 1000)
        assert [entry for _, entry, _ in now][: len(entries)] == entries
        erased = [data is None for _, entry, data in now if entry.dossier == gone]
        assert all(erased)
        assert all(data is not None for _, entry, data in now if entry.dossier != gone)
        told = tx.journal.get(now[-1][1].uid)
        assert tx.files.names() == frozenset()
    assert told is not None
    assert told.body == Purged((gone,), report.bodies, 1, 365, "ld-01", "Đỗ Thị Mẫu")
    assert told.entry.officer == "qt-01"
    assert files.names() == frozenset()
    checked = store.verify()
    assert checked.is_whole
    assert checked.erased_bodies == report.bodies
    rebuilt = store.rebuild()
    assert (rebuilt.changed, rebuilt.removed) == (0, 0)
    assert purge(place, ADMIN, HEAD, files, 365).dossiers == 0


def test_not_before_its_time(counter: Counter, files: SealedFiles) -> None:
    returned(counter, "Trần Thị Mẫu")
    answer_all(counter)
    later(counter, 364)
    assert plan(counter.workplace, 365).dossiers == 0
    later(counter, 2)
    assert plan(counter.workplace, 365).dossiers == 1
    counter.clock.at = counter.clock.at.replace(year=2026, month=12, day=31)
    assert plan(counter.workplace, 30).dossiers == 0  # the year isn't closed
    later(counter, 1)
    assert plan(counter.workplace, 30).dossiers == 1


def test_nothing_unanswered_and_nothing_with_a_file_that_waits(
    counter: Counter, files: SealedFiles
) -> None:
    place = counter.workplace
    first, second = returned(counter, "Trần Thị Mẫu"), returned(counter, "Lê Văn Thử")
    later(counter)
    assert purge(place, ADMIN, HEAD, files, 365).dossiers == 0
    answer_all(counter)
    with place.store.writing() as tx:
        tx.files.add(file_of(files, first, FileState.WAITING, counter))
    assert purge(place, ADMIN, HEAD, files, 365).dossiers == 1
    with place.store.reading() as tx:
        assert tx.dossiers.get(first) is not None
        assert tx.dossiers.get(second) is None
    assert len(files.names()) == 1


def test_only_by_a_supervisors_word_and_a_clock_that_was_compared(
    counter: Counter, files: SealedFiles
) -> None:
    gone = returned(counter, "Trần Thị Mẫu")
    answer_all(counter)
    later(counter)
    with pytest.raises(NotPermittedError):
        purge(counter.workplace, counter.session, HEAD, files, 365)
    counter.clock.quality = ClockQuality.LOCAL
    with pytest.raises(PurgeClockError):
        purge(counter.workplace, ADMIN, HEAD, files, 365)
    with counter.workplace.store.reading() as tx:
        assert tx.dossiers.get(gone) is not None


def test_what_comes_again_with_the_feed_stays_erased(counter: Counter, files: SealedFiles) -> None:
    place = counter.workplace
    gone = returned(counter, "Trần Thị Mẫu")
    answer_all(counter)
    with place.store.reading() as tx:
        before = tx.journal.since(0, 1000)
    later(counter)
    purge(place, ADMIN, HEAD, files, 365)
    with place.store.writing() as tx:
        for version, (_, entry, data) in enumerate(before, 1):
            assert not tx.journal.take_in(entry, data, Outcome(State.ACCEPTED, version))
        assert tx.dossiers.get(gone) is None
        assert all(tx.journal.data(entry.uid) is None for _, entry, _ in before if entry.dossier)


def test_a_purge_goes_in_pieces(
    counter: Counter, files: SealedFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_STEP", 2)
    for name in ("Một", "Hai", "Ba"):
        returned(counter, f"Trần Thị {name}")
    answer_all(counter)
    later(counter)
    seen: list[tuple[int, int]] = []
    purge(counter.workplace, ADMIN, HEAD, files, 365, progress=lambda *each: seen.append(each))
    assert seen == [(2, 3), (3, 3)]
    day = counter.clock.at.date()
    with counter.workplace.store.reading() as tx:
        assert len(tx.day_acts.between(day, day, (Kind.PURGED,))) == 2


def test_old_segments_of_the_second_journal_go_under_the_same_rule(
    counter: Counter, files: SealedFiles, tmp_path: Path
) -> None:
    place = counter.workplace
    chosen = tmp_path / "stick"
    chosen.mkdir()
    enrolment = dataclasses.replace(place.enrolment, recovery_key=PLACE.recovery_key)
    folder = prepare(chosen, enrolment)
    returned(counter, "Trần Thị Mẫu")
    answer_all(counter)
    journal = SecondJournal(place.store, chosen, enrolment, KEY, device())
    journal.catch_up(counter.clock.at)
    later(counter)
    (old,) = segments(folder)
    assert purge_segments(place, folder, KEY, 365) == 0  # its bodies are still here
    purge(place, ADMIN, HEAD, files, 365)
    journal.catch_up(counter.clock.at)
    assert purge_segments(place, folder, b"x" * 32, 365) == 0  # not ours
    assert purge_segments(place, folder, KEY, 365) == 1
    assert not old.exists()
    assert len(segments(folder)) == 1
    again = SecondJournal(place.store, chosen, enrolment, KEY, device())
    again.catch_up(counter.clock.at)
    assert len(segments(folder)) == 1


BOTH = dataclasses.replace(HEAD.officer, roles=(Role.SUPERVISOR, Role.ADMIN))
"""Somebody with the roles of the one who asks and of the one who approves."""


@pytest.mark.parametrize(
    ("asks", "approves", "error"),
    [
        (Session(BOTH, "online"), Session(BOTH, "online"), PurgeSamePersonError),
        (ADMIN, dataclasses.replace(ADMIN, officer=Officer("qt-02", "A")), NotPermittedError),
        (HEAD, dataclasses.replace(HEAD, officer=BOTH), NotPermittedError),
        (ADMIN, dataclasses.replace(HEAD, auth="offline"), PurgeOfflineError),
        (dataclasses.replace(ADMIN, auth="offline"), HEAD, PurgeOfflineError),
    ],
)
def test_it_takes_two_whom_the_province_let_in(
    counter: Counter,
    files: SealedFiles,
    asks: Session,
    approves: Session,
    error: type[CounterError],
) -> None:
    dossier = returned(counter, "Trần Thị Mẫu")
    answer_all(counter)
    later(counter)
    with pytest.raises(error) as caught:
        purge(counter.workplace, asks, approves, files, 365)
    assert sentence(caught.value)
    with counter.workplace.store.reading() as tx:
        assert tx.dossiers.get(dossier) is not None
