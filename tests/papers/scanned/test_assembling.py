"""Pages turned, put in order, left out: one PDF at the end."""

from __future__ import annotations

import pypdfium2
import pytest
from PIL import Image

from counter_app.domain.errors.scanning import NoPagesError, SignedFileError, TooManyPagesError
from counter_app.papers.scanned.assembling import assembled
from counter_app.papers.scanned.attaching import pages_of_file
from counter_app.papers.scanned.compacting import compact
from counter_app.papers.scanned.page import CompactPage, Page, PdfPage, PdfSource, turned
from counter_app.papers.scanned.rendering import picture
from tests.papers.scanned.brought import pdf


def page(grey: int) -> CompactPage:
    """An A6 page, its upper left corner black, the rest of one grey."""
    sheet = Image.new("RGB", (413, 583), (grey, grey, grey))
    sheet.paste((0, 0, 0), (0, 0, 120, 120))
    return compact(sheet, 100)


def corner(data: bytes, place: int = 0) -> tuple[int, int]:
    """Return which corner of a page is black: (0 left, 1 right), (0 top, 1 bottom)."""
    source = PdfSource("x", data, 1)
    shown = picture(PdfPage(source, place), 200, 200)
    image = Image.frombytes(
        "RGB", (shown.width, shown.height), shown.pixels, "raw", "BGRX", shown.stride
    ).convert("L")
    across, down = image.size
    spots = {
        (x, y): image.getpixel((8 if not x else across - 9, 8 if not y else down - 9))
        for x in (0, 1)
        for y in (0, 1)
    }
    return min(spots, key=lambda spot: spots[spot])


@pytest.mark.parametrize(
    ("quarters", "expected"), [(0, (0, 0)), (1, (1, 0)), (2, (1, 1)), (3, (0, 1)), (-1, (0, 1))]
)
def test_a_page_is_turned_clockwise(quarters: int, expected: tuple[int, int]) -> None:
    assert corner(assembled([turned(page(255), quarters)], "x")) == expected
    (brought,) = pages_of_file("a.pdf", assembled([page(255)], "x"))
    assert isinstance(brought, PdfPage)
    assert corner(assembled([turned(brought, quarters)], "x")) == expected
    for each in (page(255), brought):
        shown = picture(turned(each, quarters), 200, 200)
        assert (shown.width > shown.height) == bool(quarters % 2)


def test_four_turns_are_none() -> None:
    whole = page(255)
    again: Page = whole
    for _ in range(4):
        again = turned(again, 1)
    assert again == whole


def test_pages_of_several_origins_are_joined_in_their_order() -> None:
    first, second, third = pages_of_file("a.pdf", pdf(3, size=(300, 400)))
    joined = assembled([third, page(255), turned(first, 1), second], "x")
    document = pypdfium2.PdfDocument(joined)
    sizes = [each.get_size() for each in document]
    texts = [each.get_textpage().get_text_range() for each in document]
    assert sizes[0] == pytest.approx((300, 400))
    assert sizes[2] == pytest.approx((400, 300))
    assert [text.strip() for text in texts] == ["Trang 3", "", "Trang 1", "Trang 2"]
    document.close()


def test_a_left_out_page_is_not_in_the_file() -> None:
    pages = pages_of_file("a.pdf", pdf(3))
    document = pypdfium2.PdfDocument(assembled(pages[:2], "x"))
    assert len(document) == 2
    document.close()


def test_a_signed_file_is_kept_whole_or_not_at_all() -> None:
    source = PdfSource("ký số.pdf", pdf(2), 2, signed=True)
    pages = [PdfPage(source, 0), PdfPage(source, 1)]
    assert assembled(pages, "x") == source.data
    for changed in (pages[:1], pages[::-1], [turned(pages[0], 1), pages[1]], [*pages, page(255)]):
        with pytest.raises(SignedFileError) as caught:
            assembled(changed, "x")
        assert caught.value.facts["name"] == "ký số.pdf"


def test_none_and_too_many() -> None:
    with pytest.raises(NoPagesError):
        assembled([], "x")
    with pytest.raises(TooManyPagesError):
        assembled([page(255)] * 101, "x")
