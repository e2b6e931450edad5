"""`BadgeKind`: how the badge of a step looks. Pure."""

from __future__ import annotations

from enum import Enum, auto


class BadgeKind(Enum):
    """Outline: to come. Filled: now. Soft: done. Warn and error: look at it. Plain: no circle."""

    OUTLINE = auto()
    FILLED = auto()
    SOFT = auto()
    WARN = auto()
    ERROR = auto()
    PLAIN = auto()
