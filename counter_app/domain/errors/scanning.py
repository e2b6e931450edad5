"""What keeps a paper from being scanned or attached, and a kept file from being opened.

Three families: `scanner` (the device; fact `scanner`, its name), `attach` (a file that somebody
brought; fact `name`) and `scan_file` (a file that is kept here; fact `paper`).
"""

from __future__ import annotations

from typing import ClassVar

from counter_app.domain.errors import CounterError


class ScannerError(CounterError):
    """The scanner didn't give a page."""

    code: ClassVar[str] = "scanner"


class ScannerToolMissingError(ScannerError):
    """This machine has no scanning software (SANE on Linux). Further fact: `package`."""

    code: ClassVar[str] = "scanner.tool_missing"


class NoScannerError(ScannerError):
    """The system sees no scanner at all."""

    code: ClassVar[str] = "scanner.none"


class ScannerGoneError(ScannerError):
    """The scanner is switched off, unplugged, or answers nothing."""

    code: ClassVar[str] = "scanner.gone"


class ScannerBusyError(ScannerError):
    """Another program, or another machine, uses it."""

    code: ClassVar[str] = "scanner.busy"


class ScannerJammedError(ScannerError):
    """Paper got stuck in the feeder."""

    code: ClassVar[str] = "scanner.jammed"


class FeederEmptyError(ScannerError):
    """Nothing lies in the feeder."""

    code: ClassVar[str] = "scanner.feeder_empty"


class ScannerCoverError(ScannerError):
    """Its cover stands open."""

    code: ClassVar[str] = "scanner.cover_open"


class ScannerRefusedError(ScannerError):
    """The system doesn't let this user scan."""

    code: ClassVar[str] = "scanner.refused"


class ScannerSilentError(ScannerError):
    """Nothing came for longer than a page takes. Further fact: `seconds`."""

    code: ClassVar[str] = "scanner.silent"


class ScannerFailedError(ScannerError):
    """Anything else that the device says. Further fact: `reason` (its own words)."""

    code: ClassVar[str] = "scanner.failed"


class AttachError(CounterError):
    """A file that can't be taken as a paper."""

    code: ClassVar[str] = "attach"


class FileUnreadableError(AttachError):
    """The system doesn't give the file: gone, a folder, no right. Further fact: `reason`."""

    code: ClassVar[str] = "attach.unreadable"


class FileEmptyError(AttachError):
    """Nothing is in it."""

    code: ClassVar[str] = "attach.empty"


class FileKindError(AttachError):
    """Neither PDF nor JPEG, PNG or TIFF, whatever its name says."""

    code: ClassVar[str] = "attach.kind"


class FileDamagedError(AttachError):
    """It begins like a PDF or an image, and can't be read to its end."""

    code: ClassVar[str] = "attach.damaged"


class FileTooLargeError(AttachError):
    """More bytes than a paper may have. Further facts: `size`, `most` (whole MB)."""

    code: ClassVar[str] = "attach.too_large"


class TooManyPagesError(AttachError):
    """More pages than a paper may have. Further facts: `pages`, `most`."""

    code: ClassVar[str] = "attach.too_many_pages"


class NoPagesError(AttachError):
    """A document without pages."""

    code: ClassVar[str] = "attach.no_pages"


class PageSizeError(AttachError):
    """A page that is no sheet of paper: a speck, a banner, a bomb. Further fact: `page`."""

    code: ClassVar[str] = "attach.page_size"


class FileLockedError(AttachError):
    """Encrypted, with a password or only with restrictions."""

    code: ClassVar[str] = "attach.locked"


class FileActiveError(AttachError):
    """A PDF that does things: scripts, starting programs, forms that send. Further fact: `what`."""

    code: ClassVar[str] = "attach.active"


class FileWithinFileError(AttachError):
    """A PDF with other files inside."""

    code: ClassVar[str] = "attach.within"


class SignedFileError(AttachError):
    """A digitally signed PDF that somebody wants to turn, shorten or reorder."""

    code: ClassVar[str] = "attach.signed"


class ScanFileError(CounterError):
    """A kept file that can't be used as asked."""

    code: ClassVar[str] = "scan_file"


class AlreadyAttachedError(ScanFileError):
    """The very same bytes are kept for this paper already."""

    code: ClassVar[str] = "scan_file.already_there"


class ScanFileUnknownError(ScanFileError):
    """No such file is kept for this dossier."""

    code: ClassVar[str] = "scan_file.unknown"


class ScanFileMissingError(ScanFileError):
    """The store knows the file, the disk doesn't have it. Further fact: `path`."""

    code: ClassVar[str] = "scan_file.missing"


class ScanFileClearedError(ScanFileError):
    """The province has it, and it isn't kept here any more."""

    code: ClassVar[str] = "scan_file.cleared"


class ScanFileDamagedError(ScanFileError):
    """Its seal or its sum says that the bytes were changed. Further fact: `path`."""

    code: ClassVar[str] = "scan_file.damaged"


class ScanFileNotWrittenError(ScanFileError):
    """The disk didn't take it. Further fact: `reason`."""

    code: ClassVar[str] = "scan_file.not_written"


class RemovalReasonError(ScanFileError):
    """A kept file only goes with a reason."""

    code: ClassVar[str] = "scan_file.reason"
