"""Where there are no tones, it says so instead of pretending."""

from __future__ import annotations

import sys
import types

import pytest

from counter_app.devices import beeper


def test_no_tones_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert beeper.sound([(2400, 60)]) is False


def test_tones_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[tuple[int, int]] = []
    winsound = types.ModuleType("winsound")
    winsound.Beep = lambda hertz, ms: played.append((hertz, ms))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "winsound", winsound)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("counter_app.devices.beeper.threading.Thread", _AtOnce)
    assert beeper.sound([(400, 90), (400, 90)]) is True
    assert played == [(400, 90), (400, 90)]


class _AtOnce:
    def __init__(self, target: object, args: tuple[object, ...], **_: object) -> None:
        self._target, self._args = target, args

    def start(self) -> None:
        self._target(*self._args)  # type: ignore[operator]
