"""What a home is enrolled as, told beside the store: to be read without its key and its lock.

A province pushes its answers again and again, also while an officer works; and a home whose key
can't be opened should still say that it was made on another machine. No secret stands here, and
nothing is decided by it alone that could lose anything.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.enrolment import Enrolment
from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.durable import write_atomically

NAME = "enrolled.json"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class HomeNote:
    """`machine` is the fingerprint of the machine that the home belongs to."""

    device: str
    centre: str
    counter: str
    server: str
    machine: str


def note_of(enrolment: Enrolment) -> HomeNote:
    """Return the note of an enrolment."""
    return HomeNote(
        device=enrolment.device,
        centre=enrolment.centre,
        counter=enrolment.counter,
        server=enrolment.server_url.rstrip("/"),
        machine=enrolment.machine,
    )


def read_home_note(home: Path) -> HomeNote | None:
    """Return the note of a home; None when there is none that can be read."""
    try:
        return from_plain(HomeNote, json.loads((home / NAME).read_bytes()))
    except (OSError, ValueError, NotPlainError):
        return None


def keep_home_note(home: Path, enrolment: Enrolment) -> None:
    """See that the note of `home` is right. A disk that refuses stops nothing."""
    note = note_of(enrolment)
    if read_home_note(home) == note:
        return
    try:
        write_atomically(home / NAME, json.dumps(to_plain(note), ensure_ascii=False).encode())
    except OSError:
        _log.info("home.note_refused")
