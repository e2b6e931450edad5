"""SIGKILL of the counter between the server's answer to a piece and its note of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from counter_app.store.store import Store
from counter_app.store.subjects.files import FileState
from counter_app.sync.files import FIRST_PIECE
from counter_app.sync.push import push
from tests.sandbox.running import RunningSandbox
from tests.sync import files_child
from tests.sync.counter import Counter
from tests.sync.papers import KEY, Papers, pdf
from tests.sync.proxy import Proxy
from tests.sync.test_files import go, held, patches


def test_killed_between_the_piece_and_its_note(
    counter: Counter, sandbox: RunningSandbox, proxy: Proxy, tmp_path: Path
) -> None:
    papers, folder = Papers(counter, tmp_path), tmp_path / "1"
    uid = counter.register().entry.dossier or ""
    data = pdf(5 * FIRST_PIECE)
    file = papers.scan(uid, data)
    push(counter.doors)
    counter.store.close()
    setup = {
        "store": str(folder / "store.db"),
        "files": str(papers.files.folder),
        "url": proxy.url,
        "device": counter.device.device,
        "epoch": str(counter.device.epoch),
        "key": counter.device.key.sealed(KEY).hex(),
        "noted": "1",
    }
    (tmp_path / "setup.json").write_text(json.dumps(setup))
    with subprocess.Popen(
        [sys.executable, files_child.__file__, str(tmp_path / "setup.json")],
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        told = child.stdout.readline().split()
        child.kill()
    assert told[0] == "TAKEN"
    taken = int(told[1])
    assert taken == sum(patches(proxy)) > FIRST_PIECE

    counter.store = Store.open(folder / "store.db", None)
    assert papers.row(file).uploaded == FIRST_PIECE
    done = go(papers, proxy.url)
    assert (done.whole, done.sent) == (1, len(data) - taken)
    assert done.stored == len(data) - FIRST_PIECE
    assert sum(patches(proxy)) == len(data)  # nothing went twice
    assert papers.row(file).state is FileState.SENT
    assert held(sandbox, uid) == [data]
