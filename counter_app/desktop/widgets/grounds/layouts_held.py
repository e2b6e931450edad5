"""`layouts_held`: many changes of a page, and one laying out of it.

Qt lays a window out anew, from the innermost widget to the outermost, each time that something in
it is shown. A page that shows ten things at once would be laid out ten times.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def layouts_held(widgets: Sequence[QWidget]) -> Iterator[None]:
    """Hold the layouts of these widgets, outer ones first; lay them out once at the end."""
    found = [widget.layout() for widget in widgets]
    layouts = [layout for layout in found if layout is not None and layout.isEnabled()]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
        for layout in layouts:
            layout.activate()
