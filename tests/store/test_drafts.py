from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from counter_app.domain.errors.store import StoreLockedError
from counter_app.store.drafts import Draft, Drafts
from counter_app.store.engine import connect

NOW = datetime(2025, 7, 18, 8, tzinfo=timezone(timedelta(hours=7)))


def test_drafts_come_back(tmp_path: Path, key: bytes) -> None:
    drafts = Drafts.open(tmp_path / "drafts.db", key)
    drafts.save("q1/1", "o1", {"name": "Nguyễn"}, NOW)
    drafts.save("q1/2", "o2", ["a", 1, None, True], NOW + timedelta(seconds=1))
    drafts.save("q1/1", "o1", {"name": "Nguyễn Thị Mẫu"}, NOW + timedelta(seconds=2))
    drafts.close()
    again = Drafts.open(tmp_path / "drafts.db", key)
    assert again.all() == (
        Draft("q1/2", "o2", NOW + timedelta(seconds=1), ["a", 1, None, True]),
        Draft("q1/1", "o1", NOW + timedelta(seconds=2), {"name": "Nguyễn Thị Mẫu"}),
    )
    again.delete("q1/1")
    again.delete("nobody")
    assert [draft.name for draft in again.all()] == ["q1/2"]
    assert again.set_aside is None
    again.close()
    assert "Nguyễn".encode() not in (tmp_path / "drafts.db").read_bytes()


def damage_cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


def damage_noise(path: Path) -> None:
    path.write_bytes(b"nonsense" * 2000)


def damage_page(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[5000:5100] = bytes(100)
    path.write_bytes(bytes(data))


@pytest.mark.parametrize("damage", [damage_cut, damage_noise, damage_page])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(
    tmp_path: Path, key: bytes, damage: Any
) -> None:
    path = tmp_path / "drafts.db"
    for number in (1, 2):
        drafts = Drafts.open(path, key)
        drafts.save("q1/1", "o1", {"name": "x" * 9000}, NOW)
        drafts.close()
        damage(path)
        spoilt = path.read_bytes()
        drafts = Drafts.open(path, key)
        assert drafts.all() == ()
        assert drafts.set_aside == tmp_path / f"drafts.db.unreadable-{number}"
        assert drafts.set_aside.read_bytes() == spoilt
        drafts.save("q1/1", "o1", {}, NOW)
        drafts.close()


def test_a_file_under_another_key_is_set_aside_too(tmp_path: Path, key: bytes) -> None:
    Drafts.open(tmp_path / "drafts.db", key).close()
    drafts = Drafts.open(tmp_path / "drafts.db", b"y" * 32)
    assert drafts.set_aside is not None
    drafts.close()


def test_a_file_in_use_is_not_set_aside(
    tmp_path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "drafts.db"
    drafts = Drafts.open(path, key)
    other = connect(path, key)
    other.execute("BEGIN IMMEDIATE")
    drafts._connection.execute("PRAGMA busy_timeout = 20")
    with pytest.raises(StoreLockedError):
        drafts.save("q1/1", "o1", {}, NOW)
    other.execute("ROLLBACK")
    other.close()
    drafts.save("q1/1", "o1", {}, NOW)
    drafts.close()
