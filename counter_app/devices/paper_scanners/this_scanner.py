"""The scanners of the machine that the program runs on."""

from __future__ import annotations

import sys

from counter_app.devices.paper_scanners.document_scanner import DocumentScanner

if sys.platform == "win32":
    from counter_app.devices.paper_scanners.wia_scanner import WiaScanner

    def this_scanner() -> DocumentScanner:
        """Return Windows' scanners (WIA)."""
        return WiaScanner()
else:
    from counter_app.devices.paper_scanners.sane_scanner import SaneScanner

    def this_scanner() -> DocumentScanner:
        """Return SANE's scanners."""
        return SaneScanner()
