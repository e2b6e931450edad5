"""The delegate of the picker: name on one or two lines, meta below, code and keys at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from counter_app.desktop.theme.breaking import broken, draw_lines, on_lines
from counter_app.desktop.theme.keycaps import cap_look, keys_size, paint_keys
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import (
    centred,
    draw_text,
    row_line,
    snapped,
    text_width,
    whole,
)
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.line import bold_ranges
from counter_app.desktop.widgets.lists.picker_row import PickerRow

ROW_ROLE = 257
EDGE = 3

_LEFT, _RIGHT, _PADDING = 16, 13, 13
_KEYS_COLUMN, _CODE_GAP = 84, 20
_LINES = 2
_CACHED = 400

Index = QModelIndex | QPersistentModelIndex


class PickerDelegate(QStyledItemDelegate):
    """Paints rows; a name's layout is kept for its row and width."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._layouts: dict[tuple[PickerRow, int], QTextLayout] = {}
        self._metas: dict[tuple[str, int], QTextLayout] = {}
        self.width = 300
        self.hovered_row = -1
        self.selected_row = -1

    def forget(self) -> None:
        """Drop all layouts: fonts have changed."""
        self._layouts.clear()
        self._metas.clear()

    def height(self, row: PickerRow) -> int:
        """Return the height of a row at the present width."""
        lines = min(_LINES, max(1, self._layout(row).lineCount()))
        text = lines * self._look.line(Type.BODY)
        text += self._meta_height(row)
        return max(text + _PADDING, self._look.height(38, Type.BODY, 12))

    def is_cut(self, row: PickerRow) -> bool:
        """Return whether the name needs more than its two lines."""
        font = self._look.font(Type.BODY)
        whole_name = broken(row.name, font, self._name_width(row), bold_ranges(row.spans, font))
        return whole_name.lineCount() > _LINES

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the size of a row."""
        return QSize(self.width, self.height(index.data(ROW_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: PickerRow = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        is_selected = index.row() == self.selected_row
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, index, is_selected=is_selected)
        inner = rect.adjusted(_LEFT, 0, -_RIGHT, -1)
        self._paint_right(painter, inner, row, is_selected=is_selected)
        self._paint_name(painter, inner, row)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, index: Index, *, is_selected: bool
    ) -> None:
        tokens = self._look.tokens
        ground = snapped(painter, rect)
        if is_selected:
            painter.fillRect(ground, QColor(tokens.soft))
        elif index.row() == self.hovered_row:
            painter.fillRect(ground, QColor(tokens.hover))
        if index.row() < index.model().rowCount() - 1:
            row_line(painter, rect, tokens.line)
        if is_selected:
            ground.setWidth(whole(painter, EDGE))
            painter.fillRect(ground, QColor(tokens.soft_edge))

    def _paint_right(
        self, painter: QPainter, inner: QRectF, row: PickerRow, *, is_selected: bool
    ) -> None:
        keys = "Enter" if is_selected and row.enabled else row.keys
        if keys:
            width, height = keys_size(self._look, keys)
            at = QPointF(inner.right() - width, centred(inner, width, height).y())
            paint_keys(painter, self._look, at, keys, cap_look(self._look, enabled=row.enabled))
        if row.code:
            code = QRectF(inner)
            code.setRight(inner.right() - self._look.px(_KEYS_COLUMN))
            font = self._look.font(Type.BODY, digits=True)
            draw_text(painter, code, row.code, font, self._look.tokens.text_2, right=True)

    def _paint_name(self, painter: QPainter, inner: QRectF, row: PickerRow) -> None:
        tokens, look = self._look.tokens, self._look
        layout = self._layout(row)
        pitch = look.line(Type.BODY)
        lines = min(_LINES, max(1, layout.lineCount()))
        text = lines * pitch + self._meta_height(row)
        top = inner.top() + (inner.height() - text) / 2
        painter.setPen(QColor(tokens.text if row.enabled else tokens.disabled_text))
        draw_lines(painter, layout, QPointF(inner.left(), top), pitch, lines)
        if row.meta:
            painter.setPen(QColor(tokens.text_3))
            below = QPointF(inner.left(), top + lines * pitch)
            draw_lines(painter, self._meta(row), below, look.line(Type.CAPTION), _LINES)

    def _name_width(self, row: PickerRow) -> int:
        """Return the room of the name: up to the code when there is one."""
        taken = _LEFT + _RIGHT
        if row.code:
            font = self._look.font(Type.BODY, digits=True)
            taken += self._look.px(_KEYS_COLUMN) + round(text_width(row.code, font)) + _CODE_GAP
        else:
            taken += self._look.px(_KEYS_COLUMN)
        return max(80, self.width - taken)

    def _layout(self, row: PickerRow) -> QTextLayout:
        width = self._name_width(row)
        key = (row, width)
        found = self._layouts.get(key)
        if found is None:
            if len(self._layouts) > _CACHED:
                self._layouts.clear()
            found = self._layouts[key] = self._lay_out(row, width)
        return found

    def _lay_out(self, row: PickerRow, width: int) -> QTextLayout:
        """Return the name on at most two lines, else cut in the middle, plain."""
        font = self._look.font(Type.BODY)
        layout = broken(row.name, font, width, bold_ranges(row.spans, font))
        if layout.lineCount() <= _LINES:
            return layout
        return on_lines(row.name, font, width, _LINES, Qt.TextElideMode.ElideMiddle)

    def _meta(self, row: PickerRow) -> QTextLayout:
        """Return what stands below the name: on two lines where letters are big."""
        width = self._name_width(row)
        key = (row.meta, width)
        found = self._metas.get(key)
        if found is None:
            if len(self._metas) > _CACHED:
                self._metas.clear()
            font = self._look.font(Type.CAPTION)
            found = self._metas[key] = on_lines(_bound(row.meta, font, width), font, width, _LINES)
        return found

    def _meta_height(self, row: PickerRow) -> int:
        if not row.meta:
            return 0
        return min(_LINES, self._meta(row).lineCount()) * self._look.line(Type.CAPTION)


def _bound(meta: str, font: QFont, width: int) -> str:
    """Return `meta` with its parts held together, so that lines break between two of them."""
    parts = (
        part.replace(" ", "\u00a0") if text_width(part, font) < width else part
        for part in meta.split(" · ")
    )
    return "\u00a0· ".join(parts)
