"""The question where a copy goes: drives that were plugged in by number, then any folder."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from counter_app.desktop.presenters.data_state.page_state import PlaceChoice
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.i18n import tr

_FOLDER = "folder"


def ask_place(
    look: Look,
    parent: QWidget,
    title: str,
    sentence: str,
    places: tuple[PlaceChoice, ...],
    chosen: Callable[[Path], None],
) -> None:
    """Ask over `parent`; `chosen` gets the folder. Leaving says nothing."""
    sheet = Sheet(look, parent, title, sentence)
    folders = {str(number): place for number, place in enumerate(places, start=1)}
    for key, place in folders.items():
        sheet.add_button(key, place.words, key, default=key == "1")
    sheet.add_button(_FOLDER, tr("Chọn thư mục khác…"), "T", default=not places)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def answered(name: str) -> None:
        if name == _FOLDER:
            ask_folder(parent, title, chosen)
        elif name in folders:
            chosen(folders[name].folder)

    sheet.chosen.connect(answered)
    sheet.open()


def ask_folder(parent: QWidget, title: str, chosen: Callable[[Path], None]) -> None:
    """Ask for a folder by the system's own dialog."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(partial(_selected, chosen))
    dialog.open()


def _selected(chosen: Callable[[Path], None], folder: str) -> None:
    chosen(Path(folder))
