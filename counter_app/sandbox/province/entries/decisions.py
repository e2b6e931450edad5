"""Decisions of the agencies' clerks: entries of origin server, on the centre's own chain.

They go the same way as a counter's entries: same judgement, same versions, same feed.
"""

from __future__ import annotations

from sqlalchemy import insert, select

from counter_app.contract.entries import EntryResult, WireEntry
from counter_app.domain.acts.decisions import DueMoved, Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.kinds import KINDS, Body
from counter_app.domain.acts.money import ReceiptLinked
from counter_app.domain.acts.steps import Complained, Refused, SupplementRequested
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import GENESIS, Author, ChainHead, Origin, body_bytes, seal
from counter_app.sandbox.province.entries.intake import take_entries
from counter_app.sandbox.province.entries.journal import known
from counter_app.sandbox.province.entries.verdict import Circumstances
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.province.uids import new_uid
from counter_app.sandbox.records import tables as t

Decision = (
    WorkStarted
    | PaymentDemanded
    | Finished
    | DueMoved
    | SupplementRequested
    | Refused
    | ReceiptLinked
    | Complained
)
"""What clerks write; the last two also come from the receipts' provider and from the portal."""


def decide(
    by: Circumstances, dossier: str, decision: Decision, *, clerk: str, uid: str | None = None
) -> EntryResult:
    """Append a decision on `dossier` and return its result; the same result for the same `uid`.

    `by.device` must be None. Raises `RefusalError` for an unknown dossier; a step that isn't
    possible any more comes back as a conflict, like a counter's.
    """
    query = select(t.dossier.c.centre).where(t.dossier.c.uid == dossier).with_for_update()
    centre = by.tx.execute(query).scalar()
    if centre is None:
        raise RefusalError("dossier-unknown")
    if uid is not None and (kept := known(by.tx, [uid]).get(uid)) is not None:
        if kept.result.dossier != dossier:
            raise RefusalError("uid-reused")
        return kept.result
    return write(by, centre, dossier, decision, author=clerk, uid=uid)


def write(
    by: Circumstances,
    centre: str,
    dossier: str,
    body: Body,
    *,
    author: str,
    uid: str | None = None,
) -> EntryResult:
    """Append an act of the server itself to the chain of `centre` and return its result."""
    data = body_bytes(body)
    entry = seal(
        _server_head(by, centre),
        uid=uid or new_uid(),
        kind=KINDS[type(body)],
        data=data,
        author=Author(author, "online", ""),
        occurred_at=by.now,
        clock_quality=ClockQuality.SYNCED,
        origin=Origin.SERVER,
        dossier=dossier,
    )
    (result,) = take_entries(by, (WireEntry.of(entry, data),))
    return result


def _server_head(by: Circumstances, centre: str) -> ChainHead:
    c = t.chain.c
    query = select(t.chain).where(c.centre == centre, c.device.is_(None)).with_for_update()
    row = by.tx.execute(query).mappings().one_or_none()
    if row is None:
        identifier = new_uid()
        values = {"id": identifier, "device": None, "centre": centre, "epoch": 1}
        by.tx.execute(insert(t.chain).values(n=0, hash=GENESIS, **values))
        return ChainHead(identifier)
    return ChainHead(row["id"], row["n"], row["hash"])
