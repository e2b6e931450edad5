"""A printer for tests: keeps the papers, and goes wrong in every way a real one does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.desktop.printing.outcome import PrinterLine, PrintKind, PrintOutcome
from counter_app.domain.errors.printing import NoPaperError, PrinterError, PrinterGoneError
from counter_app.papers.documents import Layout
from counter_app.services.printing.receipt_paper import Document

PRINTER = "HP 107a"
LAYOUT_WORDS = "2 × A5 trên A4"


@dataclass(frozen=True)
class Sheet:
    """A paper that came out."""

    document: Document
    title: str


@dataclass
class PaperTray:
    """`Printing` without a printer. Answers at once, or after `hold()` when `release()` is called.

    `sheets` came out; `asked` counts every call. What goes wrong lasts until `repair()`.
    """

    name: str = PRINTER
    silent: bool = True
    paper: Layout = "A4x2"
    sheets: list[Sheet] = field(default_factory=list)
    asked: int = 0
    _error: type[PrinterError] | None = None
    _mute: bool = False
    _folder: Path | None = None
    _held: list[Callable[[], None]] | None = None

    def no_paper(self) -> None:
        """The tray is empty."""
        self.fails(NoPaperError)

    def gone(self) -> None:
        """The queue is gone."""
        self.fails(PrinterGoneError)

    def fails(self, error: type[PrinterError]) -> None:
        """Anything else that keeps paper from coming out."""
        self._error = error

    def mute(self) -> None:
        """The paper comes out, but the spooler never says so: unconfirmed."""
        self._mute = True

    def no_printer(self, folder: Path) -> None:
        """There is no printer: papers become files in `folder`."""
        self._folder = folder

    def repair(self) -> None:
        """All is well again."""
        self._error, self._mute, self._folder = None, False, None

    def hold(self) -> None:
        """Let the outcomes wait."""
        self._held = []

    def release(self) -> None:
        """Deliver the outcomes that waited."""
        held, self._held = self._held or [], None
        for deliver in held:
            deliver()

    def print(self, document: Document, title: str, done: Callable[[PrintOutcome], None]) -> None:
        """Keep the paper, or don't, and say how it ended."""
        self.asked += 1
        outcome = self._outcome(document, title)
        if outcome.kind is not PrintKind.FAILED:
            self.sheets.append(Sheet(document, title))
        if self._held is None:
            done(outcome)
        else:
            self._held.append(lambda: done(outcome))

    def is_silent(self, form: str) -> bool:
        """Every form alike."""
        return self.silent

    def layout(self, form: str) -> Layout:
        """Every form alike."""
        return self.paper

    def printer_line(self) -> PrinterLine:
        """What the status bar shows."""
        if self._folder is not None:
            return PrinterLine(layout=LAYOUT_WORDS)
        fault = "" if self._error is None else self._failed("").short
        return PrinterLine(self.name, LAYOUT_WORDS, fault)

    def _outcome(self, document: Document, title: str) -> PrintOutcome:
        if self._error is not None:
            return self._failed(title)
        if self._folder is not None:
            path = self._folder / f"{title}.pdf"
            path.write_bytes(document.pdf)
            return PrintOutcome(PrintKind.FILE, title, path=path)
        kind = PrintKind.UNCONFIRMED if self._mute else PrintKind.DONE
        return PrintOutcome(kind, title, self.name)

    def _failed(self, title: str) -> PrintOutcome:
        assert self._error is not None
        facts = {"printer": self.name, "title": title, "size": "A5", "reason": "test"}
        return PrintOutcome(PrintKind.FAILED, title, self.name, error=self._error(**facts))
