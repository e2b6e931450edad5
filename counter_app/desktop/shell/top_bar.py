"""The top bar: centre, counter, officer · quick line · date, clock, lock."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.bars.bar import Bar
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.icon_button import IconButton
from counter_app.desktop.widgets.controls.search_key import SearchKey
from counter_app.domain.dates import shown_date
from counter_app.i18n import tr

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_SEARCH_WIDTH, _SEARCH_LEAST = 400, 180
_LEFT, _RIGHT, _GAP = 21, 12, 12


class TopBar(QWidget):
    """`search` and `lock` were clicked."""

    search = Signal()
    lock = Signal()

    def __init__(
        self, look: Look, centre: str, counter: str, officer: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        bar = Bar(look, 48, line="bottom")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(bar)
        self._centre = Line(look, centre, weight=600, elide=True)
        self._date = Line(look, tone=Tone.TEXT_2, digits=True)
        self._clock = Line(look, type_=Type.CLOCK, weight=600, digits=True)
        self._search = SearchKey(look, tr("Tìm hồ sơ, công dân, thủ tục, lệnh"), "Ctrl+K")
        self._search.clicked.connect(self.search)
        lock = IconButton(look, "lock", tr("Khóa màn hình"))
        lock.clicked.connect(self.lock)
        left, right = QHBoxLayout(), QHBoxLayout()
        left.setSpacing(_GAP)
        left.addWidget(self._centre)
        left.addWidget(Divider(look, upright=True))
        left.addWidget(Line(look, tr("Quầy {number}").format(number=counter), tone=Tone.TEXT_2))
        left.addWidget(Divider(look, upright=True))
        left.addWidget(IconLine(look, "user", officer, icon_size=16))
        left.addStretch()
        right.setSpacing(_GAP)
        right.addStretch()
        right.addWidget(self._date)
        right.addWidget(self._clock)
        right.addWidget(lock)
        bar.row.setSpacing(0)
        bar.row.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        bar.row.addLayout(left, 1)
        bar.row.addWidget(self._search)
        bar.row.addLayout(right, 1)
        self._look, self._row, self._sides = look, bar.row, (left, right)
        look.changed.connect(self._share)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Share the width anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """In big type the quick line gives way before the centre's name does."""
        left, right = (_natural(side) for side in self._sides)
        room = self.width() - _LEFT - _RIGHT - 2 * self._row.spacing()
        least, usual = self._look.px(_SEARCH_LEAST), self._look.px(_SEARCH_WIDTH)
        search = max(least, min(usual, room - left - right))
        self._search.setFixedWidth(search)
        in_the_middle = room - search >= 2 * max(left, right)
        self._row.setStretch(0, 1 if in_the_middle else left)
        self._row.setStretch(2, 1 if in_the_middle else right)

    def tick(self, now: datetime, *, doubtful: bool = False) -> None:
        """Show the time; a clock that contradicts the server is amber."""
        weekday = tr(_WEEKDAYS[now.weekday()])
        self._date.set_text(f"{weekday} {shown_date(now.date())}")
        self._clock.set_text(f"{now:%H:%M}")
        self._clock.set_tone(Tone.WARN if doubtful else Tone.TEXT)


def _natural(row: QHBoxLayout) -> int:
    """Return the width at which nothing in `row` gives way."""
    items = [item for at in range(row.count()) if (item := row.itemAt(at)) is not None]
    return sum(item.sizeHint().width() for item in items) + row.spacing() * len(items)
