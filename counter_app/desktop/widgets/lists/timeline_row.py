"""`TimelineRow`: one thing that happened to a dossier. Pure: presenters make it."""

from __future__ import annotations

from typing import NamedTuple

from counter_app.desktop.theme.tokens import Tone


class TimelineRow(NamedTuple):
    """Time, what happened, by whom; `day` ("30/06") on a change of day.

    `now` is what is being done; `unsent` has not reached the server; `tone` tints the node.
    """

    time: str
    title: str
    detail: str = ""
    icon: str = "check"
    day: str = ""
    now: bool = False
    unsent: bool = False
    tone: Tone | None = None
