"""What the page Thay máy shows, and what it asks its view for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.presenters.data_state.banner import BannerPart
from counter_app.desktop.presenters.data_state.page_state import PlaceChoice


@dataclass(frozen=True, slots=True)
class ReplaceState:
    """The whole page.

    `facts` are captions and values of what is on this machine. `stick` says what lies on the stick,
    `stick_problem` why it couldn't be written. `number_label` "" hides the confirmation: the
    machine is out of service, and `next` says what to do now, line by line. `why_not`: why the
    filled button is grey.
    """

    banner: BannerPart
    facts: tuple[tuple[str, str], ...] = ()
    stick: str = ""
    stick_problem: str = ""
    write: str = ""
    may_write: bool = True
    number_label: str = ""
    number_problem: str = ""
    may_stop: bool = False
    why_not: str = ""
    next: tuple[str, ...] = ()


class ReplaceView(Protocol):
    """What shows the page."""

    def present(self, state: ReplaceState) -> None:
        """Show the whole state."""

    def ask_place(self, sentence: str, places: tuple[PlaceChoice, ...]) -> None:
        """Ask which stick; the answer comes by `ReplacePresenter.write_to`."""

    def focus_number(self) -> None:
        """Put the keys where the machine's number is typed."""
