"""Papers on their way: over a real protocol to a printer double, and where there is no printer."""

from __future__ import annotations

import itertools
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counter_app.devices.spooler_cups import CupsSpooler
from counter_app.domain.acts.steps import PrintProof
from counter_app.papers.documents import receipt_pdf
from counter_app.papers.fonts import choose_fonts
from counter_app.services.printing.outcome import PrinterLine, PrintKind, PrintOutcome
from counter_app.services.printing.print_room import PaintOrder, PrintRoom, Sent
from counter_app.services.printing.print_setup import PrintSetup, ruler_page
from counter_app.services.printing.profiles import FORMS, PaperChoice, PrintProfile, Profiles
from counter_app.services.printing.receipt_paper import RECEIPT, Document
from tests.devices.ipp_printer import A4, CANCELLED, IppPrinter, running
from tests.papers import samples
from tests.services.conftest import Counter

TITLE = "Giấy tiếp nhận H26.15-250701-0214"
NAME = "HP_107a"


class Painted(CupsSpooler):
    """A service that takes no PDF."""

    @property
    def takes_pdf(self) -> bool:
        return False


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return receipt_pdf(samples.RECEIPT, samples.MARKS, samples.form_set(), choose_fonts(), "A5")


@pytest.fixture
def printer() -> Iterator[IppPrinter]:
    found = IppPrinter(NAME)
    with running(found):
        yield found


@pytest.fixture
def server(printer: IppPrinter) -> str:
    return f"127.0.0.1:{printer.port}"


@pytest.fixture
def nowhere() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


MakeRoom = Callable[..., PrintRoom]


@pytest.fixture
def make_room(tmp_path: Path) -> MakeRoom:
    def make(
        spooler: CupsSpooler,
        profile: PrintProfile | None = None,
        paint: Callable[[PaintOrder], None] = print,
    ) -> PrintRoom:
        seconds = itertools.count(0.0, 1.0)
        chosen = profile or PrintProfile(printer=NAME)
        return PrintRoom(spooler, lambda form: chosen, tmp_path, paint, lambda: next(seconds), 5.0)

    return make


def document(pdf: bytes) -> Document:
    return Document(RECEIPT, "TT03-2025", pdf, copies=2)


def followed(room: PrintRoom, sent: Sent | PrintOutcome) -> PrintOutcome:
    assert isinstance(sent, Sent)
    while (outcome := room.follow(sent)) is None:
        pass
    return outcome


def test_a_paper_comes_out(
    make_room: MakeRoom, server: str, printer: IppPrinter, pdf: bytes
) -> None:
    room = make_room(CupsSpooler(server))
    outcome = followed(room, room.send(document(pdf), TITLE))
    assert outcome == PrintOutcome(PrintKind.DONE, TITLE, NAME)
    assert outcome.proof is PrintProof.SPOOLER
    assert printer.printed()[0].data == pdf


def test_a_fault_is_said_and_the_job_does_not_come_out_later(
    make_room: MakeRoom, server: str, printer: IppPrinter, pdf: bytes
) -> None:
    printer.fails("media-empty-error")
    room = make_room(CupsSpooler(server))
    outcome = followed(room, room.send(document(pdf), TITLE))
    assert outcome.short == "máy in HP_107a hết giấy"
    printer.repair()
    assert [job.state for job in printer.jobs] == [CANCELLED]


def test_a_printer_without_the_paper_gets_nothing(
    make_room: MakeRoom, server: str, printer: IppPrinter, pdf: bytes
) -> None:
    printer.sizes = (A4,)
    outcome = make_room(CupsSpooler(server)).send(document(pdf), TITLE)
    assert isinstance(outcome, PrintOutcome)
    assert outcome.short == "máy in HP_107a không nhận khổ giấy A5"
    assert outcome.words.startswith(f"Chưa in được {TITLE}: ")
    assert not printer.jobs


def test_a_queue_that_is_gone(
    make_room: MakeRoom, server: str, printer: IppPrinter, pdf: bytes
) -> None:
    printer.gone = True
    outcome = make_room(CupsSpooler(server)).send(document(pdf), TITLE)
    assert isinstance(outcome, PrintOutcome)
    assert outcome.short == "máy tính này không còn máy in HP_107a"


@pytest.mark.parametrize("case", ["no service", "to file"])
def test_without_a_printer_a_file_is_kept(
    case: str,
    make_room: MakeRoom,
    nowhere: str,
    server: str,
    pdf: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("counter_app.devices.cups_user.default_queue", lambda: "")
    profile = PrintProfile(printer=NAME, to_file=True) if case == "to file" else PrintProfile()
    at = server if case == "to file" else nowhere
    room = make_room(CupsSpooler(at), profile)
    first = room.send(document(pdf), TITLE)
    again = room.send(document(pdf), TITLE)
    other = room.send(document(pdf + b"\n"), f"{TITLE}")
    assert isinstance(first, PrintOutcome)
    assert isinstance(other, PrintOutcome)
    assert first.kind is PrintKind.FILE
    assert first.proof is PrintProof.FILE
    assert first.path == tmp_path / f"{TITLE}.pdf"
    assert first.path.read_bytes() == pdf
    assert again == first
    assert other.path == tmp_path / f"{TITLE} (2).pdf"
    assert room.line() == PrinterLine(layout="2 × A5 trên A4")


def test_a_service_that_falls_silent_leaves_it_unconfirmed(
    make_room: MakeRoom, server: str, printer: IppPrinter, pdf: bytes
) -> None:
    room = make_room(CupsSpooler(server))
    printer.silent = True
    sent = room.send(document(pdf), TITLE)
    printer.gone = True
    outcome = followed(room, sent)
    assert outcome.kind is PrintKind.UNCONFIRMED
    assert outcome.printer == NAME


def test_pages_are_painted_where_no_pdf_is_taken(
    make_room: MakeRoom, server: str, printer: IppPrinter, pdf: bytes
) -> None:
    orders: list[PaintOrder] = []
    profile = PrintProfile(printer=NAME, tray="manual", copies=2, right=15, down=-3)
    room = make_room(Painted(server), profile, orders.append)
    outcome = followed(room, room.send(document(pdf), TITLE))
    (order,) = orders
    assert order.title.startswith(f"{TITLE} · ")
    assert (order.printer, order.tray, order.copies) == (NAME, "manual", 2)
    assert (order.right, order.down) == (1.5, -0.3)
    assert (order.width, order.height) == (pytest.approx(148, abs=0.1), pytest.approx(210, abs=0.1))
    assert outcome.kind is PrintKind.UNCONFIRMED, "the painter's job never appeared"


def test_the_line_of_the_status_bar(
    make_room: MakeRoom, server: str, nowhere: str, printer: IppPrinter
) -> None:
    room = make_room(CupsSpooler(server), PrintProfile(printer=NAME, paper=PaperChoice.A5))
    assert room.line() == PrinterLine(NAME, "A5")
    assert room.line().ok
    printer.fails("door-open-error")
    assert room.line().fault == "máy in HP_107a đang mở nắp"
    printer.repair()
    printer.accepting = False
    assert room.line().fault == "máy in HP_107a đang tạm dừng"
    silent = make_room(CupsSpooler(nowhere)).line()
    assert "dịch vụ in" in silent.fault
    assert not silent.ok
    assert set(room.profiles()) == set(FORMS)


def test_the_settings_find_what_there_is(
    counter: Counter, server: str, nowhere: str, printer: IppPrinter
) -> None:
    from counter_app.config import Settings

    printer.sizes = (A4,)
    printer.fails("media-jam-error")
    profiles = Profiles(counter.workplace.store, Settings())
    found = PrintSetup(CupsSpooler(server), profiles).found()
    (described,) = found.printers
    assert described.name == NAME
    assert described.trays == ("auto", "main", "manual")
    assert described.lacks == {PaperChoice.A5}
    assert described.fault == "máy in HP_107a bị kẹt giấy"
    setup = PrintSetup(CupsSpooler(nowhere), profiles)
    setup.keep(RECEIPT, PrintProfile(printer="Kho"))
    blind = setup.found()
    assert blind.printers == ()
    assert blind.trouble
    assert blind.profiles[RECEIPT].printer == "Kho"


def test_the_test_page_goes_by_a_form(pdf: bytes) -> None:
    made = ruler_page(RECEIPT, choose_fonts(), "A5", NAME)
    assert made.form == RECEIPT
    assert made.pdf.startswith(b"%PDF")
