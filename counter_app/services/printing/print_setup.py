"""What Thiết lập in asks and changes: the printers found, a profile for each kind of paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counter_app.devices.spooler import Spooler
from counter_app.domain.errors.printing import PrinterError
from counter_app.papers.documents import Layout
from counter_app.papers.fonts import FontChoice
from counter_app.papers.ruler_page import ruler_page_pdf
from counter_app.services.printing.following import fault
from counter_app.services.printing.profiles import PaperChoice, PrintProfile, Profiles
from counter_app.services.printing.receipt_paper import Document
from counter_app.wording.printing import fault_words

_SIZES = {PaperChoice.TWO_A5_ON_A4: (21000, 29700), PaperChoice.A5: (14800, 21000)}


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """A printer as it stands: its trays, the papers that it doesn't take, what is wrong with it."""

    name: str
    trays: tuple[str, ...] = ()
    lacks: frozenset[PaperChoice] = frozenset()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that the page shows. `trouble`: the print service couldn't be asked."""

    printers: tuple[FoundPrinter, ...]
    default: str
    profiles: Mapping[str, PrintProfile]
    trouble: str = ""


class PrintSetup:
    """Not for the window's thread: the print service may take its time."""

    def __init__(self, spooler: Spooler, profiles: Profiles) -> None:
        self._spooler = spooler
        self._profiles = profiles

    def found(self) -> Found:
        """Return the printers and the profiles."""
        profiles = self._profiles.all()
        try:
            names = self._spooler.queues()
            printers = tuple(self._described(name) for name in names)
            return Found(printers, self._spooler.default(), profiles)
        except PrinterError as error:
            return Found((), "", profiles, fault_words(error))

    def keep(self, form: str, profile: PrintProfile) -> None:
        """Keep the profile of `form`."""
        self._profiles.put(form, profile)

    def _described(self, name: str) -> FoundPrinter:
        try:
            queue = self._spooler.queue(name)
        except PrinterError as error:
            return FoundPrinter(name, fault=fault_words(error))
        reasons = queue.reasons | ({"paused"} if queue.stopped or not queue.accepting else set())
        kind = fault(reasons - {"connecting-to-device"})
        return FoundPrinter(
            name,
            queue.trays,
            frozenset(paper for paper, size in _SIZES.items() if not queue.takes(*size)),
            fault_words(kind(printer=name)) if kind else "",
        )


def ruler_page(form: str, fonts: FontChoice, layout: Layout, printer: str) -> Document:
    """Return a test page that is printed by the profile of `form`; it belongs to no dossier."""
    return Document(form, "", ruler_page_pdf(fonts, layout, printer), copies=1)
