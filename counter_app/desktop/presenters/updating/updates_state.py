"""What the page Cập nhật shows, and what it asks its view for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from counter_app.desktop.presenters.data_state.banner import BannerPart


class Answer(Enum):
    """What an officer may agree to."""

    INSTALL = "install"
    GO_BACK = "go_back"


class Sign(Enum):
    """How a row weighs."""

    WAITING = "waiting"
    GOOD = "good"
    LEFT = "left"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name, its lines below each other; `share` (0 to 1) is drawn as a bar."""

    name: str
    lines: tuple[str, ...]
    sign: Sign = Sign.WAITING
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One card: its title and rows."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class UpdatesState:
    """The whole page. `why_not`: why it can't be put in place now; "" where there is nothing to."""

    banner: BannerPart
    parts: tuple[Part, ...] = ()
    may_install: bool = False
    why_not: str = ""
    may_go_back: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before something changes; `agree` are the words of the answer."""

    answer: Answer
    title: str
    sentence: str
    agree: str


class UpdatesView(Protocol):
    """What shows the page."""

    def present(self, state: UpdatesState) -> None:
        """Show the whole state."""

    def ask(self, question: Question) -> None:
        """Ask; who agrees calls `UpdatesPresenter.agreed`."""
