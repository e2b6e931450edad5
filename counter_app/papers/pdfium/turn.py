"""PDFium's turn: its library must not be entered by two threads at once (its own documentation).

Calls through ctypes let other Python threads run meanwhile, so the interpreter's lock is no guard.
"""

from __future__ import annotations

import threading

PDFIUM = threading.RLock()
"""Held around everything that touches a document, a page or a bitmap of PDFium."""
