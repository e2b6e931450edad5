"""Other machines for a test: their mark, and what they remember outside the home."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from counter_app import config
from counter_app.vault import machine


def on_machine(patch: pytest.MonkeyPatch, folder: Path, name: str, *, mark: str = "") -> None:
    """Go on as the machine `name`; `mark` "": its own, else the one that its image brought."""
    told = hashlib.sha256((mark or name).encode()).hexdigest()[:32]
    patch.setattr(machine, "_system_mark", lambda _: told)
    patch.setattr(config, "_machines_own", lambda: folder / f"own-{name}")
