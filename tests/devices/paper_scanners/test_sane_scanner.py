"""SANE's own test device, by a real process; its double only for what the device can't do."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from counter_app.devices.paper_scanners import page_process
from counter_app.devices.paper_scanners.document_scanner import (
    Feed,
    Ink,
    ScannedImage,
    ScanOrder,
    ScanRun,
)
from counter_app.devices.paper_scanners.sane_scanner import SaneScanner, failure, verdict
from counter_app.devices.paper_scanners.this_scanner import this_scanner
from counter_app.domain.errors.scanning import (
    FeederEmptyError,
    NoScannerError,
    ScannerBusyError,
    ScannerCoverError,
    ScannerError,
    ScannerFailedError,
    ScannerGoneError,
    ScannerJammedError,
    ScannerRefusedError,
    ScannerSilentError,
    ScannerToolMissingError,
)
from tests.devices.paper_scanners.scanimage_double import program

TEST = "test:0"
Make = Callable[..., SaneScanner]


@pytest.fixture
def sane(tmp_path: Path) -> Make:
    """Give SANE with its test device alone; its double where SANE isn't installed."""
    found = shutil.which("scanimage")
    (tmp_path / "dll.conf").write_text("test\n")
    environment = {"SANE_CONFIG_DIR": str(tmp_path)}

    def make(*more: str, silence: float = 60) -> SaneScanner:
        path = found or program(tmp_path)
        return SaneScanner(environment=environment, more=more, silence=silence, program=path)

    return make


@pytest.fixture
def double(tmp_path: Path) -> Make:
    """Give the double, behaving as told."""

    def make(kind: str = "", options: str = "", silence: float = 30) -> SaneScanner:
        environment = {"SCAN_KIND": kind, **({"SCAN_OPTIONS": options} if options else {})}
        return SaneScanner(environment=environment, silence=silence, program=program(tmp_path))

    return make


def all_pages(run: ScanRun) -> list[ScannedImage]:
    found = []
    while page := run.next_page():
        found.append(page)
    return found


def left() -> list[str]:
    place = page_process._place()
    return [path.name for path in place.glob(f"counter-app-scan-{os.getpid()}-*")]


def size(page: ScannedImage) -> tuple[int, int]:
    words = [line for line in page.data.split(b"\n", 4) if not line.startswith(b"#")]
    across, down = words[1].split()
    return int(across), int(down)


def test_the_test_device_is_found_and_tells_what_it_can(sane: Make) -> None:
    scanner = sane()
    assert [each.name for each in scanner.scanners()] == ["test:0", "test:1"]
    assert scanner.scanners()[0].label == "Noname frontend-tester"
    found = scanner.abilities(TEST)
    assert found.inks == (Ink.COLOUR, Ink.GREY)
    assert found.feeds == (Feed.GLASS, Feed.FEEDER)
    assert found.bed == (200, 200)
    assert found.finest == 1200


def test_the_glass_gives_one_page_of_the_bed(sane: Make) -> None:
    run = sane().begin(ScanOrder(TEST, dpi=200, ink=Ink.GREY))
    (page,) = all_pages(run)
    assert page.dpi == 200
    assert page.data.startswith(b"P5")
    assert size(page) == pytest.approx((1575, 1575), abs=2)  # 200 mm at 200 dpi
    assert left() == []


def test_the_feeder_gives_its_ten_sheets_and_no_error_at_the_end(sane: Make) -> None:
    run = sane().begin(ScanOrder(TEST, dpi=75, feed=Feed.FEEDER))
    pages = all_pages(run)
    assert len(pages) == 10
    assert all(page.data.startswith(b"P6") for page in pages)
    run.cancel()  # a finished run is ended, too
    assert left() == []


def test_no_more_pages_than_asked(sane: Make) -> None:
    run = sane().begin(ScanOrder(TEST, dpi=75, feed=Feed.FEEDER, most=3))
    assert len(all_pages(run)) == 3


def test_lineart_falls_back_to_grey(sane: Make) -> None:
    (page,) = all_pages(sane().begin(ScanOrder(TEST, dpi=75, ink=Ink.LINEART)))
    assert page.data.startswith(b"P5")


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("SANE_STATUS_JAMMED", ScannerJammedError),
        ("SANE_STATUS_COVER_OPEN", ScannerCoverError),
        ("SANE_STATUS_DEVICE_BUSY", ScannerBusyError),
        ("SANE_STATUS_NO_DOCS", FeederEmptyError),
        ("SANE_STATUS_IO_ERROR", ScannerGoneError),
        ("SANE_STATUS_ACCESS_DENIED", ScannerRefusedError),
        ("SANE_STATUS_INVAL", ScannerFailedError),
    ],
)
def test_each_fault_has_its_error(sane: Make, status: str, expected: type[ScannerError]) -> None:
    run = sane("--read-return-value", status).begin(ScanOrder(TEST, dpi=75))
    with pytest.raises(expected) as caught:
        run.next_page()
    assert caught.value.facts["scanner"] == TEST
    assert left() == []


def test_a_scanner_that_is_gone(sane: Make, double: Make) -> None:
    with pytest.raises((ScannerGoneError, ScannerFailedError)):
        sane().begin(ScanOrder("away"))
    with pytest.raises(ScannerGoneError):
        double().abilities("away")


def test_no_scanner_at_all(sane: Make) -> None:
    with pytest.raises(NoScannerError):
        sane().begin(ScanOrder(""))


def test_no_scanning_software() -> None:
    with pytest.raises(ScannerToolMissingError) as caught:
        SaneScanner(program="no-such-scanimage").scanners()
    assert caught.value.facts["package"] == "sane-utils"


def test_pages_before_a_jam_are_kept(double: Make) -> None:
    run = double("jams at three").begin(ScanOrder(TEST, dpi=75, feed=Feed.FEEDER))
    assert run.next_page()
    assert run.next_page()
    with pytest.raises(ScannerJammedError):
        run.next_page()


def test_cancel_ends_a_page_under_way(double: Make) -> None:
    run = double("slow").begin(ScanOrder(TEST, dpi=75, feed=Feed.FEEDER))
    seen: list[ScannedImage | None] = []
    asker = threading.Thread(target=lambda: seen.append(run.next_page()))
    asker.start()
    deadline = time.monotonic() + 60
    while not run.progress() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert 0 < run.progress() < 1
    run.cancel()
    asker.join(10)
    assert seen == [None]
    assert left() == []


def test_a_silent_scanner_is_given_up_and_whole_pages_stay(double: Make) -> None:
    run = double("silent after two", silence=1.5).begin(ScanOrder(TEST, dpi=75, feed=Feed.FEEDER))
    assert run.next_page()
    assert run.next_page()
    with pytest.raises(ScannerSilentError) as caught:
        run.next_page()
    assert caught.value.facts["seconds"] == 2
    assert left() == []


def test_a_driver_that_never_closes_costs_no_page(double: Make) -> None:
    run = double("hangs at the end").begin(ScanOrder(TEST, dpi=75, feed=Feed.FEEDER, most=2))
    began = time.monotonic()
    assert len(all_pages(run)) == 2
    assert time.monotonic() - began < 10  # not the silence, not the minute it sleeps
    assert left() == []


def test_a_driver_that_never_closes_after_a_jam(double: Make) -> None:
    kind = "jams at three, hangs at the end"
    run = double(kind).begin(ScanOrder(TEST, dpi=75, feed=Feed.FEEDER))
    assert run.next_page()
    assert run.next_page()
    with pytest.raises(ScannerJammedError):
        run.next_page()
    assert left() == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Scanning page 1\nProgress: 3%", None),
        ("Scanned page 2. (scanner status = 5)\nBatch terminated, 2 pages scanned\n", 0),
        ("Scanned page 2. (scanner status = 6)\nBatch terminated, 2 pages scanned\n", 1),
        ("Scanned page 2. (scanner status = 5)\nscanimage: jammed\nBatch terminated, 2 p", 1),
    ],
)
def test_the_end_of_a_batch(words: str, expected: int | None) -> None:
    assert verdict(words) == expected


def test_what_a_killed_program_left_is_erased(double: Make) -> None:
    import subprocess
    import sys

    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    place = page_process._place()
    theirs = place / f"counter-app-scan-{gone.pid}-xyz"
    theirs.mkdir(mode=0o700)
    (theirs / "1.pnm").write_bytes(b"P5 citizens")
    all_pages(double().begin(ScanOrder(TEST, dpi=75)))
    assert not theirs.exists()


def test_the_status_speaks_where_words_are_missing() -> None:
    assert isinstance(failure(6, "", TEST), ScannerJammedError)
    told = failure(1, "Output format is not set, using pnm\nscanimage: rounded value\n", TEST)
    assert told.facts["reason"] == "rounded value"
    assert failure(5, "", TEST).facts["reason"] == "SANE 5"


def test_this_machine_has_sane() -> None:
    assert isinstance(this_scanner(), SaneScanner)
