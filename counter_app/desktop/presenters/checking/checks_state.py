"""What the page Kiểm tra máy shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.presenters.data_state.banner import BannerPart


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check: what was looked at, what there is, the next step when it isn't right."""

    what: str
    found: str
    next: str = ""
    ok: bool = True


@dataclass(frozen=True, slots=True)
class ChecksState:
    """The whole page. `asking` says what is still under way, "" for nothing."""

    banner: BannerPart
    rows: tuple[CheckRow, ...] = ()
    asking: str = ""


class ChecksView(Protocol):
    """What shows the page."""

    def present(self, state: ChecksState) -> None:
        """Show the whole state."""

    def copy(self, text: str) -> None:
        """Put `text` where it can be pasted from."""
