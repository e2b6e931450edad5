"""`Sheet`: a question over the window: title, one sentence, and the answers as rows with keys.

There is no bare OK and nothing of Qt's own words. It is opened with `open()`; the answer comes by
`chosen`, "" when it was left with Esc.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint_line import Hint, HintLine
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr

NARROWEST, WIDEST = 480, 640


class Sheet(QDialog):
    """A dialog 480–640 px wide. `body` takes what is asked; answers are added with keys."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        title: str,
        sentence: str = "",
        *,
        width: int = 520,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.stay = False
        """With True an answer doesn't close it: the work behind it may still say no."""

        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)  # noqa: FBT003
        self._buttons: dict[str, tuple[QuietButton, str]] = {}
        self._default = ""
        self._is_answered = False
        self._title = Line(look, title, Type.NAME, wrap=True)
        self._sentence = Line(look, sentence, Type.BODY, Tone.TEXT_2, wrap=True)
        self._sentence.setVisible(bool(sentence))
        self._error = IconLine(look, "late", "", Type.BODY, Tone.ERROR, wrap=True)
        self._error.hide()
        self._leave = HintLine(look)
        self._leave.set_hints((Hint("Esc", tr("đóng")),))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        card = Card(look, padding=(20, 16))
        card.body.setSpacing(8)
        card.body.addWidget(self._title)
        card.body.addWidget(self._sentence)
        card.body.addLayout(self.body)
        card.body.addWidget(self._error)
        card.body.addSpacing(4)
        card.body.addLayout(self._rows)
        card.body.addWidget(self._leave)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.addWidget(card)
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._width = min(WIDEST, max(NARROWEST, width))
        look.changed.connect(self.restyle)
        self.restyle()

    def add_button(
        self,
        name: str,
        text: str,
        keys: str = "",
        *,
        default: bool = False,
        detail: str = "",
        enabled: bool = True,
    ) -> QuietButton:
        """Add an answer. `detail` stands behind its words, in few words."""
        shown = keys or ("Enter" if default else "")
        button = QuietButton(self._look, text, "", shown, height=40, detail=detail)
        button.setEnabled(enabled)
        button.setToolTip(detail)
        self._leave.setVisible("Esc" not in {shown, *(k for _, k in self._buttons.values())})
        button.clicked.connect(self._clicked)
        self._buttons[name] = (button, keys)
        self._rows.addWidget(button)
        if default:
            self._default = name
            button.set_default(True)
        return button

    def set_sentence(self, sentence: str) -> None:
        """Show another sentence."""
        self._sentence.set_text(sentence)
        self._sentence.setVisible(bool(sentence))

    def set_error(self, words: str) -> None:
        """Say why the answer couldn't be taken; "" says nothing."""
        self._error.set("late", words)
        self._error.setVisible(bool(words))
        self._is_answered = False

    def is_waiting(self) -> bool:
        """Tell whether the work behind an answer runs: nobody leaves before its end is said here.

        A sheet whose presenter works behind the window says so.
        """
        return False

    def restyle(self) -> None:
        """Take the width from the look."""
        self.setFixedWidth(self._look.px(self._width))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep the height that the words need at this width."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            height = self.heightForWidth(self.width())
            self.setMinimumHeight(height)
            self.resize(self.width(), height)
        return super().event(event)

    def open(self) -> None:
        """Show it; the keys are in the first field, or on the default answer."""
        self._is_answered = False
        super().open()
        if self._default and self.focusWidget() in (None, *(b for b, _ in self._buttons.values())):
            self._buttons[self._default][0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Take the keys of the answers; Enter is the default one, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self._answer("")
            return
        name = self._name_of(event)
        if name is not None:
            button = self._buttons[name][0]
            if button.isEnabled():
                button.click()
            return
        event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Closing the window by its frame is leaving."""
        if self.is_waiting():
            event.ignore()
            return
        if not self._is_answered:
            self._is_answered = True
            self.chosen.emit("")
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the ground of a window."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.tokens.window))
        # Where the system draws no frame, the sheet still ends somewhere.
        painter.setPen(QColor(self._look.tokens.control_line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _name_of(self, event: QKeyEvent) -> str | None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            return self._default if is_plain and self._default else None
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(modifiers.value | event.key())
        for name, (_, keys) in self._buttons.items():
            if keys and QKeySequence(keys) == pressed:
                return name
        return None

    def _clicked(self) -> None:
        for name, (button, _) in self._buttons.items():
            if button is self.sender():
                self._answer(name)

    def _answer(self, name: str) -> None:
        if self._is_answered or self.is_waiting():
            return
        self._is_answered = not self.stay or not name
        self.chosen.emit(name)
        if self._is_answered:
            self.done(1 if name else 0)
