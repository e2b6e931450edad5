"""Clicks and typing on the reception page: each changes one thing and decides nothing more."""

from __future__ import annotations

from dataclasses import replace

from counter_app.desktop.presenters.reception.choosing import Choosing
from counter_app.desktop.presenters.reception.drafting.draft import counted, noted, toggled
from counter_app.desktop.presenters.reception.on_paper.state import PaperPart
from counter_app.desktop.presenters.reception.panel import Panel
from counter_app.desktop.presenters.reception.people import People
from counter_app.desktop.presenters.reception.state import Block
from counter_app.desktop.presenters.reception.work import Work, one_turn
from counter_app.desktop.presenters.reception.writing_down.line import PaperLine


class Typing:
    """The part of `ReceptionEvents` that only passes values on."""

    def __init__(
        self, work: Work, people: People, choosing: Choosing, panel: Panel, paper_line: PaperLine
    ) -> None:
        self._work = work
        self._people = people
        self._choosing = choosing
        self._panel = panel
        self._paper_line = paper_line

    @one_turn
    def search(self, text: str) -> None:
        """Search in the current card."""
        if self._work.ui.current is Block.APPLICANT:
            self._people.search(text)
        else:
            self._choosing.search(text)

    @one_turn
    def pick(self, row: int) -> None:
        """Take a row of the current card's list."""
        if self._work.ui.current is Block.APPLICANT:
            self._people.take_known(row)
        else:
            self._choosing.take(row)

    @one_turn
    def go(self, block: Block) -> None:
        """Go to a block that was clicked or reached by Tab."""
        if block is Block.PROCEDURE and self._work.ui.current is not block:
            self._choosing.search(self._work.ui.typed_procedure)
        self._work.show(current=block, noting=-1)

    @one_turn
    def toggle_paper(self, row: int) -> None:
        """Tick a paper, or take the tick off."""
        self._work.edit(
            toggled(self._work.draft, row), current=Block.PAPERS, paper_at=row, noting=-1
        )

    def count_paper(self, row: int, column: int, count: int) -> None:
        """Change a count of a paper."""
        self._work.edit(counted(self._work.draft, row, column, count))

    def note_paper(self, row: int, text: str) -> None:
        """Keep the note beside a missing paper."""
        self._work.edit(noted(self._work.draft, row, text))

    def type_phone(self, text: str) -> None:
        """Keep the phone."""
        self._people.type_phone(text)

    def type_note(self, text: str) -> None:
        """Keep the dossier's note."""
        self._work.edit(replace(self._work.draft, note=text))

    def count_fee(self, row: int, units: str, sets: str) -> None:
        """Keep how much of a fee's service is asked for."""
        self._panel.count_fee(row, units, sets, self._choosing.procedure)

    def enter_fee(self, row: int, amount: str) -> None:
        """Keep the amount of a fee that no list knows."""
        self._panel.enter_fee(row, amount, self._choosing.procedure)

    def exempt(self, index: int) -> None:
        """Choose an exemption."""
        self._panel.exempt(index, self._choosing.procedure)

    def collect(self, collected: bool) -> None:
        """Keep whether the fee was taken."""
        self._work.edit(replace(self._work.draft, collected=collected))

    def type_due(self, text: str) -> None:
        """Keep the due time by hand, once it can be read."""
        self._panel.type_due(text)

    def type_due_reason(self, text: str) -> None:
        """Keep the reason of a due time by hand."""
        self._panel.type_due_reason(text)

    def deliver(self, index: int) -> None:
        """Choose how the result is wanted."""
        self._panel.deliver(index)

    def type_delivery_address(self, text: str) -> None:
        """Keep the address for the post."""
        self._panel.type_delivery_address(text)

    def type_paper(self, part: PaperPart, text: str) -> None:
        """Keep what stands on the paper that came first."""
        self._paper_line.type(part, text)
