"""What the page Gói hỗ trợ shows, and what it asks its view for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.presenters.data_state.banner import BannerPart
from counter_app.desktop.presenters.data_state.page_state import PlaceChoice


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of the bundle in the list: what it is, its file, how long it is."""

    title: str
    name: str
    lines: str


@dataclass(frozen=True, slots=True)
class BundleState:
    """The whole page. `text` is that of the part at `chosen`. `why_not`: why it can't be saved."""

    banner: BannerPart
    rows: tuple[PartRow, ...] = ()
    chosen: int = 0
    text: str = ""
    may_save: bool = False
    why_not: str = ""
    saved: str = ""


class BundleView(Protocol):
    """What shows the page."""

    def present(self, state: BundleState) -> None:
        """Show the whole state."""

    def ask_place(self, sentence: str, places: tuple[PlaceChoice, ...]) -> None:
        """Ask where the file goes; the answer comes by `BundlePresenter.save_to`."""
