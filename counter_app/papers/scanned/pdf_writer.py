"""A PDF of coded pages, written by ourselves: each page is one image, or two.

No date, no author, no program's name: the same pages give the same bytes, and so the same sum.
"""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.papers.scanned.page import MM, CompactPage, InkLayer, Tone

POINT = 72.0 / MM
_HEAD = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"


def pdf_of(pages: Sequence[CompactPage]) -> bytes:
    """Return the pages as one PDF. At least one page."""
    assert pages
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for page in pages:
        first = len(objects) + 1
        kids.append(f"{first} 0 R")
        objects += _page(page, first)
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    return _file(objects)


def _page(page: CompactPage, first: int) -> list[bytes]:
    """Return the objects of a page; the first of them gets the number `first`."""
    width, height = (length * POINT for length in page.size_mm)
    images = [f"/P {first + 2} 0 R"]
    painted = "/P Do"
    parts = [_stream(_image(page), page.data)]
    if page.ink is not None:
        images.append(f"/I {first + 3} 0 R")
        painted += " 0 g /I Do"
        parts.append(_stream(_ink(page.ink), page.ink.data))
    head = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width:.2f} {height:.2f}]"
        f"/Rotate {page.turn * 90}/Contents {first + 1} 0 R"
        f"/Resources<</XObject<<{''.join(images)}>>>>>>"
    )
    contents = f"q {width:.2f} 0 0 {height:.2f} 0 0 cm {painted} Q"
    return [head.encode(), _stream("", contents.encode()), *parts]


def _image(page: CompactPage) -> str:
    if page.tone is Tone.BILEVEL:
        return f"/ColorSpace/DeviceGray{_group4(page.width, page.height)}"
    space = "DeviceRGB" if page.tone is Tone.COLOUR else "DeviceGray"
    return (
        f"/Type/XObject/Subtype/Image/Width {page.width}/Height {page.height}"
        f"/ColorSpace/{space}/BitsPerComponent 8/Filter/DCTDecode"
    )


def _ink(ink: InkLayer) -> str:
    return f"/ImageMask true{_group4(ink.width, ink.height)}"


def _group4(width: int, height: int) -> str:
    # Our TIFFs say "black is zero", so their black runs are the white pixels.
    return (
        f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 1"
        f"/Filter/CCITTFaxDecode/DecodeParms<</K -1/BlackIs1 true"
        f"/Columns {width}/Rows {height}>>"
    )


def _stream(words: str, data: bytes) -> bytes:
    return f"<<{words}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(_HEAD)
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010d} 00000 n \n".encode()
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
