"""A server in a process of its own, which a test can kill: `python child.py FOLDER`."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from counter_app.sandbox.serve import run
from counter_app.sandbox.settings import SandboxSettings

PASSWORD = "chỉ-để-thử-nghiệm"
RESOURCES = Path(__file__).parents[2] / "resources"


class Child:
    """The process; `start` again after `kill` finds the same database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.url = ""

    def start(self) -> Child:
        """Start and wait until it accepts calls."""
        ready = self._folder / "ready"
        ready.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(self._folder)], stdout=subprocess.DEVNULL
        )
        until = time.monotonic() + 30
        while not ready.exists():
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("the sandbox didn't start")
            time.sleep(0.02)
        self.url = ready.read_text().strip()
        return self

    def kill(self) -> None:
        """End it at once, as a power cut does (SIGKILL; TerminateProcess on Windows)."""
        self._process.kill()
        self._process.wait(10)

    def stop(self) -> int:
        """Ask it to end; return its exit code."""
        self._process.terminate()
        return self._process.wait(20)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    run(
        SandboxSettings(
            database_url=f"sqlite:///{place / 'sandbox.db'}",
            resources=RESOURCES,
            admin_password=PASSWORD,
            ready_file=place / "ready",
        )
    )
