"""The plumbing of WIA with a double of PowerShell. Windows itself stays unproved."""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from counter_app.devices.paper_scanners.document_scanner import Feed, Ink, Scanner, ScanOrder
from counter_app.devices.paper_scanners.wia_scanner import WiaScanner, failure
from counter_app.domain.errors.scanning import (
    FeederEmptyError,
    NoScannerError,
    ScannerFailedError,
    ScannerGoneError,
    ScannerJammedError,
    ScannerToolMissingError,
)

DOUBLE = """
import json, os, pathlib, re, sys
script = sys.argv[-1]
if "handling = " in script:
    print(json.dumps({answers}["ask"])); sys.exit(0)
if "ConvertTo-Json" in script:
    print(json.dumps({answers}["list"])); sys.exit(0)
folder = re.search("SCAN_FOLDER = '(.*?)'", script)[1]
pathlib.Path("{note}").write_text(json.dumps(dict(os.environ)))
for number in range(1, 1 + min(3, int(os.environ["SCAN_MOST"]))):
    path = pathlib.Path(folder, f"{{number}}.bmp")
    path.write_bytes(b"BM" + bytes([number]))
    print(path, flush=True)
if {fails}:
    print("WIA 80210002", file=sys.stderr); sys.exit(1)
"""

ANSWERS = {
    "list": [{"name": "{6BDD1FC6}\\0001", "label": "Máy quét mẫu"}],
    "ask": {"handling": 7, "finest": 1200, "width": 8500, "height": 11700},
}


@pytest.fixture
def wia(tmp_path: Path) -> Callable[..., WiaScanner]:
    def make(*, fails: bool = False) -> WiaScanner:
        script = tmp_path / "double.py"
        script.write_text(
            DOUBLE.format(answers=repr(ANSWERS), note=tmp_path / "note.json", fails=fails)
        )
        file = tmp_path / "powershell.exe"
        file.write_text(f"#!/bin/sh\nexec '{sys.executable}' '{script}' \"$@\"\n")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return WiaScanner(program=str(file), silence=20)

    return make


def test_scanners_and_what_they_can(wia: Callable[..., WiaScanner]) -> None:
    scanner = wia()
    assert scanner.scanners() == (Scanner("{6BDD1FC6}\\0001", "Máy quét mẫu"),)
    found = scanner.abilities("{6BDD1FC6}\\0001")
    assert found.feeds == (Feed.GLASS, Feed.FEEDER, Feed.BOTH_SIDES)
    assert found.bed == pytest.approx((215.9, 297.2), abs=0.1)
    assert found.finest == 1200


def test_pages_come_and_values_go_by_the_environment(
    wia: Callable[..., WiaScanner], tmp_path: Path
) -> None:
    run = wia().begin(ScanOrder("máy'; exit", feed=Feed.FEEDER, ink=Ink.GREY))
    pages = []
    while page := run.next_page():
        pages.append(page.data)
    assert pages == [b"BM\x01", b"BM\x02", b"BM\x03"]
    told = json.loads((tmp_path / "note.json").read_text())
    assert told["SCAN_DEVICE"] == "máy'; exit"
    assert (told["SCAN_HANDLING"], told["SCAN_INTENT"], told["SCAN_DPI"]) == ("1", "2", "200")


def test_a_jam_after_some_pages(wia: Callable[..., WiaScanner]) -> None:
    run = wia(fails=True).begin(ScanOrder("x", feed=Feed.GLASS))
    assert run.next_page()
    with pytest.raises(ScannerJammedError):
        run.next_page()


def test_codes_of_wia() -> None:
    assert isinstance(failure(1, "WIA 80210003\r\n", "x"), FeederEmptyError)
    assert isinstance(failure(1, "noise\nWIA 8021000a", "x"), ScannerGoneError)
    assert failure(1, "WIA 80004005", "x").facts["reason"] == "WIA 80004005"
    assert isinstance(failure(3, "", "x"), ScannerFailedError)


def test_no_powershell_and_no_scanner(wia: Callable[..., WiaScanner]) -> None:
    with pytest.raises(ScannerToolMissingError):
        WiaScanner(program="no-such-powershell").scanners()
    with pytest.raises(NoScannerError):
        wia().begin(ScanOrder(""))
