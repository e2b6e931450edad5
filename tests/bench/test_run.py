"""A tiny measurement of everything, with a real server: what is said, never how fast it was."""

from __future__ import annotations

import json
import math
from collections.abc import Callable

import pytest

from counter_app.bench.machine import old_pc, resident_megabytes, usable_cores
from counter_app.bench.run import Scale, measure
from counter_app.bench.table import Report, json_text, lines
from counter_app.cli.bench import enrolled

pytestmark = pytest.mark.long

TINY = Scale(
    young=40,
    sizes=(100, 200),
    rounds=2,
    receptions=5,
    cards=6,
    searches=12,
    scans=5,
    receipts=2,
    in_one_file=5,
    starts=1,
    grown=3,
    day=2,
    in_window=60,
    in_queue=3,
    in_import=50,
    posts=5,
    near=15,
    far=9,
    in_year=200,
)

KEYS = {
    "register_p50", "register_p99", "card", "search", "scan",
    "growth_start", "growth_search", "growth_register",
    "receipt", "receipts", "ready", "start", "memory",
    "drain", "wire_bytes", "drain_far",
    "picker", "window_start", "window_ready",
    "window_card", "window_print", "window_stall", "window_memory",
    "window_drain", "window_import", "window_rows",
    "reports_follow", "reports_year", "reports_slowest",
}  # fmt: skip


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    def bar(_: str) -> Callable[[int, int], None]:
        return lambda done, total: None

    return measure(TINY, tmp_path_factory.mktemp("bench"), enrolled, bar, ("một lõi",))


def test_every_row_is_there(report: Report) -> None:
    keys = [row.key for row in report.rows]
    of_store = {row.key for row in report.rows if "dossiers" in row.details}
    assert sorted(keys) == sorted([*KEYS, *of_store])  # those of the store once for each size
    for row in report.rows:
        assert math.isfinite(row.value), row
        assert row.value > 0, row
        assert row.floor is None or row.floor > 0, row
        assert row.ratio is None or row.ratio > 0, row
        assert row.samples > 0, row


def test_the_table_says_all(report: Report) -> None:
    text = "\n".join(lines(report))
    for row in report.rows:
        assert row.what in text
        assert row.goal in text
    assert "một lõi" in text


def test_json_holds_what_the_table_says(report: Report) -> None:
    plain = json.loads(json_text(report))
    assert {row["key"] for row in plain["rows"]} == KEYS
    assert all(isinstance(row["met"], bool) for row in plain["rows"])
    assert plain["machine"]["cores"] >= 1


def test_an_old_pc_is_given_back() -> None:
    before = usable_cores()
    with old_pc() as said:
        assert said
    assert usable_cores() == before


def test_memory_is_told_or_not() -> None:
    assert resident_megabytes() >= 0
