"""A guided lesson (bài tập huấn): steps that are over when something really happened.

A step never ends by a clock. Its `done` is a sign of what the officer did: an entry of the
journal, what the draft in hand holds, the page that is shown, how the line stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from counter_app.domain.acts.kinds import Kind


class Sign(Enum):
    """What can be seen of the officer's work; each is written as `sign:value`."""

    ENTRY = "entry"  # an act of this kind was written since the step before was over
    DRAFT = "draft"  # the reception in hand holds this
    PAGE = "page"  # this page is shown
    INSIDE = "inside"  # the window shows log-in, the office, or the locked screen
    LINE = "line"  # the line to the province is down or up
    SENT = "sent"  # all: nothing waits to be sent, and the line is up
    READ = "read"  # next: the officer says that the words were read


VALUES: dict[Sign, frozenset[str]] = {
    Sign.ENTRY: frozenset(kind.value for kind in Kind),
    Sign.DRAFT: frozenset({"card", "phone", "procedure", "case", "papers", "none"}),
    Sign.INSIDE: frozenset({"login", "office", "locked"}),
    Sign.LINE: frozenset({"down", "up"}),
    Sign.SENT: frozenset({"all"}),
    Sign.READ: frozenset({"next"}),
}
"""What each sign may say; the pages are the window's own."""


_SLIP = "phiếu"


class LineAct(Enum):
    """What the lesson itself does to the practice line when a step begins."""

    CUT = "cut"
    MEND = "mend"


@dataclass(frozen=True, slots=True)
class Detour:
    """Something else was done: `when` it holds, `say` is shown; `to` leads back to a step."""

    when: str
    say: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `keys` are those that do it, in Qt's portable words."""

    id: str
    say: str
    done: str
    keys: tuple[str, ...] = ()
    page: str = ""
    line: LineAct | None = None
    detours: tuple[Detour, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson: what it is about, and its steps in order."""

    id: str
    title: str
    about: str
    steps: tuple[Step, ...]

    def place(self, step: str) -> int:
        """Return where a step stands; the first for one that there isn't (any more)."""
        return next((n for n, each in enumerate(self.steps) if each.id == step), 0)

    def line_at(self, place: int) -> LineAct:
        """Return how the lesson leaves the line at a step: as the last act before it says."""
        acts = [each.line for each in self.steps[: place + 1] if each.line is not None]
        return acts[-1] if acts else LineAct.MEND


@dataclass(frozen=True, slots=True)
class Seen:
    """What can be seen now. `acts` are this counter's, oldest first: (position, kind)."""

    inside: str = "login"
    page: str = ""
    draft: frozenset[str] = frozenset({"none"})
    acts: tuple[tuple[int, str], ...] = ()
    is_up: bool = True
    waiting: int = 0
    """How many acts the server hasn't acknowledged."""


def parsed(text: str) -> tuple[Sign, str]:
    """Return sign and value of `sign:value`. Raises ValueError."""
    name, _, value = text.partition(":")
    return Sign(name), value


def holds(text: str, seen: Seen, since: int) -> int | None:
    """Return up to which act everything was used when the sign holds; None when it doesn't."""
    sign, value = parsed(text)
    if sign is Sign.ENTRY:
        return next((at for at, kind in seen.acts if at > since and kind == value), None)
    held = {
        Sign.DRAFT: value in seen.draft,
        Sign.PAGE: seen.inside == "office" and seen.page == value,
        Sign.INSIDE: seen.inside == value,
        Sign.LINE: seen.is_up is (value == "up"),
        Sign.SENT: seen.is_up and not seen.waiting,
    }
    return since if held.get(sign, False) else None


def spoken_of(say: str, name: str, *, on_paper: bool) -> int:
    """Return how near a sample to scan is to what a step says; 0 is the one that it means.

    `on_paper`: it is the slip (phiếu) of that person, else the card. Where a step speaks of slips
    and names nobody, all slips come before all cards.
    """
    if (_SLIP in say) is not on_paper:
        return 2
    return 0 if name in say else 1


def overtaken(steps: Iterable[Step], seen: Seen, since: int) -> tuple[str, int] | None:
    """Return the first of `steps` whose act was written already: quick hands need no words."""
    for step in steps:
        if parsed(step.done)[0] is Sign.READ:
            return None  # what has to be read is never left out
        if parsed(step.done)[0] is Sign.ENTRY:
            at = holds(step.done, seen, since)
            return None if at is None else (step.id, at)
    return None
