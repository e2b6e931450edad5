"""The page for scanning papers: the checklist at the left, pages and scanner at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.scanning_papers.page_state import Ask, ScanPageState
from counter_app.desktop.presenters.scanning_papers.scanning_papers import ScanningPapers
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.scanning_papers.dropping import files_in
from counter_app.desktop.screens.scanning_papers.page_parts import PageParts
from counter_app.desktop.screens.scanning_papers.sheets import (
    DROP,
    SAVE,
    RemovalSheet,
    UnsavedSheet,
)
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.i18n import tr
from counter_app.services.dossiers.scanning import PaperDoors

if TYPE_CHECKING:
    from counter_app.sync.state import SyncState

PULSE = 200
"""Milliseconds between two looks at how far a scan is."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_CTRL_SHIFT = _CTRL | Qt.KeyboardModifier.ShiftModifier
_NAMES = "*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.PDF *.JPG *.JPEG *.PNG *.TIF *.TIFF"


def make_scanning_page(
    look: Look, desk: Desk, doors: PaperDoors, leave: Callable[[], object]
) -> ScanningPage:
    """Return the page; `leave` goes back to where the officer came from."""
    return ScanningPage(look, desk, doors, leave)


class ScanningPage(QWidget):
    """A page of the work area. `wrote` carries a Changed."""

    wrote = Signal(object)
    retitled = Signal()

    def __init__(
        self,
        look: Look,
        desk: Desk,
        doors: PaperDoors,
        leave: Callable[[], object],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._leave = look, leave
        self._sheet: Sheet | None = None
        self._parts = PageParts(look, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self._pulse = QTimer(self)
        self._pulse.setInterval(PULSE)
        self.presenter = ScanningPapers(desk, doors, self, self.wrote.emit, leave)
        self._pulse.timeout.connect(self.presenter.tick)
        self._connect()

    def _connect(self) -> None:
        parts, presenter = self._parts, self.presenter
        parts.rows.chosen.connect(presenter.pick)
        parts.rows.dropped.connect(self._dropped)
        parts.kept.chosen.connect(presenter.pick_kept)
        parts.strip.picked.connect(presenter.pick_page)
        parts.big.resized.connect(presenter.resized)
        parts.proceed.clicked.connect(presenter.proceed)
        parts.back.clicked.connect(self._back)
        parts.add.clicked.connect(presenter.ask_files)
        parts.scanners.chosen.connect(presenter.scanner.choose)
        parts.feeds.chosen.connect(presenter.scanner.choose_feed)
        parts.inks.chosen.connect(presenter.scanner.choose_ink)
        for button, act in (
            (parts.left, self._turn_left),
            (parts.right, self._turn_right),
            (parts.earlier, self._earlier),
            (parts.later, self._later),
            (parts.drop, presenter.drop),
            (parts.view, presenter.view),
            (parts.remove, presenter.ask_removal),
            (parts.again, presenter.scan),
        ):
            button.clicked.connect(act)
        for each in self.findChildren(QAbstractButton):
            each.installEventFilter(self)  # or it would take the arrows for itself

    def open(self, uid: str) -> None:
        """Show the papers of the dossier `uid`."""
        self.presenter.open(uid)

    def hear(self, change: Changed) -> None:
        """Something was written, here or elsewhere."""
        self.presenter.hear(change)

    # A page of the window.

    def line(self, state: SyncState) -> None:
        """Take how the wire stands, while the page is seen."""
        if self.isVisible():
            self.presenter.files_left(state.files)

    def title(self) -> str:
        """Return the window's title."""
        return self.presenter.title

    def commands(self) -> Mapping[Command, str]:
        """Return what the window's keys do here now."""
        return {
            Command.PAPERS: tr("quét"),
            Command.RECEIVE: tr("lưu các trang"),
            Command.PREVIEW: tr("xem tệp đã lưu"),
            Command.REFRESH: tr("tìm lại máy scan"),
        }

    def act(self, command: Command) -> bool:
        """F6 scans, F9 keeps, Shift+F9 shows a kept file, F5 looks for scanners; near and far."""
        if command is Command.PAPERS:
            self.presenter.scan()
        elif command is Command.RECEIVE:
            self.presenter.save()
        elif command is Command.PREVIEW:
            self.presenter.view()
        elif command is Command.REFRESH:
            self.presenter.find_scanners()
        elif command in (Command.BIGGER, Command.SMALLER, Command.NORMAL):
            steps = {Command.BIGGER: 1, Command.SMALLER: -1}
            return self.presenter.zoom(steps.get(command, 0))
        else:
            return False
        return True

    def scanned(self, scan: Meaning) -> bool:
        """Leave cards and codes to the window; pages that weren't kept stay in hand."""
        del scan
        return False

    def arrive(self) -> None:
        """Refresh; Enter does what comes next."""
        self.presenter.refresh()
        self._focus()

    def escape(self) -> bool:
        """Go one step back; False leaves the page."""
        return self.presenter.escape()

    # What the presenter asks.

    def present(self, state: ScanPageState) -> None:
        """Show the whole state."""
        had_keys = self._parts.present(state, self.ratio())
        self.retitled.emit()
        if state.share is None:
            self._pulse.stop()
        elif not self._pulse.isActive():
            self._pulse.start()
        if had_keys:
            self._focus()  # what had them is gone or can't be pressed now

    def room(self) -> tuple[int, int]:
        """Return the points that the big picture may take."""
        return self._parts.big.room()

    def ratio(self) -> float:
        """Return the screen's dots to a point."""
        return self.devicePixelRatioF()

    def ask_files(self) -> None:
        """Ask which files to attach."""
        dialog = QFileDialog(self, tr("Chọn tệp đính kèm"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(tr("Giấy tờ ({names})").format(names=_NAMES))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()

    def ask_reason(self, ask: Ask) -> None:
        """Ask why a kept file goes."""
        sheet = RemovalSheet(self._look, self.window(), ask)
        sheet.written.connect(self.presenter.remove)
        self._open_sheet(sheet)

    def ask_unsaved(self, ask: Ask) -> None:
        """Ask what becomes of pages that weren't kept."""
        sheet = UnsavedSheet(self._look, self.window(), ask)
        sheet.chosen.connect(self._unsaved_answered)
        self._open_sheet(sheet)

    def close_ask(self) -> None:
        """Close the small dialog."""
        if self._sheet is not None:
            self._sheet.close()

    def refuse_ask(self, words: str) -> None:
        """Say in the small dialog why it stays."""
        if self._sheet is not None:
            self._sheet.set_error(words)

    # Events.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Take arrows and digits before the button that has the keys does."""
        del watched
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        return event.key() not in (*_ENTER, Qt.Key.Key_Space) and self._taken(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Arrows and digits choose, Ctrl with arrows turns and moves; Enter does what is next."""
        if not self._taken(event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """Welcome files anywhere on the page: they are of the paper that is shown."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        """Take files for the paper that is shown."""
        files = files_in(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.presenter.add_files(files)

    def _taken(self, event: QKeyEvent) -> bool:
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        acts = self._acts()
        found = acts.get((pressed, key))
        if found is not None:
            if key not in _ENTER or not event.isAutoRepeat():
                found()
            return True
        if pressed == _NONE and event.text().isdigit() and event.text() != "0":
            self.presenter.pick(int(event.text()) - 1)
            return True
        return False

    def _acts(self) -> Mapping[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], object]]:
        presenter, key = self.presenter, Qt.Key
        return {
            (_NONE, key.Key_Up): lambda: presenter.step(-1),
            (_NONE, key.Key_Down): lambda: presenter.step(1),
            (_NONE, key.Key_Left): lambda: presenter.step_page(-1),
            (_NONE, key.Key_Right): lambda: presenter.step_page(1),
            (_CTRL, key.Key_Left): self._turn_left,
            (_CTRL, key.Key_Right): self._turn_right,
            (_CTRL_SHIFT, key.Key_Left): self._earlier,
            (_CTRL_SHIFT, key.Key_Right): self._later,
            (_NONE, key.Key_Delete): presenter.drop,
            (_CTRL, key.Key_O): presenter.ask_files,
            (_NONE, key.Key_Return): presenter.proceed,
            (_NONE, key.Key_Enter): presenter.proceed,
        }

    @Slot()
    def _turn_left(self) -> None:
        self.presenter.turn(-1)

    @Slot()
    def _turn_right(self) -> None:
        self.presenter.turn(1)

    @Slot()
    def _earlier(self) -> None:
        self.presenter.move(-1)

    @Slot()
    def _later(self) -> None:
        self.presenter.move(1)

    @Slot()
    def _back(self) -> None:
        if not self.escape():
            self._leave()

    def _dropped(self, row: int, files: tuple[Path, ...]) -> None:
        self.presenter.add_files(files, row)

    def _files_chosen(self, names: list[str]) -> None:
        self.presenter.add_files([Path(name) for name in names])

    def _unsaved_answered(self, name: str) -> None:
        if name == SAVE:
            self.presenter.save_all()
        elif name == DROP:
            self.presenter.drop_all()

    def _open_sheet(self, sheet: Sheet) -> None:
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.destroyed.connect(self._forget_sheet)
        self._sheet = sheet
        sheet.open()

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _focus(self) -> None:
        proceed = self._parts.proceed
        (proceed if proceed.isEnabled() else self).setFocus(Qt.FocusReason.OtherFocusReason)
