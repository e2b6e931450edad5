"""A window that is killed in the middle of a word: the draft is there when it is opened again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.journeys.child import STRANGER
from tests.journeys.driver import Counter
from tests.journeys.town import Town
from tests.journeys.window_fixtures import town

__all__ = ["town"]


def test_kill_9_in_the_middle_of_typing(qapp: QApplication, town: Town) -> None:
    """Power cut, crash: the draft is there again, with a grey note, before anybody asks."""
    counter = town.counter("1")
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.child", str(counter.folder), "0987654"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    try:
        assert child.stdout.readline().strip() == "typed"
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait(20)
        child.stdout.close()
    with Counter(counter.folder) as at:
        at.use_prefix()
        at.log_in()
        at.until(lambda: at.draft.applicant is not None, "the draft is back")
        assert at.draft.applicant is not None
        assert at.draft.applicant.name == STRANGER.name
        assert at.draft.applicant.phone == "0987654"
        at.says("Bản nháp lúc", "không mất gì")
