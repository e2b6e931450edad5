"""`IconLine`: an icon and a word beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.icon_view import IconView
from counter_app.desktop.widgets.basics.line import Line


class IconLine(QWidget):
    """Icon, 8 px, text. The icon has the tone of the text unless told otherwise."""

    def __init__(
        self,
        look: Look,
        icon: str,
        text: str = "",
        type_: Type = Type.BODY,
        tone: Tone = Tone.TEXT_2,
        *,
        icon_tone: Tone | None = None,
        icon_size: int = 18,
        weight: int | None = None,
        elide: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_tone = icon_tone
        self._icon = IconView(look, icon, icon_size, icon_tone or tone)
        self.line = Line(look, text, type_, tone, weight=weight, elide=elide, wrap=wrap)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        # Beside several lines the icon stands with the first, which it is the sign of.
        at = Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._icon, 0, at)
        row.addWidget(self.line, 1)
        self._look, self._type, self._wraps = look, type_, wrap
        look.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the height of the first line from the look."""
        if self._wraps:
            self._icon.setFixedHeight(
                max(self._look.line(self._type), self._icon.sizeHint().height())
            )

    def set(self, icon: str, text: str, tone: Tone | None = None) -> None:
        """Show another icon and text; the tone stays when none is given."""
        self._icon.set(icon, self._icon_tone or tone)
        self.line.set_text(text)
        if tone is not None:
            self.line.set_tone(tone)
