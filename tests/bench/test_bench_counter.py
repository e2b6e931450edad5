from __future__ import annotations

import os
from pathlib import Path

from counter_app.bench import people
from counter_app.bench.counter import code_of, fill, open_counter
from counter_app.services.dossiers.stepping import find


def test_the_full_store_is_whole(tmp_path: Path) -> None:
    counter = open_counter(tmp_path, os.urandom(32))
    steps: list[tuple[int, int]] = []
    fill(counter, 20, lambda done, total: steps.append((done, total)))
    fill(counter, 450, lambda done, total: steps.append((done, total)))
    for number in (0, 19, 20, 399, 400, 449):
        found = find(counter.workplace, code_of(counter, number))
        assert found.received.applicant == people.citizen(number)
    report = counter.workplace.store.verify()
    counter.close()
    assert report.is_whole
    assert report.dossiers == 450 + 2 * len(counter.procedures)
    assert steps == [(20, 20), (430, 430)]
