"""What was checked, line by line, and whether all of it was so."""

from __future__ import annotations

from dataclasses import dataclass, field

from counter_app.wording.sentences import UNKNOWN

WORDLESS = UNKNOWN.what.partition(" (")[0]
"""What a program says that has lost its words: never right, whatever was asked."""


@dataclass(slots=True)
class Report:
    """Lines as they come; each is printed at once."""

    faults: list[str] = field(default_factory=list)

    def note(self, what: str, seen: object) -> None:
        """Print a figure that is neither right nor wrong."""
        print(f"    {what:52} {seen}", flush=True)

    def check(self, what: str, is_so: object, seen: object = "") -> bool:
        """Print a check; when it isn't so, keep it as a fault with what was seen."""
        shown = str(seen).strip()
        is_so = is_so and WORDLESS not in shown
        last = shown.splitlines()[-1] if shown else ""
        print(f"{'ok ' if is_so else 'NO '} {what:52} {last[:110]}", flush=True)
        if not is_so:
            self.faults.append(f"{what}\n{shown}")
        return bool(is_so)
