"""The feed: pages with their cursors, echoes, cursors that are gone, entries that aren't whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from counter_app.contract.entries import WireEntry
from counter_app.domain.errors import wire
from counter_app.domain.journal.canonical import sha256
from counter_app.domain.journal.entry import header_hash
from counter_app.store.subjects.setup import Setup
from counter_app.sync import pull as pulling
from counter_app.sync.pull import BEHIND_NAME, CURSOR_NAME, pull
from counter_app.sync.push import push
from tests.gateway.faulty import Behave, Handler, Seen, faulty
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter
from tests.sync.proxy import LOSE, Proxy


@pytest.fixture
def page(make_counter: Callable[[str], Counter], sandbox: RunningSandbox) -> dict[str, Any]:
    """A real page of the feed with acts of another counter, as JSON."""
    other = make_counter(sandbox.url)
    for _ in range(3):
        other.register()
    assert push(other.doors).accepted == 3
    found = other.doors.gateway.changes("", 500)
    plain: dict[str, Any] = json.loads(found.model_dump_json(by_alias=True))
    plain["changes"] = plain["changes"][-3:]
    return plain | {"more": False}


def saying(*pages: dict[str, Any]) -> Behave:
    waiting = list(pages)

    def behave(handler: Handler, _: Seen) -> None:
        handler.answer(200, json.dumps(waiting.pop(0) if len(waiting) > 1 else waiting[0]).encode())

    return behave


def cursor(counter: Counter) -> object:
    with counter.store.reading() as tx:
        return tx.setup.get(CURSOR_NAME)


def test_small_pages_bring_the_same(
    make_counter: Callable[[str], Counter], sandbox: RunningSandbox, page: dict[str, Any]
) -> None:
    first, second = make_counter(sandbox.url), make_counter(sandbox.url)
    whole = pull(first.doors)
    small = pull(second.doors, page=2)
    assert small.pages > whole.pages
    assert small.changed == whole.changed >= 3
    assert first.dossiers() == second.dossiers()


def test_a_broken_line_goes_on_where_it_was(
    make_counter: Callable[[str], Counter], proxy: Proxy, page: dict[str, Any]
) -> None:
    counter = make_counter(proxy.url)
    proxy.only, proxy.faults = "/changes", ["", LOSE]
    report = pull(counter.doors, page=2)
    assert report.error is not None
    assert report.pages == 1
    assert pull(counter.doors).error is None
    assert pull(counter.doors).seen == 0


def test_page_and_cursor_are_one(
    counter: Counter, page: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash between them would skip the page for ever."""

    def crash(self: Setup, name: str, value: object) -> None:
        raise KeyboardInterrupt

    with faulty(saying(page)) as server:
        doors = counter.to(server.url)
        monkeypatch.setattr(Setup, "put", crash)
        with pytest.raises(KeyboardInterrupt):
            pull(doors)
        monkeypatch.undo()
        assert not counter.dossiers()
        assert pull(doors).changed == 3


def test_cursor_gone_reads_everything_again(
    counter: Counter, sandbox: RunningSandbox, page: dict[str, Any]
) -> None:
    pull(counter.doors)
    known = counter.dossiers()
    with counter.store.writing() as tx:
        tx.setup.put(CURSOR_NAME, "AAAA")
    report = pull(counter.doors)
    assert report.from_start
    assert report.error is None
    assert report.changed == 0
    assert counter.dossiers() == known


def test_a_server_without_any_cursor_is_not_asked_for_ever(counter: Counter) -> None:
    data = b'{"type":"cursor-gone","status":410}'
    with faulty(lambda handler, _: handler.answer(410, data, "application/problem+json")) as server:
        assert isinstance(pull(counter.to(server.url)).error, wire.CursorGoneError)
        assert len(server.seen) == 2


def test_a_feed_without_end_is_left(counter: Counter, page: dict[str, Any]) -> None:
    with faulty(saying(page | {"more": True})) as server:
        report = pull(counter.to(server.url))
    assert isinstance(report.error, wire.SchemaError)
    assert report.pages == 1


@pytest.mark.parametrize("forge", ["body", "hash", "officer", "depth"])
def test_an_entry_that_is_not_whole_stays_outside(
    counter: Counter, page: dict[str, Any], forge: str
) -> None:
    entry = page["changes"][1]["entry"]
    if forge == "body":
        entry["body"] = entry["body"].replace("Mẫu", "Mấu")
    elif forge == "hash":
        entry["hash"] = "0" * 64
    elif forge == "depth":  # sealed rightly, but no parser would come up from it
        entry["body"] = "[" * 50_000
        entry["body_sha256"] = sha256(entry["body"].encode())
        entry["hash"] = header_hash(WireEntry.model_validate_json(json.dumps(entry)).entry())
    else:
        entry["officer"] = "someone.else"
    with faulty(saying(page)) as server:
        report = pull(counter.to(server.url))
    assert (report.changed, report.forged) == (2, 1)
    assert isinstance(report.error, wire.FeedForgedError)
    assert cursor(counter) == page["cursor"]


def test_a_kind_of_the_future_is_read_after_the_update(
    counter: Counter, page: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = json.loads(json.dumps(page))
    old["changes"][2]["entry"]["kind"] = "teleported"
    with faulty(saying(old)) as server:
        report = pull(counter.to(server.url))
        assert (report.changed, report.unreadable, report.error) == (2, 1, None)
    with faulty(saying(page)) as server:
        doors = counter.to(server.url)
        monkeypatch.setattr(pulling, "__version__", "99")
        assert pull(doors).changed == 1
        assert "cursor=&" in server.seen[0].target
    with counter.store.reading() as tx:
        assert tx.setup.get(BEHIND_NAME) is None


def test_a_machine_without_a_copy_goes_on_behind_what_stands_on_papers(
    make_counter: Callable[[str], Counter], sandbox: RunningSandbox
) -> None:
    dead, new = make_counter(sandbox.url), make_counter(sandbox.url)
    for _ in range(3):
        dead.register()
    assert push(dead.doors).accepted == 3
    assert pull(new.doors).changed >= 3
    with new.store.writing() as tx:
        assert tx.numbers.next_serial("1", new.clock().year) == 4
