"""The page of books: which book at the left, which year and days at the right, what is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.books.books_page import BooksPresenter, columns
from counter_app.desktop.presenters.books.books_state import BooksState, BooksView, Typed
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.books.close_sheet import CloseSheet
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.basics.meter import Meter
from counter_app.desktop.widgets.cards.banner import Banner
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton, flush
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.i18n import tr

_MARGIN, _GAP, _SIDE = 16, 12, 400
_OFTEN = 200  # milliseconds between two looks at how far a book is


class BooksPage(QWidget):
    """A page of the work area."""

    def __init__(
        self,
        look: Look,
        make: Callable[[BooksView], BooksPresenter],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Line(look, "", Type.PAGE)
        self._table = TableView(look, columns())
        self._table.setAccessibleName(tr("Sổ"))
        self._year = Field(look, tr("Năm"), digits=True)
        self._year.edit.setMaxLength(4)
        self._quyen = Field(look, tr("Quyển (quầy)"), placeholder=tr("cả bộ phận"), digits=True)
        self._quyen.edit.setMaxLength(8)
        self._first = Field(look, tr("Từ ngày"), placeholder=tr("đầu năm"), digits=True)
        self._last = Field(look, tr("Đến ngày"), placeholder=tr("hết năm"), digits=True)
        self._fields = (self._year, self._quyen, self._first, self._last)
        self._show = PrimaryButton(look, tr("Xem và in"), "print", "F9")
        self._pdf = QuietButton(look, tr("Ghi PDF"), "out")
        self._xlsx = QuietButton(look, tr("Ghi Excel"), "out")
        self._close = QuietButton(look, tr("Khóa sổ"), "lock")
        self._correct = QuietButton(look, tr("Đính chính sau khi khóa"), "edit")
        self._stop = QuietButton(look, tr("Dừng"), "stop", "Esc")
        self._problem = IconLine(look, "warn", "", Type.BODY, Tone.ERROR, wrap=True)
        self._said = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._meter = Meter(look)
        self._closed = Banner(look, "lock", Edge.OK)
        self._hints = HintLine(look)
        self._sheet: CloseSheet | None = None
        self._busy = False
        self._lay_out(look)
        self._looks = QTimer(self)
        self._looks.setInterval(_OFTEN)
        self._looks.timeout.connect(self._follow)
        self.presenter = make(self)
        self._connect()

    def _connect(self) -> None:
        for field in self._fields:
            field.changed.connect(self._typed)
            field.edit.returnPressed.connect(self.presenter.show)
        self._table.opened.connect(self._opened)
        self._table.moved.connect(self._moved)
        self._show.clicked.connect(self.presenter.show)
        self._pdf.clicked.connect(lambda: self.presenter.write("pdf"))
        self._xlsx.clicked.connect(lambda: self.presenter.write("xlsx"))
        self._close.clicked.connect(self.presenter.close)
        self._correct.clicked.connect(self.presenter.correct)
        self._stop.clicked.connect(self.presenter.stop)

    # A page of the window.

    def title(self) -> str:
        """Return the window's title."""
        return tr("Sổ")

    def commands(self) -> Mapping[Command, str]:
        """Return what the window's keys do here now."""
        return {} if self._busy else {
            Command.RECEIVE: tr("xem và in sổ"),
            Command.REPRINT: tr("xem và in sổ"),
            Command.REFRESH: tr("xem lại sổ đã khóa chưa"),
        }  # fmt: skip

    def act(self, command: Command) -> bool:
        """F9 and F10 show the book, which Enter prints; F5 looks anew."""
        if command in (Command.RECEIVE, Command.REPRINT):
            return self.presenter.show()
        if command is Command.REFRESH:
            self.presenter.arrive()
            return True
        return False

    def scanned(self, _scan: Meaning) -> bool:
        """Leave scans to the window."""
        return False

    def arrive(self) -> None:
        """Look anew; keys go into the list of books."""
        self.presenter.arrive()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> bool:
        """Leave the work under way; from a line, go back to the list."""
        if self.presenter.stop():
            return True
        if any(field.edit.hasFocus() for field in self._fields):
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    # What the presenter asks.

    def present(self, state: BooksState) -> None:
        """Show the whole state."""
        self._title.set_text(state.title)
        self._table.set_rows(state.rows)
        self._table.select_row(state.current)
        self._problem.set("warn", state.problem, Tone.ERROR)
        self._problem.setVisible(bool(state.problem))
        self._said.set_text(state.said)
        self._said.setVisible(bool(state.said))
        self._closed.setVisible(bool(state.closed))
        self._closed.set(tr("Sổ đã khóa"), state.closed)
        self._busy = state.busy
        self._meter.setVisible(state.busy)
        self._stop.setVisible(state.busy)
        self._show.setEnabled(not state.busy)
        for button in (self._pdf, self._xlsx):
            button.setEnabled(state.can_write)
        self._close.setVisible(state.can_close)
        self._correct.setVisible(state.can_correct)
        self._hints.set_hints(state.hints)
        if state.busy:
            self._follow()
            self._looks.start()
        else:
            self._looks.stop()

    def put(self, typed: Typed) -> None:
        """Put these texts into the lines."""
        texts = (typed.year, typed.quyen, typed.first, typed.last)
        for field, text in zip(self._fields, texts, strict=True):
            field.set_text(text)

    def ask_file(self, proposed: Path) -> None:
        """Ask where a file goes."""
        dialog = QFileDialog(self, tr("Ghi sổ ra tệp"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        pattern = tr("Tệp PDF (*.pdf)") if proposed.suffix == ".pdf" else tr("Bảng tính (*.xlsx)")
        dialog.setNameFilter(pattern)
        dialog.setDefaultSuffix(proposed.suffix[1:])
        dialog.selectFile(str(proposed))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def ask_close(self, title: str, sentence: str, doubts: tuple[str, ...]) -> None:
        """Ask whether the book is closed all the same."""
        self._sheet = CloseSheet(self._look, self, title, sentence, doubts)
        self._sheet.agreed.connect(self.presenter.close_now)
        self._sheet.open()

    # Events.

    @Slot()
    def _follow(self) -> None:
        done, whole = self.presenter.progress if hasattr(self, "presenter") else (0, 0)
        self._meter.set_value(done / whole if whole else 0.0)

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self.presenter.type(Typed(*(field.text() for field in self._fields)))

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        self.presenter.choose(index.row())
        self.presenter.show()

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        self.presenter.choose(index.row())

    @Slot(str)
    def _file_chosen(self, file: str) -> None:
        self.presenter.write_to(Path(file))

    def _lay_out(self, look: Look) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        lines = QGridLayout()
        lines.setHorizontalSpacing(_GAP)
        lines.setVerticalSpacing(8)
        for place, field in enumerate(self._fields):
            lines.addWidget(field, place // 2, place % 2)
        files = QHBoxLayout()
        files.setSpacing(8)
        for button in (self._pdf, self._xlsx):
            files.addWidget(button)
        files.addStretch(1)
        closing = QHBoxLayout()
        closing.setSpacing(8)
        for button in (self._close, self._correct):
            closing.addWidget(button)
        closing.addStretch(1)
        card = Card(look)
        card.body.setSpacing(10)
        card.body.addLayout(lines)
        card.body.addWidget(self._problem)
        card.body.addLayout(flush(self._show))
        card.body.addLayout(files)
        card.body.addLayout(closing)
        card.body.addWidget(self._said)
        card.body.addWidget(self._meter)
        stopping = QHBoxLayout()
        stopping.addWidget(self._stop)
        stopping.addStretch(1)
        card.body.addLayout(stopping)
        side = ScrollColumn()
        side.body.setSpacing(_GAP)
        side.body.addWidget(self._closed)
        side.body.addWidget(card)
        side.body.addStretch(1)
        side.setFixedWidth(min(look.px(_SIDE), 440))
        middle = QHBoxLayout()
        middle.setSpacing(_GAP)
        middle.addWidget(self._table, 1)
        middle.addWidget(side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, 14, _MARGIN, 10)
        outer.setSpacing(10)
        outer.addWidget(self._title)
        outer.addLayout(middle, 1)
        outer.addWidget(self._hints)
