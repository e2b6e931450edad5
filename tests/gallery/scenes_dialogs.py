"""The dialogs: those of a dossier's page, the copy to a stick, the one about our own bug."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.appointing.appoint import Appointing, Filled
from counter_app.desktop.presenters.detail.detail_state import AskState
from counter_app.desktop.presenters.resetting.reset import Resetting, shown_code
from counter_app.desktop.screens.appointing.appoint_sheet import AppointSheet
from counter_app.desktop.screens.detail.sheets import (
    CancelSheet,
    ContactSheet,
)
from counter_app.desktop.screens.reprint.reprint_sheet import ReprintSheet
from counter_app.desktop.screens.resetting.reset_sheet import CodeSheet, ResetSheet
from counter_app.desktop.start.alarm import AlarmNotice
from counter_app.desktop.start.alarm_dialog import AlarmDialog
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.services.signing_in.resetting import GivenCode
from counter_app.services.support.crash_report import Report
from tests.desktop.presenters.data_state.made import DATA, OFFLINE
from tests.gallery.frame import at
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_data_state import page
from tests.gallery.scenes_dossiers import desk

WHO = "H26.15-250630-0117 · Trần Thị Mẫu"


def _alone(look: Look, kind: type[Sheet], ask: AskState) -> QWidget:
    """Return a dialog without the window that it lies over."""
    return kind(look, None, ask)  # type: ignore[arg-type]


@scene("hoi-ghi-lien-he", Area.OWN)
def contact(look: Look) -> QWidget:
    ask = AskState("Ghi liên hệ", WHO, "Mời đến nhận kết quả")
    return _alone(look, ContactSheet, ask)


@scene("hoi-huy-tiep-nhan", Area.OWN)
def cancel(look: Look) -> QWidget:
    sheet = CancelSheet(look, None, AskState("Hủy tiếp nhận", WHO))  # type: ignore[arg-type]
    sheet.set_error("Hãy ghi lý do hủy tiếp nhận.")
    return sheet


@scene("hoi-in-lai-ho-so", Area.OWN)
def reprint(look: Look) -> QWidget:
    return _alone(
        look, ReprintSheet, AskState("In lại giấy tiếp nhận H26.15-250630-0117", "Trần Thị Mẫu")
    )


@scene("hoi-chep-du-phong", Area.OWN)
def copy(look: Look) -> QWidget:
    made = page(look, DATA, OFFLINE)
    made.presenter.ask_copy()
    sheet = made.findChild(Sheet)
    assert sheet is not None
    sheet.setParent(None, sheet.windowFlags())
    made.deleteLater()
    return sheet


@scene("co-viec-ngoai-du-kien", Area.OWN)
def alarm(look: Look) -> QWidget:
    dialog = AlarmDialog(look, lambda: None)
    report = Report(at(9, 14), "3fa2c9d1", "…")
    dialog.show(AlarmNotice(report, Path("D:/quay-2/log") / report.file_name, 2))
    sheet = dialog._sheet
    assert sheet is not None
    dialog.setParent(sheet)
    return sheet


@scene("hoi-cap-lai-mat-khau", Area.OWN)
def reset(look: Look) -> QWidget:
    """A supervisor resets a forgotten password; the reason is missing."""
    sheet = ResetSheet(look, None, lambda view: Resetting(desk(), view, lambda _: None))
    sheet.fill("CB-005", "")
    sheet.set_error("Ghi lý do cấp lại mật khẩu.")
    return sheet


@scene("ma-dung-mot-lan", Area.OWN)
def once_code(look: Look) -> QWidget:
    given = GivenCode("Nguyễn Hoàng Thị Thanh Phương Mẫu", "K7QF-3M9T-22AB", at(9, 14), at(9, 14))
    return CodeSheet(look, None, shown_code(given))


@scene("hoi-cu-can-bo-tam-thoi", Area.OWN)
def appoint(look: Look) -> QWidget:
    """The head appoints somebody on the spot; the days are too many."""
    sheet = AppointSheet(look, None, lambda view: Appointing(desk(), view, lambda _: None))
    sheet.fill(
        Filled("CB-005", ("H26.15", "H26.15.02"), "30/06/2025", "30/09/2025", "09/QĐ-TTPVHCC",
               "Thay cán bộ nghỉ ốm")
    )  # fmt: skip
    sheet.set_error("Cử tạm thời không quá 60 ngày; muộn nhất đến 28/08/2025.")
    return sheet
