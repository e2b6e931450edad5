"""`StepSection`: a step in the panel at the right: fee, due date, delivery, note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, MEDIUM, Type
from counter_app.desktop.widgets.basics.badge import Badge
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.step_state import StepState, badge_of, title_tone

__all__ = ["StepSection", "StepState"]

_INDENT = 32


class StepSection(QWidget):
    """Badge or icon, title, a word at the right; `body` below, in the column of the title."""

    def __init__(
        self, look: Look, number_or_icon: str, title: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._content = look, number_or_icon
        self._badge = Badge(look)
        self._title = Line(look, title, Type.BODY, weight=MEDIUM)
        self._aside = Line(look, "", Type.CAPTION, Tone.TEXT_2)
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._badge)
        head.addWidget(self._title, 1)
        head.addWidget(self._aside)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self._indent = QHBoxLayout()
        self._indent.addLayout(self.body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(head)
        outer.addLayout(self._indent)
        look.changed.connect(self.restyle)
        self.restyle()
        self.set_state(StepState.UPCOMING)

    def set_state(self, state: StepState) -> None:
        """Show how far the step has come."""
        self._badge.set(*badge_of(state, self._content))
        self._title.set_tone(title_tone(state))
        self._title.set_weight(MEDIUM if state is StepState.UPCOMING else BOLD)

    def set_aside(self, text: str) -> None:
        """Show a word at the right end of the title's line."""
        self._aside.set_text(text)

    def restyle(self) -> None:
        """Keep the body in the column of the title."""
        self._indent.setContentsMargins(self._look.px(_INDENT - 8) + 8, 0, 0, 0)
