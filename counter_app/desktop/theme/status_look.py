"""How each of the ten states of a dossier looks: word, colours, icon."""

from __future__ import annotations

from typing import NamedTuple

from counter_app.desktop.theme.tokens import ChipTone
from counter_app.domain.dossiers.status import Status
from counter_app.wording.status import status_words

_LOOKS: dict[Status, tuple[ChipTone, str]] = {
    Status.NEW: (ChipTone.NEW, "inbox"),
    Status.RECEIVED: (ChipTone.WORKING, "in"),
    Status.REFUSED: (ChipTone.CLOSED, "x"),
    Status.IN_PROGRESS: (ChipTone.WORKING, "play"),
    Status.WAITING_SUPPLEMENT: (ChipTone.SUPPLEMENT, "paper-plus"),
    Status.WAITING_PAYMENT: (ChipTone.SUPPLEMENT, "money"),
    Status.WITHDRAWN: (ChipTone.CLOSED, "undo"),
    Status.STOPPED: (ChipTone.CLOSED, "stop"),
    Status.FINISHED: (ChipTone.WORKING, "ok"),
    Status.RETURNED: (ChipTone.CLOSED, "check"),
}


class ChipLook(NamedTuple):
    """What a status chip shows."""

    text: str
    tone: ChipTone
    icon: str


def status_chip(status: Status, *, result_is_here: bool = False) -> ChipLook:
    """Return the chip of a state; a result that lies here waits to be fetched."""
    words = status_words(status, result_is_here=result_is_here)
    if status is Status.FINISHED and result_is_here:
        return ChipLook(words, ChipTone.TO_RETURN, "out")
    tone, icon = _LOOKS[status]
    return ChipLook(words, tone, icon)
