"""The quick line: what is typed is looked for everywhere at once, Enter does the obvious thing.

Commands and procedures are found while typing; dossiers and citizens are asked of the store, one
question at a time: while an answer is on its way only the newest line waits to be asked. Enter
before the answer is kept and acts on what comes, so that a fast hand is never wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.presenters.palette.matching import spans_of
from counter_app.desktop.presenters.palette.rows import (
    Entry,
    Group,
    PaletteCommand,
    of_citizens,
    of_commands,
    of_dossiers,
    of_procedures,
    shared_out,
)
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.errors import CounterError
from counter_app.domain.people.person import Person
from counter_app.domain.procedures.search import Found
from counter_app.domain.text import words
from counter_app.i18n import tr
from counter_app.services.people.recognition import KnownCitizen
from counter_app.wording.sentences import halves

ROWS = 9
"""Rows that stand below the line at once."""

ASKED = 6
"""Dossiers, citizens and procedures asked for, each."""

SHORTEST = 2
"""Letters before the store is asked."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where things are found. `dossiers` and `citizens` read the store: never in the window."""

    dossiers: Callable[[str], Sequence[DossierLine]]
    citizens: Callable[[str], Sequence[KnownCitizen]]
    procedures: Callable[[str, int], Found]


@dataclass(frozen=True, slots=True)
class Acts:
    """What Enter does with what was found."""

    open_dossier: Callable[[str], None]
    receive: Callable[[Person], None]
    choose: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class PaletteState:
    """What stands below the line: groups, which row of all is current (-1: none), a sentence."""

    typed: str
    groups: tuple[Group, ...]
    current: int
    sentence: str = ""


class PaletteView(Protocol):
    """What shows the line and its groups."""

    def present(self, state: PaletteState) -> None:
        """Show `state`."""

    def close_now(self) -> None:
        """Go away: something was chosen."""


@dataclass(frozen=True, slots=True)
class _FromStore:
    typed: str
    dossiers: tuple[DossierLine, ...]
    citizens: tuple[KnownCitizen, ...]


class PalettePresenter:
    """Decides what is found, in which order, and what Enter does."""

    def __init__(self, view: PaletteView, jobs: Jobs, sources: Sources, acts: Acts) -> None:
        self._view = view
        self._jobs = jobs
        self._sources = sources
        self._acts = acts
        self._commands: tuple[PaletteCommand, ...] = ()
        self._typed = ""
        self._answer: _FromStore | None = None
        self._asking = False
        self._enter_waits = False
        self._moved = False
        self._problem = ""
        self._found: tuple[Group, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self._current = -1

    def open(self, commands: Sequence[PaletteCommand]) -> None:
        """Begin with an empty line; `commands` are those that do something now."""
        self._commands = tuple(commands)
        self._answer = None
        self._typed = "\0"  # nothing typed equals it: the first line is always shown
        self.typed("")

    def typed(self, text: str) -> None:
        """Take the line as it stands now."""
        text = text.strip()
        if text == self._typed:
            return
        self._typed = text
        self._enter_waits = False
        self._moved = False
        self._problem = ""
        self._ask()
        self._show()

    def step(self, rows: int) -> None:
        """Move down by `rows`, up when negative; the ends are ends."""
        if self._entries:
            self.select(max(0, min(self._current + rows, len(self._entries) - 1)))

    def select(self, row: int) -> None:
        """Make `row`, counted through all groups, the current one."""
        self._moved = True
        self._current = row
        self._present()

    def enter(self) -> None:
        """Do the current row's act; before the store has answered, do it when it has."""
        if self._waits():
            self._enter_waits = True
            return
        if 0 <= self._current < len(self._entries):
            entry = self._entries[self._current]
            self._view.close_now()
            entry.act()

    def _waits(self) -> bool:
        """Tell whether the store still has something to say about the line as it stands."""
        return self._asks_store() and (self._answer is None or self._answer.typed != self._typed)

    def _asks_store(self) -> bool:
        return sum(map(len, words(self._typed))) >= SHORTEST and not self._problem

    def _ask(self) -> None:
        if self._asking or not self._waits():
            return
        self._asking = True
        typed = self._typed

        def look() -> _FromStore:
            return _FromStore(
                typed,
                tuple(self._sources.dossiers(typed))[:ASKED],
                tuple(self._sources.citizens(typed))[:ASKED],
            )

        self._jobs.run(look, self._answered, self._failed)

    def _answered(self, answer: _FromStore) -> None:
        self._asking = False
        if answer.typed != self._typed:  # late: the line has gone on
            self._ask()
            return
        self._answer = answer
        self._show()
        if self._enter_waits:
            self._enter_waits = False
            self.enter()

    def _failed(self, error: CounterError) -> None:
        self._asking = self._enter_waits = False
        self._problem = " ".join(halves(error))
        self._show()

    def _show(self) -> None:
        kept = self._entries[self._current] if self._moved and self._current >= 0 else None
        groups = shared_out(self._groups(), ROWS)
        self._found = groups
        self._entries = tuple(entry for group in groups for entry in group.entries)
        self._current = 0 if self._entries else -1
        if kept is not None:
            keys = [entry.key for entry in self._entries]
            if kept.key in keys:
                self._current = keys.index(kept.key)
            elif not self._waits():  # what was chosen is gone: Enter takes nothing in its place
                self._moved = self._enter_waits = False
        self._present()

    def _groups(self) -> list[Group]:
        commands = of_commands(self._typed, self._commands)
        if not self._typed:
            return [commands]
        answer = self._answer
        found = self._sources.procedures(self._typed, ASKED)
        procedures = of_procedures(found, self._acts.choose)
        groups = [procedures, commands]
        if not any(spans_of(self._typed, match.procedure.name) for match in found.matches):
            groups = [commands, procedures]  # only a slip of the finger leads to these procedures
        if answer is not None and self._asks_store():
            # Until the store has said its word about the newest letter, the last word stands.
            groups = [
                of_dossiers(self._typed, answer.dossiers, self._acts.open_dossier),
                of_citizens(self._typed, answer.citizens, self._acts.receive),
                *groups,
            ]
        return groups

    def _present(self) -> None:
        self._view.present(PaletteState(self._typed, self._found, self._current, self._sentence()))

    def _sentence(self) -> str:
        if self._problem:
            return self._problem
        if self._entries or self._waits():
            return ""
        return tr("Không thấy gì khớp. Thử ít chữ hơn, mã hồ sơ, số điện thoại hoặc tên thủ tục.")
