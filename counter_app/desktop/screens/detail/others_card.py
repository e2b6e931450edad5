"""`OthersCard`: việc khác. As many buttons as six places hold; what is more lies in a menu."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from counter_app.desktop.presenters.detail.detail_state import OtherAct, OtherButton
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.step_card import LARGE
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr

PLACES = 6
_GAP = 8
_PADDING = 17
"""At each side: the card's, and its line."""


class OthersCard(Card):
    """`picked` carries the OtherAct, or the name of a further step."""

    picked = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._others: tuple[OtherButton, ...] = ()
        self._shown: tuple[tuple[OtherButton, ...], int, float] | None = None
        self._buttons: dict[OtherAct | str, QuietButton] = {}
        self._room = 0
        self._title = Line(look, tr("Việc khác"), Type.BODY, weight=600)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._triggered)
        self._more = QuietButton(look, tr("Thêm việc"), "list")
        self._more.set_menu(self._menu)
        self._more.hide()
        self.body.addWidget(self._title)
        self.body.addLayout(self._grid)

    @property
    def is_empty(self) -> bool:
        """True when there is nothing else to do."""
        return not self._others

    def present(self, others: tuple[OtherButton, ...]) -> None:
        """Show these; nothing is rebuilt when they are the same."""
        self._others = others
        self._arrange()

    def set_room(self, width: int) -> None:
        """Take the card's width: long words need two columns, short ones stand in three."""
        self._room = width - 2 * _PADDING
        self._title.setVisible(self._look.scale < LARGE)  # the buttons say as much
        self._arrange()

    def _arrange(self) -> None:
        wanted = (self._others, self._room, self._look.scale)
        if wanted == self._shown:
            return
        self._shown = wanted
        for button in self._buttons.values():
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._grid.removeWidget(self._more)
        self._buttons.clear()
        crowded = len(self._others) > PLACES
        placed = self._others[: PLACES - 1] if crowded else self._others
        buttons = [self._made(other) for other in placed]
        cells = [*buttons, self._more] if crowded else buttons
        columns = self._columns(cells)
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < columns))
            self._grid.setColumnMinimumWidth(column, 0)
        for place, cell in enumerate(cells):
            self._grid.addWidget(cell, place // columns, place % columns)
            cell.show()
        self._more.setVisible(crowded)
        self._menu.clear()
        for other in self._others[len(placed) :]:
            action = QAction(other.text, self._menu)
            action.setData(other.act)
            self._menu.addAction(action)

    def _columns(self, cells: list[QuietButton]) -> int:
        widest = max((cell.sizeHint().width() for cell in cells), default=0)
        if widest <= (self._room - 2 * _GAP) / 3:
            return 3
        if widest > (self._room - _GAP) / 2:
            for cell in cells:
                cell.set_keys("")  # F1 tells the key; the words are worth more
        return 2

    def _made(self, other: OtherButton) -> QuietButton:
        button = self._buttons[other.act] = QuietButton(
            self._look, other.text, other.icon, other.keys
        )
        button.clicked.connect(self._clicked)
        return button

    def _clicked(self) -> None:
        for act, button in tuple(self._buttons.items()):
            if button is self.sender():
                self.picked.emit(act)

    def _triggered(self, action: QAction) -> None:
        self.picked.emit(action.data())
