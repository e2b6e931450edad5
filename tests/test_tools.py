"""Style and form of the whole checkout: the same commands as by hand. Types: `python -m mypy`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.cli import COMMANDS

TOP = Path(__file__).parent.parent
TOOLS = {
    "ruff check": ("ruff", "check", "--quiet", "."),
    "ruff format": ("ruff", "format", "--quiet", "--check", "."),
}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS.keys())
def test_tool_is_content(command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=TOP, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_readme_names_every_command_and_only_those() -> None:
    text = (TOP / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`counter-app ([a-z-]+)", text)) | {"rebuild", "restore"}
    assert named == {name.replace("_", "-") for name in COMMANDS} - {"window"}


def test_ci_runs_the_command_of_the_readme() -> None:
    lines = (TOP / "README.md").read_text(encoding="utf-8").splitlines()
    after = lines[lines.index("<!-- tests -->") + 2]
    done = subprocess.run(
        ["bash", "-c", "sed -n '/<!-- tests -->/,/```$/{/^```/d;/<!--/d;p}' README.md"],
        cwd=TOP, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == after
    assert "pytest" in after


def test_ci_then_checks_types() -> None:
    """In a step of its own: it takes a minute, and nothing else would wait for it by hand."""
    steps = (TOP / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert steps[-2:] == ['bash -euo pipefail -c "$command"', ".venv/bin/python -m mypy"]
    assert "`python -m mypy`" in (TOP / "README.md").read_text(encoding="utf-8")


def test_no_file_names_a_registry_or_a_path_of_a_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=TOP, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        files = [path for path in TOP.rglob("*") if path.is_file() and ".venv" not in path.parts]
    else:
        files = [TOP / name for name in listed.stdout.split("\0") if name]
    wanted = re.compile(rb"https?://[^ \"'<>]*/(simple|packages)(/|\"|$)|index-url|/home/[a-z]+/")
    own = Path(__file__)
    guilty = [
        path for path in files if path != own and path.exists() and wanted.search(path.read_bytes())
    ]
    assert not guilty
