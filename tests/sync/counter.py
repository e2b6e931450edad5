"""A whole counter for tests of the wire: its own store, its device key, its gateway."""

from __future__ import annotations

import dataclasses
import random
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from counter_app.contract.devices import EnrolRequest
from counter_app.domain.acts.audit import Viewed
from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.steps import Told
from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.code import official_code
from counter_app.domain.dossiers.number_block import NumberPolicy
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author, Recorded
from counter_app.domain.journal.identifier import uuid7
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.gateway.client import Gateway
from counter_app.gateway.line import Line
from counter_app.store.store import Store
from counter_app.store.subjects.deliveries import QueueCounts
from counter_app.store.subjects.setup import MACHINE
from counter_app.sync.doors import Doors
from counter_app.vault.device_key import DeviceKey, is_signed
from tests.sandbox.counter import reception

THIS_MACHINE = "ab" * 32


def new_id() -> str:
    return uuid7(time.time_ns() // 1_000_000, secrets.token_bytes(10))


def real_now() -> datetime:
    return datetime.now(VIETNAM)


@dataclass
class Device:
    key: DeviceKey
    device: str = ""
    epoch: int = 0

    def sign(self, message: bytes) -> bytes:
        return self.key.sign(message)


@dataclass
class Clock:
    """Real time, shifted by as much as a test says."""

    shift: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return real_now() + self.shift


class Counter:
    """One enrolled counter. `url` may be a way round (a proxy that cuts) to the same server."""

    def __init__(self, folder: Path, url: str, code: str, *, seconds: float = 30) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.store = Store.open(folder / "store.db", None)
        self.device = Device(DeviceKey.create())
        self.chain = new_id()
        self.clock = Clock()
        self.random = random.Random(7)
        self.seconds = seconds
        self.machine = THIS_MACHINE
        line = Line(url, None, connect_seconds=30, read_seconds=seconds)
        answer = Gateway(line).enrol(
            EnrolRequest(
                code=code,
                device_key=self.device.key.public,
                chain=self.chain,
                machine=THIS_MACHINE,
                program="test",
            )
        )
        line.close()
        self.device.device, self.device.epoch = answer.device, answer.epoch
        self.centre, self.catalogue_key = answer.centre, answer.catalogue_key
        with self.store.writing() as tx:
            tx.setup.put(MACHINE, THIS_MACHINE)
            tx.journal.begin_chain(self.chain)
            tx.numbers.add(block.block() for block in answer.blocks)
        self.gateways: list[Gateway] = []
        self.doors = self.to(url)

    def to(self, url: str, *, policy: NumberPolicy | None = None) -> Doors:
        """Return the doors that lead to `url`."""
        line = Line(url, None, connect_seconds=30, read_seconds=self.seconds, now=self.clock)
        gateway = Gateway(line, self.device)
        self.gateways.append(gateway)
        self.doors = Doors(
            store=self.store,
            gateway=gateway,
            device=self.device.device,
            epoch=self.device.epoch,
            agency=self.centre,
            machine=self.machine,
            now=self.clock,
            new_id=new_id,
            chance=self.random.random,
            is_signed=self._is_signed,
            policy=policy or NumberPolicy(far_days=1),
        )
        return self.doors

    def _is_signed(self, message: bytes, signature: str) -> bool:
        import base64

        return is_signed(self.catalogue_key, message, base64.b64decode(signature))

    def close(self) -> None:
        for gateway in self.gateways:
            gateway.close()
        self.store.close()

    def __enter__(self) -> Counter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def register(self) -> Recorded:
        """Register one dossier with a granted number, as at the counter."""
        now = self.clock().replace(microsecond=0)
        with self.store.writing() as tx:
            granted = tx.numbers.take(self.centre, now.date(), "1", now.year)
            assert granted is not None, "no number left"
            code = official_code(self.centre, now.date(), granted.number, granted.block.width)
            body = dataclasses.replace(
                reception(code, self.centre, received_at=now),
                block=granted.block.id,
                book="1",
                book_year=now.year,
                serial=granted.serial,
            )
            return self._append(tx.journal.append, Kind.RECEIVED, body, dossier=new_id())

    def tell(self, dossier: str) -> Recorded:
        """Write a further act on a dossier."""
        with self.store.writing() as tx:
            return self._append(
                tx.journal.append, Kind.TOLD, Told("phone", "ready"), dossier=dossier
            )

    def view(self, many: int = 1) -> list[Recorded]:
        """Write acts without a dossier: the smallest entries."""
        with self.store.writing() as tx:
            return [
                self._append(tx.journal.append, Kind.VIEWED, Viewed(f"H26.15-260302-{at:04d}"))
                for at in range(many)
            ]

    def _append(
        self, append: Callable[..., Recorded], kind: Kind, body: Body, **more: str
    ) -> Recorded:
        return append(
            kind,
            body,
            uid=new_id(),
            author=Author("cb01", "online", "1"),
            occurred_at=self.clock(),
            clock_quality=ClockQuality.SYNCED,
            **more,
        )

    def counts(self) -> QueueCounts:
        with self.store.reading() as tx:
            return tx.deliveries.counts()

    def outcomes(self) -> dict[str, Outcome]:
        """Return what is known of every entry, by uid, from the journal's own reading."""
        with self.store.reading() as tx:
            open_ones = {each.uid: each.state for each in tx.deliveries.listing(100_000)}
            everything = tx.journal.since(0, 1_000_000)
        return {
            entry.uid: Outcome(open_ones.get(entry.uid, State.ACCEPTED))
            for _, entry, _ in everything
        }

    def dossiers(self) -> set[str]:
        with self.store.reading() as tx:
            rows = tx.journal.since(0, 1_000_000)
        return {entry.dossier or "" for _, entry, _ in rows if entry.kind is Kind.RECEIVED}
