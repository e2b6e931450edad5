"""Rows of reports: following a year's journal the first time, and the widest report of the year."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from counter_app.bench.counter import Counter, Progress
from counter_app.bench.figures import Row, compared, count, milliseconds
from counter_app.bench.floors.sqlite import open_bare
from counter_app.domain.reports.period import Period
from counter_app.services.reports.handling.summary import SUMMARIES
from counter_app.services.reports.making import asked, follow
from counter_app.services.reports.shelf import REPORTS

REPORT = 2_000.0
"""Milliseconds in which a year reports itself."""

FOLLOW = 120.0
"""Seconds in which a year's journal is followed the first time; afterwards only what is new."""

DAYS = 365

_ACTS = """
CREATE TEMP TABLE act AS
WITH RECURSIVE
  one(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM one WHERE i < :most - 1),
  step(k, kind, after, flags) AS (VALUES
    (0, 'received', 0, '["taken:15000"]'), (1, 'handed_over', 180, '[]'),
    (2, 'result_taken_in', 1440, '[]'), (3, 'returned', 2880, '[]')),
  born(i, at) AS (
    SELECT i, strftime('%s', :first) + i * :days / :most * 86400 + 1800 + i % 480 * 45 FROM one),
  told(i, k, kind, flags, came, done) AS (
    SELECT i, k, kind, flags, at, at + after * 60 * (1 + (k > 1) * (i % 9))
    FROM born JOIN step ON k < 2 OR i % 25 > 0)
SELECT i, k, kind, flags, printf('%032x', i) AS dossier,
  strftime('%Y-%m-%dT%H:%M:%S+07:00', came, 'unixepoch', '+7 hours') AS came,
  strftime('%Y-%m-%dT%H:%M:%S+07:00', came + 172800, 'unixepoch', '+7 hours') AS due,
  strftime('%Y-%m-%dT%H:%M:%S+07:00', done, 'unixepoch', '+7 hours') AS done,
  CASE WHEN k > 1 THEN strftime('%Y-%m-%dT%H:%M:%S+07:00',
    came + 86400 * (1 + i % 9), 'unixepoch', '+7 hours') END AS finished
FROM told ORDER BY done, i, k
"""
_JOURNAL = """
INSERT INTO journal (uid, chain, n, prev_hash, hash, dossier, kind, schema, body_sha256, officer,
  officer_auth, counter, occurred_at, clock_quality, origin)
SELECT printf('%08x-%04x', i, k), 'bench', rowid, '', '', dossier, kind, 1, '',
  'cb-0' || (i % 9), 'online', i % 3 + 1, done, 'synced', 'counter'
FROM act ORDER BY rowid
"""
_FACT = """
INSERT INTO fact (position, kind, day, procedure, version, field_name, agency, channel,
  received_at, due_at, finished_at, amount, flags)
SELECT rowid + :before, kind, substr(done, 1, 10), '9.' || printf('%06d', i % 60), '1',
  'Lĩnh vực ' || (i % 12), 'A' || (i % 15),
  CASE i % 5 WHEN 0 THEN 'online' WHEN 1 THEN 'post' ELSE 'counter' END,
  came, due, finished, 15000 * (k = 0), flags
FROM act
"""
_DELIVERY = """
INSERT INTO delivery (position, own, state, dossier, server_version, flags, attempts, size)
SELECT rowid + :before, 0, 'accepted', dossier, 1, '[]', 0, 0 FROM act
"""
_FLOOR = """
SELECT field_name, procedure, count(*), sum(channel = 'online'), sum(pace = 'early'),
  sum(pace = 'on_time'), sum(pace = 'late'), sum(finished_day IS NULL)
FROM life WHERE counts = 1 AND received_day BETWEEN ? AND ? GROUP BY field_name, procedure
"""


def reports(
    counter: Counter, folder: Path, key: bytes, dossiers: int, rounds: int, done: Progress
) -> list[Row]:
    """Fill the store in `folder` with a year of `dossiers`, and measure its reports.

    The entries stand in the tables without bodies, as after a purge: reports need none.
    """
    last = date(2026, 12, 31)
    year = Period(last - timedelta(days=DAYS - 1), last)
    bare = open_bare(folder / "store.db", key)
    entries = _fill(bare, year.first, dossiers)
    done(1, 3)
    began = time.perf_counter()
    follow(counter.workplace)
    followed = time.perf_counter() - began
    done(2, 3)
    floor = (year.first.isoformat(), year.last.isoformat())
    ours: list[list[float]] = []
    raw: list[list[float]] = []
    for _ in range(rounds + 1):
        ours.append([milliseconds(_make, counter, SUMMARIES[0], year)])
        raw.append([milliseconds(lambda: bare.execute(_FLOOR, floor).fetchall())])
    others = {report.name: milliseconds(_make, counter, report, year) for report in REPORTS}
    slowest = max(others, key=lambda name: others[name])
    bare.close()
    done(3, 3)
    found = compared(ours[1:], raw[1:], 50)  # the first round fills the memory
    return [
        Row(
            "reports_follow", f"đọc nhật ký lần đầu, {count(entries)} việc", followed, "s",
            f"≤ {FOLLOW:.0f} s", followed <= FOLLOW, samples=entries,
        ),
        Row(
            "reports_year", f"báo cáo năm theo thủ tục, {count(dossiers)} hồ sơ, p50", found.value,
            "ms", f"≤ {REPORT:.0f} ms", found.value <= REPORT, found.floor, found.ratio, rounds,
            details={"first": ours[0][0]},
        ),
        Row(
            "reports_slowest", f"báo cáo năm lâu nhất trong {len(others)}: {slowest}",
            others[slowest], "ms", f"≤ {REPORT:.0f} ms", others[slowest] <= REPORT,
            samples=len(others), details=others,
        ),
    ]  # fmt: skip


def _make(counter: Counter, report: Any, period: Period) -> object:
    with counter.workplace.store.counting() as tx:
        return report.make(asked(counter.workplace, tx, period))


def _fill(bare: Any, first: date, dossiers: int) -> int:
    bare.execute("PRAGMA temp_store = MEMORY")
    bare.execute("PRAGMA foreign_keys = OFF")
    bare.execute(_ACTS, {"most": dossiers, "first": first.isoformat(), "days": DAYS})
    bare.execute("BEGIN IMMEDIATE")
    (before,) = bare.execute("SELECT coalesce(max(position), 0) FROM journal").fetchone()
    bare.execute(_JOURNAL)
    for statement in (_FACT, _DELIVERY):
        bare.execute(statement, {"before": before})
    bare.execute("COMMIT")
    (entries,) = bare.execute("SELECT count(*) FROM temp.act").fetchone()
    bare.execute("DROP TABLE temp.act")
    return int(entries)
