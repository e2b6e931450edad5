"""One-time codes in bulk over real HTTP: made, downloaded, uploaded, counted, taken back."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta

import pytest
import requests

from counter_app.domain.rollout.codes_list import HEADS, as_csv
from counter_app.sandbox.pages.admin.codes_page import read_counters, read_list
from tests.sandbox.browsing import Browser
from tests.sandbox.counter import SignedCounter, now
from tests.sandbox.running import RunningSandbox

PAGE = "/pages/admin/codes"
CENTRE = "H26.15"


@pytest.fixture(scope="module")
def admin(sandbox: RunningSandbox) -> Browser:
    browser = Browser(sandbox.url)
    browser.log_in()
    return browser


def rows_of(answer: requests.Response) -> list[list[str]]:
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.content.startswith(b"\xef\xbb\xbf")  # Excel reads UTF-8 only so
    head, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert head == list(HEADS)
    return rows


def counts(page: str) -> list[int]:
    """Return made, used, open, expired, void of the centre."""
    row = re.search(rf"<tr><td>{re.escape(CENTRE)}</td>((?:<td>\d+</td>){{5}})</tr>", page)
    return [int(each) for each in re.findall(r"\d+", row[1])] if row else [0] * 5


def test_codes_are_made_used_counted_and_taken_back(
    sandbox: RunningSandbox, admin: Browser
) -> None:
    admin.send(f"{PAGE}/void", centre=CENTRE, counters="")  # of the tests before
    before = counts(admin.open(PAGE).text)

    def more(page: str) -> list[int]:
        return [now - then for now, then in zip(counts(page), before, strict=True)]

    rows = rows_of(admin.send(PAGE, counters="71-73, 12A", centre=CENTRE))
    assert [row[1] for row in rows] == ["71", "72", "73", "12A"]
    assert all(row[0] == CENTRE for row in rows)
    assert all(re.fullmatch(r"\d\d/\d\d/\d{4} \d\d:\d\d", row[4]) for row in rows)
    SignedCounter(sandbox.url).enrol(rows[3][3]).session.close()
    page = admin.open(PAGE).text
    assert all(f"<td>{number}</td>" in page for number in ("71", "72", "73"))
    assert "<td>12A</td>" not in page  # used
    assert rows[0][3] not in page  # shown once
    assert more(page) == [4, 1, 3, 0, 0]
    admin.send(f"{PAGE}/void", centre=CENTRE, counters="71")
    assert more(admin.open(PAGE).text) == [4, 1, 2, 0, 1]
    with pytest.raises(AssertionError, match="403"):
        SignedCounter(sandbox.url).enrol(rows[0][3])
    sandbox.clock.at(now() + timedelta(days=8))
    late = more(Browser.open(admin_again(sandbox), PAGE).text)
    sandbox.clock.shift = timedelta(0)
    assert late == [4, 1, 0, 2, 1]
    admin.log_in()
    admin.open(PAGE)
    admin.send(f"{PAGE}/void", centre=CENTRE, counters="")
    assert "Không có mã nào chưa dùng." in admin.open(PAGE).text
    for wrong in (
        {"counters": "1-3", "centre": "H99"},
        {"counters": "a b", "centre": CENTRE},
        {"counters": "1", "centre": CENTRE, "days": "61"},
    ):
        assert admin.send(PAGE, **wrong).status_code == 400
    assert admin.send(f"{PAGE}/void", centre="H99", counters="").status_code == 400


def admin_again(sandbox: RunningSandbox) -> Browser:
    browser = Browser(sandbox.url)
    browser.log_in()
    return browser


@pytest.mark.parametrize(("encoding", "separator"), [("utf-8-sig", ";"), ("utf-16", "\t")])
def test_a_list_of_counters_comes_back_with_codes(
    sandbox: RunningSandbox, admin: Browser, encoding: str, separator: str
) -> None:
    lines = (("Tên máy", "Trung tâm", "Quầy"), ("XA-01", CENTRE, "1"), ("XA-02", CENTRE, "2"))
    text = "\r\n".join(separator.join(line) for line in lines)
    rows = rows_of(admin.upload(PAGE, text.encode(encoding), days="30"))
    assert [row[:3] for row in rows] == [[CENTRE, "1", "XA-01"], [CENTRE, "2", "XA-02"]]
    day = f"{(now() + timedelta(days=30)):%d/%m/%Y}"
    assert {row[4][:10] for row in rows} == {day}
    SignedCounter(sandbox.url).enrol(rows[0][3]).session.close()


def test_a_wrong_list_is_refused_whole(admin: Browser) -> None:
    before = admin.open(PAGE).text
    for file, said in (
        (b"Quay;Ten may\n1;A", "Trung tâm"),
        ("Trung tâm,Quầy,Tên máy\nH26.15,1,A\nH99,2,B".encode(), "dòng 3"),
        ("Trung tâm,Quầy,Tên máy\nH26.15,1,A\nH26.15,2,a".encode(), "nhiều dòng"),
        ("Trung tâm,Quầy".encode(), "từ 1 đến"),
    ):
        answer = admin.upload(PAGE, file)
        assert answer.status_code == 400
        assert said in answer.text
    assert admin.upload(PAGE, "Trung tâm".encode("cp1258", "replace")).status_code == 400
    assert admin.open(PAGE).text == before


def test_many_wrong_lines_are_told_shortly() -> None:
    text = "Trung tâm,Quầy\n" + "H99,1\n" * 30
    assert read_list(text, [CENTRE])[1].endswith("và 20 chỗ khác.")


def test_counters_are_read_and_cells_are_no_formulas() -> None:
    assert read_counters("1-3; 2,\n 12A ,") == ("1", "2", "3", "12A")
    for wrong in ("3-1", "1-9999", "-1", "quầy", "1-"):
        assert read_counters(wrong) == ()
    rows = [("a", "b,c", 'd"'), ("=1+1",), ("@x",), ("",)]
    assert as_csv(rows) == 'a,"b,c","d"""\r\n\'=1+1\r\n\'@x\r\n\r\n'
