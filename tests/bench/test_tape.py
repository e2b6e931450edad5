from __future__ import annotations

import os
from pathlib import Path

from counter_app.bench.counter import open_counter
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
