"""The small sheets of a forgotten password: whose and why, then the code."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.resetting.reset import CodeShown, Resetting, ResetView
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.i18n import tr

GIVE, SEEN = "give", "seen"
_LIST = 190
"""Height of the list, in pixels at 100 %: a longer one scrolls."""


class ResetSheet(Sheet):
    """`make` gives it its presenter, which needs it as its view."""

    def __init__(
        self, look: Look, parent: QWidget | None, make: Callable[[ResetView], Resetting]
    ) -> None:
        super().__init__(look, parent, tr("Cấp lại mật khẩu"), width=560)
        self.stay = True
        self.presenter = make(self)
        self.set_sentence(self.presenter.sentence())
        self._officers: dict[str, ChoiceRow] = {}
        self._reason = Field(look, tr("Lý do, ví dụ: quên mật khẩu khi mất mạng"))
        self.body.addWidget(Line(look, tr("Cán bộ quên mật khẩu"), Type.BODY, weight=MEDIUM))
        self.body.addWidget(self._list())
        self.body.addWidget(self._reason)
        self.add_button(GIVE, tr("Cấp mã"), default=True)
        self.chosen.connect(self._chosen)
        if self._officers:
            next(iter(self._officers.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say in the sheet what is wrong."""
        self.set_error(words)

    def given(self, shown: CodeShown) -> None:
        """Close, and show the code in a sheet of its own."""
        sheet = CodeSheet(self._look, self.parentWidget(), shown)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.close()
        sheet.open()

    def is_waiting(self) -> bool:
        """Tell whether its presenter writes."""
        return self.presenter.is_working

    def fill(self, officer: str, reason: str) -> None:
        """Fill the sheet, for pictures and tests."""
        if officer in self._officers:
            self._officers[officer].setChecked(True)
        self._reason.set_text(reason)

    def _list(self) -> ScrollColumn:
        scroll = ScrollColumn()
        scroll.setAccessibleName(tr("Cán bộ quên mật khẩu"))
        scroll.setFixedHeight(self._look.px(_LIST))
        scroll.body.setSpacing(4)
        for each in self.presenter.officers():
            self._officers[each.id] = ChoiceRow(self._look, "", each.words)
            scroll.body.addWidget(self._officers[each.id])
        scroll.body.addStretch(1)
        return scroll

    def _chosen(self, name: str) -> None:
        if name == GIVE:
            officer = next((key for key, row in self._officers.items() if row.isChecked()), "")
            self.presenter.confirm(officer, self._reason.text())


class CodeSheet(Sheet):
    """Shows a code once; Enter closes it."""

    def __init__(self, look: Look, parent: QWidget | None, shown: CodeShown) -> None:
        super().__init__(look, parent, shown.title, width=560)
        self.shown = shown
        self.body.addWidget(Line(look, shown.code, Type.PAGE))
        self.body.addWidget(Line(look, shown.words, Type.BODY, Tone.TEXT_2, wrap=True))
        self.add_button(SEEN, tr("Đã đưa mã cho cán bộ"), default=True)
