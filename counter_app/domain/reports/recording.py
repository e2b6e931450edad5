"""What is told of how acts were written: of which step a delay is, and what is no use at all."""

from __future__ import annotations

from enum import Enum

from counter_app.domain.acts.kinds import Kind


class Measured(Enum):
    """What the time was measured of; values stand in the drill of a number."""

    RECEIVED = "received"
    HANDED = "handed"
    BACK = "back"
    RESULT_IN = "result_in"
    RETURNED = "returned"
    SIGNED = "signed"  # from the date on the result to its coming to the counter
    SENT = "sent"  # from the entry to the server's receipt


class Lateness(Enum):
    """How late an entry is."""

    PROMPT = "prompt"  # within PROMPT_MINUTES
    SAME_DAY = "same_day"
    LATER = "later"


LOOKS = (
    Kind.LOGGED_IN,
    Kind.LOGGED_OUT,
    Kind.VIEWED,
    Kind.EXPORTED,
    Kind.RESTORED,
    Kind.NUMBER_VOID,
    Kind.PURGED,
    Kind.DROPPED,
    Kind.DATE_CONFIRMED,
)
"""Whoever only looks, and what the program writes, is no use of the system for a citizen."""
