"""Số hóa giấy tờ: from the sheet in the feeder to the sealed file, and what goes wrong between."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pypdfium2
import pytest

from counter_app.desktop.presenters.scanning_papers.shown import OTHER, size_words
from counter_app.devices.paper_scanners.sane_scanner import SaneScanner
from counter_app.domain.acts.audit import Viewed
from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.scanning import FeederEmptyError, ScannerJammedError
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.detail import detail
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.scanning import Feed, Ink
from tests.desktop.conftest import Desktop
from tests.desktop.paper_feeder import PaperFeeder, sheet
from tests.desktop.presenters.scanning_papers.shown import Opened, open_page
from tests.devices.paper_scanners.scanimage_double import program
from tests.made import person
from tests.papers.scanned.brought import image, pdf


@pytest.fixture
def dossier(desktop: Desktop) -> Dossier:
    counter = desktop.counter
    names = ("Tờ khai đăng ký khai sinh", "Giấy chứng sinh", "Giấy chứng nhận kết hôn")
    papers = tuple(ReceivedPaper(name, originals=1) for name in names)
    plan = Reception("1.001193", person(), papers=papers)
    return receive(counter.workplace, counter.session, plan)


@pytest.fixture
def feeder() -> PaperFeeder:
    return PaperFeeder([sheet(1), sheet(2)])


@pytest.fixture
def page(desktop: Desktop, feeder: PaperFeeder, dossier: Dossier) -> Opened:
    return open_page(desktop, feeder, dossier)


def bodies(page: Opened) -> list[object]:
    return [told.body for told in detail(page.desktop.desk.workplace, page.dossier.uid).told]


def metas(page: Opened) -> list[str]:
    return [row.meta for row in page.now.rows]


def test_the_checklist_is_there_with_its_digits(page: Opened, dossier: Dossier) -> None:
    names = [paper.name for paper in dossier.received.papers]
    assert [row.name for row in page.now.rows] == [*names, OTHER]
    assert [row.keys for row in page.now.rows] == [str(n) for n in range(1, len(names) + 2)]
    assert metas(page)[0] == "Chưa số hóa"
    assert (page.now.proceed, page.now.proceed_icon) == ("Quét", "scan")
    assert [each.words for each in page.now.scanners] == ["Epson DS-530"]
    assert [each.words for each in page.now.feeds] == ["Mặt kính", "Khay nạp"]


def test_scan_and_keep_with_two_enters(page: Opened, feeder: PaperFeeder) -> None:
    page.presenter.proceed()
    assert feeder.orders[0].ink is Ink.COLOUR
    assert feeder.cancelled == 1  # the run was given back
    assert [thumb.words for thumb in page.now.thumbs] == ["1", "2"]
    assert page.now.pages_words == "Trang 2 trên 2 · chưa lưu"
    assert metas(page)[0] == "2 trang chưa lưu"
    assert page.now.big is not None
    assert page.now.proceed == "Lưu"
    page.presenter.proceed()
    (kept,) = [body for body in bodies(page) if isinstance(body, PaperScanned)]
    assert (kept.paper, kept.pages, kept.source) == (page.now.rows[0].name, 2, "scanner")
    assert metas(page)[0] == f"2 trang · {size_words(kept.size)} · chờ tải lên"
    assert page.now.current == 1  # the next paper
    assert page.desktop.notices[-1].bold == f"Đã lưu 2 trang, {size_words(kept.size)}."
    assert page.desktop.nudges
    assert page.changes[-1].dossiers == {page.dossier.uid}
    (name,) = page.files.names()
    assert page.files.get(name).startswith(b"%PDF")


def test_from_the_real_test_device_to_the_sealed_file(
    desktop: Desktop, dossier: Dossier, tmp_path: Path
) -> None:
    (tmp_path / "dll.conf").write_text("test\n")
    path = shutil.which("scanimage") or program(tmp_path)
    scanner = SaneScanner(environment={"SANE_CONFIG_DIR": str(tmp_path)}, program=path)
    page = open_page(desktop, scanner, dossier)
    page.presenter.scanner.choose_feed(Feed.FEEDER.value)
    page.presenter.proceed()
    assert page.now.problem == ("", "")
    assert len(page.now.thumbs) == 10  # what its feeder holds
    page.presenter.proceed()
    (name,) = page.files.names()
    document = pypdfium2.PdfDocument(page.files.get(name))
    assert len(document) == 10
    assert document[0].get_size() == pytest.approx((567, 567), abs=2)  # its bed: 200 × 200 mm
    document.close()


def test_a_jam_keeps_the_pages_before_it(page: Opened, feeder: PaperFeeder) -> None:
    feeder.fault = ScannerJammedError(scanner="Epson DS-530")
    page.presenter.proceed()
    assert len(page.now.thumbs) == 2
    assert page.now.problem[0] == "Máy scan Epson DS-530 bị kẹt giấy."
    assert "F6" in page.now.problem[1]
    feeder.fault = None
    feeder.sheets.append(sheet(3))
    page.presenter.scan()
    assert len(page.now.thumbs) == 3
    assert page.now.problem == ("", "")


def test_an_empty_feeder_and_no_scanner_say_what_to_do(desktop: Desktop, dossier: Dossier) -> None:
    feeder = PaperFeeder(fault=FeederEmptyError(scanner="Epson DS-530"))
    page = open_page(desktop, feeder, dossier)
    page.presenter.proceed()
    assert "chưa có giấy" in page.now.problem[0]
    feeder.is_there = False
    page.presenter.find_scanners()
    assert page.now.scanners == ()
    assert "Ctrl+O" in page.now.empty
    page.presenter.proceed()
    assert page.now.problem[0] == "Chưa thấy máy scan nào."
    feeder.is_there = True
    page.presenter.find_scanners()
    assert page.now.problem == ("", "")
    assert page.now.scanners


def test_progress_and_cancel(page: Opened, feeder: PaperFeeder) -> None:
    jobs = page.desktop.jobs
    jobs.hold()
    page.presenter.proceed()
    assert page.now.busy == "Đang quét trang 1"
    assert not page.now.acts.scan
    jobs.release(1)  # the scanner began
    page.presenter.tick()
    assert page.now.share == 0.45
    jobs.release(1)
    assert page.now.busy == "Đang quét trang 2"
    assert page.presenter.escape()
    jobs.release()
    assert feeder.cancelled >= 1
    assert page.now.share is None
    assert page.now.thumbs  # whole pages stay
    assert page.now.problem == ("", "")


def test_pages_are_turned_moved_and_left_out(page: Opened) -> None:
    page.presenter.proceed()
    page.presenter.turn(1)
    assert [thumb.turn for thumb in page.now.thumbs] == [0, 1]
    page.presenter.turn(-1)
    page.presenter.turn(-1)
    assert page.now.thumbs[1].turn == 3
    assert not page.now.acts.later
    page.presenter.move(-1)
    assert [thumb.turn for thumb in page.now.thumbs] == [3, 0]
    assert page.now.chosen == 0
    page.presenter.step_page(1)
    page.presenter.drop()
    assert [thumb.turn for thumb in page.now.thumbs] == [3]
    page.presenter.proceed()
    (name,) = page.files.names()
    document = pypdfium2.PdfDocument(page.files.get(name))
    assert document[0].get_rotation() == 270
    document.close()


def test_files_are_brought_and_bad_ones_are_named(page: Opened, tmp_path: Path) -> None:
    good, photo, bad = tmp_path / "a.pdf", tmp_path / "b.jpg", tmp_path / "c.docx"
    good.write_bytes(pdf(2))
    photo.write_bytes(image())
    bad.write_bytes(b"PK\x03\x04" + bytes(100))
    page.presenter.add_files([good, bad, photo], row=1)
    assert page.now.current == 1
    assert len(page.now.thumbs) == 3
    assert page.now.problem[0] == "Tệp c.docx không phải PDF, JPEG, PNG hay TIFF."
    page.presenter.save()
    kept = bodies(page)[-1]
    assert isinstance(kept, PaperScanned)
    assert (kept.pages, kept.source) == (3, "file")


def test_a_brought_pdf_is_kept_byte_for_byte(page: Opened, tmp_path: Path) -> None:
    file = tmp_path / "ký.pdf"
    file.write_bytes(pdf(2))
    page.presenter.add_files([file])
    page.presenter.save()
    (name,) = page.files.names()
    assert page.files.get(name) == file.read_bytes()


def test_too_many_pages_are_refused(page: Opened, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(60))
    page.presenter.add_files([file, file])
    assert len(page.now.thumbs) == 60
    assert "120 trang, quá mức 100 trang" in page.now.problem[0]


def test_a_kept_file_is_viewed_on_the_record_and_removed_with_a_reason(page: Opened) -> None:
    page.presenter.proceed()
    page.presenter.proceed()
    page.presenter.pick(0)
    assert page.now.kept[0].meta == "Quét lúc 10:00 · chờ tải lên"
    page.presenter.view()
    assert page.now.viewing
    assert page.now.pages_words == "Trang 1 trên 2 · đã lưu"
    assert not page.now.acts.turn
    page.presenter.turn(1)
    assert page.now.thumbs[0].turn == 0
    with page.desktop.desk.workplace.store.reading() as tx:
        *_, (_, entry, _) = tx.journal.since(0, 100)
        recorded = tx.journal.get(entry.uid)
    assert recorded is not None
    assert isinstance(recorded.body, Viewed)
    assert page.presenter.escape()
    assert not page.now.viewing
    page.presenter.drop()
    kind, ask = page.view.asked[-1]
    assert kind == "reason"
    assert page.now.rows[0].name in ask.title
    page.presenter.remove("  ")
    assert "lý do" in page.view.refused[-1]
    page.presenter.remove("Quét nhầm")
    assert page.view.closed == 1
    assert page.now.kept == ()
    assert isinstance(bodies(page)[-1], ScanRemoved)
    assert page.files.names() == frozenset()


def test_leaving_asks_about_pages_that_were_not_kept(page: Opened, feeder: PaperFeeder) -> None:
    assert not page.presenter.escape()
    page.presenter.proceed()
    page.presenter.pick(1)
    feeder.sheets.append(sheet(3))
    page.presenter.scan()
    assert page.presenter.escape()
    kind, ask = page.view.asked[-1]
    assert (kind, ask.title) == ("unsaved", "Còn 3 trang chưa lưu")
    assert page.left == []
    page.presenter.save_all()
    assert page.left == [True]
    assert len(page.files.names()) == 2
    assert not page.presenter.escape()


def test_pages_may_be_left_behind(page: Opened) -> None:
    page.presenter.proceed()
    page.presenter.escape()
    page.presenter.drop_all()
    assert page.left == [True]
    assert page.files.names() == frozenset()


def test_another_dossier_in_between_loses_nothing(page: Opened, desktop: Desktop) -> None:
    counter = desktop.counter
    other = receive(counter.workplace, counter.session, Reception("1.001193", person("Lê Thử")))
    page.presenter.proceed()
    page.presenter.open(other.uid)
    assert page.now.thumbs == ()
    page.presenter.open(page.dossier.uid)
    assert len(page.now.thumbs) == 2


def test_a_late_answer_belongs_to_the_dossier_it_was_asked_for(
    page: Opened, desktop: Desktop, feeder: PaperFeeder
) -> None:
    counter, jobs = desktop.counter, desktop.jobs
    other = receive(counter.workplace, counter.session, Reception("1.001193", person("Lê Thử")))
    jobs.hold()
    page.presenter.proceed()
    page.presenter.open(other.uid)
    jobs.release()
    assert page.now.thumbs == ()  # the scan goes on into the tray it was begun for
    page.presenter.open(page.dossier.uid)
    assert len(page.now.thumbs) == 2


def test_who_may_not_receive_only_looks(desktop: Desktop, dossier: Dossier) -> None:
    officer = dataclasses.replace(desktop.desk.session.officer, roles=(Role.INSPECTOR,))
    desk = dataclasses.replace(desktop.desk, session=Session(officer, "online"))
    page = open_page(dataclasses.replace(desktop, desk=desk), PaperFeeder([sheet()]), dossier)
    assert not page.now.acts.scan
    assert "chỉ xem" in page.now.empty
    page.presenter.proceed()
    page.presenter.ask_files()
    assert page.now.thumbs == ()
    assert page.view.files_asked == 0


def test_sizes_in_words() -> None:
    assert [size_words(size) for size in (1, 84_499, 999_499, 1_250_000)] == [
        "1 KB", "84 KB", "999 KB", "1,2 MB",
    ]  # fmt: skip
