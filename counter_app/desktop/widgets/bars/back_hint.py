"""`BackHint`: at the foot of a page that was opened from another one, how to get back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.i18n import tr


class BackHint(HintLine):
    """Esc. A wizard that embeds the page hides it: there Esc has a button of its own."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.set_hints((Hint("Esc", tr("quay lại")),))
