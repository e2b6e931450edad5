"""The support bundle: read first, part by part; then sealed and saved where the officer says.

What is shown is what is sealed. Nothing is sent, ever: somebody carries the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notify, of_error
from counter_app.desktop.presenters.checking.bundle_state import BundleState, BundleView, PartRow
from counter_app.desktop.presenters.data_state.banner import BannerPart
from counter_app.desktop.presenters.data_state.page_state import CopyPlace, PlaceChoice
from counter_app.desktop.presenters.data_state.shown import size_words
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.support import SupportKeyMissingError
from counter_app.domain.money import grouped
from counter_app.i18n import tr
from counter_app.services.support.bundle import Bundle
from counter_app.wording.sentences import halves


@dataclass(frozen=True, slots=True)
class BundleActs:
    """`read` makes the bundle; `save` seals it into a folder; `has_key`: there is a key for it."""

    read: Callable[[], Bundle]
    places: Callable[[], Sequence[CopyPlace]]
    save: Callable[[Bundle, Path], Path]
    has_key: bool
    notify: Notify


class BundlePresenter:
    """Keeps the bundle that was shown: that one is saved, not a newer one."""

    def __init__(self, view: BundleView, jobs: Jobs, acts: BundleActs) -> None:
        self._view = view
        self._jobs = jobs
        self._acts = acts
        self._bundle: Bundle | None = None
        self._chosen = 0
        self._busy = ""
        self._saved = ""
        self._shown: BundleState | None = None

    def arrive(self) -> None:
        """Make the bundle anew: the page is shown, or F5."""
        if self._busy:
            return
        self._bundle, self._chosen, self._saved = None, 0, ""
        self._busy = tr("Đang gom…")
        self._show()
        self._jobs.run(self._acts.read, self._read, self._failed)

    def choose(self, row: int) -> None:
        """Show the text of a part."""
        if self._bundle is not None and 0 <= row < len(self._bundle.parts):
            self._chosen = row
            self._show()

    def ask_place(self) -> bool:
        """Look for drives, then ask which one: F9. False when nothing can be saved now."""
        if self._bundle is None or self._busy or not self._acts.has_key:
            return False
        self._jobs.run(self._acts.places, self._ask, self._failed)
        return True

    def save_to(self, folder: Path) -> None:
        """Seal the bundle and write it into `folder`."""
        bundle = self._bundle
        if bundle is None or self._busy:
            return
        self._busy, self._saved = tr("Đang ghi…"), ""
        self._show()
        self._jobs.run(lambda: self._acts.save(bundle, folder), self._written, self._failed)

    def _read(self, bundle: Bundle) -> None:
        self._bundle, self._busy = bundle, ""
        self._show()

    def _ask(self, places: Sequence[CopyPlace]) -> None:
        choices = tuple(
            PlaceChoice(
                place.folder,
                tr("{drive} · còn trống {size}").format(
                    drive=place.name, size=size_words(place.free)
                ),
            )
            for place in places
        )
        sentence = tr("Gói được niêm phong bằng khóa của tỉnh; chỉ người hỗ trợ mở được.")
        if not choices:
            sentence = tr("Chưa thấy ổ USB nào. Cắm ổ rồi thử lại, hoặc chọn một thư mục.")
        self._view.ask_place(sentence, choices)

    def _written(self, path: Path) -> None:
        self._busy = ""
        self._saved = tr("Đã niêm phong và lưu: {path}").format(path=path)
        self._show()

    def _failed(self, error: CounterError) -> None:
        self._busy = ""
        self._show()
        self._acts.notify(of_error(error))

    def _show(self) -> None:
        parts = self._bundle.parts if self._bundle is not None else ()
        rows = tuple(
            PartRow(
                part.title,
                part.name,
                tr("{count} dòng").format(count=grouped(len(part.text.splitlines()))),
            )
            for part in parts
        )
        why_not = self._busy
        if not why_not and not self._acts.has_key:
            why_not = " ".join(halves(SupportKeyMissingError()))
        state = BundleState(
            banner=BannerPart(
                "eye",
                Edge.ACCENT,
                tr("Xem trước khi lưu: gói chỉ có những gì hiện ở đây."),
                tr(
                    "Không có nội dung hồ sơ, tên, số định danh hay số điện thoại. "
                    "Chương trình không tự gửi gói đi."
                ),
            ),
            rows=rows,
            chosen=self._chosen,
            text=parts[self._chosen].text if parts else "",
            may_save=bool(parts) and not why_not,
            why_not=why_not,
            saved=self._saved,
        )
        if state != self._shown:
            self._shown = state
            self._view.present(state)
