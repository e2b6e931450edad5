"""`ToastKind`: how a toast is meant. Pure."""

from __future__ import annotations

from enum import Enum, auto


class ToastKind(Enum):
    """It went well; good to know; look at it; something didn't work (stays until Esc)."""

    OK = auto()
    INFO = auto()
    WARN = auto()
    ERROR = auto()
