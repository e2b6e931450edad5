"""The one calm dialog about our own bug. A second bug while it is open only changes its words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from counter_app.desktop.start.alarm import AlarmNotice
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.i18n import tr

GO_ON, COPY = "go_on", "copy"


class AlarmDialog(QObject):
    """Connect `Alarm.raised` to `show`. `window` gives what it lies over; None if nothing is."""

    def __init__(
        self, look: Look, window: Callable[[], QWidget | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._window = window
        self._sheet: Sheet | None = None
        self._notice: AlarmNotice | None = None
        self._others = 0

    @Slot(object)
    def show(self, notice: AlarmNotice) -> None:
        """Say that something went wrong, over the window."""
        if self._sheet is not None:
            self._others += 1
            self._sheet.set_sentence(self._words())
            return
        self._notice, self._others = notice, 0
        sheet = Sheet(self._look, self._window(), tr("Có việc ngoài dự kiến"), self._words())
        sheet.add_button(GO_ON, tr("Làm tiếp"), default=True)
        sheet.add_button(COPY, tr("Chép báo cáo rồi làm tiếp"), "1")
        sheet.chosen.connect(self._chosen)
        self._sheet = sheet
        sheet.open()

    def _words(self) -> str:
        notice = self._notice
        assert notice is not None
        parts = [tr("Chương trình gặp một lỗi của chính nó. Hồ sơ đã ghi và bản nháp vẫn an toàn.")]
        if notice.path is None:
            parts.append(tr("Báo cáo chưa ghi được xuống đĩa: hãy chép lại để gửi quản trị viên."))
        else:
            words = tr(
                "Báo cáo {file} nằm trong {folder}: không có thông tin của công dân, "
                "không tự gửi đi."
            )
            parts.append(words.format(file=notice.path.name, folder=notice.path.parent))
        if notice.times > 1 or self._others:
            parts.append(tr("Đã gặp {count} lần.").format(count=notice.times + self._others))
        return " ".join(parts)

    @Slot(str)
    def _chosen(self, name: str) -> None:
        sheet, self._sheet = self._sheet, None
        if name == COPY and self._notice is not None:
            QGuiApplication.clipboard().setText(self._notice.report.text)
        if sheet is not None:
            sheet.deleteLater()
