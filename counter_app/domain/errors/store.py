"""The file on disk: full, locked, damaged, wrong key, newer. Words: `wording/store.py`."""

from __future__ import annotations

from counter_app.domain.errors import CounterError


class StoreError(CounterError):
    """Base of this subject; never raised itself. Every leaf gives `path`, the file concerned."""

    code = "store"


class StoreFullError(StoreError):
    """The disk is full; what was being written was not recorded. Facts: `path`."""

    code = "store.full"


class StoreLockedError(StoreError):
    """Another program holds the file for too long. Facts: `path`."""

    code = "store.locked"


class StoreReadOnlyError(StoreError):
    """The file, or its folder, can only be read. Facts: `path`."""

    code = "store.read_only"


class StoreDamagedError(StoreError):
    """The file is torn or changed. Facts: `path`, `reason` (SQLite's words, no data)."""

    code = "store.damaged"


class StoreWrongKeyError(StoreError):
    """The key doesn't open the file, or the whole file isn't ours. Facts: `path`."""

    code = "store.wrong_key"


class StoreNewerError(StoreError):
    """A newer program wrote the file. Facts: `path`, `found`, `known` (revisions)."""

    code = "store.newer"


class StoreDiskError(StoreError):
    """The disk can't be read or written. Facts: `path`, `reason` (the system's words)."""

    code = "store.disk"


class StoreMissingError(StoreError):
    """The file isn't there. Facts: `path`."""

    code = "store.missing"


class StoreGoneError(StoreError):
    """The counter's file isn't there or is empty, though its mark knows entries. Facts: `path`."""

    code = "store.gone"


class StoreIsFolderError(StoreError):
    """A folder was named where a backup file is needed. Facts: `path`."""

    code = "store.is_folder"


class NotABackupError(StoreError):
    """What was named as a backup is a file in use, or another file altogether. Facts: `path`."""

    code = "store.not_a_backup"


class NoChainError(StoreError):
    """An act was to be recorded before this machine was enrolled. Facts: `path`."""

    code = "store.no_chain"


class EntryNotWholeError(StoreError):
    """An entry from elsewhere isn't what it says it is, and was not taken in.

    Facts: `path`, `uid`, `why`: "sha256", "hash", "body" or "uid" (known with other content).
    """

    code = "store.entry_not_whole"


class ForkedChainError(StoreError):
    """Two different entries have one place in a chain: a cloned machine (SYNC §4).

    Facts: `path`, `chain`, `n`.
    """

    code = "store.forked_chain"


class BackupUnfitError(StoreError):
    """A copy was made or found that isn't whole. Facts: `path`, `reason`."""

    code = "store.backup_unfit"


class BackupBehindError(StoreError):
    """The store has entries that the backup lacks. Facts: `path`, `missing` (how many)."""

    code = "store.backup_behind"
