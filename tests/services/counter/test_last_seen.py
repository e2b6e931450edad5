"""What the log-in screen shows before the store is open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from counter_app.domain.officers.known import KnownOfficer
from counter_app.services.counter.last_seen import (
    MOST_OFFICERS,
    LastSeen,
    read_last_seen,
    write_last_seen,
)

SEEN = LastSeen(
    "Trung tâm PVHCC phường Mẫu",
    "Quầy 2",
    (KnownOfficer("cb-01", "Phạm Thị Ví", "Cán bộ tiếp nhận", date(2025, 7, 31)),),
)


def test_it_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    write_last_seen(path, SEEN)
    before = path.stat().st_mtime_ns
    write_last_seen(path, SEEN)
    assert path.stat().st_mtime_ns == before
    assert read_last_seen(path) == SEEN


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"centre": 3}', b"\xff", b'"' + b"x" * 99_999]
)
def test_a_damaged_one_costs_only_the_list(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "seen.json"
    assert read_last_seen(path) == LastSeen()
    path.write_bytes(data)
    assert read_last_seen(path) == LastSeen()


def test_a_disk_that_refuses_is_no_error_here(tmp_path: Path) -> None:
    write_last_seen(tmp_path / "nowhere" / "seen.json", SEEN)


def test_only_so_many(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    many = tuple(KnownOfficer(str(number), "Trần Thị Mẫu") for number in range(200))
    write_last_seen(path, LastSeen(officers=many))
    assert len(read_last_seen(path).officers) == MOST_OFFICERS
