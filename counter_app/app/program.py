"""What the parts of a sitting know of the running window."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QApplication

from counter_app.config import Settings
from counter_app.desktop.screens.login.login_screen import LoginScreen
from counter_app.desktop.shell.window import Window
from counter_app.desktop.start.alarm import Alarm
from counter_app.desktop.start.closing import Closing
from counter_app.desktop.start.thread_jobs import ThreadJobs
from counter_app.desktop.theme.look import Look


class Program(Protocol):
    """One run of the window; `settings` are those in force, also after they were changed."""

    application: QApplication
    look: Look
    window: Window
    jobs: ThreadJobs
    alarm: Alarm
    closing: Closing
    login: LoginScreen
    settings: Settings

    def is_first_run(self) -> bool:
        """Tell whether the wizard of the first run is what the window shows."""

    def show_login(self, *, switching: bool) -> None:
        """Show the log-in screen again; `switching`: Esc leads back to the locked screen."""
