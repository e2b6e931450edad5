"""The head of a table: titles over their columns, and an arrow where it is sorted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import centred, draw_text, row_line, snapped, text_width
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.lists.cell_painting import ICON, ICON_GAP
from counter_app.desktop.widgets.lists.cells import Column, Sort
from counter_app.desktop.widgets.lists.table_delegate import GAP, PADDING, SPARE

_ARROW = 13


class TableHeader(QHeaderView):
    """34 high; no buttons, no grips. A click asks the screen to sort."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.columns: tuple[Column, ...] = ()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(20)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the height of the head."""
        return QSize(super().sizeHint().width(), self._look.height(35, Type.CAPTION, 12))

    def paintSection(self, painter: QPainter, area: object, number: int) -> None:  # noqa: N802
        """Paint one title."""
        if number >= len(self.columns):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._look.tokens
        column, rect = self.columns[number], QRectF(area)  # type: ignore[call-overload]
        painter.fillRect(snapped(painter, rect), QColor(tokens.card))
        row_line(painter, rect, tokens.line)
        left = (PADDING if number == 0 else GAP) + self._look.px(column.indent)
        inner = rect.adjusted(left, 0, -SPARE, -1)
        is_sorted = column.sort is not Sort.NONE
        font = self._look.font(Type.CAPTION, MEDIUM)
        colour = tokens.text if is_sorted else tokens.text_3
        draw_text(painter, inner, column.title, font, colour, right=column.right)
        if is_sorted:
            name = "arrow-up" if column.sort is Sort.UP else "arrow-down"
            ratio = abs(painter.deviceTransform().m11()) or 1.0
            side = self._look.px(_ARROW)
            at = inner.left() + text_width(column.title, font) + 4
            painter.drawPixmap(
                QPointF(at, centred(inner, side, side).y()),
                self._look.icon(name, _ARROW, Tone.TEXT, ratio),
            )
        painter.restore()


DEADLINE_INDENT = ICON + ICON_GAP
"""Indent of a column's title over `DeadlineCell`s, whose words begin behind the icon."""
