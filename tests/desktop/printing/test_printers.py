"""The lane and its way home: order, threads, outcomes exactly once. The room is played."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

from pytestqt.qtbot import QtBot

from counter_app.desktop.printing.printers import Printers
from counter_app.domain.errors.printing import NoPaperError
from counter_app.services.printing.following import Following
from counter_app.services.printing.outcome import PrinterLine, PrintKind, PrintOutcome
from counter_app.services.printing.print_room import Sent
from counter_app.services.printing.profiles import PaperChoice, PrintProfile
from counter_app.services.printing.receipt_paper import RECEIPT, Document

FIRST = PrintProfile()


def document(name: str = "a") -> Document:
    return Document(RECEIPT, "TT03-2025", name.encode(), copies=2)


@dataclass
class PlayedRoom:
    """A room that follows as often as told, and remembers on which thread it was asked."""

    looks: int = 2
    outcome: PrintOutcome | None = None
    breaks: bool = False
    fault: str = ""
    profile: PrintProfile = FIRST
    sent: list[str] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    left: dict[str, int] = field(default_factory=dict)

    def send(self, document: Document, title: str) -> Sent | PrintOutcome:
        self.threads.add(threading.current_thread().name)
        if self.breaks:
            raise RuntimeError("our bug")
        self.sent.append(title)
        if self.outcome is not None:
            return self.outcome
        self.left[title] = self.looks
        return Sent(Following("HP", title, 0.0), "HP", title, None)

    def follow(self, sent: Sent) -> PrintOutcome | None:
        self.left[sent.name] -= 1
        if self.left[sent.name] > 0:
            return None
        return PrintOutcome(PrintKind.DONE, sent.name, "HP")

    def line(self) -> PrinterLine:
        return PrinterLine("HP", "2 × A5 trên A4", self.fault)

    def profiles(self) -> Mapping[str, PrintProfile]:
        return {RECEIPT: self.profile}


def test_papers_go_out_in_order_and_come_home_once(qtbot: QtBot) -> None:
    room, bugs = PlayedRoom(), list[BaseException]()
    printers = Printers(room, bugs.append, FIRST)
    came: list[tuple[str, str]] = []
    for title in ("một", "hai", "ba"):
        printers.print(
            document(),
            title,
            lambda outcome: came.append((outcome.title, threading.current_thread().name)),
        )
    assert not came, "nothing before `print` has returned"
    qtbot.waitUntil(lambda: len(came) == 3, timeout=60_000)
    assert room.sent == ["một", "hai", "ba"]
    assert [title for title, _ in came] == ["một", "hai", "ba"]
    assert {thread for _, thread in came} == {threading.main_thread().name}
    assert room.threads == {"printing"}
    with qtbot.waitSignal(printers.closed):
        printers.close()
    assert not bugs


def test_the_line_and_the_profiles_come_by_themselves(qtbot: QtBot) -> None:
    room = PlayedRoom(profile=PrintProfile(silent=False, paper=PaperChoice.A5))
    printers = Printers(room, print, FIRST, look_seconds=60)
    assert printers.printer_line() == PrinterLine()
    assert printers.is_silent(RECEIPT)
    with qtbot.waitSignal(printers.line_changed):
        pass
    assert printers.printer_line().ok
    assert not printers.is_silent(RECEIPT)
    assert printers.layout(RECEIPT) == "A5"
    room.fault = "máy in HP hết giấy"
    with qtbot.waitSignal(printers.line_changed):
        printers.refresh()
    assert not printers.printer_line().ok
    with qtbot.waitSignal(printers.closed):
        printers.close()


def test_a_failure_is_told_at_once_and_the_line_looked_at(qtbot: QtBot) -> None:
    failed = PrintOutcome(
        PrintKind.FAILED, "một", "HP", error=NoPaperError(printer="HP", title="một")
    )
    room = PlayedRoom(outcome=failed)
    printers = Printers(room, print, FIRST, look_seconds=60)
    with qtbot.waitSignal(printers.line_changed):
        pass
    room.fault = "máy in HP hết giấy"
    came: list[PrintOutcome] = []
    with qtbot.waitSignal(printers.line_changed):
        printers.print(document(), "một", came.append)
    assert came == [failed]
    with qtbot.waitSignal(printers.closed):
        printers.close()


def test_a_fault_goes_with_the_first_page_that_comes(qtbot: QtBot) -> None:
    room = PlayedRoom(fault="máy in HP hết giấy")
    printers = Printers(room, print, FIRST, look_seconds=60)
    with qtbot.waitSignal(printers.line_changed):
        pass
    assert not printers.printer_line().ok
    room.fault = ""
    with qtbot.waitSignal(printers.line_changed):
        printers.print(document(), "một", lambda _: None)
    assert printers.printer_line().ok
    with qtbot.waitSignal(printers.closed):
        printers.close()


def test_our_own_bug_is_alarmed_and_the_paper_unconfirmed(qtbot: QtBot) -> None:
    room, bugs = PlayedRoom(breaks=True), list[BaseException]()
    printers = Printers(room, bugs.append, FIRST)
    came: list[PrintOutcome] = []
    printers.print(document(), "một", came.append)
    qtbot.waitUntil(lambda: bool(came), timeout=60_000)
    assert came[0].kind is PrintKind.UNCONFIRMED
    assert "máy in của quầy" in came[0].words
    assert [str(bug) for bug in bugs] == ["our bug"]
    with qtbot.waitSignal(printers.closed):
        printers.close()


def test_closing_sends_what_was_asked_and_delivers_nothing(qtbot: QtBot) -> None:
    room = PlayedRoom(looks=9)
    printers = Printers(room, print, FIRST)
    came: list[PrintOutcome] = []
    printers.print(document(), "một", came.append)
    with qtbot.waitSignal(printers.closed):
        printers.close()
        printers.print(document(), "hai", came.append)
    assert room.sent == ["một"]
    assert not came
