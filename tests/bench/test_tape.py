from __future__ import annotations

import os
from pathlib import Path

from counter_app.bench.counter import fill, open_counter
from counter_app.bench.floors.tape import recording
from counter_app.bench.rows.papers import content_of, in_one_file
from counter_app.papers.fonts import choose_fonts


def test_played_back_it_is_the_same_file(tmp_path: Path) -> None:
    """The floor of the papers is what the program draws, to the last byte."""
    counter = open_counter(tmp_path, os.urandom(32))
    wanted = [content_of(counter) for _ in range(2)]
    fonts = choose_fonts()
    pdf = in_one_file(counter, wanted, fonts)
    with recording() as tapes:
        in_one_file(counter, wanted, fonts)
    counter.close()
    (tape,) = tapes
    assert tape.play() == tape.play() == pdf


def test_the_full_store_is_whole(tmp_path: Path) -> None:
    counter = open_counter(tmp_path, os.urandom(32))
    steps: list[tuple[int, int]] = []
    fill(counter, 30, lambda done, total: steps.append((done, total)))
    report = counter.workplace.store.verify()
    counter.close()
    assert report.is_whole
    assert report.dossiers == 30 + len(counter.procedures)
    assert steps == [(30, 30)]
