from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from counter_app.domain.enrolment import RESTORED
from counter_app.services.counter.opening import settle
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.store.mark import Condition
from tests.made import person
from tests.services.conftest import MACHINE_NAME, Counter

BIRTH = "1.001193"


def settled(counter: Counter, machine: str = MACHINE_NAME) -> object:
    store = counter.workplace.store
    return settle(counter.workplace, store.standing(store.mark(), machine))


def test_a_clean_store_is_left_alone(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter()
    counter.grant()
    receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    found = settled(open_counter())
    assert found.condition is Condition.CLEAN  # type: ignore[attr-defined]
    assert found.void == 0  # type: ignore[attr-defined]


def test_blocks_of_yesterday_are_reported_void(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter()
    counter.grant(1, 10)
    receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    counter.clock.go(days=1)
    found = settled(counter)
    assert found.void == 9  # type: ignore[attr-defined]
    assert settled(counter).void == 0  # type: ignore[attr-defined]


def test_a_restored_copy_gives_only_provisional_receipts(
    open_counter: Callable[..., Counter], tmp_path: Path
) -> None:
    counter = open_counter()
    counter.grant()
    receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    copy = tmp_path / "copy.db"
    counter.workplace.store.backup(copy)
    lost = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    counter.workplace.store.close()
    for name in ("store.db-wal", "store.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    shutil.copy(copy, tmp_path / "store.db")
    again = open_counter()
    found = settled(again)
    assert found.condition is Condition.RESTORED  # type: ignore[attr-defined]
    dossier = receive(again.workplace, again.session, Reception(BIRTH, person()))
    assert dossier.is_provisional
    assert dossier.shown_code == "HG00217-261120-136000"
    assert dossier.shown_code != lost.code
    with again.workplace.store.reading() as tx:
        assert tx.setup.get(RESTORED)["why"] == "head"


def test_another_machine_gives_only_provisional_receipts(
    open_counter: Callable[..., Counter],
) -> None:
    counter = open_counter()
    counter.grant()
    assert settled(counter, "b" * 64).condition is Condition.RESTORED  # type: ignore[attr-defined]
    dossier = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    assert dossier.is_provisional


def test_a_provisional_code_of_a_lost_act_is_not_given_again(
    open_counter: Callable[..., Counter],
) -> None:
    """Nobody knows of it: it was never sent. Also when the server was asked and had no numbers."""
    counter = open_counter()
    settled(counter, "b" * 64)
    with counter.workplace.store.writing() as tx:
        tx.setup.put(RESTORED, None)
    dossier = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    assert dossier.shown_code == "HG00217-261120-136000"


def test_a_store_belongs_to_the_machine_that_found_it_restored(
    open_counter: Callable[..., Counter],
) -> None:
    """Opened there again before the server was asked, it isn't restored once more."""
    counter = open_counter()
    counter.grant()
    store, other = counter.workplace.store, "b" * 64
    found = []
    for machine in (other, other, MACHINE_NAME, MACHINE_NAME):
        standing = store.standing(store.mark(), machine)
        settle(counter.workplace, standing, machine)
        found.append(standing.condition)
        receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    restored, clean = Condition.RESTORED, Condition.CLEAN
    assert found == [restored, clean, restored, clean]
    with store.reading() as tx:
        assert tx.setup.get(RESTORED)["why"] == "machine"
        assert len(tx.journal.chains()) == 3
    assert store.verify().is_whole


KILLED = """
import os, signal, sys
from pathlib import Path
from counter_app.store.store import Store
from counter_app.domain.dossiers.code import official_code
from tests.made import AUTHOR, NOON, received, uid
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.clock_quality import ClockQuality
folder = Path(sys.argv[1])
store = Store.open(folder / "store.db", None, folder / "mark.json")
write_mark = store._write_mark
def write_and_die(mark):
    write_mark(mark)
    os.kill(os.getpid(), signal.SIGKILL)
store._write_mark = write_and_die
with store.writing() as tx:
    taken = tx.numbers.take(sys.argv[2], NOON.date(), "12", 2026)
    code = official_code(sys.argv[2], NOON.date(), taken.number)
    tx.journal.append(
        Kind.RECEIVED, received(code), uid=uid(1), author=AUTHOR, occurred_at=NOON,
        clock_quality=ClockQuality.SYNCED, dossier=uid(1),
    )
"""


def test_a_kill_between_mark_and_commit_voids_exactly_that_number(
    open_counter: Callable[..., Counter], tmp_path: Path
) -> None:
    counter = open_counter()
    counter.grant()
    centre = counter.workplace.enrolment.centre
    first = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    counter.workplace.store.close()
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), centre],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    again = open_counter()
    found = settled(again)
    assert found.condition is Condition.CRASHED  # type: ignore[attr-defined]
    assert found.void == 1  # type: ignore[attr-defined]
    dossier = receive(again.workplace, again.session, Reception(BIRTH, person()))
    assert (first.code[-4:], dossier.code[-4:]) == ("0001", "0003")
    assert (first.received.serial, dossier.received.serial) == (1, 2)
