"""What a dossier and its model must have in common, and what its journal tells again."""

from __future__ import annotations

import dataclasses
from datetime import datetime

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers import fold as folding
from counter_app.domain.dossiers import steps as judging
from counter_app.domain.dossiers import way_back as going_back
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.journal.entry import Recorded
from counter_app.domain.journal.outcome import Outcome, State
from tests.services.life import model as life
from tests.services.life.model import Model

COUNTER, FORM = "12", "receipt"


def same_is_possible(dossier: Dossier, model: Model, at: datetime) -> None:
    """Hold when the same steps are true of both."""
    assert judging.possible(dossier, at) == model.possible()
    at_once = judging.judge(dossier, Kind.RETURNED, at, immediate_result=True)
    allowed = model.is_received and model.status in life.AT_WORK | {life.DONE}
    assert bool(at_once.problems) is not allowed
    way = going_back.way_back(dossier, COUNTER, at)
    open_ = model.clean and model.status == life.RECEIVED and not model.born_online
    fresh = not model.printed and at.date() == model.received_at.date()
    assert way.value == ("none" if not open_ else "undo" if fresh else "cancel")
    assert going_back.way_back(dossier, "13", at) is going_back.WayBack.NONE


def same_life(found: Dossier, model: Model, entries: int) -> None:
    """Hold when both stand at the same place, with the same promise."""
    assert int(found.status) == model.status
    assert found.awaits_reception == model.online
    assert (found.code, found.provisional_code) == (model.code, model.provisional)
    assert found.promise.due_at == model.due
    assert (found.paused_at, found.pause_counted_to) == (model.since, model.counted)
    assert [int(each) for each in found.waits] == model.waits
    assert (found.finished_at, found.returned_at) == (model.finished, model.returned)
    assert (found.returned is not None) == (model.returned is not None)
    assert (found.result_is_here, found.unit) == (model.here, model.unit)
    assert [each.number for each in found.results] == [str(model.results)] * len(found.results)
    assert bool(found.results) is bool(model.results)
    counts = (len(found.supplements), found.extensions, found.apologies)
    assert counts == (model.supplements, model.extensions, model.apologies)
    told = (len(found.complaints), len(found.compared))
    assert told == (model.complaints, model.compared)
    assert [each.code for each in found.breaches] == model.breaches
    assert len(found.steps) == found.waiting == entries
    assert going_back.void_reason(found) == model.void


def same_papers(found: Dossier, model: Model) -> None:
    """Hold when money, papers and what was written are the same."""
    standing = [each for each in model.payments if not each.cancelled]
    assert found.paid_amount == life.FEE * len(standing)
    assert found.owed == model.charged - life.FEE * len(standing)
    assert [each.uid for each in found.payments] == [each.uid for each in model.payments]
    for paid, payment in zip(found.payments, model.payments, strict=True):
        assert paid.is_cancelled is payment.cancelled
        assert (paid.receipt.number if paid.receipt else "") == payment.receipt
    held = found.received
    assert {paper.name for paper in held.papers} == model.papers
    assert len(held.papers) == len(model.papers)
    assert (held.applicant.phone, held.serial) == (model.phone, model.serial)
    assert {(each.sha256, each.paper) for each in found.scans} == model.scans
    assert len(found.scans) == len(model.scans)
    assert len(found.printed) == model.printed
    assert found.reprints(FORM) == model.reprints


def same_journal(entries: list[Recorded], dossier: Dossier) -> None:
    """The journal tells the same again, in any order, and as far as the server took it."""
    assert folding.fold(entries, {}) == dossier
    middle = len(entries) // 2
    taken = {
        each.entry.uid: Outcome(State.ACCEPTED, place)
        for place, each in enumerate(entries[:middle], 1)
    }
    again = folding.fold(reversed(entries), taken)
    assert again is not None
    assert (again.version, again.waiting) == (middle, len(entries) - middle)
    plain = dataclasses.replace(again, version=0, steps=dossier.steps)
    assert plain == dossier
    refused = entries[middle]
    if middle and refused.entry.kind is not Kind.RECEIVED:
        found = folding.fold(entries, {refused.entry.uid: Outcome(State.CONFLICT)})
        before = folding.fold(entries[:middle], {})
        assert found is not None
        assert before is not None
        held = tuple(each.entry.uid for each in entries[middle + 1 :])
        told = dataclasses.replace(before, held=held, attention=(refused.entry.uid,))
        assert found == told
