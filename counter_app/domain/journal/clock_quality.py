"""How far the time of an act can be trusted."""

from __future__ import annotations

from enum import Enum


class ClockQuality(Enum):
    """What is known of the time: checked with the server, only local, or typed by a person."""

    SYNCED = "synced"
    LOCAL = "local"
    CONFIRMED = "confirmed"  # the date looked wrong and a supervisor, or two entries, confirmed it
