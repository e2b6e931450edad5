"""The operating system's keyring, asked with patience but not for ever.

A dead D-Bus or a hidden unlock prompt makes a keyring call hang, and even loading the library asks
D-Bus. So everything runs in a worker thread that is given up after a few seconds.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLong
from typing import TYPE_CHECKING, TypeVar

from counter_app.domain.errors.vault import (
    KeyringRefusedError,
    KeyringSilentError,
    NoKeyringError,
)

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

PATIENCE = 5.0
"""Seconds."""

_UNSAFE = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
"""None at all, one that forgets everything, and plain files that pass for a keyring."""

_Answer = TypeVar("_Answer")


class OsKeyring:
    """The secrets of one home in the keyring, under the service name of that home.

    Every call raises `NoKeyringError`, `KeyringSilentError` (no answer within `patience` seconds)
    or `KeyringRefusedError` (locked, prompt dismissed, backend broken).
    """

    def __init__(self, service: str, *, patience: float = PATIENCE) -> None:
        self._service = service
        self._patience = patience

    def require(self) -> str:
        """Return the name of the keyring that is used, or raise."""
        return self._ask(lambda backend: str(backend.name))

    def get(self, name: str) -> str | None:
        """Return the secret, or None when there is none of that name."""
        return self._ask(lambda backend: backend.get_password(self._service, name))

    def set(self, name: str, secret: str) -> None:
        """Keep the secret, in place of the one before."""
        self._ask(lambda backend: backend.set_password(self._service, name, secret))

    def delete(self, name: str) -> None:
        """Forget the secret; harmless when there is none."""

        def forget(backend: KeyringBackend) -> None:
            if backend.get_password(self._service, name) is not None:
                backend.delete_password(self._service, name)

        self._ask(forget)

    def _ask(self, question: Callable[[KeyringBackend], _Answer]) -> _Answer:
        answer: Future[_Answer] = Future()

        def work() -> None:
            try:
                answer.set_result(question(_backend()))
            except BaseException as error:  # noqa: BLE001  raised again where it was asked
                answer.set_exception(error)

        threading.Thread(target=work, name="keyring", daemon=True).start()
        try:
            return answer.result(self._patience)
        except NoKeyringError:
            raise
        except Exception as error:
            if isinstance(error, TooLong) and not answer.done():
                raise KeyringSilentError(seconds=f"{self._patience:g}") from error
            # Backends raise what they like (D-Bus, Windows and macOS errors): all mean "no".
            raise KeyringRefusedError(reason=type(error).__name__) from error


def _backend() -> KeyringBackend:
    """Return the keyring to use; of a chain, its first safe link. Raises `NoKeyringError`."""
    import keyring  # slow to load, and it asks D-Bus while loading

    chosen = keyring.get_keyring()
    for backend in getattr(chosen, "backends", None) or [chosen]:
        if not type(backend).__module__.startswith(_UNSAFE):
            return backend  # type: ignore[no-any-return]  # a chain's links are untyped
    raise NoKeyringError(found=type(chosen).__module__)
