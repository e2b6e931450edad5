"""Keeps PySide from reading the source text of every module that is imported after it.

It looks for its name in each, to know whose `snake_case` names it would have to switch, and Python
keeps all the lines it read: for this program half a second of the start and 30 MB. Nobody here
switches names, so the module's own name is answer enough.
"""

from __future__ import annotations

import importlib
from types import ModuleType

_LOOK_UP = "_mod_uses_pyside"


def begin() -> None:
    """Load PySide, and answer its question from now on. Without that question, do nothing."""
    importlib.import_module("PySide6.QtCore")
    try:
        feature = importlib.import_module("shibokensupport.feature")
    except ImportError:  # another PySide: it may ask nothing, or in another way
        return
    if hasattr(feature, _LOOK_UP):
        setattr(feature, _LOOK_UP, _may_use_pyside)


def _may_use_pyside(module: ModuleType) -> bool:
    name = getattr(module, "__name__", "")
    return name.partition(".")[0] in ("counter_app", "PySide6")
