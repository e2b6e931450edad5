"""A supervisor gives an officer a one-time code in place of a forgotten password."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.desk import Desk
from counter_app.domain.dates import shown_moment
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import FalseStepError
from counter_app.i18n import tr
from counter_app.services.signing_in.resetting import GivenCode, reset_password, resettable
from counter_app.wording.sentences import problem_words, sentence


@dataclass(frozen=True, slots=True)
class OfficerChoice:
    """An officer to choose: the province's id, and the words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class CodeShown:
    """The code, for a moment: `title` says whose it is, `words` what to do with it."""

    title: str
    code: str
    words: str


class ResetView(Protocol):
    """What the presenter asks of the sheet."""

    def refuse(self, words: str) -> None:
        """Stay, and say what is wrong."""

    def given(self, shown: CodeShown) -> None:
        """Show the code in place of the question: it is never shown again."""


class Resetting:
    """Decides what the sheet of a forgotten password offers and does."""

    def __init__(self, desk: Desk, view: ResetView, tell: Callable[[Changed], None]) -> None:
        self._desk, self._view, self._tell = desk, view, tell
        self.is_working = False
        """Whether something is being written."""

    def officers(self) -> tuple[OfficerChoice, ...]:
        """Return whose password may be reset here."""
        found = resettable(self._desk.workplace, self._desk.session)
        names = Counter(each.name for each in found)
        return tuple(
            OfficerChoice(
                each.id, each.name if names[each.name] == 1 else f"{each.name} ({each.id})"
            )
            for each in found
        )

    def sentence(self) -> str:
        """Return what the sheet says above the question."""
        return tr(
            "Cán bộ nhận một mã dùng một lần, gõ mã vào ô mật khẩu rồi tự đặt mật khẩu mới: chỉ ở "
            "máy này, trong 7 ngày. Việc này được ghi lại và báo về tỉnh."
        )

    def confirm(self, officer: str, reason: str) -> None:
        """Give the code; what is wrong is said in the sheet."""
        if self.is_working:
            return
        self.is_working = True
        place, session = self._desk.workplace, self._desk.session

        def done(given: GivenCode) -> None:
            self.is_working = False
            self._tell(Changed(frozenset({Subject.SENDING})))
            self._view.given(shown_code(given))

        def failed(error: CounterError) -> None:
            self.is_working = False
            if isinstance(error, FalseStepError) and error.problems:
                self._view.refuse(problem_words(error.problems[0]))
            else:
                self._view.refuse(sentence(error))

        self._desk.jobs.run(lambda: reset_password(place, session, officer, reason), done, failed)


def shown_code(given: GivenCode) -> CodeShown:
    """Return how a code is shown, and what is said about it."""
    return CodeShown(
        tr("Mã dùng một lần của {name}").format(name=given.officer_name),
        given.code,
        tr(
            "Đưa mã cho chính cán bộ đó; mã chỉ hiện lần này và dùng được đến {code_until}. Mật "
            "khẩu đặt bằng mã dùng được ở máy này đến {until}; trước lúc đó tỉnh cấp mật khẩu mới."
        ).format(code_until=shown_moment(given.code_until), until=shown_moment(given.until)),
    )
