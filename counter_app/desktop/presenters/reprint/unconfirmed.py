"""Chưa xác nhận in: papers of which no spooler said that they came out. The officer knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.changed import Changed, Subject, dossier_changed
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, of_error
from counter_app.desktop.presenters.detail.paper_out import PaperOut
from counter_app.desktop.presenters.detail.reprints import reprint_of
from counter_app.desktop.widgets.lists.cells import Cell, CodeCell, TextCell
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.errors import CounterError
from counter_app.i18n import tr
from counter_app.services.dossiers.detail import detail
from counter_app.services.printing.confirming import confirm_printed
from counter_app.services.printing.print_list import unconfirmed
from counter_app.wording.deadline_cells import received_words

_TOUCHING = frozenset({Subject.DOSSIERS, Subject.PRINTS})


@dataclass(frozen=True, slots=True)
class UnconfirmedState:
    """The list, with the chosen row. `empty` is said when every paper is confirmed."""

    rows: tuple[tuple[Cell, ...], ...]
    count: str
    empty: str = ""
    current: int = 0


class UnconfirmedView(Protocol):
    """What shows the list."""

    def present(self, state: UnconfirmedState) -> None:
        """Show the whole state."""


class UnconfirmedPresenter:
    """Two acts on a row: the paper is in hand (proof: the officer), or it is printed again.

    What is chosen is a paper: when others come or go above it, the keys still act on it.
    """

    def __init__(
        self, view: UnconfirmedView, desk: Desk, changed: Callable[[Changed], None]
    ) -> None:
        self._view = view
        self._desk = desk
        self._changed = changed
        self._paper = PaperOut(desk, self._told)
        self._lines: tuple[DossierLine, ...] = ()
        self._chosen, self._row = "", 0
        self._question = 0

    def move_to(self, row: int) -> None:
        """Choose the paper of `row`."""
        if uid := self.uid(row):
            self._chosen, self._row = uid, row

    def refresh(self) -> None:
        """Read the list anew."""
        self._question += 1
        question = self._question

        def read(lines: tuple[DossierLine, ...]) -> None:
            if question == self._question:
                self._lines = lines
                self._show()

        self._desk.jobs.run(lambda: unconfirmed(self._desk.workplace), read, self._failed)

    def changed(self, change: Changed) -> None:
        """Take that something was written."""
        if change.subjects & _TOUCHING:
            self.refresh()

    def confirm(self, row: int) -> None:
        """Take the officer's word that the paper of `row` came out."""
        line = self._at(row)
        if line is None:
            return
        desk = self._desk

        def work() -> Dossier:
            dossier = detail(desk.workplace, line.uid).dossier
            return confirm_printed(desk.workplace, desk.session, dossier)

        def done(after: Dossier) -> None:
            desk.nudge()
            desk.notify(Notice(tr("Đã xác nhận in {code}.").format(code=after.shown_code)))
            self._told(dossier_changed(after.uid))

        desk.jobs.run(work, done, self._failed)

    def print_again(self, row: int) -> None:
        """Print the paper of `row`: the first that is known to come out, so without a mark."""
        line = self._at(row)
        if line is None:
            return
        desk = self._desk

        def read(dossier: Dossier) -> None:
            wanted = reprint_of(dossier)
            self._paper.send(dossier, wanted.maker(desk, dossier, lost=False), wanted.title)

        desk.jobs.run(lambda: detail(desk.workplace, line.uid).dossier, read, self._failed)

    def uid(self, row: int) -> str:
        """Return the dossier of `row`; empty when there is no such row."""
        line = self._at(row)
        return line.uid if line else ""

    def _at(self, row: int) -> DossierLine | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _told(self, change: Changed) -> None:
        self._changed(change)
        self.refresh()

    def _failed(self, error: CounterError) -> None:
        self._desk.notify(of_error(error))

    def _show(self) -> None:
        now = self._desk.now()
        places = {line.uid: place for place, line in enumerate(self._lines)}
        # The paper behind one that is done comes into its place.
        current = places.get(self._chosen, max(0, min(self._row, len(self._lines) - 1)))
        self.move_to(current)
        rows = tuple(
            (
                CodeCell(line.code),
                TextCell(line.applicant),
                TextCell(line.procedure_name),
                TextCell(received_words(line.received_at, now), digits=True),
            )
            for line in self._lines
        )
        self._view.present(
            UnconfirmedState(
                rows,
                count=tr("{count} tờ chưa xác nhận in").format(count=len(rows)) if rows else "",
                empty="" if rows else tr("Mọi giấy tiếp nhận đều đã được xác nhận in."),
                current=current,
            )
        )
