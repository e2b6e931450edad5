"""`OtherFormView`: the form of somebody who receives a result for the applicant."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from counter_app.desktop.presenters.returning.return_state import OtherForm, OtherPerson
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr


class OtherFormView(QWidget):
    """Enter goes from field to field and out at the last one."""

    typed = Signal(object)
    finished = Signal()
    reached = Signal(QWidget)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._capacity = ""
        self._choices: tuple[tuple[str, str], ...] = ()
        self.name = Field(look, tr("Họ tên người nhận"))
        self._number = Field(look, tr("Số định danh / hộ chiếu"), digits=True)
        self._phone = Field(look, tr("Điện thoại"), digits=True)
        self._paper = Field(look, tr("Số giấy ủy quyền"))
        self._date = Field(look, tr("Ngày của giấy"), placeholder="1/7/25")
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._picked)
        self._button = QuietButton(look, "")
        self._button.set_menu(self._menu)
        label = Line(look, tr("Tư cách"), Type.BODY, weight=MEDIUM)
        label.setBuddy(self._button)
        capacity = QVBoxLayout()
        capacity.setSpacing(4)
        capacity.addWidget(label)
        capacity.addWidget(self._button)
        capacity.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.name, 0, 0, top)
        grid.addWidget(self._number, 0, 1, top)
        grid.addWidget(self._phone, 1, 0, top)
        grid.addLayout(capacity, 1, 1)
        grid.addWidget(self._paper, 2, 0, top)
        grid.addWidget(self._date, 2, 1, top)
        self._fields = (self.name, self._number, self._phone, self._paper, self._date)
        for field in self._fields:
            field.changed.connect(self._changed)
        for first, second in zip(self._order, self._order[1:], strict=False):
            QWidget.setTabOrder(first, second)

    @property
    def _order(self) -> tuple[QWidget, ...]:
        edits = [field.edit for field in self._fields]
        return (*edits[:3], self._button, *edits[3:])

    def present(self, form: OtherForm) -> None:
        """Show the form; what is being typed is left alone."""
        typed = form.typed
        values = (typed.name, typed.number, typed.phone, typed.paper_number, typed.paper_date)
        for field, value in zip(self._fields, values, strict=True):
            field.set_text(value)
        self._capacity = typed.capacity
        self._button.setText(form.capacity_words)
        self._button.setAccessibleName(f"{tr('Tư cách')}: {form.capacity_words}")
        self._set_choices(form.capacities)
        self._paper.label.set_text(form.paper_label)
        self._paper.edit.setAccessibleName(form.paper_label)
        self.name.set_problem(form.name_problem)
        self._number.set_problem(form.number_doubt, doubt=True)
        self._paper.set_problem(form.paper_doubt, doubt=True)
        self._date.set_problem(form.date_problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter is the next field; at the last one the form is done."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            order = self._order
            at = next((place for place, each in enumerate(order) if each.hasFocus()), None)
            if at is not None and at + 1 < len(order):
                order[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
                self.reached.emit(order[at + 1])
            else:
                self.finished.emit()
            return
        super().keyPressEvent(event)

    def _set_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        if choices == self._choices:
            return
        self._choices = choices
        self._menu.clear()
        for value, words in choices:
            action = QAction(words, self._menu)
            action.setData(value)
            self._menu.addAction(action)

    def _picked(self, action: QAction) -> None:
        self._capacity = action.data()
        self._changed()

    def _changed(self) -> None:
        self.typed.emit(
            OtherPerson(
                name=self.name.edit.text(),
                number=self._number.edit.text(),
                phone=self._phone.edit.text(),
                capacity=self._capacity,
                paper_number=self._paper.edit.text(),
                paper_date=self._date.edit.text(),
            )
        )
