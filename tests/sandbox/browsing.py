"""Somebody at the pages: cookies, forms with their token, as a browser does it without scripts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import requests

from tests.sandbox.running import ADMIN_PASSWORD


class _Reader(HTMLParser):
    """Collects elements: the forms' tokens and what would run as a script."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


class Browser:
    """One visitor. `open` and `send` return the answer after its redirects."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.session = requests.Session()
        self.session.trust_env = False
        self.token = ""

    def open(self, path: str) -> requests.Response:
        return self._seen(self.session.get(self.url + path, timeout=30))

    def send(self, path: str, token: str | None = None, **fields: str) -> requests.Response:
        data = {"token": self.token if token is None else token, **fields}
        return self._seen(self.session.post(self.url + path, data=data, timeout=30))

    def upload(self, path: str, file: bytes, **fields: str) -> requests.Response:
        data = {"token": self.token, **fields}
        files = {"file": ("danh-sach.csv", file, "text/csv")}
        sent = self.session.post(self.url + path, data=data, files=files, timeout=30)
        return self._seen(sent)

    def log_in(self, name: str = "admin", password: str = ADMIN_PASSWORD) -> requests.Response:
        self.open("/pages/login")
        return self.send("/pages/login", name=name, password=password)

    def _seen(self, answer: requests.Response) -> requests.Response:
        if found := re.search(r'name="token" value="([0-9a-f]{64})"', answer.text):
            self.token = found[1]
        if "html" in answer.headers["Content-Type"]:
            nothing_runs(answer.text)
        return answer


def nothing_runs(text: str) -> None:
    """Assert that a page has no script, no handler, and nothing from elsewhere."""
    reader = _Reader()
    reader.feed(text)
    assert not {"script", "iframe", "img", "object", "svg"} & set(reader.tags)
    assert reader.handlers == []
    assert "http" not in text.replace("http-equiv", "")
