"""Rows of the papers: a receipt, a thousand of them in one file, and F9 → PDF."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.bench.counter import Counter
from counter_app.bench.figures import Row, compared, count, median, milliseconds, over_rounds
from counter_app.bench.floors.tape import Tape, draw_symbols, recording
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.forms import Marks, ReceiptContent
from counter_app.papers.documents import receipts_pdf
from counter_app.papers.fonts import FontChoice
from counter_app.services.printing.receipt_paper import make_receipt, receipt_content

RECEIPT = 1.3
MANY = 0.8
READY_P95 = 700.0
_WARM = 5


def receipt(counter: Counter, fonts: FontChoice, rounds: int, acts: int) -> Row:
    """Measure dossier → receipt (two A5 on an A4) against the same drawing on a bare canvas.

    Every receipt is another dossier's, so that no symbol comes from a memory. The floor makes the
    two symbols by their libraries and plays the drawing.
    """
    ours: list[list[float]] = []
    bare: list[list[float]] = []
    for _ in range(_WARM):
        _bare(*_recorded(counter, counter.receive(counter.reception()), fonts))
    for _ in range(rounds):
        ours.append([])
        bare.append([])
        for _ in range(acts):
            dossier = counter.receive(counter.reception())
            ours[-1].append(milliseconds(_make, counter, dossier, fonts))
            bare[-1].append(milliseconds(_bare, *_recorded(counter, dossier, fonts)))
    found = compared(ours, bare, 50)
    return Row(
        "receipt", "giấy tiếp nhận PDF, đã nóng, p50", found.value, "ms",
        f"≤ {RECEIPT} × reportlab trần", found.ratio <= RECEIPT, found.floor, found.ratio,
        rounds * acts,
    )  # fmt: skip


def many(counter: Counter, fonts: FontChoice, rounds: int, number: int) -> Row:
    """Measure `number` receipts (A5, one copy) in one file against the same drawing, bare."""
    ours, bare = [], []
    for _ in range(rounds):
        wanted = [content_of(counter) for _ in range(number)]
        ours.append(_pages_a_second(number, in_one_file, counter, wanted, fonts))
        with recording() as tapes:
            in_one_file(counter, wanted, fonts)
        codes = [content.code for content, _ in wanted]
        bare.append(_pages_a_second(number, _bare, tapes[0], codes))
    ratio = median(mine / floor for mine, floor in zip(ours, bare, strict=True))
    return Row(
        "receipts", f"{count(number)} giấy trong một tệp", median(ours), "trang/s",
        f"≥ {MANY} × reportlab trần", ratio >= MANY, median(bare), ratio, rounds * number,
    )  # fmt: skip


def ready(counter: Counter, fonts: FontChoice, rounds: int, acts: int) -> Row:
    """Measure F9 → the receipt's PDF, ready for the printer."""

    def receive_and_make() -> None:
        _make(counter, counter.receive(counter.reception()), fonts)

    times = [[milliseconds(receive_and_make) for _ in range(acts)] for _ in range(rounds)]
    p95 = over_rounds(times, 95)
    return Row(
        "ready", f"F9 → PDF sẵn sàng, {count(counter.dossiers)} hồ sơ, p95", p95, "ms",
        f"≤ {READY_P95:.0f} ms", p95 <= READY_P95, samples=rounds * acts,
        note="chưa kể bộ đệm in của hệ điều hành",
    )  # fmt: skip


def _make(counter: Counter, dossier: Dossier, fonts: FontChoice) -> None:
    make_receipt(counter.workplace, counter.session, dossier, fonts)


def _recorded(counter: Counter, dossier: Dossier, fonts: FontChoice) -> tuple[Tape, list[str]]:
    with recording() as tapes:
        _make(counter, dossier, fonts)
    return tapes[0], [dossier.shown_code]


def _bare(tape: Tape, codes: list[str]) -> None:
    for code in codes:
        draw_symbols(code)
    tape.play()


def content_of(counter: Counter) -> tuple[ReceiptContent, Marks]:
    """Return what the receipt of the next citizen says."""
    dossier = counter.receive(counter.reception())
    marks = Marks(dossier.received.received_at, "0")
    return receipt_content(counter.workplace, dossier), marks


def in_one_file(
    counter: Counter, wanted: list[tuple[ReceiptContent, Marks]], fonts: FontChoice
) -> bytes:
    """Return the receipts as one file, an A5 page each."""
    form_set = counter.workplace.form_sets[-1]
    return receipts_pdf(wanted, form_set, fonts, "A5", (1,))


def _pages_a_second(pages: int, act: Callable[..., object], *arguments: object) -> float:
    return pages / milliseconds(act, *arguments) * 1000
