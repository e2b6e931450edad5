"""In lại: which paper of a dossier comes out again, and whether somebody must be asked why."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.detail.detail_state import AskState
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.i18n import tr
from counter_app.services.printing.receipt_paper import (
    PROVISIONAL,
    RECEIPT,
    RESULT_SLIP,
    Document,
    make_receipt,
    make_result_slip,
)

_JAMMED = "bản trước hỏng, kẹt giấy"
"""Kept with the print: a paper's own words, so not translated."""


@dataclass(frozen=True, slots=True)
class Reprint:
    """One paper to print again. `before`: one is known to have come out.

    `ask` None: nobody is asked why, for none came out, or the paper has no marked duplicate.
    """

    form: str
    words: str
    title: str
    before: bool
    ask: AskState | None

    def maker(self, desk: Desk, dossier: Dossier, *, lost: bool) -> Callable[[], Document]:
        """Return what makes the paper: a marked duplicate when `lost`, else the first's place."""

        def make() -> Document:
            if self.form == RESULT_SLIP:
                document = make_result_slip(
                    desk.workplace, desk.session, dossier, desk.fonts, desk.layout(self.form)
                )
            else:
                document = make_receipt(
                    desk.workplace,
                    desk.session,
                    dossier,
                    desk.fonts,
                    desk.layout(self.form),
                    lost=lost,
                )
            if self.before and not lost:
                return dataclasses.replace(document, reason=_JAMMED)
            return document

        return make


def reprint_of(dossier: Dossier) -> Reprint:
    """Return the last paper that the citizen got, or should have got."""
    code = dossier.shown_code
    if dossier.status is Status.RETURNED:
        form, name = RESULT_SLIP, tr("Biên nhận trả kết quả {code}")
    elif dossier.is_provisional:
        form, name = PROVISIONAL, tr("Phiếu tạm {code}")
    else:
        form, name = RECEIPT, tr("Giấy tiếp nhận {code}")
    title = name.format(code=code)
    before = any(each.form == form for each in dossier.printed)
    ask = None
    if before and form != RESULT_SLIP:
        ask = AskState(tr("In lại {title}").format(title=title[:1].lower() + title[1:]))
    return Reprint(form, tr("In lại") if before else tr("In"), title, before, ask)
