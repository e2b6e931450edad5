"""One open home: settings, key, store, and what is made of them."""

from __future__ import annotations

import base64
import os
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from counter_app.app.dating.machine_clock import MachineClock, machine_wall
from counter_app.config import Folders, HomeLock, Settings, read_settings
from counter_app.domain.dates import VIETNAM, vietnam_time
from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.enrolment import Enrolment
from counter_app.domain.errors.home import SettingsRefusedError
from counter_app.domain.errors.store import StoreGoneError
from counter_app.domain.errors.vault import NoKeyError
from counter_app.domain.errors.work import NotEnrolledError
from counter_app.domain.journal.identifier import uuid7
from counter_app.domain.problems import only_false
from counter_app.gateway.client import Gateway
from counter_app.gateway.line import Line
from counter_app.gateway.trust import tls_context
from counter_app.services.counter.books_read import BooksRead
from counter_app.services.counter.catalogues import activate_staged
from counter_app.services.counter.clock import Clock
from counter_app.services.counter.enrolment import (
    DeviceSigner,
    read_device_key,
    read_enrolment,
)
from counter_app.services.counter.opening import Settled, settle
from counter_app.services.counter.reference import Reference, load_reference
from counter_app.services.counter.workplace import Workplace
from counter_app.services.forms.own import OwnForms, load_own, own_folder
from counter_app.services.forms.taking import record_found
from counter_app.services.keeping.file_sweep import sweep
from counter_app.services.keeping.journal_thread import JournalThread
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.services.keeping.second_journal import SecondJournal
from counter_app.services.officers.appointing import appointed
from counter_app.services.rollout.home_note import keep_home_note
from counter_app.services.support.kept_key import keep_support_key
from counter_app.services.support.log_file import kept_log
from counter_app.services.training import sides
from counter_app.services.updates.wiring import end_begun, updates_of
from counter_app.store.store import Store, is_gone
from counter_app.sync.clock import Offset, offset_of
from counter_app.sync.doors import Doors, FileShelf
from counter_app.sync.round import RoundReport, run_round
from counter_app.vault.device_key import is_signed
from counter_app.vault.machine import Machine, identify
from counter_app.vault.store_key import KeyHome, StoreKey, create_key, ensure_recovery, open_key

if TYPE_CHECKING:
    from counter_app.services.updates.applying import Updates

PLAIN_KEY = bytes(32)
"""Stands in for the store key where `--plain-store` leaves the file unencrypted: tests and demo."""


@dataclass(slots=True)
class LineState:
    """Whether the last contact with the server succeeded. Only words depend on it."""

    online: bool = False


def new_id() -> str:
    """Return a fresh UUIDv7."""
    return uuid7(int(datetime.now(VIETNAM).timestamp() * 1000), os.urandom(10))


@dataclass(slots=True)
class Home:
    """One open home: settings, key, store. `workplace` and `gateway` need an enrolment."""

    folders: Folders
    settings: Settings
    machine: Machine
    store: Store
    key: bytes
    clock: Clock
    line: LineState = field(default_factory=LineState)
    settled: Settled | None = None
    store_key: StoreKey | None = None
    own_forms: OwnForms | None = None
    second: JournalThread | None = None
    practice_line: str = ""
    """Address of the practice province: the only one that a training home speaks to."""

    def enrolment(self) -> Enrolment:
        """Return what this machine is in its province. Raises NotEnrolledError."""
        found = read_enrolment(self.store)
        if found is None:
            raise NotEnrolledError
        return found

    def reference(self) -> Reference:
        """Return the books: the active catalogues, or what ships with the program.

        Officers have the appointments that were made on the spot, here or at another counter.
        The office's own form sets are those that lay in the home when it was opened; one that is
        taken over since comes into use by `Workplace.forms`.
        """
        if self.own_forms is None:
            self.own_forms = load_own(own_folder(self.folders.store_file), _passes)
        own = self.own_forms
        with self.store.reading() as tx:

            def active(name: str) -> bytes | None:
                found = tx.catalogues.active(name)
                return found.body if found else None

            names = [line.name for line in tx.catalogues.listing()]
            found = load_reference(active, names, own.sets)
            today = vietnam_time(self.clock.now().at).date()
            officers = appointed(tx, found.officers, today, today)
        unusable = (*found.unusable_forms, *own.unusable)
        return replace(found, officers=officers, unusable_forms=unusable)

    def updates(self) -> Updates:
        """Return what updates need of this home."""
        return updates_of(self.store, lambda: self.clock.now().at, _passes)

    @property
    def files(self) -> SealedFiles:
        """Where the scanned papers of this home are kept."""
        return SealedFiles.beside(self.folders.store_file, self.key)

    def workplace(self) -> Workplace:
        """Return what the services work with, by the newest lists that came. NotEnrolledError."""
        enrolment = self.enrolment()
        activate_staged(self.store, self.clock.now().at.date(), _passes)
        read = BooksRead()
        with self.store.reading() as tx:
            read.are_behind(tx)
        return Workplace(
            store=self.store,
            clock=self.clock,
            new_id=new_id,
            enrolment=enrolment,
            reference=self.reference(),
            is_online=lambda: self.line.online,
            second_copy=lambda: self.second.state if self.second else None,
            renew=partial(self._renewed, read),
        )

    def _renewed(self, read: BooksRead) -> Reference | None:
        """Return the books anew when lists came that are in force today; None otherwise.

        An appointment that a head made at another counter is such news, too, and a list that was
        left for the one before.
        """
        activate_staged(self.store, self.clock.now().at.date(), _passes)
        with self.store.reading() as tx:
            are_behind = read.are_behind(tx)
        return self.reference() if are_behind else None

    def second_journal(self, folder: str = "") -> SecondJournal | None:
        """Return the copier of the second journal to `folder`, or to the chosen one; None: none.

        Raises NotEnrolledError.
        """
        folder = folder or self.settings.second_journal
        key = read_device_key(self.store, self.key)
        if not folder or key is None:
            return None
        return SecondJournal(self.store, Path(folder), self.enrolment(), self.key, key)

    def keep_second_journal(self, alarm: Callable[[BaseException], None]) -> None:
        """Copy what is committed to the second journal from now on, if one was chosen."""
        journal = self.second_journal()
        if journal is None:
            return
        folder = self.settings.second_journal
        self.second = JournalThread(journal, lambda: self.clock.now().at, folder, alarm=alarm)
        self.store.watch(self.second.nudge)
        self.second.start()

    def gateway(self, server_url: str = "") -> Gateway:
        """Return the door to the server, signed when this machine is enrolled."""
        enrolment = read_enrolment(self.store)
        if self.practice_line:
            server_url = sides.only_server(self.practice_line, server_url)
        url = server_url or (enrolment.server_url if enrolment else self.settings.server_url)
        parts = urlsplit(url)
        context = None
        if parts.scheme == "https":
            own = enrolment.ca if enrolment else ()
            context = tls_context(parts.netloc, self.settings.ca_file, own)
        # A practice counter's past was lived by another clock than the machine's.
        now = self._present if self.practice_line else machine_wall
        seconds = self.settings.timeout_seconds
        gateway = Gateway(Line(url, context, read_seconds=seconds, now=now))
        key = read_device_key(self.store, self.key)
        if enrolment is None or key is None:
            return gateway
        return gateway.signed_by(DeviceSigner(enrolment, key))

    def _present(self) -> datetime:
        return self.clock.now().at

    def doors(self) -> Doors:
        """Return what rounds with the server need. Raises NotEnrolledError."""
        enrolment, reference = self.enrolment(), self.reference()
        time_worked = working_time(reference.calendar, reference.policy.hours)

        def days_off(first: date, last: date) -> set[date]:
            days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
            return {day for day in days if not time_worked.is_working_day(day)}

        def signed(message: bytes, signature: str) -> bool:
            try:
                return is_signed(enrolment.catalogue_key, message, base64.b64decode(signature))
            except ValueError:
                return False

        return Doors(
            store=self.store,
            gateway=self.gateway(),
            device=enrolment.device,
            epoch=enrolment.epoch,
            agency=enrolment.centre,
            machine=self.machine.fingerprint,
            now=lambda: self.clock.now().at,
            compared=self.compare_clock,
            new_id=new_id,
            chance=random.random,
            is_signed=signed,
            policy=reference.policy.numbers,
            days_off=days_off,
            shelf=FileShelf(self.files.get, self.files.erase, self.settings.file_days),
        )

    def round(self) -> RoundReport:
        """Do one round with the server, here and now; after each recovery another one."""
        report = self._round()
        while report.recovered:
            report = self._round()
        self.line.online = report.reached and report.error is None
        self.compare_clock(report.offset)
        return report

    def compare_clock(self, offset: Offset | None) -> None:
        """Take the last comparison of this machine's clock with the server's."""
        if isinstance(self.clock, MachineClock):
            self.clock.compared(offset)

    def compare_heard(self, gateway: Gateway) -> None:
        """Take what `gateway` last heard of the server's clock."""
        if gateway.heard is not None:
            self.compare_clock(offset_of(gateway.heard))

    def _round(self) -> RoundReport:
        doors = self.doors()
        try:
            return run_round(doors)
        finally:
            doors.gateway.close()


@contextmanager
def open_home(
    home: Path | None,
    *,
    plain_store: bool = False,
    create: bool = False,
    witnessed: bool = True,
    clock: Clock | None = None,
    flags: dict[str, object] | None = None,
    practice_line: str = "",
) -> Iterator[Home]:
    """Open the home at `home` (None: this machine's) for one program, and close it at the end.

    `create` makes key and store of a new home; otherwise a home that isn't there is
    NotEnrolledError. `witnessed`: this machine remembers what it saw of the store, outside the
    home; not for homes that are thrown away. `practice_line` is given by the training mode alone:
    it opens no real home, and nobody else a training home. Raises the errors of home, vault, store
    and training.
    """
    folders = Folders.at(home)
    sides.check_folder(folders.home, training=bool(practice_line))
    if not create and not folders.store_file.exists():
        if is_gone(folders.store_file, folders.mark_file):
            raise StoreGoneError(path=folders.store_file)
        raise NotEnrolledError
    folders.prepare()
    settings, problems = read_settings(folders.settings_file, flags or {})
    if stopping := only_false(problems):
        raise SettingsRefusedError(stopping, path=folders.settings_file)
    with ExitStack() as stack:
        stack.enter_context(HomeLock(folders))
        stack.enter_context(kept_log(folders.log_dir))
        machine = identify(folders.machine_file)
        store_key = None if plain_store else _key(folders, settings, machine, create=create)
        raw = store_key.raw if store_key else None
        store = stack.enter_context(
            Store.open(
                folders.store_file,
                raw,
                folders.mark_file,
                witness_folder=folders.witness_folder if witnessed else None,
            )
        )
        sides.check_store(store, folders.home, training=bool(practice_line))
        opened = Home(
            folders=folders,
            settings=settings,
            machine=machine,
            store=store,
            key=raw or PLAIN_KEY,
            clock=clock or MachineClock(),
            store_key=store_key,
            practice_line=practice_line,
        )
        if read_enrolment(store) is not None:
            place = opened.workplace()
            found = store.standing(store.mark(), machine.fingerprint)
            opened.settled = settle(place, found, machine.fingerprint)
            store.be_witnessed()
            record_found(place, opened.own_forms or OwnForms())
            keep_recovery(opened)
            keep_home_note(folders.home, opened.enrolment())
            keep_support_key(folders.home, place.reference.policy.support_key)
        sweep(store, opened.files, opened.clock.now().at)
        end_begun(store, opened.updates)
        yield opened


def keep_recovery(home: Home) -> str:
    """See that the recovery file holds this store's key; return its printed code ("" if plain)."""
    if home.store_key is None:
        return ""
    enrolment = home.enrolment()
    public = base64.b64decode(enrolment.recovery_key)
    label = f"{enrolment.centre} – máy quầy {enrolment.device}"
    return ensure_recovery(
        key_home(home.folders, home.settings, home.machine), home.key, public, label=label
    )


def key_home(folders: Folders, settings: Settings, machine: Machine) -> KeyHome:
    """Return where the key of this home is kept and what its settings allow."""
    return KeyHome(
        note=folders.key_file,
        recovery=folders.recovery_file,
        secrets=folders.secrets_file,
        machine=machine,
        allow_machine_file=settings.allow_machine_file,
        service=sides.keyring_service(folders.home),
    )


def home_key(folders: Folders, *, plain_store: bool = False) -> bytes | None:
    """Return the raw store key of an existing home, None for a plain store."""
    if plain_store:
        return None
    settings, _ = read_settings(folders.settings_file)
    machine = identify(folders.machine_file)
    return open_key(key_home(folders, settings, machine)).raw


def _passes(plain: object) -> bool:
    """Check a form set that lies in the home and that this program hasn't passed yet."""
    # Loaded here: mostly there is no such set, and papers aren't made before the window is shown.
    from counter_app.services.forms.checking import check_plain

    return check_plain(plain).is_usable


def _key(folders: Folders, settings: Settings, machine: Machine, *, create: bool) -> StoreKey:
    home = key_home(folders, settings, machine)
    try:
        return open_key(home)
    except NoKeyError:
        if not create or folders.store_file.exists():
            raise
        return create_key(home)
