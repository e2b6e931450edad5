"""Keys, the operating system's keyring, sealed files, passwords. Words: `wording/vault.py`."""

from __future__ import annotations

from counter_app.domain.errors import CounterError


class VaultError(CounterError):
    """Base of this subject; never raised itself. No error here carries a secret."""

    code = "vault"


class NoKeyError(VaultError):
    """This home never had a key: it isn't enrolled. Facts: `path` (of the key note)."""

    code = "vault.no_key"


class KeyExistsError(VaultError):
    """A key was made here before; another would lock the data away. Facts: `path`."""

    code = "vault.key_exists"


class KeyMissingError(VaultError):
    """The keyring entry or the key note is gone (erased, profile reset, moved home).

    Facts: `recovery_file`, the file that brings the key back.
    """

    code = "vault.key_missing"


class WrongKeyError(VaultError):
    """A key was found, but not this home's. Facts: `expected`, `found` (key ids, no secrets)."""

    code = "vault.wrong_key"


class KeyFileDamagedError(VaultError):
    """The key note can't be read. Facts: `path`."""

    code = "vault.key_file_damaged"


class NoKeyringError(VaultError):
    """The operating system offers no keyring that we may trust. Facts: `found` (its name)."""

    code = "vault.no_keyring"


class KeyringSilentError(VaultError):
    """The keyring doesn't answer (dead D-Bus, a hidden prompt). Facts: `seconds` waited."""

    code = "vault.keyring_silent"


class KeyringRefusedError(VaultError):
    """The keyring is locked or refused. Facts: `reason` (the kind of its error)."""

    code = "vault.keyring_refused"


class MachineFileNotAllowedError(VaultError):
    """The key lies in a machine-bound file, and the settings don't allow that. Facts: `path`."""

    code = "vault.machine_file_not_allowed"


class MachineFileDamagedError(VaultError):
    """The machine-bound file can't be read or written. Facts: `path`."""

    code = "vault.machine_file_damaged"


class OtherMachineError(VaultError):
    """The machine-bound file was made on another machine. Facts: `path`."""

    code = "vault.other_machine"


class RecoveryDamagedError(VaultError):
    """The recovery file is missing, torn or changed. Facts: `path`."""

    code = "vault.recovery_damaged"


class RecoveryOtherKeyError(VaultError):
    """The private key given doesn't open this recovery file. Facts: `recipient` (key print)."""

    code = "vault.recovery_other_key"


class RecoveryNewerError(VaultError):
    """The recovery file was made by a newer program. Facts: `version`."""

    code = "vault.recovery_newer"


class SealDamagedError(VaultError):
    """Sealed bytes were changed, cut, or sealed for another purpose. Facts: `purpose`."""

    code = "vault.seal_damaged"


class VerifierDamagedError(VaultError):
    """A stored password verifier can't be read. Facts: none."""

    code = "vault.verifier_damaged"


class RecoveryKeyUnusableError(VaultError):
    """What the province gave as its recovery public key isn't one. Facts: none."""

    code = "vault.recovery_key_unusable"
