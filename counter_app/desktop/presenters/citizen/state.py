"""What the citizen screen shows: frozen values with every word ready, and nobody's whole name.

One scene at a time lies between a head (the centre, the counter, the clock) and the lower edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Tick(Enum):
    """How a paper of the checklist stands."""

    THERE = "there"
    ASKED = "asked"  # not looked at yet
    LACKING = "lacking"  # the list was confirmed without it
    DATABASE = "database"  # the office takes it there, nobody hands it in


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper of the checklist."""

    name: str
    tick: Tick


@dataclass(frozen=True, slots=True)
class Money:
    """What is to be paid: `8.000 đ`, the same in words, and whether it was paid."""

    value: str
    words: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Transfer:
    """A transfer by the bank's app: the symbol's text and what it must agree with on the phone."""

    payload: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Appointment:
    """When and where the result is (hẹn trả): the hour, the day, and how."""

    value: str
    day: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Greeting:
    """Nobody is served, or all is done: a big line and a sentence below it."""

    icon: str
    title: str
    sentence: str
    code: str = ""
    money: Money | None = None
    transfer: Transfer | None = None
    appointment: Appointment | None = None


@dataclass(frozen=True, slots=True)
class Receiving:
    """A dossier under way. `checks` asks the citizen to look at it now (mời kiểm tra)."""

    name: str
    facts: tuple[str, ...]
    procedure: str
    papers_title: str
    papers: tuple[PaperLine, ...]
    money: Money | None
    transfer: Transfer | None
    appointment: Appointment | None
    prompt: str
    checks: bool


@dataclass(frozen=True, slots=True)
class Returning:
    """Results that are handed over."""

    name: str
    facts: tuple[str, ...]
    procedure: str
    code: str
    results: tuple[str, ...]
    prompt: str


class Mood(Enum):
    """How a grade looks beside its words."""

    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class BigChoice:
    """One answer as a big button; `chosen` for reasons, of which there may be several."""

    key: str
    text: str
    mood: Mood = Mood.PLAIN
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """A question of the rating. `finish` is the button that ends it, "" while a grade is asked."""

    progress: str
    question: str
    choices: tuple[BigChoice, ...]
    note: str
    finish: str = ""
    several: bool = False


Scene = Greeting | Receiving | Returning | Asking


@dataclass(frozen=True, slots=True)
class CitizenState:
    """The whole screen."""

    centre: str
    counter: str
    time: str
    day: str
    scene: Scene


class CitizenView(Protocol):
    """The screen as the presenter sees it."""

    def present(self, state: CitizenState) -> None:
        """Show the whole state."""
