"""What works while the home is open: sync, printers, scanners, and the office of who logged in."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from counter_app.app.care import Care
from counter_app.app.counter import OpenCounter
from counter_app.app.dating.asking import DateQuestions
from counter_app.app.first_run import DONE, STEP
from counter_app.app.locking import Locking
from counter_app.app.official_codes import OfficialCodes
from counter_app.app.pages.officers_jobs import OfficersJobs
from counter_app.app.painted_first import PaintedFirst
from counter_app.app.program import Program
from counter_app.app.scanners import Scanners
from counter_app.config import write_settings
from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.changes import Changes
from counter_app.desktop.commands import Command
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.scanner_check.fault_words import tamper_words
from counter_app.desktop.presenters.status.status import StatusPresenter
from counter_app.desktop.printing.outcome import PrinterLine
from counter_app.desktop.printing.painter import paint
from counter_app.desktop.printing.printers import Printers
from counter_app.desktop.scanning.meaning import meaning_of
from counter_app.desktop.scanning.raw_scan import RawScan
from counter_app.desktop.shell.always import always
from counter_app.desktop.start.idle import IdleWatch
from counter_app.desktop.start.sync_thread import SyncThread
from counter_app.desktop.start.thread_jobs import ThreadJobs
from counter_app.desktop.widgets.cards.toast import Toast
from counter_app.devices.paper_scanners.this_scanner import this_scanner
from counter_app.devices.spooler import Spooler
from counter_app.devices.this_spooler import this_spooler
from counter_app.domain.errors import CounterError
from counter_app.domain.people.address import UnitTable
from counter_app.i18n import tr
from counter_app.services.counter.last_seen import LastSeen, write_last_seen
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.scanning import PaperDoors
from counter_app.services.printing.print_room import PrintRoom
from counter_app.services.printing.print_setup import PrintSetup
from counter_app.services.printing.profiles import Profiles
from counter_app.services.signing_in.known_officers import known_officers
from counter_app.sync.state import SyncState

if TYPE_CHECKING:  # loaded by `_load`, behind the log-in
    from counter_app.app.pages.office_pages import PageParts
    from counter_app.desktop.desk import Desk
    from counter_app.desktop.shell.office import Hooks, Office
    from counter_app.papers.fonts import FontChoice


class Sitting(QObject):
    """Made when the home is open; lives until the window ends."""

    def __init__(
        self,
        program: Program,
        counter: OpenCounter,
        scan_file: Path | None,
        spooler: Spooler | None = None,
    ) -> None:
        super().__init__(program.window)
        self.program = program
        self.counter = counter
        self.office: Office | None = None
        self._session: Session | None = None
        self._toast: Toast | None = None
        self._books: tuple[FontChoice, UnitTable] | None = None
        self._behind = PaintedFirst(program.jobs, self)
        self.changes = Changes(self)
        self.dates = DateQuestions(program, counter.workplace, self.say, self._begin_anew, self)
        self._jobs = OfficersJobs(self._behind, self.dates.ask)
        self.changes.changed.connect(self._changed)
        self.sync = SyncThread(counter.loop, program.alarm.caught, self)
        self.sync.told.connect(self._line)
        home = counter.home
        self.profiles = Profiles(home.store, home.settings)
        spooler = spooler or this_spooler()
        self.setup = PrintSetup(spooler, self.profiles)
        room = PrintRoom(spooler, self.profiles.get, home.folders.outbox, paint, monotonic)
        self.printers = Printers(room, program.alarm.caught, self.profiles.first, self)
        self.printers.line_changed.connect(self._printer)
        self.scanners = Scanners(program, counter, scan_file, self)
        self.scanners.scanned.connect(self._scanned)
        self.scanners.tampered.connect(self._tampered)
        self.scanners.stood.connect(self._scanner)
        program.closing.add(self.sync, self.printers)
        self.locking = Locking(
            program.look,
            program.window,
            program.jobs,
            counter,
            unlocked=self._unlocked,
            switch=self._switch,
        )
        self.codes = OfficialCodes(counter.workplace, program.jobs, self.tell, self.say)
        self.idle = IdleWatch(program.application, program.settings.lock_minutes, self)
        self.idle.idle.connect(self.lock_by_itself)
        program.look.changed.connect(self._look_changed)
        program.jobs.run(self._load, self._loaded)
        self.scanners.start()
        self.sync.start()
        # A thread of its own: with its rests it takes minutes, and the pool has only two.
        leisure = ThreadJobs(program.alarm.caught, self, threads=1)
        self.care = Care(leisure, counter, self.say, self)
        program.closing.began.connect(self.care.stop)
        program.closing.add(leisure)

    def end(self) -> None:
        """Give the scanners back; the threads have ended already."""
        self.scanners.stop()

    def first_run_is_open(self) -> bool:
        """Tell whether somebody left the wizard of the first run before its end."""
        return self.counter.setting(STEP) not in (None, DONE)

    def keep_first_run(self, step: str) -> None:
        """Keep where the wizard stands."""
        counter = self.counter
        self.program.jobs.run(lambda: counter.keep(STEP, step), _kept)

    def printer_page(self) -> QWidget:
        """Return the set-up of printing, before anybody has logged in."""
        from counter_app.app.pages.office_pages import printer_page

        program = self.program
        return printer_page(program.look, program.jobs, self.setup, self.printers, self.say)

    def say(self, notice: Notice) -> None:
        """Say something in passing, whatever the window shows."""
        if self.office is not None:
            self.office.notify(notice)
            return
        if self._toast is None:
            self._toast = Toast(self.program.look, self.program.window)
        self._toast.say(notice.bold, notice.rest)

    def last_seen(self) -> LastSeen:
        """Return whom the log-in screen offers, and keep it for the next start."""
        place = self.counter.workplace
        seen = LastSeen(
            place.reference.centre.shown_name,
            tr("Quầy {number}").format(number=place.enrolment.counter),
            known_officers(place),
        )
        write_last_seen(self.counter.home.folders.last_seen_file, seen)
        return seen

    def save(self) -> None:
        """Keep what is being typed."""
        if self.office is not None:
            self.office.save()
            self._behind.hand_on()

    def _load(self) -> tuple[FontChoice, UnitTable]:
        """Load pages and books in a worker. Nobody waits for it: a password is typed meanwhile."""
        from counter_app.app.pages import office_pages  # noqa: F401

        return self.counter.books()

    def _loaded(self, books: tuple[FontChoice, UnitTable]) -> None:
        self._books = books
        if self.office is None:
            self._begin_anew()

    # Officers.

    def enter(self, session: Session) -> None:
        """Let an officer in; what the one before was typing was kept as their draft."""
        same = self._session is not None and self._session.officer.id == session.officer.id
        self._session = session
        if self.office is not None and same:
            self._unlocked(session)
            self.locking.leave()
        else:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Make every page anew, for another officer or another day; what was typed is kept."""
        if self.office is not None:
            self.office.save()
            self._jobs.leave()
            self.program.window.take_out(self.office)
            self.office = None
        if self._session is not None and self._books is not None:
            self._make_office(self._session)

    def _make_office(self, session: Session) -> None:
        from counter_app.app.pages.office_pages import make_pages
        from counter_app.desktop.presenters.form_sets.form_sets import unusable_notice
        from counter_app.desktop.shell.office import Office, OuterDoors

        window = self.program.window
        self.office = Office(
            self.program.look,
            lambda hooks: self._desk(session, hooks),
            lambda look, desk, office: make_pages(self._parts(), look, desk, office),
            OuterDoors(
                lock=self.lock,
                retitle=window.retitle,
                tell=self.tell,
                commands=always,
            ),
        )
        window.put_in(self.office)
        self.office.show_first()
        self.office.printer(self.printers.printer_line())
        self.office.scanner(*self.scanners.standing)
        if self.sync.state is not None:
            self.office.line(self.sync.state)
        self.locking.leave()
        self.idle.touch()
        if unusable := self.counter.workplace.unusable_forms:
            self.office.notify(unusable_notice(unusable))
        self.last_seen()
        self.dates.enter(session)

    def _parts(self) -> PageParts:
        from counter_app.app.pages.office_pages import PageParts

        home = self.counter.home
        return PageParts(
            store=home.store,
            store_file=home.folders.store_file,
            tell=self.tell,
            try_now=self.sync.resume,
            line=self.sync.state,
            papers=PaperDoors(home.files, this_scanner()),
            setup=self.setup,
            printing_changed=self.printers.refresh,
            scanners=self.scanners,
            home=home,
        )

    def _desk(self, session: Session, hooks: Hooks) -> Desk:
        from counter_app.desktop.desk import Desk

        assert self._books is not None
        fonts, units = self._books
        self._jobs = OfficersJobs(self._behind, self.dates.ask)
        return Desk(
            self.counter.workplace,
            session,
            jobs=self._jobs,
            printing=self.printers,
            drafts=self.counter.drafts,
            fonts=fonts,
            units=units,
            notify=hooks.notify,
            nudge=lambda: self._behind.later(self.sync.nudge),
            received=hooks.received,
            printed=hooks.printed,
            preview=hooks.preview,
        )

    # Locking.

    @Slot()
    def lock_by_itself(self) -> None:
        """Nobody has touched anything for a while."""
        self._lock(by_hand=False)

    def lock(self) -> None:
        """Lock the screen; the draft is kept."""
        self._lock(by_hand=True)

    def _lock(self, *, by_hand: bool) -> None:
        session, office = self._session, self.office
        if session is None or office is None or self.program.window.inside is not office:
            return
        office.save()
        self.dates.leave()
        self.locking.lock(session, office.desk.now(), office.drafts(), by_hand=by_hand)
        self._scanner(*self.scanners.standing)
        if self.sync.state is not None and self.locking.status is not None:
            self.locking.status.line(self.sync.state, office.desk.now())

    def lock_again(self) -> None:
        """Go back to the locked screen from the log-in of somebody else."""
        self.locking.show()

    def _switch(self) -> None:
        self.program.show_login(switching=True)

    def _unlocked(self, session: Session) -> None:
        self._session = session
        if self.office is not None:
            self.program.window.put_in(self.office)
            self.office.come_back()
            self.idle.touch()
            self.dates.enter(session)

    # Commands and scans.

    def asked(self, command: Command) -> None:
        """Do a command of the window, where it means something."""
        window = self.program.window
        if command is Command.LOCK:
            self.lock()
        elif self.office is not None and window.inside is self.office:
            self.office.act(command)
        elif self.locking.is_locked and command is Command.EDIT:
            self._switch()

    @Slot(object)
    def _scanned(self, raw: RawScan) -> None:
        office = self.office
        if self.program.is_first_run():
            if self.scanners.check is not None:
                self.scanners.check.take(raw)
            return
        if office is None or self.program.window.inside is not office:
            return  # nobody is there: a scan must not open anything
        if self.scanners.check is not None and office.is_checking_scanner():
            self.scanners.check.take(raw)
            return
        meaning = meaning_of(raw.text, office.desk.today(), raw.at)
        if office.scanned(meaning):
            self.scanners.feedback.accepted()
        else:
            self.scanners.feedback.rejected()

    @Slot(object)
    def _tampered(self, raw: RawScan) -> None:
        if self.office is not None:
            words = tamper_words(raw)
            self.office.notify(Notice(words.bold, words.rest, NoticeKind.ERROR, "keys"))

    # News.

    def tell(self, change: Changed) -> None:
        """Take that something was written here: pages may show it, and it may be sent."""
        self.changes.tell(change)
        self._behind.later(self.sync.nudge)

    @Slot(object)
    def _changed(self, change: Changed) -> None:
        if self.office is not None:
            self.office.changed(change)

    @Slot(object)
    def _line(self, state: SyncState) -> None:
        self.program.login.presenter.line(is_up=self.counter.home.line.online)
        for bar in self._bars():
            bar.line(state, self.counter.home.clock.now().at)
        if self.office is not None:
            self.office.line(state)
        self.codes.line(state, self._session)
        subjects = {Subject.SENDING}
        if state.changed:
            subjects |= {Subject.DOSSIERS, Subject.NUMBERS}
        self.changes.tell(Changed(frozenset(subjects), from_server=True))

    @Slot(object)
    def _printer(self, line: PrinterLine) -> None:
        if self.office is not None:
            self.office.printer(line)

    @Slot(str, str)
    def _scanner(self, name: str, fault: str) -> None:
        for bar in self._bars():
            bar.scanner(name, fault)
        if self.office is not None:
            self.office.scanner(name, fault)

    def _bars(self) -> list[StatusPresenter]:
        """Return the status bars outside the office: of log-in, and of the locked screen."""
        bars = (self.program.login.status, self.locking.status)
        return [bar for bar in bars if bar is not None]

    @Slot()
    def _look_changed(self) -> None:
        """Keep size and colours of this counter."""
        look, program = self.program.look, self.program
        chosen = dataclasses.replace(
            program.settings, scheme=look.scheme.value, text_percent=round(look.scale * 100)
        )
        if chosen == program.settings:
            return
        program.settings = chosen
        path = self.counter.home.folders.settings_file
        program.jobs.run(lambda: write_settings(path, chosen), _kept, self._not_kept)

    def _not_kept(self, error: CounterError) -> None:
        if self.office is not None:
            self.office.notify(of_error(error))


def _kept(_: None) -> None:
    """The officer sees the size."""
