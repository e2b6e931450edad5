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
from counter_app.services.printing.letters.making import (
    LETTER_OF,
    last_letter,
    make_letter,
    printed_since_letter,
)
from counter_app.services.printing.letters.rating_slip import RATING_SLIP, make_rating_slip
from counter_app.services.printing.receipt_paper import (
    PROVISIONAL,
    RECEIPT,
    RESULT_SLIP,
    Document,
    make_receipt,
    make_result_slip,
)
from counter_app.services.printing.sheets.control import CONTROL_SHEET, make_control_sheet
from counter_app.wording.steps import form_words

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
            if self.form == CONTROL_SHEET:
                return make_control_sheet(desk.workplace, desk.session, dossier, desk.fonts)
            if self.form == RATING_SLIP:
                return make_rating_slip(
                    desk.workplace, desk.session, dossier, desk.fonts, desk.layout(self.form)
                )
            if self.form == RESULT_SLIP:
                document = make_result_slip(
                    desk.workplace, desk.session, dossier, desk.fonts, desk.layout(self.form)
                )
            elif self.form not in (RECEIPT, PROVISIONAL):
                document = make_letter(
                    desk.workplace,
                    desk.session,
                    dossier,
                    self.form,
                    desk.fonts,
                    desk.layout(self.form),
                    lost=lost,
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


def forms_of(dossier: Dossier) -> tuple[str, ...]:
    """Return every paper that the dossier has by now, the newest letters first."""
    kinds = (LETTER_OF.get(step.kind, "") for step in reversed(dossier.steps))
    letters = tuple(dict.fromkeys(letter for letter in kinds if letter))
    slip = (RESULT_SLIP,) if dossier.status is Status.RETURNED else ()
    if dossier.awaits_reception:
        return letters
    return (*slip, *letters, _receipt_of(dossier), CONTROL_SHEET)


def reprint_of(dossier: Dossier, form: str = "") -> Reprint:
    """Return `form` of the dossier; "" the last paper that the citizen got, or should have got."""
    code = dossier.shown_code
    receipt = _receipt_of(dossier)
    letter = last_letter(dossier)
    if not form:
        form = receipt
        if dossier.status is Status.RETURNED:
            form = RESULT_SLIP
        elif letter and any(each.form == receipt for each in dossier.printed):
            form = letter
    title = f"{_upper(form_words(form))} {code}"
    since = printed_since_letter(dossier) if form == letter else dossier.printed
    before = any(each.form == form for each in since)
    ask = None
    if before and form not in (RESULT_SLIP, CONTROL_SHEET, RATING_SLIP):
        ask = AskState(
            tr("In lại {title}").format(title=title[:1].lower() + title[1:]),
            dossier.received.applicant.name,
        )
    return Reprint(form, tr("In lại") if before else tr("In"), title, before, ask)


def _receipt_of(dossier: Dossier) -> str:
    return PROVISIONAL if dossier.is_provisional else RECEIPT


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
