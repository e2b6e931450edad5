"""`EmptyState`: nothing is here, why, and the one key that helps. No pictures."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.icon_view import IconView
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.link_key import LinkKey


class EmptyState(QWidget):
    """Left aligned in its card: icon, one sentence, one key."""

    clicked = Signal()

    def __init__(
        self,
        look: Look,
        icon: str,
        sentence: str,
        words: str = "",
        keys: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconView(look, icon, 24, Tone.TEXT_3)
        self._sentence = Line(look, sentence, Type.BODY, Tone.TEXT_2, wrap=True)
        self._key = LinkKey(look, words, keys)
        self._key.setVisible(bool(words))
        self._key.clicked.connect(self.clicked)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._sentence)
        column.addWidget(self._key, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def set(self, icon: str, sentence: str, words: str = "", keys: str = "") -> None:
        """Show another reason and another key."""
        self._icon.set(icon)
        self._sentence.set_text(sentence)
        self._key.setText(words)
        self._key.set_keys(keys)
        self._key.setVisible(bool(words))
