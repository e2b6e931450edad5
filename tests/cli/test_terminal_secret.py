"""A password is asked where somebody can type one, or piped; else that is said in words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ASK = "from counter_app.cli.terminal import secret; print(repr(secret('Câu khóa: ')))"
COMMAND = ("-m", "counter_app", "package", "keys")


def run(*words: str, typed: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a session of its own, which has no terminal, with `typed` in a pipe."""
    return subprocess.run(
        [sys.executable, *words],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        start_new_session=True,
    )


def test_a_piped_line_is_taken_and_nothing_warned() -> None:
    done = run("-c", ASK, typed="mật khẩu\n")
    assert done.stdout.strip() == "'mật khẩu'"
    assert done.stderr.strip() == "Câu khóa:"


def test_nobody_to_ask_is_said_in_words(tmp_path: Path) -> None:
    done = run(*COMMAND, str(tmp_path / "khoa"), "--whose", "Sở", typed="")
    assert done.returncode == 1
    assert "không có ai gõ" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.rglob("*.pem"))
