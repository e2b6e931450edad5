"""The contract's document against the server, in a process of its own.

Schemathesis thinks its calls out while they are collected: every worker of a test run would, and
half of its collecting went there, for one worker to make them.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

CALLS = Path(__file__).with_name("contract_calls.py")
TOP = Path(__file__).parents[2]
PATHS = 17

pytestmark = pytest.mark.long


@pytest.mark.timeout(900)
def test_the_server_is_as_the_contract_says(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", str(CALLS), "-q", "-p", "no:cacheprovider",
         f"--basetemp={tmp_path / 'calls'}"],
        cwd=TOP, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed is not None, done.stdout
    assert int(passed[1]) >= PATHS
