"""Three months of an office for targets and evaluation, and what a slow count finds in it.

The count reads entries and bodies one by one and shares nothing with what it checks.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.acts.kinds import KINDS, Body
from counter_app.domain.acts.received import PaperFirst, ProcedureRef
from counter_app.domain.acts.results import ResultPaper, ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import (
    Change,
    Corrected,
    HandedOver,
    Rated,
    SupplementItem,
    SupplementRequested,
)
from counter_app.domain.dates import vietnam_time
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.people.person import Person, PersonKind
from counter_app.domain.plain import to_plain
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.procedure import Procedure
from counter_app.store.transaction import Transaction
from tests.made import NOON, received
from tests.services.conftest import Counter

BEGUN = NOON - timedelta(days=70)
PAPER = "Tờ khai"
RESULT = (ResultPaper("Kết quả mẫu"),)


def live(counter: Counter, seed: int, dossiers: int = 30) -> set[str]:
    """Let `dossiers` pass through the office; what becomes of each is drawn.

    Returns the entries that the province acknowledged.
    """
    accepted: set[str] = set()
    draw = Random(seed)
    place = counter.workplace
    listed = place.reference.procedures.in_force(NOON.date())
    with place.store.writing() as tx:
        for number in range(dossiers):
            _one(counter, tx, draw, draw.choice(listed[:12]), number + seed * 1000, accepted)
    return accepted


def _one(
    counter: Counter,
    tx: Transaction,
    draw: Random,
    procedure: Procedure,
    number: int,
    accepted: set[str],
) -> None:
    place = counter.workplace
    at = BEGUN + timedelta(days=draw.randrange(66), minutes=number % 60)
    uid = place.new_id()
    officer = draw.choice(("cb-01", "cb-02"))
    agency = draw.random() < 0.25
    kind = PersonKind.STATE_AGENCY if agency else PersonKind.CITIZEN
    paper = draw.random() < 0.2
    body = received(
        f"H26.15-{at:%y%m%d}-{number:04d}",
        procedure=ProcedureRef(
            procedure.code,
            procedure.name,
            procedure.version,
            procedure.field_name,
            procedure.agency_code,
        ),
        channel=draw.choice((Channel.COUNTER, Channel.ONLINE, Channel.POST)),
        applicant=Person("Cơ quan Mẫu" if agency else "Trần Thị Mẫu", kind=kind),
        received_at=at - timedelta(days=1) if paper else at,
        paper_first=PaperFirst("mất điện") if paper else None,
        practice=draw.random() < 0.05,
    )
    body = replace(body, promise=replace(body.promise, due_at=at + timedelta(days=4)))

    def do(act: Body, new: str | None = None) -> None:
        tx.journal.append(
            KINDS[type(act)],
            act,
            uid=new or place.new_id(),
            dossier=uid,
            author=Author(officer, "online", "12"),
            occurred_at=at,
            clock_quality=ClockQuality.SYNCED,
        )
        if new and draw.random() < 0.8:
            tx.deliveries.answered(new, Outcome(State.ACCEPTED, 1))
            accepted.add(new)

    do(body, uid)
    if draw.random() < 0.1:
        other = replace(body.applicant, kind=PersonKind.STATE_AGENCY)
        values = [json.dumps(to_plain(each)) for each in (body.applicant, other)]
        do(Corrected("ghi nhầm", (Change("/applicant", *values),)))
    if draw.random() < 0.5:
        do(PaperScanned(PAPER, f"{number:064x}", 9, 1))
        if draw.random() < 0.3:
            do(ScanRemoved(f"{number:064x}", PAPER, "nhầm"))
    for _ in range(draw.randrange(3)):
        do(SupplementRequested((SupplementItem("Đơn"),)))
    for _ in range(draw.choice((0, 0, 1, 2))):
        do(HandedOver("Phòng Mẫu"))
    if draw.random() < 0.85:
        at += timedelta(days=draw.randrange(9))
        do(ResultTakenIn(RESULT))
        if draw.random() < 0.85:
            basis = draw.choice((ReturnBasis.POST, ReturnBasis.RECEIPT))
            do(Returned(Person("Trần Thị Mẫu"), RESULT, basis, "Lê Văn Thử"))
            for _ in range(draw.randrange(3)):
                nine = tuple(draw.randrange(-1, 3) for _ in range(9))
                do(Rated(draw.choice((nine, (draw.randrange(3),)))))


def read(counter: Counter, accepted: set[str]) -> list[dict[str, Any]]:
    """Return every dossier that isn't practice, as its entries tell it."""
    found: dict[str, dict[str, Any]] = {}
    with counter.workplace.store.reading() as tx:
        entries = tx.journal.since(0, 100_000)
    for _, entry, data in entries:
        body, kind = json.loads(data or b"{}"), entry.kind.value
        if kind == "received":
            found[str(entry.dossier)] = {
                "uid": entry.dossier,
                "code": body["procedure"]["code"],
                "agency": body["procedure"].get("agency_code", ""),
                "field": body["procedure"].get("field_name", ""),
                "officer": entry.officer,
                "online": body["channel"] == "online",
                "day": day(body["received_at"]),
                "due": vietnam_time(datetime.fromisoformat(body["promise"]["due_at"])),
                "state": body["applicant"].get("kind") == "state_agency",
                "practice": body.get("practice", False),
                "accepted": entry.uid in accepted,
                "scans": set(), "asked": 0, "away": 0, "done": None, "here": False, "rated": None,
            }  # fmt: skip
        one = found[str(entry.dossier)]
        match kind:
            case "corrected":
                one["state"] = True
            case "paper_scanned":
                one["scans"].add(body["sha256"])
            case "scan_removed":
                one["scans"].discard(body["sha256"])
            case "supplement_requested":
                one["asked"] += 1
            case "handed_over":
                one["away"] += 1
            case "result_taken_in":
                one["done"] = entry.occurred_at
            case "returned":
                one["here"] = body["basis"] != "post"
            case "rated":
                one["rated"] = body["scores"]
    return [one for one in found.values() if not one["practice"]]


def day(text: str) -> date:
    return vietnam_time(datetime.fromisoformat(text)).date()
