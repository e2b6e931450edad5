"""Yêu cầu bổ sung (F7): reasons by digits, one Enter, Mẫu 02."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from counter_app.desktop.presenters.steps.inner_words import inside
from counter_app.desktop.presenters.steps.step import Lack, Step, StepPaper, StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Row, Rows, Say
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import SupplementItem
from counter_app.domain.dates import parse_date, shown_moment
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.problems import Problem
from counter_app.domain.text import clean
from counter_app.i18n import several, tr
from counter_app.services.printing.letters.making import SUPPLEMENT, make_letter
from counter_app.services.steps.supplement import (
    Reason,
    ReasonSource,
    ask_supplement,
    supplement_reasons,
)
from counter_app.wording.parts import joined
from counter_app.wording.sentences import problem_words

OTHER, GUIDANCE, CONTACT, BRING_BY = "other", "guidance", "contact", "bring_by"
REASONS = "reasons"


class SupplementRequest(Step):
    """What is lacking is ticked; contact is filled in; the rest may stay empty."""

    kind = Kind.SUPPLEMENT_REQUESTED
    _reasons: tuple[Reason, ...] = ()

    def words(self, dossier: Dossier) -> StepWords:
        """Return the words of the panel."""
        return StepWords(
            tr("Yêu cầu bổ sung"),
            "" if dossier.supplements else "F7",
            "paper-plus",
            tr("Yêu cầu bổ sung và in phiếu"),
        )

    def reads(self, dossier: Dossier) -> Callable[[], object]:
        """Return the reading of the reasons: what was asked before is in the journal."""
        workplace = self.desk.workplace
        return lambda: supplement_reasons(workplace, dossier)

    def begin(self, dossier: Dossier, found: object) -> None:  # noqa: ARG002
        """Offer the reasons; the officer is whom to ask."""
        self._reasons = cast("tuple[Reason, ...]", found or ())
        officer, centre = self.desk.session.officer, self.desk.workplace.reference.centre
        phone = officer.phone or centre.phone
        self.typed[CONTACT] = f"{officer.name}, {phone}" if phone else officer.name

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return the reasons, and what the letter says beside them."""
        rows = tuple(
            Row(_name(at), reason_words(reason), _note(reason), ticked=_name(at) in self.ticked)
            for at, reason in enumerate(self._reasons)
        )
        return (
            *_asked_already(dossier),
            Rows(REASONS, tr("Nội dung cần bổ sung, hoàn thiện"), rows),
            Fields(
                OTHER,
                (
                    Input(
                        OTHER,
                        tr("Nội dung khác"),
                        self.typed.get(OTHER, ""),
                        placeholder=tr("gõ một nội dung nữa"),
                    ),
                ),
            ),
            Fields(
                GUIDANCE,
                (
                    Input(
                        GUIDANCE,
                        tr("Hướng dẫn"),
                        self.typed.get(GUIDANCE, ""),
                        placeholder=self._usual_guidance(),
                    ),
                ),
            ),
            Fields(
                CONTACT,
                (
                    Input(CONTACT, tr("Liên hệ"), self.typed.get(CONTACT, "")),
                    Input(
                        BRING_BY,
                        tr("Nộp bổ sung trước ngày"),
                        self.typed.get(BRING_BY, ""),
                        placeholder=tr("không ghi"),
                        problem=self._day_problem(),
                        digits=True,
                    ),
                ),
            ),
        )

    def lacks(self, dossier: Dossier) -> Lack | None:  # noqa: ARG002
        """At least one item, and a day that can be read."""
        if not self._items():
            return tr("Đánh dấu ít nhất một nội dung cần bổ sung."), REASONS
        problem = self._day_problem()
        return (problem, BRING_BY) if problem else None

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:
        """Return the work that asks for the supplement."""
        desk, items, uid = self.desk, self._items(), dossier.uid
        guidance = clean(self.typed.get(GUIDANCE, "")) or self._usual_guidance()
        contact, read = self.typed.get(CONTACT, ""), self._day()
        day = read if isinstance(read, date) else None

        def work() -> Dossier:
            return ask_supplement(
                desk.workplace, desk.session, uid, items, guidance, contact, day, breaches
            )

        return work

    def said(self, after: Dossier) -> str:
        """Return how much was asked for."""
        count = len(after.supplements[-1].items)
        return several("Đã yêu cầu bổ sung {n} nội dung.", count).format(n=count)

    def paper(self, after: Dossier) -> StepPaper:
        """Return Mẫu 02."""
        desk = self.desk
        title = tr("Phiếu yêu cầu bổ sung {code}").format(code=after.shown_code)
        return StepPaper(
            lambda: make_letter(
                desk.workplace,
                desk.session,
                after,
                SUPPLEMENT,
                desk.fonts,
                desk.layout(SUPPLEMENT),
            ),
            title,
        )

    def _ticked_reasons(self) -> tuple[Reason, ...]:
        return tuple(each for at, each in enumerate(self._reasons) if _name(at) in self.ticked)

    def _items(self) -> tuple[SupplementItem, ...]:
        items = tuple(each.item for each in self._ticked_reasons())
        other = clean(self.typed.get(OTHER, ""))
        return (*items, SupplementItem(other)) if other else items

    def _usual_guidance(self) -> str:
        """Return what the office says to those who lack what is ticked."""
        return " ".join(each.guidance for each in self._ticked_reasons() if each.guidance)

    def _day(self) -> date | Problem | None:
        typed = self.typed.get(BRING_BY, "").strip()
        return parse_date(typed, self.desk.today()) if typed else None

    def _day_problem(self) -> str:
        read = self._day()
        if isinstance(read, Problem):
            return problem_words(read)
        if read is not None and read < self.desk.today():
            return tr("Ngày này đã qua.")
        return ""


def reason_words(reason: Reason) -> str:
    """Return a reason as its row says it: `Thiếu giấy báo tử`, `Tờ khai chưa hợp lệ`."""
    text = reason.item.text
    if reason.source is ReasonSource.MISSING:
        return tr("Thiếu {paper}").format(paper=inside(text))
    if reason.source is ReasonSource.FAULTY:
        return tr("{paper} chưa hợp lệ").format(paper=text)
    return text


def _note(reason: Reason) -> str:
    if not reason.uses:
        return ""
    return several("đã dùng {n} lần", reason.uses).format(n=reason.uses)


def _asked_already(dossier: Dossier) -> tuple[Say, ...]:
    if not dossier.supplements:
        return ()
    last = dossier.supplements[-1]
    number = tr("phiếu {number}").format(number=last.number) if last.number else ""
    items = "; ".join(each.text for each in last.items)
    paused = shown_moment(dossier.paused_at) if dossier.paused_at else ""
    said = tr("Đã yêu cầu bổ sung trước đây.")
    return (Say("before", said, joined(number, paused, items)),)


def _name(at: int) -> str:
    return f"reason{at}"
