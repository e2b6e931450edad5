"""Keyrings for the tests: one in memory, and the ways in which real ones let us down."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked, PasswordDeleteError

from counter_app.vault.machine import Machine, MarkSource
from counter_app.vault.store_key import KeyHome

PATIENCE = 60.0


class MemoryKeyring(KeyringBackend):
    """A keyring that works. Its priority keeps it out of keyring's own choice."""

    priority = -1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError
        del self.kept[service, username]


class SilentKeyring(MemoryKeyring):
    """A dead D-Bus: never answers while the test runs."""

    def __init__(self) -> None:
        super().__init__()
        self.over = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.over.wait(30)
        return None


class LockedKeyring(MemoryKeyring):
    """The officer dismissed the prompt."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked


class BrokenKeyring(MemoryKeyring):
    """A backend with an error of its own kind, here one that looks like our own impatience."""

    def get_password(self, service: str, username: str) -> str | None:
        raise TimeoutError


class ForgetfulKeyring(MemoryKeyring):
    """Says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return None


@pytest.fixture
def use_keyring() -> Iterator[Callable[[KeyringBackend], None]]:
    """Set the process's keyring; the one before comes back."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


@pytest.fixture
def memory(use_keyring: Callable[[KeyringBackend], None]) -> MemoryKeyring:
    backend = MemoryKeyring()
    use_keyring(backend)
    return backend


@pytest.fixture
def silent(use_keyring: Callable[[KeyringBackend], None]) -> Iterator[MemoryKeyring]:
    backend = SilentKeyring()
    use_keyring(backend)
    yield backend
    backend.over.set()


@pytest.fixture(params=[LockedKeyring, BrokenKeyring])
def refusing(
    request: pytest.FixtureRequest, use_keyring: Callable[[KeyringBackend], None]
) -> MemoryKeyring:
    backend: MemoryKeyring = request.param()
    use_keyring(backend)
    return backend


@pytest.fixture
def forgetful(use_keyring: Callable[[KeyringBackend], None]) -> None:
    use_keyring(ForgetfulKeyring())


@pytest.fixture
def no_keyring(use_keyring: Callable[[KeyringBackend], None]) -> None:
    use_keyring(fail.Keyring())


@pytest.fixture
def machine() -> Machine:
    return Machine("f" * 64, MarkSource.SYSTEM, b"m" * 32)


@pytest.fixture
def key_home(tmp_path: Path, machine: Machine) -> KeyHome:
    return KeyHome(
        note=tmp_path / "key.json",
        recovery=tmp_path / "recovery.json",
        secrets=tmp_path / "secrets.json",
        machine=machine,
        patience=PATIENCE,
    )
