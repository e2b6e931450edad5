"""Books whose lines are acts: numbered through the year as the acts became known here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from counter_app.domain.acts.intake import TurnedAway
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.results import Returned
from counter_app.domain.acts.steps import HandedOver, Refused, SupplementRequested
from counter_app.domain.books.content import BookLine
from counter_app.domain.books.forms import ERASED
from counter_app.domain.dates import paper_date
from counter_app.services.books.asked import Reading
from counter_app.services.books.register import moment_words
from counter_app.store.books.book_acts import BookAct

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class ActBook:
    """Which kinds of act stand in a book, and what a line says; None: the act isn't of the book."""

    kinds: tuple[Kind, ...]
    cells: Callable[[Reading, BookAct], Cells | None]


def act_lines(reading: Reading, book: ActBook) -> tuple[BookLine, ...]:
    """Return the lines of a book; those of a span keep the numbers that they have in the year.

    What was given up, and what belongs to a dossier that the province took away, stands void.
    """
    ask = reading.ask
    given_up = reading.tx.book_acts.given_up(date(ask.year, 1, 1))
    lines = []
    for number, (act, cells) in enumerate(_found(reading, book), 1):
        if ask.holds(act.at.date()):
            lines.append(_line(act, number, cells, given_up))
    return tuple(lines)


def common_cells(reading: Reading, act: BookAct) -> Cells:
    """Return what every book says of an act."""
    return {
        "at": moment_words(act.at),
        "code": act.code,
        "procedure": act.procedure or reading.procedure(act.procedure_code),
        "applicant": act.applicant,
        "officer": reading.officer(act.entry.officer),
        "paper": act.number,
    }


def _found(reading: Reading, book: ActBook) -> Iterator[tuple[BookAct, Cells]]:
    ask = reading.ask
    first, last = date(ask.year, 1, 1), date(ask.year, 12, 31)
    practice = reading.workplace.enrolment.practice
    for act in reading.tx.book_acts.of_kinds(book.kinds, first, last, ask.quyen):
        if act.practice and not practice:
            continue
        cells = book.cells(reading, act)
        if cells is not None:
            yield act, cells


def _line(act: BookAct, number: int, cells: Cells, given_up: Mapping[str, str]) -> BookLine:
    line = BookLine(act.entry.uid, number, cells, dossier=act.dossier)
    if act.body is None:
        said = "; ".join(part for part in (cells.get("note", ""), ERASED) if part)
        line = replace(line, cells={**cells, "note": said}, erased=True)
    if act.superseded:
        reason = given_up.get(act.entry.uid)
        void = f"Tỉnh không nhận, đã bỏ: {reason}" if reason else "Đã thay bằng việc ghi sau"
        return replace(line, void_reason=void)
    if act.hidden is not None:
        why = f": {act.hidden}" if act.hidden else ""
        return replace(line, void_reason=f"Tỉnh đã gỡ hồ sơ{why}")
    return line


def _supplement(reading: Reading, act: BookAct) -> Cells:
    cells = common_cells(reading, act)
    body = act.body
    if isinstance(body, SupplementRequested):
        items = [
            f"{each.text} ({each.reason})" if each.reason else each.text for each in body.items
        ]
        cells["what"] = "; ".join([*items, *([body.reason] if body.reason else [])])
        cells["until"] = paper_date(body.bring_by) if body.bring_by else ""
    return cells


def _refusal(reading: Reading, act: BookAct) -> Cells:
    cells = common_cells(reading, act)
    body = act.body
    if isinstance(body, TurnedAway):
        cells |= {
            "paper": body.number,
            "procedure": body.procedure.name,
            "applicant": body.applicant.name,
            "code": "–",
        }
    if isinstance(body, Refused | TurnedAway):
        cells["what"] = ". ".join(each.rstrip(".") for each in (body.reason, body.guidance) if each)
    before = act.entry.kind is Kind.TURNED_AWAY
    cells["note"] = "Chưa cấp số hồ sơ" if before else "Đã có số hồ sơ"
    return cells


def _post(reading: Reading, act: BookAct) -> Cells | None:
    if "by_post" not in act.flags:
        return None
    cells = common_cells(reading, act)
    cells["what"] = act.what
    if isinstance(act.body, Returned):
        cells["applicant"] = act.body.receiver.name
    return cells


def _hand_over(reading: Reading, act: BookAct) -> Cells:
    cells = common_cells(reading, act)
    cells |= {"unit": act.what, "way": "Nhận lại" if "back" in act.flags else "Giao"}
    if isinstance(act.body, HandedOver):
        cells["person"] = act.body.receiver
    return cells


SUPPLEMENTS = ActBook((Kind.SUPPLEMENT_REQUESTED,), _supplement)
REFUSALS = ActBook((Kind.REFUSED, Kind.TURNED_AWAY), _refusal)
POST = ActBook((Kind.RETURNED,), _post)
HAND_OVERS = ActBook((Kind.HANDED_OVER,), _hand_over)
