"""What the server didn't take, in the panel that settles it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.answers.answer import AnswerPresenter
from counter_app.desktop.presenters.answers.answer_blocks import REASON, Typed, blocks_of, lack_of
from counter_app.desktop.presenters.answers.answer_words import BUTTONS, ICONS, TITLES
from counter_app.desktop.presenters.steps.step_state import StepState
from counter_app.desktop.screens.answers.answer_page import AnswerPage
from counter_app.desktop.theme.look import Look
from counter_app.domain.settling.three_ways import Choice
from counter_app.services.answers.answered import Answered
from counter_app.wording.timeline import TITLES as ACTS
from tests.desktop.presenters.answers.made import COMPLAINT, DIFFERS, FLAGGED, LATE, SCAN, TODAY
from tests.gallery.scenes import scene
from tests.gallery.scenes_data_state import nothing
from tests.gallery.scenes_dossiers import desk


def page(look: Look, found: Answered, typed: Typed | None = None) -> QWidget:
    """Return the page of one act."""
    done = typed or Typed()
    made = AnswerPage(look, lambda view: AnswerPresenter(view, desk(), nothing), nothing, nothing)
    way, lack = done.way_of(found), lack_of(found, done, TODAY)
    made.head(ACTS[found.entry.kind], found.code, found.applicant)
    blocks = blocks_of(found, done, TODAY)
    reason = lack[0] if lack else ""
    made.present(StepState(TITLES[way], "", ICONS[way], blocks, BUTTONS[way], reason))
    made.focus(lack[1] if lack else "")
    return made


@scene("may-chu-chua-nhan")
def refused(look: Look) -> QWidget:
    return page(look, SCAN)


@scene("may-chu-chua-nhan-da-sua")
def mended(look: Look) -> QWidget:
    return page(look, COMPLAINT, Typed({"/phone": "0900000111"}))


@scene("may-chu-ghi-khac")
def conflict(look: Look) -> QWidget:
    return page(look, DIFFERS)


@scene("may-chu-ghi-khac-da-chon")
def chosen(look: Look) -> QWidget:
    sides = {"/applicant/phone": Choice.THEIRS, "/note": Choice.MINE}
    return page(look, DIFFERS, Typed(sides=sides))


@scene("may-chu-danh-dau")
def flagged(look: Look) -> QWidget:
    return page(look, FLAGGED)


@scene("may-chu-khong-con-buoc-nay")
def too_late(look: Look) -> QWidget:
    return page(look, LATE, Typed({REASON: "Quầy 3 đã ghi rút lúc 09:40"}))
