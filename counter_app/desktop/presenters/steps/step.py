"""`Step`: what every further step of a dossier shares. One step is one subclass in its own file.

A subclass says

- `words(dossier)`: title, key, icon and button (`StepWords`);
- `reads(dossier)`: a callable that reads the store behind the window, or None; `begin(dossier,
  found)` gets what it found and sets the first `ticked` and `typed`;
- `blocks(dossier)`: what stands in the panel, from `self.ticked` (names of rows) and `self.typed`
  (text by name of input). Rows are numbered here; digits tick the first nine of all of them;
- `lacks(dossier)`: what is still wanted, as (words, name of its place), or None;
- `writes(dossier, breaches)`: a callable that writes the act behind the window. It must close over
  values, not over `self`: keys go on meanwhile;
- `said(after)`: what is said when it is written; `paper(after)`: what is printed then
  (`StepPaper`), or None;
- `enters(dossier)`: what Enter does before it writes (ticks all, say); False for nothing.

What is false about the act, and which limits it breaks, is asked of the dossier here (`kind`), and
the question for a broken limit is put below the blocks.
"""

from __future__ import annotations

import dataclasses
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice
from counter_app.desktop.presenters.detail.paper_out import PaperOut
from counter_app.desktop.presenters.steps.breach_question import (
    breach_blocks,
    breach_lack,
    breaches_of,
    usual_supervisor,
)
from counter_app.desktop.presenters.steps.step_state import (
    NEXT,
    Block,
    Rows,
    Say,
    SayKind,
    StepState,
    StepView,
)
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.steps import judge
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import BreachUnconfirmedError, FalseStepError
from counter_app.i18n import tr
from counter_app.services.printing.receipt_paper import Document
from counter_app.wording.sentences import problem_words, sentence

Lack = tuple[str, str]
"""What is still wanted: words, and the name of the input or rows where it is given."""

_DIGITS = "123456789"
_ENTER = "\r"


@dataclass(frozen=True, slots=True)
class StepWords:
    """Words of a panel. `keys` is its key, "" for none; `proceed` stands on its button."""

    title: str
    keys: str
    icon: str
    proceed: str


@dataclass(frozen=True, slots=True)
class StepPaper:
    """The paper of an act: what makes it, behind the window, and the name of the print."""

    make: Callable[[], Document]
    title: str


class Step(ABC):
    """One step at one dossier. What was ticked and typed stays until it is written."""

    kind: ClassVar[Kind]
    """The act that it writes."""

    def __init__(self, desk: Desk, view: StepView, papers: PaperOut) -> None:
        self.desk, self._view, self._papers = desk, view, papers
        self.ticked: set[str] = set()
        self.typed: dict[str, str] = {}
        self.last = ""
        """The row that was turned over last."""
        self._dossier: Dossier | None = None
        self._is_open = self._is_ready = self._busy = False
        self._asked = 0
        self._error = ""
        self._breaches: tuple[str, ...] = ()
        self._early: list[str] = []

    # What a subclass says.

    @abstractmethod
    def words(self, dossier: Dossier) -> StepWords:
        """Return the words of the panel."""

    def reads(self, dossier: Dossier) -> Callable[[], object] | None:  # noqa: ARG002 (subclasses)
        """Return what must be read before the panel can be shown; None for nothing."""
        return None

    @abstractmethod
    def begin(self, dossier: Dossier, found: object) -> None:
        """Begin with `dossier`, nothing ticked or typed yet; `found` is what `reads` returned."""

    @abstractmethod
    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return the panel's blocks."""

    @abstractmethod
    def lacks(self, dossier: Dossier) -> Lack | None:
        """Return the first thing that is still wanted."""

    @abstractmethod
    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:
        """Return the work that writes the act and gives the dossier after it."""

    @abstractmethod
    def said(self, after: Dossier) -> str:
        """Return what is said when the act is written."""

    def paper(self, after: Dossier) -> StepPaper | None:  # noqa: ARG002 (subclasses)
        """Return the paper that is printed after the act."""
        return None

    def enters(self, dossier: Dossier) -> bool:  # noqa: ARG002 (subclasses)
        """Do something else than the act at Enter; True when it was done."""
        return False

    # What the panel and the page ask.

    @property
    def is_busy(self) -> bool:
        """True while the act is being written."""
        return self._busy

    def start(self, dossier: Dossier) -> None:
        """Open the panel. For the same dossier again, what was ticked and typed is still there."""
        again = self._dossier is not None and self._dossier.uid == dossier.uid
        self._dossier, self._is_open = dossier, True
        if again:
            if self._is_ready:
                self._judge(dossier)
                self._present()
                self._view.focus(NEXT)
            return
        self.ticked, self.typed, self.last, self._error = set(), {}, "", ""
        self._is_ready, self._breaches, self._early = False, (), []
        self._asked += 1
        number, work = self._asked, self.reads(dossier)
        if work is None:
            self._begin(dossier, None)
            return

        def done(found: object) -> None:
            if number == self._asked and self._dossier is not None:
                self._begin(self._dossier, found)

        def failed(error: CounterError) -> None:
            if number == self._asked and self._dossier is not None:
                self._error = sentence(error)
                self._begin(self._dossier, None)

        self.desk.jobs.run(work, done, failed)

    def stop(self) -> None:
        """Close the panel; nothing is lost."""
        self._is_open = False

    def toggle(self, name: str) -> None:
        """Turn a row over; of single rows, choose it."""
        for block in self._numbered():
            if isinstance(block, Rows) and any(row.name == name for row in block.rows):
                if block.single:
                    self.ticked -= {row.name for row in block.rows}
                    self.ticked.add(name)
                else:
                    self.ticked ^= {name}
                self.last = name
                self._present()
                return

    def type(self, name: str, text: str) -> None:
        """Take what stands in a field now."""
        if self.typed.get(name, "") != text:
            self.typed[name] = text
            self._present()

    def press(self, key: str) -> bool:
        """Turn over the row that bears this digit; kept for later while the panel is on its way."""
        if not self._is_ready:
            self._early.append(key)
            return True
        for block in self._numbered():
            if isinstance(block, Rows):
                for row in block.rows:
                    if row.is_key and row.number == key:
                        self.toggle(row.name)
                        return True
        return False

    def confirm(self) -> None:
        """Write the act (Enter); or go where something is wanted."""
        dossier = self._dossier
        if dossier is None or self._busy:
            return
        if not self._is_ready:
            self._early.append(_ENTER)
            return
        if self.enters(dossier):
            self._present()
            self._view.focus(NEXT)
            return
        lack = self._lack(dossier)
        if lack is not None:
            self._present()
            self._view.focus(lack[1])
            return
        self._busy, self._error = True, ""
        work = self.writes(dossier, breaches_of(self._breaches, self.ticked, self.typed))
        self._present()
        self.desk.jobs.run(work, self._done, self._failed)

    # Inside.

    def _begin(self, dossier: Dossier, found: object) -> None:
        self.begin(dossier, found)
        usual = usual_supervisor(self.desk.workplace.reference, self.desk.session.officer.id)
        self.ticked |= {usual} if usual else set()
        self._is_ready = True
        self._judge(dossier)
        self._present()
        if self._is_open:
            self._view.focus(NEXT)
        early, self._early = self._early, []
        for key in early:
            if key == _ENTER:
                self.confirm()
            else:
                self.press(key)

    def _judge(self, dossier: Dossier) -> None:
        limits = self.desk.workplace.reference.policy.limits
        self._breaches = judge(dossier, self.kind, self.desk.now(), limits).breaches

    def _lack(self, dossier: Dossier) -> Lack | None:
        problems = judge(dossier, self.kind, self.desk.now()).problems
        if problems:
            return problem_words(problems[0]), NEXT
        reference = self.desk.workplace.reference
        return self.lacks(dossier) or breach_lack(
            reference, self._breaches, self.ticked, self.typed
        )

    def _numbered(self) -> tuple[Block, ...]:
        """Return the blocks, every row of them with its number."""
        dossier = self._dossier
        if dossier is None or not self._is_ready:
            return ()
        reference = self.desk.workplace.reference
        blocks = (
            *self.blocks(dossier),
            *breach_blocks(reference, self._breaches, self.ticked, self.typed),
        )
        return tuple(_with_numbers(blocks))

    def _present(self) -> None:
        dossier = self._dossier
        if dossier is None or not self._is_ready or not self._is_open:
            return
        words = self.words(dossier)
        lack = self._lack(dossier)
        self._view.present(
            StepState(
                title=words.title,
                keys=words.keys,
                icon=words.icon,
                blocks=self._numbered(),
                proceed=words.proceed,
                reason=tr("Đang ghi…") if self._busy else lack[0] if lack else "",
                error=self._error,
            )
        )

    def _done(self, after: Dossier) -> None:
        self._busy = False
        self._dossier = None
        self.desk.nudge()
        said = self.said(after)
        paper = self.paper(after)
        if paper is None:
            self.desk.notify(Notice(said, after.shown_code))
        else:
            self._papers.send(after, paper.make, paper.title, said)
        self._view.finished(after)

    def _failed(self, error: CounterError) -> None:
        self._busy = False
        if isinstance(error, BreachUnconfirmedError):  # somebody else was quicker
            self._breaches = error.breaches
        problems = error.problems if isinstance(error, FalseStepError) else ()
        self._error = " ".join((sentence(error), *map(problem_words, problems)))
        self._present()


def _with_numbers(blocks: Iterable[Block]) -> Iterable[Block]:
    count = 0
    for block in blocks:
        if not isinstance(block, Rows):
            yield block
            continue
        rows = []
        for row in block.rows:
            count += 1
            is_key = count <= len(_DIGITS)
            rows.append(dataclasses.replace(row, number=str(count), is_key=is_key))
        yield dataclasses.replace(block, rows=tuple(rows))


def warning(name: str, bold: str, rest: str = "") -> Say:
    """Return an amber box."""
    return Say(name, bold, rest, SayKind.WARN, "warn")
