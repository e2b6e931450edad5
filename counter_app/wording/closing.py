"""What the closing of a day says of papers, steps and differences."""

from __future__ import annotations

from counter_app.domain.acts.office import Gap
from counter_app.domain.closing.desk import DeskPaper, Lies
from counter_app.domain.closing.unfinished import LastStep, Unfinished
from counter_app.domain.dates import shown_moment
from counter_app.domain.money import short_amount
from counter_app.i18n import several, tr

PROBLEMS: dict[str, str] = {
    "day_ahead": "Ngày {day} chưa đến: kiểm tra lại ngày giờ của máy.",
    "day_unsettled": "Còn {count} chênh lệch chưa xử lý hoặc chưa ghi lý do.",
    "day_closed_before": "Ngày {day} đã chốt: chốt lại là đính chính, cần ghi lý do.",
    "day_changed": "Số liệu vừa thay đổi: xem lại các chênh lệch rồi chốt.",
}

GAPS: dict[Gap, str] = {
    Gap.UNFINISHED: "Việc còn dở dang",
    Gap.NOT_IN_SYSTEM: "Có trên bàn, chưa có trong Hệ thống",
    Gap.NOT_ON_DESK: "Có trong Hệ thống, không thấy trên bàn",
    Gap.WRONG_PLACE: "Nằm sai chỗ",
    Gap.CASH: "Tiền",
    Gap.NUMBERS: "Số hồ sơ",
    Gap.UNSENT: "Gửi về máy chủ",
    Gap.DIGEST: "Đối chiếu với máy chủ",
}

_PLACES: dict[Lies, str] = {
    Lies.UNIT: "đã bàn giao cho {where}",
    Lies.COUNTER: "đang ở quầy {where}",
    Lies.RETURNED: "đã trả kết quả",
    Lies.REFUSED: "đã từ chối tiếp nhận",
    Lies.WITHDRAWN: "công dân đã rút hồ sơ",
}

_STEPS: dict[LastStep, str] = {
    LastStep.PRINT: "tiếp nhận lúc {at}, chưa xác nhận in giấy",
    LastStep.NUMBER: "phiếu tạm lúc {at}, chưa có mã chính thức",
    LastStep.OFFICIAL_PAPER: "phiếu tạm lúc {at}, đã có mã, chưa in giấy tiếp nhận chính thức",
    LastStep.TAKE_IN: "cơ quan giải quyết xong lúc {at}, chưa nhận kết quả về quầy",
    LastStep.CONFIRM: "bàn giao cho {where} lúc {at}, chưa ghi ai nhận",
}


def misplaced_words(paper: DeskPaper) -> str:
    """Return where a paper should lie instead."""
    return tr(_PLACES[paper.lies]).format(where=paper.where)


def stranger_words(*, waits: bool) -> str:
    """Return what is known of a code that stands for nothing received."""
    if waits:
        return tr("đã nộp trên Cổng, chưa tiếp nhận")
    return tr("chưa có trong Hệ thống")


def written_words(code: str) -> str:
    """Return what became of a paper that wasn't in the system when it was scanned."""
    return tr("đã ghi vào Hệ thống, mã {code}").format(code=code)


def missing_words() -> str:
    """Return what is said of a paper that wasn't scanned."""
    return tr("chưa quét thấy trên bàn")


def unfinished_words(step: Unfinished) -> str:
    """Return what was never finished, and since when."""
    return tr(_STEPS[step.step]).format(at=shown_moment(step.since), where=step.where)


def cash_words(cash: int, counted: int | None, waiting: tuple[str, ...]) -> str:
    """Return how the drawer stands against the fee lines."""
    lines = _signed(cash)
    if counted is None:
        return tr("theo dòng thu {lines}, chưa chốt ca").format(lines=lines)
    said = tr("theo dòng thu {lines}, đếm được {counted}")
    said = said.format(lines=lines, counted=_signed(counted))
    if waiting:
        said = tr("{said}; chưa chốt ca: {names}").format(said=said, names=", ".join(waiting))
    return said


def numbers_words(lost: int) -> str:
    """Return what is said of numbers and papers that don't go together."""
    if lost > 0:
        return several("{n} số đã cấp không có hồ sơ và không ghi hủy", lost).format(n=lost)
    return several("{n} hồ sơ mang số không thuộc dải số đã cấp", -lost).format(n=-lost)


def unsent_words(count: int) -> str:
    """Return how many entries the server didn't take."""
    return several("{n} việc máy chủ chưa nhận, cần cán bộ xem", count).format(n=count)


def digest_words(ours: int, theirs: int) -> str:
    """Return how the two counts of the day differ."""
    if ours == theirs:
        return tr("hai bên cùng {n} hồ sơ nhưng có hồ sơ khác nội dung").format(n=ours)
    return tr("quầy có {ours} hồ sơ, máy chủ có {theirs}").format(ours=ours, theirs=theirs)


def _signed(dong: int) -> str:
    return short_amount(dong) if dong >= 0 else f"−{short_amount(-dong)}"
