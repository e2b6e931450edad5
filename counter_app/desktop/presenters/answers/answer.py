"""What the server didn't take, in a panel: its words, what it marked, and the ways to settle it.

Sửa rồi gửi lại (the marked fields), chọn (base, mine, the server's), lấy số mới, bỏ việc này. What
is typed stays until it is written, also when the page was left and opened again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from counter_app.desktop.changed import Changed, dossier_changed
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, of_error
from counter_app.desktop.presenters.answers.answer_blocks import (
    REASON,
    Typed,
    blocks_of,
    edits_of,
    lack_of,
    picked,
)
from counter_app.desktop.presenters.answers.answer_words import (
    BUTTONS,
    ICONS,
    SAID,
    TITLES,
    said_of_number,
)
from counter_app.desktop.presenters.steps.step_state import NEXT, Block, Rows, Sides, StepState
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Numbered, Received
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import AnswerSettledError
from counter_app.domain.journal.entry import Recorded
from counter_app.i18n import tr
from counter_app.services.answers.answered import Answered, Way, answered
from counter_app.services.answers.settling import choose, drop, renumber, resend, review
from counter_app.wording.sentences import sentence
from counter_app.wording.timeline import TITLES as ACTS

_DONE = {Kind.DROPPED: Way.DROP, Kind.FLAGS_REVIEWED: Way.REVIEW}


class AnswerView(Protocol):
    """What shows an answer."""

    def head(self, act: str, code: str, applicant: str) -> None:
        """Say which act it is about."""

    def present(self, state: StepState) -> None:
        """Show the panel."""

    def focus(self, name: str) -> None:
        """Put the keys into the field or the rows of that name; NEXT: on the button."""

    def leave(self) -> None:
        """Go back to where it was opened."""


class AnswerPresenter:
    """Settles one act at a time. `tell` hears what was changed."""

    def __init__(self, view: AnswerView, desk: Desk, tell: Callable[[Changed], None]) -> None:
        self._view, self._desk, self._tell = view, desk, tell
        self._uid = ""
        self._found: Answered | None = None
        self._typed = Typed()
        self._busy = False
        self._error = ""
        self._asked = 0

    @property
    def dossier(self) -> str | None:
        """The uid of the dossier that it is about; None for one that isn't known here."""
        found = self._found
        return found.dossier.uid if found is not None and found.dossier is not None else None

    def open(self, uid: str) -> None:
        """Read the act `uid` and what the server said of it."""
        if uid != self._uid:
            self._uid, self._found, self._typed = uid, None, Typed()
        self._error = ""
        self._asked += 1
        number, place = self._asked, self._desk.workplace

        def done(found: Answered) -> None:
            if number == self._asked:
                self._show(found)

        def failed(error: CounterError) -> None:
            if number == self._asked:
                self._gone(error)

        self._desk.jobs.run(lambda: answered(place, uid), done, failed)

    def again(self) -> None:
        """Read anew: another officer, or the server, may have been quicker."""
        if self._uid and not self._busy:
            self.open(self._uid)

    # What the panel asks.

    def toggle(self, name: str) -> None:
        """Take a side, or a way."""
        found = self._found
        if found is None:
            return
        self._typed.take(name)
        self._present()
        lack = lack_of(found, self._typed, self._desk.today())
        self._view.focus(lack[1] if lack is not None else NEXT)

    def type(self, name: str, text: str) -> None:
        """Take what stands in a field now."""
        if self._typed.texts.get(name) != text:
            self._typed.texts[name] = text
            self._present()

    def press(self, key: str) -> bool:
        """Take the side or the way that bears this digit."""
        for block in self._blocks():
            rows = block.rows if isinstance(block, Rows) else ()
            rows = (block.mine, block.theirs) if isinstance(block, Sides) else rows
            for row in rows:
                if row.is_key and row.number == key:
                    self.toggle(row.name)
                    return True
        return False

    def confirm(self) -> None:
        """Write it (Enter), or go where something is wanted."""
        found = self._found
        if found is None or self._busy:
            return
        lack = lack_of(found, self._typed, self._desk.today())
        if lack is not None:
            self._view.focus(lack[1])
            return
        self._busy, self._error = True, ""
        self._present()
        way = self._typed.way_of(found)
        self._desk.jobs.run(self._work(found, way), self._written, self._not_written)

    # Inside.

    def _work(self, found: Answered, way: Way) -> Callable[[], Recorded]:
        place, session, uid = self._desk.workplace, self._desk.session, found.entry.uid
        if way is Way.MEND:
            edits = edits_of(found, self._typed, self._desk.today())
            return lambda: resend(place, session, uid, edits)
        if way is Way.CHOOSE:
            choices = picked(found, self._typed)
            return lambda: choose(place, session, uid, choices)
        if way is Way.RENUMBER:
            return lambda: renumber(place, session, uid)
        reason = self._typed.texts.get(REASON, "")
        if way is Way.REVIEW:
            return lambda: review(place, session, uid, reason)
        return lambda: drop(place, session, uid, reason)

    def _show(self, found: Answered) -> None:
        self._found = found
        self._view.head(tr(ACTS[found.entry.kind]), found.code, found.applicant)
        self._present()
        lack = lack_of(found, self._typed, self._desk.today())
        self._view.focus(lack[1] if lack is not None else NEXT)

    def _gone(self, error: CounterError) -> None:
        self._found = None
        self._desk.notify(of_error(error))
        self._view.leave()

    def _blocks(self) -> tuple[Block, ...]:
        found = self._found
        if found is None:
            return ()
        return blocks_of(found, self._typed, self._desk.today())

    def _present(self) -> None:
        found = self._found
        if found is None:
            return
        way = self._typed.way_of(found)
        lack = lack_of(found, self._typed, self._desk.today())
        self._view.present(
            StepState(
                title=tr(TITLES[way]),
                keys="",
                icon=ICONS[way],
                blocks=self._blocks(),
                proceed=tr(BUTTONS[way]),
                reason=tr("Đang ghi…") if self._busy else lack[0] if lack else "",
                error=self._error,
            )
        )

    def _written(self, recorded: Recorded) -> None:
        found, self._found = self._found, None
        self._busy, self._uid, self._typed = False, "", Typed()
        self._desk.nudge()
        assert found is not None
        body = recorded.body
        if isinstance(body, Received | Numbered) and body.code != found.code:
            self._desk.notify(Notice(*said_of_number(body.code)))
        else:
            way = _DONE.get(recorded.entry.kind, Way.MEND)
            self._desk.notify(Notice(tr(SAID[way]), found.code))
        home = recorded.entry.dossier
        self._tell(dossier_changed(*((home,) if home else ())))
        self._view.leave()

    def _not_written(self, error: CounterError) -> None:
        self._busy = False
        if isinstance(error, AnswerSettledError):
            self._gone(error)
            return
        self._error = sentence(error)
        self._present()
