"""A counter as small as can be: a key, a chain, signed requests. Not the program's own."""

from __future__ import annotations

import base64
import copy
import gzip
import hashlib
import json
import random
import secrets
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from counter_app.contract.entries import BatchAnswer, EntryResult, WireEntry
from counter_app.contract.signing import DEVICE, EPOCH, SIGNATURE, TIME, signed_text
from counter_app.domain.acts.kinds import KINDS, Body
from counter_app.domain.acts.received import ProcedureRef, Promise, Received, ReceivedPaper
from counter_app.domain.acts.steps import Change, ContactWay, Corrected, Told, Withdrawn
from counter_app.domain.dates import VIETNAM
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.dossiers.code import official_code
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author, ChainHead, body_bytes, seal
from counter_app.domain.journal.identifier import uuid7
from counter_app.domain.people.person import Person
from counter_app.domain.procedures.channels import Channel


def new_uid() -> str:
    return uuid7(time.time_ns() // 1_000_000, secrets.token_bytes(10))


def now() -> datetime:
    return datetime.now(VIETNAM).replace(microsecond=0)


@dataclass
class SignedCounter:
    """One device. `blocks` are WireBlocks as JSON; numbers are taken in their order."""

    url: str
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    chain: str = field(default_factory=new_uid)
    device: str = ""
    epoch: int = 0
    centre: str = ""
    time_shift: timedelta = field(default_factory=timedelta)

    def __post_init__(self) -> None:
        self.head = ChainHead(self.chain)
        self.last: dict[str, str] = {}
        self.blocks: list[dict[str, Any]] = []
        self.used: list[str] = []
        self.session = requests.Session()
        self.session.trust_env = False

    @property
    def public(self) -> str:
        return base64.b64encode(self.key.public_key().public_bytes_raw()).decode()

    def enrol_message(self, code: str) -> dict[str, Any]:
        return {
            "code": code,
            "device_key": self.public,
            "chain": self.chain,
            "machine": "ab" * 32,
            "program": "test 1",
        }

    def enrol(self, code: str) -> SignedCounter:
        response = self.session.post(f"{self.url}/v1/devices", json=self.enrol_message(code))
        assert response.status_code == 200, response.text
        answer = response.json()
        self.device, self.epoch = answer["device"], answer["epoch"]
        self.centre, self.blocks = answer["centre"], answer["blocks"]
        return self

    def headers(self, method: str, target: str, data: bytes) -> dict[str, str]:
        at = (datetime.now(VIETNAM) + self.time_shift).isoformat()
        digest = hashlib.sha256(data).hexdigest()
        text = signed_text(method, target, self.device, self.epoch, at, digest)
        return {
            DEVICE: self.device,
            EPOCH: str(self.epoch),
            TIME: at,
            SIGNATURE: base64.b64encode(self.key.sign(text)).decode(),
        }

    def call(
        self,
        method: str,
        target: str,
        body: object = None,
        *,
        zipped: bool = False,
        headers: dict[str, str] | None = None,
    ) -> requests.Response:
        data = b"" if body is None else json.dumps(body).encode()
        more = dict(headers or {})
        if body is not None:
            more["Content-Type"] = "application/json"
        if zipped:
            data = gzip.compress(data)
            more["Content-Encoding"] = "gzip"
        signed = {**self.headers(method, target, data), **more}
        return self.session.request(
            method, self.url + target, data=data or None, headers=signed, timeout=30
        )

    def entry(
        self,
        body: Body,
        *,
        dossier: str | None = None,
        code: str | None = None,
        after: str | None = "own",
        at: datetime | None = None,
        officer: str = "cb01",
    ) -> WireEntry:
        """Return the next entry of the chain; `after` is this chain's previous on the dossier."""
        key = dossier or code or ""
        data = body_bytes(body)
        entry = seal(
            self.head,
            uid=new_uid(),
            kind=KINDS[type(body)],
            data=data,
            author=Author(officer, "online", "1"),
            occurred_at=at or now(),
            clock_quality=ClockQuality.SYNCED,
            dossier=dossier,
            code=code,
            after=self.last.get(key) if after == "own" else after,
        )
        self.head = entry.head()
        if key:
            self.last[key] = entry.uid
        return WireEntry.of(entry, data)

    def entry_again(self, old: WireEntry) -> WireEntry:
        """Return an entry of an earlier chain, sealed anew in this one: same uid, same body."""
        data = old.body.encode()
        entry = seal(
            self.head,
            uid=old.uid,
            kind=old.entry().kind,
            data=data,
            author=Author(old.officer, old.officer_auth, old.counter),
            occurred_at=old.occurred_at,
            clock_quality=old.clock_quality,
            dossier=old.dossier,
            code=old.code,
        )
        self.head = entry.head()
        return WireEntry.of(entry, data)

    def number(self) -> str:
        block = next(block for block in self.blocks if block["first"] <= block["last"])
        number, block["first"] = block["first"], block["first"] + 1
        day = datetime.fromisoformat(block["day"]).date()
        self.used.append(official_code(block["agency"], day, number, block["width"]))
        return self.used[-1]

    def received(self, *, code: str | None = None, **changes: Any) -> WireEntry:
        """Return a reception on a new dossier, with a granted number."""
        body = reception(code or self.number(), **{"centre": self.centre, **changes})
        return self.entry(body, dossier=new_uid())

    def batch(self, entries: list[WireEntry], batch_id: str | None = None) -> dict[str, Any]:
        return {
            "device": self.device,
            "epoch": self.epoch,
            "batch_id": batch_id or new_uid(),
            "entries": [entry.model_dump(mode="json", by_alias=True) for entry in entries],
        }

    def send(self, entries: list[WireEntry]) -> list[EntryResult]:
        response = self.call("POST", "/v1/entries", self.batch(entries), zipped=True)
        assert response.status_code == 200, response.text
        return list(BatchAnswer.model_validate(response.json()).results)

    def twin(self) -> SignedCounter:
        """Return a copy of the machine, as a cloned disk makes one."""
        other = SignedCounter(self.url, self.key, self.chain, self.device, self.epoch, self.centre)
        other.head, other.last = self.head, dict(self.last)
        other.blocks = copy.deepcopy(self.blocks)
        return other


def reception(code: str, centre: str, **changes: Any) -> Received:
    """Return a plain reception of today, without a limit so that nothing is due."""
    at = changes.pop("received_at", None) or now()
    values: dict[str, Any] = {
        "code": code,
        "procedure": ProcedureRef("1.001193", "Thủ tục đăng ký khai sinh", "1"),
        "channel": Channel.COUNTER,
        "applicant": Person("Trần Thị Mẫu"),
        "papers": (ReceivedPaper("Tờ khai", originals=1),),
        "limit": Limit(LimitUnit.NONE),
        "received_at": at,
        "promise": Promise(None, "none", "2026.1"),
        "form_set": "TT03-2025",
        "centre": centre,
        "officer_name": "Lê Văn Ví Dụ",
        "counter_name": "Quầy 1",
    }
    return Received(**{**values, **changes})


def day_of_work(counter: SignedCounter, chance: random.Random, size: int) -> list[WireEntry]:
    """Return a chain of entries on a few dossiers, some steps impossible."""
    entries: list[WireEntry] = []
    open_ones: list[str] = []
    for _ in range(size):
        if not open_ones or chance.random() < 0.25:
            entries.append(counter.received())
            open_ones.append(str(entries[-1].dossier))
            continue
        body = chance.choice(
            [
                Told(ContactWay.PHONE, "báo"),
                Withdrawn("rút"),
                Corrected("gõ nhầm", (Change("/note", "null", f'"{chance.random()}"'),)),
            ]
        )
        entries.append(counter.entry(body, dossier=chance.choice(open_ones)))
    return entries
