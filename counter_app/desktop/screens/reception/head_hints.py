"""`HeadHints`: keys with their words at the right end of a card's first line."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line


class HeadHints(QWidget):
    """As wide as its keys and words: nothing lies between them and the edge."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hints: tuple[Hint, ...] = ()
        self._pairs: list[tuple[KeyCaps, Line]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(8)

    def set_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show these keys; its widgets stay when the keys change."""
        self.setVisible(bool(hints))
        if hints == self._hints:
            return
        self._hints = hints
        while len(self._pairs) < len(hints):
            pair = KeyCaps(self._look, ""), Line(self._look, "", Type.CAPTION, Tone.TEXT_2)
            for widget in pair:
                self._row.addWidget(widget)
            self._pairs.append(pair)
        for number, (caps, words) in enumerate(self._pairs):
            hint = hints[number] if number < len(hints) else Hint("", "")
            caps.set_keys(hint.keys)
            caps.setVisible(bool(hint.keys))
            words.set_text(hint.words)
            words.setVisible(bool(hint.words))
