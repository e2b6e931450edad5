"""The training mode's window: the officer's own, with border, strip, cards to scan and lessons."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from counter_app.app.training.people import citizens
from counter_app.app.training.place import TrainingPlace
from counter_app.app.training.progress import keep_progress, read_progress
from counter_app.app.training.watching import Watch
from counter_app.app.window import OfficersWindow, run_window
from counter_app.config import Folders, HomeLock, Settings, read_settings
from counter_app.desktop.presenters.training.player import LessonPlayer
from counter_app.desktop.presenters.training.state import CARDS_KEY, LESSONS_KEY, NEXT_KEY
from counter_app.desktop.screens.training.border import PracticeBorders
from counter_app.desktop.screens.training.lists import PickList
from counter_app.desktop.screens.training.strip import PracticeStrip
from counter_app.desktop.start.opening import Opened
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.domain.training.lesson import LineAct, spoken_of
from counter_app.i18n import tr
from counter_app.services.training.lessons import load_lessons, papers_to_scan
from counter_app.services.training.sides import check_enrolment

OFFICER, PASSWORD = "CB-001", "tap-huan"  # shown on the screen: they open nothing but the practice


class TrainingWindow(OfficersWindow):
    """One run of the training mode over its own place. `wants_again`: begin from zero."""

    NAME = "counter-app-training"
    DRAWING = ("training", "icon.svg")

    def __init__(
        self,
        application: QApplication,
        folders: Folders,
        settings: Settings,
        *,
        place: TrainingPlace,
        again: bool = False,
        **more: Any,
    ) -> None:
        self._place = place
        self._held = ExitStack()
        _prepare(place, self._held, again=again)
        settings, _ = read_settings(folders.settings_file)
        more["scan_file"] = more.get("scan_file") or place.scan_file
        self.scan_file: Path = more["scan_file"]
        application.setApplicationName(self.NAME)  # X11 groups windows on the taskbar by it
        super().__init__(application, folders, settings, **more)
        self.wants_again = False
        self._line_act = LineAct.MEND
        self._cut_or_mend: Any = None
        self._borders = PracticeBorders(self.look, application, self)
        self.strip = PracticeStrip(self.look)
        self.window.put_below(self.strip)
        self.player = LessonPlayer(
            self.strip,
            load_lessons(),
            read_progress(place.progress_file),
            partial(keep_progress, place.progress_file),
            self._line_is,
            officer=OFFICER,
            password=PASSWORD,
        )
        self._watch = Watch(self, self.player.seen, self)
        self.cards = PickList(
            self.look,
            self.window,
            title=tr("Quét thẻ hoặc phiếu mẫu"),
            sentence=tr("Người và giấy ở đây không có thật. Máy quét mã thật cũng quét được."),
        )
        self.lessons = PickList(
            self.look,
            self.window,
            title=tr("Bài tập huấn"),
            sentence=tr("Rời bài lúc nào cũng được; lần sau làm tiếp từ bước đang dở."),
        )
        self.strip.cards_asked.connect(self.show_cards)
        self.strip.lessons_asked.connect(self.show_lessons)
        self.strip.read.connect(self.read_on)
        for key, slot in (
            (CARDS_KEY, self.show_cards),
            (LESSONS_KEY, self.show_lessons),
            (NEXT_KEY, self.read_on),
        ):
            QShortcut(QKeySequence(key), self.window).activated.connect(slot)
        self.opening.opened.connect(self._begin_to_watch)

    def end(self) -> None:
        """Give everything back, the practice province last."""
        self._watch.stop()
        self.application.removeEventFilter(self._borders)
        super().end()
        self._held.close()

    def _opener(self) -> Opened:
        """Start the province, make the past where there is none, open the practice counter."""
        from counter_app.app import sitting  # noqa: F401  loaded here, so that nobody waits for it
        from counter_app.app.counter import OpenCounter
        from counter_app.app.training import past
        from counter_app.app.training.province import PracticeProvince

        province = PracticeProvince(self._place.province)
        self._held.callback(province.stop)
        if not self._place.is_made:
            past.make(self._place, province, plain_store=self._plain_store)
        counter = OpenCounter.open(
            self._folders.home,
            plain_store=self._plain_store,
            flags=self._flags,
            practice_line=province.line.url,
        )
        try:
            check_enrolment(counter.home.store, self._place.home, province.catalogue_key)
        except BaseException:
            counter.close()
            raise
        self._cut_or_mend = province.line
        self._obey()
        return counter

    @Slot(object)
    def _begin_to_watch(self, _: object) -> None:
        self._watch.start()

    def _line_is(self, act: LineAct) -> None:
        """Cut or mend the practice line; the loop finds out by itself, at once."""
        if act is self._line_act:
            return
        self._line_act = act
        self._obey()
        if self.sitting is not None:
            self.sitting.sync.resume()

    def _obey(self) -> None:
        line = self._cut_or_mend
        if line is not None:
            line.cut() if self._line_act is LineAct.CUT else line.mend()

    # What can be scanned, and the lessons.

    @Slot()
    def show_cards(self) -> None:
        """Offer cards and papers to whom can scan them: whom the step names first."""
        if self.sitting is None or self.sitting.office is None:
            return
        store = self.sitting.counter.home.store
        self.jobs.run(lambda: papers_to_scan(store), self._offer_cards)

    def _offer_cards(self, waiting: tuple[tuple[str, str], ...]) -> None:
        step = self.player.step
        say = "" if step is None else step.say
        offered = [
            (
                spoken_of(say, each.name, on_paper=False),
                PickerRow(each.name, meta=each.note, code=each.card[:12]),
                partial(self.scan, each.card),
            )
            for each in citizens()
        ] + [
            (
                spoken_of(say, name, on_paper=True),
                PickerRow(tr("Phiếu của {name}").format(name=name), code=code),
                partial(self.scan, code),
            )
            for code, name in waiting
        ]
        offered.sort(key=lambda each: each[0])  # whom the step names first, else as they are
        self.cards.offer(tuple((row, act) for _, row, act in offered))

    def scan(self, text: str) -> None:
        """Scan `text` as a scanner would: through the file that stands in for one."""
        with self.scan_file.open("a", encoding="utf-8") as file:
            file.write(text + "\n")

    @Slot()
    def show_lessons(self) -> None:
        """Offer the lessons, to leave the one that is on, and to begin from zero."""
        rows: list[tuple[PickerRow, Callable[[], None]]] = [
            (PickerRow(each.title, meta=each.about, code=each.stand),
             partial(self.player.choose, each.id))
            for each in self.player.rows()
        ]  # fmt: skip
        if self.player.lesson is not None:
            leave = PickerRow(tr("Rời bài đang học"), meta=tr("Chỗ đang dở được giữ lại"))
            rows.append((leave, self.player.leave))
        anew = PickerRow(
            tr("Bắt đầu lại từ đầu"), meta=tr("Xóa dữ liệu tập huấn, làm lại tỉnh mẫu và các bài")
        )
        self.lessons.offer((*rows, (anew, self.begin_again)))

    @Slot()
    def read_on(self) -> None:
        """The officer has read what the strip says."""
        self.player.read()

    def begin_again(self) -> None:
        """Throw the practice away and begin from zero: the window closes and comes back."""
        self.wants_again = True
        self.closing.begin()


def run_training(
    root: Path | None,
    *,
    plain_store: bool = False,
    scan_file: Path | None = None,
    again: bool = False,
) -> int:
    """Run the training mode until it is closed; return the exit code.

    `root`: its own folder, None for the one beside this machine's real home. Raises
    NotTrainingHomeError, and what opening a home can.
    """
    place = TrainingPlace.at(root)
    while True:
        made: list[TrainingWindow] = []
        make = partial(_made, made, place, again)
        code = run_window(place.home, plain_store=plain_store, scan_file=scan_file, make=make)
        if not made or not made[0].wants_again:
            return code
        again = True


def _made(
    made: list[TrainingWindow], place: TrainingPlace, again: bool, *parts: Any, **more: Any
) -> TrainingWindow:
    made.append(TrainingWindow(*parts, place=place, again=again, **more))
    return made[-1]


def _prepare(place: TrainingPlace, held: ExitStack, *, again: bool) -> None:
    """Take the place for this program alone; throw away what is half-made, or all if asked."""
    from counter_app.app.training.past import forget_key

    place.prepare()
    held.enter_context(HomeLock(Folders(place.root)))
    if again or not place.is_made:
        place.clear(forget_key)
        place.prepare()
