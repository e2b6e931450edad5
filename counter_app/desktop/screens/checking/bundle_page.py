"""The page Gói hỗ trợ: the parts at the left, the text of the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.checking.bundle_page import BundlePresenter
from counter_app.desktop.presenters.checking.bundle_state import BundleState, BundleView
from counter_app.desktop.presenters.data_state.page_state import PlaceChoice
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.data_state.place_sheet import ask_place
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.bars.back_hint import BackHint
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.banner import Banner
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton
from counter_app.desktop.widgets.grounds.input_frame import InputFrame
from counter_app.desktop.widgets.lists.cells import Column, TextCell
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.i18n import tr

_LIST = 400
_LINES = 90
_MOST_SHOWN = 2_000_000  # characters: more than a bundle's largest file


class _TextFrame(InputFrame):
    """A frame that takes the room there is."""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the least that a text is read in."""
        return QSize(280, 160)


class BundlePage(QWidget):
    """Shows a `BundleState`; `make` gives it its presenter, which needs it as its view."""

    def __init__(
        self,
        look: Look,
        make: Callable[[BundleView], BundlePresenter],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: BundleState | None = None
        self._banner = Banner(look)
        columns = (Column(tr("Trong gói có"), 0), Column(tr("Dài"), _LINES, right=True))
        self._list = TableView(look, columns)
        self._list.set_two_lines(two_lines=True)
        self._list.setAccessibleName(tr("Trong gói có"))
        self._edit = QPlainTextEdit()
        self._edit.setReadOnly(True)
        self._edit.setTabChangesFocus(True)
        self._edit.setFrameShape(QFrame.Shape.NoFrame)
        self._edit.viewport().setAutoFillBackground(False)
        self._edit.setAccessibleName(tr("Nội dung"))
        self._text = _TextFrame(look, self._edit)
        self._text.row.setContentsMargins(12, 8, 4, 8)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._saved = IconLine(look, "ok", "", Type.BODY, Tone.OK, wrap=True)
        self._why_not = IconLine(look, "info", "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._save = PrimaryButton(look, tr("Niêm phong và lưu…"), "usb", "F9")
        self._lay_out()
        self.presenter = make(self)
        self._list.moved.connect(self._moved)
        self._save.clicked.connect(self._save_clicked)
        look.changed.connect(self._fit)

    def present(self, state: BundleState) -> None:
        """Show `state`."""
        before, self._shown = self._shown, state
        self._banner.set_icon(state.banner.icon)
        self._banner.set_edge(state.banner.edge)
        self._banner.set(state.banner.bold, state.banner.rest)
        if before is None or before.rows != state.rows:
            self._list.set_rows(
                tuple((TextCell(row.title, below=row.name), TextCell(row.lines, Tone.TEXT_2,
                                                                     right=True))
                      for row in state.rows)
            )  # fmt: skip
            if state.rows:
                self._list.select_row(state.chosen)
        if before is None or before.text != state.text:
            self._edit.setPlainText(state.text[:_MOST_SHOWN])
        self._saved.set("ok", state.saved)
        self._saved.setVisible(bool(state.saved))
        self._why_not.set("info", state.why_not)
        self._why_not.setVisible(bool(state.why_not))
        self._save.setEnabled(state.may_save)
        self._save.set_reason(state.why_not)

    def ask_place(self, sentence: str, places: tuple[PlaceChoice, ...]) -> None:
        """Ask where the file goes: drives by number, then any folder."""
        title = tr("Lưu gói hỗ trợ")
        ask_place(self._look, self, title, sentence, places, self.presenter.save_to)

    def title(self) -> str:
        """Return the page's name."""
        return tr("Gói hỗ trợ")

    def commands(self) -> Mapping[Command, str]:
        """Return the keys that act here."""
        return {Command.REFRESH: tr("Gom lại"), Command.RECEIVE: tr("Niêm phong và lưu")}

    def act(self, command: Command) -> bool:
        """F5 makes it anew, F9 saves it."""
        if command is Command.REFRESH:
            self.presenter.arrive()
        elif command is Command.RECEIVE:
            self.presenter.ask_place()
        else:
            return False
        return True

    def scanned(self, scan: Meaning) -> bool:
        """Leave scans to the window."""
        del scan
        return False

    def arrive(self) -> None:
        """Make the bundle; the arrows walk through its parts."""
        self.presenter.arrive()
        self._list.setFocus()

    def escape(self) -> bool:
        """There is nothing to go back from here: the page before is."""
        return False

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self._list)
        sides.addWidget(self._text, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        words = QVBoxLayout()
        words.addWidget(self._saved)
        words.addWidget(self._why_not)
        words.addWidget(BackHint(self._look))
        foot.addLayout(words, 1)
        foot.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addWidget(Line(self._look, self.title(), Type.PAGE))
        column.addWidget(self._banner)
        column.addLayout(sides, 1)
        column.addLayout(foot)
        self._fit()

    def _fit(self) -> None:
        self._list.setFixedWidth(self._look.px(_LIST))

    def _moved(self, index: QModelIndex) -> None:
        self.presenter.choose(index.row())

    def _save_clicked(self) -> None:
        self.presenter.ask_place()
