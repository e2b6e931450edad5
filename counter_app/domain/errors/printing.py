"""What keeps a finished paper from coming out of a printer.

Every one of these has the facts `printer` (the queue's name) and `title` (the paper's name).
"""

from __future__ import annotations

from typing import ClassVar

from counter_app.domain.errors import CounterError


class PrinterError(CounterError):
    """The printer didn't give the paper out; the dossier is stored long before."""

    code: ClassVar[str] = "printer"


class NoPaperError(PrinterError):
    """The tray is empty."""

    code: ClassVar[str] = "printer.no_paper"


class JammedError(PrinterError):
    """Paper got stuck."""

    code: ClassVar[str] = "printer.jammed"


class NoInkError(PrinterError):
    """Toner, ink or ribbon is used up."""

    code: ClassVar[str] = "printer.no_ink"


class CoverOpenError(PrinterError):
    """A door or cover stands open."""

    code: ClassVar[str] = "printer.cover_open"


class OfflineError(PrinterError):
    """The system can't reach the printer: switched off, unplugged, network gone."""

    code: ClassVar[str] = "printer.offline"


class PrinterGoneError(PrinterError):
    """The system knows no queue of this name."""

    code: ClassVar[str] = "printer.gone"


class PaperSizeError(PrinterError):
    """The printer doesn't take this size of paper. Further fact: `size`."""

    code: ClassVar[str] = "printer.paper_size"


class HeldError(PrinterError):
    """The job or the whole queue is held back (paused) by somebody."""

    code: ClassVar[str] = "printer.held"


class CancelledError(PrinterError):
    """The job was cancelled, at the printer or on the machine."""

    code: ClassVar[str] = "printer.cancelled"


class AbortedError(PrinterError):
    """The system or the printer gave the job up. Further fact: `reason` (its own words)."""

    code: ClassVar[str] = "printer.aborted"


class SpoolerError(PrinterError):
    """The system's print service doesn't answer or refuses. Further fact: `reason`."""

    code: ClassVar[str] = "printer.spooler"
