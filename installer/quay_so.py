# ruff: noqa: INP001 (a script)
"""Builds the font "Quay So": digits and the bullet of Be Vietnam Pro, all of one width.

Be Vietnam Pro has no tabular figures: a 1 is little more than half as wide as a 4, and columns of
codes, times and money dance. The eleven glyphs keep their outlines; each is set in the middle of
one advance. Its licence (SIL OFL 1.1) allows this under another name.

    python installer/quay_so.py resources/fonts
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import fontpkg_be_vietnam_pro
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.transform import Offset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FAMILY = "Quay So"
ADVANCE = 632
"""Width of every glyph, in units of 1000 to the em: about the mean of the digits."""

SIGNS = "0123456789•"
WEIGHTS: Mapping[str, tuple[str, int]] = {
    "Regular": ("Regular", 400),
    "Medium": ("Medium", 500),
    "SemiBold": ("SemiBold", 600),
}
"""File style → (style name, weight class)."""

_USE_TYPO, _REGULAR = 1 << 7, 1 << 6  # bits of fsSelection

FIXED_TIME = 3849984000
"""Seconds since 1904 for "created" and "modified" (2026-01-01): a build gives the same bytes."""


def build(source: Path, style: str) -> TTFont:
    """Return the font of one weight, made from the Be Vietnam Pro file `source`."""
    old = TTFont(source)
    glyph_set, cmap = old.getGlyphSet(), old.getBestCmap()
    names = [".notdef", *(cmap[ord(sign)] for sign in SIGNS)]
    glyphs, metrics = {".notdef": TTGlyphPen(None).glyph()}, {".notdef": (ADVANCE, 0)}
    for name in names[1:]:
        drawn = DecomposingRecordingPen(glyph_set)
        glyph_set[name].draw(drawn)
        pen = TTGlyphPen(None)
        drawn.replay(TransformPen(pen, Offset((ADVANCE - glyph_set[name].width) / 2, 0)))
        glyphs[name] = pen.glyph()
        metrics[name] = (ADVANCE, 0)
    style_name, weight = WEIGHTS[style]
    made = FontBuilder(old["head"].unitsPerEm, isTTF=True)
    made.setupGlyphOrder(names)
    made.setupCharacterMap({ord(sign): cmap[ord(sign)] for sign in SIGNS})
    made.setupGlyf(glyphs)
    table = made.font["glyf"]
    made.setupHorizontalMetrics({name: (ADVANCE, _left(table[name])) for name in metrics})
    made.setupHorizontalHeader(ascent=old["hhea"].ascent, descent=old["hhea"].descent)
    made.setupNameTable(_names(style_name, old), mac=False)
    made.setupOS2(
        sTypoAscender=old["OS/2"].sTypoAscender,
        sTypoDescender=old["OS/2"].sTypoDescender,
        sTypoLineGap=old["OS/2"].sTypoLineGap,
        usWinAscent=old["OS/2"].usWinAscent,
        usWinDescent=old["OS/2"].usWinDescent,
        usWeightClass=weight,
        fsSelection=_USE_TYPO | (_REGULAR if style == "Regular" else 0),
        sxHeight=old["OS/2"].sxHeight,
        sCapHeight=old["OS/2"].sCapHeight,
        version=4,
        fsType=0,
    )
    made.setupPost()
    made.font["head"].created = made.font["head"].modified = FIXED_TIME
    made.font.recalcTimestamp = False
    return made.font


def source_of(style: str) -> Path:
    """Return the file of Be Vietnam Pro in one style."""
    folder = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
    return folder / f"BeVietnamPro-{style}.ttf"


def _left(glyph: object) -> int:
    return int(getattr(glyph, "xMin", 0) or 0)


def _names(style: str, old: TTFont) -> dict[str, str]:
    """Return the name table: 16 and 17 tie the weights to one family."""
    is_regular = style == "Regular"
    return {
        "copyright": str(old["name"].getDebugName(0)),
        "familyName": FAMILY if is_regular else f"{FAMILY} {style}",
        "styleName": "Regular",
        "uniqueFontIdentifier": f"1.0;QuaySo-{style}",
        "fullName": f"{FAMILY} {style}",
        "version": "Version 1.0",
        "psName": f"QuaySo-{style}",
        "licenseDescription": "SIL Open Font License, Version 1.1",
        "licenseInfoURL": "https://openfontlicense.org",
        "typographicFamily": FAMILY,
        "typographicSubfamily": style,
    }


def main(folder: Path) -> None:
    """Write the three files into `folder`."""
    for style in WEIGHTS:
        build(source_of(style), style).save(folder / f"QuaySo-{style}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
