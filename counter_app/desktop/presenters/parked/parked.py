"""Drafts that were put aside (đang làm dở): go on with one, or throw it away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.presenters.reception.drafts import Parked
from counter_app.domain.dates import vietnam_time
from counter_app.i18n import tr


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """One draft: whose, what for, since when."""

    name: str
    meta: str
    time: str


@dataclass(frozen=True, slots=True)
class ParkedState:
    """The list, newest first; `sentence` says what it is, or that it is empty."""

    title: str
    sentence: str
    rows: tuple[ParkedRow, ...]
    selected: int


class ParkedView(Protocol):
    """What shows the list."""

    def present(self, state: ParkedState) -> None:
        """Show `state`."""

    def close_now(self) -> None:
        """Go away: a draft was taken up."""


class DraftDoor(Protocol):
    """Where the drafts lie."""

    @property
    def aside(self) -> tuple[Parked, ...]:
        """The drafts that were put aside, newest first."""

    def take_up(self, uid: str) -> None:
        """Go on with one."""

    def throw_away(self, uid: str) -> None:
        """Forget one."""


class ParkedPresenter:
    """Decides what Enter and Delete do. `taken` shows the reception page."""

    def __init__(self, view: ParkedView, drafts: DraftDoor, taken: Callable[[], None]) -> None:
        self._view = view
        self._drafts = drafts
        self._taken = taken
        self._aside: tuple[Parked, ...] = ()  # as it is shown: keys act on what is seen
        self._at = 0
        self._asked = ""

    def show(self) -> None:
        """Show what lies aside."""
        self._at, self._asked = 0, ""
        self._present()

    def select(self, row: int) -> None:
        """The row `row` is the current one."""
        self._at, self._asked = row, ""

    def take_up(self) -> None:
        """Go on with the current draft."""
        if (parked := self._current()) is not None:
            self._view.close_now()
            self._drafts.take_up(parked.draft.uid)
            self._taken()

    def throw_away(self) -> None:
        """Forget the current draft; asked twice, because it can't be brought back."""
        parked = self._current()
        if parked is None:
            return
        if self._asked != parked.draft.uid:
            self._asked = parked.draft.uid
        else:
            self._drafts.throw_away(parked.draft.uid)
            self._asked, self._at = "", max(0, self._at - 1)
        self._present()

    def _current(self) -> Parked | None:
        return self._aside[self._at] if 0 <= self._at < len(self._aside) else None

    def _present(self) -> None:
        aside = self._aside = self._drafts.aside
        sentence = tr("Mỗi bản nháp giữ nguyên những gì đã nhập.")
        if not aside:
            sentence = tr("Không có hồ sơ nào đang làm dở. F2 khi đang nhập sẽ để dở hồ sơ đó.")
        elif self._asked:
            name = self._current()
            sentence = tr("Bỏ hẳn bản nháp của {name}? Nhấn Delete lần nữa để bỏ.").format(
                name=name.name if name else ""
            )
        rows = tuple(
            ParkedRow(each.name, each.procedure, f"{vietnam_time(each.at):%H:%M}") for each in aside
        )
        self._view.present(ParkedState(tr("Đang làm dở"), sentence, rows, self._at))
