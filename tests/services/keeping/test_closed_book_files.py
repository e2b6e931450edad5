"""A closed book is in every copy: beside the backup, on the stick; and nobody sweeps it away."""

from __future__ import annotations

import base64
import dataclasses
from pathlib import Path

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import BookClosed
from counter_app.domain.books.content import BookLine
from counter_app.services.keeping.carried_books import SUFFIX
from counter_app.services.keeping.file_copies import books_beside, bring_books_back
from counter_app.services.keeping.file_sweep import PATIENCE, sweep
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.services.keeping.lost_books import lost_books
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.services.keeping.second_journal import SecondJournal, folder_of, prepare
from counter_app.services.keeping.store_care import back_up
from counter_app.services.leaving.taking_over import take_over
from counter_app.services.purging.purge import purge
from counter_app.store.store import Store
from counter_app.vault.province_key import province_key_text
from tests.services.books.year import ADMIN, HEAD
from tests.services.conftest import Counter
from tests.services.keeping.second import PLACE, PROVINCE, device

KEY = b"k" * 32
PDF = b"%PDF-1.5 a closed book"
LINES = (BookLine("a", 1, {"applicant": "Trần Thị Mẫu"}),)
NAME = "Sổ theo dõi hồ sơ 2025, quyển 12"


@pytest.fixture
def files(counter: Counter) -> SealedFiles:
    return SealedFiles.beside(counter.workplace.store.path, KEY)


@pytest.fixture
def kept(files: SealedFiles) -> KeptBooks:
    return KeptBooks.of(files)


@pytest.fixture
def digest(counter: Counter, kept: KeptBooks) -> str:
    """A book that was closed here: its file and its entry."""
    digest = kept.put(PDF, LINES, "sổ")
    body = BookClosed("register", 2025, 1, 1, 9, digest, quyen="12", first=1, last=1)
    with counter.workplace.store.writing() as tx:
        moment = counter.workplace.moment(tx)
        tx.journal.append(
            Kind.BOOK_CLOSED, body, uid=counter.workplace.new_id(),
            author=counter.workplace.author(counter.session),
            occurred_at=moment.at, clock_quality=moment.quality,
        )  # fmt: skip
    return digest


def damaged(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))


def test_a_book_is_beside_the_backup_and_comes_back(
    counter: Counter, files: SealedFiles, kept: KeptBooks, digest: str, tmp_path: Path
) -> None:
    store, backup = counter.workplace.store, tmp_path / "copies" / "kho.db"
    backup.parent.mkdir()
    back_up(store, backup, counter.clock.at, files)
    assert books_beside(files, backup).folder.name == "kho.db.books"
    assert not any(
        b"PDF" in each.read_bytes() for each in books_beside(files, backup).folder.iterdir()
    )
    assert lost_books(store, files) == ()
    damaged(kept.folder / f"{digest}.pdf")
    assert lost_books(store, files) == (NAME,)
    back_up(store, backup, counter.clock.at, files)  # the whole copy isn't overwritten
    assert bring_books_back(backup, files) == 1
    for part in ("pdf", "lines"):
        (kept.folder / f"{digest}.{part}").unlink()
        assert lost_books(store, files) == (NAME,)
        back_up(store, backup, counter.clock.at, files)  # what isn't here doesn't go there
        assert bring_books_back(backup, files) == 1
    assert bring_books_back(backup, files) == 0
    assert kept.pdf(digest, "sổ") == PDF
    assert kept.lines(digest, "sổ") == LINES
    assert bring_books_back(tmp_path / "older.db", files) == 0


def test_neither_sweep_nor_purge_takes_a_book(
    counter: Counter, files: SealedFiles, kept: KeptBooks, digest: str
) -> None:
    leftover = kept.folder / f".{digest}.pdf.1-1.part"
    leftover.write_bytes(b"half")
    unknown = kept.put(PDF + b"2", LINES, "sổ")  # killed before its entry: it may be on paper
    counter.clock.go(days=5000)
    sweep(counter.workplace.store, files, counter.clock.at + PATIENCE * 2)
    purge(counter.workplace, ADMIN, HEAD, files, 365)
    assert kept.digests() == {digest, unknown}
    assert not leftover.exists()
    assert lost_books(counter.workplace.store, files) == ()


def test_a_book_of_another_counter_is_not_missed_here(counter: Counter, files: SealedFiles) -> None:
    assert lost_books(counter.workplace.store, files) == ()


def test_books_go_with_the_stick_to_the_machine_that_follows(
    counter: Counter, kept: KeptBooks, digest: str, tmp_path: Path, new_store: Path
) -> None:
    store, chosen = counter.workplace.store, tmp_path / "stick"
    chosen.mkdir()
    enrolment = dataclasses.replace(
        counter.workplace.enrolment,
        recovery_key=PLACE.recovery_key,
        earlier_keys=(device().public,),
    )
    folder = prepare(chosen, enrolment)
    journal = SecondJournal(store, chosen, enrolment, KEY, device())
    journal.catch_up(counter.clock.at)
    file = folder / f"{digest}{SUFFIX}"
    assert PDF not in base64.b64decode(file.read_bytes().splitlines()[1])
    written = file.stat().st_mtime_ns
    journal.catch_up(counter.clock.at)
    assert file.stat().st_mtime_ns == written

    new = tmp_path / "new"
    new.mkdir()
    (new / "store.db").write_bytes(new_store.read_bytes())
    key_file = tmp_path / "province.key"
    key_file.write_text(province_key_text(PROVINCE.private), encoding="utf-8")
    taking = Store.open(new / "store.db", None)
    try:
        with taking.writing() as tx:
            tx.journal.begin_chain(store_chain())
        theirs = SealedFiles.beside(taking.path, b"n" * 32)
        whole = file.read_bytes()
        damaged(file)
        report = take_over(taking, b"n" * 32, enrolment, chosen, key_file)
        assert (report.taken > 0, report.books, report.books_unusable) == (True, 0, 1)
        assert lost_books(taking, theirs) == (NAME,)
        file.write_bytes(whole)
        report = take_over(taking, b"n" * 32, enrolment, chosen, key_file)
        assert (report.books, report.books_unusable) == (1, 0)
        assert KeptBooks.of(theirs).pdf(digest, "sổ") == PDF
        assert KeptBooks.of(theirs).lines(digest, "sổ") == LINES
        assert lost_books(taking, theirs) == ()
        assert take_over(taking, b"n" * 32, enrolment, chosen, key_file).books == 0
    finally:
        taking.close()
    assert folder_of(chosen, enrolment) == folder


def store_chain() -> str:
    return "01936000-0000-7000-8000-00000000c0df"
