"""Certify without a dossier: pages × copies, a fee by tariff, a number in the book, one entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.certified import Certified, CertifiedWhat
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.serials import certification_book
from counter_app.domain.acts.steps import PayMethod
from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors.work import FalseStepError, ProcedureUnknownError
from counter_app.domain.office.certification import CertificationLine
from counter_app.domain.problems import false
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import Count, FeeLine, fee_lines
from counter_app.domain.text import clean
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require_kind


@dataclass(frozen=True, slots=True)
class BookLine:
    """One line of today's book: the entry's uid, when, what; `void` with its reason stays there."""

    uid: str
    at: datetime
    certified: Certified
    void: str = ""

    @property
    def number(self) -> str:
        """Return `118/2026`, as it stands on the stamp (lời chứng)."""
        return f"{self.certified.serial}/{self.certified.book_year}"

    @property
    def amount(self) -> int:
        """What was taken for it, in đồng."""
        return sum(line.amount for line in self.certified.fees)


def kinds(workplace: Workplace) -> tuple[CertificationLine, ...]:
    """Return what this office certifies and has a procedure in force for, in its order."""
    today = vietnam_time(workplace.clock.now().at).date()
    return tuple(
        line
        for line in workplace.reference.certification.lines
        if workplace.reference.procedures.version_on(line.procedure, today) is not None
    )


def quote(
    workplace: Workplace, what: CertifiedWhat, count: Count, exemption: str = ""
) -> tuple[FeeLine, ...]:
    """Return what it costs by the tariff, with its cap for each copy. Nothing is written.

    Raises ProcedureUnknownError when this office doesn't do it, or its procedure isn't in force.
    """
    today = vietnam_time(workplace.clock.now().at).date()
    line = workplace.reference.certification.of(what)
    found = line and workplace.reference.procedures.version_on(line.procedure, today)
    if not found:
        raise ProcedureUnknownError(procedure=line.procedure if line else what.value)
    terms = found.terms_for(Channel.COUNTER) or next(iter(found.channels), None)
    rules = terms.fees if terms else ()
    counts = {rule.label: count for rule in rules if rule.tariff is not None}
    return fee_lines(rules, today, Channel.COUNTER, counts, exemption)


def certify(
    workplace: Workplace,
    session: Session,
    what: CertifiedWhat,
    count: Count,
    *,
    paper: str = "",
    requester: str = "",
    signed_by: str = "",
    method: PayMethod = PayMethod.CASH,
    exemption: str = "",
) -> BookLine:
    """Write one line of the counter's book of certifications and return it.

    The number is taken in the same transaction, from 1 each year, without gaps. Raises
    FalseStepError for a count of nothing, and what `quote` raises.
    """
    require_kind(workplace, session, Kind.CERTIFIED)
    if count.is_nothing:
        raise FalseStepError((false("certify_nothing", "/count"),), code="")
    fees = quote(workplace, what, count, exemption)
    line = workplace.reference.certification.of(what)
    assert line is not None  # `quote` asked for it
    place = workplace.enrolment
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        day = vietnam_time(moment.at).date()
        body = Certified(
            book=f"{line.book}-{place.counter}",
            book_year=day.year,
            serial=tx.numbers.next_serial(
                certification_book(line.what.value, place.counter), day.year
            ),
            certified_on=day,
            what=what,
            paper=clean(paper) or line.paper,
            pages=count.units,
            copies=count.sets,
            fees=fees,
            method=method,
            requester=clean(requester),
            signed_by=clean(signed_by),
            officer_name=session.officer.name,
            practice=place.practice,
        )
        uid = workplace.new_id()
        tx.journal.append(
            Kind.CERTIFIED,
            body,
            uid=uid,
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
    return BookLine(uid, moment.at, body)


def void_line(workplace: Workplace, session: Session, line: BookLine, reason: str) -> None:
    """Void a line of the book with a reason: it stays, its number is never given again.

    Raises FalseStepError without a reason, or for a line that is void already: its money would be
    given back twice.
    """
    said = clean(reason)
    if not said:
        raise FalseStepError((false("certify_void_reason", "/reason"),), code="")
    require_kind(workplace, session, Kind.CERTIFIED)
    body = line.certified
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        days = vietnam_time(line.at).date(), vietnam_time(moment.at).date()
        voids = tx.day_acts.between(min(days), max(days), (Kind.NUMBER_VOID,))
        if any(
            isinstance(row.body, NumberVoid)
            and row.body.block == body.block
            and row.body.first <= body.serial <= row.body.last
            for row in voids
        ):
            raise FalseStepError((false("certify_void_already"),), code="")
        tx.journal.append(
            Kind.NUMBER_VOID,
            NumberVoid(body.block, body.serial, body.serial, said),
            uid=workplace.new_id(),
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )


def book_of(workplace: Workplace, day: date) -> tuple[BookLine, ...]:
    """Return what this counter certified on `day`, the newest first, void lines among them."""
    with workplace.store.reading() as tx:
        rows = tx.day_acts.between(
            day,
            vietnam_time(workplace.clock.now().at).date(),
            (Kind.CERTIFIED, Kind.NUMBER_VOID),
            counter=workplace.enrolment.counter,
        )
    voids = {
        (row.body.block, row.body.first): row.body.reason
        for row in rows
        if isinstance(row.body, NumberVoid)
    }
    lines = [
        BookLine(
            row.entry.uid,
            row.entry.occurred_at,
            row.body,
            voids.get((row.body.block, row.body.serial), ""),
        )
        for row in rows
        if isinstance(row.body, Certified) and row.body.certified_on == day
    ]
    return tuple(reversed(lines))
