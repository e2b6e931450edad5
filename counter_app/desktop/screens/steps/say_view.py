"""`SayView`: what must be known before a step is written, as loud as it weighs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.steps.step_state import Say, SayKind
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.icon_view import IconView
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.warn_box import OkBox, WarnBox


class _Words(QWidget):
    """Icon, bold words, and the rest below them; of a figure the words are big."""

    def __init__(self, look: Look, *, big: bool) -> None:
        super().__init__()
        self._icon = IconView(look, "info", 22 if big else 18, Tone.TEXT_2)
        self._bold = Line(look, "", Type.MONEY if big else Type.BODY, digits=big, wrap=True)
        if not big:
            self._bold.set_weight(BOLD)
        self._rest = Line(look, "", Type.CAPTION if big else Type.BODY, Tone.TEXT_2, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._bold)
        words.addWidget(self._rest)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addLayout(words, 1)

    def set(self, icon: str, bold: str, rest: str) -> None:
        """Say it."""
        self._icon.set(icon)
        self._bold.set_text(bold)
        self._bold.setVisible(bool(bold))
        self._rest.set_text(rest)
        self._rest.setVisible(bool(rest))


class SayView(QWidget):
    """One sentence or two; its look follows the kind."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kind: SayKind | None = None
        self._inside: WarnBox | OkBox | _Words | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_block(self, block: Say) -> None:
        """Say it."""
        if block.kind is not self._kind:
            self._build(block.kind)
        inside = self._inside
        if isinstance(inside, _Words):
            inside.set(block.icon, block.bold, block.rest)
        elif inside is not None:
            inside.set(block.bold, block.rest)

    def _build(self, kind: SayKind) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        if kind in (SayKind.WARN, SayKind.ERROR):
            self._inside = WarnBox(self._look, error=kind is SayKind.ERROR)
        elif kind is SayKind.GOOD:
            self._inside = OkBox(self._look)
        else:
            self._inside = _Words(self._look, big=kind is SayKind.FIGURE)
        self._kind = kind
        self._column.addWidget(self._inside)
        self._inside.show()
