"""Sổ theo dõi hồ sơ of a year: every number of a counter's book, none blank and none twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Numbered, Received
from counter_app.domain.books.content import BookLine
from counter_app.domain.books.forms import ERASED
from counter_app.domain.books.numbers import without_gaps
from counter_app.domain.dates import VIETNAM, paper_date, vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.printed.sheets import LedgerRow
from counter_app.domain.reports.life import Life
from counter_app.papers.parts.values import count, phone
from counter_app.services.books.asked import Reading
from counter_app.services.printing.sheets.register import register_row
from counter_app.store.books.book_acts import BookAct, KeptNumber

_BESIDE = timedelta(days=60)
"""A number may be of another year than the reception: a provisional code, or paper first."""

_MANY = 500


def register_lines(reading: Reading) -> tuple[BookLine, ...]:
    """Return the lines of a counter's register; a span keeps the numbers of its days."""
    ask, tx = reading.ask, reading.tx
    lines, days = [], {}
    for dossier in _received(reading):
        line = _line(dossier)
        lines.append(line)
        days[line.key] = vietnam_time(dossier.received.received_at).date()
    top = 0
    if ask.quyen == reading.workplace.enrolment.counter:
        top = tx.book_acts.last_serial(ask.quyen, ask.year)
    numbers = {line.number for line in lines}
    top = max([top, *numbers])
    missing = _Missing(reading, numbers, top)
    lines += missing.erased
    days |= missing.days
    whole = without_gaps(lines, missing.reason, last=top)
    if ask.is_whole:
        return whole
    shown = [place for place, line in enumerate(whole) if ask.holds(days.get(line.key, date.min))]
    return whole[shown[0] : shown[-1] + 1] if shown else ()


def unnumbered(reading: Reading) -> int:
    """Return how many dossiers of the span have a provisional code only, and no line yet."""
    first, before = _moments(reading.ask.begins, reading.ask.ends)
    practice = reading.workplace.enrolment.practice
    return sum(
        not each.received.serial and each.received.practice == practice
        for each in reading.tx.register.received(reading.ask.quyen, first, before)
    )


def _received(reading: Reading) -> Iterator[Dossier]:
    ask = reading.ask
    first, before = _moments(date(ask.year, 1, 1) - _BESIDE, date(ask.year, 12, 31) + _BESIDE)
    for dossier in reading.tx.register.received(ask.quyen, first, before):
        received = dossier.received
        of_book = received.serial and received.book_year == ask.year
        if of_book and received.practice == reading.workplace.enrolment.practice:
            yield dossier


def _moments(first: date, last: date) -> tuple[datetime, datetime]:
    begin = datetime.combine(first, time(), VIETNAM)
    return begin, datetime.combine(last + timedelta(days=1), time(), VIETNAM)


def _line(dossier: Dossier) -> BookLine:
    row = register_row(dossier)
    return BookLine(
        dossier.uid, row.serial, _cells(row, dossier), row.void_reason, dossier=dossier.uid
    )


def _cells(row: LedgerRow, dossier: Dossier) -> dict[str, str]:
    number = phone(row.phone) if row.phone else ""
    corrected = [step for step in dossier.steps if step.kind is Kind.CORRECTED]
    notes = [row.note] if row.note else []
    notes += [f"Đính chính {paper_date(vietnam_time(each.at).date())}" for each in corrected]
    return {
        "code": row.code,
        "procedure": row.procedure,
        "sets": count(row.sets),
        "applicant": row.applicant,
        "address": ";\n".join(part for part in (row.address, number) if part),
        "agency": row.agency,
        "received": moment_words(row.received_at),
        "due": moment_words(row.due_at),
        "returned": moment_words(row.returned_at),
        "way": row.way,
        "signed": row.signed,
        "note": "; ".join(notes),
    }


def moment_words(at: datetime | None) -> str:
    """Return a moment as books print it, "" for none: hour above day."""
    if at is None:
        return ""
    local = vietnam_time(at)
    return f"{local:%H:%M}\n{paper_date(local.date())}"


class _Missing:
    """Numbers that no dossier shown here bears: erased ones get lines, others a reason."""

    def __init__(self, reading: Reading, numbers: set[int], top: int) -> None:
        self._reading = reading
        self.erased: list[BookLine] = []
        self.days: dict[str, date] = {}
        self._why: dict[int, str] = {}
        self._given_up: dict[str, str] = {}
        ask, acts = reading.ask, reading.tx.book_acts
        kept = {each.dossier: each for each in acts.kept(ask.quyen, ask.year)}
        for some in _some(list(kept)):
            for life in reading.tx.lives.of(some):
                line = self._erased(kept[life.dossier], life)
                self.erased.append(line)
                if life.received_at:
                    self.days[line.key] = vietnam_time(life.received_at).date()
        there = numbers | {line.number for line in self.erased}
        self._otherwise = ""
        if there >= set(range(1, top + 1)):
            return  # the usual year: no act is read a second time
        self._given_up = acts.given_up(date(ask.year, 1, 1) - _BESIDE)
        for act in self._acts():
            body = act.body
            if isinstance(body, Received | Numbered) and body.book_year == ask.year:
                self._why.setdefault(body.serial, self._told(act, body.code))
        self._otherwise = self._unknown(acts.unkept(ask.quyen, ask.begins, ask.ends))

    def reason(self, number: int) -> str:
        """Return why a number bears no line."""
        return self._why.get(number) or self._otherwise

    def _acts(self) -> Iterator[BookAct]:
        ask = self._reading.ask
        first, last = date(ask.year, 1, 1) - _BESIDE, date(ask.year, 12, 31) + _BESIDE
        kinds = (Kind.RECEIVED, Kind.NUMBERED)
        for act in self._reading.tx.book_acts.of_kinds(kinds, first, last, ask.quyen):
            if act.practice == self._reading.workplace.enrolment.practice:
                yield act

    def _erased(self, kept: KeptNumber, life: Life) -> BookLine:
        cells = {
            "code": kept.code,
            "procedure": kept.procedure,
            "agency": kept.agency,
            "received": moment_words(life.received_at),
            "due": moment_words(life.due_at),
            "returned": moment_words(life.returned_at),
            "note": ERASED,
        }
        return BookLine(kept.dossier, kept.serial, cells, erased=True, dossier=kept.dossier)

    def _told(self, act: BookAct, code: str) -> str:
        if act.superseded:
            reason = self._given_up.get(act.entry.uid)
            said = f"Tỉnh không nhận, đã bỏ: {reason}" if reason else "Đã thay bằng việc ghi sau"
        elif act.hidden is not None:
            said = "Tỉnh đã gỡ hồ sơ" + (f": {act.hidden}" if act.hidden else "")
        else:
            said = "Hồ sơ không còn trên máy này"
        return f"{said} (mã {code})" if code else said

    def _unknown(self, unkept: int) -> str:
        place, ask = self._reading.workplace.enrolment, self._reading.ask
        if unkept:
            return f"{ERASED.capitalize()} trước khi sổ giữ lại mã"
        if ask.quyen != place.counter:
            return f"Chưa nhận được dữ liệu của quầy {ask.quyen}"
        if place.epoch > 1:
            return "Quầy đã thay máy; dữ liệu của số này chưa về từ máy cũ"
        return "Số đã cấp, không có giấy nào mang số này"


def _some(uids: list[str]) -> Iterable[list[str]]:
    return (uids[at : at + _MANY] for at in range(0, len(uids), _MANY))
