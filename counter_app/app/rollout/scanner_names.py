"""Under which names a counter keeps its scanners: the window's choice and the roll-out's meet."""

from __future__ import annotations

PROFILE = "scanner/"
"""With a device's name behind it: the profile of that scanner."""

IN_USE = "scanner-in-use"
"""The name of the device that this counter scans with."""
