"""What Windows' status bits mean. Its spooler itself is played here."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from counter_app.devices.spooler import JobState, Ticket
from counter_app.devices.spooler_windows import (
    COMPLETE,
    DELETING,
    ERROR,
    OFFLINE,
    PAPER_OUT,
    PAUSED,
    PRINTED,
    PRINTING,
    SPOOLING,
    WindowsJob,
    WindowsPrinter,
    WindowsSpooler,
)
from counter_app.domain.errors.printing import PrinterGoneError, SpoolerError

NAME = "HP 107a"


@dataclass
class Played:
    """Windows' spooler, told what to answer."""

    jobs_now: list[WindowsJob] = field(default_factory=list)
    status: int = 0
    deleted: list[int] = field(default_factory=list)

    def names(self) -> tuple[str, ...]:
        return (NAME, "Microsoft Print to PDF")

    def default(self) -> str:
        return NAME

    def printer(self, name: str) -> WindowsPrinter:
        return WindowsPrinter(self.status)

    def jobs(self, name: str) -> tuple[WindowsJob, ...]:
        return tuple(self.jobs_now)

    def delete(self, name: str, number: int) -> None:
        self.deleted.append(number)


@pytest.mark.parametrize(
    ("seen", "state"),
    [
        ([SPOOLING, PRINTING, None], JobState.DONE),
        ([SPOOLING | PRINTING, PRINTED], JobState.DONE),
        ([PRINTING | COMPLETE], JobState.DONE),
        ([PRINTING, PRINTING | DELETING], JobState.CANCELLED),
        ([PRINTING, DELETING, None], JobState.CANCELLED),
        ([SPOOLING, None], JobState.UNKNOWN),
        ([PAUSED], JobState.HELD),
        ([SPOOLING | PRINTING], JobState.PRINTING),
    ],
)
def test_what_was_last_seen_decides(seen: list[int | None], state: JobState) -> None:
    service = Played([WindowsJob(4, "a · 8f3a", 0)])
    spooler = WindowsSpooler(service)
    job = spooler.find(NAME, "a · 8f3a")
    assert job is not None
    reports = []
    for status in seen:
        service.jobs_now = [] if status is None else [WindowsJob(4, "a · 8f3a", status)]
        reports.append(spooler.report(job))
    assert reports[-1].state is state


@pytest.mark.parametrize(
    ("job", "printer", "reason"),
    [
        (PRINTING | PAPER_OUT, 0, "media-empty"),
        (PRINTING | OFFLINE, 0, "offline"),
        (PRINTING | ERROR, 0, "printer-stopped"),
        (PRINTING, 0x8, "media-jam"),
        (PRINTING, 0x400000, "door-open"),
    ],
)
def test_faults_have_the_words_of_ipp(job: int, printer: int, reason: str) -> None:
    service = Played([WindowsJob(4, "a", job)], printer)
    spooler = WindowsSpooler(service)
    found = spooler.find(NAME, "a")
    assert found is not None
    assert reason in spooler.report(found).reasons


def test_the_rest() -> None:
    service = Played([WindowsJob(4, "a", 0)])
    spooler = WindowsSpooler(service)
    assert not spooler.takes_pdf
    assert spooler.queues() == service.names()
    assert spooler.default() == NAME
    assert spooler.find(NAME, "b") is None
    assert spooler.queue(NAME).takes(14800, 21000)
    with pytest.raises(PrinterGoneError):
        spooler.queue("Máy cũ")
    with pytest.raises(SpoolerError):
        spooler.submit(NAME, b"%PDF", Ticket("a", 1, 1))
    found = spooler.find(NAME, "a")
    assert found is not None
    spooler.cancel(found)
    assert service.deleted == [4]
