"""What the page Thay máy says, before the machine is out of service and after."""

from __future__ import annotations

from counter_app.desktop.presenters.data_state.banner import BannerPart
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.domain.money import grouped
from counter_app.i18n import several, tr
from counter_app.services.leaving.replacing import Replaceable


def banner_of(found: Replaceable | None) -> BannerPart:
    """Return the banner: what this page does, or that it is done."""
    if found is None:
        return BannerPart("hourglass", Edge.SLATE, tr("Đang xem dữ liệu trên máy."))
    if found.done:
        return BannerPart(
            "info",
            Edge.SLATE,
            tr("Máy quầy số {device} đã ngừng dùng để thay máy.").format(device=found.device),
            tr("Máy này không ghi việc mới nữa. Mọi việc đã ghi còn nguyên trên máy."),
        )
    return BannerPart(
        "swap",
        Edge.SLATE,
        tr("Chuyển máy quầy số {device} sang một máy khác.").format(device=found.device),
        tr("Ghi mọi việc ra ổ USB, rồi ngừng dùng máy này. Máy mới giữ số máy và mọi hồ sơ."),
    )


def facts_of(found: Replaceable) -> tuple[tuple[str, str], ...]:
    """Return what is on this machine, as captions and values."""
    waiting = tr("không còn, máy chủ đã nhận mọi việc")
    if found.waiting:
        waiting = several("{n} việc", found.waiting).format(n=grouped(found.waiting))
    shown = [(tr("Chưa gửi"), waiting)]
    if found.in_need:
        in_need = several("{n} việc", found.in_need).format(n=grouped(found.in_need))
        shown.append((tr("Cần cán bộ xem"), in_need))
    files = tr("đã tải lên hết")
    if found.files:
        files = several(
            "{n} tệp chưa tải lên; ổ USB không mang tệp, nên chờ tải hết", found.files
        ).format(n=grouped(found.files))
    shown.append((tr("Tệp giấy tờ"), files))
    numbers = tr("đã bỏ hết")
    if found.numbers or not found.done:
        numbers = several("{n} số, sẽ bỏ khi ngừng dùng máy", found.numbers).format(
            n=grouped(found.numbers)
        )
    shown.append((tr("Số hồ sơ chưa dùng"), numbers))
    if found.letters:
        letters = several(
            "{n} thư, số sẽ bỏ khi ngừng dùng máy: ghi vào hồ sơ trước nếu đã ký", found.letters
        ).format(n=grouped(found.letters))
        shown.append((tr("Thư xin lỗi chờ ký"), letters))
    if not found.done:
        drafts = tr("không có")
        if found.drafts:
            drafts = several(
                "{n} hồ sơ đang làm dở; ổ USB không mang theo, nên tiếp nhận hoặc bỏ trước",
                found.drafts,
            ).format(n=grouped(found.drafts))
        shown.append((tr("Bản nháp"), drafts))
    return tuple(shown)


def left_behind(found: Replaceable) -> str:
    """Return the question about what no stick takes; "" when nothing stays behind."""
    left = []
    if found.drafts:
        left.append(several("{n} bản nháp", found.drafts).format(n=grouped(found.drafts)))
    if found.files:
        left.append(
            several("{n} tệp giấy tờ chưa tải lên", found.files).format(n=grouped(found.files))
        )
    if not left:
        return ""
    return tr("Máy mới sẽ không có {things}. Nhấn F9 lần nữa nếu vẫn ngừng dùng máy này.").format(
        things=tr(" và ").join(left)
    )


def next_steps(device: str) -> tuple[str, ...]:
    """Return what to do now that the machine is out of service, in order."""
    return (
        tr("Rút ổ USB và mang sang máy mới. Ổ được niêm phong, người nhặt được không đọc được."),
        tr("Xin tỉnh mã thay máy của máy quầy số {device}.").format(device=device),
        tr("Mở chương trình ở máy mới, chọn “Máy này thay một máy cũ” và làm theo hướng dẫn."),
        tr("Giữ máy này cho tới khi máy mới báo đã gửi hết. Chưa xóa gì trên máy này."),
    )
