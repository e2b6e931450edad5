"""The words of the closed day's page: what each step is, its keys, what is said of the day."""

from __future__ import annotations

from datetime import date

from counter_app.desktop.presenters.day.day_state import DayBanner, DayStep
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.domain.acts.office import Gap
from counter_app.domain.closing.unfinished import LastStep
from counter_app.domain.dates import shown_date, shown_moment
from counter_app.i18n import several, tr
from counter_app.services.closing.stand import DayStand, Difference

CHIPS: dict[DayStep, str] = {
    DayStep.UNFINISHED: "1 Việc dở dang",
    DayStep.PILE: "2 Quét chồng",
    DayStep.LISTS: "3 Chênh lệch",
    DayStep.BOOKS: "4 Tiền, số, gửi",
    DayStep.CLOSE: "5 Chốt",
}
PROCEED: dict[DayStep, str] = {
    DayStep.UNFINISHED: "Sang quét chồng",
    DayStep.PILE: "Sang chênh lệch",
    DayStep.LISTS: "Sang tiền, số, gửi",
    DayStep.BOOKS: "Sang chốt",
    DayStep.CLOSE: "Chốt ngày và in",
}
EMPTY: dict[DayStep, str] = {
    DayStep.UNFINISHED: "Không có việc nào còn dở dang.",
    DayStep.PILE: "Quét mã trên từng giấy đang nằm trên bàn.",
    DayStep.LISTS: "Trên bàn và trong Hệ thống khớp nhau.",
    DayStep.BOOKS: "",
    DayStep.CLOSE: "",
}
_FINISH: dict[LastStep, str] = {
    LastStep.PRINT: "mở hồ sơ để in giấy",
    LastStep.NUMBER: "mở hồ sơ phiếu tạm",
    LastStep.OFFICIAL_PAPER: "mở hồ sơ để in giấy chính thức",
    LastStep.TAKE_IN: "mở hồ sơ để nhận kết quả",
    LastStep.CONFIRM: "mở hồ sơ để xem bàn giao",
}


def hints(step: DayStep, each: Difference | None) -> tuple[Hint, ...]:
    """Return the keys that do something with the chosen row."""
    found = [Hint("Up Down", tr("chọn"))] if step is not DayStep.CLOSE else []
    if step is DayStep.PILE:
        found.append(Hint("Delete", tr("bỏ khỏi chồng")))
    if each is not None:
        if words := _enter(each):
            found.append(Hint("Enter", words))
        found += [Hint("1", tr("lý do thường dùng")), Hint("Space", tr("đã xử lý"))]
        if each.gap in (Gap.NOT_IN_SYSTEM, Gap.WRONG_PLACE):
            found.append(Hint("Delete", tr("bỏ khỏi chồng")))
    if step is not DayStep.UNFINISHED:
        found.append(Hint("Esc", tr("bước trước")))
    return (*found, Hint("F9", tr("chốt") if step is DayStep.CLOSE else tr("bước sau")))


def banner(stand: DayStand, today: date) -> DayBanner | None:
    """Return what must be said of the day: the gravest first."""
    day = shown_date(stand.day)
    if stand.doubtful:
        return DayBanner(
            tr("Ngày giờ của máy không thể đúng."),
            tr("Chưa chốt được cho tới khi xác nhận ngày; chồng đã quét vẫn được giữ."),
            warns=True,
        )
    if stand.closed is not None:
        said = tr("Ngày {day} đã chốt lúc {at}.").format(day=day, at=shown_moment(stand.closed.at))
        late = several("{n} việc ghi sau khi chốt; chốt lại là đính chính.", stand.late)
        rest = late.format(n=stand.late) if stand.late else tr("F10 in lại biên bản.")
        return DayBanner(said, rest, warns=stand.late > 0)
    if stand.day < today:
        said = tr("Đang chốt ngày {day}; hôm nay là {today}.")
        return DayBanner(
            said.format(day=day, today=shown_date(today)),
            tr("Trên bàn là giấy của bây giờ; số liệu là của ngày {day}.").format(day=day),
            warns=True,
        )
    if stand.unclosed is not None:
        said = tr("Ngày {day} có tiếp nhận mà chưa chốt.")
        return DayBanner(
            said.format(day=shown_date(stand.unclosed)), tr("Ctrl+PgUp lùi một ngày."), warns=True
        )
    return None


def _enter(each: Difference) -> str:
    if each.step is not None:
        return tr(_FINISH[each.step])
    if each.gap is Gap.NOT_IN_SYSTEM and not each.uid:
        return tr("ghi nhận hồ sơ giấy")
    if each.uid:
        return tr("mở hồ sơ")
    words = {Gap.CASH: tr("thu phí, chốt ca"), Gap.UNSENT: tr("chờ gửi"), Gap.DIGEST: tr("chờ gửi")}
    return words.get(each.gap, "")
