"""What is on a scanned page: text alone, greys, or colours. Judged at about 100 dpi.

Scanners see paper as a light grey and print as a dark one; both are first brought to white and
black, so that one scale of thresholds fits every machine.
"""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

from counter_app.papers.scanned.page import Tone

LOOK_DPI = 100
_WHITE_SHARE = 0.5
"""The paper is lighter than this share of all pixels; below it lie print and pictures."""

_LEAST_WHITE = 120
"""A page that is darker than this nearly everywhere is a picture, not a paper."""

_CHROMA = 48
_COLOURED = 0.0007
"""Share of coloured pixels from which colour is kept: a signature in blue ink is about 0.1 %."""

_STROKE = 7
"""Pixels at LOOK_DPI: what is thinner than this (1.8 mm) is a stroke, what isn't is an area."""

_BARE = 225
"""An area that is lighter than this is paper."""

_MOSTLY = 0.3
_TINT = 32
_MIDTONES = (25, 205)
_TONED = 0.012
"""Share of grey areas from which greys are kept: a 2 × 3 cm photo is 1 % of an A4."""


def white_of(histogram: list[int]) -> int:
    """Return the value of the paper in a histogram of 256 values: the top of its light hump."""
    light = histogram[_LEAST_WHITE:]
    if sum(light) < sum(histogram) * _WHITE_SHARE:
        return 255
    return _LEAST_WHITE + max(range(len(light)), key=lambda value: light[value])


def brightened(image: Image.Image) -> Image.Image:
    """Return the image with its paper white: noise of the paper costs most of a JPEG's bytes."""
    scale: list[int] = []
    counts = image.histogram()
    for channel in range(len(image.getbands())):
        white = white_of(counts[256 * channel : 256 * (channel + 1)])
        # A little below the paper's own value, or half of its noise would stay.
        top = max(1, round(white * 0.94)) if white < 255 else 255
        scale += [min(255, round(value * 255 / top)) for value in range(256)]
    return image.point(scale)


def tone_of(image: Image.Image, dpi: float) -> Tone:
    """Return what a page (RGB or L) needs, so that nothing that a person would miss gets lost."""
    small = brightened(image.reduce(max(1, round(dpi / LOOK_DPI))))
    if small.mode == "RGB" and _share(_chroma(small), _CHROMA, 255) > _COLOURED:
        return Tone.COLOUR
    areas = small.convert("L").filter(ImageFilter.MaxFilter(_STROKE))
    return Tone.GREY if _share(areas, *_MIDTONES) > _TONED else Tone.BILEVEL


def print_on_paper(image: Image.Image, dpi: float) -> Image.Image | None:
    """Return 255 where print stands on bare paper, at LOOK_DPI: away from pictures and colours.

    Only there may dark pixels be taken for black ink. None for a page that is mostly picture.
    """
    small = brightened(image.reduce(max(1, round(dpi / LOOK_DPI))))
    areas = small.convert("L").filter(ImageFilter.MaxFilter(_STROKE))
    bare = _mask(areas, _BARE, 255).filter(ImageFilter.MinFilter(_STROKE))
    if small.mode == "RGB":
        coloured = _mask(_chroma(small), _TINT, 255).filter(ImageFilter.MaxFilter(5))
        bare = ImageChops.subtract(bare, coloured)
    return bare if _share(bare, 255, 255) > _MOSTLY else None


def _mask(image: Image.Image, low: int, high: int) -> Image.Image:
    return image.point([255 if low <= value <= high else 0 for value in range(256)])


def _chroma(image: Image.Image) -> Image.Image:
    """Return how far from grey each pixel is; print's fringes of one pixel don't count."""
    red, green, blue = image.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    least = ImageChops.darker(ImageChops.darker(red, green), blue)
    return ImageChops.subtract(most, least).filter(ImageFilter.BoxBlur(1))


def _share(image: Image.Image, low: int, high: int) -> float:
    counts = image.histogram()
    return sum(counts[low : high + 1]) / max(1, sum(counts))
