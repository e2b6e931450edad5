"""Which faces the papers are set in, found and checked letter by letter.

The forms want Times metrics: Liberation Serif 2 (Debian's fonts-liberation2) or Windows' Times New
Roman. Liberation 1, still common, lacks 92 of the 134 Vietnamese letters and prints boxes in their
place, so no face is used before its character map was read. Be Vietnam Pro, which is installed
with the program, is the fall-back, set smaller to keep the lines of the forms.
"""

from __future__ import annotations

import os
import threading
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from counter_app.domain.errors.paper import NoFontsError
from counter_app.domain.text import MARKED_LETTERS

ALSO_NEEDED = "–•·“”"
"""Signs that the forms print beside letters, digits and ASCII punctuation."""

_REMEMBERED = 4096  # widths of labels and words: most come again on the next paper


@dataclass(frozen=True, slots=True)
class FontChoice:
    """The faces of one family. `size_factor` scales every size of the forms (1 for Times metrics).

    `refused` names the files that were seen and not taken, with the reason, for `doctor`.
    """

    family: str
    regular: Path
    bold: Path
    italic: Path
    is_fallback: bool = False
    size_factor: float = 1.0
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Family:
    name: str
    regular: str
    bold: str
    italic: str
    is_fallback: bool = False
    size_factor: float = 1.0


_LIBERATION = _Family(
    "Liberation Serif",
    "LiberationSerif-Regular.ttf",
    "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf",
)
_TIMES = _Family("Times New Roman", "times.ttf", "timesbd.ttf", "timesi.ttf")
_BE_VIETNAM = _Family(
    "Be Vietnam Pro",
    "BeVietnamPro-Regular.ttf",
    "BeVietnamPro-Bold.ttf",
    "BeVietnamPro-Italic.ttf",
    is_fallback=True,
    size_factor=0.8,
)
_FAMILIES = (_LIBERATION, _TIMES, _BE_VIETNAM)


def font_folders() -> tuple[Path, ...]:
    """Return the folders where this machine may keep the faces, best first."""
    windows = os.environ.get("WINDIR")
    own = os.environ.get("LOCALAPPDATA")
    folders = [
        Path("/usr/share/fonts/truetype/liberation2"),
        Path("/usr/share/fonts/truetype/liberation"),
        Path("/usr/share/fonts/liberation-serif"),
        Path("/usr/share/fonts/truetype/msttcorefonts"),
    ]
    if windows:
        folders.append(Path(windows) / "Fonts")
    if own:
        folders.append(Path(own) / "Microsoft" / "Windows" / "Fonts")
    return (*folders, *_packaged_folder())


def choose_fonts(folders: Sequence[Path] | None = None) -> FontChoice:
    """Return the first family of which all three faces have every letter.

    `folders` replaces `font_folders()` wholly. Raises NoFontsError when there is none.
    """
    refused: list[str] = []
    for family in _FAMILIES:
        for folder in font_folders() if folders is None else folders:
            regular, bold, italic = (
                folder / name for name in (family.regular, family.bold, family.italic)
            )
            if not regular.is_file():
                continue
            reasons = [reason for face in (regular, bold, italic) if (reason := _why_not(face))]
            if not reasons:
                return FontChoice(
                    family.name,
                    regular,
                    bold,
                    italic,
                    is_fallback=family.is_fallback,
                    size_factor=family.size_factor,
                    refused=tuple(refused),
                )
            refused.extend(reasons)
    raise NoFontsError(refused="; ".join(refused) or "–")


def missing_letters(file: Path) -> str:
    """Return those letters and signs of the forms that the font file has no glyph for.

    Raises OSError or ValueError for a file that is no usable TrueType font.
    """
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

    try:
        known = TTFontFace(str(file)).charToGlyph
    except (TTFError, KeyError, IndexError) as error:
        raise ValueError(str(error)) from error
    return "".join(char for char in MARKED_LETTERS + ALSO_NEEDED if not known.get(ord(char)))


class Face:
    """One face, ready to be set: its name for reportlab and its widths in 1/1000 of the size."""

    def __init__(self, file: Path) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        self.name = f"{file.stem}-{zlib.crc32(str(file).encode()):08x}"
        if self.name not in pdfmetrics.getRegisteredFontNames():
            # Without ASCII subset 0 only letters that occur are embedded.
            pdfmetrics.registerFont(TTFont(self.name, str(file), asciiReadable=0))
        font = pdfmetrics.getFont(self.name)
        assert isinstance(font, TTFont)
        face = font.face
        self._widths: dict[str, float] = {
            chr(code): face.charWidths[code] / 1000
            for code, glyph in face.charToGlyph.items()
            if glyph and code in face.charWidths
        }
        self._known = frozenset(self._widths)
        self._measured: dict[str, float] = {}

    def width(self, text: str, size: float) -> float:
        """Return the width of `text`, which `shown` must have passed, in points."""
        width = self._measured.get(text)
        if width is None:
            if len(self._measured) >= _REMEMBERED:
                self._measured.clear()
            widths = self._widths
            width = self._measured[text] = sum([widths[char] for char in text])
        return width * size

    def shown(self, text: str) -> str:
        """Return `text` with "?" for what the face lacks: visible, unlike an empty box."""
        if self._known.issuperset(text):
            return text
        return "".join(char if char in self._known else "?" for char in text)


@dataclass(frozen=True, slots=True)
class Faces:
    """The three faces of a choice, registered."""

    regular: Face
    bold: Face
    italic: Face
    size_factor: float


_registered: dict[FontChoice, Faces] = {}
_registering = threading.Lock()


def registered(choice: FontChoice) -> Faces:
    """Return the faces of `choice`; reportlab's registry, a global one, learns each once."""
    with _registering:
        if choice not in _registered:
            _registered[choice] = Faces(
                Face(choice.regular), Face(choice.bold), Face(choice.italic), choice.size_factor
            )
        return _registered[choice]


def _packaged_folder() -> tuple[Path, ...]:
    try:
        import fontpkg_be_vietnam_pro
    except ImportError:
        return ()
    return (Path(fontpkg_be_vietnam_pro.ROOT) / "files",)


def _why_not(file: Path) -> str:
    """Return why `file` can't be used, empty when it can."""
    if not file.is_file():
        return f"{file.name}: không có"
    try:
        state = file.stat()
        missing = _missing(file, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError):
        return f"{file.name}: không đọc được như phông TrueType"
    return f"{file.name}: thiếu {len(missing)} chữ" if missing else ""


@lru_cache(maxsize=32)
def _missing(file: Path, _changed: int, _size: int) -> str:
    """Return what a file as it stands lacks: its tables take 0.1 s to read, and rarely change."""
    return missing_letters(file)
