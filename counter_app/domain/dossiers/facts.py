"""Facts (số liệu): what reports need of an act, without a word about a person.

They are written once, with the entry, and stay when bodies are erased (purge), so that the counts
of a closed year never change (SYNC §1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.acts.decisions import Finished
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Received
from counter_app.domain.acts.results import ResultTakenIn, Returned
from counter_app.domain.acts.steps import HandedOver, Paid, Printed, Told, Withdrawn
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.way_back import was_mistake
from counter_app.domain.journal.entry import Recorded


@dataclass(frozen=True, slots=True)
class Fact:
    """One act in figures. Empty text and None: the act has none, or its dossier isn't known here.

    `due_at` is the promise in force after the act; `amount` is in whole đồng: what was asked at the
    reception, what was taken by a payment. `flags` are sorted words: "offline", "practice",
    "provisional", "negative", "reprint", "back", "unreached", "by_post",
    "mistake" and, as "breach:<code>", each broken limit.
    """

    entry: str
    kind: Kind
    day: date
    procedure: str = ""
    version: str = ""
    field_name: str = ""
    agency: str = ""
    channel: str = ""
    received_at: datetime | None = None
    due_at: datetime | None = None
    finished_at: datetime | None = None
    amount: int = 0
    flags: tuple[str, ...] = ()


def fact_of(recorded: Recorded, dossier: Dossier | None) -> Fact:
    """Return the fact of an entry; `dossier` is its dossier after the act, None when unknown."""
    entry, body = recorded.entry, recorded.body
    flags = tuple(sorted(_flags(body)))
    amount = _amount(body)
    if dossier is None:
        return Fact(entry.uid, entry.kind, entry.occurred_at.date(), amount=amount, flags=flags)
    received = dossier.received
    if received.practice and "practice" not in flags:
        flags = tuple(sorted({*flags, "practice"}))
    return Fact(
        entry=entry.uid,
        kind=entry.kind,
        day=entry.occurred_at.date(),
        procedure=received.procedure.code,
        version=received.procedure.version,
        field_name=received.procedure.field_name,
        agency=received.procedure.agency_code,
        channel=received.channel.value,
        received_at=received.received_at,
        due_at=dossier.promise.due_at,
        finished_at=dossier.finished_at,
        amount=amount,
        flags=flags,
    )


def _amount(body: object) -> int:
    match body:
        case Received():
            return sum(line.amount for line in body.fees)
        case Paid():
            return sum(line.amount for line in body.lines)
        case _:
            return 0


def _flags(body: object) -> set[str]:
    flags = {f"breach:{breach.code}" for breach in getattr(body, "breaches", ())}
    match body:
        case Received():
            named = {
                "offline": body.offline,
                "practice": body.practice,
                "provisional": body.provisional,
            }
        case Finished() | ResultTakenIn():
            named = {"negative": body.negative}
        case Printed():
            named = {"reprint": body.reprint > 0}
        case HandedOver():
            named = {"back": body.back}
        case Told():
            named = {"unreached": not body.reached}
        case Returned():
            named = {"by_post": body.basis.value == "post"}
        case Withdrawn():
            named = {"mistake": was_mistake(body)}
        case _:
            named = {}
    return flags | {name for name, holds in named.items() if holds}
