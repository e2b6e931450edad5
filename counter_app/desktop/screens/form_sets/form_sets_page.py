"""The page Biểu mẫu: the sets at the left; basis, date, papers of the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.form_sets.form_sets import FormSetsPresenter
from counter_app.desktop.presenters.form_sets.sets_state import FormSetsState, FormSetsView
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.print_settings.choices import Choices
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.bars.back_hint import BackHint
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.banner import Banner, Edge
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.desktop.widgets.lists.cells import Column, TextCell
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.i18n import tr

_SETS_WIDTH, _BESIDE = 340, 690
_ANY_WIDTH = 16_777_215  # Qt's QWIDGETSIZE_MAX: no limit
_FILE, _FOLDER, _BACK = "file", "folder", "back"


class FormSetsPage(QWidget):
    """Shows a `FormSetsState`; `make` gives it its presenter, which needs it as its view."""

    def __init__(
        self,
        look: Look,
        make: Callable[[FormSetsView], FormSetsPresenter],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._sets = Choices(look, tr("Bộ biểu mẫu"))
        self._title = Line(look, "", Type.NAME, wrap=True)
        self._facts = QGridLayout()
        self._lines: list[Line] = []
        self._found: list[Line] = []
        self._banner = Banner(look, "info", Edge.SLATE)
        self._findings = QVBoxLayout()
        self._scroll = ScrollColumn()
        self._scroll.setAccessibleName(tr("Chỗ cần xem"))
        self._table = TableView(look, (Column(tr("Giấy"), 0), Column(tr("Mẫu số"), 90)))
        self._table.setAccessibleName(tr("Các giấy của bộ này"))
        self._read = QuietButton(look, tr("Đọc bộ đã sửa…"), "folder", height=40)
        self._leave = QuietButton(look, "", "undo", height=40)
        self._see = QuietButton(look, tr("Xem thử"), "eye", "Enter", height=40)
        self._longest = QuietButton(look, tr("Nội dung dài nhất"), "eye", height=40)
        self._take = PrimaryButton(look, "", "check", "F9")
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._scroll.hide()
        self.presenter = make(self)
        self._sets.picked.connect(self.presenter.choose)
        self._table.opened.connect(self._opened)
        self._see.clicked.connect(self._see_row)
        self._longest.clicked.connect(self._see_longest)
        self._read.clicked.connect(self._ask_path)
        self._leave.clicked.connect(self.presenter.ask_back)
        self._take.clicked.connect(self._take_clicked)
        look.changed.connect(self._fit)

    def present(self, state: FormSetsState) -> None:
        """Show `state`; the table keeps its row while the set is the same."""
        self._sets.set_choices(state.sets)
        self._title.set_text(state.title)
        self._show_facts(state.facts)
        self._banner.setVisible(state.banner is not None)
        if state.banner is not None:
            self._banner.set_icon("warn" if state.banner.is_bad else "info")
            self._banner.set_edge(Edge.WARN if state.banner.is_bad else Edge.SLATE)
            self._banner.set(state.banner.bold, state.banner.rest)
        self._show_findings(state.findings)
        self._title.setVisible(bool(state.title))
        self._table.setVisible(bool(state.papers))
        for button in (self._see, self._longest):
            button.setVisible(bool(state.papers))
            button.setEnabled(not state.busy)
        row = max(0, self._table.current_row())
        self._table.set_rows(
            tuple((TextCell(name), TextCell(number, digits=True)) for name, number in state.papers)
        )
        self._table.select_row(min(row, len(state.papers) - 1))
        self._read.setEnabled(not state.busy)
        self._take.setText(state.take)
        self._take.setVisible(bool(state.take))
        self._leave.setText(state.go_back)
        self._leave.setVisible(bool(state.go_back))
        self._leave.setEnabled(not state.busy)

    def ask_back(self, title: str, sentence: str) -> None:
        """Ask whether the office's own set is to be left."""
        sheet = Sheet(self._look, self, title, sentence)
        sheet.add_button(_BACK, tr("Bỏ bộ của đơn vị"), "B")
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.chosen.connect(self._answered)
        sheet.open()

    def title(self) -> str:
        """Return the page's name."""
        return tr("Biểu mẫu")

    def commands(self) -> Mapping[Command, str]:
        """Return the keys that act here."""
        return {Command.REFRESH: tr("Đọc lại"), Command.RECEIVE: tr("Dùng bộ này")}

    def further(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return the acts without a key."""
        return (
            (tr("Đọc bộ đã sửa…"), self._ask_path),
            (tr("Xem thử với nội dung dài nhất"), self._see_longest),
        )

    def act(self, command: Command) -> bool:
        """F5 reads anew, F9 uses the set that was read."""
        if command is Command.REFRESH:
            self.presenter.refresh()
            return True
        return command is Command.RECEIVE and self.presenter.take()

    def scanned(self, scan: Meaning) -> bool:
        """Leave scans to the window."""
        del scan
        return False

    def arrive(self) -> None:
        """Read the sets; the keys are in the list of papers."""
        self.presenter.refresh()
        self._table.setFocus()

    def escape(self) -> bool:
        """There is nothing to go back from."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Put the cards below each other where there is no room beside."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        sets = Card(self._look)
        sets.body.setSpacing(8)
        sets.body.addWidget(Line(self._look, tr("Bộ biểu mẫu"), Type.NAME))
        sets.body.addWidget(self._sets)
        sets.body.addWidget(
            Line(
                self._look,
                tr("Hồ sơ in theo bộ có hiệu lực vào ngày tiếp nhận."),
                Type.CAPTION,
                Tone.TEXT_3,
                wrap=True,
            )
        )
        sets.body.addStretch(1)
        sets.body.addWidget(self._read)
        sets.body.addWidget(self._leave)
        sets.body.addWidget(BackHint(self._look))
        one = Card(self._look)
        one.body.setSpacing(8)
        one.body.addWidget(self._banner)
        self._findings.setSpacing(6)
        self._scroll.body.addLayout(self._findings)
        self._scroll.body.addStretch(1)
        one.body.addWidget(self._scroll, 1)
        one.body.addWidget(self._title)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(2)
        self._facts.setColumnStretch(1, 1)
        one.body.addLayout(self._facts)
        one.body.addWidget(self._table, 2)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self._see)
        acts.addWidget(self._longest)
        acts.addStretch(1)
        acts.addWidget(self._take)
        one.body.addLayout(acts)
        self._cards.setSpacing(12)
        self._cards.addWidget(sets, 2)
        self._cards.addWidget(one, 5)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 16)
        outer.setSpacing(8)
        outer.addWidget(Line(self._look, self.title(), Type.PAGE))
        outer.addLayout(self._cards, 1)
        self._sets_card = sets

    def _show_findings(self, findings: tuple[str, ...]) -> None:
        if tuple(line.text() for line in self._found) == findings:
            return
        for line in self._found:
            self._findings.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._found = [Line(self._look, words, wrap=True) for words in findings]
        for line in self._found:
            self._findings.addWidget(line)
        self._scroll.setVisible(bool(findings))

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        words = [text for fact in facts for text in fact]
        if [line.text() for line in self._lines] == words:
            return
        for line in self._lines:
            self._facts.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for row, (caption, value) in enumerate(facts):
            pair = (
                Line(self._look, caption, Type.BODY, Tone.TEXT_2),
                Line(self._look, value, Type.BODY, weight=MEDIUM, wrap=True),
            )
            for column, line in enumerate(pair):
                self._facts.addWidget(line, row, column)
                self._lines.append(line)

    def _fit(self) -> None:
        way = QBoxLayout.Direction
        beside = self.width() >= self._look.px(_BESIDE)
        self._cards.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._sets_card.setMaximumWidth(self._look.px(_SETS_WIDTH) if beside else _ANY_WIDTH)

    def _opened(self, index: QModelIndex) -> None:
        self.presenter.preview(index.row())

    def _see_row(self) -> None:
        self.presenter.preview(self._table.current_row())

    def _see_longest(self) -> None:
        self.presenter.preview(self._table.current_row(), longest=True)

    def _take_clicked(self) -> None:
        self.presenter.take()

    def _ask_path(self) -> None:
        sheet = Sheet(
            self._look,
            self,
            tr("Đọc bộ biểu mẫu đã sửa"),
            tr("Bộ được kiểm tra và xem thử trước; bộ đang dùng chưa thay đổi gì."),
        )
        sheet.add_button(_FOLDER, tr("Chọn thư mục của bộ…"), "M", default=True)
        sheet.add_button(_FILE, tr("Chọn một tệp .json…"), "T")
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.chosen.connect(self._answered)
        sheet.open()

    def _answered(self, answer: str) -> None:
        if answer == _BACK:
            self.presenter.go_back()
        elif answer in (_FILE, _FOLDER):
            dialog = QFileDialog(self, tr("Đọc bộ biểu mẫu đã sửa"))
            if answer == _FOLDER:
                dialog.setFileMode(QFileDialog.FileMode.Directory)
                dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            else:
                dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
                dialog.setNameFilter("*.json")
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.fileSelected.connect(self._path_chosen)
            dialog.open()

    def _path_chosen(self, path: str) -> None:
        self.presenter.check(Path(path))
