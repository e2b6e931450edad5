from __future__ import annotations

import base64
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counter_app.contract.feed import ChangesAnswer
from counter_app.domain.acts.decisions import WorkStarted
from counter_app.domain.acts.steps import ContactWay, Told
from counter_app.domain.centre import Centre
from counter_app.domain.journal.chain import breaks
from counter_app.domain.journal.digest import digest
from counter_app.domain.journal.entry import Origin
from tests.sandbox.counter import SignedCounter, now
from tests.sandbox.running import RunningSandbox

pytestmark = pytest.mark.real_time


def pull(counter: SignedCounter, cursor: str = "", limit: int = 100, wait: int = 0) -> Any:
    target = f"/v1/changes?stream=office&cursor={cursor}&limit={limit}&wait={wait}"
    response = counter.call("GET", target)
    assert response.status_code == 200, response.text
    return ChangesAnswer.model_validate(response.json())


def pull_all(counter: SignedCounter, limit: int = 3) -> list[Any]:
    found, cursor, more = [], "", True
    while more:
        page = pull(counter, cursor, limit)
        found += page.changes
        cursor, more = page.cursor, page.more
    return found


def test_all_counters_of_the_office_are_heard(
    sandbox: RunningSandbox, counter: SignedCounter, enrolled: Callable[..., SignedCounter]
) -> None:
    other = enrolled("2")
    sent = []
    for each in (counter, other, counter, other):
        entry = each.received()
        each.send([entry])
        sent.append(entry.uid)
    decided = sandbox.clerk.decide(sent_dossier(counter), WorkStarted("UBND phường"))
    found = pull_all(other)
    assert [each.entry.uid for each in found] == [*sent, decided.uid]
    assert found[-1].entry.origin is Origin.SERVER
    assert pull_all(counter) == found
    assert breaks([found[-1].entry.entry()])[0] == ()


def sent_dossier(counter: SignedCounter) -> str:
    return str(counter.call("GET", f"/v1/dossiers?code={counter.used[0]}").json()["dossier"])


def test_bodies_come_as_they_were_sent(counter: SignedCounter) -> None:
    entry = counter.received()
    counter.send([entry])
    (change,) = pull_all(counter)
    assert change.entry == entry
    assert change.server_version == 1


def test_another_office_hears_nothing(tmp_path: Path) -> None:
    with RunningSandbox(tmp_path) as sandbox:
        sandbox.province.add_centre(
            Centre("H26.16", "UBND XÃ VÍ DỤ", ("TRUNG TÂM",), "Ví Dụ", "Tỉnh Mẫu")
        )
        here = SignedCounter(sandbox.url).enrol(sandbox.enrol_code())
        code = sandbox.province.enrol_code("1", centre="H26.16")
        there = SignedCounter(sandbox.url).enrol(code)
        first = here.received()
        here.send([first])
        assert pull_all(there) == []
        stranger = there.call("GET", f"/v1/entries/{first.uid}").json()
        assert stranger["known"] is False
        # A step of another office is heard by both.
        there.send([there.entry(Told(ContactWay.PHONE, "hỏi"), code=here.used[0])])
        assert len(pull_all(there)) == 1
        assert len(pull_all(here)) == 2
        for each in (here, there):
            each.session.close()


@pytest.mark.parametrize("cursor", ["x", "AAAA", base64.urlsafe_b64encode(bytes(24)).decode()])
def test_a_foreign_cursor_is_gone(counter: SignedCounter, cursor: str) -> None:
    response = counter.call("GET", f"/v1/changes?cursor={cursor}")
    assert (response.status_code, response.json()["type"]) == (410, "cursor-gone")


def test_another_stream_is_unknown(counter: SignedCounter) -> None:
    response = counter.call("GET", "/v1/changes?stream=other")
    assert (response.status_code, response.json()["type"]) == (404, "stream-unknown")


def test_waiting_ends_with_news(counter: SignedCounter) -> None:
    cursor = pull(counter).cursor
    entry = counter.received()
    sender = counter.twin()
    late = threading.Timer(0.4, sender.send, ([entry],))
    begun = time.monotonic()
    late.start()
    page = pull(counter, cursor, wait=10)
    assert [each.entry.uid for each in page.changes] == [entry.uid]
    assert 0.3 < time.monotonic() - begun < 5
    late.join()
    sender.session.close()
    assert pull(counter, page.cursor, wait=1).changes == ()


def test_a_page_is_bounded_by_size(counter: SignedCounter) -> None:
    for _ in range(2):
        counter.send([counter.received(note="x" * 200_000) for _ in range(3)])
    first = pull(counter)
    assert 0 < len(first.changes) < 6
    assert first.more
    assert len(pull_all(counter, 100)) == 6


def test_the_digest_is_the_domains(counter: SignedCounter) -> None:
    entries = [counter.received() for _ in range(3)]
    entries.append(counter.entry(Told(ContactWay.SMS, "x"), dossier=entries[0].dossier))
    counter.send(entries)
    answer = counter.call("GET", f"/v1/digest?day={now():%Y-%m-%d}").json()
    versions = [(str(entries[0].dossier), 2), *((str(e.dossier), 1) for e in entries[1:3])]
    assert (answer["count"], answer["sha256"]) == (3, digest(versions).sha256)
    other = counter.call("GET", "/v1/digest?day=2020-01-01").json()
    assert (other["count"], other["sha256"]) == (0, digest([]).sha256)


def test_a_look_up_masks_the_name(counter: SignedCounter) -> None:
    counter.send([counter.received()])
    found = counter.call("GET", f"/v1/dossiers?code={counter.used[0].lower()}").json()
    assert (found["applicant"], found["status"]) == ("T… T… Mẫu", 2)
    missing = counter.call("GET", "/v1/dossiers?code=H26.15-200101-0001")
    assert (missing.status_code, missing.json()["type"]) == (404, "dossier-unknown")
