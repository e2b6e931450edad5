"""Random dossier codes on real receipts, read back by two readers at two resolutions."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from PIL import Image

from counter_app.papers.barcode import bars
from counter_app.papers.documents import receipts_pdf
from counter_app.papers.fonts import FontChoice
from tests.papers import samples
from tests.papers.checks import RENDERS
from tests.papers.reading import READERS, images

_BATCH = 40
_ROW = (26.0, 42.5)  # where bars and QR stand, in millimetres from the top
_BETWEEN = (168.0, 187.0)  # where the QR of a long code stands


@dataclass
class RoundTrip:
    """Counts of what was drawn and read."""

    codes: int = 0
    seconds: float = 0.0
    reads: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Return the table."""
        yield f"Random codes: {self.codes} receipts in {self.seconds:.1f} s"
        for name, count in sorted(self.reads.items()):
            yield f"  {name:24} {count:6} of {self.codes}"
        yield f"  wrong or missing reads   {len(self.faults):6}"
        for fault in self.faults[:10]:
            yield f"    {fault}"


def random_codes(count: int, seed: int) -> list[str]:
    """Return codes of every shape seen in offices, some beginning with 99."""
    chance = random.Random(seed)
    return [_code(chance) for _ in range(count)]


def _code(chance: random.Random) -> str:
    year, month, day = chance.randint(18, 31), chance.randint(1, 12), chance.randint(1, 28)
    short = f"{year:02d}{month:02d}{day:02d}"
    h, a, b, c = (chance.randint(1, 99) for _ in range(4))
    number = f"{chance.randint(1, 9999):04d}"
    return chance.choice(
        (
            f"H{h:02d}.{a:02d}-{short}-{number}",
            f"H{h:02d}.{a:02d}.{b:02d}-{short}-{number}",
            f"H{h:02d}.{a:02d}.{b:02d}.{c:02d}-{short}-{number}",
            f"000.00.{a:02d}.H{h:02d}-{short}-{number}",
            f"000.{a:02d}.{b:02d}.H{h:02d}-{short}-{chance.randint(1, 99999):05d}",
            f"G{h:02d}.{a:02d}-20{short}-{chance.randint(1, 9_999_999):07d}",
            f"HG{chance.randint(0, 99999):05d}-{short}-{number}",
            f"99.{a:02d}-{short}-{number}",
            f"99{a:02d}-{short}-{number}",
        )
    )


def read_back(
    codes: Sequence[str], fonts: FontChoice, progress: Callable[[int], None] = lambda _done: None
) -> RoundTrip:
    """Print a receipt for each code, render it, read bars and QR with both readers."""
    result = RoundTrip(codes=len(codes))
    started = time.perf_counter()
    form_set = samples.form_set()
    content = replace(samples.RECEIPT, papers=samples.RECEIPT.papers[:1])
    for start in range(0, len(codes), _BATCH):
        batch = codes[start : start + _BATCH]
        receipts = [(replace(content, code=code), samples.MARKS) for code in batch]
        pdf = receipts_pdf(receipts, form_set, fonts, "A5", copies=(2,))
        for dpi, one_bit in RENDERS:
            for code, page in zip(batch, images(pdf, dpi, one_bit=one_bit), strict=True):
                _read(result, code, page, dpi)
        progress(start + len(batch))
    result.seconds = time.perf_counter() - started
    return result


def _read(result: RoundTrip, code: str, page: Image.Image, dpi: float) -> None:
    strips = [_strip(page, _ROW, dpi)]
    if bars(code).width > 100:
        strips.append(_strip(page, _BETWEEN, dpi))
    for name, reader in READERS.items():
        reads = [read for strip in strips for read in reader(strip)]
        for read in reads:
            if read.text != code:
                result.faults.append(f"{name} at {dpi:.0f} dpi read {read.text!r} for {code}")
        for kind in ("bars", "qr"):
            if any(read.kind == kind and read.text == code for read in reads):
                result.reads[f"{kind} by {name}, {dpi:.0f} dpi"] += 1
            else:
                result.faults.append(f"{name} at {dpi:.0f} dpi did not read the {kind} of {code}")


def _strip(page: Image.Image, rows: tuple[float, float], dpi: float) -> Image.Image:
    top, bottom = (round(row * dpi / 25.4) for row in rows)
    return page.crop((0, top, page.width, bottom))
