"""How the frozen program begins, begun here by the Python that runs the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from counter_app import __version__

TOP = Path(__file__).parents[2]
START = TOP / "installer/freeze/start.py"


def begin(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(TOP), **more}
    return subprocess.run(
        [sys.executable, str(START), *words],
        capture_output=True, text=True, check=False, env=environment, cwd=TOP,
    )  # fmt: skip


def test_it_is_the_command_line() -> None:
    assert begin("--version").stdout.strip() == f"counter-app {__version__}"


def test_a_process_of_its_own_is_understood() -> None:
    done = begin("-m", "counter_app", "--version")
    assert done.stdout.strip() == f"counter-app {__version__}", done.stderr


def test_no_foreign_module_can_be_run() -> None:
    done = begin("-m", "this")
    assert done.returncode == 2
    assert "Zen" not in done.stdout


def test_other_programs_find_their_own_libraries() -> None:
    text = START.read_text(encoding="utf-8").rpartition("_begin()\n")[0]
    show = text + "\n_leave_the_environment_as_it_was()\nprint(sorted(os.environ.items()))\n"
    named = {"LD_LIBRARY_PATH": "/ours", "_PYI_ARCHIVE_FILE": "/ours/counter-app"}
    for before, left in (({}, False), ({"LD_LIBRARY_PATH_ORIG": "/theirs"}, True)):
        done = subprocess.run(
            [sys.executable, "-c", show],
            capture_output=True, text=True, check=True, env={**named, **before},
        )  # fmt: skip
        assert "/ours" not in done.stdout
        assert ("'/theirs'" in done.stdout) == left
