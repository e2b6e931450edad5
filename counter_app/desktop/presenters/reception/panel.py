"""The right panel's decisions: fees, due time by hand, delivery."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.reception.drafting.draft import CountOf
from counter_app.desktop.presenters.reception.shown.panel import WAYS, Promised, rules_of
from counter_app.desktop.presenters.reception.work import Work
from counter_app.domain.dates import parse_moment
from counter_app.domain.problems import Problem
from counter_app.domain.procedures.fees import FeeLine, entered_line
from counter_app.domain.procedures.procedure import Procedure
from counter_app.i18n import tr
from counter_app.services.dossiers.reception_plan import plan
from counter_app.wording.sentences import problem_words

_MOST = 100_000  # pages or copies: beyond that a key got stuck
_MOST_DONG = 10**12


class Panel:
    """Changes of what stands in the right panel."""

    def __init__(self, desk: Desk, work: Work, paper_words: str) -> None:
        self._desk = desk
        self._work = work
        self._paper_words = paper_words

    def promised(self, procedure: Procedure | None) -> Promised:
        """Return the plan of the draft as it is; nothing is written."""
        reference = self._desk.workplace.reference
        planned = None
        if procedure is not None:
            planned = plan(reference, self._work.draft.reception(), self._desk.now())
        return Promised(procedure, planned, reference.centre.shown_name, self._paper_words)

    def count_fee(self, row: int, units: str, sets: str, procedure: Procedure | None) -> None:
        """Keep units and sets of the fee in `row`; what is no number means none."""
        rules = rules_of(procedure, self._work.draft.counted_from(self._desk.now()))
        if not 0 <= row < len(rules):
            return
        label, draft = rules[row].label, self._work.draft
        others = tuple(each for each in draft.counts if each.label != label)
        if units.strip() or sets.strip():
            others = (*others, CountOf(label, _number(units), _number(sets or "1")))
        self._work.edit(replace(draft, counts=others))

    def enter_fee(self, row: int, amount: str, procedure: Procedure | None) -> None:
        """Keep the amount of the fee in `row`, in đồng with or without dots."""
        rules = rules_of(procedure, self._work.draft.counted_from(self._desk.now()))
        if not 0 <= row < len(rules):
            return
        rule, draft = rules[row], self._work.draft
        lines: tuple[FeeLine, ...] = _without(draft.entered_fees, rule.label)
        digits = "".join(char for char in amount if char.isdecimal())
        if digits:
            entered = min(int(digits), _MOST_DONG)
            lines = (*lines, entered_line(rule, entered, draft.exemption))
        amounts = dict(self._work.ui.amounts) | {rule.label: amount}
        self._work.edit(replace(draft, entered_fees=lines), amounts=tuple(amounts.items()))

    def exempt(self, index: int, procedure: Procedure | None) -> None:
        """Choose an exemption by its place; 0 is none."""
        rules = rules_of(procedure, self._work.draft.counted_from(self._desk.now()))
        reasons = list(dict.fromkeys(each.reason for rule in rules for each in rule.exemptions))
        if 0 <= index <= len(reasons):
            reason = reasons[index - 1] if index else ""
            self._work.edit(replace(self._work.draft, exemption=reason))

    def type_due(self, text: str) -> None:
        """Keep the typed due time; it counts as soon as it can be read."""
        draft = self._work.draft
        if not text.strip():
            self._work.edit(replace(draft, due_by_hand=None), typed_due=text, due_problem="")
            return
        moment = parse_moment(text, self._desk.today())
        if isinstance(moment, Problem):
            self._work.show(typed_due=text, due_problem=problem_words(moment))
        else:
            problem = self._about(moment)
            self._work.edit(replace(draft, due_by_hand=moment), typed_due=text, due_problem=problem)

    def type_due_reason(self, text: str) -> None:
        """Keep why the due time was set by hand."""
        draft = self._work.draft
        problem = self._about(draft.due_by_hand) if draft.due_by_hand else ""
        self._work.edit(replace(draft, due_reason=text), due_problem=problem)

    def _about(self, moment: datetime) -> str:
        return tr("Giờ hẹn đã qua. Kiểm tra lại ngày giờ.") if moment <= self._desk.now() else ""

    def accept_due(self) -> bool:
        """Tell whether what stands in the editor of the due time can be taken."""
        draft, ui = self._work.draft, self._work.ui
        if ui.due_problem:
            return False
        if draft.due_by_hand is not None and not draft.due_reason.strip():
            self._work.show(due_problem=tr("Hẹn tay cần ghi lý do."), focus=ui.focus + 1)
            return False
        self._work.show(typed_due=None)
        return True

    def deliver(self, index: int) -> None:
        """Choose the way of delivery by its place (from 0)."""
        if 0 <= index < len(WAYS):
            draft = self._work.draft
            address = draft.delivery.address
            if index and not address and draft.applicant is not None:
                address = str(draft.applicant.address)
            delivery = replace(draft.delivery, way=WAYS[index], address=address if index else "")
            self._work.edit(replace(draft, delivery=delivery))

    def type_delivery_address(self, text: str) -> None:
        """Keep where the result is sent."""
        draft = self._work.draft
        self._work.edit(replace(draft, delivery=replace(draft.delivery, address=text)))


def _without(lines: Iterable[FeeLine], name: str) -> tuple[FeeLine, ...]:
    return tuple(line for line in lines if line.name != name)


def _number(text: str) -> int:
    digits = "".join(char for char in text if char.isdecimal())
    return min(int(digits), _MOST) if digits else 0
