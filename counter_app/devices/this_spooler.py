"""The print service of the machine that the program runs on."""

from __future__ import annotations

import sys

from counter_app.devices.spooler import Spooler

if sys.platform == "win32":
    from counter_app.devices.spooler_windows import WindowsSpooler
    from counter_app.devices.winspool import Winspool

    def this_spooler() -> Spooler:
        """Return Windows' spooler."""
        return WindowsSpooler(Winspool())
else:
    from counter_app.devices.spooler_cups import CupsSpooler

    def this_spooler() -> Spooler:
        """Return CUPS, wherever this user's settings say that it is."""
        return CupsSpooler()
