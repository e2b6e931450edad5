"""The strip of the training mode, below whatever the window shows: what to do next, calmly."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.desktop.presenters.training.state import (
    CARDS_KEY,
    LESSONS_KEY,
    NEXT_KEY,
    StripState,
)
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import draw_text, painter_on, text_width
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr

_PADDING = 14  # px: clear of the border


class PracticeStrip(QWidget):
    """Shows a `StripState`; its buttons emit what their keys do."""

    cards_asked = Signal()
    lessons_asked = Signal()
    read = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(tr("Bản tập huấn"))
        self._title = Line(look, "", Type.CAPTION, Tone.TEXT_2, digits=True, elide=True)
        self._say = Line(look, "", Type.BODY, weight=BOLD, wrap=True)
        self._aside = Line(look, "", Type.CAPTION, Tone.WARN, weight=BOLD, elide=True)
        self._caps = QHBoxLayout()
        self._caps.setSpacing(6)
        self._next = QuietButton(look, tr("Đã hiểu"), "check", NEXT_KEY)
        self._cards = QuietButton(look, tr("Mẫu để quét"), "scan", CARDS_KEY)
        self._lessons = QuietButton(look, tr("Bài tập"), "book", LESSONS_KEY)
        for button, signal in (
            (self._next, self.read),
            (self._cards, self.cards_asked),
            (self._lessons, self.lessons_asked),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab belongs to the page
            button.clicked.connect(signal)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._aside)
        words.addWidget(self._say)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setSpacing(10)
        row.setContentsMargins(_PADDING, 4, _PADDING, 6 + 4)
        self._badge = _Badge(look)
        row.addWidget(self._badge)
        row.addLayout(words, 1)
        row.addLayout(self._caps)
        row.addWidget(self._next)
        row.addWidget(self._cards)
        row.addWidget(self._lessons)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the height from the look: the same for every step, so that no page moves."""
        self.setFixedHeight(self._look.line(Type.CAPTION) + 2 * self._look.line(Type.BODY) + 18)
        self.update()

    def present(self, state: StripState) -> None:
        """Show `state`."""
        # What has to be typed comes first: the end is cut off where letters are big.
        title = f"{state.sign_in} · {state.title}" if state.sign_in else state.title
        self._title.set_text(title)
        self._say.set_text(state.say)
        self._aside.set_text(state.aside)
        self._aside.setVisible(bool(state.aside))
        self._title.setVisible(not state.aside)
        own = {CARDS_KEY, LESSONS_KEY, NEXT_KEY}  # on their buttons already
        while (item := self._caps.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for keys in state.keys:
            if keys not in own:
                self._caps.addWidget(KeyCaps(self._look, keys))
        self._next.setVisible(state.wants_reading)
        self.setAccessibleDescription(". ".join(filter(None, (state.say, state.aside))))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the ground and the line that parts it from the office."""
        painter = painter_on(self)
        tokens = self._look.tokens
        painter.fillRect(self.rect(), QColor(tokens.card))
        painter.fillRect(QRectF(0, 0, self.width(), 2), QColor(tokens.practice))
        painter.end()


class _Badge(QWidget):
    """TẬP HUẤN, in the training colour: full screen has no title bar."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(tr("TẬP HUẤN"))
        self.restyle()
        look.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the size from the look."""
        width = text_width(tr("TẬP HUẤN"), self._look.font(Type.BODY, BOLD)) + 20
        self.setFixedSize(int(width + 0.5), self._look.height(28, Type.BODY, 4))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the words on their ground."""
        painter = painter_on(self)
        tokens = self._look.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.practice))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        font = self._look.font(Type.BODY, BOLD)
        words = tr("TẬP HUẤN")
        draw_text(painter, QRectF(self.rect()), words, font, tokens.on_practice, centre=True)
        painter.end()
