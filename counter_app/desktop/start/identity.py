"""What the desktop knows our windows by: a picture, and a name that groups them on the taskbar."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication


def identify(application: QApplication, name: str, drawing: Path) -> None:
    """Give `application` its picture and name, before its first window is shown.

    `name` is that of the desktop entry on Linux. On Windows it is the AppUserModelID that the
    installer also writes into the shortcut: without it every program of Python's is one button,
    with Python's picture.
    """
    application.setDesktopFileName(name)
    application.setWindowIcon(QIcon(str(drawing)))
    if sys.platform == "win32":
        import ctypes

        tell = ctypes.WinDLL("shell32").SetCurrentProcessExplicitAppUserModelID
        tell.argtypes, tell.restype = (ctypes.c_wchar_p,), ctypes.c_long
        tell(name)  # what it answers changes nothing: the window works under any picture
