"""What is said beside the banner: what the server told that somebody should look at.

None of it keeps anybody from working, so each says first that the counter goes on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from counter_app import __version__
from counter_app.desktop.presenters.data_state.banner import BannerPart
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.domain.money import grouped
from counter_app.i18n import several, tr
from counter_app.services.counter.data_state import DataState, DayCompared
from counter_app.wording.sentences import halves_of

if TYPE_CHECKING:
    from counter_app.sync.state import SyncState

MOST = 1
"""How many are shown at once: at 150 % there is no room for more above the queue."""

_REFUSED_HERE = frozenset({"wire.catalogue_forged", "wire.feed_forged"})
"""What this machine refused of what the server sent, while everything else goes on."""


def notes_of(data: DataState | None, line: SyncState | None) -> tuple[BannerPart, ...]:
    """Return what is to be shown: the most pressing, and beside it how many more there are."""
    notes = []
    if data is not None and data.held_deletions:
        notes.append(_held(data.held_deletions, may_decide=data.may_decide))
    if line is not None and line.error in _REFUSED_HERE:
        notes.append(BannerPart("warn", Edge.WARN, *halves_of(line.error, line.facts)))
    if data is not None and data.day is not None and not data.day.same:
        notes.append(_day(data.day))
    if data is not None and data.wanted_program:
        notes.append(_program(data.wanted_program))
    if len(notes) > MOST:
        notes[MOST - 1] = replace(notes[MOST - 1], aside=f"+{len(notes) - MOST}")
    return tuple(notes[:MOST])


def _held(count: int, *, may_decide: bool) -> BannerPart:
    words = several("Máy chủ báo bỏ cùng lúc {n} hồ sơ; chưa bỏ hồ sơ nào.", count)
    rest = tr("Các hồ sơ vẫn hiện và vẫn xử lý được. Báo người phụ trách xem và quyết định.")
    if may_decide:
        rest = tr(
            "Các hồ sơ vẫn hiện và vẫn xử lý được. "
            "Chọn dòng đầu danh sách, Enter để xem và quyết định."
        )
    return BannerPart("warn", Edge.WARN, words.format(n=grouped(count)), rest)


def _day(compared: DayCompared) -> BannerPart:
    bold = tr("Ngày {day}: máy này có {ours} hồ sơ, máy chủ có {theirs}.").format(
        day=f"{compared.day:%d/%m/%Y}",
        ours=grouped(compared.ours),
        theirs=grouped(compared.theirs),
    )
    if compared.ours == compared.theirs:
        bold = tr("Ngày {day}: tiến độ hồ sơ ở máy này và ở máy chủ chưa khớp.").format(
            day=f"{compared.day:%d/%m/%Y}"
        )
    rest = tr("Không có gì bị mất hay bị sửa. Chương trình sẽ so lại; nếu kéo dài, báo quản trị.")
    return BannerPart("info", Edge.WARN, bold, rest)


def _program(wanted: str) -> BannerPart:
    bold = tr("Tỉnh đề nghị dùng bản {wanted} trở lên; máy này đang chạy bản {own}.").format(
        wanted=wanted, own=__version__
    )
    rest = tr("Vẫn tiếp nhận và gửi bình thường. Báo quản trị viên cập nhật khi thuận tiện.")
    return BannerPart("info", Edge.SLATE, bold, rest)
