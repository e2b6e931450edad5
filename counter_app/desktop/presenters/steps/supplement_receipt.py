"""Nhận bổ sung (F7 while it is waited for): papers by digits, the new time, one Enter."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from counter_app.desktop.presenters.steps.inner_words import inside
from counter_app.desktop.presenters.steps.step import Lack, Step, StepPaper, StepWords, warning
from counter_app.desktop.presenters.steps.step_state import (
    Block,
    Fields,
    Input,
    Row,
    Rows,
    Say,
    SayKind,
)
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.dates import shown_date, shown_moment
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.text import clean
from counter_app.i18n import several, tr
from counter_app.services.printing.letters.making import SUPPLEMENT_RECEIVED, make_letter
from counter_app.services.steps.resuming import restarts, resumed_promise
from counter_app.services.steps.supplement import AskedItem, asked_items, receive_supplement
from counter_app.wording.parts import joined
from counter_app.wording.steps import papers_words

ASKED, NOTE, COUNTS = "asked", "note", "counts"
ORIGINALS, CERTIFIED, PHOTOCOPIES = "originals", "certified", "photocopies"


class SupplementReceipt(Step):
    """Enter with nothing ticked says that all of it is there; the next Enter takes it in."""

    kind = Kind.SUPPLEMENT_RECEIVED
    _items: tuple[AskedItem, ...] = ()

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        proceed = tr("Nhận bổ sung và in giấy") if self._ticked() else tr("Đã đủ tất cả")
        return StepWords(tr("Nhận bổ sung"), "F7", "paper", proceed)

    def begin(self, dossier: Dossier, found: object) -> None:  # noqa: ARG002
        """Expect what was asked for."""
        self._items = asked_items(self.desk.workplace, dossier)
        for at, item in enumerate(self._items):
            for part, count in _counts(item.paper):
                self.typed[_field(part, at)] = str(count)

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return what was asked for, how many of what is ticked, and the new time."""
        rows = tuple(
            Row(
                _name(at),
                item.item.text,
                inside(item.item.reason),
                _papers_words(self._paper(at)) if _name(at) in self.ticked else "",
                ticked=_name(at) in self.ticked,
            )
            for at, item in enumerate(self._items)
        )
        note = Input(NOTE, tr("Ghi chú"), self.typed.get(NOTE, ""), tr("không ghi"))
        return (
            *_asked_by(dossier),
            Rows(ASKED, tr("Công dân nộp bổ sung"), rows),
            *self._counts_of_last(),
            *self._still_lacking(),
            self._new_time(dossier),
            Fields(NOTE, (note,)),
        )

    def lacks(self, dossier: Dossier) -> Lack | None:  # noqa: ARG002
        """Nothing: without a tick Enter ticks all."""
        return None

    def enters(self, dossier: Dossier) -> bool:  # noqa: ARG002
        """Tick all that was asked for when nothing is ticked."""
        if self._ticked():
            return False
        self.ticked |= {_name(at) for at in range(len(self._items))}
        return True

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that takes the papers in."""
        desk, uid, note = self.desk, dossier.uid, clean(self.typed.get(NOTE, ""))
        papers = tuple(self._paper(at) for at in self._ticked())
        return lambda: receive_supplement(desk.workplace, desk.session, uid, papers, note)

    def said(self, after: Dossier) -> str:
        """Return the new promise."""
        if after.promise.due_at is None:
            return tr("Đã nhận bổ sung.")
        return tr("Đã nhận bổ sung, hẹn trả {moment}.").format(
            moment=shown_moment(after.promise.due_at)
        )

    def paper(self, after: Dossier) -> StepPaper:
        """Return the receipt of the supplement (giấy tiếp nhận bổ sung)."""
        desk = self.desk
        title = tr("Giấy tiếp nhận bổ sung {code}").format(code=after.shown_code)
        form = SUPPLEMENT_RECEIVED
        return StepPaper(
            lambda: make_letter(
                desk.workplace, desk.session, after, form, desk.fonts, desk.layout(form)
            ),
            title,
        )

    def _ticked(self) -> tuple[int, ...]:
        return tuple(at for at in range(len(self._items)) if _name(at) in self.ticked)

    def _paper(self, at: int) -> ReceivedPaper:
        """Return the paper with the copies that were typed; what can't be read counts as none."""
        counts = (_count(self.typed.get(_field(part, at), "")) for part in _PARTS)
        originals, certified, photocopies = counts
        return dataclasses.replace(
            self._items[at].paper,
            originals=originals,
            certified=certified,
            photocopies=photocopies,
        )

    def _counts_of_last(self) -> tuple[Fields, ...]:
        """Return the copies of what was ticked last: there a hand may have brought more."""
        at = next((each for each in self._ticked() if _name(each) == self.last), None)
        if at is None:
            return ()
        inputs = tuple(
            Input(_field(part, at), tr(label), self.typed.get(_field(part, at), ""), digits=True)
            for part, label in _PARTS.items()
        )
        text = self._items[at].item.text
        caption = tr("Số bản: {paper}").format(paper=inside(text))
        return (Fields(f"{COUNTS}{at}", inputs, caption),)

    def _still_lacking(self) -> tuple[Say, ...]:
        left = len(self._items) - len(self._ticked())
        if not left or not self._ticked():
            return ()
        said = several("Còn {n} nội dung chưa nộp.", left).format(n=left)
        rest = tr("Vẫn nhận được: thời hạn tính tiếp, giấy tờ thiếu vẫn ghi là thiếu.")
        return (warning("lacking", said, rest),)

    def _new_time(self, dossier: Dossier) -> Say:
        reference, before = self.desk.workplace.reference, dossier.promise.due_at
        promise = resumed_promise(reference, dossier, self.desk.now())
        if promise.due_at is None or before is None:
            return Say("due", tr("Không quy định thời hạn"), kind=SayKind.FIGURE)
        how = tr("Cộng thời gian tạm dừng vào hẹn cũ {moment}.")
        if restarts(reference):
            how = tr("Thời hạn tính lại từ đầu, hẹn cũ {moment}.")
        doubt = "" if promise.approved else tr("Lịch nghỉ của năm này chưa được công bố.")
        said = tr("Hẹn trả {moment}").format(moment=shown_moment(promise.due_at))
        rest = " ".join(part for part in (how.format(moment=shown_moment(before)), doubt) if part)
        return Say("due", said, rest, SayKind.FIGURE, "clock")


_PARTS = {
    ORIGINALS: "Bản chính",
    CERTIFIED: "Bản chứng thực",
    PHOTOCOPIES: "Bản photo",
}


def _asked_by(dossier: Dossier) -> tuple[Say, ...]:
    if not dossier.supplements:
        return ()
    letter = dossier.supplements[-1]
    number = tr("Theo phiếu {number}").format(number=letter.number) if letter.number else ""
    at = (
        tr("yêu cầu lúc {moment}").format(moment=shown_moment(dossier.paused_at))
        if (dossier.paused_at)
        else ""
    )
    until = (
        tr("nộp trước ngày {date}").format(date=shown_date(letter.bring_by))
        if letter.bring_by
        else ""
    )
    return (Say("asked_by", "", joined(number, at, until)),)


def _counts(paper: ReceivedPaper) -> tuple[tuple[str, int], ...]:
    return (
        (ORIGINALS, paper.originals),
        (CERTIFIED, paper.certified),
        (PHOTOCOPIES, paper.photocopies),
    )


def _papers_words(paper: ReceivedPaper) -> str:
    words = papers_words(paper.originals, paper.certified, paper.photocopies)
    return words or tr("đã hoàn thiện")


def _count(typed: str) -> int:
    typed = typed.strip()
    return int(typed[:2]) if typed.isdecimal() else 0


def _field(part: str, at: int) -> str:
    return f"{part}{at}"


def _name(at: int) -> str:
    return f"item{at}"
