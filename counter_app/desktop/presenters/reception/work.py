"""The draft in hand: every change of it goes through here, so that each can be undone and saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.presenters.reception.desk_state import DeskState
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.state import Block
from counter_app.domain.errors import CounterError

_MOST_UNDONE = 100

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Work:
    """One draft, what the page remembers beside it, and the drafts before."""

    def __init__(self, draft: ReceptionDraft, changed: Callable[[], None]) -> None:
        self.draft = draft
        self.ui = DeskState()
        self._changed = changed
        self._before: list[tuple[ReceptionDraft, Block]] = []
        self._turns = 0
        self._untold = False

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Make one change of many: what is shown follows once, at the end of the outermost turn."""
        self._turns += 1
        try:
            yield
        finally:
            self._turns -= 1
            if self._untold and not self._turns:
                self._untold = False
                self._changed()

    def _tell(self) -> None:
        if self._turns:
            self._untold = True
        else:
            self._changed()

    def begin(self, draft: ReceptionDraft, **ui: Any) -> None:
        """Put another draft in hand; what was before it can't be undone any more."""
        self._before.clear()
        self.draft = draft
        focus, edits = self.ui.focus + 1, self.ui.edits
        self.ui = replace(DeskState(), focus=focus, edits=edits, **ui)
        self._tell()

    def edit(self, draft: ReceptionDraft, **ui: Any) -> None:
        """Change the draft, and what is remembered with it."""
        if draft != self.draft:
            self._before.append((self.draft, self.ui.current))
            del self._before[:-_MOST_UNDONE]
            self.draft = draft
            ui["edits"] = self.ui.edits + 1
        self.show(**ui)

    def show(self, **ui: Any) -> None:
        """Change only what is remembered."""
        if "current" in ui and ui["current"] is not self.ui.current:
            ui["focus"] = self.ui.focus + 1
        self.ui = replace(self.ui, **ui)
        self._tell()

    def refocus(self) -> None:
        """Bring the keys back to the current block's own field."""
        self.show(focus=self.ui.focus + 1)

    def undo(self) -> bool:
        """Take the last change back; False when there is none."""
        if not self._before:
            return False
        self.draft, current = self._before.pop()
        edits = self.ui.edits + 1
        self.show(current=current, edits=edits, focus=self.ui.focus + 1, typed_phone=None)
        return True


class _HasWork(Protocol):
    _work: Work


Deciding = TypeVar("Deciding", bound=_HasWork)


def one_turn(
    decide: Callable[Concatenate[Deciding, Given], Result],
) -> Callable[Concatenate[Deciding, Given], Result]:
    """Let a key, a click or a scan be one turn of the work, whatever it sets off."""

    @wraps(decide)
    def decided(self: Deciding, /, *args: Given.args, **kwargs: Given.kwargs) -> Result:
        with self._work.turn():
            return decide(self, *args, **kwargs)

    return decided


class JobsInTurns:
    """`Jobs` whose answers come home in one turn of the work each."""

    def __init__(self, jobs: Jobs, work: Work) -> None:
        self._jobs = jobs
        self._work = work

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[CounterError], None] | None = None,
    ) -> None:
        """Run `work` away from the window; see `desktop.jobs.Jobs`."""
        refused = None if failed is None else self._joined(failed)
        self._jobs.run(work, self._joined(done), refused)

    def _joined(self, answer: Callable[[Result], None]) -> Callable[[Result], None]:
        def home(result: Result) -> None:
            with self._work.turn():
                answer(result)

        return home
