"""What the officer's sheet of a rating shows, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from counter_app.desktop.presenters.rating.filling import Filling
from counter_app.desktop.presenters.rating.round import RatingRound
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.domain.office.rating import UNANSWERED, RatingWay
from counter_app.i18n import tr
from counter_app.wording.rating import WAYS


@dataclass(frozen=True, slots=True)
class RatingRow:
    """One answer: its digit, its words, and whether it was given."""

    key: str
    text: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class RatingState:
    """The sheet. `way` says how the entry will read: told by the citizen, or from a slip."""

    title: str
    dossier: str
    way: str
    question: str
    rows: tuple[RatingRow, ...]
    hints: tuple[Hint, ...]
    aside: str = ""
    error: str = ""
    several: bool = False


class RatingView(Protocol):
    """The sheet as its presenter sees it."""

    def present(self, state: RatingState) -> None:
        """Show the whole state."""


def rating_state(round_: RatingRound) -> RatingState | None:
    """Return what the sheet shows; None when nothing is asked."""
    filling, dossier = round_.filling, round_.dossier
    if filling is None or dossier is None:
        return _waiting(round_) if round_.reads_slips else None
    procedure = dossier.received.procedure.name
    way = RatingWay.PAPER if round_.reads_slips else RatingWay.TOLD
    aside = tr("còn {seconds} giây").format(seconds=round_.left) if round_.left else ""
    asked = filling.question
    leave = Hint("Esc", tr("thôi, không ghi"))
    back = (Hint("Left", tr("sửa câu trước")),) if filling.scores else ()
    sheet = RatingState(
        title=tr("Đánh giá của công dân"),
        dossier=f"{dossier.shown_code} · {procedure}",
        way=tr("Cách ghi: {way}").format(way=tr(WAYS[way])),
        question="",
        rows=(),
        hints=(),
        aside=aside,
        error=round_.error,
    )
    if asked is not None:
        title = sheet.title
        count = len(filling.form.indices)
        if count > 1:
            at = len(filling.scores) + 1
            title = tr("Đánh giá của công dân, câu {at} trong {count}").format(at=at, count=count)
        rows = tuple(
            RatingRow(str(points), words)
            for points, words in reversed(tuple(enumerate(asked.grades)))
        )
        keys = (Hint("0", tr("đến"), joined=True), Hint(rows[0].key, tr("chọn")))
        past = (Hint("Space", tr("bỏ trống")),) if round_.reads_slips else ()
        hints = (*keys, *past, *back, leave)
        return replace(sheet, title=title, question=asked.question, rows=rows, hints=hints)
    enter = (Hint("Enter", tr("ghi đánh giá")),) if filling.is_whole else ()
    return replace(
        sheet,
        title=tr("Ghi đánh giá của công dân"),
        question=_given(filling),
        rows=tuple(
            RatingRow(str(place + 1), reason, place in filling.reasons)
            for place, reason in enumerate(filling.form.reasons)
        ),
        hints=(*enter, *back, leave),
        several=True,
    )


def _given(filling: Filling) -> str:
    """Return in words what was answered."""
    if not filling.is_whole:
        return tr("Phiếu không có câu trả lời nào.")
    if len(filling.scores) > 1:
        shown = ("–" if score == UNANSWERED else str(score) for score in filling.scores)
        return tr("Đã qua các câu: {points}.").format(points=", ".join(shown))
    given = filling.form.indices[0].grades[filling.scores[0]]
    if not filling.form.reasons:
        return tr("Đã chọn: {grade}.").format(grade=given)
    return tr("Đã chọn: {grade}. Lý do, nếu công dân có nêu:").format(grade=given)


def _waiting(round_: RatingRound) -> RatingState:
    return RatingState(
        title=tr("Nhập phiếu đánh giá"),
        dossier="",
        way=tr("Cách ghi: {way}").format(way=tr(WAYS[RatingWay.PAPER])),
        question=tr("Quét mã hồ sơ trên phiếu công dân đã điền."),
        rows=(),
        hints=(Hint("Esc", tr("xong")),),
        error=round_.error,
    )
