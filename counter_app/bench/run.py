"""The whole measurement in its order, on a folder that is thrown away."""

from __future__ import annotations

import dataclasses
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter_app.bench.counter import Counter, Progress, fill, open_counter
from counter_app.bench.figures import Row, count
from counter_app.bench.machine import facts
from counter_app.bench.procedures import IN_A_PROVINCE
from counter_app.bench.rows import growth, papers, process, reports, store, window, wire
from counter_app.bench.table import Report
from counter_app.papers.fonts import choose_fonts

Bar = Callable[[str], Progress]
"""Makes a progress bar of a label."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is measured.

    `sizes`: dossiers in the full store, the rows of the store for each; `young`: in the one that it
    is compared with. `day`: receptions before the memory is read, with and without the window,
    whose store has `in_window` dossiers, which sends `in_queue` entries and takes over a list of
    `in_import` procedures. `in_year`:
    dossiers of the year that is reported. `near` and `far`: entries sent over loopback and over the
    slow line. The others are counts in each of `rounds`.
    """

    young: int = 1_000
    sizes: tuple[int, ...] = (20_000,)
    rounds: int = 3
    receptions: int = 150
    cards: int = 100
    searches: int = 200
    scans: int = 150
    receipts: int = 15
    in_one_file: int = 200
    starts: int = 3
    grown: int = 60
    day: int = 300
    in_window: int = 5_000
    in_queue: int = 2_000
    in_import: int = IN_A_PROVINCE
    posts: int = 100
    near: int = 2_000
    far: int = 1_000
    in_year: int = 120_000


DEFAULT = Scale()
FULL = Scale(
    in_window=200_000,
    sizes=(100_000, 1_000_000),
    receptions=500,
    searches=600,
    scans=500,
    receipts=50,
    in_one_file=1_000,
    near=10_000,
    far=10_000,
)


def measure(
    scale: Scale, folder: Path, enrol: wire.Enrol, bar: Bar, limits: tuple[str, ...] = ()
) -> Report:
    """Measure everything in `folder`, which is empty and stays with what was made in it.

    `enrol` enrols a counter with a server; `limits` say what was taken from the machine before.
    """
    began = time.monotonic()
    key = os.urandom(32)
    homes = (folder / "young", folder / "full")
    for home in homes:
        home.mkdir()
    young, full = (open_counter(home, key) for home in homes)
    fill(young, scale.young, bar(f"Tạo {count(scale.young)} hồ sơ"))
    rows: list[Row] = []
    for size in scale.sizes:
        fill(full, size, bar(f"Tạo {count(size)} hồ sơ"))
        rows += _of_store(scale, full, folder / f"floor-{size}", key, bar)
    rows += _of_growth_and_papers(scale, young, full, homes, key, bar)
    for counter in (young, full):
        counter.close()
    rows += _of_processes(scale, homes[1], key, bar)
    rows += _of_window(scale, folder / "window", bar)
    rows += _of_reports(scale, folder / "year", bar)
    queue = wire.Queue(scale.near, scale.far, scale.rounds, scale.posts)
    rows += wire.drain(folder, enrol, queue, bar("Hàng đợi"))
    return Report(tuple(rows), facts(limits), time.monotonic() - began)


def measure_window(scale: Scale, folder: Path, bar: Bar, limits: tuple[str, ...] = ()) -> Report:
    """Measure the officer's window alone in `folder`, which is empty."""
    began = time.monotonic()
    rows = _of_window(scale, folder / "window", bar)
    return Report(tuple(rows), facts(limits), time.monotonic() - began)


def measure_reports(scale: Scale, folder: Path, bar: Bar, limits: tuple[str, ...] = ()) -> Report:
    """Measure the reports of a year alone in `folder`, which is empty."""
    began = time.monotonic()
    rows = _of_reports(scale, folder / "year", bar)
    return Report(tuple(rows), facts(limits), time.monotonic() - began)


def _of_reports(scale: Scale, home: Path, bar: Bar) -> list[Row]:
    home.mkdir()
    key = os.urandom(32)
    counter = open_counter(home, key)
    done = bar(f"Báo cáo một năm, {count(scale.in_year)} hồ sơ")
    rows = reports.reports(counter, home, key, scale.in_year, scale.rounds, done)
    counter.close()
    return rows


def _of_store(scale: Scale, counter: Counter, floor: Path, key: bytes, bar: Bar) -> list[Row]:
    floor.mkdir()
    done = bar("Kho dữ liệu")
    rows = store.register(counter, floor, key, scale.rounds, scale.receptions)
    done(1, 4)
    rows.append(store.card(counter, scale.rounds, scale.cards))
    done(2, 4)
    rows.append(store.search(counter, key, scale.rounds, scale.searches))
    done(3, 4)
    rows.append(store.scan(counter, key, scale.rounds, scale.scans))
    done(4, 4)
    size = {"dossiers": float(counter.dossiers)}
    return [dataclasses.replace(row, details=row.details | size) for row in rows]


def _of_growth_and_papers(
    scale: Scale, young: Counter, full: Counter, homes: tuple[Path, Path], key: bytes, bar: Bar
) -> list[Row]:
    done = bar("Độ lớn và giấy tờ")
    fonts = choose_fonts()
    rows = growth.growth(young, full, homes, key, scale.rounds, scale.grown)
    done(1, 4)
    rows.append(papers.receipt(full, fonts, scale.rounds, scale.receipts))
    done(2, 4)
    rows.append(papers.many(full, fonts, scale.rounds, scale.in_one_file))
    done(3, 4)
    rows.append(papers.ready(full, fonts, scale.rounds, scale.receipts))
    done(4, 4)
    return rows


def _of_processes(scale: Scale, home: Path, key: bytes, bar: Bar) -> list[Row]:
    done = bar("Tiến trình mới")
    size = scale.sizes[-1]
    rows = [process.start(home, key, size, scale.starts)]
    done(1, 2)
    rows.append(process.memory(home, key, size, scale.day))
    done(2, 2)
    return rows


def _of_window(scale: Scale, home: Path, bar: Bar) -> list[Row]:
    home.mkdir()
    drains = home.with_name("drains")
    window.make_home(home, scale.in_window, bar(f"Cửa sổ: tạo {count(scale.in_window)} hồ sơ"))
    done = bar("Cửa sổ")
    rows = [window.picker(scale.rounds)]
    done(1, 6)
    rows += window.start(home, scale.in_window, scale.starts)
    done(2, 6)
    rows += window.day(home, scale.in_window, scale.day)
    done(3, 6)
    rows.append(window.drained(drains, scale.in_queue))
    done(4, 6)
    rows.append(window.imported(home, scale.in_import))
    done(5, 6)
    rows.append(window.long_list(home))
    done(6, 6)
    return rows
