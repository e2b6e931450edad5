from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.errors.store import StoreDiskError, StoreGoneError
from counter_app.store.mark import Condition, Mark, Place, Taken, read_mark, write_mark
from counter_app.store.mark_file import write_slot
from counter_app.store.subjects.setup import MACHINE

DAY_ONE = "2025-07-18"

KILLED = """
import os, signal, sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from counter_app.domain.acts.audit import LoggedIn
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import (Author)
from counter_app.store import mark
from counter_app.store.store import Store

folder, key, when = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), sys.argv[3]
write = mark.write_mark
if when == "before":
    mark.write_mark = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
if when == "between":
    mark.write_mark = lambda *given: (write(*given), os.kill(os.getpid(), signal.SIGKILL))
store = Store.open(folder / "store.db", key, folder / "mark.json")
with store.writing() as tx:
    granted = tx.numbers.take("H00.15", date(2025, 7, 18), "Q1", 2025)
    print(granted.number, flush=True)
    tx.journal.append(
        Kind.LOGGED_IN, LoggedIn("Mẫu"), uid="01981a00-0000-7000-8000-000000000001",
        author=Author("o1", "online", "q"), clock_quality=ClockQuality.LOCAL,
        occurred_at=datetime(2025, 7, 18, 9, tzinfo=timezone(timedelta(hours=7))),
    )
os.kill(os.getpid(), signal.SIGKILL)
"""


def killed(office: Any, when: str) -> int:
    """Run a real process that takes a number and is killed; return the number."""
    office.store.close()
    answer = subprocess.run(
        [sys.executable, "-c", KILLED, str(office.folder), office.key.hex(), when],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == -signal.SIGKILL, answer.stderr
    office.store = office.open()
    return int(answer.stdout)


def standing(office: Any, machine: str = "machine-1") -> Any:
    return office.store.standing(office.store.mark(), machine)


def test_a_new_store_is_clean(office: Any) -> None:
    assert standing(office).condition is Condition.CLEAN
    office.mark_path.unlink()
    assert standing(office).condition is Condition.CLEAN


def test_after_an_ordinary_end_the_store_is_clean(office: Any) -> None:
    office.register()
    office.reopen()
    assert standing(office).condition is Condition.CLEAN
    mark = read_mark(office.mark_path)
    assert mark is not None
    assert mark.chain == "chain-1"
    assert mark.after.n == 1
    assert mark.committed


def test_the_mark_says_what_was_taken(office: Any) -> None:
    with office.store.writing() as tx:
        tx.numbers.take("H00.15", office.now.date(), "Q1", 2025)
    assert office.store.mark().taken == (Taken("b-near", 1, 1),)
    assert standing(office).condition is Condition.CLEAN


def test_reading_and_answers_leave_the_mark_alone(office: Any) -> None:
    office.register()
    before = office.mark_path.read_bytes()
    (entry,) = office.waiting()
    office.answer(entry)
    assert office.mark_path.read_bytes() == before


def test_killed_between_mark_and_commit(office: Any) -> None:
    office.register()
    number = killed(office, "between")
    found = standing(office)
    assert found.condition is Condition.CRASHED
    assert [taken.number for taken in found.taken] == [number]
    with office.store.writing() as tx:
        for taken in found.taken:
            assert tx.numbers.void(taken)
    office.act(NumberVoid("b-near", number, number, "crash"))
    assert standing(office).condition is Condition.CLEAN
    with office.store.writing() as tx:
        granted = tx.numbers.take("H00.15", office.now.date(), "Q1", 2025)
    assert granted.number == number + 1
    assert office.store.verify().is_whole


def test_killed_before_the_mark_nothing_happened(office: Any) -> None:
    office.register()
    killed(office, "before")
    assert standing(office).condition is Condition.CLEAN
    with office.store.reading() as tx:
        assert tx.journal.count() == 1


def test_killed_after_the_commit_everything_is_there(office: Any) -> None:
    office.register()
    killed(office, "after")
    assert standing(office).condition is Condition.CLEAN
    with office.store.reading() as tx:
        assert tx.journal.count() == 2
    assert office.store.verify().is_whole


def test_an_older_copy_of_the_store_is_found_out(office: Any) -> None:
    office.register()
    office.store.close()
    shutil.copy(office.path, office.folder / "older.db")
    office.store = office.open()
    office.register()
    office.register()
    office.store.close()
    for path in office.folder.glob("store.db*"):
        path.unlink()
    shutil.copy(office.folder / "older.db", office.path)
    office.store = office.open()
    found = standing(office)
    assert (found.condition, found.why) == (Condition.RESTORED, "head")


def test_a_copy_that_lacks_only_the_last_act_is_found_out_too(office: Any) -> None:
    office.register()
    office.store.backup(office.folder / "older.db")
    office.register()
    office.store.close()
    shutil.copy(office.folder / "older.db", office.path)
    office.store = office.open()
    assert standing(office).condition is Condition.RESTORED
    # Without the note nobody can tell; then the numbers at least are void.
    (office.folder / "mark.json.committed").unlink()
    assert standing(office).condition is Condition.CRASHED


def test_a_note_that_can_not_be_written_undoes_nothing(office: Any) -> None:
    (office.folder / "mark.json.committed").unlink()
    (office.folder / "mark.json.committed").mkdir()
    uid = office.register()
    assert office.get(uid).uid == uid
    assert standing(office).condition is Condition.CLEAN


def test_an_empty_store_beside_an_older_mark_is_found_out(office: Any) -> None:
    office.register()
    office.store.close()
    for path in office.folder.glob("store.db*"):
        path.unlink()
    with pytest.raises(StoreGoneError):
        office.open()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"chain":1}', " " * 8192])
def test_a_mark_that_can_not_be_read_is_no_mark(office: Any, text: str) -> None:
    office.register()
    office.mark_path.write_text(text)
    found = standing(office)
    assert (found.condition, found.why) == (Condition.RESTORED, "no_mark")


@pytest.mark.parametrize("value", [[], {"chain": 1}, {"chain": "chain-1"}])
def test_another_kind_of_mark_is_no_mark(office: Any, value: Any) -> None:
    write_slot(office.mark_path, value)
    assert read_mark(office.mark_path) is None


def test_a_missing_mark_is_found_out(office: Any) -> None:
    office.register()
    office.mark_path.unlink()
    assert standing(office).condition is Condition.RESTORED


def test_another_machine_is_found_out(office: Any) -> None:
    with office.store.writing() as tx:
        tx.setup.put(MACHINE, "machine-1")
    assert standing(office).condition is Condition.CLEAN
    found = standing(office, "machine-2")
    assert (found.condition, found.why) == (Condition.RESTORED, "machine")


def test_another_chain_is_found_out(office: Any) -> None:
    office.register()
    mark = office.store.mark()
    write_mark(office.mark_path, Mark("chain-0", mark.before, mark.after))
    assert standing(office).why == "head"


def test_a_new_chain_makes_the_store_clean_again(office: Any) -> None:
    office.register()
    office.mark_path.unlink()
    with office.store.writing() as tx:
        tx.journal.begin_chain("chain-2")
    assert standing(office).condition is Condition.CLEAN
    office.register()
    assert standing(office).condition is Condition.CLEAN


def test_a_mark_comes_back_as_it_was_written(tmp_path: Path) -> None:
    mark = Mark("c", Place(), Place(1, "a" * 64), (Taken("b", 3, 4),))
    write_mark(tmp_path / "mark.json", mark)
    assert read_mark(tmp_path / "mark.json") == mark
    assert read_mark(tmp_path / "none.json") is None


def test_no_mark_no_commit(office: Any) -> None:
    office.register()
    before = office.store.mark()
    office.mark_path.unlink()
    office.mark_path.mkdir()
    with pytest.raises(StoreDiskError):
        office.register()
    office.mark_path.rmdir()
    write_mark(office.mark_path, before)
    with office.store.reading() as tx:
        assert tx.journal.count() == 1
    assert standing(office).condition is Condition.CLEAN
