"""The support bundle of a store that was worked with: nobody is in it; only its key opens it."""

from __future__ import annotations

import base64
import logging
import os
from pathlib import Path

import pytest

from counter_app.config import Folders, Settings
from counter_app.domain.errors.home import PathUnusableError
from counter_app.domain.errors.keeping.support import (
    BundleDamagedError,
    BundleNewerError,
    BundleOtherKeyError,
    SupportKeyFileError,
    SupportKeyMissingError,
)
from counter_app.domain.text import fold
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.services.support.bundle import CRASH_FILE, Bundle, bundle_of
from counter_app.services.support.crash_report import keep, report_of
from counter_app.services.support.home_checks import Ground, Reached, home_checks
from counter_app.services.support.kept_key import keep_support_key, kept_support_key
from counter_app.services.support.log_file import kept_log, log_files
from counter_app.services.support.sealed_bundle import (
    opened,
    public_key,
    read_support_key,
    save,
    support_key_text,
)
from counter_app.vault.sealing import public_of
from tests.made import NOON, person
from tests.services.conftest import Counter

PRIVATE = bytes(range(32))
PUBLIC = public_of(PRIVATE)
PEOPLE = (
    ("Trần Thị Mẫu", "001184000123"),
    ("Nguyễn Văn Thử", "001090000456"),
    ("Hoàng Đức Ví Dụ", "001201000789"),
)


def used(counter: Counter, folders: Folders) -> Bundle:
    """Return the bundle of a counter where things went well, badly, and terribly."""
    folders.log_dir.mkdir()
    place = counter.workplace
    with kept_log(folders.log_dir):
        for name, number in PEOPLE:
            dossier = receive(place, counter.session, Reception("1.001193", person(name, number)))
            logging.getLogger("counter_app.x").info("received %s of %s", dossier.code, name)
            error = KeyError(f"{name} {number} 0900000456 {dossier.received.applicant}")
            keep(report_of(error, NOON, "job-1"), folders.log_dir)
            logging.getLogger("urllib3").info("%s", error)
    (folders.log_dir / CRASH_FILE).write_text(
        'Fatal Python error\n  File "C:\\Users\\Tran Thi Mau\\counter_app\\x.py", line 3 in run\n',
        encoding="utf-8",
    )
    settings = Settings(ca_file="C:/Users/Tran Thi Mau/ca.pem", printer="Máy của Trần Thị Mẫu")
    ground = Ground(
        folders,
        place,
        SealedFiles.beside(folders.store_file, bytes(32)),
        lambda: Reached("x"),
    )
    return bundle_of(folders, settings, home_checks(ground), NOON, place)


def secrets(counter: Counter) -> set[str]:
    people = [person(*each) for each in PEOPLE]
    told = {word for each in people for word in (each.name, each.identity.number, each.phone)}
    told |= {each.address.original for each in people}
    told |= {officer.name for officer in counter.workplace.reference.officers.officers}
    told.add(counter.session.officer.name)
    told |= {"Users", "ca.pem"}
    return {form for word in told if word for form in (word, word.upper(), fold(word), word[-9:])}


def test_nobody_is_in_the_bundle_nor_in_the_log(counter: Counter, tmp_path: Path) -> None:
    folders = Folders.at(tmp_path)
    bundle = used(counter, folders)
    path = save(bundle, PUBLIC, tmp_path)
    assert path.name == "ho-tro-00217-20261120-1000.goi"
    head, parts = opened(path, PRIVATE)
    assert (head.device, parts) == ("00217", bundle.parts)
    raw = "\n".join(f"{part.name} {part.title}\n{part.text}" for part in parts)
    assert raw.count("KeyError") >= 1  # one bug, one report
    for each in log_files(folders.log_dir):
        raw += each.read_text(encoding="utf-8")
    for secret in secrets(counter):
        assert secret not in raw, secret
        assert secret.encode() not in path.read_bytes()
    told = {line.split()[0]: line.split()[-1] for line in raw.splitlines() if len(line.split()) > 1}
    assert told["journal"] == "3"
    assert told["pending"] == "3"
    assert told["revision"].isdecimal()
    assert bundle.text.startswith("=== ")


def test_only_its_key_opens_it_and_a_changed_one_not_at_all(
    counter: Counter, tmp_path: Path
) -> None:
    path = save(used(counter, Folders.at(tmp_path)), PUBLIC, tmp_path)
    with pytest.raises(BundleOtherKeyError):
        opened(path, os.urandom(32))
    whole = path.read_bytes()
    changes = {
        "device": whole.replace(b"00217", b"00218", 1),
        "cut": whole[:-1],
        "byte": whole[:-1] + bytes([whole[-1] ^ 1]),
        "other": b"PK\x03\x04" + whole,
        "empty": b"",
    }
    for changed in changes.values():
        path.write_bytes(changed)
        with pytest.raises(BundleDamagedError):
            opened(path, PRIVATE)
    path.write_bytes(whole.replace(b"bundle 1\n", b"bundle 2\n", 1))
    with pytest.raises(BundleNewerError):
        opened(path, PRIVATE)


def test_a_folder_that_is_gone_says_so(counter: Counter, tmp_path: Path) -> None:
    bundle = used(counter, Folders.at(tmp_path))
    with pytest.raises(PathUnusableError):
        save(bundle, PUBLIC, tmp_path / "not-plugged-in")


def test_keys(tmp_path: Path) -> None:
    file = tmp_path / "key.txt"
    file.write_text(support_key_text(PRIVATE), encoding="utf-8")
    assert read_support_key(file) == PRIVATE
    text = base64.b64encode(PUBLIC).decode()
    assert public_key(text) == PUBLIC
    for wrong in ("", "no key", text[:8]):
        with pytest.raises(SupportKeyMissingError):
            public_key(wrong)
    with pytest.raises(SupportKeyFileError):
        read_support_key(tmp_path / "nothing.txt")
    assert kept_support_key(tmp_path) == ""
    keep_support_key(tmp_path, text)
    assert kept_support_key(tmp_path) == text
