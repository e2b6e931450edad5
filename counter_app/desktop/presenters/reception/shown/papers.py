"""Card 3, the checklist (giấy tờ), as shown."""

from __future__ import annotations

from counter_app.desktop.presenters.reception.desk_state import DeskState
from counter_app.desktop.presenters.reception.drafting.draft import (
    PaperTick,
    ReceptionDraft,
    missing,
)
from counter_app.desktop.presenters.reception.state import (
    Block,
    KeyHint,
    PaperRow,
    PapersState,
    Standing,
)
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.required_paper import RequiredPaper
from counter_app.i18n import tr

NUMBERED = 9  # papers that a digit can toggle


def papers_state(draft: ReceptionDraft, ui: DeskState, procedure: Procedure | None) -> PapersState:
    """Return card 3."""
    if procedure is None:
        return PapersState(headline=tr("Hiện ra khi đã chọn thủ tục"))
    current = ui.current is Block.PAPERS
    asked = procedure.papers_of(draft.case)
    lacking = set(missing(draft, procedure)) if draft.papers_confirmed else set()
    standing = Standing.UPCOMING
    if draft.papers_confirmed:
        standing = Standing.WARNING if lacking else Standing.DONE
    if current:
        standing = Standing.WARNING if lacking else Standing.CURRENT
    if not asked:
        words = tr("Thủ tục này không yêu cầu giấy tờ nào")
        return PapersState(standing=standing, headline=words, hints=_hints(ui, current=current))
    untouched = not draft.papers_confirmed and not any(each.there for each in draft.papers)
    rows = tuple(
        _row(at, tick, paper, ui, untouched=untouched, lacking=at in lacking)
        for at, (tick, paper) in enumerate(zip(draft.papers, asked, strict=True))
    )
    return PapersState(
        standing=standing,
        headline=_headline(draft, asked, lacking),
        columns=(tr("Bản chính"), tr("Chứng thực"), tr("Bản photo")),
        rows=rows,
        selected=ui.paper_at if current else -1,
        hints=_hints(ui, current=current),
    )


def _row(
    at: int,
    tick: PaperTick,
    paper: RequiredPaper,
    ui: DeskState,
    *,
    untouched: bool,
    lacking: bool,
) -> PaperRow:
    counts = ("–", "–", "–")
    expected = untouched and paper.required and not paper.from_database
    if (tick.there or expected) and not tick.shown_only:
        numbers = (tick.originals, tick.certified, tick.photocopies)
        counts = tuple(str(each) if each else "–" for each in numbers)  # type: ignore[assignment]
    return PaperRow(
        number=str(at + 1),
        name=paper.name,
        remark=_remark(paper),
        there=tick.there,
        asked=expected,
        counts=counts,
        missing=lacking,
        note=tick.note,
        noting=ui.noting == at,
        from_database=paper.from_database,
    )


def _remark(paper: RequiredPaper) -> str:
    if paper.from_database:
        return tr("có trong cơ sở dữ liệu, không cần nộp")
    if paper.present_only:
        return tr("xuất trình, trả lại ngay")
    return tr("bắt buộc") if paper.required else tr("nếu có")


def _headline(draft: ReceptionDraft, asked: tuple[RequiredPaper, ...], lacking: set[int]) -> str:
    needed = sum(paper.required and not paper.from_database for paper in asked)
    if not draft.papers_confirmed:
        if any(each.there for each in draft.papers):
            there = sum(each.there for each in draft.papers)
            return tr("Đã nhận {there} trong {all} giấy tờ").format(there=there, all=len(asked))
        return tr("Cần {count} giấy tờ bắt buộc").format(count=needed)
    if lacking:
        return tr("Còn thiếu {count} giấy tờ bắt buộc").format(count=len(lacking))
    return tr("Đủ {count} giấy tờ bắt buộc").format(count=needed)


def _hints(ui: DeskState, *, current: bool) -> tuple[KeyHint, ...]:
    if not current:
        return (KeyHint(("F6",), ""),)
    if ui.noting >= 0:
        return (KeyHint(("Enter",), tr("xong ghi chú")),)
    return (
        KeyHint(("Enter",), tr("đủ")),
        KeyHint(("1", "9"), tr("từng giấy")),
    )
