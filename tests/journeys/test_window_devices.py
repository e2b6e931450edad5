"""Printer and scanner that fail: what is said, what is kept, and how work goes on."""

from __future__ import annotations

import os
import tty
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counter_app.desktop.presenters.reception.state import Block
from counter_app.desktop.scanning.profile import Mode, ScannerProfile
from counter_app.domain.dossiers.dossier import Dossier
from tests.journeys.cases import receive
from tests.journeys.driver import Counter
from tests.journeys.paper import codes_on
from tests.journeys.townspeople import Citizen, stranger
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]

JAMMED, ORPHAN, SILENT, FILED, SERIAL, SECOND, NAMED = map(stranger, range(7))


def received(at: Counter, who: Citizen) -> Dossier:
    """Receive `who` by F9, whatever becomes of the paper."""
    before = at.office._last
    at.scan_card(who.card)
    at.hands.press("Return", "Ctrl+1")
    at.at(Block.PAPERS)
    at.hands.press("Return")
    at.at(Block.READY)
    at.hands.press("F9")
    at.until(lambda: at.office._last is not before, "it is stored")
    assert at.office._last is not None
    return at.dossier(at.office._last.shown_code)


@pytest.mark.parametrize(
    ("breaks", "fault", "next_step"),
    [
        ("empty", "hết giấy", "Nạp giấy rồi nhấn F10 để in."),
        ("gone", "không còn máy in", "nhấn F10 để in."),
    ],
)
def test_no_paper_comes_out(at: Counter, breaks: str, fault: str, next_step: str) -> None:
    papers = len(at.spool.sheets)
    getattr(at.spool, breaks)()
    dossier = received(at, JAMMED if breaks == "empty" else ORPHAN)
    at.says(fault, dossier.shown_code, "đã lưu", next_step)
    assert "thất bại" not in at.words()
    assert not at.dossier(dossier.shown_code).printed
    at.until(lambda: at.draft.is_empty, "the next citizen can come")
    at.spool.repair()
    at.hands.press("F10")
    sheet = at.paper(papers + 1)
    assert codes_on(sheet.pdf) == {dossier.shown_code}
    at.until(lambda: at.dossier(dossier.shown_code).printed, "now it is printed")
    assert len(at.spool.sheets) == papers + 1, "the first one never comes out as well"


def test_a_paper_that_nobody_confirms(at: Counter) -> None:
    at.spool.mute()
    dossier = received(at, SILENT)
    at.says("xác nhận")
    assert not at.dossier(dossier.shown_code).printed
    at.hands.scan(dossier.shown_code)
    at.says("Giấy tiếp nhận chưa xác nhận in.")


def test_without_a_printer_papers_are_files(at: Counter) -> None:
    at.spool.has_printer = False
    try:
        dossier = received(at, FILED)
        folder = at.sitting.counter.home.folders.outbox
        at.until(lambda: list(folder.glob("*.pdf")), "the file is there")
        (file,) = folder.glob("*.pdf")
        assert codes_on(file.read_bytes()) == {dossier.shown_code}
        at.until(lambda: file.name in at.toast or "PDF" in at.toast, "it says where")
    finally:
        at.spool.has_printer = True


class SerialPort:
    """A scanner on a serial port: a pseudo-terminal that can be pulled out and put in again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held = -1
        self._port = -1

    def plug(self) -> None:
        self._held, self._port = os.openpty()
        tty.setraw(self._port)
        self.path.unlink(missing_ok=True)
        self.path.symlink_to(os.ttyname(self._port))

    def unplug(self) -> None:
        for end in (self._held, self._port):
            os.close(end)
        self._held = -1

    def scan(self, text: str) -> None:
        os.write(self._held, f"{text}\r\n".encode())


@pytest.fixture
def port(at: Counter, tmp_path: Path) -> Iterator[SerialPort]:
    port = SerialPort(tmp_path / "scanner")
    port.plug()
    before = at.sitting.scanners.profile
    at.sitting.scanners._follow(ScannerProfile("serial", Mode.SERIAL, str(port.path)))
    yield port
    at.sitting.scanners._follow(before)
    if port._held >= 0:
        port.unplug()


def test_a_scanner_that_is_pulled_out(at: Counter, port: SerialPort) -> None:
    standing: Callable[[], str] = lambda: at.sitting.scanners.standing[1]  # noqa: E731
    at.until(lambda: standing() == "", "the scanner is there")
    port.scan(SERIAL.card)
    at.until(lambda: at.draft.applicant is not None, "its card was read")
    port.unplug()
    at.says("đã rút, cắm lại là dùng được")
    assert at.draft.applicant is not None
    assert at.draft.applicant.name == SERIAL.name
    port.plug()
    at.until(lambda: standing() == "", "it is found again")
    port.scan(SECOND.card)
    at.until(lambda: SECOND.name in at.words(), "it reads again")


def test_a_paper_is_sent_with_its_own_name(at: Counter) -> None:
    at.scan_card(NAMED.card)
    at.hands.press("Return", "Ctrl+1")
    at.at(Block.PAPERS)
    at.hands.press("Return")
    sheet = receive(at)
    (code,) = codes_on(sheet.pdf)
    assert sheet.ticket.title.endswith(code)
    assert (sheet.ticket.width, sheet.ticket.height) == (21_000, 29_700)
