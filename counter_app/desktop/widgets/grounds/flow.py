"""`Flow`: things side by side that go on in the next line when there is no room, as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Each thing keeps its size; one that is wider than the whole line gets the line."""

    def __init__(self, gap: int, line_gap: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap, self._line_gap = gap, line_gap
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._size: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 (Qt's name)
        """Add a thing behind the last."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return how many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return a thing; None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take a thing out."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 (Qt's name)
        """Return that it wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """Return that a narrower one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        """Return the height of all lines."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), is_trial=True)
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure anew: a thing has come, gone or changed its size."""
        self._heights.clear()
        self._size = None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 (Qt's name)
        """Place everything."""
        super().setGeometry(rect)
        self._place(rect, is_trial=False)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of one line with everything."""
        if self._size is None:
            sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
            width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
            self._size = QSize(width, max((size.height() for size in sizes), default=0))
        return self._size

    def minimumSize(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of the widest thing."""
        least = QSize(0, 0)
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    def _place(self, rect: QRect, *, is_trial: bool) -> int:
        """Place everything line by line, return the height."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(1, rect.width()), 1 << 16))
            if not lines or used + self._gap + size.width() > rect.width():
                lines.append([])
                used = -self._gap
            lines[-1].append((item, size))
            used += self._gap + size.width()
        total = sum(max(size.height() for _, size in line) for line in lines)
        total += self._line_gap * max(0, len(lines) - 1)
        top = rect.top() + max(0, rect.height() - total) // 2
        for line in lines:
            height = max(size.height() for _, size in line)
            left = rect.left()
            for item, size in line:
                if not is_trial:
                    at = QPoint(left, top + (height - size.height()) // 2)
                    item.setGeometry(QRect(at, size))
                left += size.width() + self._gap
            top += height + self._line_gap
        return total
