"""Catalogues: signed, whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counter_app.contract.feed import Manifest
from counter_app.domain.errors import wire
from counter_app.store.subjects.catalogues import CatalogueState
from counter_app.sync.catalogues import fetch
from tests.gateway.faulty import Handler, Seen, faulty
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter
from tests.sync.proxy import HALF, Proxy


def here(counter: Counter) -> set[str]:
    with counter.store.reading() as tx:
        return {line.name for line in tx.catalogues.listing()}


def test_staged_once(counter: Counter, sandbox: RunningSandbox) -> None:
    manifest = counter.doors.gateway.manifest()
    assert manifest is not None
    report = fetch(counter.doors)
    assert report.error is None
    assert {name for name, _ in report.staged} == {
        line.name for line in manifest.manifest.catalogues
    }
    with counter.store.reading() as tx:
        assert {line.state for line in tx.catalogues.listing()} == {CatalogueState.STAGED}
    again = fetch(counter.doors)
    assert (again.staged, again.error) == ((), None)


def test_half_a_catalogue_is_none(make_counter: Callable[[str], Counter], proxy: Proxy) -> None:
    counter = make_counter(proxy.url)
    proxy.only, proxy.faults = "/catalogues/procedures", [HALF]
    report = fetch(counter.doors)
    assert isinstance(report.error, wire.CutAnswerError)
    assert "procedures" not in here(counter)
    assert fetch(counter.doors).error is None
    assert "procedures" in here(counter)


@pytest.mark.parametrize("forge", ["body", "signature", "page"])
def test_forged_is_left_out_and_named(
    counter: Counter, sandbox: RunningSandbox, forge: str
) -> None:
    fresh = counter.doors.gateway.manifest()
    assert fresh is not None
    bodies = {
        line.name: counter.doors.gateway.catalogue(line.name, line.version)
        for line in fresh.manifest.catalogues
    }

    def behave(handler: Handler, seen: Seen) -> None:
        parts = seen.target.split("/")
        if len(parts) == 3:
            lines = [
                line.model_copy(update={"signature": "AAAA" if line.name == "units" else s})
                if forge == "signature"
                else line
                for line in fresh.manifest.catalogues
                for s in (line.signature,)
            ]
            data = Manifest(catalogues=tuple(lines)).model_dump_json().encode()
            handler.answer(200, data, ETag='"1"')
        elif parts[3] == "units" and forge == "page":
            handler.answer(200, b"<html>", "text/html")
        elif parts[3] == "units" and forge == "body":
            handler.answer(200, bodies["units"].replace(b"1", b"2"))
        else:
            handler.answer(200, bodies[parts[3]])

    with faulty(behave) as server:
        report = fetch(counter.to(server.url))
    kind = wire.NotJsonError if forge == "page" else wire.CatalogueForgedError
    assert isinstance(report.error, kind)
    assert "units" not in here(counter)
    assert here(counter)
    # The manifest wasn't wholly read, so the next round asks for all of it again.
    assert ("units", fresh.manifest.catalogues[-1].version) in fetch(counter.to(sandbox.url)).staged
