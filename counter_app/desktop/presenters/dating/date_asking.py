"""Hôm nay là ngày nào? Asked when the machine's date can't be right; nobody is locked out.

Asked after a log-in and by the first act that needs a date. Esc leaves it: dossiers can be looked
at, and the next act asks again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notice, NoticeKind, Notify, of_error
from counter_app.domain.dates import shown_moment
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.journal.doubtful_date import Doubt, TypedDate, confirmed_moment
from counter_app.domain.problems import Problem
from counter_app.i18n import tr
from counter_app.services.counter.clock import Moment
from counter_app.services.dating.confirming import DateQuestion
from counter_app.wording.sentences import problem_words, sentence

DAY, AGAIN, HOUR, PASSWORD = "day", "again", "hour", "password"
"""The fields, in their order."""


@dataclass(frozen=True, slots=True)
class DateAsk:
    """The question as shown; `supervisors` are (id, name): empty, nobody but the officer can."""

    title: str
    sentence: str
    supervisors: tuple[tuple[str, str], ...] = ()


class DateView(Protocol):
    """What shows the question."""

    def open(self, ask: DateAsk) -> None:
        """Ask; one that is open already stays."""

    def wrong(self, problems: dict[str, str]) -> None:
        """Say beside the fields what is wrong, and put the keys into the first of them."""

    def refuse(self, words: str) -> None:
        """Say why it wasn't taken; what was typed stays."""

    def close(self) -> None:
        """It is answered."""


@dataclass(frozen=True, slots=True)
class DateDoors:
    """What the question needs of the program.

    `look` reads what is to be asked; `confirm` takes what was typed, a supervisor's id and password
    ("" for none); `confirmed` hears that the date is another one now.
    """

    look: Callable[[], DateQuestion | None]
    confirm: Callable[[TypedDate, str, str], Moment]
    confirmed: Callable[[], None]
    notify: Notify


class DateAsking:
    """Decides; one for each officer who logs in."""

    def __init__(self, view: DateView, jobs: Jobs, doors: DateDoors) -> None:
        self._view, self._jobs, self._doors = view, jobs, doors
        self._busy = False

    def ask(self) -> None:
        """Ask, if the date is doubtful now."""
        self._jobs.run(self._doors.look, self._found, self._not_found)

    def answer(self, typed: TypedDate, supervisor: str = "", password: str = "") -> None:
        """Take what was typed. A password means that the supervisor agrees; else it is twice."""
        if self._busy:
            return
        if password:
            typed = TypedDate(typed.day, None, typed.hour)
        problems = confirmed_moment(typed, None, None)
        if isinstance(problems, tuple):
            self._view.wrong(_words(problems))
            return
        self._busy = True
        by = supervisor if password else ""
        self._jobs.run(lambda: self._doors.confirm(typed, by, password), self._done, self._refused)

    def _found(self, question: DateQuestion | None) -> None:
        if question is not None:
            self._view.open(ask_of(question))

    def _not_found(self, error: CounterError) -> None:
        self._doors.notify(of_error(error))

    def _done(self, moment: Moment) -> None:
        self._busy = False
        self._view.close()
        self._doors.confirmed()
        self._doors.notify(
            Notice(
                tr("Đang dùng {moment}.").format(moment=shown_moment(moment.at)),
                tr("Giấy tờ mang ngày này. Đồng hồ máy không bị đổi; có mạng là máy tự theo giờ."),
                NoticeKind.OK,
                "clock",
            )
        )

    def _refused(self, error: CounterError) -> None:
        self._busy = False
        if isinstance(error, FalseStepError):
            self._view.wrong(_words(error.problems))
        else:
            self._view.refuse(sentence(error))


def ask_of(question: DateQuestion) -> DateAsk:
    """Return the question in words."""
    machine, latest = shown_moment(question.machine_at), shown_moment(question.latest)
    why = tr("Đồng hồ máy đang là {machine}, sớm hơn việc gần nhất máy biết ({latest}).")
    if question.why is Doubt.LATER:
        why = tr("Đồng hồ máy đang là {machine}, muộn hơn nhiều so với việc gần nhất ({latest}).")
    safe = tr("Hồ sơ đã tiếp nhận vẫn an toàn. Xem lịch hoặc điện thoại rồi gõ ngày giờ đúng.")
    return DateAsk(
        tr("Hôm nay là ngày nào?"),
        f"{why.format(machine=machine, latest=latest)} {safe}",
        tuple((each.id, each.name) for each in question.supervisors),
    )


def _words(problems: tuple[Problem, ...]) -> dict[str, str]:
    return {each.field.removeprefix("/"): problem_words(each) for each in problems}
