"""Hồ sơ máy chủ báo bỏ: too many at once to be believed; a supervisor looks, then decides.

Nothing leaves the machine by it: what is hidden only leaves the lists.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.status.status import since_words
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.cells import Cell, CodeCell, IconCell, TextCell
from counter_app.domain.errors import CounterError
from counter_app.domain.money import grouped
from counter_app.i18n import several, tr
from counter_app.services.answers.deletions import (
    Decided,
    HeldBack,
    HeldDossier,
    decide_deletions,
    held_deletions,
)
from counter_app.wording.deadline_cells import received_words
from counter_app.wording.parts import joined
from counter_app.wording.status import status_words

_TOUCHING = frozenset({Subject.DOSSIERS, Subject.SENDING})
_WRITTEN = Changed(_TOUCHING)
_REASONS = 3


@dataclass(frozen=True, slots=True)
class DeletionsState:
    """The page. `asked`: who took them away, when, and why, as the server tells it.

    `empty` is said in the place of everything when nothing waits for a decision; `more`: how many
    aren't listed.
    """

    rows: tuple[tuple[Cell, ...], ...]
    count: str = ""
    asked: str = ""
    more: str = ""
    empty: str = ""
    busy: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before it is written: `answer` stands on the button."""

    title: str
    sentence: str
    answer: str


class DeletionsView(Protocol):
    """What shows the page."""

    def present(self, state: DeletionsState) -> None:
        """Show the whole state."""

    def ask(self, question: Question, *, hide: bool) -> None:
        """Ask; a yes comes by `DeletionsPresenter.decide`."""


class DeletionsPresenter:
    """Reads what is held back; two acts on all of it. `tell` hears what was changed."""

    def __init__(self, view: DeletionsView, desk: Desk, tell: Callable[[Changed], None]) -> None:
        self._view, self._desk, self._tell = view, desk, tell
        self._found: HeldBack | None = None
        self._asked = 0
        self._busy = False

    def refresh(self) -> None:
        """Read anew; of several readings the last one counts."""
        self._asked += 1
        number, desk = self._asked, self._desk

        def read(found: HeldBack) -> None:
            if number == self._asked:
                self._found = found
                self._show()

        desk.jobs.run(lambda: held_deletions(desk.workplace, desk.session), read, self._failed)

    def changed(self, change: Changed) -> None:
        """Take that something was written."""
        if change.subjects & _TOUCHING and not self._busy:
            self.refresh()

    def ask(self, *, hide: bool) -> None:
        """Ask whether it is meant: keep all of them, or let all of them leave the lists."""
        if self._found is None or not self._found.count or self._busy:
            return
        count = self._found.count
        if hide:
            title = several("Bỏ {n} hồ sơ khỏi danh sách", count)
            sentence = tr(
                "Các hồ sơ này không còn hiện ở quầy. Bút toán vẫn giữ trên máy, không có gì bị "
                "xóa; máy chủ báo lại hồ sơ nào thì hồ sơ ấy hiện lại."
            )
            answer = tr("Bỏ khỏi danh sách như máy chủ báo")
        else:
            title = several("Giữ lại {n} hồ sơ", count)
            sentence = tr(
                "Các hồ sơ này vẫn hiện và vẫn xử lý được ở quầy này. Hãy báo quản trị của tỉnh: "
                "máy chủ và quầy đang ghi khác nhau."
            )
            answer = tr("Giữ lại mọi hồ sơ")
        self._view.ask(Question(title.format(n=grouped(count)), sentence, answer), hide=hide)

    def decide(self, *, hide: bool) -> None:
        """Write the supervisor's word."""
        if self._found is None or self._busy:
            return
        self._busy = True
        self._show()
        desk, seen = self._desk, self._found.count

        def done(decided: Decided) -> None:
            self._busy = False
            desk.notify(_told(decided, seen))
            if decided.count:
                desk.nudge()
                self._tell(_WRITTEN)
            self.refresh()

        desk.jobs.run(
            lambda: decide_deletions(desk.workplace, desk.session, hide=hide, seen=seen),
            done,
            self._failed,
        )

    def uid(self, row: int) -> str:
        """Return the dossier of `row`; empty when there is no such row."""
        dossiers = self._found.dossiers if self._found is not None else ()
        return dossiers[row].uid if 0 <= row < len(dossiers) else ""

    def _failed(self, error: CounterError) -> None:
        self._busy = False
        self._desk.notify(of_error(error))
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        if not found.count:
            empty = tr("Không có hồ sơ nào chờ quyết định. Người quyết định ghi trong Nhật ký.")
            self._view.present(DeletionsState((), empty=empty))
            return
        hidden = found.count - len(found.dossiers)
        more = several("và {n} hồ sơ khác", hidden).format(n=grouped(hidden)) if hidden else ""
        count = several("Máy chủ báo bỏ cùng lúc {n} hồ sơ; chưa bỏ hồ sơ nào.", found.count)
        self._view.present(
            DeletionsState(
                rows=tuple(self._row(each) for each in found.dossiers),
                count=count.format(n=grouped(found.count)),
                asked=self._asked_by(found),
                more=more,
                busy=self._busy,
            )
        )

    def _asked_by(self, found: HeldBack) -> str:
        first = min(each.taken_at for each in found.dossiers)
        heard = tr("Máy chủ tỉnh báo từ {moment}").format(
            moment=since_words(first, self._desk.now())
        )
        return joined(heard, *(found.reasons[:_REASONS] or (tr("máy chủ không ghi lý do"),)))

    def _row(self, each: HeldDossier) -> tuple[Cell, ...]:
        status: Cell = TextCell(status_words(each.status, result_is_here=each.result_is_here))
        if each.busy:
            status = IconCell("hourglass", tr("Còn việc chưa gửi"), Tone.SOON)
        return (
            CodeCell(each.code),
            TextCell(each.applicant or "…"),
            TextCell(each.procedure),
            status,
            TextCell(received_words(each.received_at, self._desk.now()), digits=True),
        )


def _told(decided: Decided, seen: int) -> Notice:
    if not decided.count:
        words = tr("Đã có người quyết định trước.")
        if decided.left > seen:
            words = tr("Máy chủ vừa báo thêm. Hãy xem lại danh sách rồi quyết định.")
        elif decided.left:
            words = tr("Mọi hồ sơ này còn việc chưa gửi xong. Hãy quyết định sau khi gửi.")
        return Notice(words, tr("Chưa có gì thay đổi."), NoticeKind.INFO)
    words = several("Đã giữ lại {n} hồ sơ.", decided.count)
    if decided.hidden:
        words = several("Đã bỏ {n} hồ sơ khỏi danh sách.", decided.count)
    rest = tr("Không có gì bị xóa. Quyết định đã ghi vào Nhật ký.")
    if decided.left:
        rest = several("{n} hồ sơ còn việc chưa gửi xong nên vẫn hiện.", decided.left).format(
            n=grouped(decided.left)
        )
    return Notice(words.format(n=grouped(decided.count)), rest)
