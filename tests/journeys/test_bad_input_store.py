"""Store files that are damaged, from elsewhere or gone; disks that are full or locked.

At a real home through the commands: a sentence, exit code 1, and the file as it was.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from counter_app.app.home import open_home
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.store.drafts import Drafts
from counter_app.store.mark import Condition
from counter_app.store.store import Store
from tests.journeys.bad_input import (
    PAGE,
    Commands,
    careful,
    edited,
    kept,
    refused,
    sql,
    told,
    zeros,
)
from tests.made import NOON, person


def flipped(data: bytearray) -> bytearray:
    for at in range(PAGE + 100, len(data), PAGE):
        data[at] ^= 0x80
    return data


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "half of it": (lambda f: edited(f, lambda data: data[: len(data) // 2]), "store.damaged"),
    "its first page": (lambda f: edited(f, lambda data: data[:PAGE]), "store.damaged"),
    "zeros in it": (lambda f: edited(f, zeros), "store.damaged"),
    "a header of zeros": (lambda f: edited(f, lambda d: bytes(100) + d[100:]), "store.wrong_key"),
    "text": (lambda f: f.write_bytes(b"Xin ch\xc3\xa0o " * 999), "store.wrong_key"),
    "a picture": (lambda f: f.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(9000)), "store.wrong_key"),
    "nothing in it": (lambda f: f.write_bytes(b""), "store.gone"),
    "gone": (lambda f: f.unlink(), "store.gone"),
    "a later program's": (
        lambda f: sql(f, "UPDATE alembic_version SET version_num = '9999'"),
        "store.newer",
    ),
    "another program's": (
        lambda f: (f.unlink(), sql(f, "CREATE TABLE tunes(a)", "INSERT INTO tunes VALUES (1)")),
        "store.damaged",
    ),
}


@pytest.mark.parametrize(("damage", "code"), DAMAGES.values(), ids=DAMAGES.keys())
@pytest.mark.parametrize("name", ["verify", "backup"])
def test_a_store_that_can_t_be_used_is_left_as_it_is(
    damage: Callable[[Path], object],
    code: str,
    name: str,
    home: Path,
    tmp_path: Path,
    command: Commands,
) -> None:
    file = home / "store.db"
    damage(file)
    before = file.read_bytes() if file.exists() else None
    done = command(name, *([tmp_path / "copy.db"] if name == "backup" else []), home=home)
    assert done.code == 1
    if done.err:
        told(done.err, code)
    else:  # verify found it by reading every page
        assert code == "store.damaged"
        assert "Nhật ký có chỗ không khớp. Dữ liệu được giữ nguyên" in done.out
        careful(done.out)
    assert not (tmp_path / "copy.db").exists()
    assert (file.read_bytes() if file.exists() else None) == before or code == "store.damaged"


SEALED: dict[str, Callable[[Path], object]] = {
    "flipped bytes": lambda f: edited(f, flipped),
    "cut": lambda f: edited(f, lambda data: data[: PAGE * 5]),
    "first page flipped": lambda f: edited(f, lambda d: d[:1000] + bytes([d[1000] ^ 1]) + d[1001:]),
}


@pytest.mark.parametrize("damage", SEALED.values(), ids=SEALED.keys())
def test_a_damaged_encrypted_store_is_told_from_a_wrong_key(
    damage: Callable[[Path], object], sealed_home: Path, command: Commands
) -> None:
    damage(sealed_home / "store.db")
    done = command("verify", home=sealed_home, plain=False)
    assert done.code == 1
    if done.err:
        told(done.err, "store.damaged")
    else:
        assert "Nhật ký có chỗ không khớp" in done.out


def test_an_encrypted_store_isn_t_opened_as_a_plain_one(
    sealed_home: Path, command: Commands
) -> None:
    before = (sealed_home / "store.db").read_bytes()
    refused(command("verify", home=sealed_home), "store.wrong_key")
    assert (sealed_home / "store.db").read_bytes() == before
    assert command("verify", home=sealed_home, plain=False).code == 0


def test_the_store_of_another_counter(
    plain_template: Path, sealed_home: Path, command: Commands
) -> None:
    shutil.copy(plain_template / "store.db", sealed_home / "store.db")
    refused(command("verify", home=sealed_home, plain=False), "store.wrong_key")


REWRITTEN: dict[str, tuple[str, ...]] = {
    "an entry's time": ("UPDATE journal SET occurred_at = occurred_at || 'x' WHERE n = 1",),
    "an entry's body": ("UPDATE body SET data = x'7b7d' WHERE position = 1",),
    "an entry gone": (
        "PRAGMA foreign_keys = OFF",
        "DELETE FROM journal WHERE position = 2",
    ),
    "a dossier's row": ("UPDATE dossier SET code = 'H26.15-991231-9999' || key",),
}


@pytest.mark.parametrize("statements", REWRITTEN.values(), ids=REWRITTEN.keys())
def test_a_journal_that_somebody_changed_is_found_out(
    statements: tuple[str, ...], home: Path, command: Commands
) -> None:
    with closing(sqlite.connect(str(home / "store.db"), isolation_level=None)) as connection:
        triggers = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
    sql(home / "store.db", *(f"DROP TRIGGER {name}" for (name,) in triggers), *statements)
    done = command("verify", home=home)
    assert done.code == 1, done
    careful(done.out + done.err)
    if "báo quản trị" not in done.out:
        told(done.err, "store.damaged")


MARKS: dict[str, Callable[[Path], object]] = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: edited(path, lambda data: data[:20]),
    "of somebody else": lambda path: path.write_text('{"tunes": 1}'),
    "changed": lambda path: edited(path, lambda data: data.replace(b'"n":3', b'"n":1')),
    "deep": lambda path: path.write_text("[" * 100_000),
}


@pytest.mark.parametrize("damage", MARKS.values(), ids=MARKS.keys())
def test_without_a_sound_mark_no_number_is_given_twice(
    damage: Callable[[Path], object], home: Path
) -> None:
    """Nobody is locked out: the counter goes on with provisional receipts (SYNC §4)."""
    before = kept(home)
    damage(home / "mark.json")
    with open_home(home, plain_store=True) as opened:
        assert opened.settled is not None
        assert opened.settled.condition is Condition.RESTORED
        workplace = opened.workplace()
        officer = workplace.reference.officers.officers[0]
        dossier = receive(workplace, Session(officer, "online"), Reception("1.001193", person()))
        assert dossier.is_provisional
    after = kept(home)
    assert set(before.codes) <= set(after.codes)
    assert not after.faults


DRAFTS: dict[str, Callable[[Path], object]] = {
    "text": lambda path: path.write_text("không phải nháp " * 999, encoding="utf-8"),
    "cut": lambda path: edited(path, lambda data: data[: len(data) // 2]),
    "zeros": lambda path: path.write_bytes(bytes(8192)),
    "under another key": lambda path: (path.unlink(), Drafts.open(path, b"k" * 32).close()),
}


@pytest.mark.parametrize("damage", DRAFTS.values(), ids=DRAFTS.keys())
def test_damaged_drafts_never_keep_a_counter_closed(
    damage: Callable[[Path], object], home: Path
) -> None:
    path, before = home / "drafts.db", kept(home)
    drafts = Drafts.open(path, None)
    drafts.save("tiep-nhan", "cb-01", {"name": "Trần Thị Mẫu"}, NOON)
    drafts.close()
    damage(path)
    spoilt = path.read_bytes()
    drafts = Drafts.open(path, None)
    drafts.save("tiep-nhan", "cb-01", {"name": "Trần Thị Mẫu"}, NOON)
    assert len(drafts.all()) == 1
    assert drafts.set_aside is not None
    assert drafts.set_aside.read_bytes() == spoilt
    drafts.close()
    assert kept(home) == before


CHILD = """
import ctypes, os, resource, sys
from pathlib import Path
from counter_app.app.home import open_home
from counter_app.cli import main
from counter_app.domain.errors import CounterError
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.wording.sentences import sentence
from tests.made import person

home, how = Path(sys.argv[1]), sys.argv[2]
if how == "full":
    limit = (home / "store.db").stat().st_size + 100_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
elif os.geteuid() == 0:
    # Root keeps its files, but loses CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: rights count.
    libc = ctypes.CDLL(None)
    header, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    libc.capget(header, sets)
    sets[0] &= ~0b110
    assert libc.capset(header, sets) == 0
try:
    with open_home(home, plain_store=True) as opened:
        workplace = opened.workplace()
        session = Session(workplace.reference.officers.officers[0], "online")
        for _ in range(300):
            receive(workplace, session, Reception("1.001193", person()))
            print("received", flush=True)
except CounterError as error:
    print(sentence(error), file=sys.stderr)
    sys.exit(1)
"""


def at_work(home: Path, how: str) -> subprocess.CompletedProcess[str]:
    """Receive until something stops it, in a process whose limits can't be taken back."""
    return subprocess.run(
        [sys.executable, "-c", CHILD, str(home), how],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )


def test_a_full_disk_loses_only_what_wasn_t_confirmed(home: Path) -> None:
    before = kept(home)
    done = at_work(home, "full")
    assert done.returncode == 1, done.stderr
    received = done.stdout.count("received")
    assert received < 300
    careful(done.stderr)
    assert "Mọi việc đã ghi trước đó vẫn còn nguyên." in done.stderr
    after = kept(home)
    assert len(after.codes) == len(before.codes) + received
    assert not after.faults


RIGHTS: dict[str, tuple[dict[str, int], str]] = {
    "store for reading only": ({"store.db": 0o400}, "store.read_only"),
    "store of nobody": ({"store.db": 0o000}, "store.read_only"),
    "home for reading only": ({"": 0o500}, "home.not_writable"),
    "settings of nobody": ({"settings.toml": 0o000}, "home.settings_damaged"),
    "mark of nobody": ({"mark.json": 0o000}, "store.read_only"),
}


@pytest.mark.parametrize(("rights", "code"), RIGHTS.values(), ids=RIGHTS.keys())
def test_rights_that_are_missing_are_said(rights: dict[str, int], code: str, home: Path) -> None:
    (home / "settings.toml").touch()
    before = kept(home)
    for name, mode in rights.items():
        (home / name).chmod(mode)
    done = at_work(home, "rights")
    home.chmod(0o700)
    for path in home.iterdir():  # SQLite gives the files beside a store the store's own rights
        path.chmod(0o700)
    assert done.returncode == 1, done.stdout
    told(done.stderr, code)
    assert kept(home) == before


def test_another_program_holds_the_store(home: Path, command: Commands) -> None:
    before = kept(home)
    with closing(sqlite.connect(str(home / "store.db"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Store.open(home / "store.db", None, busy_milliseconds=50) as store:
            with pytest.raises(Exception, match=r"store\.locked"), store.writing() as tx:
                tx.setup.put("a", 1)
            with store.reading() as tx:
                assert tx.setup.get("a") is None
        other.execute("ROLLBACK")
    assert kept(home) == before
    assert command("verify", home=home).code == 0
