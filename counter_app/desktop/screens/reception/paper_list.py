"""`PaperList`: the rows of the checklist, with counts that arrows reach and notes beneath."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from counter_app.desktop.presenters.reception.state import Block, PaperRow
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.i18n import tr

COLUMNS = 3
_LEAST_ROWS = 3


class _Paper(QWidget):
    """A line of the list: a rule above, the row, and the note of a missing paper."""

    def __init__(self, look: Look, gate: KeyGate, number: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = CheckRow(look, number, "", columns=("", "", ""))
        self.note = Field(look, "")
        self.note.edit.setAccessibleName(tr("Ghi chú về giấy còn thiếu"))
        self.note.set_placeholder(tr("vì sao thiếu, bao giờ bổ sung"))
        self.note.hide()
        self._look = look
        look.changed.connect(self._fit)
        gate.watch(self.row, Block.PAPERS)
        gate.watch(self.note.edit, Block.PAPERS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Divider(look))
        column.addWidget(self.row)
        inset = QVBoxLayout()
        inset.addWidget(self.note)
        self._inset = inset
        column.addLayout(inset)
        self._fit()
        self.show_paper(None)

    def show_paper(self, paper: PaperRow | None) -> None:
        """Show a paper as it stands."""
        if paper is None:
            return
        remark = paper.remark
        if paper.missing:
            remark = " · ".join(part for part in (remark, tr("còn thiếu")) if part)
        if paper.note and not paper.noting:
            remark = " · ".join(part for part in (remark, paper.note) if part)
        self.row.set(paper.name, remark, columns=paper.counts)
        self.row.setChecked(paper.there)
        self.row.set_muted(not (paper.there or paper.asked or paper.missing))
        self.note.setVisible(paper.noting)
        self._fit()
        if self.note.edit.text() != paper.note:
            self.note.edit.setText(paper.note)

    def _fit(self) -> None:
        """Let the note begin under the name."""
        self.row.setMinimumWidth(self._look.px(200))
        below = 6 if self.note.isVisibleTo(self) else 0
        self._inset.setContentsMargins(self._look.px(40) + 24, 0, 2, below)


class PaperList(QScrollArea):
    """As high as its rows when there is room, else it scrolls; the selected row stays in sight.

    Left and right go to a count, where digits, + and − change it; up and down leave it.
    """

    toggled = Signal(int)  # the row
    counted = Signal(int, int, int)  # row, column, count
    noted = Signal(int, str)  # row, text
    note_left = Signal()

    def __init__(self, look: Look, gate: KeyGate, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._gate = look, gate
        self._papers: list[_Paper] = []
        self._spare: list[_Paper] = []  # hidden, the last one uppermost
        self._rows: tuple[PaperRow, ...] = ()
        self._selected = -1
        self._column: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._content = QWidget()
        self.viewport().setAutoFillBackground(False)
        self._lines = QVBoxLayout(self._content)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addStretch(1)
        self.setWidget(self._content)
        self._content.installEventFilter(self)
        self._content.setAutoFillBackground(False)  # Qt fills it when it becomes the content

    def show_rows(self, rows: tuple[PaperRow, ...], selected: int) -> None:
        """Show the papers; rows that stay the same stay the same widgets."""
        had_focus = self.has_focus()
        while len(self._papers) > len(rows):
            gone = self._papers.pop()
            gone.hide()
            self._spare.append(gone)
        for at, paper in enumerate(rows):
            if at == len(self._papers):
                self._papers.append(self._another(paper.number, at))
            if at >= len(self._rows) or self._rows[at] != paper:
                self._papers[at].show_paper(paper)
        if selected != self._selected:
            self._set_column(None)
        self._rows, self._selected = rows, selected
        for at, each in enumerate(self._papers):
            stop = at == max(selected, 0)
            each.row.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
            )
        self.updateGeometry()
        if had_focus:
            self.take_focus()

    def has_focus(self) -> bool:
        """Return whether keys go to a row or its note."""
        return any(each.row.hasFocus() or each.note.edit.hasFocus() for each in self._papers)

    def take_focus(self) -> bool:
        """Put the keys into the selected row, or its note while that is asked."""
        if not self._papers:
            return False
        at = min(max(self._selected, 0), len(self._papers) - 1)
        paper = self._papers[at]
        target: QWidget = paper.note.edit if self._rows[at].noting else paper.row
        if not target.hasFocus():
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(paper, 0, 0)
        return True

    # counts

    def sideways(self, by: int) -> bool:
        """Go to the next count of the selected paper; False when no paper has the keys."""
        if not self.has_focus():
            return False
        at = -1 if self._column is None else self._column
        self._set_column(None if at + by < 0 else min(at + by, COLUMNS - 1))
        return True

    def digit(self, number: int) -> bool:
        """Set the count that is ringed; False when none is."""
        if self._column is None or not 0 <= self._selected < len(self._rows):
            return False
        self.counted.emit(self._selected, self._column, number)
        return True

    def sign(self, by: int) -> bool:
        """Count one more or one less; without a ringed count the first one is meant."""
        if not self.has_focus() or not 0 <= self._selected < len(self._rows):
            return False
        column = self._column or 0
        self.counted.emit(self._selected, column, max(0, self._count(self._selected, column) + by))
        return True

    def _count(self, row: int, column: int) -> int:
        text = self._rows[row].counts[column]
        return int(text) if text.isdecimal() else 0

    def _set_column(self, column: int | None) -> None:
        self._column = column
        for at, each in enumerate(self._papers):
            each.row.set_current_column(column if at == self._selected else None)

    # widgets

    def make_ahead(self) -> None:
        """Make one more row, unseen, so that the first long checklist needn't wait for it."""
        number = len(self._papers) + len(self._spare)
        paper = self._new(str(number + 1), number)
        paper.hide()
        self._spare.insert(0, paper)  # beneath the others: it is taken last

    def _another(self, number: str, at: int) -> _Paper:
        """Return the widget for row `at`: the one that it had in an earlier dossier, or a new."""
        if not self._spare:
            return self._new(number, at)
        paper = self._spare.pop()
        paper.row.set_number(number)
        paper.show()
        return paper

    def _new(self, number: str, at: int) -> _Paper:
        paper = _Paper(self._look, self._gate, number, self._content)
        paper.row.clicked.connect(self._clicked)
        paper.row.column_clicked.connect(self._column_clicked)
        paper.note.edit.textEdited.connect(self._note_typed)
        paper.note.edit.editingFinished.connect(self.note_left)
        self._lines.insertWidget(at, paper)
        paper.show()  # now: a layout counts what is shown
        return paper

    def _clicked(self) -> None:
        at = self._row_of(self.sender())
        if at >= 0:
            self._papers[at].row.setChecked(self._rows[at].there)  # the presenter decides
            self.toggled.emit(at)

    def _column_clicked(self, column: int) -> None:
        at = self._row_of(self.sender())
        if at >= 0:
            self.counted.emit(at, column, self._count(at, column) + 1)

    def _note_typed(self, text: str) -> None:
        at = self._row_of(self.sender())
        if at >= 0:
            self.noted.emit(at, text)

    def _row_of(self, sender: object) -> int:
        for at, each in enumerate(self._papers):
            if sender is each.row or sender is each.note.edit:
                return at
        return -1

    # size

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the height of all rows, at the width that they have."""
        hint = self._content.sizeHint()
        height = self._content.heightForWidth(self.width())
        return QSize(hint.width(), max(hint.height(), height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the height of three rows, or of all when there are fewer."""
        rows = [each.sizeHint().height() for each in self._papers[:_LEAST_ROWS]]
        return QSize(self._look.px(320), sum(rows))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Tell the card when the rows need another height."""
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Keep the selected row in sight."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # names that break need other heights
        if self.has_focus() and 0 <= self._selected < len(self._papers):
            self.ensureWidgetVisible(self._papers[self._selected], 0, 0)
