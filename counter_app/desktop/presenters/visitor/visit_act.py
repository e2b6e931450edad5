"""`VisitAct`: what all that is done for a visitor shares: blocks, digits, Enter, a print.

A subclass says its words, its blocks, what is still wanted, and what Enter does. It is served by
the same panel as the further steps of a dossier; here no dossier exists.
"""

from __future__ import annotations

import dataclasses
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Protocol

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import of_error
from counter_app.desktop.presenters.printed_notice import printed_notice
from counter_app.desktop.presenters.steps.step import Lack, StepWords
from counter_app.desktop.presenters.steps.step_state import NEXT, Block, Rows, StepState
from counter_app.desktop.presenters.visitor.coming_out import record_out
from counter_app.desktop.presenters.visitor.visit import Visit
from counter_app.desktop.printing.outcome import PrintOutcome
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import FalseStepError
from counter_app.i18n import tr
from counter_app.services.printing.receipt_paper import Document
from counter_app.wording.sentences import problem_words, sentence

_DIGITS = 9


class VisitView(Protocol):
    """What an act asks of what shows it."""

    def present(self, state: StepState) -> None:
        """Show the whole state."""

    def focus(self, name: str) -> None:
        """Put the keys into the field or the rows of that name, NEXT: on the button."""

    def close_now(self) -> None:
        """Go away; the keys are on the page again."""


class VisitAct(ABC):
    """One thing that is done for a visitor."""

    def __init__(self, desk: Desk, view: VisitView, visit: Visit) -> None:
        self.desk, self.view, self.visit = desk, view, visit
        self.ticked: set[str] = set()
        self.typed: dict[str, str] = {}
        self._busy = False
        self._error = ""

    # What a subclass says.

    @abstractmethod
    def words(self) -> StepWords:
        """Return title, key, icon and the words of the button."""

    @abstractmethod
    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks; rows are numbered here."""

    def lacks(self) -> Lack | None:
        """Return the first thing that is still wanted, and where it is given."""
        return None

    @abstractmethod
    def does(self) -> None:
        """Do it: called once, when nothing is wanted any more. See `run`."""

    # What the panel asks.

    def begin(self) -> None:
        """Show it for the first time."""
        self.present()
        self.view.focus(NEXT)

    def toggle(self, name: str) -> None:
        """Choose a row."""
        for block in self.blocks():
            if isinstance(block, Rows) and any(row.name == name for row in block.rows):
                self.ticked -= {row.name for row in block.rows}
                self.ticked.add(name)
                self.present()

    def type(self, name: str, text: str) -> None:
        """Take what stands in a field now."""
        if self.typed.get(name, "") != text:
            self.typed[name] = text
            self.present()

    def press(self, key: str) -> bool:
        """Choose the row of this digit."""
        for block in self._numbered():
            if isinstance(block, Rows):
                for row in block.rows:
                    if row.is_key and row.number == key:
                        self.toggle(row.name)
                        return True
        return False

    def confirm(self) -> None:
        """Do it (Enter), or go where something is wanted."""
        if self._busy:
            return
        lack = self.lacks()
        if lack is not None:
            self.present()
            self.view.focus(lack[1])
            return
        self._busy, self._error = True, ""
        self.present()
        self.does()

    def scanned(self, text: str) -> bool:  # noqa: ARG002 (subclasses)
        """Take the text of a code that was read; False when it says nothing here."""
        return False

    # What a subclass uses.

    def present(self) -> None:
        """Show how it stands."""
        words, lack = self.words(), self.lacks()
        self.view.present(
            StepState(
                title=words.title,
                keys=words.keys,
                icon=words.icon,
                blocks=self._numbered(),
                proceed=words.proceed,
                reason=tr("Đang ghi…") if self._busy else lack[0] if lack else "",
                error=self._error,
            )
        )

    def failed(self, error: CounterError) -> None:
        """Say what went wrong; everything is still there."""
        self._busy = False
        problems = error.problems if isinstance(error, FalseStepError) else ()
        self._error = " ".join(map(problem_words, problems)) or sentence(error)
        self.present()

    def print(self, make: Callable[[], Document], title: str, subject: str) -> None:
        """Make a paper behind the window and print it; the panel goes when it is made.

        `subject` is what it is about, as the log says it.
        """
        visitor = self.visit.reception.applicant

        def made(document: Document) -> None:
            def out(outcome: PrintOutcome) -> None:
                self.say_printed(outcome)
                record_out(self.desk, document, visitor, subject, outcome)

            self.view.close_now()
            self.desk.print(document, title, out)

        self.desk.jobs.run(make, made, self.failed)

    def say_printed(self, outcome: PrintOutcome) -> None:
        """Say how a paper ended that nobody will be asked about again."""
        self.desk.notify(printed_notice(outcome))

    def notify_error(self, error: CounterError) -> None:
        """Say an error in passing, when the panel is gone already."""
        self.desk.notify(of_error(error))

    def _numbered(self) -> tuple[Block, ...]:
        shown: list[Block] = []
        count = 0
        for block in self.blocks():
            if isinstance(block, Rows):
                rows = []
                for row in block.rows:
                    count += 1
                    is_key = count <= _DIGITS
                    rows.append(dataclasses.replace(row, number=str(count), is_key=is_key))
                shown.append(dataclasses.replace(block, rows=tuple(rows)))
            else:
                shown.append(block)
        return tuple(shown)
