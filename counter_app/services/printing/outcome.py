"""How a print ended, in the officer's words, and how the printer stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from counter_app.domain.acts.steps import PrintProof
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.printing import PrinterError
from counter_app.i18n import tr
from counter_app.wording.printing import fault_words
from counter_app.wording.sentences import sentence


class PrintKind(Enum):
    """What is known of a paper that was sent to a printer."""

    DONE = "done"
    """The spooler reports that the job is completed."""
    UNCONFIRMED = "unconfirmed"
    """Nobody says that it came out, nobody that it didn't: "chưa xác nhận in"."""
    FAILED = "failed"
    """It didn't come out; why is known."""
    FILE = "file"
    """There is no printer: it lies as a PDF file."""


_PROOFS = {PrintKind.DONE: PrintProof.SPOOLER, PrintKind.FILE: PrintProof.FILE}


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """How one paper ended. `printer` is the queue's name, `path` the file of FILE."""

    kind: PrintKind
    title: str
    printer: str = ""
    path: Path | None = None
    error: CounterError | None = None

    @property
    def proof(self) -> PrintProof | None:
        """Return what `record_printed` is given; None: don't record, the paper isn't confirmed."""
        return _PROOFS.get(self.kind)

    @property
    def short(self) -> str:
        """Return a few words for a line beside other lines: "máy in HP 107a hết giấy"."""
        if isinstance(self.error, PrinterError):
            return fault_words(self.error)
        short = {
            PrintKind.DONE: tr("đã in"),
            PrintKind.UNCONFIRMED: tr("chưa xác nhận in"),
            PrintKind.FAILED: tr("chưa in được"),
            PrintKind.FILE: tr("đã lưu thành tệp PDF"),
        }
        return short[self.kind]

    @property
    def words(self) -> str:
        """Return the whole sentence: what happened, what is safe, which key comes next."""
        if self.error is not None:
            return sentence(self.error)
        if self.kind is PrintKind.DONE:
            return tr("Đã in {title}.").format(title=self.title)
        if self.kind is PrintKind.FILE:
            return tr("Không có máy in: {title} đã lưu thành tệp {path}.").format(
                title=self.title, path=self.path.name if self.path else ""
            )
        return tr(
            "Chưa xác nhận in {title}: máy in {printer} không báo đã in xong. Hồ sơ đã lưu. "
            "Có giấy trong tay thì xác nhận ở mục Chưa xác nhận in, chưa có thì nhấn F10."
        ).format(title=self.title, printer=self.printer or tr("của quầy"))


@dataclass(frozen=True, slots=True)
class PrinterLine:
    """The printer in the status bar. `name` is empty without a printer; `fault` when all is well.

    `layout` says how receipts lie on the paper: "2 × A5 trên A4".
    """

    name: str = ""
    layout: str = ""
    fault: str = ""

    @property
    def ok(self) -> bool:
        """True when nothing is known to be wrong."""
        return bool(self.name) and not self.fault
