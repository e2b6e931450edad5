"""A question of the rating with its answers as big buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.citizen.state import Asking, BigChoice, Mood
from counter_app.desktop.screens.citizen.big_button import BigButton
from counter_app.desktop.screens.citizen.short_line import ShortLine
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.line import Line

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_FINISH = "finish"


class AskingView(QWidget):
    """`answered` carries the key of a grade, `turned` that of a reason, `finished` comes alone."""

    answered = Signal(str)
    turned = Signal(str)
    finished = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._progress = ShortLine(look, 2, Type.VALUE, Tone.TEXT_2)
        self._question = ShortLine(look, 4, Type.PAGE)
        self._note = Line(look, "", Type.BODY, Tone.TEXT_3)
        for line in (self._progress, self._question, self._note):
            line.setAlignment(_CENTRE)
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        self._foot.addStretch(1)
        self._buttons: list[BigButton] = []
        self._scene: Asking | None = None
        self._upright = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self._progress)
        column.addWidget(self._question)
        column.addSpacing(8)
        column.addLayout(self._grid)
        column.addLayout(self._foot)
        column.addSpacing(8)
        column.addWidget(self._note)
        column.addStretch(1)

    def present(self, scene: Asking) -> None:
        """Show the question; buttons stay where they are while their words do."""
        self._progress.set_text(scene.progress)
        self._question.set_text(scene.question)
        self._note.set_text(scene.note)
        before, self._scene = self._scene, scene
        if before is None or _words(before) != _words(scene):
            self._build(scene)
        for button, choice in zip(self._buttons, scene.choices, strict=False):
            button.choice = choice
            button.setChecked(choice.chosen)

    def set_upright(self, *, upright: bool) -> None:
        """Put the answers under each other, or side by side."""
        if upright is not self._upright:
            self._upright = upright
            if self._scene is not None:
                self._build(self._scene)

    def _build(self, scene: Asking) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        choices = list(scene.choices)
        if scene.finish:
            choices.append(BigChoice(_FINISH, scene.finish))
        self._buttons = [BigButton(self._look, choice, parent=self) for choice in choices]
        across = 1 if self._upright else (2 if scene.several else max(1, len(scene.choices)))
        for place, button in enumerate(self._buttons):
            button.clicked.connect(self._clicked)
            if button.choice.key == _FINISH:
                self._foot.insertWidget(1, button, 1)
            else:
                self._grid.addWidget(button, place // across, place % across)
            button.show()

    def _clicked(self) -> None:
        button = self.sender()
        if not isinstance(button, BigButton) or self._scene is None:
            return
        if button.choice.key == _FINISH:
            self.finished.emit()
        elif self._scene.several:
            self.turned.emit(button.choice.key)
        else:
            self.answered.emit(button.choice.key)


def _words(scene: Asking) -> tuple[tuple[str, str, Mood], ...]:
    choices = tuple((choice.key, choice.text, choice.mood) for choice in scene.choices)
    return (*choices, (scene.finish, scene.question, Mood.PLAIN))
