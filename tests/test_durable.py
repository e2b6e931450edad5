from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.durable import make_folder, remove_leftovers, write_atomically

STEPS = ("open", "write", "fsync", "rename")


@settings(max_examples=40, deadline=None)
@given(contents=st.lists(st.binary(max_size=5000), min_size=1, max_size=4))
def test_the_last_bytes_written_are_read(
    tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]
) -> None:
    path = tmp_path_factory.mktemp("d") / "mark.json"
    for content in contents:
        write_atomically(path, content)
    assert path.read_bytes() == contents[-1]
    assert [file.name for file in path.parent.iterdir()] == ["mark.json"]


@pytest.mark.parametrize("umask", [0o000, 0o777])
def test_rights_are_the_owner_s_whatever_the_umask_says(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_atomically(tmp_path / "key", b"k")
        write_atomically(tmp_path / "paper", b"p", mode=0o644)
    finally:
        os.umask(before)
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
        assert stat.S_IMODE((tmp_path / "paper").stat().st_mode) == 0o644


def test_bytes_are_on_the_disk_before_the_name_and_the_name_before_the_return(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def noted(
        name: str, call: Callable[..., Any], kind: Callable[[Any], str]
    ) -> Callable[..., Any]:
        def noting(first: Any, *rest: Any) -> Any:
            done.append(f"{name} {kind(first)}")
            return call(first, *rest)

        return noting

    def of_handle(handle: int) -> str:
        return "folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file"

    monkeypatch.setattr(os, "write", noted("write", os.write, of_handle))
    monkeypatch.setattr(os, "fsync", noted("fsync", os.fsync, of_handle))
    monkeypatch.setattr(Path, "replace", noted("rename", Path.replace, lambda _: "file"))
    write_atomically(tmp_path / "mark", b"1")
    assert done == ["write file", "fsync file", "rename file", "fsync folder"]


def test_a_write_in_small_pieces_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, bytes(data[:7])))
    write_atomically(tmp_path / "mark", bytes(range(100)))
    assert (tmp_path / "mark").read_bytes() == bytes(range(100))


@pytest.mark.parametrize("step", STEPS)
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "mark"
    write_atomically(path, b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(*((Path, "replace") if step == "rename" else (os, step)), full)
        with pytest.raises(OSError, match="No space"):
            write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["mark"]


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_leaves_the_old_file_and_a_leftover_that_is_swept(tmp_path: Path, step: str) -> None:
    path = tmp_path / "mark"
    write_atomically(path, b"old")
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(path), step],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert path.read_bytes() == b"old"
    assert remove_leftovers(tmp_path) == (0 if step == "open" else 1)
    assert [file.name for file in tmp_path.iterdir()] == ["mark"]
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_kill_after_the_rename_leaves_the_new_file(tmp_path: Path) -> None:
    path = tmp_path / "mark"
    write_atomically(path, b"old")
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(path), "after"], timeout=60, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() == b"NEW"
    assert remove_leftovers(tmp_path) == 0


def test_sweeping_takes_leftovers_only(tmp_path: Path) -> None:
    for name in ("mark", "part", ".hidden", "x.part"):
        (tmp_path / name).write_text("")
    (tmp_path / ".folder.part").mkdir()
    (tmp_path / ".mark.1-1.part").write_text("")
    assert remove_leftovers(tmp_path) == 1
    assert len(list(tmp_path.iterdir())) == 5
    assert remove_leftovers(tmp_path / "none") == 0


def test_threads_never_show_a_torn_file(tmp_path: Path) -> None:
    path = tmp_path / "mark"
    contents = [bytes([letter]) * 20_000 for letter in b"abcd"]
    write_atomically(path, contents[0])
    threads = [
        threading.Thread(target=lambda c=c: [write_atomically(path, c) for _ in range(10)])
        for c in contents
    ]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert path.read_bytes() in contents
    for thread in threads:
        thread.join()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_laid_in_the_way_isn_t_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    trap = f".mark.{os.getpid()}-{threading.get_native_id()}.part"
    (tmp_path / trap).symlink_to(victim)
    with pytest.raises(OSError, match="symbolic links"):
        write_atomically(tmp_path / "mark", b"x")
    assert victim.read_text() == "mine"


_KILLED = """
import os, signal, sys
from pathlib import Path
from counter_app import durable

def die(*args, **more):
    os.kill(os.getpid(), signal.SIGKILL)

path, step = Path(sys.argv[1]), sys.argv[2]
if step == "rename":
    Path.replace = die
elif step == "after":
    durable.sync_folder = die
elif step == "write":  # after the first half
    real = os.write
    os.write = lambda handle, data: (real(handle, bytes(data[:1])), die())
else:
    setattr(os, step, die)
durable.write_atomically(path, b"NEW")
"""


def test_a_new_folder_s_name_and_those_above_it_are_flushed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []
    monkeypatch.setattr("counter_app.durable.sync_folder", flushed.append)
    make_folder(tmp_path / "a" / "b", mode=0o700)
    assert flushed == [tmp_path, tmp_path / "a"]
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    make_folder(tmp_path / "a" / "b")
    assert len(flushed) == 2
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError):
        make_folder(tmp_path / "file")


def test_on_windows_the_home_s_own_rights_decide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There 0o700 would shut out every other Windows account of the counter's PC."""
    monkeypatch.setattr("counter_app.durable.sync_folder", lambda folder: None)
    monkeypatch.setattr("counter_app.durable.sys.platform", "win32")
    modes: list[int] = []
    monkeypatch.setattr(Path, "mkdir", lambda self, mode, **_: modes.append(mode))
    make_folder(tmp_path / "a", mode=0o700)
    assert modes == [0o777]
