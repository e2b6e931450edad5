"""What this machine saw of a store, kept outside its home, against copies of the whole home."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counter_app.store.copies.witness import Seen, Witness
from counter_app.store.mark import Condition, Standing
from counter_app.store.store import Store
from counter_app.store.subjects.setup import MACHINE
from tests.store.conftest import KEY, Office


class Machine:
    """A machine with one home; its witness lies beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir()
        self.witness_folder = folder / "state" / "witness"
        self.office = Office(self.home)
        self.open()

    def open(self) -> Standing:
        """Open the home as a start does: judged first, then seen."""
        self.office.store.close()
        self.office.store = store = self.office.open(witness_folder=self.witness_folder)
        found = self.judged()
        store.be_witnessed()
        return found

    def judged(self, machine: str = "machine-1") -> Standing:
        store = self.office.store
        return store.standing(store.mark(), machine)

    def copy_home(self, name: str = "copy") -> Path:
        self.office.store.close()
        copy = Path(shutil.copytree(self.home, self.folder / name))
        self.open()
        return copy

    def put_back(self, copy: Path) -> None:
        self.office.store.close()
        shutil.rmtree(self.home)
        shutil.copytree(copy, self.home)

    @property
    def file(self) -> Path:
        (file,) = self.witness_folder.iterdir()
        return file


@pytest.fixture
def machine(tmp_path: Path) -> Any:
    made = Machine(tmp_path)
    yield made
    made.office.store.close()


def test_a_home_that_was_copied_back_with_its_mark_is_restored(machine: Machine) -> None:
    machine.office.register()
    copy = machine.copy_home()
    machine.office.register()
    machine.put_back(copy)
    assert machine.open() == Standing(Condition.RESTORED, why="witness")


def test_the_mark_alone_could_not_tell(machine: Machine) -> None:
    machine.office.register()
    copy = machine.copy_home()
    machine.office.register()
    machine.put_back(copy)
    machine.office.store = machine.office.open()
    assert machine.judged().condition is Condition.CLEAN


def test_a_home_of_before_the_first_entry_is_restored_too(machine: Machine) -> None:
    copy = machine.copy_home()
    machine.office.register()
    machine.put_back(copy)
    assert machine.open().why == "witness"


def test_a_copy_that_lacks_nothing_is_clean(machine: Machine) -> None:
    machine.office.register()
    machine.put_back(machine.copy_home())
    assert machine.open().condition is Condition.CLEAN


def test_an_older_copy_that_is_opened_elsewhere_on_this_machine(machine: Machine) -> None:
    machine.office.register()
    machine.home = machine.copy_home()
    machine.office.register()
    machine.office.folder = machine.home
    assert machine.open().why == "witness"


def test_another_act_in_the_same_place_isn_t_what_was_seen(machine: Machine) -> None:
    copy = machine.copy_home()
    machine.office.register()
    machine.put_back(copy)
    machine.office.store = machine.office.open()  # by a program that knows no witness
    machine.office.register("Trần Thị Mẫu")
    assert machine.open().why == "witness"


def test_after_a_new_chain_every_copy_of_the_old_one_comes_too_late(machine: Machine) -> None:
    """Who brings the newer folder again, or the older one a second time, lacks the new chain."""
    older = machine.copy_home("older")
    machine.office.register()
    newer = machine.copy_home("newer")
    machine.put_back(older)
    assert machine.open().condition is Condition.RESTORED
    with machine.office.store.writing() as tx:
        tx.journal.begin_chain("chain-2")
    assert machine.open().condition is Condition.CLEAN
    for copy in (newer, older):
        machine.put_back(copy)
        assert machine.open().why == "witness"


def test_a_new_chain_that_was_only_begun_is_seen(machine: Machine) -> None:
    copy = machine.copy_home()
    with machine.office.store.writing() as tx:
        tx.journal.begin_chain("chain-2")
    assert machine.open().condition is Condition.CLEAN
    machine.put_back(copy)
    assert machine.open().why == "witness"


def test_a_crash_is_a_crash(machine: Machine) -> None:
    """The number of a transaction that ended at its mark is void; the witness never saw it."""
    machine.office.register()

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    store = machine.office.store
    write = store._write_mark
    store._write_mark = lambda mark: (write(mark), dies())  # type: ignore[assignment, func-returns-value]
    with pytest.raises(KeyboardInterrupt):
        machine.office.register()
    assert machine.open().condition is Condition.CRASHED


def test_a_witness_that_is_behind_is_calm_and_catches_up(machine: Machine) -> None:
    before = machine.file.read_bytes()
    machine.office.register()
    machine.file.write_bytes(before)  # the power went before the disk had the rest
    assert machine.open().condition is Condition.CLEAN
    assert machine.office.store.is_witnessed()


DAMAGED: dict[str, Callable[[Path], object]] = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:100]),
    "of somebody else": lambda path: path.write_text('{"tunes": 1}'),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED.keys())
def test_without_a_sound_witness_nobody_is_locked_out(
    machine: Machine, damage: Callable[[Path], object]
) -> None:
    machine.office.register()
    damage(machine.file)
    assert machine.open().condition is Condition.CLEAN
    machine.office.register()
    assert machine.office.store.is_witnessed() is machine.file.is_file()


def test_a_place_that_can_t_be_written_stops_nothing(machine: Machine) -> None:
    shutil.rmtree(machine.folder / "state")
    (machine.folder / "state").write_text("a file where the folder should be")
    assert machine.open().condition is Condition.CLEAN
    machine.office.register()
    assert not machine.office.store.is_witnessed()


def test_other_rules_are_named_first(machine: Machine) -> None:
    with machine.office.store.writing() as tx:
        tx.setup.put(MACHINE, "machine-1")
    copy = machine.copy_home()
    machine.office.register()
    machine.put_back(copy)
    machine.office.store = machine.office.open(witness_folder=machine.witness_folder)
    assert machine.judged("machine-2").why == "machine"
    (machine.home / "mark.json").unlink()
    machine.office.register()
    (machine.home / "mark.json").unlink()
    assert machine.judged().why == "no_mark"


def test_each_store_has_a_witness_of_its_own(machine: Machine, tmp_path: Path) -> None:
    machine.office.register()
    other = Store.open(tmp_path / "other.db", None, witness_folder=machine.witness_folder)
    with other, other.writing() as tx:
        tx.journal.begin_chain("chain-of-another-counter")
    assert len(list(machine.witness_folder.iterdir())) == 2
    assert machine.open().condition is Condition.CLEAN


def test_a_store_without_a_chain_has_nothing_to_be_seen(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new.db", None, witness_folder=tmp_path / "witness") as store:
        assert store.witness() is None
        assert store.standing(None, "machine-1").condition is Condition.CLEAN
        assert not (tmp_path / "witness").exists()


def test_what_was_seen_is_forgotten_with_the_store(machine: Machine) -> None:
    witness = machine.office.store.witness()
    assert witness is not None
    witness.forget()
    witness.forget()
    assert witness.seen() is None


def test_no_name_and_no_code_is_told(machine: Machine) -> None:
    machine.office.register("Nguyễn Thị Mẫu")
    assert Witness(machine.witness_folder, "chain-1").seen() == Seen(
        "chain-1",
        1,
        machine.office.store.mark().after.hash,  # type: ignore[union-attr]
    )
    assert "H00" not in machine.file.read_text("utf-8")


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.store.conftest import Office
office = Office.__new__(Office)
office.folder, office.key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
from tests.store.conftest import START
office.now, office.ids, office.number, office.version = START, 700, 700, 0
office.store = office.open(witness_folder=Path(sys.argv[3]))
office.register()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_program_has_told_its_witness(machine: Machine) -> None:
    machine.office.register()
    copy = machine.copy_home()
    machine.office.store.close()
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(machine.home), KEY.hex(), str(machine.witness_folder)],
        cwd=Path(__file__).parents[3],
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert machine.open().condition is Condition.CLEAN
    machine.put_back(copy)
    assert machine.open().why == "witness"
