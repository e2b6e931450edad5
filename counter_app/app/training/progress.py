"""How far each lesson is, kept in the training home."""

from __future__ import annotations

import json
from pathlib import Path

from counter_app.desktop.presenters.training.state import Progress
from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.durable import write_atomically


def read_progress(path: Path) -> Progress:
    """Return what was kept; nothing was done when it isn't there, or can't be read."""
    try:
        return from_plain(Progress, json.loads(path.read_bytes()))
    except (OSError, ValueError, NotPlainError):
        return Progress()


def keep_progress(path: Path, progress: Progress) -> None:
    """Keep it, whole or not at all. Raises OSError."""
    write_atomically(path, json.dumps(to_plain(progress), ensure_ascii=False).encode())
