"""F10 (UX §9): the last paper once more; within ten minutes the officer is asked why.

A jam's replacement takes the place of the first: no mark, only a reason in the journal. What the
citizen lost comes as BẢN IN LẠI LẦN n. After ten minutes nobody takes a paper from a jam any more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Protocol

from counter_app.desktop.changed import Changed
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.detail.detail_state import AskState
from counter_app.desktop.presenters.detail.paper_out import PaperOut
from counter_app.desktop.presenters.detail.reprints import Reprint, reprint_of
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors import CounterError
from counter_app.i18n import tr
from counter_app.services.dossiers.detail import detail
from counter_app.services.printing.receipt_paper import RESULT_SLIP

FRESH = timedelta(minutes=10)
"""How long after a print it may still have jammed."""


class Way(Enum):
    """How a paper is printed again."""

    FIRST = "first"
    """None is known to have come out: this is the first, nobody is asked."""
    ASK = "ask"
    """The first came out just now: jammed or lost?"""
    REPLACED = "replaced"
    """In the first one's place, without a mark."""
    MARKED = "marked"
    """A marked duplicate."""


class ReprintView(Protocol):
    """Who asks the officer."""

    def ask(self, ask: AskState) -> None:
        """Ask; the answer comes by `ReprintPresenter.jammed` or `lost`, or never."""


def way_of(dossier: Dossier, wanted: Reprint, now: datetime) -> Way:
    """Return how the paper `wanted` of `dossier` is to be printed at `now`."""
    if not wanted.before:
        return Way.FIRST
    if wanted.form == RESULT_SLIP:  # it has no marked duplicate
        return Way.REPLACED
    prints = [step.at for step in dossier.steps if step.kind is Kind.PRINTED]
    if prints and now - max(prints) <= FRESH:
        return Way.ASK
    return Way.MARKED


class ReprintPresenter:
    """Prints the last paper of a dossier again. `changed` hears when it was recorded."""

    def __init__(self, view: ReprintView, desk: Desk, changed: Callable[[Changed], None]) -> None:
        self._view = view
        self._desk = desk
        self._paper = PaperOut(desk, changed)
        self._asked: Dossier | None = None
        self._question = 0

    def again(self, uid: str) -> None:
        """Print the last paper of the dossier `uid` again, after the question if there is one."""
        self._question += 1
        question = self._question

        def read(dossier: Dossier) -> None:
            if question == self._question:
                self._found(dossier)

        desk = self._desk
        desk.jobs.run(lambda: detail(desk.workplace, uid).dossier, read, self._failed)

    def jammed(self) -> None:
        """Answer 1: the paper is torn or stuck. It is printed in its place."""
        self._answered(lost=False)

    def lost(self) -> None:
        """Answer 2: the citizen lost it. It is marked."""
        self._answered(lost=True)

    def _found(self, dossier: Dossier) -> None:
        if dossier.uid in self._desk.under_way:  # F9 or F10 just now: not recorded yet
            self._desk.notify(Notice(tr("Giấy này đang in."), "", NoticeKind.INFO, "print"))
            return
        wanted = reprint_of(dossier)
        way = way_of(dossier, wanted, self._desk.now())
        if way is Way.ASK and wanted.ask is not None:
            self._asked = dossier
            sentence = tr("{name} · vừa in cách đây chưa đến 10 phút.").format(
                name=wanted.ask.sentence
            )
            self._view.ask(replace(wanted.ask, sentence=sentence))
        else:
            self._print(dossier, lost=way is Way.MARKED)

    def _answered(self, *, lost: bool) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self._print(asked, lost=lost)

    def _print(self, dossier: Dossier, *, lost: bool) -> None:
        wanted = reprint_of(dossier)
        make = wanted.maker(self._desk, dossier, lost=lost)
        self._paper.send(dossier, make, wanted.title)

    def _failed(self, error: CounterError) -> None:
        self._desk.notify(of_error(error))
