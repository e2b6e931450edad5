"""The officer's window, running in this process: the real program, on a real home."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from counter_app.app.sitting import Sitting
from counter_app.app.window import OfficersWindow
from counter_app.config import Folders, read_settings, resource
from counter_app.desktop.page import Page
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.page import ReceptionPage
from counter_app.desktop.presenters.reception.state import Block, ReceptionState
from counter_app.desktop.scanning.profile import ScannerProfile
from counter_app.desktop.shell.office import Office
from counter_app.desktop.start.alarm import AlarmNotice
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.i18n import install, load
from tests.journeys.hands import Effort, FileScanner, Hands, KeyboardScanner
from tests.journeys.spool import Sheet, Spool
from tests.journeys.town import OFFICER, PASSWORD
from tests.journeys.waiting import PATIENCE, until

PREFIX = "~"

_STAMPED = 30
"""Milliseconds by which a key may be stamped earlier than it comes."""

_ALARM = "counter_app.desktop.start.alarm"


class Counter:
    """A window over `home`, with an officer's `hands` at it and a printer (`spool`) beside it.

    Use as a context: it is opened, and at the end closed as its close button does. Nothing may
    have raised the alarm meanwhile.
    """

    make: Callable[..., OfficersWindow] = OfficersWindow

    def __init__(
        self, home: Path, *, spool: Spool | None = None, scan_file: Path | None = None
    ) -> None:
        self.home = home
        self.spool = spool or Spool()
        self.alarms: list[AlarmNotice] = []
        self._scan_file = scan_file

    def __enter__(self) -> Counter:
        logging.getLogger(_ALARM).addFilter(_but_sizes)
        application = QApplication.instance() or QApplication(["counter-app"])
        assert isinstance(application, QApplication)
        application.setQuitOnLastWindowClosed(False)
        folders = Folders.at(self.home)
        settings, problems = read_settings(folders.settings_file, {})
        assert not problems
        install(load("vi", resource("i18n")))
        self.program = self.make(
            application,
            folders,
            settings,
            plain_store=True,
            scan_file=self._scan_file,
            spooler=self.spool,
        )
        self.program.alarm.raised.connect(self.alarms.append)
        scanner = KeyboardScanner() if self._scan_file is None else FileScanner(self._scan_file)
        self.hands = Hands(self.program.window, scanner, self._arrived)
        self.program.start()
        self.until(lambda: self.program.sitting is not None, "the home is open")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.program.closing.begin()
        until(lambda: self.program.closing.is_done, "the window has ended")
        self.program.end()
        self.program.window.deleteLater()
        self.program.deleteLater()
        until(lambda: True, "")
        logging.getLogger(_ALARM).removeFilter(_but_sizes)
        if kind is None:
            assert not self.alarms, self.alarms[0].report.text
            assert self.program.closing.clean

    # What is there.

    @property
    def sitting(self) -> Sitting:
        assert self.program.sitting is not None
        return self.program.sitting

    @property
    def office(self) -> Office:
        assert self.sitting.office is not None, "nobody is logged in"
        return self.sitting.office

    @property
    def page(self) -> Page:
        return self.office.page

    @property
    def reception(self) -> ReceptionPage:
        return self.office.pages.reception.presenter

    @property
    def draft(self) -> ReceptionDraft:
        return self.reception.draft

    @property
    def shown(self) -> ReceptionState:
        """What the reception page shows."""
        state = self.office.pages.reception._state
        assert state is not None
        return state

    @property
    def toast(self) -> str:
        """What the window says in passing, "" for nothing."""
        toast = self.office._toast
        return words_of(toast) if toast.isVisible() else ""

    @property
    def title(self) -> str:
        return self.program.window.windowTitle()

    def words(self) -> str:
        """Return every word on the screen."""
        return words_of(self.program.window)

    def dossier(self, code: str) -> Dossier:
        """Return what the store holds under `code`."""
        with self.sitting.counter.home.store.reading() as tx:
            found = tx.dossiers.by_code(code)
        assert found is not None, f"{code} isn't stored"
        return found

    def acts(self) -> int:
        """Return how many entries the journal has, but for papers known to be out.

        A paper is known to be out when the print service says so: a moment after it is, and maybe
        in the middle of what comes next.
        """
        with self.sitting.counter.home.store.reading() as tx:
            known = tx.journal.since(0, tx.journal.count())
        return sum(entry.kind is not Kind.PRINTED for _, entry, _ in known)

    # What an officer does.

    def log_in(self, officer: str = OFFICER, password: str = PASSWORD) -> None:
        """Log in by keys, whoever was here last."""
        before = self.sitting.office
        if isinstance(self.program.window.focusWidget(), QLineEdit) and self._asks_name():
            self.hands.type(officer)
            self.hands.press("Tab")
        self.hands.type(password)
        self.hands.press("Return")
        self.until(
            lambda: (
                self.sitting.office is not None
                and self.sitting.office is not before
                and self.program.window.inside is self.sitting.office
            ),
            "the officer is in",
        )
        self.until(lambda: self.reception._choosing.size > 0, "procedures can be searched")
        self.hands.effort = Effort()

    def clear(self) -> None:
        """Leave whatever is open, and forget what was typed."""
        while self.toast:
            self.hands.press("Escape")
        self.office.pages.close_overlays()
        self.office.show_page("reception")
        if self.shown.applicant.form:
            self.reception.escape()
        while not self.draft.is_empty:
            self.reception.park()
        for parked in self.reception.parked.aside:
            self.reception.parked.throw_away(parked.draft.uid)
        self.until(lambda: self.draft.is_empty, "the page is empty")
        self.office._toast.close_now()
        self.hands.effort = Effort()

    def use_prefix(self) -> None:
        """Work with a scanner that is programmed to type a prefix first: typing is never held."""
        self.sitting.scanners._follow(ScannerProfile("prefix", prefix=PREFIX))
        if self._scan_file is None:
            self.hands.scanner = KeyboardScanner(PREFIX)

    @contextmanager
    def measured(self) -> Iterator[list[Effort]]:
        """Collect what the journey inside took; it lies in the list afterwards."""
        before, found = self.hands.effort, list[Effort]()
        yield found
        found.append(self.hands.effort - before)

    def scan_card(self, text: str) -> None:
        """Scan a citizen card at the reception, and see that it was read."""
        self.hands.scan(text)
        name = text.split("|")[2]
        self.until(lambda: name in self._names(), f"the card of {name} was read")

    def at(self, block: Block) -> None:
        """Wait until keys belong to `block` of the reception."""
        self.until(lambda: self.shown.current is block, f"keys at {block.name}")

    def paper(self, number: int = 1) -> Sheet:
        """Wait for the `number`-th paper since the window was opened, and return it."""
        self.until(lambda: len(self.spool.sheets) >= number, f"paper {number} came out")
        return self.spool.sheets[number - 1]

    def until(self, condition: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
        """Let the window work until `condition` holds."""
        until(lambda: self.alarms or condition(), what, seconds, self._seen)
        assert not self.alarms, self.alarms[0].report.text

    def says(self, *parts: str, seconds: float = PATIENCE) -> None:
        """Wait until the screen shows all `parts`."""
        for part in parts:
            self.until(lambda part=part: part in self.words(), f"the words “{part}”", seconds)

    # Inside.

    def _names(self) -> tuple[str, ...]:
        second = self.reception._work.ui.second
        people = [self.draft.applicant, self.draft.submitter]
        people += [each.person for each in self.draft.related]
        typed = self.draft.typing
        names = [each.name for each in people if each is not None]
        names += [second.name] if second is not None else []
        names += list(typed.texts.values()) if typed is not None else []
        return tuple(names)

    def _asks_name(self) -> bool:
        field = self.program.window.focusWidget()
        return isinstance(field, QLineEdit) and field.echoMode() is QLineEdit.EchoMode.Normal

    def _arrived(self) -> None:
        if self.program.sitting is not None:
            router = self.program.sitting.scanners._router
            # Nobody's fingers are faster than a scanner's second terminator.
            until(
                lambda: (
                    not router._burst.held
                    and router._reader.clock.now() > router._burst.grace + _STAMPED
                ),
                "the key has arrived",
            )
        until(_keys_are_seen, "the keys are where they can be seen", 2)

    def _seen(self) -> str:
        return f"On the screen: {self.words()[:1500]}"


def _keys_are_seen() -> bool:
    focused = QApplication.focusWidget()
    return focused is None or focused.isVisible()


def _but_sizes(record: logging.LogRecord) -> bool:
    """Leave out what the offscreen platform says of every window with a smallest size."""
    return "propagateSizeHints" not in record.getMessage()


def words_of(widget: QWidget) -> str:
    """Return the texts that `widget` and all visible ones in it show."""
    found = []
    for each in (widget, *widget.findChildren(QWidget)):
        if not each.isVisible():
            continue
        if isinstance(each, QPlainTextEdit):
            found.append(each.toPlainText())
        elif isinstance(each, QLabel | QLineEdit):
            found.append(each.text())
        elif callable(text := getattr(each, "text", None)):
            found.append(str(text()))
    return " · ".join(text for text in found if text)
