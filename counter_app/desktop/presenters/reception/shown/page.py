"""The whole reception page from draft and memory: one pure function."""

from __future__ import annotations

from datetime import datetime

from counter_app.desktop.presenters.reception.desk_state import DeskState
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.on_paper.state import PaperLineState
from counter_app.desktop.presenters.reception.shown.panel import (
    Promised,
    delivery_state,
    due_state,
    fees_state,
    panel_state,
)
from counter_app.desktop.presenters.reception.shown.papers import papers_state
from counter_app.desktop.presenters.reception.shown.people import applicant_state
from counter_app.desktop.presenters.reception.shown.procedure import procedure_state
from counter_app.desktop.presenters.reception.state import Block, KeyHint, ReceptionState
from counter_app.i18n import tr


def shown(
    draft: ReceptionDraft,
    ui: DeskState,
    promised: Promised,
    now: datetime,
    *,
    favourites: tuple[str, ...] = (),
    size: int = 0,
    home_unit: str = "",
    can_copy: bool = False,
    paper_line: PaperLineState | None = None,
) -> ReceptionState:
    """Return what the page shows.

    `favourites` are procedure codes for Ctrl+1…9, `size` how many procedures there are.
    """
    procedure = promised.procedure
    return ReceptionState(
        current=ui.current,
        focus=ui.focus,
        edits=ui.edits,
        grey=ui.grey,
        applicant=applicant_state(draft, ui, home_unit),
        procedure=procedure_state(draft, ui, procedure, favourites, size, now.date()),
        papers=papers_state(draft, ui, procedure),
        fees=fees_state(draft, ui, promised, now),
        due=due_state(draft, ui, promised, now),
        delivery=delivery_state(draft, ui, promised),
        note=draft.note,
        note_placeholder=tr("Viết ở đây nếu cần in lên phiếu"),
        panel=panel_state(draft, ui, promised, now),
        footer=_footer(draft, ui, can_copy=can_copy),
        paper_line=paper_line,
    )


def _footer(draft: ReceptionDraft, ui: DeskState, *, can_copy: bool) -> tuple[KeyHint, ...]:
    hints = []
    if draft.procedure and ui.current is not Block.PAPERS:
        hints.append(KeyHint(("F6",), tr("sửa giấy tờ")))
    if can_copy:
        hints.append(KeyHint(("Ctrl+D",), tr("chép từ hồ sơ trước")))
    hints.append(KeyHint(("Esc",), tr("lùi một bước, không mất gì")))
    return tuple(hints)
