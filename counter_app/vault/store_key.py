"""The store key (khóa kho dữ liệu): 256 random bits, made once, wrapped twice (SYNC §4).

Once in the operating system's keyring (on Windows: in the scope of the machine), so that the
program starts without a question; once in a recovery file sealed to the province's key, so that an
erased keyring or a dead PC loses nothing. A small note in the home, which is no secret, says where
the key is and how it is called.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.domain.errors.home import NotWritableError
from counter_app.domain.errors.vault import (
    KeyExistsError,
    KeyFileDamagedError,
    KeyMissingError,
    KeyringRefusedError,
    MachineFileNotAllowedError,
    NoKeyError,
    OtherMachineError,
    RecoveryDamagedError,
    RecoveryNewerError,
    WrongKeyError,
)
from counter_app.durable import write_atomically
from counter_app.vault.bound.machine_file import MachineFile
from counter_app.vault.bound.machine_scope import Shield, machine_scope
from counter_app.vault.machine import Machine
from counter_app.vault.os_keyring import PATIENCE, OsKeyring
from counter_app.vault.places import KeyPlace, Secrets, choose
from counter_app.vault.recovery import key_id, key_print, read_note, seal_recovery
from counter_app.vault.sealing import KEY_BYTES, Random

_FORMAT = "counter-app key note"
_VERSION = 1
_NAME = "store-key"
_HEX32 = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class KeyHome:
    """Where one home keeps what belongs to its key, and what its settings allow."""

    note: Path
    recovery: Path
    secrets: Path
    machine: Machine
    allow_machine_file: bool = False
    patience: float = PATIENCE
    service: str = "counter-app"
    shield: Shield | None = field(default_factory=machine_scope, repr=False, compare=False)

    def keyring(self, home_id: str) -> OsKeyring:
        """Return the keyring under this home's service name."""
        return OsKeyring(f"{self.service}/{home_id}", patience=self.patience)

    def machine_file(self) -> MachineFile:
        """Return the machine-bound file."""
        return MachineFile(self.secrets, self.machine)

    def shielded_file(self) -> MachineFile | None:
        """Return the file under the system's shield of this machine; None where it has none."""
        if self.shield is None:
            return None
        return MachineFile(self.secrets, self.machine, shield=self.shield)


@dataclass(frozen=True, slots=True)
class StoreKey:
    """An open store key. `secrets` is the place it came from; tokens are kept there too."""

    raw: bytes = field(repr=False)
    place: KeyPlace
    secrets: Secrets = field(repr=False)

    @property
    def key_id(self) -> str:
        """The key's name (16 hex digits), no secret."""
        return key_id(self.raw)


@dataclass(frozen=True, slots=True)
class _Note:
    home_id: str
    key_id: str
    place: KeyPlace


def create_key(home: KeyHome, *, random: Random = os.urandom) -> StoreKey:
    """Make the key of a new home and keep it. Then call `ensure_recovery` at once.

    Raises `KeyExistsError` when this home ever had a key, `NoKeyringError` when there is no
    keyring and the machine file isn't allowed, `NotWritableError`, and the other errors of the
    place. A crash on the way leaves either no key, or one that `open_key` opens.
    """
    for path in (home.note, home.recovery):
        if path.exists():
            raise KeyExistsError(path=path)
    return _keep(home, random(KEY_BYTES), random(16).hex())


def open_key(home: KeyHome) -> StoreKey:
    """Return the key of this home.

    Raises `NoKeyError` (never enrolled), `KeyMissingError` (erased: recover it),
    `WrongKeyError`, `KeyFileDamagedError`, `MachineFileNotAllowedError`, and the errors of
    the place.
    """
    note = _read_note(home)
    if note is None:
        if home.recovery.exists():
            raise KeyMissingError(recovery_file=home.recovery)
        raise NoKeyError(path=home.note)
    secrets: Secrets
    if note.place is KeyPlace.KEYRING:
        secrets = home.keyring(note.home_id)
    elif note.place is KeyPlace.MACHINE_SCOPE:
        shielded = home.shielded_file()
        if shielded is None:
            raise OtherMachineError(path=home.secrets)  # a Windows home, opened elsewhere
        secrets = shielded
    elif home.allow_machine_file:
        secrets = home.machine_file()
    else:
        raise MachineFileNotAllowedError(path=home.secrets)
    kept = secrets.get(_NAME)
    if kept is None:
        raise KeyMissingError(recovery_file=home.recovery)
    raw = _from_text(kept)
    found = key_id(raw) if raw else "?"
    if raw is None or found != note.key_id:
        raise WrongKeyError(expected=note.key_id, found=found)
    return StoreKey(raw, note.place, secrets)


def restore_key(home: KeyHome, raw: bytes, *, random: Random = os.urandom) -> StoreKey:
    """Keep a key that `recovery.recover_key` brought back, on this machine or on a new one.

    Raises `WrongKeyError` when the home's note names another key, `NotWritableError`, and the
    errors of the place.
    """
    try:
        note = _read_note(home)
    except KeyFileDamagedError:
        note = None  # the note is no secret and is written anew
    if note is not None and note.key_id != key_id(raw):
        raise WrongKeyError(expected=note.key_id, found=key_id(raw))
    (home.shielded_file() or home.machine_file()).put_aside()
    return _keep(home, raw, note.home_id if note else random(16).hex())


def forget_key(key: StoreKey) -> None:
    """Take the key out of its place for good: what it sealed stays sealed, but for the recovery.

    Raises the errors of the place.
    """
    key.secrets.delete(_NAME)


def ensure_recovery(
    home: KeyHome, raw: bytes, public_key: bytes, *, label: str = "", random: Random = os.urandom
) -> str:
    """See that the recovery file holds this key for the province's present key; return its code.

    Called at enrolment and at every start: a file that was deleted or damaged, or made for
    a recovery key that was replaced since, is made anew while the key is still at hand.
    Raises `RecoveryKeyUnusableError`, `NotWritableError`.
    """
    try:
        note = read_note(home.recovery)
    except (RecoveryDamagedError, RecoveryNewerError):
        note = None
    if note and (note.key_id, note.recipient) == (key_id(raw), key_print(public_key)):
        return note.code
    made = seal_recovery(raw, public_key, label=label, random=random)
    _write(home.recovery, made)
    return read_note(home.recovery).code


def _keep(home: KeyHome, raw: bytes, home_id: str) -> StoreKey:
    place, secrets = choose(
        home.keyring(home_id),
        home.machine_file(),
        home.shielded_file(),
        allow_machine_file=home.allow_machine_file,
    )
    secrets.set(_NAME, raw.hex())
    if secrets.get(_NAME) != raw.hex():  # some keyrings say yes and forget
        raise KeyringRefusedError(reason="read back")
    data = {
        "format": _FORMAT,
        "version": _VERSION,
        "home_id": home_id,
        "key_id": key_id(raw),
        "place": place.value,
    }
    _write(home.note, json.dumps(data, indent=1).encode())
    return StoreKey(raw, place, secrets)


def _read_note(home: KeyHome) -> _Note | None:
    try:
        data = json.loads(home.note.read_bytes())
        known = (data["format"], data["version"]) == (_FORMAT, _VERSION)
        note = _Note(data["home_id"], str(data["key_id"]), KeyPlace(data["place"]))
        known = known and _HEX32.fullmatch(note.home_id) is not None
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise KeyFileDamagedError(path=home.note) from error
    if not known:
        raise KeyFileDamagedError(path=home.note)
    return note


def _write(path: Path, data: bytes) -> None:
    try:
        write_atomically(path, data)
    except OSError as error:
        raise NotWritableError(path=path, reason=error.strerror) from error


def _from_text(text: str) -> bytes | None:
    try:
        raw = bytes.fromhex(text)
    except ValueError:
        return None
    return raw if len(raw) == KEY_BYTES else None
