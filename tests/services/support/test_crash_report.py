"""What a report about a bug keeps, and what it never does."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from datetime import datetime

import pytest

from counter_app.domain.dates import VIETNAM
from counter_app.domain.errors.work import NotPermittedError
from counter_app.services.support.crash_report import message_of, report_of, short_path
from counter_app.services.support.masking import masked_message

AT = datetime(2025, 7, 1, 9, 14, 22, tzinfo=VIETNAM)
NAME, NUMBER, PHONE = "Trần Thị Mẫu", "001099000123", "0912 345 678"


@pytest.mark.parametrize(
    "message",
    [
        f"no person {NAME} with {NUMBER}",
        f"'{NAME}' is not in list",
        f'invalid literal for int() with base 10: "{NUMBER}"',
        "TRAN THI MAU, 001 099 000 123",
        "Tran Thi Mau",
        "Mau",
        f"call {PHONE} or 0912.345.678",
        f"[SQL: INSERT INTO person VALUES (?)] [parameters: ('{NAME}', '{NUMBER}')]",
        "1 validation error: input_value='001099000123', input_type=str",
        f"{NAME}" * 200,
        "Tra\u0302\u0300n Thi\u0323 Ma\u0302\u0303u",
    ],
)
def test_no_name_and_no_number_stays(message: str) -> None:
    masked = masked_message(message)
    for secret in (*NAME.split(), "Tran", "Thi", "Mau", "TRAN", "MAU", "001", "345", "678", "9012"):
        assert secret not in masked
    assert len(masked) <= 320


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("'uid'", "'uid'"),
        ("'NoneType' object has no attribute 'person'", "'…' object has no attribute 'person'"),
        ("list index out of range", "list index out of range"),
        ("expected 3 values, got 12", "expected 3 values, got 12"),
        ("QTimer can only be used with threads", "QTimer can only be used with threads"),
        ("", ""),
    ],
)
def test_what_helps_to_find_the_bug_stays(message: str, kept: str) -> None:
    assert masked_message(message) == kept


def refused_by_sqlite() -> sqlite3.Error:
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("CREATE TABLE mau (thi CHECK (thi > 1))")
        try:
            made.execute("INSERT INTO mau VALUES (0)")
        except sqlite3.Error as error:
            return error
    raise AssertionError


def failing(person: str) -> None:
    number = NUMBER
    try:
        {}[f"{person} {number}"]
    except KeyError as error:
        raise ValueError(f"no {person}") from error


def caught() -> ValueError:
    try:
        failing(NAME)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_says_where_and_not_with_whom() -> None:
    report = report_of(caught(), AT, "job-1", "Loop")
    assert report.file_name == f"su-co-20250701-091422-{report.digest}.txt"
    for part in ("KeyError", "… sau đó:", "ValueError\n", "trong failing", "job-1", "Loop"):
        assert part in report.text
    assert report.text.index("KeyError") < report.text.index("ValueError")
    for secret in (NAME, "Mẫu", NUMBER):
        assert secret not in report.text
    assert "tests/services/support/test_crash_report.py" in report.text
    assert "/home" not in report.text.split("test_crash_report.py")[0].splitlines()[-1]


@pytest.mark.parametrize(
    ("error", "kept"),
    [
        (KeyError("tran thi mau"), ""),
        (KeyError("mau"), ""),
        (ValueError("invalid literal for int() with base 10: 'mau'"), ""),
        (
            AttributeError("'dict' object has no attribute 'uid'"),
            "'dict' object has no attribute 'uid'",
        ),
        (FileNotFoundError(errno.ENOENT, "No such file", "/nha/mau/x"), "ENOENT"),
        (UnicodeDecodeError("utf-8", b"mau", 0, 1, "mau"), "utf-8"),
        (UnicodeError("mau"), ""),
        (NotPermittedError(officer="tran thi mau"), NotPermittedError.code),
        (refused_by_sqlite(), "SQLITE_CONSTRAINT_CHECK"),
    ],
)
def test_a_folded_name_is_no_message(error: Exception, kept: str) -> None:
    assert message_of(error) == kept


def test_the_same_bug_has_the_same_digest() -> None:
    later = AT.replace(hour=10)
    assert report_of(caught(), AT, "a").digest == report_of(caught(), later, "b").digest
    assert report_of(caught(), AT, "a").digest != report_of(ValueError(), AT, "a").digest


def test_an_exception_that_leads_to_itself_ends() -> None:
    first, second = ValueError(), KeyError()
    first.__context__, second.__context__ = second, first
    assert report_of(first, AT, "a").text.count("sau đó") == 1


@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("/nha/tran.thi.mau/app/counter_app/store/engine.py", "counter_app/store/engine.py"),
        (r"C:\Users\mau\py\Lib\site-packages\x\y.py", "site-packages/x/y.py"),
        ("/srv/mau/script.py", "script.py"),
        ("", "?"),
    ],
)
def test_no_folder_of_a_user_stays(path: str, short: str) -> None:
    assert short_path(path) == short
