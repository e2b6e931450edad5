"""What must hold for every paper: symbols read, fields in order, fonts inside, ink in place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from PIL import Image

from counter_app.domain.dates import paper_moment
from counter_app.domain.forms import ReceiptContent, ResultSlipContent
from tests.papers.reading import (
    FINE_DPI,
    HEAD_DPI,
    READERS,
    Read,
    fonts,
    images,
    ink_box,
    text_boxes,
    texts,
)

RENDERS = ((HEAD_DPI, True), (FINE_DPI, False))
_QUIET = {"bars": 10 * 0.375, "qr": 4 * 0.5}


@dataclass
class Sheet:
    """A rendered paper and what is expected of it."""

    name: str
    pdf: bytes
    code: str
    expected: list[str]
    two_up: bool
    edge: float = 0.0  # how far the frame of a provisional slip reaches outside the text margins
    copies: int = 2
    upright: bool = False  # A4
    bars_only: bool = False  # the QR of a long code found no room
    faults: list[str] = field(default_factory=list)
    reads: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    ink: tuple[float, float, float, float] = (999.0, 999.0, 0.0, 0.0)


def check(sheet: Sheet) -> Sheet:
    """Run all checks; faults are written into `sheet`."""
    for dpi, one_bit in RENDERS:
        rendered = list(images(sheet.pdf, dpi, one_bit=one_bit))
        sheet.pages = len(rendered)
        per_copy = sheet.pages if sheet.two_up else sheet.pages // sheet.copies
        for number, page in enumerate(rendered):
            for part in _halves(page)[: sheet.copies] if sheet.two_up else [page]:
                _check_symbols(sheet, part, dpi, _wanted(sheet, number % per_copy, per_copy))
                if dpi == FINE_DPI:
                    _check_ink(sheet, part, dpi)
    _check_text(sheet)
    _check_overlaps(sheet)
    for name, embedded in fonts(sheet.pdf).items():
        if not embedded:
            sheet.faults.append(f"font {name} is not embedded")
    return sheet


def expected_receipt(content: ReceiptContent, labels: tuple[str, ...] = ()) -> list[str]:
    """Return what the text of Mẫu 01 must hold, in the order of DOMAIN §6."""
    values = [
        content.header.parent,
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        content.code,
        f"{content.header.place}, ngày",
        "Quyển số:",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "(Liên ",
        content.counter_line(),
        content.applicant,
        content.submitter,
        content.address,
        "Email:" if content.email else "",
        content.identity_masked,
        content.subject,
        *labels,
        *(line.name for line in content.papers),
        f"{content.sets:02d} bộ",
        content.limit_text,
        paper_moment(content.received_at),
        paper_moment(content.due_at) if content.due_at else "",
        content.result_place,
        "Vào Sổ theo dõi hồ sơ:",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
        content.submitter_name,
        content.officer_name,
    ]
    return [value for value in values if value]


def expected_provisional(content: ReceiptContent) -> list[str]:
    """Return what a provisional slip must say."""
    return [
        "PHIẾU TẠM",
        "CHƯA CÓ MÃ HỒ SƠ CHÍNH THỨC",
        "Không thay thế Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        content.code,
        content.applicant,
        content.subject,
        paper_moment(content.received_at),
        *(line.name for line in content.papers),
        "Việc tiếp theo",
        "NGƯỜI NHẬN GIẤY TỜ",
        content.officer_name,
    ]


def expected_slip(content: ResultSlipContent) -> list[str]:
    """Return what a result slip must say."""
    return [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        content.code,
        "GIẤY BIÊN NHẬN TRẢ KẾT QUẢ",
        content.procedure,
        content.applicant,
        content.giver,
        content.receiver,
        paper_moment(content.returned_at),
        *(line.abstract for line in content.results if line.abstract),
        "NGƯỜI NHẬN KẾT QUẢ",
        "NGƯỜI TRẢ KẾT QUẢ",
    ]


def _halves(page: Image.Image) -> list[Image.Image]:
    middle = page.width // 2
    return [
        page.crop((0, 0, middle, page.height)),
        page.crop((page.width - middle, 0, page.width, page.height)),
    ]


def _wanted(sheet: Sheet, page: int, pages: int) -> dict[str, int]:
    """Bars and QR on a first page, QR on further ones; a long code's QR stands with signatures."""
    if not sheet.code:
        return {}
    if page:
        return {"qr": 1}
    apart = len(sheet.code) >= 24 and pages > 1 and not sheet.upright
    return {"bars": 1} if apart or sheet.bars_only else {"qr": 1, "bars": 1}


def _check_symbols(sheet: Sheet, part: Image.Image, dpi: float, wanted: dict[str, int]) -> None:
    for name, reader in READERS.items():
        if not wanted and not sheet.code and name != "zxing":
            continue  # a paper without a code: one reader is enough to see that it has none
        reads = reader(part)
        wrong = {read.text for read in reads} - {sheet.code}
        kinds = Counter(read.kind for read in reads)
        if wrong:
            sheet.faults.append(f"{name} at {dpi:.0f} dpi read {sorted(wrong)}")
        if dict(kinds) != wanted:
            sheet.faults.append(f"{name} at {dpi:.0f} dpi: {dict(kinds)}, not {wanted}")
        for kind, count in kinds.items():
            sheet.reads[f"{name} {kind} {dpi:.0f}"] += count
        if dpi == FINE_DPI:
            sheet.faults.extend(f for read in reads if (f := _crowded(part, read, dpi)))


def _crowded(part: Image.Image, read: Read, dpi: float) -> str:
    """Say whether there is ink in the quiet zone of a symbol (beyond the paper there is none)."""
    if read.reader != "zxing":
        return ""
    left, top, right, bottom = read.box
    quiet = round(_QUIET[read.kind] * dpi / 25.4) - 3
    if read.kind == "qr":
        outer = (left - quiet, top - quiet, right + quiet, bottom + quiet)
        inner = (left - 3, top - 3, right + 3, bottom + 3)
    else:
        outer = (left - quiet, top + 3, right + quiet, bottom - 3)
        inner = (left - 3, top, right + 3, bottom)
    region = part.copy()
    region.paste(255, inner)
    return "" if region.crop(outer).getextrema()[0] > 200 else f"{read.kind}: quiet zone broken"


def _check_ink(sheet: Sheet, part: Image.Image, dpi: float) -> None:
    box = ink_box(part, dpi)
    assert box is not None
    left, top, right, bottom = box
    if sheet.two_up:  # the cut line belongs to neither copy
        left, top, right, bottom = _without_cut(part, dpi)
    was = sheet.ink
    sheet.ink = (min(was[0], left), min(was[1], top), max(was[2], right), max(was[3], bottom))
    slack = 0.2
    frame = 0.3 if sheet.edge else 0.0
    margins = (12 - sheet.edge, 10.0 - frame, 136 + sheet.edge, 200 + frame)
    if sheet.upright:
        margins = (22.0, 15.0, 195.0, 286.0)
    if (
        left < margins[0] - slack
        or top < margins[1] - slack
        or right > margins[2] + slack
        or bottom > margins[3] + slack
    ):
        sheet.faults.append(f"ink at {left:.2f} {top:.2f} {right:.2f} {bottom:.2f}")


def _without_cut(part: Image.Image, dpi: float) -> tuple[float, float, float, float]:
    """Return the ink box of a half without 4 mm on both sides, where the cut line may lie."""
    side = round(4 * dpi / 25.4)
    box = ink_box(part.crop((side, 0, part.width - side, part.height)), dpi)
    assert box is not None
    offset = side * 25.4 / dpi
    return box[0] + offset, box[1], box[2] + offset, box[3]


def _check_text(sheet: Sheet) -> None:
    whole = " ".join(texts(sheet.pdf))
    place = 0
    for value in sheet.expected:
        flat = " ".join(value.split())
        found = _find(whole, flat, place)
        if found < 0:
            sheet.faults.append(f"text lacks, or has out of order: {flat[:60]!r}")
        else:
            place = found


def _find(whole: str, value: str, start: int) -> int:
    """Find `value`, which may be broken by the counts of its row or by a hard break."""
    at = whole.find(value, start)
    if at >= 0:
        return at
    bare, bare_value = whole.replace(" ", ""), value.replace(" ", "")
    if bare_value in bare:
        return start
    words = value.split()
    at = whole.find(" ".join(words[:3]), start)
    return at if at >= 0 and all(word in whole[at : at + 3 * len(value)] for word in words) else -1


def _check_overlaps(sheet: Sheet) -> None:
    for page in range(sheet.pages):
        boxes = [box for box in text_boxes(sheet.pdf, page) if box[4].strip()]
        boxes = [box for box in boxes if "KHÔNG CÓ GIÁ TRỊ" not in box[4] and box[3] - box[1] < 30]
        boxes.sort(key=lambda box: -box[3])
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 : place + 8]:
                across = min(one[2], other[2]) - max(one[0], other[0])
                down = min(one[3], other[3]) - max(one[1], other[1])
                least = min(one[3] - one[1], other[3] - other[1])
                if across > 1.5 and down > 0.45 * least:
                    sheet.faults.append(f"overlap: {one[4][:30]!r} / {other[4][:30]!r}")
