"""Pages as a flatbed gives them: how small they get, and that they are still read."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image, ImageChops

from counter_app.domain.errors.scanning import FileDamagedError, PageSizeError
from counter_app.papers.scanned.compacting import GOAL, compact, compact_scan
from counter_app.papers.scanned.page import CompactPage, Tone
from counter_app.papers.scanned.pdf_writer import pdf_of
from counter_app.papers.scanned.rendering import picture
from tests.papers.scanned import sheets
from tests.papers.scanned.sheets import DPI, SIZE, scanned

pytestmark = pytest.mark.long

EXPECTED = {
    "text 13 pt": (Tone.BILEVEL, 80),
    "text 9 pt": (Tone.BILEVEL, 110),
    "Mẫu 01": (Tone.BILEVEL, 90),
    "stamp, signature": (Tone.COLOUR, 140),
    "grey photo 4x6": (Tone.GREY, 140),
    "colour photo": (Tone.COLOUR, 200),
    "empty": (Tone.BILEVEL, 3),
}
"""What each sheet is kept as, and the KB that it may take."""


@pytest.fixture(scope="module")
def measured() -> dict[str, tuple[CompactPage, float]]:
    found = sheets.measured()
    print("\n" + sheets.table(found))
    return found


def shown(page: CompactPage) -> Image.Image:
    pixels = picture(page, *SIZE)
    size = (pixels.width, pixels.height)
    return Image.frombytes("RGB", size, pixels.pixels, "raw", "BGRX", pixels.stride)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sheet_is_kept_as_what_it_needs_and_small(
    measured: dict[str, tuple[CompactPage, float]], name: str
) -> None:
    page, _ = measured[name]
    tone, most = EXPECTED[name]
    assert page.tone is tone
    assert len(pdf_of([page])) <= most * 1000 <= GOAL


def test_every_page_keeps_its_size_on_paper(
    measured: dict[str, tuple[CompactPage, float]],
) -> None:
    for page, _ in measured.values():
        assert page.size_mm == pytest.approx((210.06, 297.05), abs=0.3)


@pytest.mark.parametrize("name", ["text 13 pt", "stamp, signature", "grey photo 4x6"])
def test_print_stays_where_it_was_and_black(
    measured: dict[str, tuple[CompactPage, float]], name: str
) -> None:
    """The title, pixel by pixel against the sheet without noise."""
    box = (540, 290, 1200, 360)
    title = shown(measured[name][0]).convert("L").crop(box)
    sharp = sheets.text().convert("L").crop(box)
    apart = ImageChops.difference(title.point(_black), sharp.point(_black))
    assert sum(apart.histogram()[128:]) < 0.02 * title.width * title.height
    assert min(title.getextrema()) < 40


def _black(value: int) -> int:
    return 0 if value < 140 else 255


def test_symbols_are_still_read(measured: dict[str, tuple[CompactPage, float]]) -> None:
    found = zxingcpp.read_barcodes(shown(measured["Mẫu 01"][0]).rotate(-90, expand=True))
    assert {each.text for each in found} >= {"H26.15-250701-0214"}


def test_the_stamp_stays_red_and_the_signature_blue(
    measured: dict[str, tuple[CompactPage, float]],
) -> None:
    image = shown(measured["stamp, signature"][0])
    red, blue = (
        sum(1 for pixel in _pixels(image) if test(pixel))
        for test in (
            lambda p: p[0] > 150 and p[1] < 110 and p[2] < 120,
            lambda p: p[2] > 110 and p[0] < 90,
        )
    )
    assert red > 2500
    assert blue > 1500


def _pixels(image: Image.Image) -> list[tuple[int, int, int]]:
    part = image.crop((950, 1800, 1400, 2200))
    data = part.tobytes()
    return list(zip(data[::3], data[1::3], data[2::3], strict=True))


def test_the_same_page_gives_the_same_bytes() -> None:
    sheet = scanned(sheets.text())
    assert pdf_of([compact(sheet, DPI)]) == pdf_of([compact(sheet.copy(), DPI)])


def test_a_finer_scan_is_brought_to_readable() -> None:
    fine = sheets.text().resize((SIZE[0] * 2, SIZE[1] * 2))
    page = compact(fine, 400)
    assert page.dpi == 200
    assert (page.width, page.height) == SIZE


def test_a_coarse_scan_is_not_blown_up() -> None:
    coarse = sheets.text().resize((SIZE[0] // 2, SIZE[1] // 2))
    assert compact(coarse, 100).dpi == 100


def test_a_patterned_paper_does_not_explode() -> None:
    noise = Image.effect_noise((827, 1169), 90).convert("RGB")  # the worst there is
    page = compact(noise, DPI)
    assert page.tone is Tone.GREY
    assert len(page.data) <= GOAL / 4 * 2.5


def test_a_black_bar_stays_black() -> None:
    sheet = sheets.blank()
    sheet.paste((20, 20, 20), (200, 500, 1400, 640))
    bar = shown(compact(scanned(sheet), DPI)).convert("L").crop((260, 530, 1340, 610))
    assert bar.getextrema()[1] < 60


def test_what_scanners_give_is_read() -> None:
    for kind in ("PPM", "BMP", "PNG"):
        out = io.BytesIO()
        sheets.blank().save(out, kind)
        assert compact_scan(out.getvalue(), DPI).tone is Tone.BILEVEL
    out = io.BytesIO()
    Image.new("1", (600, 800), 1).save(out, "PPM")
    assert compact_scan(out.getvalue(), 75).width == 600


@pytest.mark.parametrize("bad", [b"", b"P6\n100 100\n255\nshort", b"%PDF-1.4", b"\xff\xd8\xff"])
def test_what_a_scanner_never_gives_is_refused(bad: bytes) -> None:
    with pytest.raises(FileDamagedError):
        compact_scan(bad, DPI)
    with pytest.raises(PageSizeError):
        compact_scan(b"P5\n20000 20000\n255\n", DPI)
