"""A scanner at a pseudo-terminal: framing, UTF-8, unplugged and plugged in again."""

from __future__ import annotations

import os
import pty
import queue
import sys
import time
import tty
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from counter_app.devices.serial_scanner import SerialScanner, ports, text_of

CARD = "001190000123||Trần Thị Mẫu|02031990|Nữ|Tổ 5, Phúc Xá, Ba Đình, Hà Nội|25122021"
CODE = "H26.15-250718-0123"


@dataclass
class Line:
    """A device that can be plugged in at the same place again and again."""

    place: Path
    master: int = -1
    scans: queue.Queue[str] = field(default_factory=queue.Queue)
    states: queue.Queue[bool] = field(default_factory=queue.Queue)

    def plug(self) -> None:
        self.master, slave = pty.openpty()
        tty.setraw(slave)
        self.place.symlink_to(os.ttyname(slave))
        os.close(slave)

    def unplug(self) -> None:
        self.place.unlink()
        os.close(self.master)
        self.master = -1

    def send(self, data: bytes) -> None:
        os.write(self.master, data)

    def scan(self) -> str:
        return self.scans.get(timeout=60)

    def state(self) -> bool:
        return self.states.get(timeout=60)


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    line = Line(tmp_path / "scanner")
    scanner = SerialScanner(str(line.place), retry=0.02)
    line.plug()
    scanner.start(line.scans.put, line.states.put)
    assert line.state() is True
    yield line
    scanner.stop()
    if line.master >= 0:
        os.close(line.master)


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b""])
def test_every_terminator(line: Line, end: bytes) -> None:
    for text in (CARD, CODE):
        line.send(text.encode() + end)
        assert line.scan() == text
    time.sleep(0.2)
    assert line.scans.empty()


def test_a_scan_in_pieces_in_the_middle_of_letters(line: Line) -> None:
    data = CARD.encode() + b"\r"
    for place in range(0, len(data), 7):
        line.send(data[place : place + 7])
        time.sleep(0.002)
    assert line.scan() == CARD


def test_two_scans_at_once(line: Line) -> None:
    line.send(f"{CODE}\r\n{CARD}\r\n".encode())
    assert (line.scan(), line.scan()) == (CODE, CARD)


def test_noise_has_an_end(line: Line) -> None:
    sent = b"x" * 20000
    for place in range(0, len(sent), 1000):
        line.send(sent[place : place + 1000])
    got = line.scan()
    while len(got) < len(sent):
        got += line.scan()
    assert got == sent.decode()


def test_unplugged_and_plugged_in_again(line: Line) -> None:
    for _ in range(3):
        line.unplug()
        assert line.state() is False
        line.plug()
        assert line.state() is True
        line.send(CARD.encode() + b"\r")
        assert line.scan() == CARD
    assert line.states.empty()


def test_a_scanner_that_is_not_there_yet(tmp_path: Path) -> None:
    line = Line(tmp_path / "scanner")
    scanner = SerialScanner(str(line.place), retry=0.02)
    scanner.start(line.scans.put, line.states.put)
    assert line.state() is False
    line.plug()
    assert line.state() is True
    scanner.stop()
    os.close(line.master)


def test_broken_letters_are_shown_as_lost() -> None:
    assert text_of("Trần".encode()[:-2]) == "Tr\ufffd"


def test_ports_have_names() -> None:
    assert all(port.name for port in ports())


def test_a_system_that_can_t_list_its_ports_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    import serial.tools

    monkeypatch.delattr(serial.tools, "list_ports", raising=False)
    monkeypatch.setitem(sys.modules, "serial.tools.list_ports", None)
    assert ports() == ()
