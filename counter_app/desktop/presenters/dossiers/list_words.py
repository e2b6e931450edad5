"""What stands round the rows of a list: its chips, its place, what keys do with a row."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.dossiers.list_state import QueueChip
from counter_app.desktop.presenters.dossiers.queue_words import QUEUES
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.dossiers.status import Status
from counter_app.i18n import tr
from counter_app.services.dossiers.lists import LATER_DAYS, ListQuestion, Queue, QueueCounts


def chip_of(queue: Queue, counts: QueueCounts | None, chosen: Queue) -> QueueChip:
    """Return the chip of a queue; its count is unknown until `counts` came."""
    words = QUEUES[queue]
    return QueueChip(
        queue=queue,
        text=tr(words.name),
        icon=words.icon,
        count=counts.of(queue) if counts else None,
        chosen=queue is chosen,
        tone=words.tone,
    )


def supplement_words(line: DossierLine | None) -> str:
    """Return what F7 does with the chosen row."""
    if line is not None and line.status is Status.WAITING_SUPPLEMENT:
        return tr("nhận bổ sung")
    return tr("yêu cầu bổ sung")


def hints_of(line: DossierLine | None, allows: Callable[[Command], bool]) -> tuple[Hint, ...]:
    """Return what keys do with the chosen row, as far as `allows` lets this officer."""
    if line is None:
        return ()
    hints = [Hint("Enter", tr("mở"))]
    if line.status is Status.WAITING_SUPPLEMENT:
        if allows(Command.SUPPLEMENT):
            hints.append(Hint("F7", supplement_words(line)))
    elif not line.status.is_closed and allows(Command.RETURN):
        hints.append(Hint("F8", tr("trả kết quả")))
    if allows(Command.REPRINT):
        hints.append(Hint("F10", tr("in lại")))
    return tuple(hints)


def position_of(
    place: int, loaded: int, question: ListQuestion, counts: QueueCounts | None, *, more: bool
) -> str:
    """Return which row is the current one: `place` from 1, of `loaded` rows and maybe `more`."""
    if not more:
        return tr("Dòng {place} trong {total}").format(place=place, total=loaded)
    total = _total(loaded, question, counts)
    if total is None:
        return tr("Dòng {place} · cuộn để xem tiếp").format(place=place)
    return tr("Dòng {place} trong {total} · cuộn để xem tiếp").format(place=place, total=total)


def _total(loaded: int, question: ListQuestion, counts: QueueCounts | None) -> int | None:
    """Return how many rows there are, when the chips know it."""
    if question.typed or counts is None:
        return None
    if question.queue is Queue.DUE_SOON and question.soon_days == LATER_DAYS:
        return counts.later
    total = counts.of(question.queue)
    return total if total is not None and total >= loaded else None
