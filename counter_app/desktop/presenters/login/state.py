"""What the log-in screen shows, ready to show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Mode(Enum):
    """Which card stands on the screen."""

    CHOOSE = "choose"  # who?
    PASSWORD = "password"  # noqa: S105 (one officer, who types it)
    NAME = "name"  # somebody who isn't listed
    NEW = "new"  # a one-time code was right: a password is chosen
    AGAIN = "again"  # the chosen password, a second time
    TROUBLE = "trouble"  # the home couldn't be opened


class Place(Enum):
    """Where the keys go."""

    OFFICERS = "officers"
    NAME = "name"
    PASSWORD = "password"  # noqa: S105 (a place, not a secret)
    NEXT = "next"  # the one filled button


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """One officer to choose; `key` is a digit or nothing."""

    key: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class LoginState:
    """The whole screen.

    `problem` stands under the field concerned, `name_problem` under the name. `note` stands below
    the card, with its icon. `other` names the second button, "" hides it; `back` says what Esc
    does. `enter` "" hides the first button, `may_enter` False greys it. `place` is the
    centre and the counter.
    """

    mode: Mode
    clock: str = ""
    date: str = ""
    icon: str = "user"
    title: str = ""
    subtitle: str = ""
    words: str = ""
    officers: tuple[OfficerRow, ...] = ()
    chosen: int = 0
    name_problem: str = ""
    problem: str = ""
    enter: str = ""
    may_enter: bool = True
    other: str = ""
    back: str = ""
    note: str = ""
    note_icon: str = ""
    place: str = ""


class LoginView(Protocol):
    """The screen. Only it holds the password, until it is handed over or forgotten."""

    def present(self, state: LoginState) -> None:
        """Show a whole new state."""

    def focus(self, place: Place) -> None:
        """Put the keys there; a password that stands there is selected."""

    def forget_password(self) -> None:
        """Empty the field and hide letters again."""
