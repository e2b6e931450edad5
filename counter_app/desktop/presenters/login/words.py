"""What the log-in and the locked screen say about passwords and the line."""

from __future__ import annotations

from datetime import date

from counter_app.domain.dates import shown_date
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.session import SlowedDownError, WrongPasswordError
from counter_app.domain.errors.wire import LoginRefusedError
from counter_app.domain.officers.known import KnownOfficer
from counter_app.i18n import tr
from counter_app.wording.sentences import halves


def refusal(error: CounterError, *, typed_name: bool = False) -> str:
    """Return what stands under the password: one or two short sentences."""
    if isinstance(error, SlowedDownError):
        return waiting(error.misses, error.seconds)
    if isinstance(error, LoginRefusedError) and typed_name:
        return tr("Tên đăng nhập hoặc mật khẩu chưa đúng. Nhấn Hiện chữ để xem lại mật khẩu.")
    if isinstance(error, LoginRefusedError | WrongPasswordError):
        return tr("Mật khẩu chưa đúng. Nhấn Hiện chữ để xem lại; chú ý Caps Lock và bộ gõ.")
    what, rest = halves(error)
    return f"{what} {rest}"


def waiting(misses: int, seconds: int) -> str:
    """Return how long the next try must wait."""
    return tr("Mật khẩu chưa đúng {misses} lần liền. Gõ lại được sau {seconds} giây.").format(
        misses=misses, seconds=seconds
    )


def retired_words(device: str) -> str:
    """Return what is said on every start of a machine whose place another one takes."""
    return tr(
        "Máy quầy số {device} đã ngừng dùng để thay máy: làm việc trên máy mới. Người phụ trách "
        "vẫn vào được để gửi nốt hoặc ghi lại ổ USB."
    ).format(device=device)


def offline_words(officer: KnownOfficer | None, today: date) -> str:
    """Return what being without a line means for this officer's log-in."""
    if officer is None:
        return tr("Đang mất mạng: cán bộ đã từng đăng nhập ở máy này vẫn vào được.")
    if officer.offline_until is None:
        return tr(
            "Đang mất mạng: {name} chưa đăng nhập lần nào ở máy này nên cần đợi có mạng."
        ).format(name=officer.name)
    day = shown_date(officer.offline_until)
    if officer.offline_until < today:
        return tr(
            "Đang mất mạng: hạn đăng nhập khi chưa có mạng của {name} đã hết ngày {day}."
        ).format(name=officer.name, day=day)
    return tr("Đang mất mạng: vẫn đăng nhập bằng mật khẩu cũ, được đến hết ngày {day}.").format(
        day=day
    )
