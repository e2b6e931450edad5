"""The page for scanning papers of one dossier: decides what it shows and does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from counter_app.desktop.changed import Changed, dossier_changed
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, of_error
from counter_app.desktop.presenters.scanning_papers.at_hand import AtHand, Read
from counter_app.desktop.presenters.scanning_papers.bringing import Brought, brought
from counter_app.desktop.presenters.scanning_papers.looking import BigPicture
from counter_app.desktop.presenters.scanning_papers.page_state import (
    THUMBNAIL,
    Ask,
    ScanPageView,
)
from counter_app.desktop.presenters.scanning_papers.scan_line import ScanLine
from counter_app.desktop.presenters.scanning_papers.scanner_choice import ScannerChoice
from counter_app.desktop.presenters.scanning_papers.shown import (
    pages_words,
    size_words,
    unsaved_words,
)
from counter_app.desktop.presenters.scanning_papers.state_of import (
    GoingOn,
    paper_name,
    state_of,
    title_of,
)
from counter_app.desktop.presenters.scanning_papers.tray import Tray, TrayPage
from counter_app.desktop.presenters.scanning_papers.work import keep, pages_of, read, take_off
from counter_app.domain.errors import CounterError
from counter_app.i18n import tr
from counter_app.papers.scanned.limits import MOST_PAGES
from counter_app.services.dossiers.scanning import PaperDoors, PaperFile
from counter_app.wording.sentences import halves, sentence

NO_PROBLEM = ("", "")


class ScanningPapers:
    """Keeps the pages of every dossier that weren't kept yet, until they are.

    `leave` goes back to where the officer came from.
    """

    def __init__(
        self,
        desk: Desk,
        doors: PaperDoors,
        view: ScanPageView,
        changed: Callable[[Changed], None],
        leave: Callable[[], object],
    ) -> None:
        self._desk, self._doors, self._view = desk, doors, view
        self._changed, self._leave = changed, leave
        self.hand = AtHand()
        self._parked: dict[str, dict[str, Tray]] = {}
        self._scanning = Tray()
        self._asked = 0
        self._left = (0, 0)
        self._busy = ""
        self._problem = NO_PROBLEM
        self._big = BigPicture(desk.jobs, self._room, self._present)
        self.scanner = ScannerChoice(desk.jobs, doors.scanner, self._scanner_news)
        self.line = ScanLine(desk.jobs, doors.scanner, self._size, self._came, self._ended)

    @property
    def title(self) -> str:
        """Return the words of the window's title."""
        return title_of(self.hand)

    def open(self, uid: str) -> None:
        """Show the papers of the dossier `uid`; pages of another one are kept in hand."""
        if uid != self.hand.uid:
            self._parked[self.hand.uid] = self.hand.trays  # also those that a scan still fills
            self.hand = AtHand(uid, trays=self._parked.pop(uid, {}))
            self._problem = NO_PROBLEM
        self.refresh()

    def refresh(self) -> None:
        """Read again; look for scanners when nobody has yet."""
        if self.hand.uid:
            self._read(self._present)
            if not self.scanner.was_asked:
                self.scanner.find()

    def find_scanners(self) -> None:
        """Read again and look for scanners again (F5)."""
        self._problem = NO_PROBLEM
        self._read(self._present)
        self.scanner.find()

    def hear(self, change: Changed) -> None:
        """Something was written, here or elsewhere."""
        if self.hand.uid and change.touches(self.hand.uid):
            self._read(self._present)

    def files_left(self, left: tuple[int, int]) -> None:
        """Files went to the province: what is said beside each is read again."""
        if self.hand.uid and left != self._left:
            self._left = left
            self._read(self._present)

    # Going about.

    def pick(self, row: int) -> None:
        """Go to a paper of the checklist."""
        if self.hand.go(row):
            self._problem = NO_PROBLEM
            self._present()

    def step(self, by: int) -> None:
        """Go up or down the checklist."""
        self.pick(min(len(self.hand.papers) - 1, max(0, self.hand.row + by)))

    def pick_kept(self, row: int) -> None:
        """Choose one of the kept files of the paper."""
        if 0 <= row < len(self.hand.kept) and row != self.hand.kept_row:
            self.hand.kept_row, self.hand.viewed = row, None
            self._present()

    def pick_page(self, place: int) -> None:
        """Choose a page of the strip."""
        pages = self.hand.pages
        if pages.pages and place != pages.chosen:
            pages.step(place - pages.chosen)
            self._present()

    def step_page(self, by: int) -> None:
        """Choose the page before or after; without pages, the kept file."""
        if self.hand.pages.pages:
            self.pick_page(self.hand.pages.chosen + by)
        else:
            self.pick_kept(self.hand.kept_row + by)

    def zoom(self, by: int) -> bool:
        """Look nearer or farther, 0 at the whole page; False when there is no page."""
        if not self.hand.pages.pages:
            return False
        if by:
            self._big.zoom(by)
        else:
            self._big.whole()
        self._present()
        return True

    def resized(self) -> None:
        """The room of the big picture changed."""
        self._present()

    # Pages that come.

    def scan(self) -> None:
        """Scan into the paper's tray. Without a scanner the words say what to do."""
        hand = self.hand
        if self.line.is_busy or self._busy or not hand.may or not hand.paper:
            return
        hand.viewed, self._problem, self._scanning = None, NO_PROBLEM, hand.tray
        self.line.begin(self.scanner.order(max(1, MOST_PAGES - len(hand.tray.pages))))
        self._present()

    def tick(self) -> None:
        """While a scan is under way: show how far it is."""
        if self.line.is_busy:
            self._present()

    def ask_files(self) -> None:
        """Ask which files to attach."""
        if self.hand.may and self.hand.paper:
            self._view.ask_files()

    def add_files(self, paths: Sequence[Path], row: int = -1) -> None:
        """Put the pages of files into the tray of a paper; −1: of the one that is shown."""
        hand = self.hand
        if not hand.may or not paths or not hand.paper:
            return
        hand.go(row)
        hand.viewed = None
        tray, size = hand.tray, self._size()
        room = MOST_PAGES - len(tray.pages)
        self._begin(tr("Đang đọc tệp…"))

        def done(found: Brought) -> None:
            self._busy = ""
            tray.add(found.pages, scanned=False)
            if found.error is not None:
                self._problem = halves(found.error)
            self._present()

        self._desk.jobs.run(lambda: brought(paths, room, size), done)

    def turn(self, quarters: int) -> None:
        """Turn the chosen page clockwise; it is kept so."""
        self._change(lambda tray: tray.turn(quarters))

    def move(self, by: int) -> None:
        """Move the chosen page in the order."""
        self._change(lambda tray: tray.move(by))

    def drop(self) -> None:
        """Leave the chosen page out; without pages, ask why the kept file goes."""
        if self.hand.viewed is None and self.hand.tray.pages:
            self._change(lambda tray: tray.drop())
        else:
            self.ask_removal()

    # Keeping.

    def proceed(self) -> None:
        """Do what comes next: keep the pages that are there, else scan."""
        if self.hand.viewed is not None:
            self._end_viewing()
        elif self.hand.tray.pages:
            self.save()
        else:
            self.scan()

    def save(self) -> None:
        """Keep the pages of this paper, and go to the next one that has none."""
        if self.hand.tray.pages and not self.line.is_busy and not self._busy:
            self._save(self.hand.paper, self._go_on)

    def view(self) -> None:
        """Look at the chosen kept file; again: look away."""
        hand, kept = self.hand, self.hand.kept_file
        if hand.viewed is not None:
            self._end_viewing()
            return
        if kept is None or hand.tray.pages or self.line.is_busy or self._busy:
            return
        desk, files, size = self._desk, self._doors.files, self._size()
        self._begin(tr("Đang mở tệp…"))

        def done(pages: list[TrayPage]) -> None:
            self._busy = ""
            if self.hand.kept_file == kept:
                self.hand.viewed = Tray(pages)
            self._present()

        desk.jobs.run(lambda: pages_of(desk, files, kept.file, size), done, self._failed)

    def ask_removal(self) -> None:
        """Ask why the chosen kept file goes."""
        if self.hand.kept_file is not None and self.hand.may and not self.line.is_busy:
            self._view.ask_reason(
                Ask(
                    tr("Gỡ tệp của {paper}").format(paper=paper_name(self.hand)),
                    tr("Tệp bị xóa khỏi máy này; nhật ký giữ lại lý do và ai đã gỡ."),
                )
            )

    def remove(self, reason: str) -> None:
        """Take the chosen kept file off the dossier."""
        kept, desk, files, uid = self.hand.kept_file, self._desk, self._doors.files, self.hand.uid
        if kept is None:
            return

        def done(_: None) -> None:
            self._view.close_ask()
            self.hand.viewed, self.hand.kept_row = None, 0
            desk.notify(Notice(tr("Đã gỡ tệp."), kept.file.paper))
            self._wrote(uid, self._present)

        def failed(error: CounterError) -> None:
            self._view.refuse_ask(sentence(error))

        desk.jobs.run(lambda: take_off(desk, files, kept.file, reason), done, failed)

    # Leaving.

    def escape(self) -> bool:
        """Go one step back: stop the scan, look away, ask about pages that weren't kept."""
        if self.line.is_busy:
            self.line.cancel()
        elif self._big.is_zoomed:
            self.zoom(0)
        elif self.hand.viewed is not None:
            self._end_viewing()
        elif self._busy:
            pass  # pages are being kept or read: in a moment it is clear what is left
        elif self.hand.unsaved:
            title = tr("Còn {pages}").format(pages=unsaved_words(self.hand.unsaved))
            self._view.ask_unsaved(Ask(title, tr("Lưu vào hồ sơ trước khi rời trang này?")))
        else:
            return False
        return True

    def save_all(self) -> None:
        """Keep the pages of every paper, then leave."""
        paper = next(iter(self.hand.unsaved), None)
        if paper is None:
            self._leave()
        else:
            self._save(paper, self.save_all)

    def drop_all(self) -> None:
        """Leave without the pages that weren't kept."""
        self.hand.trays.clear()
        self._leave()

    def _save(self, paper: str, then: Callable[[], None]) -> None:
        tray, uid, desk, files = (
            self.hand.trays[paper],
            self.hand.uid,
            self._desk,
            self._doors.files,
        )
        pages, source = [each.page for each in tray.pages], tray.source
        self._begin(tr("Đang lưu…"))

        def done(file: PaperFile) -> None:
            self._busy = ""
            tray.clear()
            what = f"{pages_words(file.pages)}, {size_words(file.size)}"
            desk.notify(Notice(tr("Đã lưu {pages}.").format(pages=what), file.paper))
            self._wrote(uid, then)

        desk.jobs.run(lambda: keep(desk, files, uid, paper, pages, source), done, self._failed)

    def _wrote(self, uid: str, then: Callable[[], None]) -> None:
        self._changed(dossier_changed(uid))
        self._desk.nudge()
        self._read(then)

    # News.

    def _read(self, then: Callable[[], None]) -> None:
        desk, hand, files = self._desk, self.hand, self._doors.files
        self._asked += 1
        number = self._asked

        def done(found: Read) -> None:
            if number == self._asked:
                hand.take(found)
            if hand is self.hand:
                then()

        def failed(error: CounterError) -> None:
            if number == self._asked:
                desk.notify(of_error(error))
                self._leave()

        desk.jobs.run(lambda: read(desk, files, hand.uid), done, failed)

    def _change(self, act: Callable[[Tray], None]) -> None:
        if self.hand.viewed is None and not self._busy:
            act(self.hand.tray)
            self._present()

    def _go_on(self) -> None:
        self.hand.go_on()
        self._present()

    def _begin(self, words: str) -> None:
        self._busy, self._problem = words, NO_PROBLEM
        self._present()

    def _end_viewing(self) -> None:
        self.hand.viewed = None
        self._present()

    def _came(self, page: TrayPage) -> None:
        self._scanning.add([page], scanned=True)
        self._present()

    def _ended(self, _count: int, error: CounterError | None) -> None:
        if error is not None:
            self._problem = halves(error)
        self._present()

    def _failed(self, error: CounterError) -> None:
        self._busy, self._problem = "", halves(error)
        self._present()

    def _scanner_news(self, error: CounterError | None) -> None:
        if error is not None and self._problem == NO_PROBLEM:
            self._problem = halves(error)
        self._present()

    def _size(self) -> tuple[int, int]:
        ratio = self._view.ratio()
        return round(THUMBNAIL[0] * ratio), round(THUMBNAIL[1] * ratio)

    def _room(self) -> tuple[int, int]:
        ratio, (across, down) = self._view.ratio(), self._view.room()
        return max(1, round(across * ratio)), max(1, round(down * ratio))

    def _present(self) -> None:
        chosen = self.hand.pages.current if self.hand.paper else None
        self._big.show(chosen.page if chosen else None)
        going_on = GoingOn(self._busy, self._problem, self._big.image, self._desk.today())
        self._view.present(state_of(self.hand, self.scanner, self.line, going_on))
