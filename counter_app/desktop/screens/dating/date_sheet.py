"""Hôm nay là ngày nào?: the day, the day again or a supervisor's password, the hour."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.dating.date_asking import AGAIN, DAY, HOUR, PASSWORD, DateAsk
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.password_field import PasswordField
from counter_app.domain.journal.doubtful_date import TypedDate
from counter_app.i18n import tr

CONFIRM = "confirm"


class DateSheet(Sheet):
    """`typed` gives what was typed, the supervisor's id and the password ("" for none)."""

    typed = Signal(object, str, str)

    def __init__(self, look: Look, parent: QWidget | None, ask: DateAsk) -> None:
        super().__init__(look, parent, ask.title, ask.sentence)
        self.stay = True
        self._fields = {
            DAY: Field(look, tr("Hôm nay là ngày"), placeholder="dd/MM/yyyy", digits=True),
            AGAIN: Field(look, tr("Gõ lại ngày"), placeholder="dd/MM/yyyy", digits=True),
            HOUR: Field(look, tr("Bây giờ là"), placeholder="HH:mm", digits=True),
        }
        for field in self._fields.values():
            self.body.addWidget(field)
            field.changed.connect(self._forget)
        self._choices: dict[str, ChoiceRow] = {}
        self._password = self._add_supervisors(look, ask)
        self.add_button(CONFIRM, tr("Dùng ngày giờ này"), default=True)
        self.chosen.connect(self._chosen)
        self._fields[DAY].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def wrong(self, problems: dict[str, str]) -> None:
        """Say beside the fields what is wrong; the keys go into the first of them."""
        self.set_error("")
        for name, field in self._fields.items():
            field.set_problem(problems.get(name, ""))
        first = next((name for name in self._fields if name in problems), None)
        if first is not None:
            self._fields[first].edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._fields[first].edit.selectAll()

    def refuse(self, words: str) -> None:
        """Say why it wasn't taken; a password is typed anew."""
        self.wrong({})
        if self._password is None:
            self.set_error(words)
            return
        self._password.set_problem(words)
        self._password.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._password.edit.selectAll()

    def _add_supervisors(self, look: Look, ask: DateAsk) -> PasswordField | None:
        if not ask.supervisors:
            return None
        names = ", ".join(name for _, name in ask.supervisors)
        words = tr("Hoặc, thay cho gõ lại, người phụ trách xác nhận bằng mật khẩu: {names}.")
        line = Line(look, words.format(names=names), Type.CAPTION, Tone.TEXT_2, wrap=True)
        self.body.addWidget(line)
        if len(ask.supervisors) > 1:
            for officer, name in ask.supervisors:
                row = self._choices[officer] = ChoiceRow(look, "", name)
                self.body.addWidget(row)
        self._first = ask.supervisors[0][0]
        if self._choices:
            self._choices[self._first].setChecked(True)
        password = PasswordField(look, tr("Mật khẩu của người phụ trách"))
        password.setObjectName(PASSWORD)
        password.changed.connect(self._forget)
        self.body.addWidget(password)
        return password

    @Slot(str)
    def _forget(self, _: str) -> None:
        """Something is typed anew: what was wrong with the old is over."""
        self.set_error("")
        for field in self._fields.values():
            field.set_problem("")
        if self._password is not None:
            self._password.set_problem("")

    @Slot(str)
    def _chosen(self, name: str) -> None:
        if name != CONFIRM:
            return
        day, again, hour = (field.text() for field in self._fields.values())
        password = self._password.text() if self._password is not None else ""
        supervisor = ""
        if password:
            ticked = (officer for officer, row in self._choices.items() if row.isChecked())
            supervisor = next(ticked, self._first)
        self.typed.emit(TypedDate(day, again, hour), supervisor, password)
