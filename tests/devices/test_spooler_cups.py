"""The questions to CUPS, answered by a printer double that speaks the same protocol."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.devices import cups_user
from counter_app.devices.spooler import Job, JobState, Queue, Ticket
from counter_app.devices.spooler_cups import CupsSpooler
from counter_app.domain.errors.printing import HeldError, PrinterGoneError, SpoolerError
from tests.devices.ipp_printer import A4, A5, IppPrinter, running

PDF = b"%PDF-1.4 not looked at here"


@pytest.fixture
def printer() -> Iterator[IppPrinter]:
    found = IppPrinter("HP_107a", sizes=(A4,))
    with running(found):
        yield found


@pytest.fixture
def spooler(printer: IppPrinter) -> CupsSpooler:
    return CupsSpooler(f"127.0.0.1:{printer.port}")


def test_queues_are_described(spooler: CupsSpooler, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRINTER", raising=False)
    monkeypatch.delenv("LPDEST", raising=False)
    monkeypatch.setattr(cups_user, "default_queue", lambda: "")
    assert spooler.takes_pdf
    assert spooler.queues() == ("HP_107a",)
    assert spooler.default() == "HP_107a"
    queue = spooler.queue("HP_107a")
    assert queue.trays == ("auto", "main", "manual")
    assert queue.takes(*A4)
    assert not queue.takes(*A5)
    assert not queue.stopped
    assert not queue.reasons


def test_a_queue_that_says_nothing_takes_every_paper() -> None:
    assert Queue("x").takes(*A5)
    custom = Queue("x", sizes=(((7000, 21600), (9000, 35600)),))
    assert custom.takes(*A5)
    assert not custom.takes(5000, 5000)


def test_a_job_goes_out_with_its_paper(spooler: CupsSpooler, printer: IppPrinter) -> None:
    job = spooler.submit("HP_107a", PDF, Ticket("Giấy tiếp nhận", *A4, copies=2, tray="manual"))
    (sent,) = printer.jobs
    assert sent.data == PDF
    assert sent.name == "Giấy tiếp nhận"
    assert sent.size == A4
    assert sent.attributes["copies"] == [2]
    assert sent.attributes["print-scaling"] == ["none"]
    assert spooler.report(job).state is JobState.DONE
    assert spooler.find("HP_107a", "Giấy tiếp nhận") == job
    assert spooler.find("HP_107a", "Giấy khác") is None


def test_a_waiting_job_says_why_and_can_be_taken_back(
    spooler: CupsSpooler, printer: IppPrinter
) -> None:
    printer.fails("media-empty-error", "media-needed-report")
    job = spooler.submit("HP_107a", PDF, Ticket("a", *A4))
    report = spooler.report(job)
    assert report.state is JobState.PRINTING
    assert {"media-empty", "media-needed"} <= report.reasons
    spooler.cancel(job)
    assert spooler.report(job).state is JobState.CANCELLED
    assert spooler.report(Job("HP_107a", 99)).state is JobState.UNKNOWN


def test_a_paused_queue_is_seen(spooler: CupsSpooler, printer: IppPrinter) -> None:
    printer.stopped = True
    job = spooler.submit("HP_107a", PDF, Ticket("a", *A4))
    assert spooler.queue("HP_107a").stopped
    assert "paused" in spooler.report(job).reasons
    printer.accepting = False
    with pytest.raises(HeldError):
        spooler.submit("HP_107a", PDF, Ticket("b", *A4))


def test_no_service_is_said_so() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    spooler = CupsSpooler(f"127.0.0.1:{port}")
    with pytest.raises(SpoolerError) as raised:
        spooler.queues()
    assert raised.value.facts["reason"]


def test_a_queue_that_is_gone_is_said_so(spooler: CupsSpooler, printer: IppPrinter) -> None:
    printer.gone = True
    with pytest.raises(PrinterGoneError):
        spooler.queue("HP_107a")


def test_what_the_user_set_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CUPS_SERVER", "LPDEST", "PRINTER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(cups_user, "_SYSTEM", tmp_path / "etc")
    monkeypatch.setattr(cups_user, "_SOCKETS", ())
    assert cups_user.server() == "localhost:631"
    assert cups_user.default_queue() == ""
    (tmp_path / ".cups").mkdir()
    (tmp_path / ".cups" / "client.conf").write_text("# mine\nServerName in.example:8631\n")
    (tmp_path / ".cups" / "lpoptions").write_text("Dest a\nDefault HP_107a/nhanh media=a5\n")
    assert cups_user.server() == "in.example:8631"
    assert cups_user.default_queue() == "HP_107a"
    monkeypatch.setenv("CUPS_SERVER", "/run/own.sock")
    monkeypatch.setenv("PRINTER", "Kho")
    assert cups_user.server() == "/run/own.sock"
    assert cups_user.default_queue() == "Kho"


def test_a_socket_file_is_a_door_too(printer: IppPrinter, tmp_path: Path) -> None:
    path = str(tmp_path / "cups.sock")
    with running(printer, at=path):
        assert CupsSpooler(path).queues() == ("HP_107a",)
