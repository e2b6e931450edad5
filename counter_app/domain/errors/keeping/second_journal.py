"""The second journal on a stick or another disk. Words: `wording/second_journal.py`."""

from __future__ import annotations

from counter_app.domain.errors import CounterError


class SecondJournalError(CounterError):
    """Base of this subject; never raised itself."""

    code = "second_journal"


class SegmentDamagedError(SecondJournalError):
    """Not a segment, changed, or not signed by its device. Facts: `name` (of the file)."""

    code = "second_journal.damaged"


class SegmentNewerError(SecondJournalError):
    """A newer program wrote it. Facts: `name`, `version`."""

    code = "second_journal.newer"


class SegmentOtherKeyError(SecondJournalError):
    """The key given doesn't open it. Facts: `name`, `recipient` (print of the key it needs)."""

    code = "second_journal.other_key"


class SegmentForeignError(SecondJournalError):
    """It is another counter's. Facts: `name`, `theirs`, `ours` (device numbers)."""

    code = "second_journal.foreign"


class SegmentStrangeKeyError(SecondJournalError):
    """Signed by a key that the province never knew for this device. Facts: `name`, `device`."""

    code = "second_journal.strange_key"


class SegmentForgedError(SecondJournalError):
    """An entry inside isn't whole, or its chain isn't. Facts: `name`, `n` (its place)."""

    code = "second_journal.forged"


class NoSegmentsError(SecondJournalError):
    """There is no second journal. Facts: `path`."""

    code = "second_journal.none"


class KeyFileUnreadableError(SecondJournalError):
    """The file that should hold the province's recovery key doesn't. Facts: `path`."""

    code = "second_journal.key_file"


class NoFolderChosenError(SecondJournalError):
    """No folder was chosen for the second journal. Facts: none."""

    code = "second_journal.no_folder"


class FolderMissingError(SecondJournalError):
    """The chosen folder isn't there now (stick not plugged in). Facts: `path`."""

    code = "second_journal.folder_missing"
