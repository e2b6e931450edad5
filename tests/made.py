"""Synthetic acts and dossiers for tests: no real person stands behind any of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from counter_app.domain.acts.intake import Submitted, SubmittedFile
from counter_app.domain.acts.kinds import KINDS, Body
from counter_app.domain.acts.received import ProcedureRef, Promise, Received, ReceivedPaper
from counter_app.domain.dates import VIETNAM
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author, ChainHead, Origin, Recorded, body_bytes, seal
from counter_app.domain.journal.identifier import uuid7
from counter_app.domain.people.person import Address, Identity, IdentityKind, Person
from counter_app.domain.procedures.channels import Channel

NOON = datetime(2026, 11, 20, 10, 0, tzinfo=VIETNAM)
AUTHOR = Author("cb-01", "online", "12")
CHAIN = "01936000-0000-7000-8000-00000000c0de"


def uid(number: int) -> str:
    """Return the `number`-th synthetic UUIDv7."""
    return uuid7(1_790_000_000_000 + number, number.to_bytes(10, "big"))


def person(name: str = "Trần Thị Mẫu", number: str = "001184000123") -> Person:
    """Return a synthetic citizen."""
    return Person(
        name=name,
        identity=Identity(IdentityKind.CITIZEN_CARD, number),
        address=Address(original="Số 12, phường Mẫu, tỉnh Ví Dụ"),
        phone="0900000456",
    )


def received(code: str = "H26.15-261120-0001", **changes: object) -> Received:
    """Return a reception; `changes` replace fields."""
    fields: dict[str, object] = {
        "code": code,
        "procedure": ProcedureRef("1.001193", "Đăng ký khai sinh", "1", "Hộ tịch"),
        "channel": Channel.COUNTER,
        "applicant": person(),
        "papers": (ReceivedPaper("Tờ khai đăng ký khai sinh", originals=1),),
        "limit": Limit(LimitUnit.WORKING_DAY, Decimal(3)),
        "received_at": NOON,
        "promise": Promise(NOON + timedelta(days=6), "working_day:3", "2026.1"),
        "form_set": "TT03-2025",
        "centre": "H26.15",
        "officer_name": "Phạm Thị Ví",
        "counter_name": "Hộ tịch",
        "book": "12",
        "book_year": 2026,
        "serial": 1,
        "block": uid(900),
    }
    fields.update(changes)
    return Received(**fields)  # type: ignore[arg-type]


def submission(code: str = "G00.99-20261120-0000017", **changes: object) -> Submitted:
    """Return what came online at NOON; `changes` replace fields of what the citizen wishes."""
    wished = {
        "channel": Channel.ONLINE,
        "promise": Promise(None, "", ""),
        "form_set": "",
        "officer_name": "",
        "counter_name": "",
        "book": "",
        "book_year": 0,
        "serial": 0,
        "block": "",
        **changes,
    }
    file = SubmittedFile("to-khai.pdf", "cd" * 32, 183_204)
    return Submitted(received(code, **wished), NOON, (file,))


class Life:
    """Writes the entries of one dossier on one chain, minute by minute."""

    def __init__(self, dossier: str | None = None, chain: str = CHAIN, first: int = 1) -> None:
        self.dossier = dossier or uid(first)
        self.head = ChainHead(chain)
        self.at = NOON
        self.entries: list[Recorded] = []
        self._next = first

    def does(self, body: Body, origin: Origin = Origin.COUNTER) -> Recorded:
        """Append one act and return it."""
        after = self.entries[-1].entry.uid if self.entries else None
        entry = seal(
            self.head,
            uid=uid(self._next),
            kind=KINDS[type(body)],
            data=body_bytes(body),
            author=AUTHOR,
            occurred_at=self.at,
            clock_quality=ClockQuality.SYNCED,
            origin=origin,
            dossier=self.dossier,
            after=after,
        )
        self.head = entry.head()
        self.at += timedelta(minutes=1)
        self._next += 1
        recorded = Recorded(entry, body)
        self.entries.append(recorded)
        return recorded
