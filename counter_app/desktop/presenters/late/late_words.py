"""What the page of late dossiers says in its head, on its button, and when letters are recorded."""

from __future__ import annotations

from counter_app.desktop.notice import Notice, NoticeKind
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.i18n import several, tr
from counter_app.services.apologising.recording import Waiting
from counter_app.services.late.standing import LateStand
from counter_app.wording.parts import joined

COUNTED: dict[str, str] = {
    "will": "{n} sẽ trễ",
    "late": "{n} đang trễ",
    "without": "{n} trễ chưa có thư",
}


def summary(stand: LateStand, waits: Waiting | None) -> str:
    """Return how many there are of each list; while letters wait, since when."""
    if waits is not None:
        day = shown_date(vietnam_time(waits.batch.at).date())
        return tr("Thư lập ngày {day} chờ lãnh đạo ký.").format(day=day)
    counts = {"will": len(stand.will), "late": len(stand.late), "without": len(stand.without)}
    return joined(*(several(COUNTED[key], n).format(n=n) for key, n in counts.items() if n))


def proceed_words(ticked: int, *, waits: bool) -> str:
    """Return what F9 does."""
    if not waits:
        return tr("Lập thư và in")
    return tr("Đã ký, ghi nhận") if ticked else tr("Bỏ đợt thư này")


def hints(*, waits: bool) -> tuple[Hint, ...]:
    """Return the keys of the page."""
    common = (
        Hint("Space", tr("chọn, bỏ chọn")),
        Hint("A", tr("cả nhóm")),
        Hint("Enter", tr("mở hồ sơ")),
    )
    if not waits:
        return (*common, Hint("F9", tr("lập thư")))
    return (*common, Hint("F9", tr("ghi nhận")), Hint("F10", tr("in lại")))


def recorded(numbers: list[str], out: int) -> Notice:
    """Return what is said after recording: the numbers, and that the citizens be told."""
    left = several("{n} thư đã bỏ.", out).format(n=out) if out else ""
    if not numbers:
        return Notice(tr("Đã bỏ đợt thư."), left, NoticeKind.INFO, "paper")
    told = tr("Mở từng hồ sơ để ghi đã báo công dân.")
    rest = " ".join(part for part in (left, told) if part)
    if len(numbers) == 1:
        bold = tr("Đã ghi nhận thư xin lỗi số {number}.").format(number=numbers[0])
        return Notice(bold, rest, NoticeKind.OK, "paper")
    said = several("Đã ghi nhận {n} thư xin lỗi số {first} đến {last}.", len(numbers))
    bold = said.format(n=len(numbers), first=numbers[0], last=numbers[-1])
    return Notice(bold, rest, NoticeKind.OK, "paper")
