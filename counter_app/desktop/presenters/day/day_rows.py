"""The rows of the closed day's page: differences, the scanned pile, the totals."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.cells import Cell, CodeCell, IconCell, SectionCell, TextCell
from counter_app.domain.acts.office import Gap
from counter_app.domain.closing.desk import DeskPaper, Lies
from counter_app.domain.dates import shown_moment
from counter_app.domain.money import grouped, short_amount
from counter_app.i18n import several, tr
from counter_app.services.closing.stand import DayStand, Difference
from counter_app.wording.closing import GAPS, misplaced_words, stranger_words

Rows = list[tuple[tuple[Cell, ...], Difference | None]]
LISTS = (Gap.NOT_IN_SYSTEM, Gap.NOT_ON_DESK, Gap.WRONG_PLACE)
BOOKS = (Gap.CASH, Gap.NUMBERS, Gap.UNSENT, Gap.DIGEST)


def difference_rows(found: Sequence[Difference]) -> Rows:
    """Return one row for each difference."""
    return [(_difference(each), each) for each in found]


def list_rows(stand: DayStand) -> Rows:
    """Return the three lists, each under its caption with its number; empty ones say so, too."""
    rows: Rows = []
    for gap in LISTS:
        own = [each for each in stand.differences if each.gap is gap]
        caption = tr("{name}: {n}").format(name=tr(GAPS[gap]), n=len(own))
        rows.append(((SectionCell(caption), SectionCell(caption), TextCell("")), None))
        rows += difference_rows(own)
    return rows


def pile_rows(stand: DayStand) -> list[tuple[tuple[Cell, ...], str]]:
    """Return what was scanned with its code, the newest first."""
    by_code = {name: paper for paper in stand.papers for name in paper.names}
    seen: set[str] = set()
    rows = []
    for code in stand.pile.codes:
        paper = by_code.get(code)
        who = paper.uid if paper else code
        if who not in seen:
            seen.add(who)
            rows.append((scanned_row(code, paper), code))
    return rows[::-1]


def scanned_row(code: str, paper: DeskPaper | None) -> tuple[Cell, ...]:
    """Return the row of one scanned paper."""
    return (
        CodeCell(paper.code if paper else code),
        TextCell(tr("thuộc quầy này")) if fits(paper) else IconCell("warn", _odd(paper), Tone.WARN),
        TextCell(paper.applicant if paper else ""),
    )


def fits(paper: DeskPaper | None) -> bool:
    """Tell whether a paper may lie on this desk."""
    return paper is not None and paper.lies in (Lies.HERE, Lies.MAYBE)


def book_rows(stand: DayStand) -> Rows:
    """Return cash, numbers, sending and digest: as a difference, or as what is in order."""
    differing = {each.gap: each for each in stand.differences}
    rows: Rows = []
    for gap, words in zip(BOOKS, _in_order(stand), strict=True):
        if gap in differing:
            rows.append((_difference(differing[gap], tr(GAPS[gap])), differing[gap]))
        else:
            cells = (TextCell(tr(GAPS[gap])), TextCell(words), TextCell(""))
            rows.append((cells, None))
    return rows


def total_rows(stand: DayStand) -> Rows:
    """Return the totals that the closing will bear."""
    totals = stand.totals
    counted = "–" if totals.counted is None else short_amount(totals.counted)
    said = (
        (tr("Tiếp nhận"), grouped(totals.received)),
        (tr("Yêu cầu bổ sung"), grouped(totals.supplemented)),
        (tr("Từ chối tiếp nhận"), grouped(totals.refused)),
        (tr("Công dân rút"), grouped(totals.withdrawn)),
        (tr("Bàn giao"), grouped(totals.handed_over)),
        (tr("Nhận kết quả về quầy"), grouped(totals.results_in)),
        (tr("Trả kết quả"), grouped(totals.returned)),
        (tr("Chứng thực"), grouped(totals.certified)),
        (tr("Tiền mặt theo dòng thu"), _money(totals.cash)),
        (tr("Tiền mặt đếm được"), counted),
        (tr("Số đã dùng"), grouped(totals.numbers_used)),
        (tr("Số đã hủy"), grouped(totals.numbers_void)),
        (tr("Số còn lại"), grouped(totals.numbers_left)),
        (tr("Việc đã gửi"), grouped(totals.sent)),
        (tr("Việc chờ gửi"), grouped(totals.waiting)),
    )
    return [
        ((TextCell(name), TextCell(value, digits=True), TextCell("")), None) for name, value in said
    ]


def _difference(each: Difference, name: str = "") -> tuple[Cell, ...]:
    last: Cell
    if each.found:
        last = IconCell("check", tr("đã xử lý"), Tone.OK)
    elif each.reason:
        last = TextCell(each.reason, Tone.TEXT_2)
    else:
        last = IconCell("edit", tr("chưa có lý do"), Tone.WARN)
    first: Cell = TextCell(name) if name else CodeCell(each.code)
    return (first, TextCell(each.what, below=each.applicant), last)


def _in_order(stand: DayStand) -> tuple[str, ...]:
    totals, queue = stand.totals, stand.queue
    cash = tr("khớp {amount}").format(amount=_money(totals.cash)) if totals.cash else tr("không có")
    numbers = tr("đã dùng {used}, hủy {void}, còn {left}").format(
        used=grouped(totals.numbers_used),
        void=grouped(totals.numbers_void),
        left=grouped(totals.numbers_left),
    )
    sending = tr("đã gửi hết")
    if queue.to_send:
        sending = several("{n} việc chờ gửi, sẽ tự gửi khi có mạng", queue.to_send).format(
            n=grouped(queue.to_send)
        )
    digest = tr("chưa hỏi được máy chủ về ngày này")
    if stand.digest == "same" and stand.asked_at is not None:
        digest = tr("khớp, hỏi lúc {at}").format(at=shown_moment(stand.asked_at))
    return cash, numbers, sending, digest


def _odd(paper: DeskPaper | None) -> str:
    if paper is None or paper.lies is Lies.UNRECEIVED:
        return stranger_words(waits=paper is not None)
    return misplaced_words(paper)


def _money(dong: int) -> str:
    return short_amount(dong) if dong >= 0 else f"−{short_amount(-dong)}"
