"""A quiet progress bar: on a terminal it moves, in a log it says only the end."""

from __future__ import annotations

import sys
from typing import TextIO

WIDTH = 28


class Bar:
    """Shows how far a long work is. `label` says what; each call gives (done, of how many)."""

    def __init__(self, label: str, stream: TextIO | None = None) -> None:
        self._label = label
        self._stream = stream or sys.stderr
        self._last = -1

    def __call__(self, done: int, total: int) -> None:
        """Show `done` of `total`; draws only when the percentage changed."""
        percent = 100 * done // total if total else 100
        if percent == self._last:
            return
        self._last = percent
        if not self._stream.isatty():
            if percent == 100:
                self._stream.write(f"{self._label}: xong ({total})\n")
            return
        filled = WIDTH * percent // 100
        bar = "█" * filled + "·" * (WIDTH - filled)
        end = "\n" if percent == 100 else ""
        self._stream.write(f"\r{self._label} {bar} {percent:3d} %{end}")
        self._stream.flush()
