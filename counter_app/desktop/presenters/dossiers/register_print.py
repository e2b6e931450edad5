"""In sổ theo dõi: which days of a counter's book, then its pages, which Enter prints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Protocol

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.printed_notice import printed_notice
from counter_app.desktop.printing.outcome import PrintOutcome
from counter_app.domain.dates import parse_date, shown_date
from counter_app.domain.errors import CounterError
from counter_app.domain.problems import Problem
from counter_app.i18n import several, tr
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.register import (
    RegisterPaper,
    RegisterSpan,
    make_register,
    may_print_register,
    record_register,
)
from counter_app.wording.sentences import problem_words, sentence


class Days(Enum):
    """Which days the officer wants; SPAN: those that are typed."""

    TODAY = "today"
    MONTH = "month"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class RegisterAsk:
    """The question: the days of TODAY and MONTH in words, and what stands in the two lines."""

    title: str
    sentence: str
    today: str
    month: str
    first: str
    last: str


class RegisterView(Protocol):
    """What asks."""

    def ask(self, ask: RegisterAsk) -> None:
        """Open the question."""

    def say(self, words: str) -> None:
        """Say something calm in the question, which stays."""

    def refuse(self, words: str) -> None:
        """Say in the question what is wrong with the days."""

    def close(self) -> None:
        """Close the question."""


class RegisterPrint:
    """Decides. A question that was left prints nothing, even when its pages come later."""

    def __init__(self, desk: Desk, view: RegisterView) -> None:
        self._desk, self._view = desk, view
        self._counter = ""
        self._asked = 0  # numbers the questions: pages of one that was left are dropped
        self._busy = False

    @property
    def is_offered(self) -> bool:
        """Tell whether the officer may print a register."""
        return may_print_register(self._desk.workplace, self._desk.session)

    def ask(self, counter: str = "") -> bool:
        """Ask which days of `counter`'s book ("": this counter's); False where it isn't allowed."""
        if not self.is_offered:
            return False
        self._asked += 1
        self._busy = False
        self._counter = counter or self._desk.workplace.enrolment.counter
        today = self._desk.today()
        first = shown_date(today.replace(day=1))
        self._view.ask(
            RegisterAsk(
                title=tr("In sổ theo dõi hồ sơ · Quầy {number}").format(number=self._counter),
                sentence=tr("Xem các trang trước, Enter mới in."),
                today=shown_date(today),
                month=tr("{first} đến {last}").format(first=first, last=shown_date(today)),
                first=first,
                last=shown_date(today),
            )
        )
        return True

    def left(self) -> None:
        """The question was left."""
        self._asked += 1
        self._busy = False

    def choose(self, days: Days, first: str, last: str) -> None:
        """Make the pages of these days; `first` and `last` as typed, for SPAN."""
        if self._busy:
            return
        found = self._span(days, first, last)
        if isinstance(found, str):
            self._view.refuse(found)
            return
        self._busy = True
        number, desk, span = self._asked, self._desk, found
        self._view.say(tr("Đang lập sổ…"))

        def done(paper: RegisterPaper) -> None:
            if number == self._asked:
                self._busy = False
                self._made(paper)

        def failed(error: CounterError) -> None:
            if number == self._asked:
                self._busy = False
                self._view.refuse(sentence(error))

        desk.jobs.run(
            lambda: make_register(desk.workplace, desk.session, span, desk.fonts), done, failed
        )

    def _span(self, days: Days, first: str, last: str) -> RegisterSpan | str:
        """Return the span, or what is wrong with it."""
        today = self._desk.today()
        if days is Days.TODAY:
            return RegisterSpan(self._counter, today, today)
        if days is Days.MONTH:
            return RegisterSpan(self._counter, today.replace(day=1), today)
        read: list[date] = []
        for typed in (first, last):
            if not typed.strip():
                return tr("Ghi cả ngày đầu và ngày cuối.")
            found = parse_date(typed, today)
            if isinstance(found, Problem):
                return problem_words(found)
            read.append(found)
        begin, end = read
        if begin > end:
            return tr("Ngày đầu phải trước hoặc trùng ngày cuối.")
        if begin.year != end.year:
            return tr("Sổ mở theo năm: chọn các ngày trong cùng một năm.")
        return RegisterSpan(self._counter, begin, end)

    def _made(self, paper: RegisterPaper) -> None:
        document = paper.document
        if document is None:
            self._view.say(_empty(paper))
            return
        self._view.close()
        title = tr("Sổ theo dõi hồ sơ quầy {number}").format(number=paper.span.counter)
        if paper.unnumbered:
            self._desk.notify(Notice(_waiting(paper.unnumbered), kind=NoticeKind.INFO))
        self._desk.preview(document, title, lambda seen: self._print(paper, seen, title))

    def _print(self, paper: RegisterPaper, document: Document, title: str) -> None:
        desk = self._desk

        def ended(outcome: PrintOutcome) -> None:
            desk.notify(printed_notice(outcome))

        def recorded(_: None) -> None:
            desk.nudge()
            desk.printing.print(document, title, ended)

        desk.jobs.run(
            lambda: record_register(desk.workplace, desk.session, paper),
            recorded,
            lambda error: desk.notify(of_error(error)),
        )


def _empty(paper: RegisterPaper) -> str:
    span = paper.span
    if span.first == span.last:
        words = tr("Sổ của quầy {number} không có dòng nào ngày {first}.")
    else:
        words = tr("Sổ của quầy {number} không có dòng nào từ {first} đến {last}.")
    said = words.format(
        number=span.counter, first=shown_date(span.first), last=shown_date(span.last)
    )
    return f"{said} {_waiting(paper.unnumbered)}" if paper.unnumbered else said


def _waiting(unnumbered: int) -> str:
    return several("{n} hồ sơ mang mã tạm sẽ vào sổ khi có số.", unnumbered).format(n=unnumbered)
