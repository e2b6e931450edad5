"""What the clerk's pages read: dossiers of the agency, one dossier whole, the money."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select
from sqlalchemy.engine import RowMapping

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.money import PaymentCancelled
from counter_app.domain.acts.steps import Paid, PayMethod
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.payment import total
from counter_app.domain.dossiers.status import Status
from counter_app.domain.plain import from_plain
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.text import fold
from counter_app.sandbox.province.entries.journal import told
from counter_app.sandbox.province.lists import Lists
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.province.removals import lives
from counter_app.sandbox.records import tables as t

MOST = 200
"""Dossiers of one page."""


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A payment or its cancellation; `amount` in đồng, negative for a cancellation."""

    at: str
    code: str
    applicant: str
    amount: int
    method: PayMethod | None
    cancelled: bool


def find(tx: Connection, centre: str, words: str, status: Status | None) -> Sequence[RowMapping]:
    """Return the newest dossiers whose code or name holds every one of `words`.

    `centre` "" for all. Names are compared without accents and case.
    """
    c = t.dossier.c
    portal = (
        select(func.min(t.portal_code.c.code))
        .where(t.portal_code.c.dossier == c.uid)
        .scalar_subquery()
        .label("portal_code")
    )
    query = select(t.dossier, portal).where(lives()).order_by(c.received_at.desc(), c.uid)
    if centre:
        query = query.where(c.centre == centre)
    if status is not None:
        query = query.where(c.status == int(status))
    wanted = fold(words).split()
    if not wanted:
        return tx.execute(query.limit(MOST)).mappings().all()
    found = []
    for row in tx.execute(query).mappings():
        codes = (row["code"], row["provisional_code"], row["portal_code"])
        text = fold(" ".join((row["applicant"], *(each for each in codes if each))))
        if all(each in text for each in wanted):
            found.append(row)
            if len(found) == MOST:
                break
    return found


def whole(tx: Connection, centre: str, uid: str) -> Dossier:
    """Return a dossier. Raises `RefusalError` for one that isn't there, or another centre's."""
    place = tx.execute(select(t.dossier.c.centre).where(t.dossier.c.uid == uid, lives())).scalar()
    if place is None or (centre and place != centre):
        raise RefusalError("dossier-unknown")
    return told(tx, [uid])[uid]


def money(tx: Connection, centre: str) -> list[MoneyLine]:
    """Return the newest payments and cancellations."""
    c = t.entry.c
    kinds = (Kind.PAID.value, Kind.PAYMENT_CANCELLED.value)
    query = (
        select(c.kind, c.body, c.header, t.dossier.c.code, t.dossier.c.applicant)
        .join(t.dossier, t.dossier.c.uid == c.dossier)
        .where(c.kind.in_(kinds), c.status == "accepted")
        .order_by(c.received_at.desc(), c.uid)
        .limit(MOST)
    )
    if centre:
        query = query.where(c.centre == centre)
    return [_money(row) for row in tx.execute(query).mappings()]


def _money(row: RowMapping) -> MoneyLine:
    plain = json.loads(row["body"])
    at = str(json.loads(row["header"])["occurred_at"])
    code, applicant = row["code"] or "–", row["applicant"]
    if row["kind"] == Kind.PAID.value:
        paid = from_plain(Paid, plain)
        return MoneyLine(at, code, applicant, total(paid.lines), paid.method, cancelled=False)
    cancelled = from_plain(PaymentCancelled, plain)
    return MoneyLine(at, code, applicant, -total(cancelled.lines), None, cancelled=True)


def offered(lists: Lists, now: datetime) -> list[tuple[str, str]]:
    """Return code and name of the procedures that may be submitted online or by post today."""
    found = {
        each.code: each.name
        for catalogue in lists.procedures
        for each in catalogue.procedures
        if each.valid_on(now.date())
        and any(terms.channel is not Channel.COUNTER for terms in each.channels)
    }
    return sorted(found.items(), key=lambda item: item[1])[:1000]
