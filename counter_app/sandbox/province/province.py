"""A province at work: its database, its keys, and the doors of its transactions."""

from __future__ import annotations

import dataclasses
import json
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.engine import RowMapping

from counter_app.contract.entries import BatchAnswer, EntryBatch
from counter_app.domain.centre import Centre
from counter_app.domain.dossiers.code import PRACTICE_AGENCY
from counter_app.domain.enrolment import CounterPlace
from counter_app.domain.journal.canonical import canonical
from counter_app.domain.plain import from_plain, to_plain
from counter_app.sandbox.province import devices, files, lists, presence, sessions
from counter_app.sandbox.province.entries.intake import ForkError, take_batch
from counter_app.sandbox.province.entries.verdict import Circumstances
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records import once_codes
from counter_app.sandbox.records import tables as t
from counter_app.sandbox.records.database import Database
from counter_app.sandbox.records.secrets import province_keys
from counter_app.sandbox.settings import SandboxSettings

CENTRE = "centre"


class Province:
    """The reference province. Stateless but for its database: several may share one.

    Raises ValueError when neither the settings nor the resources name a centre.
    """

    def __init__(self, settings: SandboxSettings) -> None:
        self.settings = settings
        self.database = Database(settings.database_url)
        self.database.create()
        self.new_password = ""
        """The administrator's password, when it was made just now; shown once."""
        with self.database.writing() as tx:
            self.keys = province_keys(tx)
            self._set_up(tx)

    def now(self) -> datetime:
        """Return the server's time, in Vietnam's zone."""
        return self.settings.clock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view."""
        with self.database.reading() as tx:
            yield tx

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction."""
        with self.database.writing() as tx:
            yield tx

    def take(self, device: str, epoch: int, batch: EntryBatch) -> BatchAnswer:
        """Take a batch of a device, whole or not at all. A fork freezes the device."""
        try:
            with self.writing() as tx:
                row = active_device(tx, device, epoch, lock=True)
                presence.heard(tx, device, self.now())
                return take_batch(self.circumstances(tx, row), batch)
        except ForkError:
            with self.writing() as tx:
                devices.set_state(tx, device, devices.FROZEN)
            raise RefusalError("chain-fork") from None

    def circumstances(self, tx: Connection, device: RowMapping | None) -> Circumstances:
        """Return what a step is judged by now; `device` None for the server's clerk."""
        return Circumstances(tx, device, lists.lists(tx), self.now(), self.settings.practice)

    def enrol_code(self, counter: str = "1", *, centre: str = "", renews: str | None = None) -> str:
        """Return a new one-time code for a counter. Raises `RefusalError` for an unknown device."""
        with self.writing() as tx:
            return self._enrol_code(tx, counter, centre, renews)

    def enrol_codes(
        self, places: Iterable[CounterPlace], *, days: int = devices.CODE_DAYS
    ) -> tuple[str, ...]:
        """Return a new one-time code for each counter, good for so many days: all or none."""
        with self.writing() as tx:
            return tuple(
                self._enrol_code(tx, each.counter, each.centre, None, days) for each in places
            )

    def _enrol_code(
        self,
        tx: Connection,
        counter: str,
        centre: str,
        renews: str | None,
        days: int = devices.CODE_DAYS,
    ) -> str:
        code = centre or tx.execute(select(t.centre.c.code).limit(1)).scalar_one()
        plain = tx.execute(select(t.centre.c.plain).where(t.centre.c.code == code)).scalar()
        if plain is None:
            raise RefusalError("not-found")
        if renews is not None and _device(tx, renews) is None:
            raise RefusalError("not-found")
        known = from_plain(Centre, json.loads(plain)).counter(counter)
        name = known.name if known and known.name else f"Quầy {counter}"
        return devices.make_code(
            tx,
            centre=code,
            counter=counter,
            counter_name=name,
            now=self.now(),
            renews=renews,
            days=days,
        )

    def set_password(self, officer: str, password: str) -> None:
        """Set an officer's password."""
        verifier = sessions.new_verifier(password)
        with self.writing() as tx:
            sessions.set_password(tx, officer, verifier)

    def once_code(self, officer: str, centre: str = "") -> str:
        """Return a new one-time code for an officer of a centre ("": this province's first)."""
        with self.writing() as tx:
            where = centre or tx.execute(select(t.centre.c.code).limit(1)).scalar_one()
            return once_codes.make(tx, officer, where, self.now())

    def tried(self, officer: str, password: str) -> sessions.Try:
        """Try a password; nobody waits for it. Raises `RefusalError` while the name is closed."""
        with self.reading() as tx:
            verifier = sessions.verifier_of(tx, officer, self.now())
        return sessions.tried(officer, password, verifier)

    def add_centre(self, centre: Centre) -> None:
        """Add a centre, or change its data."""
        with self.writing() as tx:
            _put_centre(tx, centre)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def _set_up(self, tx: Connection) -> None:
        settings = self.settings
        files.adopt_uploads(tx, self.now())
        files.clear_abandoned(tx, self.now() - timedelta(days=settings.abandoned_days))
        lists.publish_folder(tx, settings.resources, self.keys, now=self.now())
        lists.publish_support_key(tx, self.keys, now=self.now())
        published = _published_centre(tx)
        centre = settings.centre or published
        if centre is None:
            raise ValueError("neither the settings nor the resources name a centre")
        if settings.practice:
            # No province has H00: nothing of a practice may be taken for real.
            _, dot, rest = centre.code.partition(".")
            centre = dataclasses.replace(centre, code=f"{PRACTICE_AGENCY}{dot}{rest}")
        if centre != published:
            body = canonical(to_plain(centre))
            lists.publish(tx, CENTRE, body, self.keys, now=self.now())
        _put_centre(tx, centre)
        known = tx.execute(select(t.officer.c.id).where(t.officer.c.id == sessions.ADMIN)).first()
        if settings.admin_password or known is None:
            password = settings.admin_password or secrets.token_urlsafe(12)
            self.new_password = "" if settings.admin_password else password
            sessions.set_password(tx, sessions.ADMIN, sessions.new_verifier(password))


def active_device(
    tx: Connection, number: str, epoch: int | None, *, lock: bool = False
) -> RowMapping:
    """Return the device's row. Raises `RefusalError` when it may not speak.

    `epoch` None: any epoch may ask (recovery). `lock`: no other transaction of this device goes on
    before this one ends (SQLite has one writer anyway).
    """
    row = _device(tx, number, lock=lock)
    if row is None:
        raise RefusalError("device-unknown")
    if row["state"] not in devices.SPEAKING:
        raise RefusalError(f"device-{row['state']}")
    if epoch is not None and row["epoch"] != epoch:
        raise RefusalError("device-epoch")
    return row


def _device(tx: Connection, number: str, *, lock: bool = False) -> RowMapping | None:
    query = select(t.device).where(t.device.c.number == number)
    if lock:
        query = query.with_for_update()
    return tx.execute(query).mappings().one_or_none()


def _put_centre(tx: Connection, centre: Centre) -> None:
    plain = canonical(to_plain(centre)).decode()
    where = t.centre.c.code == centre.code
    if not tx.execute(update(t.centre).where(where).values(plain=plain)).rowcount:
        tx.execute(insert(t.centre).values(code=centre.code, plain=plain, feed_position=0))


def _published_centre(tx: Connection) -> Centre | None:
    c = t.catalogue.c
    body = tx.execute(select(c.body).where(c.name == CENTRE, c.current)).scalar()
    return None if body is None else from_plain(Centre, json.loads(body))
