"""Text in a style, measured: most of what a paper says stood on the paper before it, too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from counter_app.papers.fonts import Face, Faces
from counter_app.papers.setting.rich_lines import rich_lines
from counter_app.papers.setting.wrapping import one_line, wrap

POINTS = 72 / 25.4
"""Points in a millimetre."""

_REMEMBERED = 4096  # texts of one family: labels, names of papers, counters, dates
_A_LETTERS = "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ"
_KERNS = {"V": -0.11, "T": -0.07}  # before an A of any mark, in ems; reportlab doesn't kern


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """How text is set: `face` "regular", "bold" or "italic"; `size` and `tracking` in points.

    `grey` is 0 for black, 1 for white. `kerned` pulls V-À and T-Ạ together, as titles need. Styles
    are named once, and equal only to themselves.
    """

    face: str
    size: float
    tracking: float = 0.0
    grey: float = 0.0
    kerned: bool = False


@lru_cache(maxsize=64)
def strong(style: Style) -> Style:
    """Return `style` in bold."""
    return Style("bold", style.size, style.tracking, style.grey, style.kerned)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Text that is set in one go; `advance` leads in millimetres to what follows it."""

    face: Face
    size: float
    text: str
    tracking: float
    grey: float
    advance: float


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """A text as its pieces, and its width in millimetres."""

    pieces: tuple[Piece, ...]
    width: float


class Typist:
    """Sets text in the faces of one family, and remembers what was set."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self.set = lru_cache(_REMEMBERED)(self._set)
        self.lines = lru_cache(_REMEMBERED)(self._lines)
        self.rich_lines = lru_cache(_REMEMBERED)(self._rich_lines)

    def face(self, style: Style) -> tuple[Face, float]:
        """Return the face of `style`, and its size in points in this family."""
        face: Face = getattr(self._faces, style.face)
        return face, style.size * self._faces.size_factor

    def _set(self, text: str, style: Style) -> Setting:
        """Return `text` set in `style`."""
        face, size = self.face(style)
        text = face.shown(one_line(text))
        parts = _kerned_parts(text) if style.kerned else [(text, 0.0)]
        pieces = []
        for part, shift in parts:
            advance = face.width(part, size) + style.tracking * len(part) + shift * size
            pieces.append(Piece(face, size, part, style.tracking, style.grey, advance / POINTS))
        kerns = sum(shift for _, shift in parts) * size
        tracked = style.tracking * max(0, len(text) - 1)
        return Setting(tuple(pieces), (face.width(text, size) + kerns + tracked) / POINTS)

    def _lines(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        """Return `text` in lines of at most `width` millimetres."""
        face, size = self.face(style)
        return tuple(wrap(text, face, size, width * POINTS))

    def _rich_lines(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        """Return `text` with `**bold**` parts in lines of at most `width` millimetres."""
        bold = strong(style)

        def measure(word: str, is_bold: int) -> float:
            return self.set(word, bold if is_bold else style).width

        return tuple(rich_lines(text, measure, width))


@lru_cache(maxsize=8)
def typist(faces: Faces) -> Typist:
    """Return the typist of `faces`."""
    return Typist(faces)


def _kerned_parts(text: str) -> list[tuple[str, float]]:
    """Return `text` in parts, each with the shift that follows it, in ems."""
    parts: list[tuple[str, float]] = []
    start = 0
    for place in range(len(text) - 1):
        if text[place] in _KERNS and text[place + 1] in _A_LETTERS:
            parts.append((text[start : place + 1], _KERNS[text[place]]))
            start = place + 1
    return [*parts, (text[start:], 0.0)]
