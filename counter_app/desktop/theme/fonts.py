"""Loads the two font families of the window: Be Vietnam Pro, and Quay So for digits that align.

Be Vietnam Pro has no tabular figures. "Quay So" is built from its outlines by
`installer/quay_so.py`: ten digits and the bullet, all of one width; Qt takes every other sign from
the second family of the list.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from counter_app.config import resource
from counter_app.desktop.theme.type_scale import Type

PLAIN = ("Be Vietnam Pro",)
ALIGNED = ("Quay So", "Be Vietnam Pro")

_PIXELS_A_POINT = 96 / 72
"""Logical pixels: all lengths of the window are in them, so text keeps to its rows everywhere."""

_STYLES = ("Regular", "Medium", "SemiBold")
_log = logging.getLogger(__name__)


def font_files() -> tuple[Path, ...]:
    """Return the files of both families in the three weights that the window uses."""
    import fontpkg_be_vietnam_pro

    letters = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
    digits = resource("fonts")
    return (
        *(letters / f"BeVietnamPro-{style}.ttf" for style in _STYLES),
        *(digits / f"QuaySo-{style}.ttf" for style in _STYLES),
    )


def load_fonts() -> None:
    """Make both families known to Qt; a second call does nothing. Needs a QGuiApplication."""
    known = set(QFontDatabase.families())
    if set(ALIGNED) <= known:
        return
    for file in font_files():
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            _log.error("font not taken: %s", file.name)


def make_font(type_: Type, weight: int | None, scale: float, *, digits: bool) -> QFont:
    """Return the font of one step of the scale, `scale` times as big.

    Qt sets glyphs in whole pixels: 10 pt (13.3 px) would be as narrow as 9.5 pt. The spacing makes
    up for it, so that a text is as wide as its size says.
    """
    font = QFont(list(ALIGNED if digits else PLAIN))
    pixels = type_.points * scale * _PIXELS_A_POINT
    font.setPixelSize(round(pixels))
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 * pixels / round(pixels))
    font.setWeight(QFont.Weight(weight or type_.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
