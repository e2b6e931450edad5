"""The check of this machine: the same list as `counter-app doctor`, run behind the window.

What this machine knows by itself is shown first; the server's answer comes when it comes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notice, Notify, of_error
from counter_app.desktop.presenters.checking.checks_state import (
    CheckRow,
    ChecksState,
    ChecksView,
)
from counter_app.desktop.presenters.data_state.banner import BannerPart
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.domain.errors import CounterError
from counter_app.i18n import several, tr
from counter_app.services.support.finding import Finding

Findings = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ChecksActs:
    """`local` looks at this machine, `server` asks the province; `bundle` opens the bundle."""

    local: Callable[[], Findings]
    server: Callable[[], Findings]
    bundle: Callable[[], None]
    notify: Notify


class ChecksPresenter:
    """Numbers its questions: an answer to an earlier F5 is dropped."""

    def __init__(self, view: ChecksView, jobs: Jobs, acts: ChecksActs) -> None:
        self._view = view
        self._jobs = jobs
        self._acts = acts
        self._asked = 0
        self._local: Findings | None = None
        self._server: Findings | None = None

    def check(self) -> None:
        """Look at everything: when the page is shown, and on F5."""
        self._asked += 1
        number = self._asked
        self._local = self._server = None
        self._show()
        self._jobs.run(
            self._acts.local, lambda found: self._looked(number, found), self._acts_failed
        )

    def copy(self) -> None:
        """Put what was found on the clipboard, as somebody on the telephone reads it."""
        self._view.copy("\n".join(_line(each) for each in self._found()))
        self._acts.notify(Notice(tr("Đã chép kết quả kiểm tra."), tr("Dán bằng Ctrl+V.")))

    def bundle(self) -> None:
        """Open the support bundle."""
        self._acts.bundle()

    def _looked(self, number: int, found: Findings) -> None:
        if number != self._asked:
            return
        self._local = found
        self._show()
        self._jobs.run(
            self._acts.server, lambda answer: self._answered(number, answer), self._acts_failed
        )

    def _answered(self, number: int, found: Findings) -> None:
        if number == self._asked:
            self._server = found
            self._show()

    def _acts_failed(self, error: CounterError) -> None:
        self._local = self._local or ()
        self._server = ()
        self._show()
        self._acts.notify(of_error(error))

    def _found(self) -> Findings:
        return (*(self._local or ()), *(self._server or ()))

    def _show(self) -> None:
        # What asks for a hand stands on top; else the order of the list.
        found = sorted(self._found(), key=lambda each: each.ok)
        asking = ""
        if self._local is None:
            asking = tr("Đang xem máy này…")
        elif self._server is None:
            asking = tr("Đang hỏi máy chủ…")
        rows = tuple(CheckRow(each.what, each.found, each.next, each.ok) for each in found)
        self._view.present(ChecksState(_banner(found, asking), rows, asking))


def _banner(found: list[Finding], asking: str) -> BannerPart:
    to_do = sum(not each.ok for each in found)
    if to_do:
        bold = several("{n} việc cần làm trên máy này.", to_do).format(n=to_do)
        rest = tr("Mỗi việc có bước tiếp theo ở dưới. Vẫn tiếp nhận được hồ sơ.")
        return BannerPart("warn", Edge.WARN, bold, rest)
    if asking:
        return BannerPart("hourglass", Edge.SLATE, asking)
    return BannerPart("ok", Edge.OK, tr("Máy này đủ mọi thứ một quầy cần."))


def _line(finding: Finding) -> str:
    mark = "✓" if finding.ok else "✗"
    line = f"{mark} {finding.what}: {finding.found}"
    return f"{line}\n  → {finding.next}" if finding.next else line
