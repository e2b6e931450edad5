"""A real browser without a window: Chromium, driven by WebDriver as a hand and a keyboard would."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.sandbox.running import ADMIN_PASSWORD

PATIENCE = 60
WIDE, HIGH = 1366, 768


def browser_and_driver() -> tuple[str, str] | None:
    """Return where Chromium and its driver lie; None where they aren't installed."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


class Chromium:
    """One visitor with a real browser."""

    def __init__(self, driver: webdriver.Chrome, url: str) -> None:
        self.driver, self.url = driver, url

    def open(self, path: str) -> None:
        self.driver.get(self.url + path)

    def log_in(self, name: str = "admin", password: str = ADMIN_PASSWORD) -> None:
        self.open("/pages/login")
        self.field("name").send_keys(name)
        self.field("password").send_keys(password + "\n")
        WebDriverWait(self.driver, PATIENCE).until(
            lambda driver: "/login" not in driver.current_url
        )

    def field(self, name: str, form: str = "form") -> WebElement:
        """Return the field `name` of the first form that `form`, a selector, finds it in."""
        return self.driver.find_element(By.CSS_SELECTOR, f'{form} [name="{name}"]')

    def wait_for(self, holds) -> None:  # type: ignore[no-untyped-def]
        WebDriverWait(self.driver, PATIENCE).until(lambda _: holds())

    def text(self) -> str:
        return self.driver.find_element(By.TAG_NAME, "body").text

    def faults(self) -> list[str]:
        """Return what is wrong with the page as it is laid out: things beside it, cut, unnamed."""
        found: list[str] = self.driver.execute_script(_LOOK)
        said = self.driver.get_log("browser")
        return found + [
            entry["message"]
            for entry in said
            if entry["level"] in ("WARNING", "SEVERE") and "favicon" not in entry["message"]
        ]


_LOOK = """
const found = [];
const root = document.documentElement;
if (root.scrollWidth > root.clientWidth) found.push('wider than the window: ' + root.scrollWidth);
if (!document.title) found.push('no title');
if (!root.lang) found.push('no language');
for (const each of document.querySelectorAll('input, select, textarea')) {
    if (each.type === 'hidden') continue;
    const named = (each.labels && each.labels.length) || each.getAttribute('aria-label');
    if (!named) found.push('a field without a name: ' + each.name);
}
for (const each of document.querySelectorAll('button, a')) {
    if (!each.textContent.trim()) found.push('nothing to read on ' + each.outerHTML.slice(0, 60));
    const box = each.getBoundingClientRect();
    if (box.width && (box.height < 16)) found.push('too small to press: ' + each.innerText);
}
return found;
"""


@contextmanager
def chromium(url: str) -> Iterator[Chromium]:
    """Give a browser of its own, without a picture cache or a profile that stays."""
    found = browser_and_driver()
    assert found is not None
    options = webdriver.ChromeOptions()
    options.binary_location = found[0]
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--disable-extensions", "--disable-background-networking",
        f"--window-size={WIDE},{HIGH}", "--lang=vi",
    ):  # fmt: skip
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(found[1]))
    driver.set_page_load_timeout(PATIENCE)
    try:
        yield Chromium(driver, url)
    finally:
        driver.quit()
