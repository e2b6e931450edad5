"""`PictureCard`: a picture under its title, the figures that are asked for below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card, Edge
from counter_app.desktop.widgets.pictures.numbers_strip import NumbersStrip
from counter_app.desktop.widgets.pictures.picture_view import PictureView
from counter_app.domain.reports.pictures import Picture
from counter_app.i18n import tr


class PictureCard(Card):
    """`moved` when another figure is chosen; `opened` for what stands behind it."""

    moved = Signal()
    opened = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(14, 7), parent=parent)
        self._picture: Picture | None = None
        self._title = Line(look, "", Type.BODY, weight=BOLD, elide=True)
        self.view = PictureView(look)
        self._nothing = Line(look, tr("Chưa có số liệu."), Type.BODY, Tone.TEXT_2)
        self.numbers = NumbersStrip(look)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        self.body.setSpacing(6)
        self.body.addWidget(self._title)
        self.body.addWidget(holder, 1)
        self.body.addWidget(self.numbers)
        self.view.moved.connect(self._moved)
        self.view.opened.connect(self.opened)

    def show_picture(self, picture: Picture) -> None:
        """Show a picture; of an empty one nothing but the words."""
        self._picture = picture
        self._title.set_text(picture.title)
        self.view.set_picture(picture)
        self._stack.setCurrentIndex(1 if picture.is_empty else 0)
        self._tell()

    def _moved(self) -> None:
        self._tell()
        self.moved.emit()

    def _tell(self) -> None:
        if self._picture is not None:
            self.numbers.show_figure(self._picture, self.view.figure)
            self.set_edge(Edge.ACCENT if self.view.hasFocus() else None)
