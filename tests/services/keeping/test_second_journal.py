"""The second journal: every act on the stick, whatever happens to stick, store or machine."""

from __future__ import annotations

import dataclasses
import json
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from counter_app.domain.acts.audit import Viewed
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import ContactWay, Told
from counter_app.domain.errors.keeping.second_journal import (
    NoSegmentsError,
    SegmentDamagedError,
    SegmentForeignError,
    SegmentForgedError,
    SegmentOtherKeyError,
    SegmentStrangeKeyError,
)
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Recorded
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.services.keeping.journal_import import (
    ImportReport,
    import_segments,
    segment_files,
)
from counter_app.services.keeping.journal_thread import JournalThread
from counter_app.services.keeping.second_journal import (
    SecondJournal,
    copied_of,
    folder_of,
    prepare,
)
from counter_app.store.store import Store
from counter_app.vault.device_key import DeviceKey
from counter_app.vault.segments import (
    Segment,
    begin_segment,
    own_key,
    province_key,
    read_lines,
    read_segment,
    sealed_line,
)
from tests.made import AUTHOR, CHAIN, NOON, received, uid
from tests.services.keeping.second import PLACE, PROVINCE, device

DEVICE = device()
KEY = b"k" * 32
DOSSIER = uid(7)


@dataclass
class Machine:
    """A store with a chain, and its copier."""

    store: Store
    chosen: Path
    numbers: Iterator[int]

    def journal(self) -> SecondJournal:
        return SecondJournal(self.store, self.chosen, PLACE, KEY, DEVICE)

    def act(self, month: int = 11) -> Recorded:
        at = NOON.replace(month=month)
        with self.store.writing() as tx:
            return tx.journal.append(
                Kind.VIEWED, Viewed("H26.15-261120-0001"), uid=uid(next(self.numbers)),
                author=AUTHOR, occurred_at=at, clock_quality=ClockQuality.SYNCED,
            )  # fmt: skip

    def receive(self) -> list[Recorded]:
        made = []
        for kind, body in (
            (Kind.RECEIVED, received(serial=41)),
            (Kind.TOLD, Told(ContactWay.PHONE, "báo")),
        ):
            with self.store.writing() as tx:
                made.append(
                    tx.journal.append(
                        kind, body, uid=uid(next(self.numbers)), author=AUTHOR,
                        occurred_at=NOON, clock_quality=ClockQuality.SYNCED, dossier=DOSSIER,
                    )
                )  # fmt: skip
        return made

    @property
    def files(self) -> tuple[Path, ...]:
        return segment_files(self.chosen)


@pytest.fixture
def new_machine(tmp_path: Path, new_store: Path) -> Iterator[Callable[..., Machine]]:
    opened: list[Store] = []

    def make(name: str, chain: str = CHAIN, first: int = 100) -> Machine:
        folder = tmp_path / name
        folder.mkdir()
        shutil.copyfile(new_store, folder / "store.db")
        store = Store.open(folder / "store.db", None)
        opened.append(store)
        with store.writing() as tx:
            tx.journal.begin_chain(chain)
        chosen = tmp_path / "stick"
        prepare(chosen, PLACE)
        return Machine(store, chosen, iter(range(first, first + 1000)))

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def machine(new_machine: Callable[..., Machine]) -> Machine:
    return new_machine("old")


def key_of(segment: Segment, name: str) -> bytes:
    return province_key(segment, PROVINCE.private, name=name)


def take(machine: Machine, **changes: object) -> ImportReport:
    asked: dict[str, object] = {
        "enrolment": PLACE,
        "keys": frozenset({DEVICE.public}),
        "key_of": key_of,
    }
    return import_segments(machine.store, machine.files, **{**asked, **changes})  # type: ignore[arg-type]


def uids_on(machine: Machine) -> list[str]:
    found = []
    for file in machine.files:
        data = file.read_bytes()
        key = own_key(read_segment(data, name=file.name), KEY)
        assert key is not None
        found += [copied_of(record).entry.uid for record in read_lines(data, key).records]
    return found


def test_every_own_act_is_on_the_stick_once_and_by_month(machine: Machine) -> None:
    made = [machine.act(10).entry.uid, *(machine.act().entry.uid for _ in range(120))]
    journal = machine.journal()
    state = journal.catch_up(NOON)
    assert (state.present, state.behind, state.at) == (True, 0, NOON)
    made.append(machine.act().entry.uid)
    journal.catch_up(NOON)
    assert machine.journal().catch_up(NOON).at == NOON  # another start finds where it was
    assert uids_on(machine) == made
    assert [file.name for file in machine.files] == ["2026-10-001.journal", "2026-11-001.journal"]
    assert b"Viewed" not in machine.files[0].read_bytes()


def test_a_stick_that_is_away_is_calm_and_catches_up(machine: Machine) -> None:
    journal = machine.journal()
    machine.act()
    first = journal.catch_up(NOON)
    away = machine.chosen.with_name("away")
    machine.chosen.rename(away)
    machine.act()
    machine.act()
    state = journal.catch_up(NOON, first)
    assert (state.present, state.behind, state.at) == (False, 2, NOON)
    machine.chosen.mkdir()  # an empty mount point is no stick, and nothing is written there
    assert not journal.catch_up(NOON, state).present
    assert list(machine.chosen.iterdir()) == []
    machine.chosen.rmdir()
    away.rename(machine.chosen)
    assert journal.catch_up(NOON, state).behind == 0
    assert len(uids_on(machine)) == 3


def test_another_stick_begins_at_the_beginning(machine: Machine) -> None:
    journal = machine.journal()
    machine.act()
    journal.catch_up(NOON)
    machine.chosen.rename(machine.chosen.with_name("first"))
    prepare(machine.chosen, PLACE)
    machine.act()
    journal.catch_up(NOON)
    assert len(uids_on(machine)) == 2


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_a_torn_tail_is_ignored_and_written_anew(machine: Machine, cut: int) -> None:
    made = [machine.act().entry.uid for _ in range(3)]
    machine.journal().catch_up(NOON)
    (file,) = machine.files
    file.write_bytes(file.read_bytes()[:-cut])
    assert len(uids_on(machine)) == 2
    machine.journal().catch_up(NOON)
    assert uids_on(machine) == made
    with file.open("ab") as tail:
        tail.write(b"\0" * 700)  # what some file systems leave after a power cut
    made.append(machine.act().entry.uid)
    machine.journal().catch_up(NOON)
    assert uids_on(machine) == made
    key = own_key(read_segment(file.read_bytes(), name=file.name), KEY)
    assert key is not None
    assert not read_lines(file.read_bytes(), key).torn


def test_a_store_set_back_is_copied_anew(machine: Machine, tmp_path: Path) -> None:
    machine.act()
    copy = tmp_path / "copy.db"
    machine.store.backup(copy)
    machine.act()
    machine.journal().catch_up(NOON)
    with Store.open(copy, None) as store:
        back = Machine(store, machine.chosen, iter(range(500, 510)))
        new = back.act()
        back.journal().catch_up(NOON)
    assert new.entry.uid in uids_on(machine)
    assert len(set(uids_on(machine))) == 3


def test_a_dead_machine_goes_on_in_a_new_one(
    machine: Machine, new_machine: Callable[..., Machine]
) -> None:
    told = [*machine.receive(), machine.act()]
    machine.journal().catch_up(NOON)
    new = new_machine("new", uid(1), first=300)
    report = take(new)
    assert (report.taken, report.known, report.files, report.dossiers) == (3, 0, 1, 1)
    with new.store.reading() as tx:
        assert tx.deliveries.counts().pending == 3
        dossier = tx.dossiers.get(DOSSIER)
        assert dossier is not None
        for old in told:
            found = tx.journal.get(old.entry.uid)
            assert found is not None
            assert found.body == old.body
            same = ("uid", "body_sha256", "officer", "occurred_at", "dossier", "code", "after")
            assert [getattr(found.entry, each) for each in same] == [
                getattr(old.entry, each) for each in same
            ]
            assert found.entry.chain == uid(1)
    assert new.store.verify().is_whole
    again = take(new)
    assert (again.taken, again.known) == (0, 3)
    with new.store.writing() as tx:
        assert tx.numbers.next_serial("12", 2026) == 42  # the book goes on where it stood
        assert all(each.state is State.PENDING for each in tx.deliveries.listing())


def test_the_book_goes_on_also_when_the_feed_came_before_the_stick(
    machine: Machine, new_machine: Callable[..., Machine]
) -> None:
    told = machine.receive()
    machine.journal().catch_up(NOON)
    new = new_machine("new", uid(1), first=300)
    with machine.store.reading() as tx:
        data = [tx.journal.data(act.entry.uid) for act in told]
    with new.store.writing() as tx:
        for version, (act, body) in enumerate(zip(told, data, strict=True), start=1):
            tx.journal.take_in(act.entry, body, Outcome(State.ACCEPTED, version))
    report = take(new)
    assert (report.taken, report.known, report.dossiers) == (0, 2, 0)
    with new.store.writing() as tx:
        assert tx.numbers.next_serial("12", 2026) == 42


def test_the_new_machines_own_stick_may_be_imported_again(
    machine: Machine, new_machine: Callable[..., Machine]
) -> None:
    machine.receive()
    machine.journal().catch_up(NOON)
    new = new_machine("new", uid(1), first=300)
    take(new)
    other = DeviceKey(b"e" * 32)
    SecondJournal(new.store, new.chosen, PLACE, b"n" * 32, other).catch_up(NOON)
    third = new_machine("third", uid(2), first=400)
    report = take(third, keys=frozenset({DEVICE.public, other.public}))
    assert (report.files, report.taken) == (2, 2)


def test_foreign_and_strange_ones_are_refused(
    machine: Machine, new_machine: Callable[..., Machine]
) -> None:
    machine.act()
    machine.journal().catch_up(NOON)
    new = new_machine("new", uid(1))
    with pytest.raises(SegmentForeignError):
        take(new, enrolment=dataclasses.replace(PLACE, device="00300"))
    with pytest.raises(SegmentStrangeKeyError):
        take(new, keys=frozenset())
    with pytest.raises(SegmentOtherKeyError):
        take(new, key_of=lambda segment, name: province_key(segment, b"x" * 32, name=name))
    with pytest.raises(NoSegmentsError):
        segment_files(machine.chosen / "nothing")
    with new.store.reading() as tx:
        assert tx.journal.count() == 0


def test_what_was_changed_is_refused(machine: Machine, new_machine: Callable[..., Machine]) -> None:
    machine.act()
    machine.journal().catch_up(NOON)
    (file,) = machine.files
    good = file.read_bytes()
    new = new_machine("new", uid(1))
    for month in (b'"2026-12"', b'"2025-11"'):
        file.write_bytes(good.replace(b'"2026-11"', month, 1))
        with pytest.raises(SegmentDamagedError):
            take(new)
    file.write_bytes(b"not a journal")
    with pytest.raises(SegmentDamagedError):
        take(new)


@pytest.mark.parametrize(
    ("place", "value"), [("officer", "cb-99"), ("occurred_at", "2020-01-01T00:00:00+07:00")]
)
def test_a_forged_entry_is_refused_and_nothing_is_taken(
    machine: Machine, new_machine: Callable[..., Machine], place: str, value: str
) -> None:
    machine.act()
    machine.act()
    machine.journal().catch_up(NOON)
    (file,) = machine.files
    data = file.read_bytes()
    key = own_key(read_segment(data, name=file.name), KEY)
    assert key is not None
    plain = json.loads(read_lines(data, key).records[1])
    plain["entry"][place] = value
    head, first, _ = data.split(b"\n", 2)
    file.write_bytes(head + b"\n" + first + b"\n" + sealed_line(key, json.dumps(plain).encode()))
    new = new_machine("new", uid(1))
    with pytest.raises(SegmentForgedError):
        take(new)
    with new.store.reading() as tx:
        assert tx.journal.count() == 0


def test_a_damaged_line_in_the_middle_is_told(
    machine: Machine, new_machine: Callable[..., Machine]
) -> None:
    for _ in range(3):
        machine.act()
    machine.journal().catch_up(NOON)
    (file,) = machine.files
    lines = file.read_bytes().split(b"\n")
    lines[2] = lines[2][:50] + b"AAAA" + lines[2][54:]
    file.write_bytes(b"\n".join(lines))
    report = take(new_machine("new", uid(1)))
    assert (report.taken, report.damaged, report.torn) == (2, 1, 0)


def test_a_segment_begun_by_another_device_isnt_taken(machine: Machine) -> None:
    line, _ = begin_segment(
        KEY, PROVINCE.public, DeviceKey(b"f" * 32), device="00217", centre="H26.15", month="2026-11"
    )
    (folder_of(machine.chosen, PLACE) / "2026-11-001.journal").write_bytes(line)
    with pytest.raises(SegmentStrangeKeyError):
        take(machine)


def test_the_thread_copies_what_is_committed_and_the_last_act_at_the_end(
    machine: Machine,
) -> None:
    caught: list[BaseException] = []
    thread = JournalThread(
        machine.journal(), lambda: NOON, str(machine.chosen), alarm=caught.append, look_each=60
    )
    machine.store.watch(thread.nudge)
    thread.start()
    machine.act()
    until = time.monotonic() + 30
    while thread.state.at is None or not machine.chosen.glob("*/*") or len(_safe(machine)) < 1:
        assert time.monotonic() < until
        time.sleep(0.01)
    machine.act()
    assert thread.stop(30)
    assert len(uids_on(machine)) == 2
    assert caught == []


def _safe(machine: Machine) -> list[str]:
    try:
        return uids_on(machine)
    except (NoSegmentsError, SegmentDamagedError):  # it is just being written
        return []
