"""Files that are brought: what gets in, as what, and what doesn't."""

from __future__ import annotations

import io
import random

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from counter_app.domain.errors.scanning import AttachError, FileLockedError
from counter_app.papers.scanned.assembling import assembled
from counter_app.papers.scanned.attaching import pages_of_file
from counter_app.papers.scanned.compacting import GOAL
from counter_app.papers.scanned.page import CompactPage, PdfPage, Tone
from counter_app.wording.sentences import sentence
from tests.papers.scanned import brought
from tests.papers.scanned.brought import BAD, crafted, image, pdf

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")
"""Pillow says what it thinks of damaged files; the window has its own words."""


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_in_clear_words(kind: str) -> None:
    make, expected = BAD[kind]
    with pytest.raises(AttachError) as caught:
        pages_of_file("to khai.pdf", make())
    assert type(caught.value) is expected
    words = sentence(caught.value)
    assert "to khai.pdf" in words
    assert "…" not in words  # every fact is there


def test_a_locked_file_says_nothing_of_the_next() -> None:
    """PDFium's last error outlives the document that it was of."""
    with pytest.raises(FileLockedError):
        pages_of_file("khoa.pdf", BAD["a password"][0]())
    make, expected = BAD["no pages"]
    with pytest.raises(expected):
        pages_of_file("to khai.pdf", make())


def test_at_least_twelve_kinds_are_tried() -> None:
    assert len(BAD) >= 12
    assert len({expected for _, expected in BAD.values()}) >= 10


def test_a_pdf_is_kept_byte_for_byte() -> None:
    data = pdf(3)
    pages = pages_of_file("a.pdf", data)
    assert [page.number for page in pages if isinstance(page, PdfPage)] == [0, 1, 2]
    assert assembled(pages, "a") == data


@pytest.mark.parametrize(
    "harmless",
    [
        crafted("/OpenAction[3 0 R/Fit]"),
        crafted("/ViewerPreferences<</DisplayDocTitle true>>"),
        crafted(page="/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Dest[3 0 R/Fit]>>]"),
        crafted("/AcroForm<</Fields[]>>"),
        b"\n\n" + pdf(),
    ],
    ids=["where it opens", "how it opens", "a link within", "a form to fill in", "lines before"],
)
def test_what_does_nothing_gets_in(harmless: bytes) -> None:
    assert len(pages_of_file("a.pdf", harmless)) == 1


def test_a_signed_pdf_is_known_as_such() -> None:
    field = "<</FT/Sig/T(s)/V 5 0 R/Subtype/Widget/Rect[0 0 0 0]>>"
    value = "<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>>>"
    data = crafted("/AcroForm<</SigFlags 3/Fields[4 0 R]>>", more=(field, value))
    (page,) = pages_of_file("a.pdf", data)
    assert isinstance(page, PdfPage)
    assert page.source.signed


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_images_become_compact_pages_of_a_sheet(kind: str) -> None:
    (page,) = pages_of_file("a", image(kind))
    assert isinstance(page, CompactPage)
    assert page.tone is Tone.BILEVEL
    assert max(page.size_mm) == pytest.approx(297, abs=1)


def test_a_photo_from_a_telephone_is_an_a4_within_the_goal() -> None:
    chance = random.Random(5)
    photo = Image.frombytes("RGB", (60, 80), chance.randbytes(60 * 80 * 3)).resize((3000, 4000))
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=92, dpi=(72, 72), exif=Image.Exif())
    (page,) = pages_of_file("IMG_0001.jpg", out.getvalue())
    assert isinstance(page, CompactPage)
    assert page.size_mm == pytest.approx((223, 297), abs=2)
    assert page.tone is Tone.COLOUR
    assert len(page.data) <= GOAL


def test_a_photo_taken_sideways_stands_upright() -> None:
    sheet = Image.new("RGB", (1169, 827), "white")
    exif = Image.Exif()
    exif[274] = 6  # turned a quarter clockwise
    out = io.BytesIO()
    sheet.save(out, "JPEG", exif=exif)
    (page,) = pages_of_file("a.jpg", out.getvalue())
    assert isinstance(page, CompactPage)
    assert page.height > page.width


def test_a_fax_of_three_pages() -> None:
    assert len(pages_of_file("fax.tif", brought._fax(3))) == 3


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "CMYK", "I;16"])
def test_every_kind_of_pixel(mode: str) -> None:
    sheet = Image.new("L", (300, 420), 250).convert(mode) if mode != "I;16" else None
    if sheet is None:
        sheet = Image.new("I;16", (300, 420), 64_000)
    out = io.BytesIO()
    sheet.save(out, "TIFF")
    (page,) = pages_of_file("a.tif", out.getvalue())
    assert isinstance(page, CompactPage)


def test_a_heavy_scan_of_somebody_else_is_made_compact() -> None:
    chance = random.Random(1)
    noise = Image.frombytes("RGB", (1240, 1754), chance.randbytes(1240 * 1754 * 3))
    sheet = Image.blend(Image.new("RGB", noise.size, "white"), noise, 0.05)
    out = io.BytesIO()
    sheet.save(out, "PDF", resolution=150, quality=95)
    heavy = out.getvalue()
    (page,) = pages_of_file("scan.pdf", heavy)
    assert isinstance(page, CompactPage)
    assert len(assembled([page], "scan")) < min(GOAL, len(heavy) // 2)


@settings(max_examples=60)
@given(st.binary(max_size=400), st.sampled_from([b"%PDF-1.7\n", b"\xff\xd8\xff", b"II*\x00", b""]))
def test_no_bytes_at_all_do_more_than_be_refused(noise: bytes, head: bytes) -> None:
    try:
        pages_of_file("x", head + noise)
    except AttachError:
        return
    raise AssertionError("noise is no paper")


@settings(max_examples=60)
@given(st.integers(0, 2), st.data())
def test_a_flipped_byte_is_refused_or_read(which: int, data: st.DataObject) -> None:
    whole = bytearray((pdf(), image(), image("PNG", (200, 280)))[which])
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    try:
        pages = pages_of_file("x", bytes(whole))
    except AttachError:
        return
    assert len(pypdfium2.PdfDocument(assembled(pages, "x"))) == len(pages)
