"""The line's decisions: opened by a command, typed in, taken away again."""

from __future__ import annotations

from dataclasses import replace

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.reception.on_paper.state import (
    PaperLineState,
    PaperPart,
    paper_line_state,
    paper_stops,
    understood,
)
from counter_app.desktop.presenters.reception.on_paper.typed import PaperTyped
from counter_app.desktop.presenters.reception.state import Block
from counter_app.desktop.presenters.reception.work import Work
from counter_app.domain.office.reasons import ReasonUse, StandingReason


class PaperLine:
    """Changes of what was on paper first. A usual visit never meets it."""

    def __init__(self, desk: Desk, work: Work) -> None:
        self._desk = desk
        self._work = work

    @property
    def is_open(self) -> bool:
        """True while the line is there."""
        return self._work.draft.paper is not None

    @property
    def state(self) -> PaperLineState | None:
        """Return the line as shown, None without one."""
        paper = self._work.draft.paper
        if paper is None:
            return None
        asked = self._work.ui.paper_asked
        return paper_line_state(paper, self._desk.now(), self._reasons, asked=asked)

    def open(self, number: str = "") -> None:
        """Show the line, with the paper's number if it is known."""
        draft = replace(self._work.draft, paper=PaperTyped(number=number))
        self._work.edit(draft, current=Block.PAPER_FIRST, paper_asked=False)

    def take_away(self) -> None:
        """The papers came in just now after all; Ctrl+Z brings the line back."""
        self._work.edit(replace(self._work.draft, paper=None), paper_asked=False)

    def type(self, part: PaperPart, text: str) -> None:
        """Keep what was typed; a digit alone in the empty line of reasons is a standing one."""
        draft = self._work.draft
        paper = draft.paper
        if paper is None:
            return
        match part:
            case PaperPart.MOMENT:
                at = understood(text, self._desk.today())
                paper = replace(paper, moment=text, at=at)
            case PaperPart.NUMBER:
                paper = replace(paper, number=text)
            case PaperPart.REASON:
                paper = replace(paper, reason=text if paper.reason else self._meant(text))
        self._work.edit(replace(draft, paper=paper))

    def accepts(self) -> bool:
        """Tell whether nothing stands against it; else that is said from now on."""
        paper = self._work.draft.paper
        if paper is None or not paper_stops(paper, self._desk.now()):
            return True
        self._work.show(paper_asked=True, focus=self._work.ui.focus + 1)
        return False

    @property
    def _reasons(self) -> tuple[StandingReason, ...]:
        return self._desk.workplace.reference.reasons.of(ReasonUse.PAPER_FIRST)

    def _meant(self, text: str) -> str:
        reasons = self._reasons[:9]
        if len(text) == 1 and text in "123456789" and int(text) <= len(reasons):
            return reasons[int(text) - 1].text
        return text
