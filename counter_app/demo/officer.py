"""The counter of the demonstration, in a process of its own, so that it can really be killed.

It takes one JSON command a line and answers with events, one a line; what it does goes through the
same services as an officer's work. Papers go to files: a printer that never jams.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from counter_app.demo.visits import reception, visit
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import HandedOver, PrintProof
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.officers.appointment import may_receive
from counter_app.domain.procedures.procedure import Procedure
from counter_app.durable import write_atomically
from counter_app.papers.fonts import FontChoice
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.numbering import number_provisional
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.returning import return_result, take_result_in
from counter_app.services.dossiers.stepping import find, record
from counter_app.services.printing.receipt_paper import (
    Document,
    make_receipt,
    make_result_slip,
    record_printed,
)
from counter_app.store.drafts import Drafts

Event = dict[str, Any]
MANY = 1000
VISITS_A_ROUND = 3


class ProvinceDoor(Protocol):
    """The line to the province: rounds until nothing waits, and the server's digest of a day."""

    def rounds(self) -> Event:
        """Make rounds until nothing waits, or until one doesn't get through."""

    def digest(self, day: date) -> list[object]:
        """Return the server's count and digest of the office's day."""


class Officer:
    """Does what the day tells: receives, prints, numbers, returns."""

    def __init__(
        self,
        workplace: Workplace,
        session: Session,
        drafts: Drafts,
        fonts: FontChoice,
        out: Path,
        province: ProvinceDoor,
    ) -> None:
        self._workplace = workplace
        self._session = session
        self._drafts = drafts
        self._fonts = fonts
        self._out = out
        self._province = province

    def receive(self, first: int, last: int) -> Iterator[Event]:
        """Receive the visits `first` to `last` (both included); the line is used as they go."""
        for number in range(first, last + 1):
            uid = self._begun(number)
            yield {"begun": number}
            yield self._visit(number, uid)
            if number % VISITS_A_ROUND == 0:
                yield self._province.rounds()

    def receive_until_provisional(self, first: int, most: int, wanted: int) -> Iterator[Event]:
        """Receive until `wanted` dossiers got no official code, at most `most` of them."""
        provisional = 0
        for number in range(first, first + most):
            event = self._visit(number, self._begun(number))
            yield event
            provisional += event["provisional"]
            if provisional >= wanted:
                return

    def resume(self) -> Iterator[Event]:
        """Finish what a crash interrupted: drafts come back, receipts without proof are printed."""
        for draft in self._drafts.all():
            assert isinstance(draft.data, dict)
            yield self._visit(int(str(draft.data["visit"])), str(draft.data["uid"]))
        with self._workplace.store.reading() as tx:
            unprinted = tx.dossiers.unprinted(self._workplace.enrolment.counter)
        for line in unprinted:
            yield self._printed(self._dossier(line.code))

    def number(self) -> Iterator[Event]:
        """Give provisional dossiers their codes and print their official receipts."""
        for dossier in number_provisional(self._workplace, self._session):
            yield {**self._printed(dossier), "numbered": dossier.provisional_code}

    def hand_over(self, code: str) -> Iterator[Event]:
        """Hand a dossier over to its agency."""
        dossier = self._dossier(code)
        unit = dossier.received.procedure.agency_name or "Phòng chuyên môn"
        record(self._workplace, self._session, dossier.uid, HandedOver(unit))
        yield {"handed_over": code}

    def give_back(self, codes: list[str]) -> Iterator[Event]:
        """Scan each receipt, take its result in and return it with a slip."""
        for code in codes:
            dossier = self._dossier(f"*{code}*\r")
            if dossier.status is not Status.FINISHED:
                continue
            results = dossier.results or (ResultPaper("Kết quả giải quyết"),)
            dossier = take_result_in(self._workplace, self._session, dossier, results)
            dossier = return_result(self._workplace, self._session, dossier)
            slip = make_result_slip(self._workplace, self._session, dossier, self._fonts)
            yield {**self._filed(dossier, slip), "returned": dossier.shown_code}

    def sync(self) -> Iterator[Event]:
        """Make rounds until nothing waits, or the line is found down."""
        yield self._province.rounds()

    def stand(self) -> Iterator[Event]:
        """Tell what this counter holds: the figures that must agree with the server's."""
        today = vietnam_time(self._workplace.clock.now().at).date()
        with self._workplace.store.reading() as tx:
            digest = tx.dossiers.digest(today)
            page = tx.lists.page(limit=MANY)
            counts = tx.deliveries.counts()
            blocks = (*tx.numbers.blocks(), *tx.numbers.blocks(void=True))
            entries = tx.journal.head().n
        report = self._workplace.store.verify()
        yield {
            "digest": [digest.count, digest.sha256],
            "to_send": counts.to_send,
            "in_need": counts.in_need,
            "used": sum(block.next - block.first for block in blocks),
            "left": sum(block.left for block in blocks if block.day == today),
            "entries": entries,
            "codes": sorted(line.code for line in page.lines),
            "server_digest": self._province.digest(today),
            "whole": report.is_whole,
        }

    def _begun(self, number: int) -> str:
        """Keep a draft of the visit, with the id that its dossier will have."""
        uid, now = self._workplace.new_id(), self._workplace.clock.now().at
        officer = self._session.officer.id
        self._drafts.save(_name(number), officer, {"visit": number, "uid": uid}, now)
        return uid

    def _visit(self, number: int, uid: str) -> Event:
        who = visit(number)
        today = vietnam_time(self._workplace.clock.now().at).date()
        procedure = self._workplace.reference.procedures.version_on(who.procedure, today)
        cases = procedure.case_names if procedure else ()
        wanted = reception(who, today, cases)
        session = self._appointed(procedure, today)
        dossier = receive(self._workplace, session, wanted, uid)
        event = self._printed(dossier)
        self._drafts.delete(_name(number))
        return {**event, "visit": number, "provisional": dossier.is_provisional}

    def _appointed(self, procedure: Procedure | None, today: date) -> Session:
        """Return who is appointed to receive this procedure; else whoever sits here."""
        for officer in self._workplace.reference.officers.officers:
            if procedure and not may_receive(officer, procedure, today):
                return Session(officer, self._session.auth)
        return self._session

    def _printed(self, dossier: Dossier) -> Event:
        receipt = make_receipt(self._workplace, self._session, dossier, self._fonts)
        return self._filed(dossier, receipt)

    def _filed(self, dossier: Dossier, document: Document) -> Event:
        code = dossier.shown_code
        path = self._out / f"{code}-{document.form}.pdf"
        write_atomically(path, document.pdf)
        record_printed(self._workplace, self._session, dossier, document, PrintProof.FILE)
        return {"code": code, "form": document.form, "paper": path.name}

    def _dossier(self, text: str) -> Dossier:
        return find(self._workplace, text)


def _name(number: int) -> str:
    return f"visit-{number}"


def serve(officer: Officer) -> None:
    """Take commands from standard input until it ends; answer each with events and `done`."""
    for line in sys.stdin:
        command = json.loads(line)
        act = getattr(officer, command.pop("do"))
        for event in act(**command):
            _say(event)
        _say({"done": True})


def _say(event: Event) -> None:
    sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def announce(condition: str, void: int) -> None:
    """Say that the counter is open, how it was found, and how many numbers are void."""
    _say({"ready": True, "condition": condition, "void": void})
