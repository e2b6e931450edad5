"""What the page Biểu mẫu shows, and what it asks its view for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.presenters.print_settings.settings_state import Choice


@dataclass(frozen=True, slots=True)
class BannerState:
    """What is said above all: `icon` and `is_bad` show how it weighs."""

    bold: str
    rest: str = ""
    is_bad: bool = False


@dataclass(frozen=True, slots=True)
class FormSetsState:
    """The whole page, of one form set at a time.

    `facts` are captions and values of the chosen set, `papers` names of its papers with their
    numbers in the circular. `findings` say what is wrong with the files that were read last.
    `take` and `go_back` are words of acts, empty where they make no sense. `busy`: files are read.
    """

    sets: tuple[Choice, ...] = ()
    title: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    papers: tuple[tuple[str, str], ...] = ()
    banner: BannerState | None = None
    findings: tuple[str, ...] = ()
    take: str = ""
    go_back: str = ""
    busy: bool = False


class FormSetsView(Protocol):
    """What shows the page."""

    def present(self, state: FormSetsState) -> None:
        """Show the whole state."""

    def ask_back(self, title: str, sentence: str) -> None:
        """Ask whether the office's own set is to be left."""
