from __future__ import annotations

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from counter_app.domain.errors import CounterError
from counter_app.domain.errors.vault import MachineFileDamagedError, OtherMachineError
from counter_app.vault.bound.machine_file import MachineFile
from counter_app.vault.machine import Machine, MarkSource

OTHER = Machine("e" * 64, MarkSource.SYSTEM, b"o" * 32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "secrets.json"


def test_secrets_come_back_and_go(path: Path, machine: Machine) -> None:
    file = MachineFile(path, machine)
    assert file.get("a") is None
    file.delete("a")
    assert not path.exists()
    file.set("a", "một")
    file.set("b", "hai")
    file.set("a", "ba")
    again = MachineFile(path, machine)
    assert (again.get("a"), again.get("b")) == ("ba", "hai")
    again.delete("a")
    assert (file.get("a"), file.get("b")) == (None, "hai")
    assert "hai" not in path.read_text()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_only_the_owner_reads_it(path: Path, machine: Machine, umask: int) -> None:
    before = os.umask(umask)
    try:
        MachineFile(path, machine).set("a", "1")
    finally:
        os.umask(before)
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_copy_on_another_machine_is_worthless(path: Path, machine: Machine) -> None:
    MachineFile(path, machine).set("a", "1")
    for call in (lambda f: f.get("a"), lambda f: f.set("a", "2"), lambda f: f.delete("a")):
        with pytest.raises(OtherMachineError) as caught:
            call(MachineFile(path, OTHER))
        assert caught.value.facts == {"path": path}
    assert MachineFile(path, machine).get("a") == "1"


def test_a_foreign_or_damaged_file_is_put_aside_never_deleted(path: Path, machine: Machine) -> None:
    MachineFile(path, machine).put_aside()
    MachineFile(path, machine).set("a", "1")
    whole = path.read_bytes()
    MachineFile(path, machine).put_aside()
    assert path.read_bytes() == whole
    other = MachineFile(path, OTHER)
    other.put_aside()
    other.set("a", "2")
    assert path.with_name("secrets.json.aside").read_bytes() == whole
    assert other.get("a") == "2"


def test_one_secret_can_t_be_passed_off_as_another(path: Path, machine: Machine) -> None:
    file = MachineFile(path, machine)
    file.set("one", "1")
    file.set("two", "2")
    text = path.read_text()
    path.write_text(text.replace('"one"', '"x"').replace('"two"', '"one"').replace('"x"', '"two"'))
    with pytest.raises(MachineFileDamagedError):
        file.get("one")


def test_every_flipped_bit_gives_the_secret_none_or_an_error(path: Path, machine: Machine) -> None:
    """A flip in the name of a secret hides it; no flip gives another secret."""
    file = MachineFile(path, machine)
    file.set("a", "secret")
    whole = path.read_bytes()
    outcomes = set()
    for place in range(len(whole)):
        for bit in range(8):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
            try:
                outcomes.add(file.get("a"))
            except CounterError as error:
                outcomes.add(error.code)
    # Hex digits read the same in capitals: that flip changes nothing.
    assert outcomes == {"secret", None, "vault.machine_file_damaged", "vault.other_machine"}


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b"[" * 60_000, b'{"format": 1}'])
def test_what_is_no_such_file_is_damaged(path: Path, machine: Machine, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(MachineFileDamagedError):
        MachineFile(path, machine).get("a")


def test_a_folder_in_its_place_is_damaged(path: Path, machine: Machine) -> None:
    path.mkdir()
    with pytest.raises(MachineFileDamagedError):
        MachineFile(path, machine).get("a")


def test_a_full_or_missing_disk_is_said(path: Path, machine: Machine) -> None:
    with pytest.raises(MachineFileDamagedError):
        MachineFile(path / "no" / "such", machine).set("a", "1")


def test_threads_don_t_lose_each_other_s_secrets(path: Path, machine: Machine) -> None:
    file = MachineFile(path, machine)
    threads = [
        threading.Thread(target=lambda n=n: [file.set(f"{n}.{i}", str(i)) for i in range(5)])
        for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [file.get(f"{n}.{i}") for n in range(4) for i in range(5)] == [*"01234"] * 4
