"""kill -9 of the server in the middle of batches: nothing is lost, nothing is doubled."""

from __future__ import annotations

import itertools
import random
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import requests

from counter_app.contract.entries import BatchAnswer, WireEntry
from counter_app.domain.acts.steps import ContactWay, Told
from counter_app.domain.errors.sandbox import PortTakenError
from counter_app.sandbox.clerk import Clerk
from counter_app.sandbox.serve import listen
from counter_app.sandbox.settings import SandboxSettings
from tests.sandbox.child import PASSWORD, RESOURCES, Child
from tests.sandbox.counter import SignedCounter

pytestmark = pytest.mark.long

ROUNDS = 4
DOSSIERS = 30
"""As many as the first blocks have numbers."""

BATCH = 10


def test_killed_in_mid_batch(tmp_path: Path) -> None:
    child = Child(tmp_path).start()
    counter = SignedCounter(child.url).enrol(Clerk(child.url, PASSWORD).enrol_code())
    waiting: list[WireEntry] = []
    for _ in range(DOSSIERS):
        first = counter.received()
        steps = [
            counter.entry(Told(ContactWay.PHONE, "báo"), dossier=first.dossier) for _ in range(9)
        ]
        waiting += [first, *steps]
    everything = list(waiting)
    acknowledged: set[str] = set()
    for number in range(ROUNDS):
        chance = random.Random(number)
        # Counted in batches, not in time: however fast the server is, it dies with work in hand.
        cut = threading.Timer(chance.uniform(0, 0.015), child.kill)
        send_until_cut(counter, waiting, acknowledged, cut, after=chance.randint(0, 2))
        cut.join()
        assert waiting
        counter.url = child.start().url
    send_until_cut(counter, waiting, acknowledged)
    assert acknowledged == {entry.uid for entry in everything}
    assert waiting == []

    kept = []
    cursor, more = "", True
    while more:
        page = counter.call("GET", f"/v1/changes?limit=500&cursor={cursor}").json()
        kept += [(each["dossier"], each["server_version"]) for each in page["changes"]]
        cursor, more = page["cursor"], page["more"]
    dossiers = {str(entry.dossier) for entry in everything}
    assert sorted(kept) == sorted((each, n) for each in dossiers for n in range(1, 11))
    assert Clerk(child.url, PASSWORD).summary()["entries"] == {"accepted": len(everything)}
    counter.session.close()
    assert child.stop() == 0


def send_until_cut(
    counter: SignedCounter,
    waiting: list[WireEntry],
    acknowledged: set[str],
    cut: threading.Timer | None = None,
    after: int = 0,
) -> None:
    """Send batches in order; an entry leaves the queue only with its own answer.

    `cut` is started together with the batch that has `after` others before it.
    """
    for number in itertools.count():
        if not waiting:
            return
        batch = waiting[:BATCH]
        if cut is not None and number == after:
            cut.start()
        try:
            response = counter.call("POST", "/v1/entries", counter.batch(batch))
        except requests.RequestException:
            return
        results = BatchAnswer.model_validate(response.json()).results
        assert [each.status.value for each in results] == ["accepted"] * len(batch)
        acknowledged.update(each.uid for each in results)
        del waiting[: len(batch)]


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    settings = SandboxSettings(f"sqlite:///{tmp_path / 'a.db'}", RESOURCES)
    with listen(settings) as first:
        # Only so asyncio sends an answer's body without waiting for the header's receipt.
        assert first.proto == socket.IPPROTO_TCP
        port = first.getsockname()[1]
        taken = SandboxSettings(settings.database_url, RESOURCES, port=port)
        with pytest.raises(PortTakenError) as caught:
            listen(taken)
        assert caught.value.facts == {"host": "127.0.0.1", "port": port}


def test_it_says_where_it_is_and_the_password_once(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from counter_app.sandbox.serve import run\n"
        "from counter_app.sandbox.settings import SandboxSettings\n"
        "run(SandboxSettings(sys.argv[1], Path(sys.argv[2])))\n"
    )
    database = f"sqlite:///{tmp_path / 'sandbox.db'}"
    said = []
    for _ in range(2):
        with subprocess.Popen(
            [sys.executable, "-c", program, database, str(RESOURCES)],
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            lines = [process.stdout.readline()]
            if not lines[0].startswith("READY"):
                lines.append(process.stdout.readline())
            said.append([line.split()[0] for line in lines])
            url = lines[-1].split()[1]
            assert requests.get(f"{url}/v1/ping").status_code == 204
            if len(lines) == 2:
                assert Clerk(url, lines[0].split()[1]).summary()["devices"] == 0
            process.terminate()
            assert process.wait(20) == 0
    assert said == [["PASSWORD", "READY"], ["READY"]]
