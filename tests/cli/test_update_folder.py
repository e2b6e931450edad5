"""`update install`: where the verified installer lies while it runs."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from counter_app.cli import update


def test_the_folder_goes_with_the_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with update._own_folder() as folder:
        (folder / "it.deb").write_bytes(b"deb")
    assert list(tmp_path.iterdir()) == []


def test_windows_installer_outlives_the_command_and_is_swept_the_next_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(update, "_IS_WINDOWS", True)
    with update._own_folder() as first:
        (first / "setup.exe").write_bytes(b"exe")
    assert (first / "setup.exe").exists()
    with update._own_folder() as second:
        assert list(tmp_path.iterdir()) == [second]
