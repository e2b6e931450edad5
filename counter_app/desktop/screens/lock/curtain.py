"""What lies over the window goes out of sight while it is locked, and comes back after."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QWidget


class Curtain:
    """Hides the other windows of the program: a dialog may show a citizen's name.

    Nothing in them is answered or closed; they are shown again as they were.
    """

    def __init__(self) -> None:
        self._hidden: list[QWidget] = []

    def draw(self, window: QWidget) -> None:
        """Hide every window but `window`, the last one opened first."""
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        others = [each for each in QApplication.topLevelWidgets() if each is not window]
        self._hidden += [each for each in others if each.isVisible()]
        for each in reversed(self._hidden):
            each.hide()

    def open(self) -> None:
        """Show them again. One that was closed meanwhile stays closed."""
        hidden, self._hidden = self._hidden, []
        for each in hidden:
            try:
                if isinstance(each, QDialog):
                    each.open()
                else:
                    each.show()
            except RuntimeError:  # Qt has deleted it
                continue
