"""A scan that is taken, or not, is heard and seen; both can be off."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.desktop.scanning.feedback import Feedback, _EdgeFlash
from counter_app.desktop.scanning.profile import ScannerProfile
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone

pytestmark = [pytest.mark.real_time, pytest.mark.qt_log_ignore("This plugin does not support")]


class Speaker:
    def __init__(self, *, able: bool) -> None:
        self.able = able
        self.tones: list[tuple[tuple[int, int], ...]] = []

    def __call__(self, tones: Sequence[tuple[int, int]]) -> bool:
        self.tones.append(tuple(tones))
        return self.able


@pytest.fixture
def beeps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    return heard


def stage(qtbot: QtBot, speaker: Speaker) -> tuple[Feedback, QWidget, QWidget, Look]:
    window = QWidget()
    window.resize(300, 200)
    qtbot.addWidget(window)
    look = Look()
    feedback = Feedback(look, window, speaker)
    window.show()
    return feedback, window, window.findChild(_EdgeFlash), look


def test_taken(qtbot: QtBot, beeps: list[str]) -> None:
    speaker = Speaker(able=True)
    feedback, window, edge, look = stage(qtbot, speaker)
    feedback.accepted()
    assert edge.isVisible()
    image = window.grab().toImage()
    assert image.pixelColor(0, 100) == look.colour(Tone.OK)
    assert image.pixelColor(150, 100) != look.colour(Tone.OK)
    window.resize(400, 300)
    qtbot.waitUntil(lambda: edge.size() == window.size(), timeout=100)
    qtbot.waitUntil(lambda: not edge.isVisible(), timeout=500)
    ((high,),) = speaker.tones
    assert high[0] > 2000
    assert beeps == []


def test_not_taken_where_the_machine_has_no_tones(qtbot: QtBot, beeps: list[str]) -> None:
    speaker = Speaker(able=False)
    feedback, window, _, look = stage(qtbot, speaker)
    feedback.rejected()
    assert window.grab().toImage().pixelColor(0, 100) == look.colour(Tone.ERROR)
    qtbot.waitUntil(lambda: beeps == ["beep", "beep"])
    assert len(speaker.tones[0]) == 2


def test_off(qtbot: QtBot, beeps: list[str]) -> None:
    speaker = Speaker(able=False)
    feedback, _, edge, _ = stage(qtbot, speaker)
    feedback.set_profile(ScannerProfile(sound=False, flash=False))
    feedback.accepted()
    feedback.rejected()
    assert not edge.isVisible()
    assert (speaker.tones, beeps) == ([], [])
