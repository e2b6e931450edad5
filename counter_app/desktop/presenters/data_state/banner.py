"""The banner: how the wire stands, what is safe, and whether anybody must do anything.

Offline is normal: slate, never red. Only what waits for a person is amber.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from counter_app.desktop.presenters.status.status import since_words
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.domain.dates import vietnam_time
from counter_app.domain.enrolment import REPLACED
from counter_app.i18n import several, tr
from counter_app.wording.sentences import halves_of

if TYPE_CHECKING:
    from counter_app.sync.state import SyncState


@dataclass(frozen=True, slots=True)
class BannerPart:
    """One banner: `bold` is the fact, `rest` what is safe and what comes next."""

    icon: str
    edge: Edge
    bold: str
    rest: str = ""
    aside: str = ""


_TRIED_FOR = timedelta(seconds=5)
"""How long the answer to F5 stands before the count to the next try goes on."""


def banner_of(
    state: SyncState | None, now: datetime, tried_at: datetime | None = None
) -> BannerPart:
    """Return the banner of `state` (None: the sync has not said anything yet).

    `tried_at`: when the officer last asked to send at once. A try that changed nothing makes no
    news, so the moment itself is the answer to the key.
    """
    aside = _next_try(state, now)
    if tried_at is not None and (not aside or now - tried_at < _TRIED_FOR):
        aside = tr("Đã thử lúc {time}").format(time=f"{vietnam_time(tried_at):%H:%M:%S}")
    if state is None:
        return BannerPart("cloud-up", Edge.SLATE, tr("Đang xem đường truyền."), "", aside)
    if state.order and state.chip.value != "stopped":
        return replace(_taken_back(state), aside=aside)
    return replace(_MAKERS[state.chip.value](state, now), aside=aside)


def _next_try(state: SyncState | None, now: datetime) -> str:
    """Return how long it is until the server is asked again; "" while nothing is wrong."""
    if state is None or state.next_try is None:
        return ""
    seconds = math.ceil((state.next_try - now).total_seconds())
    if seconds <= 0:
        return tr("Đang thử lại…")
    return tr("Thử lại sau {minutes}:{seconds}").format(
        minutes=seconds // 60, seconds=f"{seconds % 60:02}"
    )


def confirmed_banner() -> BannerPart:
    """Return the banner while the date is one that people confirmed: nothing is to be done."""
    return BannerPart(
        "clock",
        Edge.WARN,
        tr("Đang dùng ngày giờ do quầy xác nhận."),
        tr(
            "Giấy tờ mang ngày này; người phụ trách xem lại sau. Có mạng là máy tự theo giờ của "
            "máy chủ. Báo quản trị viên thay pin đồng hồ của máy."
        ),
    )


def wrong_day_banner() -> BannerPart:
    """Return the banner while the server's date stands in place of the machine's wrong one."""
    return BannerPart(
        "clock",
        Edge.WARN,
        tr("Đồng hồ máy này sai ngày; đang dùng ngày giờ của máy chủ."),
        tr("Không cần làm gì thêm ở quầy. Báo quản trị viên thay pin đồng hồ của máy."),
    )


def clock_banner(difference: timedelta, *, ask: bool) -> BannerPart:
    """Return the banner of a clock that is off; `difference` is server time minus ours."""
    minutes = abs(difference) // timedelta(minutes=1)
    bold = tr("Đồng hồ máy này chậm {n} phút so với máy chủ.")
    if difference < timedelta(0):
        bold = tr("Đồng hồ máy này nhanh {n} phút so với máy chủ.")
    rest = tr("Giờ trên giấy lấy theo máy này. Hãy chỉnh giờ của máy theo giờ mạng.")
    if ask:
        rest = tr(
            "Giấy in ra sẽ mang giờ sai. Hãy chỉnh giờ của máy trước khi tiếp nhận; "
            "nếu không chỉnh được, báo quản trị viên."
        )
    return BannerPart("clock", Edge.WARN, bold.format(n=minutes), rest)


def _all_sent(state: SyncState, now: datetime) -> BannerPart:
    rest = tr("Máy chủ đã nhận mọi việc của máy này.")
    if state.last_round is not None:
        rest = tr("Máy chủ đã nhận mọi việc của máy này. Liên lạc lần cuối {moment}.").format(
            moment=since_words(state.last_round, now)
        )
    if files := state.files[0]:
        rest = several(
            "Máy chủ đã nhận mọi việc; {n} tệp giấy tờ đang tải lên, không cần làm gì thêm.", files
        ).format(n=files)
    return BannerPart("cloud-ok", Edge.SLATE, tr("Có mạng, đã gửi hết."), rest)


def _sending(state: SyncState, _: datetime) -> BannerPart:
    bold = several("Đang gửi {n} việc.", state.count).format(n=state.count)
    return BannerPart("cloud-up", Edge.SLATE, bold, tr("Không cần làm gì thêm."))


def _offline(state: SyncState, now: datetime) -> BannerPart:
    bold = tr("Mất kết nối máy chủ. Vẫn tiếp nhận bình thường.")
    if state.since is not None:
        bold = tr("Mất kết nối máy chủ từ {since}. Vẫn tiếp nhận bình thường.").format(
            since=since_words(state.since, now)
        )
    rest = tr("Việc mới được lưu trên máy này và sẽ tự gửi khi có mạng. Không cần làm gì thêm.")
    if state.count:
        rest = several(
            "{n} việc đã lưu trên máy này và sẽ tự gửi khi có mạng. Không cần làm gì thêm.",
            state.count,
        ).format(n=state.count)
    return BannerPart("cloud-off", Edge.SLATE, bold, rest)


def _unconfirmed(state: SyncState, _: datetime) -> BannerPart:
    bold = several("{n} việc đã gửi, máy chủ chưa xác nhận.", state.count).format(n=state.count)
    return BannerPart(
        "hourglass",
        Edge.SLATE,
        bold,
        tr("Chương trình sẽ hỏi lại, không gửi đúp. Không cần làm gì thêm."),
    )


def _attention(state: SyncState, now: datetime) -> BannerPart:
    bold = several("{n} việc cần cán bộ xem.", state.count).format(n=state.count)
    if state.oldest is not None:
        bold = several("{n} việc cần cán bộ xem, cũ nhất từ {since}.", state.count).format(
            n=state.count, since=since_words(state.oldest, now)
        )
    rest = tr("Các hồ sơ khác vẫn gửi bình thường. Chọn dòng có dấu cảnh báo, Enter để xử lý.")
    return BannerPart("warn", Edge.WARN, bold, rest)


def _taken_back(state: SyncState) -> BannerPart:
    """Return what is said while the province takes this machine back (drain, wipe)."""
    left = state.to_send + state.in_need
    if state.order == REPLACED:
        return _replaced(left)
    if left:
        rest = several(
            "Không tiếp nhận hồ sơ mới ở đây. Còn {n} việc chưa gửi xong; mọi việc còn nguyên.",
            left,
        ).format(n=left)
    elif state.order == "wipe":
        rest = tr(
            "Không tiếp nhận hồ sơ mới ở đây. Đã gửi hết; người phụ trách xác nhận xóa dữ liệu "
            "bằng lệnh counter-app wipe. Không có gì tự bị xóa."
        )
    else:
        rest = tr("Không tiếp nhận hồ sơ mới ở đây. Đã gửi hết; báo quản trị viên.")
    return BannerPart("warn", Edge.WARN, tr("Tỉnh đang thu hồi máy này."), rest)


def _replaced(left: int) -> BannerPart:
    """Return what is said on the old machine when another takes its place (thay máy)."""
    rest = tr("Đã gửi hết. Máy mới ghi danh bằng mã thay máy của số máy này.")
    if left:
        rest = several(
            "Còn {n} việc chưa gửi xong, đã có trên ổ USB; máy mới nhập từ ổ ấy sẽ gửi.", left
        ).format(n=left)
    return BannerPart("info", Edge.SLATE, tr("Máy này đã ngừng dùng để thay máy."), rest)


def _stopped(state: SyncState, _: datetime) -> BannerPart:
    if not state.error:
        return BannerPart(
            "warn",
            Edge.WARN,
            tr("Đã ngừng gửi: cần quản trị viên."),
            tr("Vẫn tiếp nhận bình thường; mọi việc đã lưu trên máy này."),
        )
    bold, rest = halves_of(state.error, state.facts)
    return BannerPart("warn", Edge.WARN, bold, rest)


_MAKERS = {
    "all_sent": _all_sent,
    "sending": _sending,
    "offline": _offline,
    "unconfirmed": _unconfirmed,
    "attention": _attention,
    "stopped": _stopped,
}
