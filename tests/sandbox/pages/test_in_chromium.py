"""The server's pages in a real browser: laid out whole, and worked through by keys and clicks.

Where Chromium and its driver aren't installed, `conftest.py` leaves this file out
(`installer/prepare.sh dev` brings both).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By

from counter_app.sandbox.pages.frame import ADMIN_WAYS, CLERK_WAYS
from tests.sandbox.counter import SignedCounter
from tests.sandbox.pages.chromium import Chromium, chromium
from tests.sandbox.running import RunningSandbox

pytestmark = pytest.mark.long

NASTY = '<script>alert("x")</script>'


@pytest.fixture(scope="module")
def browser(sandbox: RunningSandbox) -> Iterator[Chromium]:
    with chromium(sandbox.url) as opened:
        yield opened


def test_every_page_is_laid_out_whole(browser: Chromium) -> None:
    browser.driver.delete_all_cookies()
    browser.open("/pages/login")
    assert browser.faults() == []
    browser.log_in()
    for size in ((1366, 768), (800, 600)):
        browser.driver.set_window_size(*size)
        for path, name in (*ADMIN_WAYS, *CLERK_WAYS):
            browser.open(path)
            assert name in browser.driver.title
            assert browser.faults() == [], f"{path} at {size}"
    browser.driver.set_window_size(1366, 768)


def test_codes_in_bulk_come_as_a_file(browser: Chromium, tmp_path: Path) -> None:
    browser.driver.delete_all_cookies()
    browser.log_in()
    allowed = {"behavior": "allow", "downloadPath": str(tmp_path)}
    browser.driver.execute_cdp_cmd("Page.setDownloadBehavior", allowed)
    browser.open("/pages/admin/codes")
    browser.field("counters").send_keys("21-23, 30")
    browser.driver.find_element(By.CSS_SELECTOR, "form.lines button").click()
    file = tmp_path / "ma-ghi-danh.csv"
    browser.wait_for(file.exists)
    rows = list(csv.reader(file.read_text("utf-8-sig").splitlines()))
    counter, code = (rows[0].index(head) for head in ("Quầy", "Mã ghi danh"))
    assert [row[counter] for row in rows[1:]] == ["21", "22", "23", "30"]
    assert len({row[code] for row in rows[1:]}) == 4
    browser.open("/pages/admin/codes")
    assert all(f"{row[counter]} " in browser.text() + " " for row in rows[1:])


def test_a_clerk_decides_a_dossier(browser: Chromium, sandbox: RunningSandbox) -> None:
    counter = SignedCounter(sandbox.url).enrol(sandbox.enrol_code("1"))
    entry = counter.received()
    counter.send([entry])
    counter.session.close()
    browser.driver.delete_all_cookies()
    browser.log_in()
    browser.open("/pages/admin/accounts")
    form = "form.lines"
    browser.field("name", form).send_keys("giay")
    browser.field("full_name", form).send_keys(NASTY)
    browser.field("password", form).send_keys("mat-khau-thu\n")
    browser.wait_for(lambda: NASTY in browser.text())
    assert browser.faults() == []
    browser.driver.delete_all_cookies()
    browser.log_in("giay", "mat-khau-thu")
    browser.open("/pages/clerk/dossiers")
    browser.driver.find_element(By.PARTIAL_LINK_TEXT, counter.used[-1]).click()
    browser.wait_for(lambda: str(entry.dossier) in browser.driver.current_url)
    assert browser.faults() == []
    start = 'form[action$="/start"]'
    browser.driver.find_element(By.CSS_SELECTOR, f"details:has({start}) summary").click()
    browser.field("unit", start).send_keys("Phòng Mẫu\n")
    browser.wait_for(lambda: "Đang giải quyết" in browser.text())
    assert browser.faults() == []
