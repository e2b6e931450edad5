"""The steps of the wizard at its left: done, on, to come."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.first_run.state import StepLine
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.badge import Badge, BadgeKind
from counter_app.desktop.widgets.basics.line import Line
from counter_app.i18n import tr


class StepsList(QWidget):
    """Never takes keys: it only says where the wizard is."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[tuple[Badge, Line]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def set_lines(self, lines: tuple[StepLine, ...]) -> None:
        """Show where the wizard is."""
        while len(self._rows) < len(lines):
            badge, line = Badge(self._look), Line(self._look, "", Type.BODY)
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(badge)
            row.addWidget(line, 1)
            self._column.addLayout(row)
            self._rows.append((badge, line))
        for (badge, line), step in zip(self._rows, lines, strict=True):
            is_done = step.mark == "check"
            kind = BadgeKind.FILLED if step.is_on else BadgeKind.OUTLINE
            badge.set(step.mark, BadgeKind.SOFT if is_done else kind)
            line.set_text(step.words)
            line.set_tone(Tone.TEXT if step.is_on else Tone.TEXT_2 if is_done else Tone.TEXT_3)
            line.set_weight(BOLD if step.is_on else None)
        at = next((number for number, step in enumerate(lines, start=1) if step.is_on), 0)
        name = tr("Bước {number} trong {count}").format(number=at, count=len(lines))
        self.setAccessibleName(name)
