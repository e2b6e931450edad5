"""The small sheet of the booklet: one field or all, a file, how far it is; Esc leaves the work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from counter_app.desktop.presenters.posting.booklet import Booklet, BookletState, BookletView
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.basics.meter import Meter
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.i18n import tr

MAKE = "make"
_LIST = 220  # height of the list of fields at 100 %: a longer one scrolls
_TICK = 200


class BookletSheet(Sheet):
    """`make` gives it its presenter, which needs it as its view."""

    def __init__(
        self, look: Look, parent: QWidget | None, make: Callable[[BookletView], Booklet]
    ) -> None:
        words = tr("Nội dung công khai của các thủ tục đang hiệu lực, một tệp PDF có mục lục.")
        super().__init__(look, parent, tr("Tập niêm yết"), words)
        self.stay = True
        self.presenter = make(self)
        self._fields: dict[str, ChoiceRow] = {"": ChoiceRow(look, "", tr("Tất cả lĩnh vực"))}
        for field in self.presenter.fields():
            self._fields[field] = ChoiceRow(look, "", field)
        column = ScrollColumn()
        column.body.setSpacing(4)
        for row in self._fields.values():
            column.body.addWidget(row)
        column.body.addStretch(1)
        column.setFixedHeight(look.px(_LIST))
        self._progress = Line(look, "", Type.BODY, Tone.TEXT_2)
        self._meter = Meter(look)
        for widget in (column, self._progress, self._meter):
            self.body.addWidget(widget)
        self._fields[""].setChecked(True)
        self.add_button(MAKE, tr("Lập và ghi tệp"), default=True)
        self.chosen.connect(self._chosen)
        self.finished.connect(self.presenter.stop)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK)
        self._ticking.timeout.connect(self.presenter.tick)
        self.present(BookletState())
        self._fields[""].setFocus(Qt.FocusReason.OtherFocusReason)

    def present(self, state: BookletState) -> None:
        """Show the whole state."""
        self._progress.set_text(state.words)
        self._progress.setVisible(state.working)
        self._meter.setVisible(state.working)
        self._meter.set_value(state.share)
        self.set_error(state.error)
        for row in self._fields.values():
            row.setEnabled(not state.working)
        if state.working:
            self._ticking.start()
        else:
            self._ticking.stop()

    def ask_file(self, proposed: Path) -> None:
        """Ask where the file goes."""
        dialog = QFileDialog(self, tr("Tập niêm yết"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Tệp PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(str(proposed))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def made(self) -> None:
        """Close: the file is written."""
        self._ticking.stop()
        self.close()

    def _chosen(self, name: str) -> None:
        if name == MAKE:
            field = next((key for key, row in self._fields.items() if row.isChecked()), "")
            self.presenter.ask(field)

    @Slot(str)
    def _file_chosen(self, file: str) -> None:
        self.presenter.make(Path(file))
