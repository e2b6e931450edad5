"""How keycaps are measured and painted, in widgets and in the rows of lists alike."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, draw_text, text_width
from counter_app.desktop.theme.type_scale import Type

GAP = 3
"""Between two caps that are pressed together, in pixels."""

WIDE_GAP = 6
"""Between two caps of which one is pressed: arrows up and down."""

_PADDING = 6
_ICONS = {"Up": "arrow-up", "Down": "arrow-down", "Left": "arrow-left", "Right": "arrow-right"}


@dataclass(frozen=True, slots=True)
class CapLook:
    """Colours of a cap: usual, on the accent, or disabled."""

    text: str
    fill: str | None
    line: str


def cap_look(look: Look, *, on_accent: bool = False, enabled: bool = True) -> CapLook:
    """Return the colours of a cap where it stands."""
    tokens = look.tokens
    if not enabled:
        return CapLook(tokens.disabled_text, None, tokens.button_line)
    if on_accent:
        return CapLook(tokens.on_accent, None, tokens.on_accent_line)
    return CapLook(tokens.text_2, tokens.card, tokens.button_line)


def keys_size(look: Look, keys: str) -> tuple[float, float]:
    """Return width and height of the caps of `keys`: "Ctrl+K", or "Up Down"."""
    height = look.height(20, Type.KEYCAP, 4)
    pieces = _pieces(keys)
    width = sum(_width(look, word) for word, _ in pieces) + sum(gap for _, gap in pieces[:-1])
    return width, height


def paint_keys(painter: QPainter, look: Look, at: QPointF, keys: str, colours: CapLook) -> None:
    """Paint the caps of `keys` with their upper left corner at `at`."""
    height = keys_size(look, keys)[1]
    left = at.x()
    for word, gap in _pieces(keys):
        width = _width(look, word)
        _paint_cap(painter, look, QRectF(left, at.y(), width, height), word, colours)
        left += width + gap


def _paint_cap(painter: QPainter, look: Look, rect: QRectF, word: str, colours: CapLook) -> None:
    box(painter, rect, 4, colours.fill, colours.line, bottom=2)
    icon = _ICONS.get(word)
    if icon is None:
        inner = rect.adjusted(0, 0, 0, -1)
        draw_text(painter, inner, word, look.font(Type.KEYCAP), colours.text, centre=True)
        return
    ratio = abs(painter.deviceTransform().m11()) or 1.0
    pixmap = look.tinted(icon, 12, colours.text, ratio)
    side = look.px(12)
    painter.drawPixmap(
        QPointF(rect.center().x() - side / 2, rect.center().y() - 0.5 - side / 2), pixmap
    )


def _pieces(keys: str) -> list[tuple[str, int]]:
    """Return each cap's word with the gap behind it."""
    found: list[tuple[str, int]] = []
    for stroke in keys.split():
        words = stroke.split("+") if stroke != "+" else ["+"]
        found += [(word, GAP) for word in words[:-1]] + [(words[-1], WIDE_GAP)]
    return found


def _width(look: Look, word: str) -> float:
    least = look.height(20, Type.KEYCAP, 4)
    if word in _ICONS:
        return max(24.0, least)
    return max(float(least), text_width(word, look.font(Type.KEYCAP)) + 2 * _PADDING)
