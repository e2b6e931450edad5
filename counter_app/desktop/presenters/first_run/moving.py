"""The old machine's work (thay máy): which stick, what came over from it, whether it is sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.desktop.presenters.first_run.state import Field
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.second_journal import (
    KeyFileUnreadableError,
    SegmentOtherKeyError,
)
from counter_app.domain.money import grouped
from counter_app.domain.text import clean
from counter_app.i18n import several, tr
from counter_app.services.keeping.journal_import import ImportReport
from counter_app.wording.sentences import halves

if TYPE_CHECKING:
    from counter_app.sync.state import SyncState

TakeOver = Callable[[Path, Path | None], ImportReport]
"""(stick, file with the province's key) → what came over. Twice is harmless."""

Told = tuple[str, str]
"""An icon, and one sentence beside it."""


class Moving:
    """What the wizard's step of an old machine's work keeps.

    `is_chosen`: somebody said that this machine takes an old one's place. `is_renewal`: the server
    said so with the enrolment; without that no stick of another machine is taken in.
    """

    def __init__(self, *, is_chosen: bool = False, is_renewal: bool = False) -> None:
        self.is_chosen, self.is_renewal = is_chosen, is_renewal
        self.stick = self.key_file = ""
        self._problems: dict[Field, str] = {}
        self._report: ImportReport | None = None
        self._line: SyncState | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether the wizard has this step."""
        return self.is_chosen or self.is_renewal

    @property
    def may_take(self) -> bool:
        """Whether Enter takes in, rather than goes on."""
        return self.is_renewal and bool(clean(self.stick)) and self._report is None

    def stick_typed(self, path: str) -> None:
        """Take where the stick is; another one may bring more."""
        self.stick, self._report = path, None
        self._problems.clear()

    def key_typed(self, path: str) -> None:
        """Take which file holds the province's recovery key."""
        self.key_file = path
        self._problems.clear()

    def places(self) -> tuple[Path, Path | None]:
        """Return the stick and the file with the key; what was heard of the line is over."""
        self._line = None
        self._problems.clear()
        key = clean(self.key_file)
        return Path(clean(self.stick)), Path(key) if key else None

    def took(self, report: ImportReport) -> None:
        """Take what came over."""
        self._report = report

    def refused(self, error: CounterError) -> Field:
        """Take why nothing came over; return the field that it belongs to."""
        field = Field.STICK
        if isinstance(error, KeyFileUnreadableError | SegmentOtherKeyError):
            field = Field.KEY_FILE
        words = " ".join(halves(error))
        if isinstance(error, SegmentOtherKeyError) and not clean(self.key_file):
            words = tr(
                "Ổ được niêm phong: chọn tệp khóa khôi phục của tỉnh (dấu khóa {recipient})."
            ).format(recipient=error.facts["recipient"])
        self._problems = {field: words}
        return field

    def line(self, state: SyncState) -> None:
        """Take how the wire stands."""
        self._line = state

    def problem(self, field: Field) -> str:
        """Return what is wrong with a field."""
        return self._problems.get(field, "")

    # --- words -----------------------------------------------------------------------------------

    @property
    def is_told(self) -> bool:
        """Whether what came over from a stick is told."""
        return self._report is not None

    def next_words(self) -> str:
        """Return what Enter does."""
        if self.may_take:
            return tr("Nhập việc của máy cũ")
        if self.is_renewal and self._report is None:
            return tr("Tiếp tục, không có ổ")
        return tr("Tiếp tục")

    def told(self, device: str) -> tuple[Told, ...]:
        """Return what stands under the fields; `device` is this machine's number."""
        if not self.is_renewal:
            return (
                (
                    "warn",
                    tr(
                        "Mã vừa dùng là mã của máy quầy mới số {device}, không phải mã thay máy: "
                        "việc của máy cũ chưa nhập được ở đây, ổ USB vẫn nguyên. Báo quản trị để "
                        "xin mã thay máy của đúng số máy cũ."
                    ).format(device=device),
                ),
            )
        if self._report is not None:
            key = (("warn", tr("Rút ổ có khóa của tỉnh ra ngay.")),) if clean(self.key_file) else ()
            return (*_came_over(self._report), *self._sending(self._report), *key)
        if self._problems or clean(self.stick):
            return ()
        return (
            (
                "info",
                tr(
                    "Không có ổ: việc máy chủ đã nhận sẽ tự về theo mạng; việc máy cũ chưa gửi thì "
                    "chưa có ở đây. Giữ máy cũ và đĩa của nó, báo quản trị viên."
                ),
            ),
        )

    def _sending(self, report: ImportReport) -> tuple[Told, ...]:
        if not report.taken:
            return ()
        state = self._line
        if state is None:
            return (("cloud-up", tr("Máy tự gửi khi có mạng; máy chủ không nhận đúp.")),)
        if state.to_send:
            words = several("Còn {n} việc chờ gửi; máy tự gửi khi có mạng.", state.to_send)
            return (("cloud-up", words.format(n=grouped(state.to_send))),)
        if state.in_need:
            words = several("Đã gửi; {n} việc cần cán bộ xem sau khi đăng nhập.", state.in_need)
            return (("warn", words.format(n=grouped(state.in_need))),)
        return (("cloud-ok", tr("Đã gửi hết: máy chủ đã nhận mọi việc của máy cũ.")),)


def _came_over(report: ImportReport) -> tuple[Told, ...]:
    """Return in numbers what came over, and what of the stick couldn't."""
    told: list[Told] = []
    if report.taken:
        words = several("Đã nhập {n} việc của máy cũ, trong đó {dossiers} hồ sơ.", report.taken)
        told.append(
            ("ok", words.format(n=grouped(report.taken), dossiers=grouped(report.dossiers)))
        )
        if report.known:
            words = several("{n} việc đã có sẵn trên máy này, không nhập đúp.", report.known)
            told.append(("info", words.format(n=grouped(report.known))))
    else:
        words = several("Ổ này không có gì mới: cả {n} việc đã có trên máy này.", report.known)
        told.append(("ok", words.format(n=grouped(report.known))))
    if report.books:
        words = several("Đã nhập {n} sổ đã khóa.", report.books)
        told.append(("ok", words.format(n=grouped(report.books))))
    if report.books_unusable:
        words = several(
            "{n} sổ đã khóa không đọc được: lấy từ bản khác của ổ nếu có.", report.books_unusable
        )
        told.append(("warn", words.format(n=grouped(report.books_unusable))))
    if report.erased:
        words = several("{n} việc đã hết hạn lưu nội dung, không nhập.", report.erased)
        told.append(("info", words.format(n=grouped(report.erased))))
    if report.torn:
        told.append(("info", tr("Dòng cuối ghi dở (rút ổ hoặc mất điện khi ghi) được bỏ qua.")))
    if report.damaged:
        words = several(
            "{n} dòng không đọc được: nhập thêm từ bản khác của ổ nếu có.", report.damaged
        )
        told.append(("warn", words.format(n=grouped(report.damaged))))
    return tuple(told)
