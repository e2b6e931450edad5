"""`InfoRows`: the lines of one part of a dossier; long ones wrap, many scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from counter_app.desktop.presenters.detail.detail_state import InfoRow
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.basics.line import Line


class InfoRows(QScrollArea):
    """What, a note below it, a figure at the right; thin lines between."""

    def __init__(self, look: Look, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[InfoRow, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)

    def set_rows(self, rows: tuple[InfoRow, ...]) -> None:
        """Show these lines; nothing is rebuilt when they are the same."""
        if rows == self._rows:
            return
        self._rows = rows
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        for place, row in enumerate(rows):
            if place:
                column.addWidget(Divider(self._look))
            column.addLayout(self._line(row))
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def _line(self, row: InfoRow) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Line(self._look, row.text, Type.BODY, row.tone, wrap=True))
        if row.note:
            words.addWidget(Line(self._look, row.note, Type.CAPTION, Tone.TEXT_3, wrap=True))
        line = QHBoxLayout()
        line.setContentsMargins(0, 7, 0, 7)
        line.setSpacing(12)
        line.addLayout(words, 1)
        figure = Line(self._look, row.right, Type.BODY, Tone.TEXT_2, digits=True)
        line.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        return line
