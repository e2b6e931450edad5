"""Mức độ hài lòng: what citizens answered, question by question; nobody's name, nobody's dossier.

No number leads to dossiers: behind one answer there may be one citizen.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from counter_app.domain.office.rating import RatingForm
from counter_app.domain.reports.period import Period
from counter_app.domain.reports.sheet import Cell, Column, ReportSheet, Row, RowKind, Unit
from counter_app.services.reports.asked import Asked, Report, none_behind
from counter_app.services.reports.evaluation.scoring import form_of
from counter_app.services.reports.evaluation.sheets import GROUP
from counter_app.services.reports.handling.counting import FEW, NO_RATE, notes_of, rate
from counter_app.store.reports.evaluation import ratings_given

_COLUMNS = (
    Column("question", "Nội dung hỏi", Unit.TEXT, "Câu hỏi như phiếu đang dùng ghi.", 0),
    Column(
        "answers", "Số trả lời", Unit.COUNT,
        "Số hồ sơ có trả lời câu hỏi trong kỳ, theo ngày ghi phiếu; nhiều phiếu của một hồ sơ "
        "trong kỳ tính phiếu sau cùng; câu bỏ trống không tính.", 22,
    ),
    Column("worst", "Mức thấp nhất", Unit.COUNT, "Số trả lời ở mức đầu tiên của phiếu.", 22),
    Column("middle", "Các mức giữa", Unit.COUNT, "Số trả lời không ở mức đầu và mức cuối.", 22),
    Column("best", "Mức cao nhất", Unit.COUNT, "Số trả lời ở mức cuối cùng của phiếu.", 22),
    Column(
        "satisfied", "Tỷ lệ hài lòng", Unit.PERCENT,
        "Số trả lời trên mức thấp nhất chia số trả lời, làm tròn xuống; dưới 5 trả lời thì không "
        "nêu tỷ lệ.", 24,
    ),
    Column(
        "mean", "Điểm bình quân", Unit.TENTHS,
        "Tổng điểm (mức đầu 0 điểm, mỗi mức sau thêm 1) chia số trả lời; dưới 5 trả lời thì "
        "không nêu.", 24,
    ),
)  # fmt: skip


@dataclass(slots=True)
class Answers:
    """How often each grade was given; grade 0 is the worst."""

    grades: dict[int, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Return how many answered."""
        return sum(self.grades.values())

    @property
    def satisfied(self) -> int:
        """Return how many answered better than the worst."""
        return self.count - self.grades.get(0, 0)


def answers(asked: Asked, period: Period) -> tuple[dict[tuple[str, int], Answers], int]:
    """Return the answers by form and question, and how many ratings can't be read any more."""
    found: dict[tuple[str, int], Answers] = {}
    unread = 0
    for rating in ratings_given(asked.tx.lives.connection, period.first, period.last):
        form = form_of(asked.reference.rating, rating.questions)
        if form is None:
            unread += 1
            continue
        for question, grade in rating.answers:
            grades = found.setdefault((form.id, question), Answers()).grades
            grades[grade] = grades.get(grade, 0) + 1
    return found, unread


def make_satisfaction(asked: Asked) -> ReportSheet:
    """Return what was answered in the period, with the period before beside it."""
    now, unread = answers(asked, asked.period)
    before, _ = answers(asked, asked.period.before())
    rows: list[Row] = []
    for form in _forms(asked):
        lines = []
        for at, index in enumerate(form.indices):
            key = (form.id, at)
            if key in now or key in before:
                lines.append(
                    Row(_cells(index.question, len(index.grades), now.get(key), before.get(key)))
                )
        if lines:
            rows += [Row(_head(form.title), RowKind.HEAD), *lines]
    notes = ["Số liệu không nêu tên người đánh giá và không dẫn tới hồ sơ."]
    if not rows:
        notes.append("Không có phiếu đánh giá nào trong kỳ và kỳ trước.")
    if unread:
        notes.append(
            f"{unread} phiếu không đọc được: nội dung đã xóa, hoặc phiếu không còn trong danh mục."
        )
    return ReportSheet(
        "satisfaction",
        "Mức độ hài lòng của người dân, tổ chức",
        _COLUMNS,
        tuple(rows),
        asked.standing,
        asked.period,
        "; ".join(dict.fromkeys(form.basis for form in _forms(asked))),
        notes_of(asked, *notes),
        compared=True,
    )


def _forms(asked: Asked) -> tuple[RatingForm, ...]:
    newest: dict[str, RatingForm] = {}
    for form in sorted(asked.reference.rating.forms, key=lambda each: each.effective_from):
        newest[form.id] = form
    return tuple(newest.values())


def _cells(
    question: str, grades: int, now: Answers | None, before: Answers | None
) -> tuple[Cell, ...]:
    here, earlier = _figures(grades, now or Answers()), _figures(grades, before or Answers())
    cells = (
        Cell(value, before=None if was == NO_RATE else was)
        for value, was in zip(here, earlier, strict=True)
    )
    return (Cell(question), *cells)


def _figures(grades: int, found: Answers) -> tuple[int | str, ...]:
    count = found.count
    worst, best = found.grades.get(0, 0), found.grades.get(grades - 1, 0)
    points = sum(grade * times for grade, times in found.grades.items())
    mean: int | str = NO_RATE if count < FEW else points * 10 // count
    return count, worst, count - worst - best, best, rate(found.satisfied, count), mean


def _head(title: str) -> tuple[Cell, ...]:
    return (Cell(title), *(Cell() for _ in _COLUMNS[1:]))


SATISFACTION = Report("satisfaction", GROUP, "Mức độ hài lòng", make_satisfaction, none_behind)
