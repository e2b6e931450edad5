"""The page that arrives at a printer is the page laid out, to half a millimetre, at any scaling.

Through a real CUPS wherever one is installed (`installer/prepare.sh dev` does), as root or not,
with the printer double of `tests/devices` behind it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counter_app.devices.spooler_cups import CupsSpooler
from counter_app.domain.acts.steps import PrintProof
from counter_app.papers.documents import Layout, receipt_pdf
from counter_app.papers.fonts import choose_fonts
from counter_app.services.printing.outcome import PrintKind, PrintOutcome
from counter_app.services.printing.print_room import PaintOrder, PrintRoom
from counter_app.services.printing.profiles import PrintProfile
from counter_app.services.printing.receipt_paper import Document
from tests.desktop.printing.measuring import Places, places
from tests.devices.ipp_printer import A4, A5, CANCELLED
from tests.devices.print_service import CUPSD, Service, service
from tests.papers import samples

pytestmark = pytest.mark.long

TOLERANCE = 0.5
"""Millimetres."""

ROUTES = ("pdf", "qt") if CUPSD else ("pdf",)
PAPERS: tuple[tuple[Layout, tuple[int, int], int], ...] = (("A4x2", A4, 1), ("A5", A5, 2))
CODE = samples.RECEIPT.code


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the receipts as files."""
    folder = tmp_path_factory.mktemp("papers")
    fonts = choose_fonts()
    files = {}
    for layout, _, _ in PAPERS:
        pdf = receipt_pdf(samples.RECEIPT, samples.MARKS, samples.form_set(), fonts, layout)
        files[layout] = folder / f"{layout}.pdf"
        files[layout].write_bytes(pdf)
    return files


@pytest.fixture(scope="module")
def laid_out(made: dict[str, Path]) -> dict[str, list[Places]]:
    """Return where everything is on them."""
    return {
        layout: places(file.read_bytes(), CODE, lying=layout == "A4x2")
        for layout, file in made.items()
    }


@pytest.fixture(scope="module")
def running() -> Iterator[Service]:
    """Run one print service for this file."""
    with service() as started:
        yield started


def child(
    at: Service, scale: str, queue: str, papers: list[tuple[str, Path, str]]
) -> dict[str, object]:
    """Print in a program of its own, at a display scaling."""
    told = {
        "server": at.server,
        "queue": queue,
        "out": str(at.root),
        "papers": [[route, str(pdf), title] for route, pdf, title in papers],
    }
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": scale,
        "CUPS_SERVER": at.server,
        "HOME": str(at.root),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.printing.child", json.dumps(told)],
        capture_output=True,
        text=True,
        timeout=90,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return answer


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5"])
def test_the_page_that_arrives_is_the_page_laid_out(
    scale: str,
    running: Service,
    made: dict[str, Path],
    laid_out: dict[str, list[Places]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = len(running.full.jobs)
    wanted = [(route, *paper) for route in ROUTES for paper in PAPERS]
    told = child(
        running,
        scale,
        running.full.name,
        [(route, made[layout], f"{route} {layout} {scale}") for route, layout, _, _ in wanted],
    )
    outcomes = told["outcomes"]
    assert isinstance(outcomes, list)
    assert [kind for kind, *_ in outcomes] == ["done"] * len(wanted), told
    assert told["ratio"] == pytest.approx(float(scale))
    jobs = running.full.jobs[before:]
    for (route, layout, size, pages), job in zip(wanted, jobs, strict=True):
        wished, arrived = laid_out[layout], places(job.data, CODE, lying=layout == "A4x2")
        assert len(arrived) == len(wished) == pages
        assert job.size is None or job.size == pytest.approx(size, abs=20)
        for here, there in zip(wished, arrived, strict=True):
            assert here.page == pytest.approx(there.page, abs=0.2)
            assert here.farthest(there) <= TOLERANCE, (here, there)
        worst = max(here.farthest(there) for here, there in zip(wished, arrived, strict=True))
        with capsys.disabled():
            print(f"\n  scaling {scale:4}  {route:3}  {layout:4}  off by {worst:.2f} mm", end="")
    with capsys.disabled():
        print(f"\n  scaling {scale:4}  window stood still {told['stall']:.0f} ms at most", end="")


@pytest.fixture
def room(running: Service) -> Iterator[MakeRoom]:
    """Return a function that makes a print room; printers are repaired afterwards."""

    def make(printer: str, patience: float = 8.0, **profile: object) -> PrintRoom:
        chosen = PrintProfile(printer=printer, **profile)  # type: ignore[arg-type]
        spooler = CupsSpooler(running.server)
        return PrintRoom(
            spooler, lambda form: chosen, running.root, no_painter, time.monotonic, patience
        )

    yield make
    running.full.repair()
    running.plain.repair()


MakeRoom = Callable[..., PrintRoom]


def no_painter(order: PaintOrder) -> None:
    raise AssertionError("a PDF is handed over here")


def ended(room: PrintRoom, pdf: Path, title: str) -> PrintOutcome:
    """Print and follow to the end."""
    sent = room.send(Document("receipt", "TT03-2025", pdf.read_bytes(), 2), title)
    while not isinstance(sent, PrintOutcome):
        outcome = room.follow(sent)
        if outcome is not None:
            return outcome
        time.sleep(0.05)
    return sent


def test_a_paper_that_came_out_is_done(
    room: MakeRoom, running: Service, made: dict[str, Path]
) -> None:
    outcome = ended(room("Du_kho"), made["A5"], "Giấy tiếp nhận một")
    assert outcome.kind is PrintKind.DONE
    assert outcome.proof is PrintProof.SPOOLER
    assert running.full.jobs[-1].name == "Giấy tiếp nhận một"


def test_an_empty_tray_is_said_and_the_job_taken_back(
    room: MakeRoom, running: Service, made: dict[str, Path]
) -> None:
    running.full.fails("media-empty-error")
    outcome = ended(room("Du_kho"), made["A5"], "Giấy tiếp nhận hai")
    assert outcome.kind is PrintKind.FAILED
    assert outcome.short == "máy in Du_kho hết giấy"
    assert outcome.words.endswith("Hồ sơ đã lưu. Nạp giấy rồi nhấn F10 để in.")
    came_out = len(running.full.printed())
    deadline = time.monotonic() + 60
    while running.full.jobs[-1].state != CANCELLED and time.monotonic() < deadline:
        time.sleep(0.05)
    running.full.repair()
    assert len(running.full.printed()) == came_out, "it must not come out when paper is filled in"


def test_a_printer_without_this_paper_is_not_believed(
    room: MakeRoom, running: Service, made: dict[str, Path]
) -> None:
    """CUPS would put an A5 page on A4 and report success: it is refused beforehand."""
    at = running.plain
    spooler = running.spooler() if running.is_cups else CupsSpooler(f"127.0.0.1:{at.port}")
    assert not spooler.queue(at.name).takes(*A5)
    profile = PrintProfile(printer=at.name)
    stubborn = PrintRoom(
        spooler, lambda form: profile, running.root, no_painter, time.monotonic, 8.0
    )
    outcome = ended(stubborn, made["A5"], "Giấy tiếp nhận ba")
    assert outcome.kind is PrintKind.FAILED
    assert outcome.short == "máy in Chi_A4 không nhận khổ giấy A5"
    assert not at.jobs


def test_a_job_cancelled_at_the_printer_is_not_believed(
    room: MakeRoom, running: Service, made: dict[str, Path]
) -> None:
    """Every program that submits it sees success, and nothing comes out."""
    running.full.cancels = True
    outcome = ended(room("Du_kho"), made["A5"], "Giấy tiếp nhận sáu")
    assert outcome.kind is PrintKind.FAILED
    assert outcome.words.startswith("Chưa in được Giấy tiếp nhận sáu: lệnh in đã bị hủy")


def test_a_silent_printer_leaves_the_paper_unconfirmed(
    room: MakeRoom, running: Service, made: dict[str, Path]
) -> None:
    running.full.silent = True
    outcome = ended(room("Du_kho", patience=1.5), made["A5"], "Giấy tiếp nhận bốn")
    assert outcome.kind is PrintKind.UNCONFIRMED
    assert outcome.proof is None
    assert "Chưa xác nhận in" in outcome.words


def test_an_offset_moves_the_print_by_so_many_millimetres(
    room: MakeRoom,
    running: Service,
    made: dict[str, Path],
    laid_out: dict[str, list[Places]],
) -> None:
    outcome = ended(room("Du_kho", right=15, down=-20), made["A4x2"], "Giấy tiếp nhận năm")
    assert outcome.kind is PrintKind.DONE
    here = laid_out["A4x2"][0].ink
    there = places(running.full.jobs[-1].data, CODE, lying=True)[0].ink
    assert there[0] - here[0] == pytest.approx(1.5, abs=0.1)
    assert there[1] - here[1] == pytest.approx(-2.0, abs=0.1)
