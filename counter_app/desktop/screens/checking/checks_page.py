"""The page Kiểm tra máy: a banner, then each check with its next step."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.checking.checks_page import ChecksPresenter
from counter_app.desktop.presenters.checking.checks_state import CheckRow, ChecksState, ChecksView
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.banner import Banner
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.i18n import tr

_CAPTION = 170


class _Row(QWidget):
    """One check: sign and name at the left, what was found and the next step at the right."""

    def __init__(self, look: Look, row: CheckRow) -> None:
        super().__init__()
        icon, tone = ("ok", Tone.OK) if row.ok else ("warn", Tone.WARN)
        name = IconLine(
            look, icon, row.what, Type.BODY, Tone.TEXT, icon_tone=tone, weight=MEDIUM, wrap=True
        )
        name.setFixedWidth(look.px(_CAPTION))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Line(look, row.found, Type.BODY, Tone.TEXT_2, wrap=True))
        if row.next:
            words.addWidget(
                IconLine(look, "arrow-right", row.next, Type.BODY, Tone.TEXT, wrap=True)
            )
        words.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(16)
        side = QVBoxLayout()
        side.addWidget(name)
        side.addStretch(1)
        line.addLayout(side)
        line.addLayout(words, 1)


class ChecksPage(QWidget):
    """Shows a `ChecksState`; `make` gives it its presenter, which needs it as its view."""

    def __init__(
        self,
        look: Look,
        make: Callable[[ChecksView], ChecksPresenter],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[CheckRow, ...] = ()
        self._rows: list[_Row] = []
        self._banner = Banner(look)
        self._asking = IconLine(look, "hourglass", "", Type.BODY, Tone.TEXT_2)
        self._again = QuietButton(look, tr("Kiểm tra lại"), "refresh", "F5")
        self._copy = QuietButton(look, tr("Chép kết quả"), "note", "Ctrl+D")
        self._bundle = QuietButton(look, tr("Gói hỗ trợ"), "usb", "F6")
        self._card = Card(look)
        self._lay_out()
        self.presenter = make(self)
        self._again.clicked.connect(self.presenter.check)
        self._copy.clicked.connect(self.presenter.copy)
        self._bundle.clicked.connect(self.presenter.bundle)
        look.changed.connect(self._restyle)

    def present(self, state: ChecksState) -> None:
        """Show `state`."""
        self._banner.set_icon(state.banner.icon)
        self._banner.set_edge(state.banner.edge)
        self._banner.set(state.banner.bold, state.banner.rest)
        self._asking.set("hourglass", state.asking)
        self._asking.setVisible(bool(state.asking))
        self._card.setVisible(bool(state.rows) or bool(state.asking))
        if state.rows != self._shown:
            self._show_rows(state.rows)

    def copy(self, text: str) -> None:
        """Put `text` on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def title(self) -> str:
        """Return the page's name."""
        return tr("Kiểm tra máy")

    def commands(self) -> Mapping[Command, str]:
        """Return the keys that act here."""
        return {
            Command.REFRESH: tr("Kiểm tra lại"),
            Command.PAPERS: tr("Gói hỗ trợ"),
            Command.COPY: tr("Chép kết quả"),
        }

    def act(self, command: Command) -> bool:
        """F5 checks again, F6 opens the bundle, Ctrl+D copies."""
        if command is Command.REFRESH:
            self.presenter.check()
        elif command is Command.PAPERS:
            self.presenter.bundle()
        elif command is Command.COPY:
            self.presenter.copy()
        else:
            return False
        return True

    def scanned(self, scan: Meaning) -> bool:
        """Leave scans to the window."""
        del scan
        return False

    def arrive(self) -> None:
        """Check anew; the keys are on the first act."""
        self.presenter.check()
        self._again.setFocus()

    def escape(self) -> bool:
        """There is nothing to go back from."""
        return False

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Line(self._look, self.title(), Type.PAGE), 1)
        for button in (self._again, self._copy, self._bundle):
            head.addWidget(button)
        self._card.body.setSpacing(4)
        self._card.body.addWidget(self._asking)
        scroll = ScrollColumn()
        scroll.setAccessibleName(self.title())
        scroll.body.setSpacing(12)
        scroll.body.addWidget(self._banner)
        scroll.body.addWidget(self._card)
        scroll.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 16)
        outer.setSpacing(12)
        outer.addLayout(head)
        outer.addWidget(scroll, 1)

    def _show_rows(self, rows: tuple[CheckRow, ...]) -> None:
        for old in self._rows:
            self._card.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = rows
        self._rows = [_Row(self._look, row) for row in rows]
        for at, row in enumerate(self._rows):
            self._card.body.insertWidget(at, row)

    def _restyle(self) -> None:
        self._show_rows(self._shown)
