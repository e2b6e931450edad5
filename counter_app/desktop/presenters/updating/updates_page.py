"""The page Cập nhật: what runs and what waits; "now" for who answers for the counter.

The normal way is none of this page's: what waits is put in place when the window has been closed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notice, Notify, of_error
from counter_app.desktop.presenters.data_state.banner import BannerPart
from counter_app.desktop.presenters.updating.page_words import banner, package_words, parts
from counter_app.desktop.presenters.updating.updates_state import (
    Answer,
    Question,
    UpdatesState,
    UpdatesView,
)
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.updating import UpdateDraftOpenError
from counter_app.i18n import tr
from counter_app.services.updates.shelf import Past
from counter_app.services.updates.standing import Standing
from counter_app.wording.sentences import halves


@dataclass(frozen=True, slots=True)
class UpdatesActs:
    """`read`, `install` and `go_back` work in a worker; `open_forms` is asked in the window.

    `others_forms` tells how many drafts lie here of other officers. `officer` names who has an id.
    """

    read: Callable[[], Standing]
    install: Callable[[tuple[Path, ...], int], object]
    go_back: Callable[[], Past]
    open_forms: Callable[[], int]
    others_forms: Callable[[], int]
    officer: Callable[[str], str]
    may_update: bool
    notify: Notify


class UpdatesPresenter:
    """Asks anew while the page is shown: a download goes on beside it."""

    def __init__(self, view: UpdatesView, jobs: Jobs, acts: UpdatesActs) -> None:
        self._view = view
        self._jobs = jobs
        self._acts = acts
        self._found: Standing | None = None
        self._forms = 0
        self._busy = ""
        self._is_asking = False

    def refresh(self) -> None:
        """Look again: the page is shown, F5, or some seconds went by."""
        if self._is_asking or self._busy:
            return
        self._is_asking = True
        if self._found is None:
            self._show()
        own = self._acts.open_forms()

        def read() -> tuple[Standing, int]:
            return self._acts.read(), own + self._acts.others_forms()

        self._jobs.run(read, self._read, self._not_read)

    def install(self) -> bool:
        """Ask whether what waits shall be put in place now: F9. False when it can't be."""
        if self._found is None or self._why_not() or not self._found.now:
            return False
        named = ", ".join(
            package_words(each.manifest.kind.value, each.manifest.version)
            for each in self._found.now
        )
        sentence = tr(
            "{named}. Kho dữ liệu được sao lại trước. Danh sách mới dùng từ hồ sơ kế tiếp, "
            "chương trình mới từ lần mở tới."
        ).format(named=named)
        self._view.ask(Question(Answer.INSTALL, tr("Cài ngay?"), sentence, tr("Cài ngay")))
        return True

    def go_back(self) -> bool:
        """Ask whether the last lists shall be left: Ctrl+Z. False when there is no way back."""
        past = self._way_back()
        if past is None or self._busy:
            return False
        sentence = tr("{named}: thôi dùng, dùng lại bản ngay trước từ hồ sơ kế tiếp.").format(
            named=package_words(past.kind.value, past.version)
        )
        self._view.ask(
            Question(Answer.GO_BACK, tr("Trở lại bản trước?"), sentence, tr("Trở lại bản trước"))
        )
        return True

    def agreed(self, answer: Answer) -> None:
        """Do what the officer agreed to."""
        if self._found is None or self._busy:
            return
        if answer is Answer.GO_BACK:
            self._begin(tr("Đang trở lại bản trước…"))
            self._jobs.run(self._acts.go_back, self._went_back, self._failed)
            return
        files = tuple(each.file for each in self._found.now)
        own = self._acts.open_forms()
        self._begin(tr("Đang cài…"))

        def install() -> object:
            return self._acts.install(files, own + self._acts.others_forms())

        self._jobs.run(install, self._installed, self._failed)

    def _begin(self, words: str) -> None:
        self._busy = words
        self._show()

    def _read(self, answer: tuple[Standing, int]) -> None:
        self._is_asking = False
        self._found, self._forms = answer
        self._show()

    def _not_read(self, error: CounterError) -> None:
        self._is_asking = False
        self._acts.notify(of_error(error))

    def _installed(self, _: object) -> None:
        rest = tr("Danh sách mới dùng từ hồ sơ kế tiếp, chương trình mới từ lần mở tới.")
        self._ended(Notice(tr("Đã cài bản cập nhật."), rest))

    def _went_back(self, past: Past) -> None:
        named = package_words(past.kind.value, past.version)
        self._ended(Notice(tr("Đã bỏ {named}.").format(named=named), tr("Dùng lại bản trước.")))

    def _failed(self, error: CounterError) -> None:
        self._ended(of_error(error))

    def _ended(self, notice: Notice) -> None:
        self._busy = ""
        self._acts.notify(notice)
        self.refresh()

    def _way_back(self) -> Past | None:
        past = self._found.way_back if self._found is not None else None
        may = self._acts.may_update and past is not None and not past.kind.is_program
        return past if may else None

    def _why_not(self) -> str:
        if self._busy:
            return self._busy
        if not self._acts.may_update:
            return tr("Cài ngay giữa ca là việc của trưởng bộ phận hoặc quản trị máy.")
        if self._forms:
            return " ".join(halves(UpdateDraftOpenError(count=self._forms)))
        return ""

    def _show(self) -> None:
        if self._found is None:
            waiting = BannerPart("hourglass", Edge.SLATE, tr("Đang xem…"))
            self._view.present(UpdatesState(waiting))
            return
        why_not = self._why_not() if self._found.now or self._busy else ""
        self._view.present(
            UpdatesState(
                banner=banner(self._found),
                parts=parts(self._found, self._acts.officer),
                may_install=bool(self._found.now) and not why_not,
                why_not=why_not,
                may_go_back=self._way_back() is not None and not self._busy,
            )
        )
