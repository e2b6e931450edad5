"""`Look`: what every widget is handed first. Scheme and text size; fonts, lengths, colours, icons.

Spaces between things are plain numbers on the grid of 8. Lengths that belong to text (columns,
icons, badges) grow with it: `px`. Heights are minimums: `height` takes the token or what the text
needs, whichever is more.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from counter_app.desktop.theme.fonts import load_fonts, make_font
from counter_app.desktop.theme.icons import Icons
from counter_app.desktop.theme.style import palette, style_sheet
from counter_app.desktop.theme.tokens import TOKENS, Scheme, Tokens, Tone
from counter_app.desktop.theme.type_scale import Type

SMALLEST, LARGEST = 0.9, 1.75
STEPS = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75)
"""Sizes of text that Ctrl+= and Ctrl+− go through."""


class Look(QObject):
    """The look that is on now. `changed` comes after every change of scheme or size."""

    changed = Signal()

    def __init__(
        self, scheme: Scheme = Scheme.LIGHT, scale: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        load_fonts()
        self._scheme = scheme
        self._scale = _clamped(scale)
        self._icons = Icons()
        self._fonts: dict[tuple[Type, int | None, bool], QFont] = {}
        self._application: QApplication | None = None

    @property
    def tokens(self) -> Tokens:
        """Return the colours that are on."""
        return TOKENS[self._scheme]

    @property
    def scheme(self) -> Scheme:
        """Return the scheme that is on."""
        return self._scheme

    @property
    def scale(self) -> float:
        """Return how big text is; 1.0 is 100 %."""
        return self._scale

    def apply(self, application: QApplication) -> None:
        """Dress the application: Fusion, palette, style sheet, font. Later changes follow."""
        self._application = application
        application.setStyle("Fusion")
        self._dress()

    def set_scheme(self, scheme: Scheme) -> None:
        """Change the colours."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self._changed()

    def set_scale(self, scale: float) -> None:
        """Change the size of text, held between 90 and 175 %."""
        scale = _clamped(scale)
        if scale != self._scale:
            self._scale = scale
            self._fonts.clear()
            self._changed()

    def bigger(self) -> None:
        """Go one step up."""
        self.set_scale(next((step for step in STEPS if step > self._scale), LARGEST))

    def smaller(self) -> None:
        """Go one step down."""
        self.set_scale(next((step for step in reversed(STEPS) if step < self._scale), SMALLEST))

    def normal(self) -> None:
        """Go back to 100 %."""
        self.set_scale(1.0)

    def font(self, type_: Type, weight: int | None = None, *, digits: bool = False) -> QFont:
        """Return a font; with `digits` all figures have one width, for codes, times and money."""
        key = (type_, weight, digits)
        if key not in self._fonts:
            self._fonts[key] = make_font(type_, weight, self._scale, digits=digits)
        return self._fonts[key]

    def px(self, length: float) -> int:
        """Return a length that grows with the text, in logical pixels."""
        return round(length * self._scale)

    def line(self, type_: Type) -> int:
        """Return the height of one line of text in logical pixels."""
        return ceil(type_.line * self._scale)

    def height(self, token: int, type_: Type, padding: int = 8) -> int:
        """Return the height of a thing with one line: `token`, or more when the text needs it."""
        return max(token, self.line(type_) + padding)

    def colour(self, tone: Tone) -> QColor:
        """Return a colour of the scheme that is on."""
        return QColor(self.tokens.tone(tone))

    def icon(
        self, name: str, size: int, tone: Tone = Tone.TEXT_2, ratio: float | None = None
    ) -> QPixmap:
        """Return an icon; `size` is at 100 %, `ratio` the density (by default the screen's)."""
        return self.tinted(name, size, self.tokens.tone(tone), ratio)

    def tinted(self, name: str, size: int, colour: str, ratio: float | None = None) -> QPixmap:
        """Return an icon in a colour that is no tone: the text of a chip."""
        return self._icons.pixmap(name, self.px(size), colour, ratio or _screen_ratio())

    def qicon(self, name: str, size: int, tone: Tone = Tone.TEXT_2) -> QIcon:
        """Return an icon for a menu."""
        return QIcon(self.icon(name, size, tone))

    def _changed(self) -> None:
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        if self._application is not None:
            self._application.setPalette(palette(self.tokens))
            self._application.setFont(self.font(Type.BODY))
            sheet = style_sheet(self.tokens)  # of one scheme it is the same in every size
            if sheet != self._application.styleSheet():
                self._application.setStyleSheet(sheet)


def _clamped(scale: float) -> float:
    return min(LARGEST, max(SMALLEST, scale))


def _screen_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen is not None else 1.0
