"""Real conditions: full disks, locked, read-only, torn and changed files, wrong keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from counter_app.domain.errors import CounterError
from counter_app.domain.errors import store as errors
from counter_app.store.copies.backup import backup
from counter_app.store.copies.pages import copy_pages
from counter_app.store.engine import connect
from counter_app.store.failures import key_fits, told
from counter_app.store.mark import write_mark
from counter_app.store.store import Store
from counter_app.wording.store import WORDS

NOBODY = 65534


def leaves(kind: type[CounterError]) -> Iterator[type[CounterError]]:
    children = kind.__subclasses__()
    if not children:
        yield kind
    for child in children:
        yield from leaves(child)


@contextmanager
def sentence(kind: type[CounterError]) -> Iterator[None]:
    """What is raised inside must be of `kind`, with a fact for every placeholder of its words."""
    with pytest.raises(kind) as caught:
        yield
    error = caught.value
    words = WORDS[error.code]
    assert words.placeholders() <= error.facts.keys()
    assert "…" not in words.filled(error.facts)


def test_every_error_has_its_words_and_every_word_its_error() -> None:
    assert {leaf.code for leaf in leaves(errors.StoreError)} == set(WORDS)
    assert not [code for code, words in WORDS.items() if "thất bại" in words.filled({}).lower()]


def test_a_full_disk(office: Any) -> None:
    uid = office.register()
    with closing(connect(office.path, office.key)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]

    def fill() -> None:
        with office.store.writing() as tx:
            driver = tx.setup._connection.connection.driver_connection
            driver.execute(f"PRAGMA max_page_count = {pages + 2}")
            for number in range(50):
                tx.setup.put(f"filler {number}", "x" * 4000)

    with sentence(errors.StoreFullError):
        fill()
    assert office.store.verify().is_whole
    assert office.get(uid).uid == uid


def test_a_disk_that_takes_no_more_bytes(office: Any) -> None:
    """In a process of its own: the limit of a file's size can't be taken back."""
    office.register()
    office.store.close()
    program = """
import resource, sys
from pathlib import Path
from counter_app.domain.errors.store import StoreDiskError, StoreFullError
from counter_app.store.store import Store
store = Store.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    for number in range(200):
        with store.writing() as tx:
            tx.setup.put(f"filler {number}", "x" * 4000)
except (StoreDiskError, StoreFullError) as error:
    print(error.code)
"""
    arguments = [sys.executable, "-c", program, str(office.path), office.key.hex()]
    answer = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() in {"store.disk", "store.full"}
    office.store = office.open()
    assert office.store.verify().is_whole


def test_a_backup_onto_a_full_disk_leaves_nothing_behind(office: Any) -> None:
    for _ in range(5):
        office.register()
    program = """
import resource, sys
from pathlib import Path
from counter_app.domain.errors.store import StoreError
from counter_app.store.copies.backup import backup
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    backup(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), Path(sys.argv[3]))
except StoreError as error:
    print(error.code)
"""
    target = office.folder / "copies"
    target.mkdir()
    arguments = [office.path, office.key.hex(), target / "copy.db"]
    answer = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() in {"store.disk", "store.full"}
    assert list(target.iterdir()) == []


def test_another_program_holds_the_file(office: Any) -> None:
    program = """
import sys
from pathlib import Path
from counter_app.store.engine import connect
connection = connect(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""
    arguments = [sys.executable, "-c", program, str(office.path), office.key.hex()]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        store = office.open(busy_milliseconds=50)
        with sentence(errors.StoreLockedError), store.writing() as tx:
            tx.setup.put("a", 1)
        with store.reading() as tx:
            assert tx.setup.get("a") is None  # reading goes on
        other.communicate("")
    with store.writing() as tx:
        tx.setup.put("a", 1)
    store.close()


@contextmanager
def an_ordinary_user() -> Iterator[Path]:
    """Work as somebody who isn't root, for whom rights on files mean something."""
    folder = Path(tempfile.mkdtemp())
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        shutil.rmtree(folder)


def test_a_file_that_may_only_be_read(key: bytes) -> None:
    with an_ordinary_user() as folder:
        Store.open(folder, key).close()
        (folder / "store.db").chmod(0o400)
        store = Store.open(folder, key)
        with sentence(errors.StoreReadOnlyError), store.writing() as tx:
            tx.setup.put("a", 1)
        store.close()
        (folder / "store.db").chmod(0o000)
        with sentence(errors.StoreReadOnlyError):
            Store.open(folder, key)


def test_a_folder_that_may_only_be_read(key: bytes) -> None:
    with an_ordinary_user() as folder:
        folder.chmod(0o500)
        with sentence(errors.StoreReadOnlyError):
            Store.open(folder / "store.db", key)
        folder.chmod(0o700)


def test_a_mark_that_can_not_be_written(key: bytes, office: Any) -> None:
    office.register()
    mark = office.store.mark()
    with an_ordinary_user() as folder:
        folder.chmod(0o500)
        with sentence(errors.StoreReadOnlyError):
            write_mark(folder / "mark.json", mark)
        folder.chmod(0o700)
    with sentence(errors.StoreDiskError):
        write_mark(office.folder / "nowhere" / "mark.json", mark)


def test_no_such_folder(tmp_path: Path, key: bytes) -> None:
    with sentence(errors.StoreMissingError):
        Store.open(tmp_path / "nowhere" / "store.db", key)


def cut_in_the_middle(data: bytearray) -> bytes:
    return bytes(data[: len(data) // 2 + 1000])


def cut_at_a_page(data: bytearray) -> bytes:
    return bytes(data[: 4096 * 5])


def flipped_in_the_first_page(data: bytearray) -> bytes:
    data[1000] ^= 1
    return bytes(data)


def flipped_everywhere_else(data: bytearray) -> bytes:
    for at in range(4096 + 100, len(data), 4096):
        data[at] ^= 0x80
    return bytes(data)


def zeros_in_the_middle(data: bytearray) -> bytes:
    data[4096 * 2 : 4096 * 30] = bytes(4096 * 28)
    return bytes(data)


SEEN_BY_THE_CIPHER = (flipped_in_the_first_page, flipped_everywhere_else)
"""A plain file has no checksums: one changed bit in unused space harms nothing there."""

DAMAGES = (
    cut_in_the_middle,
    cut_at_a_page,
    flipped_in_the_first_page,
    flipped_everywhere_else,
    zeros_in_the_middle,
)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("is_plain", [False, True])
def test_a_damaged_file(
    tmp_path: Path, make_office: Any, damage: Callable[[bytearray], bytes], is_plain: bool
) -> None:
    if is_plain and damage in SEEN_BY_THE_CIPHER:
        damage = zeros_in_the_middle
    office = make_office(tmp_path, None) if is_plain else make_office(tmp_path)
    for _ in range(5):
        office.register()
    office.store.close()
    office.path.write_bytes(damage(bytearray(office.path.read_bytes())))
    before = office.path.read_bytes()

    def use() -> None:
        with Store.open(office.path, office.key) as store:
            report = store.verify()
            if not report.is_whole:
                raise errors.StoreDamagedError(path=office.path, reason=str(report.file[0]))

    with sentence(errors.StoreDamagedError):
        use()
    assert len(office.path.read_bytes()) == len(before)


@pytest.mark.parametrize(
    "make", [lambda _: b"", lambda data: bytes(data[:2000]), lambda _: b"no store at all" * 999]
)
def test_what_is_no_store(tmp_path: Path, make_office: Any, make: Callable[[bytes], bytes]) -> None:
    office = make_office(tmp_path)
    office.store.close()
    data = make(office.path.read_bytes())
    office.path.write_bytes(data)
    if not data:
        # An empty file is how SQLite begins; the mark tells that something was here.
        Store.open(office.path, office.key).close()
        return
    with sentence(errors.StoreError):
        Store.open(office.path, office.key)
    assert office.path.read_bytes() == data


def test_a_database_of_another_program(tmp_path: Path, key: bytes) -> None:
    with closing(connect(tmp_path / "store.db", key)) as other:
        other.execute("CREATE TABLE tunes(a)")
    with sentence(errors.StoreDamagedError):
        Store.open(tmp_path, key)


def test_the_wrong_key(office: Any) -> None:
    office.register()
    office.store.close()
    before = office.path.read_bytes()
    for wrong in (b"z" * 32, None):
        with sentence(errors.StoreWrongKeyError):
            Store.open(office.path, wrong)
    assert office.path.read_bytes() == before
    assert key_fits(office.path, office.key)
    assert not key_fits(office.path, b"z" * 32)
    office.store = office.open()
    assert office.store.verify().is_whole


def test_a_key_for_a_plain_file(tmp_path: Path, key: bytes) -> None:
    Store.open(tmp_path, None).close()
    with sentence(errors.StoreWrongKeyError):
        Store.open(tmp_path, key)


def test_a_damaged_source_is_not_backed_up(office: Any) -> None:
    for _ in range(5):
        office.register()
    office.store.close()
    office.path.write_bytes(zeros_in_the_middle(bytearray(office.path.read_bytes())))
    with sentence(errors.StoreError):
        backup(office.path, office.key, office.folder / "copy.db")
    assert not list(office.folder.glob("*copy.db*"))


def test_our_own_bugs_pass_as_they_are(office: Any) -> None:
    with (
        closing(connect(office.path, office.key)) as connection,
        pytest.raises(Exception, match="no such table") as caught,
        told(office.path),
    ):
        connection.execute("SELECT * FROM nowhere")
    assert not isinstance(caught.value, CounterError)
    uid = office.act(office.received()).entry.uid
    with pytest.raises(Exception, match="UNIQUE") as caught:
        office.act(office.received(), uid=uid)
    assert not isinstance(caught.value, CounterError)


def test_a_copy_never_stays_half(tmp_path: Path, office: Any) -> None:
    office.register()
    with pytest.raises(Exception, match="unable to open"):
        copy_pages(tmp_path / "nowhere" / "store.db", office.key, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
