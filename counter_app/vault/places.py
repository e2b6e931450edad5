"""Where a secret is kept, and which place is taken: never silently the less safe one."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from counter_app.domain.errors.vault import NoKeyringError
from counter_app.vault.bound.machine_file import MachineFile
from counter_app.vault.os_keyring import OsKeyring


class KeyPlace(Enum):
    """Shown by `doctor`. MACHINE_FILE means: "không có kho khóa của hệ điều hành".

    MACHINE_SCOPE is Windows': a file under the shield of this machine, for every account of it.
    """

    KEYRING = "keyring"
    MACHINE_FILE = "machine_file"
    MACHINE_SCOPE = "machine_scope"


class Secrets(Protocol):
    """A place for short secret texts, each under a name. The two places are ours; both are real."""

    def get(self, name: str) -> str | None:
        """Return the secret, or None when there is none of that name."""

    def set(self, name: str, secret: str) -> None:
        """Keep the secret, in place of the one before."""

    def delete(self, name: str) -> None:
        """Forget the secret; harmless when there is none."""


def choose(
    keyring: OsKeyring,
    machine_file: MachineFile,
    shielded: MachineFile | None = None,
    *,
    allow_machine_file: bool,
) -> tuple[KeyPlace, Secrets]:
    """Return the shielded file where the system has a shield of machines (Windows).

    Else the keyring if there is one, else the machine file if that was allowed.

    Raises `NoKeyringError` when it wasn't. A keyring that is there but locked or silent is never
    replaced by the file: that would hide the key that lies in it.
    """
    if shielded is not None:
        return KeyPlace.MACHINE_SCOPE, shielded
    try:
        keyring.require()
    except NoKeyringError:
        if not allow_machine_file:
            raise
        return KeyPlace.MACHINE_FILE, machine_file
    return KeyPlace.KEYRING, keyring
