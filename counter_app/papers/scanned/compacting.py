"""A page image made small: Group 4 for text, JPEG where tones or colours are needed.

Group 4 keeps every pixel that it is given: no letter is ever replaced by a similar one, as symbol
coders (JBIG2) have done. On a page with a stamp or a photo the print is taken off, kept apart at
200 dpi in Group 4 and painted over the rest, which then needs few dots (mixed raster content, ITU-T
T.44). The goal is `GOAL` bytes an A4 page.
"""

from __future__ import annotations

import dataclasses
import io

from PIL import Image, ImageChops, ImageFilter, ImageOps

from counter_app.domain.errors.scanning import FileDamagedError, PageSizeError
from counter_app.papers.scanned.content import brightened, print_on_paper, tone_of, white_of
from counter_app.papers.scanned.page import A4_AREA, MM, CompactPage, InkLayer, Tone

GOAL = 200_000
"""Bytes an A4 page."""

READABLE_DPI = 200.0
MOST_PIXELS = 80_000_000
"""An A3 at 600 dpi has 70 million; more is a mistake, or a bomb."""

_AROUND = 1500
"""Bytes of the PDF around a page."""

_LEAST_SIDE = 64
_LONGEST_RATIO = 20.0
_PLAIN = ((200.0, 72), (200.0, 58), (200.0, 46), (150.0, 60), (150.0, 40), (110.0, 36))
_BEHIND = (
    (200.0, 66),
    (150.0, 72),
    (150.0, 62),
    (150.0, 50),
    (120.0, 50),
    (100.0, 45),
    (100.0, 36),
)
"""(dpi, JPEG quality) without and with print taken off; the last is taken whatever it weighs."""

_FAR_TOO_MUCH_INK = 0.6
"""Share of the goal: more isn't print but a pattern."""

_DARKEST, _LIGHTEST = 90, 30
"""Bounds for how much darker than its paper ink must be: pencil stays, the back's print goes."""

_SHADOW = 0.7
"""How dark the paper may get, as a share of its usual light: in a fold, at the binding."""

_BAD_IMAGE = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, MemoryError)
"""What Pillow raises for damaged files of the kinds that it knows."""


def compact(image: Image.Image, dpi: float) -> CompactPage:
    """Return a loaded page (any mode) of `dpi` dots per inch as small as it can well be."""
    plain = _plain(image)
    tone = tone_of(plain, dpi)
    goal = max(GOAL // 5, round(GOAL * _area(plain, dpi) / A4_AREA)) - _AROUND
    if tone is Tone.BILEVEL:
        page = _bilevel(plain.convert("L"), dpi)
        if len(page.data) <= goal:
            return page
        tone = Tone.GREY  # a pattern all over it: tones are smaller, and look better
    return _toned(plain if tone is Tone.COLOUR else plain.convert("L"), dpi, tone, goal)


def compact_scan(data: bytes, dpi: float) -> CompactPage:
    """Return a page as a scanner gave it: PNM, PNG, BMP. Raises FileDamagedError, PageSizeError."""
    with opened(data, ("PPM", "PNG", "BMP"), "scan") as image:
        return compact(loaded(image, "scan", 1), dpi)


def opened(data: bytes, formats: tuple[str, ...], name: str) -> Image.Image:
    """Open an image without reading its pixels. Raises FileDamagedError, PageSizeError."""
    try:
        return Image.open(io.BytesIO(data), formats=formats)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PageSizeError(name=name, page=1) from error
    except _BAD_IMAGE as error:
        raise FileDamagedError(name=name) from error


def loaded(image: Image.Image, name: str, number: int) -> Image.Image:
    """Read the pixels of page `number`. Raises FileDamagedError, PageSizeError."""
    width, height = image.size
    if (
        width * height > MOST_PIXELS
        or min(width, height) < _LEAST_SIDE
        or max(width, height) > _LONGEST_RATIO * min(width, height)
    ):
        raise PageSizeError(name=name, page=number)
    try:
        image.load()
    except _BAD_IMAGE as error:
        raise FileDamagedError(name=name) from error
    return image


def _plain(image: Image.Image) -> Image.Image:
    """Return the image upright, opaque, in RGB or L."""
    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I;16") or upright.mode in ("I", "F"):
        return upright.point(lambda value: value / 257).convert("L")
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        over = upright.convert("RGBA")
        paper = Image.new("RGBA", over.size, "white")
        return Image.alpha_composite(paper, over).convert("RGB")
    return upright if upright.mode in ("RGB", "L") else _as_colour(upright)


def _as_colour(image: Image.Image) -> Image.Image:
    return image.convert("L" if image.mode == "1" else "RGB")


def _area(image: Image.Image, dpi: float) -> float:
    return image.width * image.height * (MM / dpi) ** 2


def _scaled(image: Image.Image, dpi: float, wanted: float) -> tuple[Image.Image, float]:
    """Return the image at `wanted` dpi when it is finer; never finer than it is."""
    if dpi <= wanted * 1.05:
        return image, dpi
    size = (round(image.width * wanted / dpi), round(image.height * wanted / dpi))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0), wanted


def _bilevel(grey: Image.Image, dpi: float) -> CompactPage:
    page, fine = _scaled(grey, dpi, READABLE_DPI)
    code = _group4(ImageChops.invert(_ink(page)))
    return CompactPage(Tone.BILEVEL, page.width, page.height, fine, code)


def _ink(grey: Image.Image) -> Image.Image:
    """Return 255 where there is ink, else 0; each pixel is judged by the paper around it."""
    coarse = grey.reduce(8) if min(grey.size) >= 64 else grey
    local = coarse.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(3))
    # Inside a black bar there is no paper to compare with: it is as light as elsewhere, nearly.
    least = round(white_of(grey.histogram()) * _SHADOW)
    paper = local.point([max(least, value) for value in range(256)])
    darker = ImageChops.subtract(paper.resize(grey.size, Image.Resampling.BILINEAR), grey)
    ink = min(_DARKEST, max(_LIGHTEST, _otsu(darker.histogram())))
    return darker.point([0 if value < ink else 255 for value in range(256)])


def _otsu(counts: list[int]) -> int:
    """Return the value that parts a histogram into two best (Otsu 1979)."""
    total = sum(counts)
    whole = sum(value * count for value, count in enumerate(counts))
    below = weight = 0
    best, found = -1.0, 0
    for value, count in enumerate(counts):
        weight += count
        if not weight or weight == total:
            continue
        below += value * count
        apart = whole * weight / total - below
        between = apart * apart / (weight * (total - weight))
        if between > best:
            best, found = between, value
    return found


def _group4(image: Image.Image) -> bytes:
    """Return the CCITT Group 4 code of an image of 0 (black) and 255: one strip out of a TIFF."""
    out = io.BytesIO()
    bits = image.convert("1", dither=Image.Dither.NONE)
    bits.save(out, "TIFF", compression="group4", strip_size=1 << 30)
    data = out.getvalue()
    with Image.open(io.BytesIO(data)) as tiff:
        tags = tiff.tag_v2  # type: ignore[attr-defined]
        (start,), (length,) = tags[273], tags[279]
        assert tags[262] == 1, "black is zero"
    return data[start : start + length]


def _toned(image: Image.Image, dpi: float, tone: Tone, goal: int) -> CompactPage:
    page, fine = _scaled(image, dpi, READABLE_DPI)
    clean = brightened(page)
    bare = print_on_paper(page, fine)
    if bare is None:
        return _jpeg(clean, fine, tone, goal, _PLAIN)
    marks = ImageChops.multiply(_ink(page.convert("L")), bare.resize(page.size))
    code = _group4(ImageChops.invert(marks))
    if len(code) > goal * _FAR_TOO_MUCH_INK:
        return _jpeg(clean, fine, tone, goal, _PLAIN)
    paper = Image.new(clean.mode, clean.size, "white")
    # A little more than the print itself, or its soft edges would stay as ghosts.
    wider = marks.filter(ImageFilter.BoxBlur(2)).point([0, *[255] * 255])
    behind = Image.composite(paper, clean, wider)
    back = _jpeg(behind, fine, tone, goal - len(code), _BEHIND)
    return dataclasses.replace(back, ink=InkLayer(page.width, page.height, code))


def _jpeg(
    image: Image.Image, dpi: float, tone: Tone, goal: int, ladder: tuple[tuple[float, int], ...]
) -> CompactPage:
    page, fine, data = image, dpi, b""
    for wanted, quality in ladder:
        page, fine = _scaled(image, dpi, wanted)
        out = io.BytesIO()
        page.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        data = out.getvalue()
        if len(data) <= goal:
            break
    return CompactPage(tone, page.width, page.height, fine, data)
