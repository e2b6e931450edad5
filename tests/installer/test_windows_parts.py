"""What goes into the Windows installer is what the tests ran with, each with its hash."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from installer.windows.parts import (
    EMBED,
    NOT_IN_THE_PROGRAM,
    PYTHON,
    Part,
    WrongPartError,
    download_command,
    fetch,
    plain,
    recorded,
)
from installer.windows.record import ON_WINDOWS, OUTSIDE, pins, wanted_by_the_program


def test_every_part_has_the_version_of_the_constraints() -> None:
    pinned = {**pins(), **OUTSIDE}
    for part in recorded():
        assert pinned[part.name] == part.version


def test_everything_that_the_program_wants_on_windows_is_recorded() -> None:
    names = {part.name for part in recorded()}
    for wanted in wanted_by_the_program():
        if not wanted.marker or wanted.marker.evaluate({**ON_WINDOWS, "extra": ""}):
            assert plain(wanted.name) in names
    assert {"pywin32-ctypes", "tzdata", *NOT_IN_THE_PROGRAM} <= names
    assert not {"secretstorage", "jeepney", "pytest", "pyinstaller"} & names


def test_a_line_without_a_hash_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hashes.txt"
    path.write_text("# only a name\nsqlalchemy==2.1.9\n", encoding="utf-8")
    with pytest.raises(WrongPartError, match=r"sqlalchemy==2\.1\.9"):
        recorded(path)


def test_what_is_there_with_the_right_hash_is_not_loaded_again(tmp_path: Path) -> None:
    wheel = tmp_path / "mau-1-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    part = Part("mau", "1", hashlib.sha256(b"wheel").hexdigest())
    assert fetch((part,), tmp_path) == {"mau": wheel}


def test_a_changed_file_is_never_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mau-1-py3-none-any.whl").write_bytes(b"changed")
    loads: list[list[Part]] = []
    monkeypatch.setattr(
        "installer.windows.parts._download",
        lambda parts, cache, *, from_source: loads.append(parts),
    )
    with pytest.raises(WrongPartError, match="mau==1"):
        fetch((Part("mau", "1", hashlib.sha256(b"wheel").hexdigest()),), tmp_path)
    assert [part.name for part in loads[0]] == ["mau"]


def test_pip_is_asked_for_windows_and_never_builds_a_part(tmp_path: Path) -> None:
    words = download_command(tmp_path)
    assert "--platform=win_amd64" in words
    assert f"--python-version={PYTHON}" in words
    assert "--only-binary=:all:" in words
    assert "--only-binary=:all:" not in download_command(tmp_path, from_source=True)
    assert EMBED in NOT_IN_THE_PROGRAM
