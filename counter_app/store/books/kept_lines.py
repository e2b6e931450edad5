"""What books (sổ) keep of an act when its body is erased: numbers, code, procedure, no person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.money import PaymentCancelled
from counter_app.domain.acts.received import Numbered, Received
from counter_app.domain.acts.results import Returned
from counter_app.domain.acts.steps import (
    ApologySent,
    HandedOver,
    Paid,
    Refused,
    SupplementRequested,
)
from counter_app.store.subjects.entry_rows import body_of
from counter_app.store.tables import body, delivery, dossier, journal, kept_line

KINDS = (
    Kind.RECEIVED,
    Kind.NUMBERED,
    Kind.PAID,
    Kind.PAYMENT_CANCELLED,
    Kind.SUPPLEMENT_REQUESTED,
    Kind.REFUSED,
    Kind.APOLOGY_SENT,
    Kind.RETURNED,
    Kind.HANDED_OVER,
)
"""The kinds of act that stand in a book."""


def keep_lines(connection: Connection, uids: Sequence[str]) -> None:
    """Keep what books say of the acts of these dossiers, before their bodies are erased."""
    query = (
        select(
            journal.c.position,
            journal.c.kind,
            body.c.data,
            dossier.c.uid,
            dossier.c.code,
            dossier.c.provisional_code,
            dossier.c.procedure_name,
        )
        .select_from(delivery)
        .join(journal, journal.c.position == delivery.c.position)
        .join(body, body.c.position == delivery.c.position)
        .join(dossier, dossier.c.uid == delivery.c.dossier)
        .where(
            delivery.c.dossier.in_(uids),
            journal.c.kind.in_([kind.value for kind in KINDS]),
            body.c.data.is_not(None),
        )
        .order_by(delivery.c.dossier, journal.c.position)
    )
    agencies: dict[str, str] = {}
    kept: list[dict[str, Any]] = []
    for row in connection.execute(query):
        told = body_of(Kind(row.kind), row.data)
        if isinstance(told, Received):
            agencies[row.uid] = told.procedure.agency_name
        numbered = isinstance(told, Received | Numbered)
        kept.append(
            {
                "position": row.position,
                "dossier": row.uid,
                "code": row.code or row.provisional_code,
                "procedure": row.procedure_name,
                "agency": agencies.get(row.uid, ""),
                "book": told.book if isinstance(told, Received | Numbered) else "",
                "year": told.book_year if isinstance(told, Received | Numbered) else 0,
                "serial": told.serial if isinstance(told, Received | Numbered) else 0,
                "number": "" if numbered else number_of(told),
                "amount": taken(told),
                "what": what_of(told),
            }
        )
    if kept:
        connection.execute(insert(kept_line).on_conflict_do_nothing(), kept)


def taken(told: Body | None) -> int:
    """Return the đồng that an act took; below 0 what a counter-entry took back."""
    match told:
        case Received(fees=fees):
            return sum(line.amount for line in fees if line.collected)
        case Paid(lines=lines):
            return sum(line.amount for line in lines)
        case PaymentCancelled(lines=lines):
            return -sum(line.amount for line in lines)
        case _:
            return 0


def what_of(told: Body | None) -> str:
    """Return what an act was about as far as it can name no person: fees, a unit, results."""
    match told:
        case Received(fees=fees):
            return "; ".join(line.name for line in fees if line.collected)
        case Paid(lines=lines) | PaymentCancelled(lines=lines):
            return "; ".join(line.name for line in lines)
        case HandedOver(unit=unit):
            return unit
        case Returned(results=results):
            return "; ".join(each.kind for each in results)
        case _:
            return ""


def number_of(told: Body | None) -> str:
    """Return the number that the paper of an act bears, "" for none."""
    match told:
        case SupplementRequested(number=number) | Refused(number=number):
            return number
        case ApologySent(number=number):
            return number
        case Returned(tracking_number=number):
            return number
        case HandedOver(list_number=number):
            return number
        case Paid(receipt=receipt) if receipt is not None:
            return f"{receipt.symbol} {receipt.number}".strip()
        case _:
            return ""
