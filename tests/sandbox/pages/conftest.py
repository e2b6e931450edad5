"""One server for each file of these tests: their devices and accounts don't meet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sandbox.browsing import Browser
from tests.sandbox.pages.chromium import browser_and_driver
from tests.sandbox.running import RunningSandbox

collect_ignore = [] if browser_and_driver() else ["test_in_chromium.py"]


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    with RunningSandbox(tmp_path_factory.mktemp("sandbox")) as running:
        yield running


@pytest.fixture
def admin(sandbox: RunningSandbox) -> Browser:
    browser = Browser(sandbox.url)
    browser.log_in()
    return browser
