"""Files as citizens bring them: good ones, and one of each kind that must not get in."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from counter_app.domain.errors.scanning import (
    AttachError,
    FileActiveError,
    FileDamagedError,
    FileEmptyError,
    FileKindError,
    FileLockedError,
    FileTooLargeError,
    FileWithinFileError,
    NoPagesError,
    PageSizeError,
    TooManyPagesError,
)
from counter_app.papers.scanned.limits import MOST_BYTES, MOST_PAGES

A4 = (595, 842)


def pdf(pages: int = 1, size: tuple[float, float] = A4, **options: object) -> bytes:
    """A plain PDF with a line of text on each page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, **options)
    for number in range(pages):
        canvas.drawString(72, size[1] - 72, f"Trang {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def crafted(
    catalog: str = "", page: str = "", more: Sequence[str] = (), kids: str = "[3 0 R]"
) -> bytes:
    """A PDF of one empty page with words of one's own in its catalog and its page."""
    count = kids.count("R")
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        f"<</Type/Pages/Kids{kids}/Count {count}>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{page}>>",
        *more,
    ]
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def image(kind: str = "JPEG", size: tuple[int, int] = (827, 1169), **options: object) -> bytes:
    """A page of lines as an image file."""
    sheet = Image.new("RGB", size, (240, 238, 233))
    draw = ImageDraw.Draw(sheet)
    for down in range(40, size[1] - 40, 24):
        draw.line((60, down, size[0] - 60, down), fill=(40, 40, 44), width=3)
    out = io.BytesIO()
    sheet.save(out, kind, **options)
    return out.getvalue()


def packed_script() -> bytes:
    """A script hidden in a packed object stream, its name written with an escape."""
    import zlib

    inner = b"4 0 << /S /J#61vaScript /JS (app.alert\\(1\\)) >> "
    packed = zlib.compress(b"4 0 " + inner[4:])
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        5: b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
        % (len(packed), packed),
    }
    out = bytearray(b"%PDF-1.5\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"\x00\x00\x00\x00\xff"
    for number in range(1, 7):
        if number == 4:
            rows += b"\x02" + (5).to_bytes(3, "big") + b"\x00"
        elif number == 6:
            rows += b"\x01" + len(out).to_bytes(3, "big") + b"\x00"
        else:
            rows += b"\x01" + places[number].to_bytes(3, "big") + b"\x00"
    start = len(out)
    head = b"<</Type/XRef/Size 7/W[1 3 1]/Root 1 0 R/Length %d>>" % len(rows)
    out += b"6 0 obj\n%sstream\n%s\nendstream\nendobj\n" % (head, rows)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def bomb() -> bytes:
    """A PNG of few bytes that says it has 40,000 × 40,000 pixels."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", 40_000, 40_000, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def _locked(user: str) -> bytes:
    return pdf(encrypt=StandardEncryption(user, "owner", canPrint=0, strength=128))


def _fax(pages: int) -> bytes:
    out = io.BytesIO()
    sheets = [Image.new("1", (100, 140), 1) for _ in range(pages)]
    sheets[0].save(out, "TIFF", save_all=True, append_images=sheets[1:], compression="group4")
    return out.getvalue()


_FILE = "/Names<</EmbeddedFiles<</Names[(a.exe)4 0 R]>>>>"
_SPEC = ("<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>", "<</Length 2>>stream\nMZ\nendstream")
_XFA = "/AcroForm<</XFA 4 0 R/Fields[]>>"
_LINK = "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<<{}>>>>]"

BAD: dict[str, tuple[Callable[[], bytes], type[AttachError]]] = {
    "empty": (lambda: b"", FileEmptyError),
    "a program": (lambda: b"MZ\x90\x00" + bytes(500), FileKindError),
    "a Word file": (lambda: b"PK\x03\x04" + bytes(500), FileKindError),
    "text called .pdf": (lambda: "Tờ khai".encode() * 50, FileKindError),
    "a GIF": (lambda: image("GIF"), FileKindError),
    "a picture of the web": (lambda: image("WEBP"), FileKindError),
    "a web page": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", FileKindError),
    "too large": (lambda: b"%PDF-1.4\n" + bytes(MOST_BYTES), FileTooLargeError),
    "a PDF cut off": (lambda: pdf(3)[:-400], FileDamagedError),
    "a PDF's head alone": (lambda: b"%PDF-1.7\n%%EOF\n", FileDamagedError),
    "a PDF of noise": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"%%EOF", FileDamagedError),
    "no pages": (lambda: crafted(kids="[]"), NoPagesError),
    "a password": (lambda: _locked("secret"), FileLockedError),
    "restricted rights": (lambda: _locked(""), FileLockedError),
    "too many pages": (lambda: pdf(MOST_PAGES + 1), TooManyPagesError),
    "a speck of a page": (lambda: pdf(size=(20, 20)), PageSizeError),
    "a page as long as a street": (lambda: pdf(size=(595, 9000)), PageSizeError),
    "a script at opening": (
        lambda: crafted("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
        FileActiveError,
    ),
    "a script by name": (
        lambda: crafted(
            "/Names<</JavaScript<</Names[(a)4 0 R]>>>>", more=("<</S/JavaScript/JS(1)>>",)
        ),
        FileActiveError,
    ),
    "a packed script": (packed_script, FileActiveError),
    "a link that starts a program": (
        lambda: crafted(page=_LINK.format("/S/Launch/F(cmd.exe)")),
        FileActiveError,
    ),
    "a form that sends": (
        lambda: crafted(page=_LINK.format("/S/SubmitForm/F(http://x.invalid)")),
        FileActiveError,
    ),
    "an XFA form": (
        lambda: crafted(_XFA, more=("<</Length 8>>stream\n<xdp/>  \nendstream",)),
        FileActiveError,
    ),
    "a film": (
        lambda: crafted(page="/Annots[<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]>>]"),
        FileActiveError,
    ),
    "a file inside": (lambda: crafted(_FILE, more=_SPEC), FileWithinFileError),
    "a file pinned on a page": (
        lambda: crafted(page="/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]>>]"),
        FileWithinFileError,
    ),
    "a JPEG cut off": (lambda: image()[:9000], FileDamagedError),
    "a JPEG's head": (lambda: b"\xff\xd8\xff\xe0" + bytes(30), FileDamagedError),
    "a PNG cut off": (lambda: image("PNG")[:-2000], FileDamagedError),
    "a TIFF cut off": (lambda: image("TIFF")[:5000], FileDamagedError),
    "a bomb": (bomb, PageSizeError),
    "an icon": (lambda: image("PNG", (32, 32)), PageSizeError),
    "a banner": (lambda: image("PNG", (4000, 100)), PageSizeError),
    "a fax without end": (lambda: _fax(MOST_PAGES + 1), TooManyPagesError),
}
"""Name → (the bytes, what refuses them)."""
