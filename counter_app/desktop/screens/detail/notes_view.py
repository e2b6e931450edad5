"""`NotesView`: banners over a dossier, for what a person must know before anything else."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.presenters.detail.detail_state import Note
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.banner import Banner


class NotesView(QWidget):
    """As many banners as there are notes; none takes no room."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._notes: tuple[Note, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def set_notes(self, notes: tuple[Note, ...]) -> None:
        """Show these notes; nothing is rebuilt when they are the same."""
        if notes == self._notes:
            return
        self._notes = notes
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for note in notes:
            banner = Banner(self._look, note.icon, note.edge)
            banner.set(note.bold, note.rest)
            self._column.addWidget(banner)
            banner.show()
        self.setVisible(bool(notes))
