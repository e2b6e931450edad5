"""Take in what came back with a parcel: answers, numbers, the feed, lists. Twice is harmless."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.contract.entries import EntryResult, Head, Hints
from counter_app.contract.parcels.messages import ParcelAnswer, ParcelList, ParcelReply
from counter_app.domain.errors.keeping.queue_file import (
    ReturnForeignError,
    ReturnUnreadableError,
)
from counter_app.domain.errors.wire import CatalogueForgedError
from counter_app.gateway.answers import Acknowledged
from counter_app.store.subjects.catalogues import Catalogue
from counter_app.store.subjects.deliveries import Outgoing
from counter_app.sync.catalogues import checked
from counter_app.sync.doors import Doors
from counter_app.sync.numbers import keep_granted
from counter_app.sync.parcels.sending import MOST, SENT_NAME, Seals
from counter_app.sync.pull import CURSOR_NAME, keep_page
from counter_app.sync.push import PushReport, keep_answer


@dataclass(frozen=True, slots=True)
class ReturnReport:
    """What a return leg brought; `lists` names the lists that were staged."""

    accepted: int = 0
    refused: int = 0
    conflicts: int = 0
    numbers: int = 0
    changed: int = 0
    lists: tuple[str, ...] = ()
    forged: int = 0
    more: bool = False


def take_back(doors: Doors, seals: Seals, answer: ParcelAnswer, *, name: str) -> ReturnReport:
    """Take in one answer; `name` is the file's, for messages.

    Raises ReturnForeignError (another counter's), ReturnUnreadableError (changed, or sealed for an
    earlier store); then nothing was taken.
    """
    if answer.device != doors.device:
        raise ReturnForeignError(name=name, theirs=answer.device, ours=doors.device)
    try:
        plain = seals.opened(answer.parcel_id, answer.sealed)
        reply = ParcelReply.model_validate_json(plain)
    except ValueError as error:
        raise ReturnUnreadableError(name=name) from error
    if reply.parcel_id != answer.parcel_id:
        raise ReturnUnreadableError(name=name)
    pushed = _answers(doors, reply)
    numbers = 0
    if reply.numbers is not None:
        numbers = keep_granted(doors, reply.numbers)
    changed, forged = _feed(doors, reply)
    lists, wrong = _lists(doors, reply.lists)
    return ReturnReport(
        accepted=pushed.accepted,
        refused=pushed.refused,
        conflicts=pushed.conflicts,
        numbers=numbers,
        changed=changed,
        lists=lists,
        forged=forged + wrong,
        more=reply.changes is not None and reply.changes.more,
    )


def _answers(doors: Doors, reply: ParcelReply) -> PushReport:
    """Write the answers of entries that are ours, with the digest that we know."""
    batch: list[Outgoing] = []
    results: dict[str, EntryResult] = {}
    with doors.store.reading() as tx:
        still_open = {each.uid for each in tx.deliveries.listing(MOST)}
        for result in reply.results:
            found = tx.journal.get(result.uid) if result.uid in still_open else None
            if found is None or found.entry.body_sha256 != result.sha256:
                continue
            results[result.uid] = result
            batch.append(Outgoing(found.entry, b"", 1))
    if not batch:
        return PushReport()
    answer = Acknowledged(
        results=results,
        missing=(),
        head=Head(n=0, hash="0" * 64),
        hints=Hints(),
        server_time=reply.server_time,
        sent=0,
    )
    return keep_answer(doors, batch, answer)


def _feed(doors: Doors, reply: ParcelReply) -> tuple[int, int]:
    if reply.changes is None:
        return 0, 0
    with doors.store.reading() as tx:
        sent = tx.setup.get(SENT_NAME)
        began = sent.get(reply.parcel_id) if isinstance(sent, dict) else None
        now = tx.setup.get(CURSOR_NAME) or ""
    # Where the wire, or another answer, has read on meanwhile, the entries are known already.
    moves = isinstance(began, str) and began == now
    report = keep_page(doors, reply.changes, str(now), moves=moves)
    return report.changed, report.forged


def _lists(doors: Doors, lists: Sequence[ParcelList]) -> tuple[tuple[str, ...], int]:
    found: list[Catalogue] = []
    wrong = 0
    for each in lists:
        try:
            body = base64.b64decode(each.body, validate=True)
            found.append(checked(doors, each.line, body))
        except (binascii.Error, CatalogueForgedError):
            wrong += 1
    with doors.store.writing() as tx:
        return tuple(each.name for each in found if tx.catalogues.stage(each)), wrong
