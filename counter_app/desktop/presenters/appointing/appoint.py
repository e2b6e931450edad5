"""The head appoints an officer on the spot: who, for which agencies, from when until when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice
from counter_app.domain.acts.office import AppointmentMade
from counter_app.domain.dates import parse_date, shown_date, vietnam_time
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.officers.appointed import TypedAppointment
from counter_app.domain.officers.roles import Act, Role
from counter_app.i18n import tr
from counter_app.services.officers.appointing import appoint, problems_of, until_at_most
from counter_app.wording.sentences import problem_words, sentence


@dataclass(frozen=True, slots=True)
class Choice:
    """An officer, or an agency: its key and its words."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class AppointState:
    """What the sheet offers; days prefilled as they are written."""

    officers: tuple[Choice, ...]
    agencies: tuple[Choice, ...]
    first: str
    last: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in, as it was typed."""

    officer: str
    agencies: tuple[str, ...]
    first: str
    last: str
    number: str
    reason: str


class AppointView(Protocol):
    """What the presenter asks of the sheet."""

    def refuse(self, words: str) -> None:
        """Stay, and say what is wrong."""

    def recorded(self) -> None:
        """It is recorded: close."""


class Appointing:
    """Decides what the sheet of a temporary appointment offers and does."""

    def __init__(self, desk: Desk, view: AppointView, tell: Callable[[Changed], None]) -> None:
        self._desk, self._view, self._tell = desk, view, tell
        self.is_working = False
        """Whether something is being written."""

    def state(self) -> AppointState:
        """Return what is offered: officers who may receive, the agencies, 30 days from today."""
        desk = self._desk
        reference = desk.workplace.reference
        today = vietnam_time(desk.now()).date()
        names = Counter(each.name for each in reference.officers.officers)
        officers = tuple(
            Choice(each.id, each.name if names[each.name] == 1 else f"{each.name} ({each.id})")
            for each in sorted(reference.officers.officers, key=lambda one: (one.name, one.id))
            if each.active
            and Role.INSPECTOR not in each.roles
            and (not each.roles or reference.roles.any_may(each.roles, Act.RECEIVE))
        )
        agencies = tuple(Choice(each.code, each.name) for each in reference.agencies.agencies)
        most = shown_date(until_at_most(today))
        return AppointState(
            officers,
            agencies,
            shown_date(today),
            most,
            tr(
                "Có hiệu lực ngay tại các quầy, không quá 60 ngày. Quyết định của tỉnh có cùng số "
                "sẽ thay thế."
            ),
        )

    def confirm(self, filled: Filled) -> None:
        """Record the appointment; what is wrong with it is said in the sheet."""
        if self.is_working:
            return
        typed = self._typed(filled)
        place, session = self._desk.workplace, self._desk.session
        problems = problems_of(place, typed)
        if problems:
            self._view.refuse(problem_words(problems[0]))
            return
        self.is_working = True

        def done(made: AppointmentMade) -> None:
            self.is_working = False
            words = tr("Đã cử {name} đến {date}.").format(
                name=made.officer_name, date=shown_date(made.valid_until)
            )
            self._desk.notify(Notice(words))
            self._tell(Changed(frozenset({Subject.SENDING})))
            self._view.recorded()

        def failed(error: CounterError) -> None:
            self.is_working = False
            if isinstance(error, FalseStepError) and error.problems:
                self._view.refuse(problem_words(error.problems[0]))
            else:
                self._view.refuse(sentence(error))

        self._desk.jobs.run(lambda: appoint(place, session, typed), done, failed)

    def _typed(self, filled: Filled) -> TypedAppointment:
        today = vietnam_time(self._desk.now()).date()
        return TypedAppointment(
            filled.officer,
            filled.agencies,
            _day(filled.first, today),
            _day(filled.last, today),
            filled.number,
            filled.reason,
        )


def _day(text: str, today: date) -> date | None:
    found = parse_date(text, today)
    return found if isinstance(found, date) else None
