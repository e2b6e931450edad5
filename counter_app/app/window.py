"""The officer's window from its first paint to its end.

What is imported here is what the first paint waits for; everything heavy comes in `sitting`, behind
the painted window.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.app.one_heap import share_one_heap
from counter_app.config import Folders, Settings, read_settings, resource
from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.login.login import Doors, LoginPresenter
from counter_app.desktop.screens.login.login_screen import LoginScreen
from counter_app.desktop.shell.window import USUAL, Window
from counter_app.desktop.start.alarm import Alarm
from counter_app.desktop.start.alarm_dialog import AlarmDialog
from counter_app.desktop.start.closing import Closing
from counter_app.desktop.start.garbage import Garbage
from counter_app.desktop.start.identity import identify
from counter_app.desktop.start.one_instance import Claim, OneInstance
from counter_app.desktop.start.opening import Opened, Opening
from counter_app.desktop.start.qt_words import speak_vietnamese
from counter_app.desktop.start.stop_signals import StopSignals
from counter_app.desktop.start.thread_jobs import ThreadJobs
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Scheme
from counter_app.domain.dates import VIETNAM
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.home import SettingsRefusedError
from counter_app.domain.errors.keeping.stick import HomeNotOpenError
from counter_app.domain.problems import only_false
from counter_app.i18n import SOURCE, install, load
from counter_app.services.counter.last_seen import read_last_seen

if TYPE_CHECKING:
    from counter_app.app.counter import OpenCounter
    from counter_app.app.home import Home
    from counter_app.app.sitting import Sitting
    from counter_app.app.updating.watch import UpdateWatch
    from counter_app.desktop.screens.first_run.first_run_screen import FirstRunScreen
    from counter_app.devices.spooler import Spooler
    from counter_app.services.counter.workplace import Session
    from counter_app.services.keeping.journal_import import ImportReport
    from counter_app.sync.state import SyncState

SWITCH_SECONDS = 0.0001
"""After so long a thread lets another one in: Python's own 5 ms, a hundred times, is a stall."""

RAISED, SILENT = 0, 1
"""Exit codes of a second start: the first window came to the front; it didn't answer."""


def now() -> datetime:
    """Return the present in Vietnam's time."""
    return datetime.now(VIETNAM)


class OfficersWindow(QObject):
    """One run of the window over one home. `spooler`: another print service than the machine's."""

    NAME = "counter-app"
    DRAWING: tuple[str, ...] = ("icon.svg",)

    def __init__(
        self,
        application: QApplication,
        folders: Folders,
        settings: Settings,
        *,
        plain_store: bool = False,
        flags: Mapping[str, object] | None = None,
        scan_file: Path | None = None,
        spooler: Spooler | None = None,
    ) -> None:
        super().__init__()
        self.application = application
        self._folders = folders
        self.settings = settings
        self._plain_store = plain_store
        self._flags = dict(flags or {})
        self._scan_file = scan_file
        self._spooler = spooler
        self.sitting: Sitting | None = None
        self.updates: UpdateWatch | None = None
        self._wizard: FirstRunScreen | None = None
        self.look = Look(Scheme(settings.scheme), settings.text_percent / 100)
        self.look.apply(application)
        identify(application, self.NAME, resource(*self.DRAWING))
        if settings.language == SOURCE:
            speak_vietnamese(application)
        self.alarm = Alarm(folders.log_dir, now, self._interrupted, self)
        self.alarm_dialog = AlarmDialog(self.look, lambda: self.window, self)
        self.garbage = Garbage(self)
        self.jobs = ThreadJobs(self.alarm.caught, self)
        self.window = Window(self.look)
        self.closing = Closing(self._save, self.alarm.caught, self)
        self.closing.add(self.jobs)
        self.opening = Opening(self.jobs, self._opener, self)
        self.signals = StopSignals(self)
        seen = read_last_seen(folders.last_seen_file)
        doors = Doors(now=now, entered=self._entered, retry=self.opening.begin, back=self._back)
        self.login = LoginScreen(
            self.look, lambda view: LoginPresenter(view, self.jobs, doors, seen)
        )
        self._connect()

    def _connect(self) -> None:
        self.window.asked.connect(self._asked)
        self.window.end_asked.connect(self.closing.begin)
        self.closing.done.connect(self._done)
        self.opening.opened.connect(self._opened)
        self.opening.not_enrolled.connect(self._not_enrolled)
        self.opening.failed.connect(self._failed)
        self.alarm.raised.connect(self.alarm_dialog.show)
        self.signals.asked.connect(self.closing.begin)

    def start(self) -> None:
        """Show the window; the home opens behind it."""
        self.alarm.install()
        self.signals.install()
        self.window.resize(*USUAL)
        self.window.put_in(self.login)
        self.window.retitle(self.login.title())
        self.opening.begin_behind(self.window)
        self.window.show()

    def end(self) -> None:
        """Give back what was taken, when no thread uses it any more."""
        if self.sitting is not None:
            self.sitting.end()
        if self.updates is not None and self.closing.clean:
            self.updates.finish()
        self.opening.leave()
        self.garbage.stop()
        self.signals.remove()
        self.alarm.remove()

    def _opener(self) -> Opened:
        from counter_app.app import sitting  # noqa: F401  loaded here, so that nobody waits for it
        from counter_app.app.counter import OpenCounter

        return OpenCounter.open(
            self._folders.home, plain_store=self._plain_store, flags=self._flags
        )

    @Slot(object)
    def _opened(self, counter: Opened) -> None:
        from counter_app.app.counter import OpenCounter
        from counter_app.app.sitting import Sitting

        assert isinstance(counter, OpenCounter)
        self.sitting = Sitting(self, counter, self._scan_file, self._spooler)
        self.sitting.sync.told.connect(self._line)
        self.garbage.start()
        self._watch_updates(counter)
        self.login.presenter.ready(
            counter.log_in,
            self.sitting.last_seen(),
            retired=counter.retired(),
            choose=counter.log_in,
        )
        if self._wizard is None and self.sitting.first_run_is_open():
            self._show_wizard(counter.home)

    def _watch_updates(self, counter: OpenCounter) -> None:
        from counter_app.app.updating.watch import UpdateWatch

        sitting = self.sitting
        assert sitting is not None
        # A thread of its own, as for the daily check: over a bad line it takes hours.
        leisure = ThreadJobs(self.alarm.caught, self, threads=1)
        note = self.login.presenter.update
        self.updates = UpdateWatch(
            leisure, counter, sitting.say, note, lambda: sitting.office is None, self
        )
        self.closing.began.connect(self.updates.stop)
        self.closing.add(leisure)

    @Slot()
    def _not_enrolled(self) -> None:
        self._show_wizard(None)

    def _show_wizard(self, home: Home | None) -> None:
        from counter_app.app.first_run import Wizard, first_run
        from counter_app.desktop.presenters.first_run.state import Step

        wizard = Wizard(
            jobs=self.jobs,
            folders=self._folders,
            flags=self._flags,
            plain_store=self._plain_store,
            open=self._enrolled,
            keep=self._keep_step,
            finished=self._wizard_finished,
            take_over=self._take_over,
            pages={Step.PRINTER: self._printer_page, Step.SCANNER: self._scanner_page},
        )
        self._wizard = first_run(self.look, wizard, self.settings, home)
        self.window.put_in(self._wizard)
        self.window.retitle(self._wizard.title())

    def _keep_step(self, step: str) -> None:
        if self.sitting is not None:
            self.sitting.keep_first_run(step)

    def _take_over(self, stick: Path, key_file: Path | None) -> ImportReport:
        """Take an old machine's work in, and send it; away from the window's thread."""
        from counter_app.app.replacing.machine_change import take_over

        sitting = self.sitting
        if sitting is None:
            raise HomeNotOpenError
        report = take_over(sitting.counter.home, stick, key_file)
        sitting.sync.nudge()
        return report

    @Slot(object)
    def _line(self, state: SyncState) -> None:
        if self._wizard is not None:
            self._wizard.presenter.line(state)

    def _printer_page(self) -> QWidget:
        return self.sitting.printer_page() if self.sitting is not None else QWidget()

    def _scanner_page(self) -> QWidget:
        return self.sitting.scanners.check_screen() if self.sitting is not None else QWidget()

    def _wizard_finished(self) -> None:
        wizard, self._wizard = self._wizard, None
        self.show_login(switching=False)
        if wizard is not None:
            self.window.take_out(wizard)

    @Slot(object)
    def _failed(self, error: CounterError) -> None:
        self.login.presenter.trouble(error)

    def _enrolled(self) -> None:
        """This machine is a counter now: open its home behind the wizard."""
        self.alarm.watch_crashes()
        self.opening.begin()

    def _entered(self, session: Session) -> None:
        if self.sitting is not None:
            self.sitting.enter(session)

    def _back(self) -> None:
        if self.sitting is not None:
            self.sitting.lock_again()

    def is_first_run(self) -> bool:
        """Tell whether the wizard of the first run is what the window shows."""
        return self._wizard is not None and self.window.inside is self._wizard

    def show_login(self, *, switching: bool) -> None:
        """Show the log-in screen again."""
        self.window.put_in(self.login)
        self.window.retitle(self.login.title())
        seen = self.sitting.last_seen() if self.sitting is not None else None
        self.login.presenter.arrive(seen, switching=switching)

    @Slot(object)
    def _asked(self, command: Command) -> None:
        if self.window.inside is self.login:
            if command is Command.EDIT:  # F4 is the window's key: it never reaches the screen
                self.login.presenter.other()
        elif self.sitting is not None:
            self.sitting.asked(command)

    def _save(self) -> None:
        if self.sitting is not None:
            self.sitting.save()

    def _interrupted(self) -> None:
        self.closing.begin()

    @Slot()
    def _done(self) -> None:
        self.window.may_close = True
        self.window.close()
        self.application.quit()


def run_window(
    home: Path | None,
    *,
    plain_store: bool = False,
    flags: Mapping[str, object] | None = None,
    scan_file: Path | None = None,
    started: Callable[[OfficersWindow], object] | None = None,
    make: Callable[..., OfficersWindow] = OfficersWindow,
) -> int:
    """Run the window until it is closed; return the exit code. `started` gets the running window.

    `make` makes it when no other window has this home: the training mode has one of its own.

    Raises the errors of a home whose very path or settings can't be used.
    """
    folders = Folders.at(home)
    settings, problems = read_settings(folders.settings_file, flags or {})
    if stopping := only_false(problems):
        raise SettingsRefusedError(stopping, path=folders.settings_file)
    # A worker that computes (a receipt, an import) must let the window's thread in at once.
    sys.setswitchinterval(SWITCH_SECONDS)
    share_one_heap()
    install(load(settings.language, resource("i18n")))
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("counter-app")
    instance = OneInstance(folders.home)
    claim = instance.claim()
    if claim is not Claim.FIRST:
        return RAISED if claim is Claim.RAISED else SILENT
    program = make(
        application,
        folders,
        settings,
        plain_store=plain_store,
        flags=flags,
        scan_file=scan_file,
    )
    instance.raised.connect(program.window.come_to_front)
    program.closing.began.connect(instance.closing)
    program.start()
    kept = started(program) if started is not None else None
    try:
        return application.exec()
    finally:
        del kept  # what `started` gave lives as long as the window
        program.end()
        instance.release()
        if not program.closing.clean:
            # A server that drips its answer still holds a thread; the queue is safe in the store.
            os._exit(0)
