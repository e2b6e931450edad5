"""`HintLine`: the keys that act here, in one line at the foot of a page or a card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.grounds.flow import Flow

__all__ = ["Hint", "HintLine"]

_GAP, _WORD_GAP = 16, 7


class _Group(QWidget):
    """Hints that stay together in a line. Its widgets stay when the hints change."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._pairs: list[tuple[KeyCaps, Line]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_WORD_GAP)

    def set_hints(self, hints: list[Hint]) -> None:
        """Show these hints; none hides the group."""
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
        self._row.invalidate()
        self.setVisible(bool(hints))


class HintLine(QWidget):
    """Caps and words from the left; in big type they go on in a second line.

    A text at the right end is shown only where there is room for it.
    """

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hints: tuple[Hint, ...] = ()
        self._groups: list[_Group] = []
        self._flow = Flow(_GAP)
        self._right = IconLine(look, "", "", Type.CAPTION, Tone.TEXT_3, icon_size=14)
        self._plain_right = Line(look, "", Type.CAPTION, Tone.TEXT_3)
        self._icon = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._flow, 1)
        for right in (self._right, self._plain_right):
            row.addWidget(right, 0, Qt.AlignmentFlag.AlignTop)
            right.hide()
        look.changed.connect(self._show_right)

    def set_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show these keys; nothing is rebuilt when they are the same."""
        if hints == self._hints:
            return
        self._hints = hints
        together: list[list[Hint]] = [[]]
        for hint in hints:
            together[-1].append(hint)
            if not hint.joined:
                together.append([])
        groups = [group for group in together if group]
        while len(self._groups) < len(groups):
            self._groups.append(_Group(self._look, self))
            self._flow.addWidget(self._groups[-1])
        for number, group in enumerate(self._groups):
            group.set_hints(groups[number] if number < len(groups) else [])
        self._flow.invalidate()
        self._show_right()
        self.updateGeometry()

    def set_right(self, text: str, icon: str = "") -> None:
        """Show a text at the right end, with an icon before it or without."""
        self._icon = icon
        self._right.set(icon, text)
        self._plain_right.set_text(text)
        self._show_right()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Show the text at the right, or not."""
        super().resizeEvent(event)
        self._show_right()

    def _show_right(self) -> None:
        right = self._right if self._icon else self._plain_right
        other = self._plain_right if self._icon else self._right
        needed = self._flow.sizeHint().width() + _GAP + right.sizeHint().width()
        has_text = bool(self._plain_right.text())
        other.hide()
        right.setVisible(has_text and (needed <= self.width() or not self._hints))
