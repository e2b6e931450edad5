"""Commands typed wrongly, consoles that can't show or write, programs that are stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from counter_app.cli import COMMANDS
from counter_app.cli.terminal import CLOSED_PIPE, unmarked
from counter_app.domain.text import MARKED_LETTERS
from tests.journeys.bad_input import Commands, refused, told

pytestmark = pytest.mark.long

PROGRAM = (sys.executable, "-m", "counter_app")
PATIENCE = 120.0  # seconds until the program has started, or ended

USAGES = {
    "no such command": ("verifyy",),
    "no file": ("backup",),
    "no code": ("enrol", "--server", "https://motcua.example"),
    "an option of nobody": ("verify", "--all"),
    "a port in words": ("sandbox", "--data", "x", "--port", "tám"),
    "a port too high": ("sandbox", "--data", "x", "--port", "70000"),
    "a port below": ("sandbox", "--data", "x", "--port", "-1"),
    "a counter without a number": ("sandbox", "--data", "x", "--one-time-code", " "),
}


@pytest.mark.parametrize("words", USAGES.values(), ids=USAGES.keys())
def test_wrong_usage_is_two(
    words: tuple[str, ...], command: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = command(words[0], *words[1:], home=None, plain=False)
    assert done.code == 2
    assert "usage: counter-app" in done.err
    assert "Traceback" not in done.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "words"),
    [("sandbox", ("--data", "file")), ("demo", ("--keep", "file")), ("demo", ("--keep", "file/x"))],
)
def test_a_file_where_a_folder_is_needed(
    name: str,
    words: tuple[str, ...],
    command: Commands,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("của tôi", encoding="utf-8")
    refused(command(name, *words, home=None, plain=False), "home.path_unusable")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "của tôi"


def run(*words: object, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run the real program in a process of its own, with these variables."""
    return subprocess.run(
        [*PROGRAM, *map(str, words)], capture_output=True, check=False, env={**os.environ, **more}
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "cp1258", "utf-8"])
def test_a_console_without_vietnamese_gets_what_it_can_show(encoding: str, tmp_path: Path) -> None:
    done = run("verify", "--home", tmp_path, PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    text = done.stderr.decode(encoding)
    assert "Traceback" not in text
    assert unmarked(text).startswith("May nay chua duoc ghi danh vao he thong cua tinh.")
    assert len(text.splitlines()) == 1


def test_every_marked_letter_has_a_plain_one() -> None:
    assert unmarked(MARKED_LETTERS).isascii()
    assert unmarked(MARKED_LETTERS).isalpha()
    assert unmarked("“Đã gửi” – 3 → 4 … 王") == '"Da gui" - 3 -> 4 ... ?'


@pytest.mark.parametrize("width", ["40", "1"])
def test_a_narrow_terminal(width: str, command: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for name in COMMANDS:
        assert command(name.replace("_", "-"), "--help", home=None, plain=False).code == 0


def test_a_reader_who_leaves() -> None:
    with subprocess.Popen(
        [*PROGRAM, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        program.stdout.close()
        assert program.wait(20) == CLOSED_PIPE
        assert program.stderr is not None
        assert program.stderr.read() == b""


def test_output_that_can_t_be_written() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "--help"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    told(done.stderr.decode(), "home.output_lost")


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    done = subprocess.run(
        [*map(os.fsencode, PROGRAM), b"import-catalogue", b"\xff\xfe.xlsx", b"--check"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == 1
    told(done.stderr.decode(), "catalogue.unreadable")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_demonstration_that_is_stopped_leaves_nothing(
    number: signal.Signals, tmp_path: Path
) -> None:
    with subprocess.Popen(
        [*PROGRAM, "demo"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as program:
        until = time.monotonic() + PATIENCE
        while not list(tmp_path.glob("counter-demo-*/home/store.db")):
            assert time.monotonic() < until
            time.sleep(0.05)
        program.send_signal(number)
        _, said_last = program.communicate(timeout=PATIENCE)
    assert program.returncode == 128 + number
    assert "Đã dừng. Dữ liệu đã ghi vẫn an toàn." in said_last.decode()
    assert not list(tmp_path.glob("counter-demo-*"))
