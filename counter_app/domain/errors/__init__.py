"""The error tree. What an officer can do something about is a `CounterError`; all else is our bug.

Each leaf has a stable `code` and facts; its words live in `wording/` only (a test sees that every
code has them). One file of this room for each subject:

    CounterError
    ├── store      the file on disk: full, locked, damaged, wrong key, newer
    ├── vault      keys, passwords, keyring
    ├── wire       line, server, certificate, answers
    ├── paper      fonts, symbols, forms
    ├── catalogue  lists that can't be read
    └── work       what an officer asked for and can't be done
"""

from __future__ import annotations

from typing import ClassVar


class CounterError(Exception):
    """A known failure. `facts` fill the placeholders of its sentence; never a payload."""

    code: ClassVar[str] = "counter"

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code, facts)
        self.facts = facts

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in sorted(self.facts.items()))
        return f"{self.code} ({shown})" if shown else self.code
