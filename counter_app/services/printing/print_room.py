"""Papers on their way: handed to the spooler, followed until they ended, or kept as a file."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from counter_app.devices.spooler import NEAR, Job, JobState, Spooler, Ticket
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.printing import PaperSizeError, PrinterError, SpoolerError
from counter_app.durable import write_atomically
from counter_app.i18n import tr
from counter_app.papers.pdfium.shifting import page_size, shifted
from counter_app.services.printing.following import PATIENCE, Following, fault
from counter_app.services.printing.outcome import PrinterLine, PrintKind, PrintOutcome
from counter_app.services.printing.profiles import FORMS, PaperChoice, PrintProfile
from counter_app.services.printing.receipt_paper import RECEIPT, Document
from counter_app.wording.printing import fault_words

_LAYOUTS = {PaperChoice.TWO_A5_ON_A4: "2 × A5 trên A4", PaperChoice.A5: "A5"}
_UNFIT = re.compile(r"[^\w.–-]+")


@dataclass(frozen=True, slots=True)
class PaintOrder:
    """What the system's own painter is asked where a PDF can't be handed over (Windows).

    `width` and `height` are the page's, as one reads it, in millimetres; it stands before it is
    moved: `right` and `down`, in millimetres, are the painter's to apply.
    """

    pdf: bytes
    printer: str
    title: str
    tray: str
    copies: int
    width: float
    height: float
    right: float
    down: float


@dataclass(slots=True)
class Sent:
    """A paper that the spooler has. `job` is None until the painter's job was found."""

    following: Following
    queue: str
    name: str
    job: Job | None


class PrintRoom:
    """Prints by profile. Not for the window's thread: the spooler may take its time."""

    def __init__(
        self,
        spooler: Spooler,
        profile: Callable[[str], PrintProfile],
        outbox: Path,
        paint: Callable[[PaintOrder], None],
        clock: Callable[[], float],
        patience: float = PATIENCE,
    ) -> None:
        self._spooler = spooler
        self._profile = profile
        self._outbox = outbox
        self._paint = paint
        self._clock = clock
        self._patience = patience

    def send(self, document: Document, title: str) -> Sent | PrintOutcome:
        """Hand `document` over; an outcome at once when it became a file or couldn't be sent."""
        profile = self._profile(document.form)
        printer = profile.printer
        try:
            printer = "" if profile.to_file else printer or self._default()
            if not printer:
                return self._filed(document, title)
            return self._sent(document.pdf, profile, printer, title)
        except CounterError as error:
            error.facts["title"] = title
            return PrintOutcome(PrintKind.FAILED, title, printer, error=error)

    def follow(self, sent: Sent) -> PrintOutcome | None:
        """Ask how a paper stands; None while it is on its way.

        A job that failed is taken back: it must not come out when the tray is filled, beside the
        one that the officer prints instead.
        """
        try:
            if sent.job is None:
                sent.job = self._spooler.find(sent.queue, sent.name)
            if sent.job is None:
                return self._missing(sent)
            outcome = sent.following.told(self._spooler.report(sent.job), self._clock())
            if outcome is not None and outcome.kind is PrintKind.FAILED:
                return self._taken_back(sent.job, sent.following, outcome)
            return outcome
        except PrinterError:
            # The service went silent after it took the job: nobody knows.
            return self._missing(sent)

    def line(self) -> PrinterLine:
        """Say how the receipts' printer stands."""
        profile = self._profile(RECEIPT)
        layout = tr(_LAYOUTS[profile.paper])
        name = profile.printer
        try:
            name = "" if profile.to_file else name or self._default()
            if not name:
                return PrinterLine(layout=layout)
            queue = self._spooler.queue(name)
            reasons = queue.reasons
            if queue.stopped or not queue.accepting:
                reasons |= {"paused"}
            kind = fault(reasons - {"connecting-to-device"})
            if kind is None:
                return PrinterLine(name, layout)
            return PrinterLine(name, layout, fault_words(kind(printer=name)))
        except PrinterError as error:
            return PrinterLine(name, layout, fault_words(error))

    def profiles(self) -> Mapping[str, PrintProfile]:
        """Return the profiles of all forms."""
        return {form: self._profile(form) for form in FORMS}

    def _default(self) -> str:
        try:
            return self._spooler.default()
        except SpoolerError:  # no print service at all is no fault: then papers are files
            return ""

    def _sent(self, pdf: bytes, profile: PrintProfile, printer: str, title: str) -> Sent:
        width, height = page_size(pdf)
        across, down = sorted((round(width * 100), round(height * 100)))
        queue = self._spooler.queue(printer)
        if not queue.takes(across, down):
            # The spooler would put it on another paper and report success.
            raise PaperSizeError(printer=printer, title=title, size=_size_words(across, down))
        tray = profile.tray if profile.tray in queue.trays else ""
        move = (profile.right / 10, profile.down / 10)
        following = Following(printer, title, self._clock(), self._patience)
        if self._spooler.takes_pdf:
            ticket = Ticket(title, across, down, copies=profile.copies, tray=tray)
            job = self._spooler.submit(printer, shifted(pdf, *move), ticket)
            return Sent(following, printer, title, job)
        # Found again by its name only: that must be the job's alone.
        name = f"{title} · {secrets.token_hex(2)}"
        order = PaintOrder(pdf, printer, name, tray, profile.copies, width, height, *move)
        self._paint(order)
        return Sent(following, printer, name, None)

    def _filed(self, document: Document, title: str) -> PrintOutcome:
        name = _UNFIT.sub(" ", title).strip() or document.form
        path = self._outbox / f"{name}.pdf"
        number = 1
        while path.exists() and path.read_bytes() != document.pdf:
            number += 1
            path = self._outbox / f"{name} ({number}).pdf"
        try:
            write_atomically(path, document.pdf)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise SpoolerError(printer=tr("tệp PDF"), title=title, reason=reason) from error
        return PrintOutcome(PrintKind.FILE, title, path=path)

    def _missing(self, sent: Sent) -> PrintOutcome | None:
        following = sent.following
        if self._clock() - following.sent_at < following.patience:
            return None
        return PrintOutcome(PrintKind.UNCONFIRMED, following.title, following.printer)

    def _taken_back(self, job: Job, following: Following, failed: PrintOutcome) -> PrintOutcome:
        self._spooler.cancel(job)
        report = self._spooler.report(job)
        if report.state is JobState.DONE:  # it came out in this very moment
            return following.told(report, self._clock()) or failed
        return failed


_SIZES = {"A5": (14800, 21000), "A4": (21000, 29700)}


def _size_words(width: int, height: int) -> str:
    for name, (across, down) in _SIZES.items():
        if abs(across - width) < NEAR and abs(down - height) < NEAR:
            return name
    return f"{width / 100:.0f} × {height / 100:.0f} mm"
