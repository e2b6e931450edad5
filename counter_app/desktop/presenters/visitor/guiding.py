"""Phiếu hướng dẫn: print what a visitor must bring, with what is there and what is missing."""

from __future__ import annotations

from dataclasses import replace

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.steps.step import StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Row, Rows, Say
from counter_app.desktop.presenters.visitor.visit import Visit
from counter_app.desktop.presenters.visitor.visit_act import VisitAct, VisitView
from counter_app.domain.text import clean
from counter_app.i18n import several, tr
from counter_app.services.printing.visitor.guide import GUIDE, make_guide

_CASES, _WORDS, _ALL = "cases", "words", "case-all"


class Guiding(VisitAct):
    """No dossier begins: the sheet is for the visitor alone, and the log says that it was made."""

    def __init__(self, desk: Desk, view: VisitView, visit: Visit) -> None:
        super().__init__(desk, view, visit)
        names = visit.procedure.case_names
        case = visit.reception.case
        self.ticked = {_name(names.index(case)) if case in names else _ALL}

    def words(self) -> StepWords:
        """Return the words of the panel."""
        return StepWords(tr("Phiếu hướng dẫn"), "Ctrl+Shift+H", "print", tr("In phiếu hướng dẫn"))

    def blocks(self) -> tuple[Block, ...]:
        """Return the procedure, its cases, and the officer's own words."""
        blocks: list[Block] = [
            Say("procedure", self.visit.procedure.name, self._said(), icon="list")
        ]
        names = self.visit.procedure.case_names
        if names:
            rows = [
                Row(_name(at), name, ticked=_name(at) in self.ticked)
                for at, name in enumerate(names)
            ]
            every = Row(
                _ALL, tr("Chưa rõ: ghi giấy tờ của mọi trường hợp"), ticked=_ALL in self.ticked
            )
            blocks.append(Rows(_CASES, tr("Trường hợp"), (*rows, every), single=True))
        words = Input(
            _WORDS,
            tr("Dặn thêm"),
            self.typed.get(_WORDS, ""),
            placeholder=tr("in ở cuối phiếu, có thể bỏ trống"),
            lines=2,
        )
        return (*blocks, Fields(_WORDS, (words,)))

    def does(self) -> None:
        """Print the sheet."""
        desk, visit, case = self.desk, self.visit, self._case()
        reception = replace(visit.reception, case=case)
        held = visit.held if case == visit.reception.case else None
        words = clean(self.typed.get(_WORDS, ""))
        layout = desk.layout(GUIDE)
        self.print(
            lambda: make_guide(
                desk.workplace, desk.session, reception, held, words, desk.fonts, layout
            ),
            tr("Phiếu hướng dẫn"),
            visit.procedure.name,
        )

    def _case(self) -> str:
        names = self.visit.procedure.case_names
        return next((name for at, name in enumerate(names) if _name(at) in self.ticked), "")

    def _said(self) -> str:
        held = self.visit.held
        papers = self.visit.procedure.papers_of(self._case())
        if held is None or self._case() != self.visit.reception.case:
            return several("{n} giấy tờ, chưa xem giấy nào đã có", len(papers)).format(
                n=len(papers)
            )
        there = sum(paper.name in held for paper in papers)
        return tr("{there}/{all} giấy tờ đã có, giấy còn thiếu được ghi rõ").format(
            there=there, all=len(papers)
        )


def _name(at: int) -> str:
    return f"case{at}"
