"""Who stops the window while it still loads: the system ends it, no exception is lost in Qt."""

from __future__ import annotations

import argparse
import signal

import pytest

from counter_app.app import quick_imports
from counter_app.cli import train, window

NUMBERS = (signal.SIGTERM, signal.SIGINT)


class LoadingError(Exception):
    """Stands in for what loads: the window isn't opened here."""


@pytest.mark.parametrize("command", [window, train])
def test_while_the_window_loads_a_signal_is_the_systems(
    monkeypatch: pytest.MonkeyPatch, command: object
) -> None:
    seen = []

    def load() -> None:
        seen.extend(signal.getsignal(number) for number in NUMBERS)
        raise LoadingError

    monkeypatch.setattr(quick_imports, "begin", load)
    before = [signal.getsignal(number) for number in NUMBERS]
    with pytest.raises(LoadingError):
        command.run(argparse.Namespace())  # type: ignore[attr-defined]
    assert seen == [signal.SIG_DFL, signal.SIG_DFL]
    assert [signal.getsignal(number) for number in NUMBERS] == before
