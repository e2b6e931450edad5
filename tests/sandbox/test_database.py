from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.domain.errors.sandbox import ProvinceUnusableError
from counter_app.sandbox.records.database import Database


def test_a_damaged_file_or_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "damaged.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    (tmp_path / "folder.db").mkdir()
    for name in ("damaged.db", "folder.db"):
        with pytest.raises(ProvinceUnusableError):
            Database(f"sqlite:///{tmp_path / name}").create()
