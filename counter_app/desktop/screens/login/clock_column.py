"""The middle column of log-in and lock: big clock, date, one card, a note below it.

The top stands still while the card grows by a sentence: nothing that is looked at moves.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.icon_view import IconCircle
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.controls.primary_button import RESERVED

WIDTH = 432
PADDING = 28
_NOTE_WIDTH = 640
_USUAL_HEIGHT = 476
"""Height of clock, card and note in the usual state, in pixels at 100 %."""

_ABOVE = 0.52
"""Share of the spare height above the clock: the eye's middle is higher than the ruler's."""

_MARGIN = 16
_STIFF = (QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)


class ClockColumn(QWidget):
    """Everything in the middle of the window; `add` puts what is asked into the card."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = Line(look, "", Type.LOCK)
        self._date = Line(look, "", Type.VALUE, Tone.TEXT_2)
        # The filled button keeps a margin for its ring; all else in the card is set in by as much.
        self.card = Card(look, padding=(PADDING - RESERVED, 25))
        self.card.body.setSpacing(0)
        self._note = IconLine(look, "", "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._top = QSpacerItem(0, _MARGIN, *_STIFF)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        column.setSpacing(0)
        column.addItem(self._top)
        for line in (self._clock, self._date):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            column.addWidget(line)
        column.addSpacing(28)
        column.addLayout(_middle(self.card))
        column.addSpacing(18)
        column.addLayout(_middle(self._note))
        column.addStretch(1)
        look.changed.connect(self.restyle)
        self.restyle()

    def add(self, widget: QWidget, gap: int = 0) -> QWidget:
        """Add a part to the card, `gap` px below what is there; return what to hide it by."""
        part = inset(widget, gap)
        self.card.body.addWidget(part)
        return part

    def set_clock(self, clock: str, date: str) -> None:
        """Show the present."""
        self._clock.set_text(clock)
        self._date.set_text(date)

    def set_note(self, icon: str, words: str) -> None:
        """Show the note below the card. Its line stays when there is none: nothing moves."""
        if words != self._note.line.text():
            self._note.set(icon if words else "", words)
            self._note.setAccessibleName(words)
            self._fit_note()

    def restyle(self) -> None:
        """Take widths from the look."""
        self.card.setFixedWidth(self._look.px(WIDTH))
        self._note.setMinimumHeight(self._look.line(Type.BODY))
        self._fit_note()
        self._place()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return only the width: a sentence more must never make the window itself higher."""
        return QSize(self._look.px(WIDTH) + 2 * _MARGIN, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Keep the top where it belongs."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Look again whether there is room for the big clock when the card grows."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _place(self) -> None:
        """Set the top spacing; where text is so big that all doesn't fit, the clock gives way."""
        card = self.card.body.totalHeightForWidth(self._look.px(WIDTH))
        rest = self._look.line(Type.VALUE) + self._look.line(Type.BODY) + 28 + 18 + 2 * _MARGIN
        self._clock.setVisible(self.height() >= card + rest + self._look.line(Type.LOCK))
        spare = self.height() - self._look.px(_USUAL_HEIGHT)
        top = max(_MARGIN, round(spare * _ABOVE))
        top = max(_MARGIN, min(top, self.height() - card - rest - self._look.line(Type.LOCK)))
        if top != self._top.sizeHint().height():
            self._top.changeSize(0, top, *_STIFF)
            layout = self.layout()
            if isinstance(layout, QLayout):
                layout.invalidate()

    def _fit_note(self) -> None:
        words = QFontMetricsF(self._note.line.font()).horizontalAdvance(self._note.line.text())
        self._note.setFixedWidth(min(self._look.px(_NOTE_WIDTH), round(words) + self._look.px(30)))


class PersonHead(QWidget):
    """Who it is about: an icon in a circle, the name, and a line under it."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._circles: dict[str, IconCircle] = {}
        self._title = Line(look, "", Type.NAME, wrap=True)
        self._subtitle = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)

    def set(self, icon: str, title: str, subtitle: str) -> None:
        """Show another person."""
        if icon not in self._circles:
            self._circles[icon] = IconCircle(self._look, icon)
            self._row.insertWidget(0, self._circles[icon], 0, Qt.AlignmentFlag.AlignTop)
        for name, circle in self._circles.items():
            circle.setVisible(name == icon)
        self._title.set_text(title)
        self._subtitle.set_text(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(", ".join(part for part in (title, subtitle) if part))


def show_only(parts: Iterable[tuple[QWidget, bool]]) -> None:
    """Show and hide parts, hiding first: Qt lays out at every `show`, and would find no room."""
    wanted = list(parts)
    for part, is_shown in sorted(wanted, key=lambda each: each[1]):
        part.setVisible(is_shown)


def inset(widget: QWidget, gap: int = 0) -> QWidget:
    """Return `widget` set in by the margin of the filled button. Hide this one, not what is in it.

    A hidden layout would keep its margins, a hidden widget doesn't.
    """
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(RESERVED, gap, RESERVED, 0)
    row.addWidget(widget)
    return part


def _middle(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row
