"""The start page of the head of the Centre: what it shows, and what it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from counter_app.desktop.presenters.reports.reports_state import (
    BehindState,
    BehindView,
    Progress,
)
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.domain.reports.pictures import Picture


@dataclass(frozen=True, slots=True)
class OverviewState:
    """The whole page but the dossiers behind a figure. While `counting`, no key acts on it."""

    title: str
    hints: tuple[Hint, ...]
    about: str = ""
    pictures: tuple[Picture, ...] = ()
    standing: str = ""
    counting: bool = False
    progress: Progress | None = None
    empty: str = ""
    behind: BehindState | None = None
    can_hand_out: bool = False
    can_export: bool = False


class OverviewView(BehindView, Protocol):
    """What the presenter asks of the page."""

    def present(self, state: OverviewState) -> None:
        """Show the whole state."""

    def focus_pictures(self) -> None:
        """Put the keys back into the picture where they were."""

    def show_reports(self) -> None:
        """Leave for the reports."""

    def painted(self) -> bytes:
        """Return the page as a PNG of double density."""

    def ask_file(self, proposed: Path, filter_: str) -> None:
        """Ask where a file goes; `filter_` says what sort of file it is."""
