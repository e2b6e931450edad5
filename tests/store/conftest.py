"""An office to test with: a real encrypted store, and what an officer does."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from counter_app.domain.acts.kinds import KINDS, Body
from counter_app.domain.acts.received import (
    ProcedureRef,
    Promise,
    Received,
    ReceivedPaper,
)
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.dossiers.code import official_code
from counter_app.domain.dossiers.number_block import Lane, NumberBlock
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import (
    Author,
    ChainHead,
    Entry,
    Origin,
    Recorded,
    body_bytes,
    seal,
)
from counter_app.domain.journal.identifier import uuid7
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.people.person import Identity, IdentityKind, Person
from counter_app.domain.procedures.channels import Channel
from counter_app.store.store import Store

VIETNAM = timezone(timedelta(hours=7))
KEY = bytes(range(32))
START = datetime(2025, 7, 18, 8, 0, tzinfo=VIETNAM)
AGENCY = "H00.15"


class Feed:
    """Another counter, or the server: seals entries of its own chain."""

    def __init__(self, chain: str, office: Office, origin: Origin) -> None:
        self.head = ChainHead(chain)
        self._office = office
        self._origin = origin

    def entry(
        self, body: Body, dossier: str | None = None, code: str | None = None, **known: Any
    ) -> tuple[Entry, bytes]:
        data = body_bytes(body)
        entry = seal(
            self.head,
            uid=known.get("uid") or self._office.new_id(),
            kind=KINDS[type(body)],
            data=data,
            author=Author("o9", "online", "quay-9"),
            occurred_at=self._office.tick(),
            clock_quality=ClockQuality.SYNCED,
            origin=self._origin,
            dossier=dossier,
            code=code,
        )
        self.head = entry.head()
        return entry, data


class Office:
    """One counter with its store; time goes on by a second with each act."""

    def __init__(self, folder: Path, key: bytes | None = KEY) -> None:
        self.folder = folder
        self.key = key
        self.now = START
        self.ids = 0
        self.number = 0
        self.version = 0
        self.store = self.open()
        with self.store.writing() as tx:
            tx.journal.begin_chain("chain-1")
            tx.numbers.add([self.block("b-near", 1, 4000)])

    @property
    def path(self) -> Path:
        return self.folder / "store.db"

    @property
    def mark_path(self) -> Path:
        return self.folder / "mark.json"

    def open(self, **options: Any) -> Store:
        return Store.open(self.path, self.key, self.mark_path, **options)

    def reopen(self) -> Store:
        self.store.close()
        self.store = self.open()
        return self.store

    def feed(self, chain: str = "chain-9", origin: Origin = Origin.COUNTER) -> Feed:
        return Feed(chain, self, origin)

    def new_id(self) -> str:
        self.ids += 1
        noise = hashlib.sha256(str(self.ids).encode()).digest()[:10]
        return uuid7(int(self.now.timestamp() * 1000), noise)

    def tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def block(
        self, uid: str, first: int, last: int, lane: Lane = Lane.NEAR, day: date | None = None
    ) -> NumberBlock:
        day = day or START.date()
        return NumberBlock(uid, AGENCY, day, first, last, first, lane, "00001", 1)

    def received(self, name: str = "Nguyễn Thị Mẫu", **changes: Any) -> Received:
        self.number += 1
        now = self.now.astimezone(VIETNAM)
        received = Received(
            code=official_code(AGENCY, now.date(), self.number),
            procedure=ProcedureRef("1.001193", "Đăng ký khai sinh", "v1", "Hộ tịch", AGENCY),
            channel=Channel.COUNTER,
            applicant=Person(
                name,
                identity=Identity(IdentityKind.CITIZEN_CARD, f"001{self.number:09d}"),
                phone="0912 345 678",
            ),
            papers=(ReceivedPaper("Tờ khai", originals=1),),
            limit=Limit(LimitUnit.WORKING_DAY, None, "3 ngày làm việc"),
            received_at=now,
            promise=Promise(now + timedelta(days=3), "working_day", "2025"),
            form_set="TT03-2025",
            centre="Trung tâm phục vụ hành chính công Mẫu",
            officer_name="Lê Văn Mẫu",
            counter_name="Quầy 1",
            book="Q1",
            book_year=2025,
            serial=self.number,
        )
        return dataclasses.replace(received, **changes)

    def register(self, name: str = "Nguyễn Thị Mẫu", **changes: Any) -> str:
        uid = self.new_id()
        self.tick()
        self.act(self.received(name, **changes), uid)
        return uid

    def act(
        self,
        body: Body,
        dossier: str | None = None,
        code: str | None = None,
        uid: str | None = None,
    ) -> Recorded:
        with self.store.writing() as tx:
            return tx.journal.append(
                KINDS[type(body)],
                body,
                uid=uid or self.new_id(),
                author=Author("o1", "online", "quay-1"),
                occurred_at=self.tick(),
                clock_quality=ClockQuality.LOCAL,
                dossier=dossier,
                code=code,
            )

    def answer(self, uid: str, state: State = State.ACCEPTED, *flags: str) -> bool:
        self.version += 1
        version = self.version if state is State.ACCEPTED else 0
        with self.store.writing() as tx:
            return tx.deliveries.answered(uid, Outcome(state, version, flags))

    def accepted(self, *flags: str) -> Outcome:
        self.version += 1
        return Outcome(State.ACCEPTED, self.version, flags)

    def waiting(self, **limits: int) -> list[str]:
        with self.store.reading() as tx:
            return [each.entry.uid for each in tx.deliveries.waiting(self.now, **limits)]

    def get(self, uid: str) -> Any:
        with self.store.reading() as tx:
            return tx.dossiers.get(uid)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path)
    yield office
    office.store.close()


@pytest.fixture
def make_office() -> Any:
    return Office


@pytest.fixture
def key() -> bytes:
    return KEY
