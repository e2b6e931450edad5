"""Keys in the scope of the machine. Windows' own shield is tried by `python -m tests.windows`."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from counter_app.domain.errors.vault import (
    KeyMissingError,
    MachineFileDamagedError,
    MachineFileNotAllowedError,
    NoKeyringError,
    OtherMachineError,
)
from counter_app.vault.bound.machine_file import MachineFile
from counter_app.vault.bound.machine_scope import machine_scope
from counter_app.vault.machine import Machine
from counter_app.vault.places import KeyPlace
from counter_app.vault.store_key import KeyHome, create_key, forget_key, open_key, restore_key


@dataclass(frozen=True)
class PretendedShield:
    """Windows' shield as the vault sees it: one secret per PC, and a purpose that must agree."""

    pc: bytes

    def shut(self, data: bytes, purpose: bytes) -> bytes:
        return self._seal(data, purpose) + bytes(each ^ 0xA5 for each in data)

    def open(self, data: bytes, purpose: bytes) -> bytes:
        seal, body = data[:32], bytes(each ^ 0xA5 for each in data[32:])
        if not hmac.compare_digest(seal, self._seal(body, purpose)):
            raise OSError(13, "Invalid data.")
        return body

    def _seal(self, data: bytes, purpose: bytes) -> bytes:
        return hmac.digest(self.pc + purpose, data, hashlib.sha256)


@pytest.fixture
def windows(key_home: KeyHome) -> KeyHome:
    return replace(key_home, shield=PretendedShield(b"one"))


def test_the_machine_keeps_the_key_whatever_the_keyring_says(
    windows: KeyHome, no_keyring: None
) -> None:
    made = create_key(windows)
    assert made.place is KeyPlace.MACHINE_SCOPE
    assert json.loads(windows.note.read_text())["place"] == "machine_scope"
    assert open_key(windows).raw == made.raw
    assert made.raw.hex() not in windows.secrets.read_text()
    made.secrets.set("token", "x")
    assert open_key(windows).secrets.get("token") == "x"
    forget_key(made)
    with pytest.raises(KeyMissingError):
        open_key(windows)


def test_a_copied_home_opens_nowhere_else(windows: KeyHome, no_keyring: None) -> None:
    create_key(windows)
    with pytest.raises(MachineFileDamagedError):
        open_key(replace(windows, shield=PretendedShield(b"two")))
    with pytest.raises(OtherMachineError):
        open_key(replace(windows, shield=None, allow_machine_file=True))


def test_a_home_from_before_stays_where_its_note_says(
    key_home: KeyHome, windows: KeyHome, memory: object
) -> None:
    made = create_key(key_home)
    assert made.place is KeyPlace.KEYRING
    opened = open_key(windows)
    assert (opened.place, opened.raw) == (KeyPlace.KEYRING, made.raw)


def test_a_recovered_key_comes_under_the_shield(
    key_home: KeyHome, windows: KeyHome, no_keyring: None
) -> None:
    made = create_key(replace(key_home, allow_machine_file=True))
    assert restore_key(windows, made.raw).place is KeyPlace.MACHINE_SCOPE
    assert open_key(windows).raw == made.raw
    assert windows.secrets.with_name("secrets.json.aside").exists()


def test_a_shielded_file_is_none_without_the_shield(tmp_path: Path, machine: Machine) -> None:
    path = tmp_path / "secrets.json"
    MachineFile(path, machine, shield=PretendedShield(b"one")).set("a", "1")
    with pytest.raises(MachineFileDamagedError):
        MachineFile(path, machine).get("a")


def test_here_is_no_shield_and_nothing_changes(key_home: KeyHome, no_keyring: None) -> None:
    assert machine_scope() is None
    with pytest.raises(NoKeyringError):
        create_key(key_home)
    create_key(replace(key_home, allow_machine_file=True))
    with pytest.raises(MachineFileNotAllowedError):
        open_key(key_home)
