"""What the page of the data's state shows, and what it asks its view for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from counter_app.desktop.presenters.data_state.banner import BannerPart
from counter_app.desktop.widgets.lists.cells import Cell

FACTS: tuple[tuple[str, str], ...] = (
    ("cloud-up", "Chờ gửi"),
    ("scan", "Tệp giấy tờ"),
    ("hash", "Số hồ sơ được cấp"),
    ("database", "Kho trên máy"),
    ("usb", "Bản dự phòng"),
)
"""The cards from the left: icon and caption."""


@dataclass(frozen=True, slots=True)
class FactPart:
    """What one card says under its caption; `share` (0 to 1) is drawn as a bar."""

    value: str
    detail: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One row of the table. `dossier` is what Enter opens, None for titles and log-ins.

    `answer` is the uid of an act that the server didn't take: then Enter opens its answer.
    `decides`: Enter opens what the server took away and a supervisor must decide of.
    """

    cells: tuple[Cell, ...]
    dossier: str | None = None
    answer: str | None = None
    decides: bool = False

    @property
    def opens(self) -> bool:
        """Whether Enter has anything to open."""
        return self.decides or self.answer is not None or self.dossier is not None


@dataclass(frozen=True, slots=True)
class DataPageState:
    """The whole page. `warning`: what isn't about the wire (data set back, a clock that is off).

    `notes`: what the server told that somebody should look at. `empty`: said in the table's place
    when nothing waits and nothing came.
    """

    banner: BannerPart
    warning: BannerPart | None
    facts: tuple[FactPart, ...]
    rows: tuple[QueueRow, ...]
    empty: str = ""
    copying: bool = False
    copy_words: str = ""
    notes: tuple[BannerPart, ...] = ()
    may_replace: bool = False


@dataclass(frozen=True, slots=True)
class CopyPlace:
    """Where a copy may go: a drive that was plugged in, and how much room it has, in bytes."""

    folder: Path
    name: str
    free: int


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """One row of the question where to copy to."""

    folder: Path
    words: str


class DataPageView(Protocol):
    """What shows the page."""

    def present(self, state: DataPageState) -> None:
        """Show `state`."""

    def ask_place(self, sentence: str, places: tuple[PlaceChoice, ...]) -> None:
        """Ask where the copy goes; the answer comes by `DataPagePresenter.copy_to`."""


class Copied(Protocol):
    """A finished copy, as the store reports it."""

    @property
    def path(self) -> Path:
        """Its file."""

    @property
    def entries(self) -> int:
        """How many entries it holds."""

    @property
    def size(self) -> int:
        """Bytes."""
