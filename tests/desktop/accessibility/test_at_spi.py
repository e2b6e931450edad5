"""What a screen reader gets over the bus: the real program, xcb, AT-SPI, read by another program.

The offscreen platform has no such tree (test_names.py walks Qt's own there). Needs the Debian
packages `xvfb`, `xdotool`, `dbus-daemon`, `at-spi2-core` and `python3-pyatspi`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.real_window import RealWindow, enrolled, is_possible, screen, until
from tests.journeys.town import OFFICER, PASSWORD
from tests.sandbox.running import RunningSandbox

SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("read_tree.py")
BUTTONS = {
    "push button",
    "button",
    "check box",
    "radio button",
    "toggle button",
    "link",
    "page tab",
}

Row = dict[str, Any]


def can_hear() -> bool:
    """Tell whether this machine has a bus and somebody who listens there."""
    if not (is_possible() and shutil.which("dbus-daemon") and Path(SYSTEM_PYTHON).exists()):
        return False
    asked = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False
    )
    return asked.returncode == 0


@contextmanager
def bus() -> Iterator[str]:
    """Return the address of a session bus of our own, ended afterwards."""
    command = ["dbus-daemon", "--session", "--print-address=1", "--nofork", "--nopidfile"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait(10)
        daemon.stdout.close()


class Ears:
    """Hears the window `word` over the bus of `environment`."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment

    def rows(self, word: str = "một cửa") -> list[Row]:
        """Return what is shown now."""
        done = subprocess.run(
            [SYSTEM_PYTHON, str(READER), word],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        return list(json.loads(done.stdout)) if done.returncode == 0 and done.stdout else []

    def nameless(self) -> list[str]:
        """Return the roles of what could be worked with and has no name."""
        rows = self.rows()
        assert len(rows) > 5, rows
        return [
            row["role"]
            for row in rows
            if (row["focusable"] or row["role"] in BUTTONS) and not row["name"].strip()
        ]

    def focused(self) -> str:
        """Return the name of what has the keys; frames around it say that they have them, too."""
        rows = self.rows()
        return next((row["name"] for row in rows if row["focused"] and row["focusable"]), "")


if can_hear():  # `installer/prepare.sh dev` installs what it takes

    @pytest.mark.timeout(120)
    def test_the_window_is_heard(tmp_path: Path) -> None:
        with ExitStack() as stack:
            province = stack.enter_context(RunningSandbox(tmp_path))
            province.province.set_password(OFFICER, PASSWORD)
            home = tmp_path / "home"
            enrolled(home, province)
            display, address = stack.enter_context(screen()), stack.enter_context(bus())
            more = {
                "DISPLAY": display,
                "DBUS_SESSION_BUS_ADDRESS": address,
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                "AT_SPI_BUS_ADDRESS": "",
            }
            window = RealWindow(home, display, tmp_path, more)
            stack.callback(window.end)
            ears = Ears({**os.environ, **more})
            until(lambda: len(ears.rows()) > 5, "the window is heard")
            assert ears.nameless() == []
            until(lambda: ears.focused() == "Tên đăng nhập", "keys in the name", 5)
            window.type(OFFICER)
            window.key("Tab")
            until(lambda: ears.focused() == "Mật khẩu", "keys in the password", 5)
            window.type(PASSWORD)
            window.key("Return")
            until(lambda: window.title.startswith("Tiếp nhận"), "the officer is in")
            assert ears.nameless() == []
            names = [ears.focused()]
            for _ in range(3):
                window.key("Tab")
                names.append(ears.focused())
            assert all(names)
            for key, title in (("F3", "Hồ sơ"), ("F1", "Hồ sơ")):
                window.key(key)
                until(lambda title=title: window.title.startswith(title), "the page is shown")
                assert ears.nameless() == []
