"""The old machine's work in the wizard: the stick, the province's key, what came over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.first_run.state import FirstRunState
from counter_app.desktop.screens.data_state.place_sheet import ask_folder
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr

_TONES = {"ok": Tone.OK, "cloud-ok": Tone.OK, "warn": Tone.WARN}


class MoveBlock(QWidget):
    """`stick_typed` and `key_typed` carry the two paths, typed or chosen; `more` asks for another.

    With what came over told, the fields give their room to it.
    """

    stick_typed = Signal(str)
    key_typed = Signal(str)
    more = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._told: list[IconLine] = []
        self.stick = Field(look, tr("Ổ USB của máy cũ"))
        self.key_file = Field(look, tr("Tệp khóa khôi phục của tỉnh"))
        self._choose_stick = QuietButton(look, tr("Chọn ổ…"), "usb")
        self._choose_key = QuietButton(look, tr("Chọn tệp khóa…"), "folder")
        self._more = QuietButton(look, tr("Nhập thêm từ ổ khác"), "usb")
        self._fields = QWidget()
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(8)
        fields.addWidget(self.stick)
        fields.addWidget(self.key_file)
        choosing = QHBoxLayout()
        choosing.setSpacing(12)
        choosing.addWidget(self._choose_stick)
        choosing.addWidget(self._choose_key)
        choosing.addStretch(1)
        fields.addLayout(choosing)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._fields)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.stick.changed.connect(self.stick_typed)
        self.key_file.changed.connect(self.key_typed)
        self._choose_stick.clicked.connect(self._ask_stick)
        self._choose_key.clicked.connect(self._ask_key)
        self._more.clicked.connect(self.more)

    def set(self, state: FirstRunState) -> None:
        """Show the fields and what is told under them."""
        self._fields.setVisible(state.takes and not state.took)
        self._more.setVisible(state.took)
        self.stick.set_text(state.stick)
        self.stick.set_problem(state.stick_problem)
        self.key_file.set_text(state.key_file)
        self.key_file.set_problem(state.key_problem)
        while len(self._told) < len(state.told):
            line = IconLine(self._look, "info", "", Type.BODY, Tone.TEXT_2, wrap=True)
            self._column.insertWidget(self._column.count() - 1, line)
            self._told.append(line)
        for at, line in enumerate(self._told):
            line.setVisible(at < len(state.told))
        for line, (icon, words) in zip(self._told, state.told, strict=False):
            line.set(icon, words, _TONES.get(icon, Tone.TEXT_2))

    def _ask_stick(self) -> None:
        ask_folder(self, tr("Chọn ổ USB của máy cũ"), self._stick_chosen)

    def _stick_chosen(self, folder: Path) -> None:
        self.stick.set_text(str(folder))
        self.stick_typed.emit(str(folder))

    def _ask_key(self) -> None:
        dialog = QFileDialog(self, tr("Chọn tệp khóa khôi phục của tỉnh"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._key_chosen)
        dialog.open()

    def _key_chosen(self, path: str) -> None:
        self.key_file.set_text(path)
        self.key_typed.emit(path)
