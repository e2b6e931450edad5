from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.store import mark_file
from counter_app.store.mark_file import SECTOR, read_slots, write_slot

WRITER = """
import sys
from pathlib import Path
from counter_app.store.mark_file import write_slot
for number in range(1, 1_000_000):
    write_slot(Path(sys.argv[1]), {"n": number, "more": "x" * (number % 900)})
    print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mark"


def test_the_newest_value_comes_back(path: Path) -> None:
    for number in range(7):
        write_slot(path, {"n": number})
        assert read_slots(path) == {"n": number}
    assert path.stat().st_size == 2 * SECTOR
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_no_file_is_told(path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_slots(path)


def test_the_newest_value_is_never_written_over(path: Path) -> None:
    for number in range(5):
        write_slot(path, {"n": number})
        before = path.read_bytes()
        write_slot(path, {"n": number + 1})
        after = path.read_bytes()
        changed = [at for at in range(2) if slot(before, at) != slot(after, at)]
        assert len(changed) == 1
        assert str(number).encode() in slot(after, 1 - changed[0])


def slot(data: bytes, at: int) -> bytes:
    return data[at * len(data) // 2 : (at + 1) * len(data) // 2]


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_torn_write_leaves_the_old_value_or_the_new_one(path: Path, turns: int) -> None:
    for number in range(turns):
        write_slot(path, {"n": number})
    before = path.read_bytes()
    write_slot(path, {"n": turns})
    after = path.read_bytes()
    old, new = {"n": turns - 1}, {"n": turns}
    changed = [at for at in range(len(before)) if before[at] != after[at]]
    seen = []
    for cut in range(changed[0], changed[-1] + 2):  # the power goes after each byte
        path.write_bytes(after[:cut] + before[cut:])
        seen.append(read_slots(path))
    assert set(map(str, seen)) == {str(old), str(new)}
    assert seen == sorted(seen, key=lambda value: value["n"])  # type: ignore[index,call-overload]
    dice = random.Random(turns)
    for _ in range(300):  # or the disk writes any of its bytes first
        torn = bytearray(before)
        for at in dice.sample(changed, dice.randrange(len(changed))):
            torn[at] = after[at]
        path.write_bytes(torn)
        assert read_slots(path) == old


def test_after_a_torn_write_the_next_one_stands(path: Path) -> None:
    write_slot(path, {"n": 1})
    before = path.read_bytes()
    write_slot(path, {"n": 2})
    after = path.read_bytes()
    torn_at = next(at for at in range(len(before)) if before[at] != after[at]) + 30
    path.write_bytes(after[:torn_at] + before[torn_at:])
    assert read_slots(path) == {"n": 1}
    write_slot(path, {"n": 3})
    assert read_slots(path) == {"n": 3}
    write_slot(path, {"n": 4})
    assert read_slots(path) == {"n": 4}


def test_a_value_that_outgrows_its_slot_gets_a_new_file(path: Path) -> None:
    write_slot(path, {"n": 1})
    long = {"n": 2, "taken": ["x" * 100] * 100}
    write_slot(path, long)
    assert read_slots(path) == long
    assert path.stat().st_size % (2 * SECTOR) == 0
    write_slot(path, {"n": 3})
    assert read_slots(path) == {"n": 3}


@pytest.mark.parametrize("data", [b"", b"{}", b"x" * SECTOR, b"\xff" * 3 * SECTOR])
def test_what_was_never_a_mark_is_replaced(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert read_slots(path) is None
    write_slot(path, {"n": 1})
    assert read_slots(path) == {"n": 1}


def test_a_refused_write_leaves_the_old_value(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_slot(path, {"n": 1})

    def refuse(*_: object) -> int:
        raise OSError(5, "no")

    with monkeypatch.context() as patched:
        patched.setattr(mark_file, "_flush", refuse)
        with pytest.raises(OSError, match="no"):
            write_slot(path, {"n": 2})
    with monkeypatch.context() as patched:
        patched.setattr("counter_app.store.mark_file.os.write", refuse)
        with pytest.raises(OSError, match="no"):
            write_slot(path, {"n": 3})
    assert read_slots(path) in ({"n": 1}, {"n": 2})
    write_slot(path, {"n": 4})
    assert read_slots(path) == {"n": 4}


def test_every_write_is_flushed_before_it_returns(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_slot(path, {"n": 1})
    flushed = []
    flush = mark_file._flush

    def watched(handle: int) -> None:
        flush(handle)
        flushed.append(read_slots(path))

    monkeypatch.setattr(mark_file, "_flush", watched)
    write_slot(path, {"n": 2})
    assert flushed == [{"n": 2}]


def test_a_kill_at_any_moment_loses_no_value_that_was_told(path: Path) -> None:
    for round_ in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            for _ in range(20 + 37 * round_):
                writer.stdout.readline()
            writer.kill()
            told = [int(line) for line in writer.stdout.read().split()]
        assert writer.returncode in (-signal.SIGKILL, 1)
        found = read_slots(path)
        assert isinstance(found, dict)
        last = told[-1] if told else 20 + 37 * round_
        assert found["n"] in (last, last + 1)
