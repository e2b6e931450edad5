"""Which days of the register: what is typed, what is empty, what is printed and recorded."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from counter_app.desktop.presenters.dossiers.register_print import (
    Days,
    RegisterAsk,
    RegisterPrint,
)
from counter_app.domain.acts.kinds import Kind
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.desktop.conftest import Desktop
from tests.made import person


@dataclass
class Question:
    """The question, as it was left."""

    asked: list[RegisterAsk] = field(default_factory=list)
    said: str = ""
    refused: str = ""
    closed: bool = False

    def ask(self, ask: RegisterAsk) -> None:
        self.asked.append(ask)

    def say(self, words: str) -> None:
        self.said = words

    def refuse(self, words: str) -> None:
        self.refused = words

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def question() -> Question:
    return Question()


@pytest.fixture
def register(desktop: Desktop, question: Question) -> RegisterPrint:
    printing = RegisterPrint(desktop.desk, question)
    assert printing.ask()
    return printing


def exports(desktop: Desktop) -> int:
    today = desktop.desk.today()
    with desktop.desk.workplace.store.reading() as tx:
        return len(tx.day_acts.between(today, today, (Kind.EXPORTED,)))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("", "1/7/2025", "cả ngày đầu và ngày cuối"),
        ("31/2/2025", "1/7/2025", "31/2/2025"),
        ("2/7/2025", "1/7/2025", "trước hoặc trùng"),
        ("31/12/2024", "1/1/2025", "cùng một năm"),
    ],
)
def test_days_that_are_no_span(
    register: RegisterPrint, question: Question, first: str, last: str, words: str
) -> None:
    register.choose(Days.SPAN, first, last)
    assert words in question.refused
    assert not question.closed


def test_an_empty_day_is_said_calmly(
    register: RegisterPrint, question: Question, desktop: Desktop
) -> None:
    register.choose(Days.TODAY, "", "")
    assert "không có dòng nào" in question.said
    assert not question.refused
    assert (question.closed, desktop.previews, exports(desktop)) == (False, [], 0)


@pytest.mark.parametrize("days", [Days.TODAY, Days.MONTH])
def test_looked_at_first_and_recorded_when_printed(
    register: RegisterPrint, question: Question, desktop: Desktop, days: Days
) -> None:
    place = desktop.counter.workplace
    receive(place, desktop.counter.session, Reception("1.001193", person()))
    register.choose(days, "", "")
    assert question.closed
    ((document, title, print_),) = desktop.previews
    assert title == "Sổ theo dõi hồ sơ quầy 12"
    assert (desktop.tray.asked, exports(desktop)) == (0, 0)
    print_(document)
    assert (desktop.tray.asked, exports(desktop)) == (1, 1)


def test_another_counters_book(register: RegisterPrint, question: Question) -> None:
    register.ask("7")
    assert question.asked[-1].title.endswith("Quầy 7")
