"""The province's public support key beside the store: a store that won't open can't tell it.

It is no secret. Who changes the file could at most keep the province from reading a bundle.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from counter_app.durable import write_atomically

FILE = "support-key.txt"


def keep_support_key(home: Path, key: str) -> None:
    """Keep `key` (base64) in the folder `home`, unless it lies there. A full disk is no matter."""
    if key and kept_support_key(home) != key:
        with suppress(OSError):
            write_atomically(home / FILE, f"{key}\n".encode())


def kept_support_key(home: Path) -> str:
    """Return the key that was kept in `home`, "" for none."""
    try:
        return (home / FILE).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
