"""What came of many cuts: counted, kept in a file, and shown as a table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields
from typing import Any

from tests.power.scenes.scene import Found

FLUSHED, WRITTEN, TORN = "flushed only", "all written", "torn at 512 bytes"
KINDS = (FLUSHED, WRITTEN, TORN)


@dataclass(slots=True)
class Tally:
    """What came of it; `prefixes`: the cuts that there could be, `covered`: those tried."""

    runs: int = 0
    prefixes: int = 0
    flushes: int = 0
    covered: Counter[str] = field(default_factory=Counter)
    disks: Counter[str] = field(default_factory=Counter)
    bad: Counter[str] = field(default_factory=Counter)
    conditions: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Tally:
        """Read what `plain` gave."""
        kept = {name: Counter(value) for name, value in plain.items() if isinstance(value, dict)}
        return cls(**{**plain, **kept, "examples": plain["examples"]})

    def plain(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    def count(self, kind: str, covers: int, seen: Found, where: str) -> None:
        """Count one opened disk."""
        self.covered[kind] += covers
        self.disks[kind] += 1
        self.bad[kind] += bool(seen.faults)
        self.conditions[seen.condition] += 1
        for fault in seen.faults:
            name = f"{kind}: {fault.split(':')[0]}"
            self.faults[name] += 1
            self.examples.setdefault(name, f"{where}: {fault}")

    def add(self, other: Tally) -> None:
        """Add what came of another run."""
        for each in fields(self):
            mine, its = getattr(self, each.name), getattr(other, each.name)
            setattr(self, each.name, its | mine if each.name == "examples" else mine + its)


def table(tallies: dict[str, Tally], minutes: float) -> str:
    """Return the final table; `tallies` by the names of their runs, `scene:seed`."""
    total = Tally()
    scenes: dict[str, Tally] = {}
    for name, tally in tallies.items():
        total.add(tally)
        scenes.setdefault(name.split(":")[0], Tally()).add(tally)
    changes = f"changes {total.prefixes - total.runs}, flushes among them {total.flushes}"
    lines = [
        f"runs {total.runs}, {changes}; {minutes:.0f} min",
        f"{'disk':<20}{'cuts':>8}{'covered':>9}{'opened':>8}{'with a fault':>14}",
    ]
    for kind in KINDS:
        counts = f"{total.prefixes:>8}{total.covered[kind]:>9}{total.disks[kind]:>8}"
        lines.append(f"{kind:<20}{counts}{total.bad[kind]:>14}")
    head = f"{'scene':<12}{'runs':>6}{'cuts':>8}{'flushed only':>14}{'all disks':>11}"
    lines += ["", f"{head}{'with a fault':>14}"]
    for name, each in scenes.items():
        counts = f"{each.runs:>6}{each.prefixes:>8}{each.covered[FLUSHED]:>14}"
        lines.append(f"{name:<12}{counts}{each.disks.total():>11}{each.bad.total():>14}")
    found = ", ".join(f"{name} {count}" for name, count in sorted(total.conditions.items()))
    lines.append(f"found: {found}")
    lines += [f"  {kind}: {count}" for kind, count in total.faults.most_common()]
    lines += [f"  e.g. {example}" for example in total.examples.values()]
    return "\n".join(lines)
