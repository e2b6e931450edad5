"""Scanned papers at the server: known by their digest, whole or not there, a piece counts once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import requests

from counter_app.contract.entries import WireEntry
from counter_app.contract.files.messages import (
    CHUNK_BYTES,
    CHUNK_TYPE,
    UPLOAD_LENGTH,
    UPLOAD_OFFSET,
)
from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.errors.sandbox import ClerkRefusedError
from counter_app.sandbox.province import files
from counter_app.sandbox.records import tables as t
from counter_app.sandbox.settings import vietnam_now
from tests.sandbox.counter import SignedCounter, new_uid
from tests.sandbox.running import RunningSandbox

PDF = b"%PDF-1.5 " + bytes(range(256)) * 200


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    with RunningSandbox(tmp_path_factory.mktemp("files")) as made:
        yield made


@pytest.fixture
def sandbox(running: RunningSandbox) -> RunningSandbox:
    """One server for the whole file; it knows no papers yet."""
    with running.province.writing() as tx:
        for table in (t.upload, t.file_piece, t.file_use, t.file):
            tx.execute(table.delete())
    return running


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def scanned(counter: SignedCounter, data: bytes = PDF, size: int | None = None) -> WireEntry:
    """Register a dossier with one scanned paper and send both entries."""
    first = counter.received()
    body = PaperScanned("Tờ khai", digest(data), size or len(data), 3, "scanner")
    second = counter.entry(body, dossier=first.dossier)
    assert [each.status.value for each in counter.send([first, second])] == ["accepted"] * 2
    return second


def offer(counter: SignedCounter, entry: WireEntry, data: bytes = PDF) -> requests.Response:
    wanted = {
        "sha256": digest(data),
        "size": len(data),
        "dossier": entry.dossier,
        "entry": entry.uid,
    }
    return counter.call("POST", "/v1/files", wanted)


def piece(
    counter: SignedCounter,
    offset: int,
    data: bytes,
    whole: str = digest(PDF),
    *,
    sha256: str = "",
    **headers: str,
) -> requests.Response:
    target = f"/v1/files/{whole}?offset={offset}&piece={sha256 or digest(data)}"
    signed = {"Content-Type": CHUNK_TYPE, **counter.headers("PATCH", target, data), **headers}
    return counter.session.patch(counter.url + target, data=data, headers=signed, timeout=30)


def refusal(response: requests.Response) -> tuple[int, str]:
    return response.status_code, str(response.json()["type"])


def test_a_file_in_pieces_and_the_clerk_reads_it(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    entry = scanned(counter)
    first: dict[str, Any] = offer(counter, entry).json()
    assert (first["offset"], first["receipt"]) == (0, None)
    assert piece(counter, 0, PDF[:20_000]).json()["offset"] == 20_000
    assert sandbox.clerk.files(str(entry.dossier)) == []
    asked = counter.call("HEAD", f"/v1/files/{digest(PDF)}")
    assert asked.status_code == 204
    assert (asked.headers[UPLOAD_OFFSET], asked.headers[UPLOAD_LENGTH]) == ("20000", str(len(PDF)))
    last = piece(counter, 20_000, PDF[20_000:]).json()
    assert (last["offset"], last["receipt"]["sha256"]) == (len(PDF), digest(PDF))
    (found,) = sandbox.clerk.files(str(entry.dossier))
    assert (found["paper"], found["sha256"], found["size"]) == ("Tờ khai", digest(PDF), len(PDF))
    assert sandbox.clerk.file(str(entry.dossier), digest(PDF)) == PDF
    with pytest.raises(ClerkRefusedError):
        sandbox.clerk.file(new_uid(), digest(PDF))


def test_a_known_file_is_whole_at_once_and_belongs_to_both_dossiers(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    one, two = scanned(counter), scanned(counter)
    offer(counter, one)
    piece(counter, 0, PDF)
    assert offer(counter, two).json()["receipt"] == offer(counter, one).json()["receipt"]
    for each in (one, two):
        assert sandbox.clerk.file(str(each.dossier), digest(PDF)) == PDF


def test_a_piece_twice_counts_once(counter: SignedCounter) -> None:
    offer(counter, scanned(counter))
    once = piece(counter, 0, PDF[:1000]).json()
    again = piece(counter, 0, PDF[:1000]).json()
    assert once["offset"] == again["offset"] == 1000
    assert refusal(piece(counter, 0, PDF[1:1001])) == (409, "file-offset")
    assert refusal(piece(counter, 2000, PDF[2000:3000])) == (409, "file-offset")
    assert refusal(piece(counter, 1000, PDF[1000:] + b"more")) == (409, "file-offset")
    assert refusal(piece(counter, 1000, b"")) == (409, "file-offset")
    assert piece(counter, 1000, PDF[1000:]).json()["receipt"] is not None
    assert piece(counter, 1000, PDF[1000:]).json()["receipt"] is not None
    assert refusal(piece(counter, len(PDF), b"more")) == (409, "file-offset")


def test_a_garbled_piece_is_refused_before_its_signature_is_looked_at(
    counter: SignedCounter,
) -> None:
    offer(counter, scanned(counter))
    wrong = piece(counter, 0, PDF[:1000], sha256=digest(b"other"))
    assert refusal(wrong) == (422, "piece-digest")
    assert offer_offset(counter) == 0


def offer_offset(counter: SignedCounter, data: bytes = PDF) -> int:
    return int(counter.call("HEAD", f"/v1/files/{digest(data)}").headers[UPLOAD_OFFSET])


def test_another_file_under_its_digest_is_thrown_away(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    entry = scanned(counter)
    offer(counter, entry)
    other = PDF[:-1] + b"?"
    piece(counter, 0, other[:20_000])
    assert refusal(piece(counter, 20_000, other[20_000:])) == (422, "file-digest")
    assert offer_offset(counter) == 0
    assert sandbox.clerk.files(str(entry.dossier)) == []
    assert piece(counter, 0, PDF).json()["receipt"] is not None


def test_what_no_entry_tells_of_is_not_taken(counter: SignedCounter) -> None:
    entry = scanned(counter, size=len(PDF) + 1)
    assert refusal(offer(counter, entry)) == (422, "file-untold")
    received = counter.received()
    counter.send([received])
    assert refusal(offer(counter, received)) == (422, "file-untold")
    assert refusal(piece(counter, 0, PDF)) == (404, "file-unknown")
    assert counter.call("HEAD", f"/v1/files/{digest(PDF)}").status_code == 404


def test_sizes_and_kinds(counter: SignedCounter) -> None:
    offer(counter, scanned(counter))
    assert refusal(piece(counter, 0, bytes(CHUNK_BYTES + 1))) == (413, "too-large")
    json = piece(counter, 0, PDF[:9], **{"Content-Type": "application/json"})
    assert refusal(json) == (415, "media-type")
    assert refusal(piece(counter, -1, PDF[:9])) == (400, "schema")


def test_a_removed_scan_is_not_shown_any_more(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    entry = scanned(counter)
    offer(counter, entry)
    piece(counter, 0, PDF)
    counter.send([counter.entry(ScanRemoved(digest(PDF), "Tờ khai", "mờ"), dossier=entry.dossier)])
    assert sandbox.clerk.files(str(entry.dossier)) == []


def test_an_abandoned_upload_is_forgotten_and_begins_anew(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    left, other, whole = PDF + b"1", PDF + b"2", PDF + b"3"
    entry = scanned(counter, left)
    offer(counter, entry, left)
    piece(counter, 0, left[:20_000], digest(left))
    done = scanned(counter, whole)
    offer(counter, done, whole)
    piece(counter, 0, whole, digest(whole))
    try:
        sandbox.clock.shift = counter.time_shift = timedelta(days=6)
        assert piece(counter, 20_000, left[20_000:30_000], digest(left)).json()["offset"] == 30_000
        sandbox.clock.shift = counter.time_shift = timedelta(days=12)
        offer(counter, scanned(counter, other), other)
        assert counter.call("HEAD", f"/v1/files/{digest(left)}").status_code == 204
        sandbox.clock.shift = counter.time_shift = timedelta(days=14)
        offer(counter, scanned(counter), PDF)
        refused = piece(counter, 30_000, left[30_000:], digest(left))
        assert refusal(refused) == (404, "file-unknown")
        assert offer(counter, entry, left).json()["offset"] == 0
        assert piece(counter, 0, left, digest(left)).json()["receipt"] is not None
    finally:
        sandbox.clock.shift = timedelta(0)
    for each, data in ((entry, left), (done, whole)):
        assert sandbox.clerk.file(str(each.dossier), digest(data)) == data


def test_an_upload_of_an_older_server_gets_its_time(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    offer(counter, scanned(counter))
    now = vietnam_now()
    with sandbox.province.writing() as tx:
        tx.execute(t.upload.delete())
        files.adopt_uploads(tx, now)
        assert files.clear_abandoned(tx, now) == 0
        assert files.clear_abandoned(tx, now + timedelta(seconds=1)) == 1
        assert tx.execute(t.file.select()).all() == []
