"""The books of late dossiers and of certifications, which have an order of their own."""

from __future__ import annotations

from datetime import date

from counter_app.domain.acts.certified import Certified
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.serials import certification_book
from counter_app.domain.acts.steps import ApologySent
from counter_app.domain.books.content import BookLine
from counter_app.domain.books.forms import ERASED
from counter_app.domain.books.numbers import without_gaps
from counter_app.domain.dates import paper_date, vietnam_time
from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.money import grouped
from counter_app.services.books.asked import Reading
from counter_app.services.books.fees import certification_voids
from counter_app.services.books.register import moment_words
from counter_app.services.late.lines import LateLine, late_lines
from counter_app.store.books.book_acts import BookAct
from counter_app.wording.steps import CERTIFIED


def late_book(reading: Reading) -> tuple[BookLine, ...]:
    """Return the dossiers that weren't ready as promised, by their promises of the year."""
    ask, books = reading.ask, reading.workplace.reference
    first, last = date(ask.year, 1, 1), date(ask.year, 12, 31)
    worked = working_time(books.calendar, books.policy.hours)
    letters = _letters(reading)
    lines, number = [], 0
    lates = late_lines(reading.tx, first, last, worked=worked, now=reading.now)
    counters = _counters(reading, lates) if ask.quyen else {}
    for late in lates:
        if ask.quyen and counters.get(late.dossier) != ask.quyen:
            continue
        number += 1
        if ask.holds(late.due_at.date()):
            lines.append(_late(reading, late, number, letters.get(late.dossier)))
    return tuple(lines)


def _counters(reading: Reading, lates: tuple[LateLine, ...]) -> dict[str, str]:
    uids = [late.dossier for late in lates]
    found: dict[str, str] = {}
    for at in range(0, len(uids), 500):
        found |= {life.dossier: life.counter for life in reading.tx.lives.of(uids[at : at + 500])}
    return found


def _letters(reading: Reading) -> dict[str, BookAct]:
    ask = reading.ask
    acts = reading.tx.book_acts.of_kinds(
        (Kind.APOLOGY_SENT,), date(ask.year, 1, 1), date(ask.year + 1, 12, 31)
    )
    return {act.dossier: act for act in acts if not act.superseded}  # the newest one counts


def _late(reading: Reading, late: LateLine, number: int, letter: BookAct | None) -> BookLine:
    dossier = reading.tx.dossiers.get(late.dossier)
    expected = letter.body.expected_on if letter and isinstance(letter.body, ApologySent) else None
    notes = [f"Trễ {late.days} ngày làm việc" if late.days else "Trễ trong ngày hẹn"]
    if late.finished_at is None:
        notes.append("chưa có kết quả")
    if not late.has_letter:
        notes.append("chưa có thư xin lỗi")
    if dossier is None:
        notes.append(ERASED)
    cells = {
        "code": late.code or (letter.code if letter else ""),
        "procedure": reading.procedure(late.procedure),
        "applicant": dossier.received.applicant.name if dossier else "",
        "agency": reading.agency(late.agency),
        "due": moment_words(late.due_at),
        "finished": moment_words(late.finished_at),
        "paper": late.apology_number or (letter.number if letter and late.has_letter else ""),
        "at": moment_words(late.apology_at),
        "until": paper_date(expected) if expected else "",
        "note": "; ".join(notes),
    }
    return BookLine(late.dossier, number, cells, erased=dossier is None, dossier=late.dossier)


def certification_lines(reading: Reading) -> tuple[BookLine, ...]:
    """Return a counter's certifications: one kind after the other, each from number 1 on."""
    ask, voids = reading.ask, certification_voids(reading)
    kinds: dict[str, list[tuple[Certified, BookAct]]] = {}
    for act in reading.tx.book_acts.of_kinds(
        (Kind.CERTIFIED,), date(ask.year, 1, 1), date(ask.year, 12, 31), ask.quyen
    ):
        body = act.body
        if isinstance(body, Certified) and body.practice == reading.workplace.enrolment.practice:
            kinds.setdefault(body.what.value, []).append((body, act))
    lines: list[BookLine] = []
    for what in sorted(kinds):
        whole = without_gaps(
            [_certified(reading, body, act, voids) for body, act in kinds[what]],
            lambda _: "Số đã cấp, không có việc nào mang số này trên máy này",
            last=_last(reading, what),
        )
        days = {act.entry.uid: act.at.date() for _, act in kinds[what]}
        shown = [n for n, line in enumerate(whole) if ask.holds(days.get(line.key, date.min))]
        if ask.is_whole:
            lines += whole
        elif shown:
            lines += whole[shown[0] : shown[-1] + 1]
    return tuple(lines)


def _last(reading: Reading, what: str) -> int:
    ask = reading.ask
    if ask.quyen != reading.workplace.enrolment.counter:
        return 0
    return reading.tx.book_acts.last_serial(certification_book(what, ask.quyen), ask.year)


def _certified(
    reading: Reading, body: Certified, act: BookAct, voids: dict[tuple[str, int], str]
) -> BookLine:
    cells = {
        "paper": f"{body.serial}/{body.book_year}\n{body.book}",
        "at": moment_words(vietnam_time(act.entry.occurred_at)),
        "way": CERTIFIED[body.what],
        "what": body.paper,
        "person": body.requester,
        "pages": str(body.pages),
        "copies": str(body.copies),
        "amount": grouped(sum(line.amount for line in body.fees)),
        "signed": body.signed_by,
        "officer": body.officer_name or reading.officer(act.entry.officer),
    }
    void = voids.get((body.block, body.serial), "")
    return BookLine(act.entry.uid, body.serial, cells, void_reason=void)
