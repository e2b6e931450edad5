"""The citizen's window on one and two displays, and on a real X server: never the keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.screens.citizen.two_displays import CODE
from tests.journeys.real_window import is_possible, screen

pytestmark = pytest.mark.real_time

ROOT = Path(__file__).parents[4]
MODULE = "tests.desktop.screens.citizen.two_displays"
OWN, OTHER = (0, 0, 1366, 768), (1366, 0, 1080, 1920)


def platform(folder: Path, *screens: tuple[int, int, int, int]) -> str:
    """Return an offscreen platform with displays of these places and sizes."""
    names = ("x", "y", "width", "height")
    shown = [
        {"name": f"display-{number}", **dict(zip(names, place, strict=True)),
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for number, place in enumerate(screens)
    ]  # fmt: skip
    file = folder / "displays.json"
    settings = {"synchronousWindowSystemEvents": False, "windowFrameMargins": False}
    file.write_text(json.dumps({**settings, "screens": shown}), encoding="utf-8")
    return f"offscreen:configfile={file}"


def seen(case: str, where: str) -> list[dict[str, Any]]:
    """Run a case in a process of its own; return what it saw."""
    done = subprocess.run(
        [sys.executable, "-m", MODULE, case],
        env={**os.environ, "QT_QPA_PLATFORM": where},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    answer: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return answer


def test_keys_and_scans_go_where_they_went(tmp_path: Path) -> None:
    (end,) = seen("typed", platform(tmp_path, OWN, OTHER))
    assert end["visible"]
    assert end["text"] == "abc"
    assert end["scans"] == [CODE]
    assert end["officer_has_keys"]
    assert end["field_has_keys"]


def test_a_display_of_its_own_is_filled(tmp_path: Path) -> None:
    first, gone, back, away = seen("displays", platform(tmp_path, OWN, OTHER))
    assert first["visible"]
    assert first["beyond"]
    assert first["full"]
    assert first["geometry"] == list(OTHER)
    assert not gone["visible"]
    assert gone["wanted"]
    assert back["visible"]
    assert back["geometry"] == list(OTHER)
    assert not away["visible"]
    assert not away["wanted"]
    for each in (first, gone, back, away):
        assert each["officer_has_keys"]
        assert each["field_has_keys"]


def test_on_one_display_it_is_a_small_window_in_the_corner(tmp_path: Path) -> None:
    (end,) = seen("typed", platform(tmp_path, OWN))
    assert end["visible"]
    assert not end["beyond"]
    assert not end["full"]
    left, top, width, height = end["geometry"]
    assert (width, height) < (OWN[2], OWN[3])
    assert 0 <= OWN[2] - (left + width) < 40
    assert 0 <= OWN[3] - (top + height) < 40
    assert end["text"] == "abc"
    assert end["scans"] == [CODE]


if is_possible():  # `installer/prepare.sh dev` installs what it takes

    def test_on_a_real_screen_hands_type_past_it() -> None:
        with screen() as display:
            environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
            process = subprocess.Popen(
                [sys.executable, "-m", MODULE, "hands"],
                env=environment,
                cwd=ROOT,
                stdout=subprocess.PIPE,
                text=True,
            )
            assert process.stdout is not None
            try:
                assert process.stdout.readline().strip() == "ready"

                def hand(*words: str) -> str:
                    done = subprocess.run(
                        ["xdotool", *words],
                        env=environment,
                        capture_output=True,
                        text=True,
                        check=True,
                    )
                    return done.stdout.strip()

                officer = hand("search", "--onlyvisible", "--name", "^officer$").split()[-1]
                citizen = hand("search", "--onlyvisible", "--name", "công dân").split()[-1]
                hand("windowfocus", "--sync", officer)
                hand("type", "--delay", "60", "ab")
                hand("mousemove", "--window", citizen, "60", "60", "click", "1")
                time.sleep(0.3)
                assert hand("getwindowfocus") == officer
                hand("type", "--delay", "60", "c")
                time.sleep(0.3)  # a scan that follows at once would be one burst with it
                hand("type", "--delay", "2", f"{CODE}\n")
                time.sleep(0.5)
                hand("key", "Return")
                (end,) = json.loads(process.stdout.read().splitlines()[-1])
                assert process.wait(20) == 0
            finally:
                process.kill()
                process.wait(20)
                process.stdout.close()
        assert end["visible"]
        assert end["text"] == "abc"
        assert end["scans"] == [CODE]
        assert end["focus"].count("Màn hình công dân") == 0
