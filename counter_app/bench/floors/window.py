"""A bare window: what Qt alone needs from process start to a field that was painted and takes keys.

`python -m counter_app.bench.floors.window` prints `READY` then, and ends. Nothing of the program is
imported: this is what the log-in of the counter is held against.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

READY = "ready"


class FirstKey(QObject):
    """Waits for the first paint of `field`, types a letter into it, and says when it is there."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._painted = False
        field.installEventFilter(self)
        field.textChanged.connect(self._arrived)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Note the first paint; the letter goes out once it is done."""
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._type)
        return super().eventFilter(watched, event)

    def _type(self) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
            QCoreApplication.postEvent(self._field, key)

    def _arrived(self, _: str) -> None:
        sys.stdout.write(f"{READY}\n")
        sys.stdout.flush()
        QCoreApplication.quit()


def main() -> None:
    """Show the window until its field took a letter."""
    application = QApplication(sys.argv)
    window = QWidget()
    field = QLineEdit()
    QVBoxLayout(window).addWidget(field)
    _first = FirstKey(field)
    window.resize(1366, 768)
    window.show()
    field.setFocus()
    application.exec()


if __name__ == "__main__":
    main()
