"""Reads the tree of the running window over AT-SPI; run by the system's Python, which has pyatspi.

    /usr/bin/python3 read_tree.py WORD       prints JSON: one object for each thing that is shown

WORD is in the name of the window. It knows nothing of the program: it hears what Orca hears.
"""

from __future__ import annotations

import json
import sys

import pyatspi


def walk(one, depth, found):
    """Collect what is showing, in the order of the tree."""
    states = one.getState()
    if depth and not states.contains(pyatspi.STATE_SHOWING):
        return
    found.append(
        {
            "depth": depth,
            "role": one.getRoleName(),
            "name": one.name or "",
            "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
            "focused": states.contains(pyatspi.STATE_FOCUSED),
            "enabled": states.contains(pyatspi.STATE_ENABLED),
        }
    )
    if one.getRoleName() in ("table", "list"):
        return
    for child in one:
        if child is not None:
            walk(child, depth + 1, found)


def main():
    """Print the first window with the word in its name."""
    word = sys.argv[1]
    for application in pyatspi.Registry.getDesktop(0):
        if application is None:
            continue
        for window in application:
            if window is not None and word in (window.name or ""):
                found = []
                walk(window, 0, found)
                json.dump(found, sys.stdout)
                return
    json.dump([], sys.stdout)


main()
