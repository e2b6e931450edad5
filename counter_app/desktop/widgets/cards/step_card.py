"""`StepCard`: one step of the work on a page: badge, title, values in one column, keys.

The outline of the current card is one pixel wider than the others', on either side of the same
line: the card keeps that pixel free at all times, so nothing moves when it becomes current. Cards
therefore lie 10 px apart in their layout, one pixel outside the margin, and look 12 px apart.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, edge, painter_on
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, MEDIUM, Type
from counter_app.desktop.widgets.basics.badge import Badge
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.step_state import StepState, badge_of, title_tone

__all__ = ["StepCard", "StepState"]

INSET = 1
"""Pixels by which the outline of the current card is wider."""

GAP = 12 - 2 * INSET
"""Space between step cards in a layout."""

VALUE_COLUMN, INDENT = 132, 68
"""Where values and indented rows begin, from the padding, in pixels at 100 %."""

LARGE = 1.2
"""From this size of text on, values stand below the title."""

_BADGE_GAP = 12
_SIDE, _TOP, _BOTTOM = 17 + INSET, 9 + INSET, 10 + INSET
_BADGE, _HEAD = 24, 28
_RADIUS = 8


class StepCard(QWidget):
    """`values` begins beside the title; `indented` and `wide` lie below; `keys` at the right."""

    def __init__(
        self, look: Look, number: str, title: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._number = look, number
        self._state = StepState.UPCOMING
        self._is_current = self._is_accepted = False
        self._badge = Badge(look, number)
        self._title = Line(look, title, Type.BODY, Tone.TEXT_2, weight=MEDIUM)
        self._line = Line(look, "", Type.BODY, Tone.TEXT_3, elide=True)
        self.values, self.wide, self.indented = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.keys = QHBoxLayout()
        self.keys.setSpacing(8)
        self._keys_height = QSpacerItem(0, _HEAD)
        self.keys.addSpacerItem(self._keys_height)
        for column in (self.values, self.wide, self.indented):
            column.setSpacing(0)
        self.wide.setSpacing(8)
        self.values.addWidget(self._line)
        self._line.hide()
        self._head = QHBoxLayout()
        self._head.setSpacing(0)
        top = Qt.AlignmentFlag.AlignTop
        self._badge_column = QVBoxLayout()
        self._badge_column.addWidget(self._badge)
        self._head.addLayout(self._badge_column)
        self._head.setAlignment(self._badge_column, top)
        self._head.addSpacing(_BADGE_GAP)
        self._head.addWidget(self._title, 0, top)
        self._head.addLayout(self.values, 1)
        self._head.addLayout(self.keys)
        self._head.setAlignment(self.keys, top)
        self._under = QVBoxLayout()
        self._are_below = False
        self._indent = QHBoxLayout()
        self._indent.addLayout(self.indented)
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(_SIDE, _TOP, _SIDE, _BOTTOM)
        outer.setSpacing(8)
        outer.addLayout(self._head)
        outer.addLayout(self._under)
        outer.addLayout(self._indent)
        outer.addLayout(self.wide)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.restyle)
        self.restyle()

    @property
    def state(self) -> StepState:
        """Return how far the step has come."""
        return self._state

    def set_state(self, state: StepState) -> None:
        """Show how far the step has come. `CURRENT` is current as well."""
        self._state = state
        self._place_values()
        self._badge.set(*badge_of(state, self._number))
        self._title.set_tone(title_tone(state))
        self._title.set_weight(MEDIUM if state is StepState.UPCOMING else BOLD)
        self.update()

    def set_current(self, is_current: bool) -> None:
        """Outline the card that the keys are in, whatever its state."""
        self._is_current = is_current
        self.update()

    def set_accepted(self, is_accepted: bool) -> None:
        """Give it the green edge: what it shows was scanned and accepted."""
        self._is_accepted = is_accepted
        self.update()

    def set_line(self, text: str, tone: Tone = Tone.TEXT_3) -> None:
        """Show one line beside the title; "" hides it."""
        self._line.set_text(text)
        self._line.set_tone(tone)
        self._line.setVisible(bool(text))

    def restyle(self) -> None:
        """Keep the columns where they are, in the size of the text."""
        head = self._look.height(_HEAD, Type.BODY)
        badge = self._look.px(_BADGE)
        self._title.setFixedWidth(self._look.px(VALUE_COLUMN) - badge - _BADGE_GAP)
        self._title.set_least_height(head)
        self._line.set_least_height(head)
        self._keys_height.changeSize(0, head)
        self._badge_column.setContentsMargins(0, (head - badge) // 2, 0, 0)
        self._indent.setContentsMargins(self._look.px(INDENT), 0, 0, 0)
        self._place_values()
        self.update()

    def _place_values(self) -> None:
        """In big type what was entered begins under the title: beside it words would break."""
        wanted = self._look.scale >= LARGE and self._state is not StepState.UPCOMING
        if wanted == self._are_below:
            return
        self._are_below = wanted
        self.values.setParent(None)
        if wanted:
            self._head.removeItem(self.values)
            self._head.insertStretch(3, 1)
            self._under.addLayout(self.values)
        else:
            self._under.removeItem(self.values)
            self._head.takeAt(3)
            self._head.insertLayout(3, self.values, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint outline, ground and edge."""
        painter = painter_on(self)
        tokens = self._look.tokens
        outer = QRectF(self.rect())
        inner = outer.adjusted(INSET, INSET, -INSET, -INSET)
        if self._is_current or self._state is StepState.CURRENT:
            box(painter, outer, _RADIUS, tokens.card, tokens.accent, width=2)
            colour = tokens.error_text if self._state is StepState.ERROR else tokens.accent
            edge(painter, outer, _RADIUS, colour, 6)
        else:
            box(painter, inner, _RADIUS, tokens.card, tokens.line)
            if self._state is StepState.ERROR:
                edge(painter, inner, _RADIUS, tokens.error_text, 4)
            elif self._is_accepted:
                edge(painter, inner, _RADIUS, tokens.ok_edge, 4)
        painter.end()
