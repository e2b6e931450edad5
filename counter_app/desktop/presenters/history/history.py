"""The citizen's earlier dossiers: look one up, or take its facts over into the one being made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.i18n import several, tr
from counter_app.wording.status import status_words


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One earlier dossier: `meta` says when and how it stands."""

    uid: str
    procedure: str
    meta: str
    code: str


@dataclass(frozen=True, slots=True)
class HistoryState:
    """The sheet. `open_words` and `copy_words` stand beside their keys; "" when nothing to copy."""

    title: str
    sentence: str
    rows: tuple[HistoryRow, ...]
    selected: int
    open_words: str
    copy_words: str


class HistoryView(Protocol):
    """What shows the sheet."""

    def present(self, state: HistoryState) -> None:
        """Show `state`."""

    def close_now(self) -> None:
        """Go away: something was chosen."""


class HistoryPresenter:
    """Decides what Enter and Ctrl+D do with the selected dossier.

    `copy_from` is None where no dossier is being made: then nothing is offered to be copied.
    """

    def __init__(
        self,
        view: HistoryView,
        open_dossier: Callable[[str], None],
        copy_from: Callable[[str], None] | None,
    ) -> None:
        self._view = view
        self._open = open_dossier
        self._copy = copy_from
        self._rows: tuple[HistoryRow, ...] = ()
        self._selected = 0

    def show(self, name: str, lines: Sequence[DossierLine], total: int, now: datetime) -> None:
        """Show the dossiers `lines` of the citizen called `name`, newest first, of `total`."""
        self._rows = tuple(_row(line, now) for line in lines)
        self._selected = 0 if self._rows else -1
        self._view.present(
            HistoryState(
                title=tr("Hồ sơ trước của {name}").format(name=name),
                sentence=_sentence(len(self._rows), total),
                rows=self._rows,
                selected=self._selected,
                open_words=tr("mở hồ sơ") if self._rows else "",
                copy_words=tr("chép sang hồ sơ đang làm") if self._rows and self._copy else "",
            )
        )

    def select(self, row: int) -> None:
        """Note which row is current; -1 for none."""
        self._selected = row

    def open(self) -> bool:
        """Open the selected dossier; False when there is none."""
        return self._do(self._open)

    def copy(self) -> bool:
        """Take over the selected dossier's facts; False when there is none, or nothing to fill."""
        return self._copy is not None and self._do(self._copy)

    def _do(self, act: Callable[[str], None]) -> bool:
        if not 0 <= self._selected < len(self._rows):
            return False
        uid = self._rows[self._selected].uid
        self._view.close_now()
        act(uid)
        return True


def _sentence(shown: int, total: int) -> str:
    if not total:
        return tr("Công dân này chưa có hồ sơ nào ở trung tâm.")
    if shown < total:
        return tr("{shown} hồ sơ gần nhất trong {total} hồ sơ.").format(shown=shown, total=total)
    return several("{n} hồ sơ ở trung tâm này.", total).format(n=total)


def _row(line: DossierLine, now: datetime) -> HistoryRow:
    status = status_words(line.status, result_is_here=line.result_is_here)
    return HistoryRow(
        uid=line.uid,
        procedure=line.procedure_name,
        meta=tr("{status} · tiếp nhận {day}").format(
            status=status, day=_day(line.received_at, now)
        ),
        code=line.code,
    )


def _day(at: datetime, now: datetime) -> str:
    days = (vietnam_time(now).date() - vietnam_time(at).date()).days
    if days in (0, 1):
        return tr("hôm nay") if days == 0 else tr("hôm qua")
    return shown_date(vietnam_time(at).date())
