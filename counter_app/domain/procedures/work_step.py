"""A step of a procedure's internal process (quy trình nội bộ), as the approved process lists it."""

from __future__ import annotations

from dataclasses import dataclass

MOST_STEPS = 40
MOST_MINUTES = 60 * 8 * 260
"""A step takes a working year at most; more is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class WorkStep:
    """One step: what is done, by which `role`, in which `unit`, in how many working minutes.

    `unit` is "" for the Centre itself: reception, and the return of the result.
    """

    name: str
    role: str = ""
    unit: str = ""
    minutes: int = 0

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a step has a name")
        if not 0 <= self.minutes <= MOST_MINUTES:
            raise ValueError("a step takes no time, or up to a working year")
