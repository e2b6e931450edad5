"""Short tones of this machine, for feedback on a scan."""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence

Tone = tuple[int, int]
"""(hertz, milliseconds)."""


def sound(tones: Sequence[Tone]) -> bool:
    """Play `tones` one after the other, in the background.

    Return False where the system gives no tones of a chosen height (all but Windows).
    """
    if sys.platform == "win32":
        threading.Thread(target=_play, args=(tuple(tones),), name="beeper", daemon=True).start()
        return True
    return False


def _play(tones: tuple[Tone, ...]) -> None:
    if sys.platform == "win32":
        import winsound

        for hertz, milliseconds in tones:
            winsound.Beep(hertz, milliseconds)
