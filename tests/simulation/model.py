"""What must be true, said without the program's own reckoning: who did what, what paper came out.

Only the marks that officers put into their acts, and the codes on papers that citizens hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Act:
    """One act as its officer remembers it; `mark` stands in its body."""

    mark: str
    counter: str
    dossier: str
    kind: str


@dataclass(frozen=True)
class Held:
    """One entry as somebody holds it: the server, or the counter that made it."""

    mark: str
    dossier: str
    status: str
    version: int


MAY_CLASH = ("withdrawn", "handed_over")  # another counter's act may make them impossible


@dataclass
class Model:
    """Everything that happened, in order."""

    acts: dict[str, Act] = field(default_factory=dict)
    papers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    gone: set[str] = field(default_factory=set)

    def made(self, mark: str, counter: str, dossier: str, kind: str) -> None:
        self.acts.setdefault(mark, Act(mark, counter, dossier, kind))

    def printed(self, code: str, dossier: str) -> None:
        self.papers[code].add(dossier)

    def copied_back(self, counter: str, acts: int) -> None:
        """A home came back without what `counter` did after so many acts."""
        self.gone |= {each.mark for each in [*self.acts.values()][acts:] if each.counter == counter}

    def faults(
        self,
        server: Iterable[Held],
        codes: dict[str, str],
        held: set[str],
        waiting: frozenset[str] = frozenset(),
    ) -> list[str]:
        """Return what is wrong; `codes` → dossier at the server, `held` by a stopped counter.

        `waiting`: what a counter holds and doesn't believe to be taken.
        """
        found: list[str] = []
        rows: dict[str, list[Held]] = defaultdict(list)
        for row in server:
            rows[row.mark].append(row)
        for mark, act in self.acts.items():
            if not rows[mark] and mark not in self.gone | held:
                if mark not in waiting or not self._stands_behind_a_clash(act, rows):
                    found.append(f"lost: {act}")
            elif len(rows[mark]) > 1:
                found.append(f"doubled: {act}")
            elif rows[mark] and rows[mark][0].status != "accepted" and not self._may_clash(act):
                found.append(f"false refusal: {act} {rows[mark][0].status}")
        away = {act.dossier for mark, act in self.acts.items() if mark in self.gone | held}
        for code, dossiers in self.papers.items():
            if len(dossiers) > 1:
                found.append(f"two papers with one code: {code} {sorted(dossiers)}")
            elif codes.get(code) not in dossiers and not dossiers <= away:
                found.append(f"paper unknown to the server: {code} {codes.get(code)}")
        return found + self._out_of_order(rows)

    def _may_clash(self, act: Act) -> bool:
        mine = [each for each in self.acts.values() if each.dossier == act.dossier]
        others = {(each.counter, each.mark in self.gone) for each in mine}
        return act.kind in MAY_CLASH and len(others) > 1

    def _stands_behind_a_clash(self, act: Act, rows: dict[str, list[Held]]) -> bool:
        """Tell whether it waits for the officer: its counter's act before it wasn't taken."""
        before = (
            each
            for each in self.acts.values()
            if (each.counter, each.dossier) == (act.counter, act.dossier)
            and int(each.mark.partition("-")[2]) < int(act.mark.partition("-")[2])
        )
        return any(
            rows[each.mark] and rows[each.mark][0].status != "accepted" and self._may_clash(each)
            for each in before
        )

    def _out_of_order(self, rows: dict[str, list[Held]]) -> list[str]:
        found, last = [], {}
        for mark, act in self.acts.items():  # in the order in which they were made
            for row in (each for each in rows[mark][:1] if each.status == "accepted"):
                if row.version <= last.get(lane := (act.counter, act.dossier), 0):
                    found.append(f"out of order: {act}")
                last[lane] = row.version
        return found

    def hidden(self, counter: str, server: Iterable[Held], own: Iterable[Held]) -> list[str]:
        said = {row.mark: row for row in server}
        return [
            f"hidden: {counter} believes {row} server {said.get(row.mark)}"
            for row in own
            if row.status in ("accepted", "refused", "conflict")
            and (row.mark not in said or said[row.mark].status != row.status)
        ]
