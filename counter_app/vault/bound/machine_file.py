"""Secrets in a file that only its owner reads and only this machine can open.

On Windows the place of keys, under the shield of the system (`machine_scope`). Elsewhere for
machines without a keyring, and only if the settings allow it. Honest measure: the file's rights
(0600) keep other accounts out, and a copy is worthless on another machine; but who is already
this account, or root, can read it. A keyring that is locked with the session is better.
"""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

from counter_app.domain.errors.vault import (
    MachineFileDamagedError,
    OtherMachineError,
    SealDamagedError,
)
from counter_app.durable import write_atomically
from counter_app.vault.bound.machine_scope import Shield
from counter_app.vault.machine import Machine
from counter_app.vault.sealing import Random, derive, seal, unseal

_FORMAT = "counter-app secrets 1"
_SHIELDED = "counter-app secrets 1, shielded"
_SALT_BYTES = 16
_CHECK_BYTES = 8


class MachineFile:
    """The secrets in one file. Calls raise `OtherMachineError` or `MachineFileDamagedError`.

    One object per file: threads of one program may share it, two objects would lose each other's
    changes.
    """

    def __init__(
        self,
        path: Path,
        machine: Machine,
        *,
        shield: Shield | None = None,
        random: Random = os.urandom,
    ) -> None:
        self._path = path
        self._machine = machine
        self._shield = shield
        self._format = _FORMAT if shield is None else _SHIELDED
        self._random = random
        self._turn = threading.Lock()

    def get(self, name: str) -> str | None:
        """Return the secret, or None when there is none of that name."""
        with self._turn:
            salt, secrets = self._read()
        if name not in secrets:
            return None
        try:
            sealed = self._from_shield(bytes.fromhex(secrets[name]), name)
            return unseal(self._key(salt), _purpose(name), sealed).decode()
        except (OSError, ValueError, SealDamagedError) as error:
            raise MachineFileDamagedError(path=self._path) from error

    def set(self, name: str, secret: str) -> None:
        """Keep the secret, in place of the one before."""
        with self._turn:
            salt, secrets = self._read()
            sealed = seal(self._key(salt), _purpose(name), secret.encode(), random=self._random)
            self._write(salt, secrets | {name: self._into_shield(sealed, name).hex()})

    def delete(self, name: str) -> None:
        """Forget the secret; harmless when there is none."""
        with self._turn:
            salt, secrets = self._read()
            if secrets.pop(name, None) is not None:
                self._write(salt, secrets)

    def put_aside(self) -> None:
        """Rename a file that can't be opened here to `….aside`, so that a new one can begin."""
        with self._turn:
            try:
                self._read()
            except (OtherMachineError, MachineFileDamagedError):
                self._path.replace(self._path.with_name(f"{self._path.name}.aside"))

    def _into_shield(self, sealed: bytes, name: str) -> bytes:
        if self._shield is None:
            return sealed
        try:
            return self._shield.shut(sealed, _purpose(name).encode())
        except OSError as error:
            raise MachineFileDamagedError(path=self._path) from error

    def _from_shield(self, kept: bytes, name: str) -> bytes:
        return kept if self._shield is None else self._shield.open(kept, _purpose(name).encode())

    def _key(self, salt: bytes) -> bytes:
        return derive(self._machine.secret, "machine-file", salt=salt)

    def _check(self, salt: bytes) -> str:
        return derive(
            self._machine.secret, "machine-file-check", salt=salt, length=_CHECK_BYTES
        ).hex()

    def _read(self) -> tuple[bytes, dict[str, str]]:
        try:
            text = self._path.read_bytes()
        except FileNotFoundError:
            return self._random(_SALT_BYTES), {}
        except OSError as error:
            raise MachineFileDamagedError(path=self._path) from error
        try:
            data = json.loads(text)
            known, salt, check = data["format"], bytes.fromhex(data["salt"]), data["machine"]
            secrets = {str(name): str(sealed) for name, sealed in data["secrets"].items()}
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise MachineFileDamagedError(path=self._path) from error
        if known != self._format or len(salt) != _SALT_BYTES:
            raise MachineFileDamagedError(path=self._path)
        if check != self._check(salt):
            raise OtherMachineError(path=self._path)
        return salt, secrets

    def _write(self, salt: bytes, secrets: dict[str, str]) -> None:
        data = {
            "format": self._format,
            "salt": salt.hex(),
            "machine": self._check(salt),
            "secrets": secrets,
        }
        try:
            write_atomically(self._path, json.dumps(data, indent=1).encode())
        except OSError as error:
            raise MachineFileDamagedError(path=self._path) from error


def _purpose(name: str) -> str:
    return f"machine-file/{name}"
