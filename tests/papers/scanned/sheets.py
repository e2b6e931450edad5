"""Sheets as a cheap flatbed gives them: grey paper, soft edges, noise. All on them is made up.

`python -m tests.papers.scanned.sheets OUT` writes each sheet, what became of it, and the table.
"""

from __future__ import annotations

import functools
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from counter_app.papers.documents import receipt_pdf
from counter_app.papers.fonts import choose_fonts
from counter_app.papers.pdfium.preview import preview
from counter_app.papers.scanned.compacting import GOAL, compact
from counter_app.papers.scanned.page import CompactPage
from counter_app.papers.scanned.pdf_writer import pdf_of
from tests.papers import samples

DPI = 200
SIZE = (1654, 2339)
PAPER, INK = (243, 241, 236), (44, 42, 46)
_LINE = (
    "Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp "
    "luật về cam đoan của mình. Đề nghị Quý cơ quan xem xét, giải quyết theo quy định. "
)


def blank() -> Image.Image:
    """An empty sheet."""
    return Image.new("RGB", SIZE, PAPER)


def _font(points: float, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    fonts = choose_fonts()
    return ImageFont.truetype(str(fonts.bold if bold else fonts.regular), round(points * DPI / 72))


def text(points: float = 13) -> Image.Image:
    """A sheet full of text."""
    sheet = blank()
    draw = ImageDraw.Draw(sheet)
    draw.text((520, 130), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", INK, _font(13, bold=True))
    draw.text((640, 190), "Độc lập - Tự do - Hạnh phúc", INK, _font(13, bold=True))
    draw.text((560, 300), "TỜ KHAI ĐĂNG KÝ KHAI SINH", INK, _font(16, bold=True))
    font = _font(points)
    words, down, line = (_LINE * 60).split(), 420, ""
    while down < SIZE[1] - 220:
        word = words.pop(0)
        if draw.textlength(f"{line} {word}", font) > SIZE[0] - 330:
            draw.text((165, down), line, INK, font)
            down, line = down + round(points * 1.45 * DPI / 72), word
        else:
            line = f"{line} {word}".strip()
    return sheet


def small_print() -> Image.Image:
    """Text of 9 points, margin to margin: the densest page that an office gets."""
    return text(9)


def receipt() -> Image.Image:
    """Our own Mẫu 01, scanned back."""
    pdf = receipt_pdf(samples.RECEIPT, samples.MARKS, samples.form_set(), choose_fonts(), "A4x2")
    page = preview(pdf, DPI)[0]
    size = (page.width, page.height)
    whole = Image.frombytes("RGB", size, page.pixels, "raw", "BGRX", page.stride)
    upright = whole.rotate(90, expand=True) if size[0] > size[1] else whole
    return ImageChops.multiply(upright.resize(SIZE), blank())


def stamped() -> Image.Image:
    """Text with a round red stamp over a signature in blue ink."""
    sheet = text()
    over = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(over)
    centre, radius = (1180, 1980), round(18 / 25.4 * DPI)
    for grow in (0, 5, 6, 7, 40):
        far = radius - grow
        box = (centre[0] - far, centre[1] - far, centre[0] + far, centre[1] + far)
        draw.ellipse(box, outline=(208, 32, 44), width=4)
    draw.text((1085, 1950), "PHƯỜNG MẪU", (208, 32, 44), _font(9, bold=True))
    pen = random.Random(7)
    points = [(1010 + step * 9, 2010 + pen.randint(-55, 55)) for step in range(36)]
    draw.line(points, fill=(34, 52, 150), width=5, joint="curve")
    return ImageChops.multiply(sheet, over)


def _picture(size: tuple[int, int], seed: int, *, colour: bool) -> Image.Image:
    chance = random.Random(seed)
    coarse = Image.new("RGB", (18, 24))
    for across in range(18):
        for down in range(24):
            grey = chance.randint(20, 235)
            tint = tuple(min(255, max(0, grey + chance.randint(-60, 60))) for _ in "rgb")
            coarse.putpixel((across, down), tint if colour else (grey, grey, grey))
    return coarse.resize(size, Image.Resampling.BICUBIC)


def photo_grey() -> Image.Image:
    """Text with a black-and-white portrait of 4 × 6 cm."""
    sheet = text()
    sheet.paste(_picture((315, 472), 3, colour=False), (165, 420))
    return sheet


def photo_colour() -> Image.Image:
    """A page that is a colour photo from edge to edge: a card, a house, a plot of land."""
    sheet = blank()
    sheet.paste(_picture((1454, 2039), 4, colour=True), (100, 150))
    return sheet


@functools.cache
def _grain() -> Image.Image:
    """Noise of the sensor, other in each channel, around 64."""
    dust = Image.effect_noise(SIZE, 5).point(lambda value: value - 64)
    grains = (ImageChops.offset(dust, 97 * channel, 61 * channel) for channel in range(3))
    return Image.merge("RGB", tuple(grains))


def scanned(sheet: Image.Image) -> Image.Image:
    """Return the sheet as a flatbed sees it: soft by half a pixel, with noise in each channel."""
    soft = sheet.filter(ImageFilter.GaussianBlur(0.6))
    return ImageChops.add(soft, _grain(), offset=-64)


SHEETS: dict[str, Callable[[], Image.Image]] = {
    "text 13 pt": text,
    "text 9 pt": small_print,
    "Mẫu 01": receipt,
    "stamp, signature": stamped,
    "grey photo 4x6": photo_grey,
    "colour photo": photo_colour,
    "empty": blank,
}


def measured() -> dict[str, tuple[CompactPage, float]]:
    """Return each sheet made compact, with the seconds that it took."""
    found = {}
    for name, make in SHEETS.items():
        page = scanned(make())
        began = time.perf_counter()
        found[name] = (compact(page, DPI), time.perf_counter() - began)
    return found


def table(found: dict[str, tuple[CompactPage, float]]) -> str:
    """Return the measurements as text."""
    lines = [f"{'sheet':18} {'kept as':9} {'dpi':>4} {'KB':>6} {'of goal':>8} {'ms':>5}"]
    for name, (page, seconds) in found.items():
        size = len(pdf_of([page]))
        lines.append(
            f"{name:18} {page.tone.value:9} {page.dpi:4.0f} {size / 1000:6.1f} "
            f"{size / GOAL:8.0%} {seconds * 1000:5.0f}"
        )
    return "\n".join(lines)


def _write(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    found = measured()
    for name, (page, _) in found.items():
        shown = preview(pdf_of([page]), 100)[0]
        image = Image.frombytes(
            "RGB", (shown.width, shown.height), shown.pixels, "raw", "BGRX", shown.stride
        )
        image.save(out / f"{name.replace(' ', '-').replace(',', '')}.png")
    print(table(found))


if __name__ == "__main__":
    _write(Path(sys.argv[1]))
