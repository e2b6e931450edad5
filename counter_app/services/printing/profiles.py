"""How each kind of paper is printed at this counter (Thiết lập in), kept in the store's setup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from counter_app.config import Settings
from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.papers.documents import Layout
from counter_app.services.printing.receipt_paper import PROVISIONAL, RECEIPT, RESULT_SLIP
from counter_app.store.store import Store
from counter_app.store.transaction import Transaction

LETTER = "letter"
"""All other papers share one profile: nobody sets up a printer for each kind of letter."""

FORMS = (RECEIPT, PROVISIONAL, RESULT_SLIP, LETTER)
"""What has a profile of its own: forms as `Document.form` names them, and LETTER."""

MOST_COPIES = 9
FARTHEST = 100
"""Tenths of a millimetre: an offset mends a printer's feed, it doesn't move the text elsewhere."""


class PaperChoice(Enum):
    """What lies in the tray, and how the two copies lie on it."""

    TWO_A5_ON_A4 = "two-a5-on-a4"
    A5 = "a5"


@dataclass(frozen=True, slots=True)
class PrintProfile:
    """How one kind of paper is printed.

    `printer` is a queue, empty for the system's default; `tray` a name that the queue gave, empty
    for its own choice. `copies` are whole sets: both copies (liên) are in each. `right` and `down`
    move the print on the page as one reads it, in tenths of a millimetre. `to_file`: no printer is
    used, a PDF is kept. `silent`: straight to the printer; otherwise the preview comes first.
    """

    printer: str = ""
    tray: str = ""
    paper: PaperChoice = PaperChoice.TWO_A5_ON_A4
    copies: int = 1
    right: int = 0
    down: int = 0
    to_file: bool = False
    silent: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.copies <= MOST_COPIES:
            raise ValueError(f"{self.copies} copies")
        if max(abs(self.right), abs(self.down)) > FARTHEST:
            raise ValueError(f"moved by {self.right}, {self.down}")

    @property
    def layout(self) -> Layout:
        """Return the layout that papers are made in for this profile."""
        return "A5" if self.paper is PaperChoice.A5 else "A4x2"


class Profiles:
    """The profiles of this counter; what nobody set comes from `settings`."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._first = PrintProfile(printer=settings.printer, paper=PaperChoice(settings.layout))

    @property
    def first(self) -> PrintProfile:
        """Return the profile of a form that nobody set."""
        return self._first

    def get(self, form: str) -> PrintProfile:
        """Return the profile of `form`."""
        with self._store.reading() as tx:
            return self._read(tx, form)

    def all(self) -> Mapping[str, PrintProfile]:
        """Return the profiles of `FORMS`."""
        with self._store.reading() as tx:
            return {form: self._read(tx, form) for form in FORMS}

    def put(self, form: str, profile: PrintProfile) -> None:
        """Keep the profile of `form`."""
        with self._store.writing() as tx:
            tx.setup.put(_name(form), to_plain(profile))

    def _read(self, tx: Transaction, form: str) -> PrintProfile:
        kept = tx.setup.get(_name(form))
        if kept is None:
            return self._first
        try:
            return from_plain(PrintProfile, kept)
        except NotPlainError:  # of another version: a default prints, an error wouldn't
            return self._first


def profile_of(form: str) -> str:
    """Return whose profile a paper of `form` is printed by."""
    return form if form in FORMS else LETTER


def _name(form: str) -> str:
    return f"print-profile/{profile_of(form)}"
