from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from counter_app.domain.errors.vault import KeyringRefusedError, NoKeyringError
from counter_app.vault.bound.machine_file import MachineFile
from counter_app.vault.machine import Machine
from counter_app.vault.os_keyring import OsKeyring
from counter_app.vault.places import KeyPlace, choose


@pytest.fixture
def file(tmp_path: Path, machine: Machine) -> MachineFile:
    return MachineFile(tmp_path / "secrets.json", machine)


def test_the_keyring_comes_first(memory: Any, file: MachineFile) -> None:
    keyring = OsKeyring("s")
    for allowed in (True, False):
        assert choose(keyring, file, allow_machine_file=allowed) == (KeyPlace.KEYRING, keyring)


def test_the_file_only_when_allowed(no_keyring: None, file: MachineFile) -> None:
    found = choose(OsKeyring("s"), file, allow_machine_file=True)
    assert found == (KeyPlace.MACHINE_FILE, file)
    with pytest.raises(NoKeyringError):
        choose(OsKeyring("s"), file, allow_machine_file=False)


def test_a_locked_keyring_is_not_replaced(refusing: Any, file: MachineFile) -> None:
    keyring = OsKeyring("s")
    place, chosen = choose(keyring, file, allow_machine_file=True)
    assert place is KeyPlace.KEYRING
    with pytest.raises(KeyringRefusedError):
        chosen.get("x")
