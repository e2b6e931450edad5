"""`HintFlow`: the keys that act here; they go on in a second line before anything is cut."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.desktop.screens.persons.flow import FlowBox
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line


class HintFlow(FlowBox):
    """Caps and words; a joined hint stays together with the next one."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(gap=16, parent=parent)
        self.flow.line_gap = 4
        self._look = look
        self._hints: tuple[Hint, ...] = ()
        self.hide()
        look.changed.connect(self.fit)

    def set_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show these keys; nothing is rebuilt when they are the same, none hides the line."""
        if hints == self._hints:
            return
        self._hints = hints
        self.clear()
        group: QHBoxLayout | None = None
        for hint in hints:
            if group is None:
                piece = QWidget()
                group = QHBoxLayout(piece)
                group.setContentsMargins(0, 0, 0, 0)
                group.setSpacing(7)
                self.flow.addWidget(piece)
            group.addWidget(KeyCaps(self._look, hint.keys))
            group.addWidget(Line(self._look, hint.words, Type.CAPTION, Tone.TEXT_2))
            if not hint.joined:
                group = None
        self.setVisible(bool(hints))
        self.fit()
