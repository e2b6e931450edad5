"""What the locked screen shows, ready to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class LockState:
    """The whole screen. `problem` stands under the password, `note` below the card.

    `place` is the centre and the counter.
    """

    clock: str = ""
    date: str = ""
    title: str = ""
    subtitle: str = ""
    problem: str = ""
    enter: str = ""
    may_enter: bool = True
    other: str = ""
    note: str = ""
    note_icon: str = ""
    place: str = ""


class LockView(Protocol):
    """The screen. Only it holds the password, until it is handed over or forgotten."""

    def present(self, state: LockState) -> None:
        """Show a whole new state."""

    def focus_password(self) -> None:
        """Put the keys into the password; what stands there is selected."""

    def forget_password(self) -> None:
        """Empty the field and hide letters again."""
