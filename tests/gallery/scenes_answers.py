"""What the server didn't take, in the panel that settles it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.answers.answer import AnswerPresenter
from counter_app.desktop.presenters.answers.answer_blocks import REASON, Typed, blocks_of, lack_of
from counter_app.desktop.presenters.answers.answer_words import BUTTONS, ICONS, TITLES
from counter_app.desktop.presenters.answers.deletions import DeletionsPresenter
from counter_app.desktop.presenters.steps.step_state import StepState
from counter_app.desktop.screens.answers.answer_page import AnswerPage
from counter_app.desktop.screens.answers.deletions_page import DeletionsPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.domain.dossiers.status import Status
from counter_app.domain.settling.three_ways import Choice
from counter_app.services.answers.answered import Answered
from counter_app.services.answers.deletions import HeldBack, HeldDossier
from counter_app.wording.timeline import TITLES as ACTS
from tests.desktop.presenters.answers.made import COMPLAINT, DIFFERS, FLAGGED, LATE, SCAN, TODAY
from tests.gallery.scenes import Area, scene
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


WHY = "Quản trị tỉnh: gộp hồ sơ trùng của hai trung tâm sau khi sắp xếp xã, phường"


def deletions(look: Look, *, names: bool = True) -> DeletionsPage:
    """Return the page of what the server took away, as it comes and before a word is said."""
    page = DeletionsPage(look, lambda view: DeletionsPresenter(view, desk(), nothing), nothing)
    now = desk().now()
    people = ("Trần Thị Mẫu", "Nguyễn Văn Ví Dụ", "Công ty TNHH Thử Nghiệm", "Lò Thị Mẫu")
    acts = ("Đăng ký khai sinh", "Thay đổi, cải chính hộ tịch trẻ em", "Cấp giấy phép xây dựng")
    dossiers = tuple(
        HeldDossier(
            uid=str(number),
            code=f"H26.15-{now:%y%m%d}-{210 - number:04}",
            applicant=people[number % len(people)] if names else "",
            procedure=acts[number % len(acts)],
            status=(Status.RECEIVED, Status.IN_PROGRESS, Status.FINISHED)[number % 3],
            result_is_here=False,
            received_at=now - timedelta(hours=number),
            taken_at=now - timedelta(minutes=12),
            reason=WHY if names else "",
            busy=number == 1,
        )
        for number in range(14)
    )
    page.presenter._found = HeldBack(57, dossiers)
    page.presenter._show()
    return page


@scene("may-chu-bao-bo")
def taken_away(look: Look) -> QWidget:
    return deletions(look)


@scene("may-chu-bao-bo-khong-ten")
def taken_away_without_names(look: Look) -> QWidget:
    return deletions(look, names=False)


@scene("may-chu-bao-bo-hoi", Area.OWN)
def taken_away_asked(look: Look) -> QWidget:
    made = deletions(look)
    made.presenter.ask(hide=True)
    sheet = made.findChild(Sheet)
    assert sheet is not None
    sheet.setParent(None, sheet.windowFlags())
    made.deleteLater()
    return sheet


@scene("may-chu-bao-bo-xong")
def taken_away_decided(look: Look) -> QWidget:
    page = deletions(look)
    page.presenter._found = HeldBack(0, ())
    page.presenter._show()
    return page
