"""`PanelFoot`: what is left to do, and F9. It never moves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.reception.state import Block, LeftItem, PanelState
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, MEDIUM, Type
from counter_app.desktop.widgets.basics.badge import Badge
from counter_app.desktop.widgets.basics.badge_kind import BadgeKind
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.link_key import LinkKey
from counter_app.desktop.widgets.controls.primary_button import RESERVED, PrimaryButton

SIDE = 16
"""Padding of the panel."""


class _Left(QWidget):
    """One thing that is still to be done: the block's number and words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._badge = Badge(look, "", size=20)
        self._words = Line(look, "", Type.BODY, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_item(self, item: LeftItem | None) -> None:
        """Show what is left; None hides it."""
        if item is not None:
            kind = BadgeKind.FILLED if item.current else BadgeKind.OUTLINE
            self._badge.set(item.number, kind)
            self._words.set_text(item.words)
        self.setVisible(item is not None)


class PanelFoot(QWidget):
    """Ready, or the reasons why not; amber lines don't stop anybody."""

    asked = Signal(object)  # Command

    def __init__(self, look: Look, gate: KeyGate, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state: PanelState | None = None
        self._heading = Line(look, "", Type.BODY, weight=BOLD)
        self._ready = IconLine(look, "ok", "", Type.BODY, Tone.TEXT, icon_tone=Tone.OK, weight=BOLD)
        self._items = QVBoxLayout()
        self._items.setSpacing(6)
        self._left: list[_Left] = []
        self._amber: list[IconLine] = []
        self.button = PrimaryButton(look, "", "print", "F9", big=True)
        self.button.clicked.connect(self._receive_clicked)
        gate.watch(self.button, Block.READY)
        self._below = Line(look, "", Type.CAPTION, Tone.TEXT_2, wrap=True)
        self._preview = LinkKey(look, "", "Shift+F9", Type.CAPTION)
        self._preview.clicked.connect(self._preview_clicked)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self._below, 1)
        last.addWidget(self._preview)
        words = QVBoxLayout()
        words.setContentsMargins(RESERVED, 0, RESERVED, 0)
        words.setSpacing(6)
        words.addWidget(self._heading)
        words.addWidget(self._ready)
        words.addLayout(self._items)
        last.setContentsMargins(RESERVED, 0, RESERVED, 0)
        column = QVBoxLayout(self)
        side = SIDE - RESERVED  # the button keeps room round itself for its ring
        column.setContentsMargins(side, 13, side, 10)
        column.setSpacing(0)
        column.addLayout(words)
        column.addSpacing(8)
        column.addWidget(self.button)
        column.addSpacing(2)
        column.addLayout(last)

    def show_state(self, state: PanelState) -> None:
        """Show what is left and the next act."""
        if state == self._state:
            return
        before, self._state = self._state, state
        self._heading.set_text(state.heading)
        self._heading.setVisible(not state.ready)
        self._ready.set("ok", state.heading)
        self._ready.setVisible(state.ready)
        if before is None or (before.left, before.amber) != (state.left, state.amber):
            self._show_items(state)
        self.button.setText(state.button)
        self.button.setEnabled(state.enabled)
        reasons = " · ".join((state.heading, *(item.words for item in state.left)))
        self.button.set_reason("" if state.enabled else reasons)
        below = state.paper_words if state.ready else state.saved
        self._below.set_text(below)
        self._preview.setVisible(state.preview is not None)
        if state.preview is not None:
            self._preview.setText(state.preview.words)
            self._preview.set_keys(state.preview.keys[0])

    def take_focus(self) -> None:
        """Put the keys into the button; Enter there goes on as everywhere."""
        self.button.setFocus()

    def _show_items(self, state: PanelState) -> None:
        """Show what is left, then the amber lines; widgets stay for the next time."""
        while len(self._left) < len(state.left):
            self._left.append(_Left(self._look))
            self._items.insertWidget(len(self._left) - 1, self._left[-1])
        for at, item in enumerate(self._left):
            item.show_item(state.left[at] if at < len(state.left) else None)
        while len(self._amber) < len(state.amber):
            line = IconLine(
                self._look, "warn", "", Type.CAPTION, Tone.WARN, weight=MEDIUM, wrap=True
            )
            self._amber.append(line)
            self._items.addWidget(line)
        for at, line in enumerate(self._amber):
            line.set("warn", state.amber[at] if at < len(state.amber) else "")
            line.setVisible(at < len(state.amber))

    def _receive_clicked(self) -> None:
        self.asked.emit(Command.RECEIVE)

    def _preview_clicked(self) -> None:
        self.asked.emit(Command.PREVIEW)
